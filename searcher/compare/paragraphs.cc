#include "searcher/compare/paragraphs.h"

#include <algorithm>
#include <set>

#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/terms.h"

namespace undex::comparing {
namespace {

/// Words and digits below this many letters say little of a subject.
constexpr std::size_t kShortest = 3;

/// A concept stands for the words in it.
void add_terms(Paragraph& paragraph, const std::string& language,
               std::map<std::string, std::string>& printed) {
  const std::vector<TextTerm> terms = text_terms(paragraph.text, language);
  std::set<std::size_t> covered;
  for (const TextTerm& term : terms)
    if (term.kind == TextTerm::Kind::concept_)
      for (std::size_t at = 0; at < term.width; ++at) covered.insert(term.position + at);
  for (const TextTerm& term : terms) {
    const std::string words = paragraph.text.substr(term.begin, term.end - term.begin);
    const bool stem = term.kind == TextTerm::Kind::stem && !covered.contains(term.position) &&
                      words.size() >= kShortest && !is_stop_word(fold(words), language);
    if (!stem && term.kind != TextTerm::Kind::concept_) continue;
    ++paragraph.terms[term.term];
    printed.emplace(term.term, words);
  }
}

/// Where the text of a block went.
struct Place {
  std::size_t paragraph = 0;
  std::size_t begin = 0;  ///< in its text
};
using Places = std::map<int, Place>;

/// The paragraphs without marks.
std::vector<Paragraph> texts_of(const Document& document, Places& places) {
  std::vector<Paragraph> out;
  std::map<Locator, std::size_t> of_locator;
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    if (!is_compared(block)) continue;
    // Blocks of one locator may stand apart: a paragraph goes on behind its sub-paragraphs.
    const auto [place, is_new] = of_locator.emplace(block.locator, out.size());
    if (is_new) out.emplace_back().at = block.locator;
    Paragraph& paragraph = out[place->second];
    if (!paragraph.text.empty()) paragraph.text += '\n';
    places.emplace(static_cast<int>(at), Place{place->second, paragraph.text.size()});
    paragraph.text += block.text;
  }
  return out;
}

/// Adds the mark's words, bytes begin..end of the text, to the names in it.
void set_name(Paragraph& paragraph, std::size_t begin, std::size_t end) {
  auto word = std::lower_bound(paragraph.words.begin(), paragraph.words.end(), begin,
                               [](const Word& one, std::size_t at) { return one.begin < at; });
  for (; word != paragraph.words.end() && word->end <= end; ++word) word->in_name = true;
}

}  // namespace

bool is_compared(const Block& block) {
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::subparagraph:
    case BlockKind::preambular:
    case BlockKind::unnumbered:
    case BlockKind::quotation:
    case BlockKind::continuation:
      return !block.text.empty() && block.locator.part != "masthead";
    default:
      return false;
  }
}

Paragraph joined(const std::vector<Paragraph>& paragraphs, const Locator& at) {
  Paragraph out;
  for (const Paragraph& one : paragraphs) {
    if (!at.contains(one.at)) continue;
    if (!out.text.empty()) out.text += '\n';
    for (Word word : one.words) {
      word.begin += out.text.size();
      word.end += out.text.size();
      out.words.push_back(word);
    }
    out.text += one.text;
    out.citations.insert(out.citations.end(), one.citations.begin(), one.citations.end());
    out.figures.insert(out.figures.end(), one.figures.begin(), one.figures.end());
    out.names.insert(out.names.end(), one.names.begin(), one.names.end());
    for (const auto& [term, count] : one.terms) out.terms[term] += count;
    out.at = at;
  }
  return out;
}

std::vector<Paragraph> paragraphs_of(const Document& document, Vocabulary& vocabulary,
                                     std::map<std::string, std::string>& printed) {
  Places places;
  std::vector<Paragraph> out = texts_of(document, places);
  const std::string language = document.language();
  for (Paragraph& paragraph : out) {
    paragraph.words = vocabulary.words(paragraph.text, language);
    add_terms(paragraph, language, printed);
  }
  const auto each = [&](const auto& marks, const auto& take) {
    for (const auto& mark : marks) {
      const auto found = places.find(mark.span.block);
      if (found != places.end() && mark.span.row < 0)
        take(out[found->second.paragraph], mark, found->second.begin);
    }
  };
  each(document.marks.references, [&](Paragraph& paragraph, const Reference& one, std::size_t) {
    if (!one.cited.parts.empty() && !one.cited.names(document.symbol))
      paragraph.citations.push_back(&one);
  });
  each(document.marks.figures, [](Paragraph& paragraph, const FigureMark& one, std::size_t) {
    paragraph.figures.push_back(&one);
  });
  each(document.marks.names, [](Paragraph& paragraph, const NameMark& one, std::size_t begin) {
    paragraph.names.push_back(&one);
    set_name(paragraph, begin + one.span.begin, begin + one.span.end);
  });
  return out;
}

}  // namespace undex::comparing
