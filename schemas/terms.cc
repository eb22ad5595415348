#include "schemas/terms.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "corpus/citation.h"
#include "corpus/language.h"
#include "schemas/concepts.h"
#include "schemas/text_words.h"
#include "schemas/words.h"

namespace undex {
namespace {

/// A longer chain of hyphens is no word: a row of dashes must not become one term.
constexpr std::size_t kMaxParts = 4;

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The parts of a compound written together: "e-mail" -> "email", "un.int" stays so. Empty for
/// numbers ("2010-2011").
std::string joined(const std::vector<Token>& list, std::size_t first, std::size_t count) {
  std::string out;
  bool numbers = true;
  for (std::size_t at = first; at < first + count; ++at) {
    numbers = numbers && is_number(list[at].raw);
    if (at > first && (list[at].link == '.' || list[at].link == '@')) out += list[at].link;
    out += list[at].raw;
  }
  return numbers ? std::string() : out;
}

/// Collects terms; the width and the place come from the tokens.
class Terms {
 public:
  Terms(const std::vector<Token>& list, const TermsAsked& asked) : list_(list), asked_(asked) {
    if (!asked.wanted) found_.reserve(2 * list.size());
  }

  void add(const std::string& term, TextTerm::Kind kind, std::size_t first, std::size_t count) {
    if (asked_.wanted && !asked_.wanted(term)) return;
    found_.push_back({.term = bounded_term(term),
                      .position = first + 1,
                      .width = count,
                      .begin = list_[first].begin,
                      .end = list_[first + count - 1].end,
                      .kind = kind});
  }
  void add_word(const WordForm& form, std::size_t first, std::size_t count) {
    if (form.word.empty()) return;
    add(form.word, TextTerm::Kind::word, first, count);
    if (!form.stem.empty()) add(form.stem, TextTerm::Kind::stem, first, count);
  }
  void drop_repeated() {
    std::set<std::tuple<std::string_view, std::size_t, std::size_t>> seen;
    std::vector<TextTerm> kept;
    for (const TextTerm& term : found_)
      if (seen.emplace(term.term, term.position, term.width).second) kept.push_back(term);
    found_ = std::move(kept);
  }
  std::vector<TextTerm> in_order() {
    const auto comes_before = [](const TextTerm& a, const TextTerm& b) {
      return a.position < b.position;
    };
    // In one language and without concepts they are so already.
    if (!std::is_sorted(found_.begin(), found_.end(), comes_before))
      std::stable_sort(found_.begin(), found_.end(), comes_before);
    return std::move(found_);
  }

 private:
  const std::vector<Token>& list_;
  const TermsAsked& asked_;
  std::vector<TextTerm> found_;
};

/// The compound that begins at a token, written together.
void add_joined(const std::vector<Token>& list, std::size_t first, std::string_view language,
                Terms& out) {
  if (list[first].link != 0) return;
  std::size_t end = first + 1;
  while (end < list.size() && list[end].link != 0) ++end;
  if (end - first < 2 || end - first > kMaxParts) return;
  if (const std::string raw = joined(list, first, end - first); !raw.empty())
    out.add_word(word_form(raw, language), first, end - first);
}

/// Citations lie in order; so do tokens.
void add_symbols(const std::vector<Citation>& citations, const std::vector<Token>& list,
                 Terms& out) {
  std::size_t first = 0;
  for (const Citation& citation : citations) {
    while (first < list.size() && list[first].end <= citation.begin) ++first;
    std::size_t end = first;
    while (end < list.size() && list[end].begin < citation.end) ++end;
    if (end == first) continue;
    for (const std::string& term : symbol_terms(citation.cited))
      out.add(term, TextTerm::Kind::symbol, first, end - first);
  }
}

void add_words(const std::vector<Token>& list, std::string_view language, Terms& out) {
  for (std::size_t first = 0; first < list.size(); ++first) {
    out.add_word(word_form(list[first].raw, language), first, 1);
    add_joined(list, first, language, out);
  }
}

void add_words_and_concepts(const std::vector<Token>& list, std::string_view language, Terms& out) {
  std::vector<WordForm> forms;
  forms.reserve(list.size());
  for (std::size_t first = 0; first < list.size(); ++first) {
    forms.push_back(word_form(list[first].raw, language));
    out.add_word(forms.back(), first, 1);
    add_joined(list, first, language, out);
  }
  for (const ConceptMatch& match : find_concepts(list, forms, language)) {
    out.add("XC:" + std::string(match.id()), TextTerm::Kind::concept_, match.first, match.count);
    out.add(std::string(match.wording), TextTerm::Kind::wording, match.first, match.count);
  }
}

/// The likeliest language of a query first, then the others that its letters allow.
std::vector<std::string_view> languages_of_query(std::string_view text) {
  const std::string_view told = language_of(text, {});
  std::vector<std::string_view> list = {told.empty() ? kLanguages.front() : told};
  for (const std::string_view language : kLanguages)
    if (language != list.front() && has_letters_of(text, language)) list.push_back(language);
  return list;
}

/// In each of the languages; what several of them say is said once.
Terms words_and_concepts(const std::vector<Token>& list, std::string_view text,
                         std::string_view language, const TermsAsked& asked) {
  Terms terms(list, asked);
  const auto add = asked.concepts ? add_words_and_concepts : add_words;
  if (!language.empty()) {
    add(list, language, terms);
    return terms;
  }
  for (const std::string_view one : languages_of_query(text)) add(list, one, terms);
  terms.drop_repeated();
  return terms;
}

ByteSpans spans_of(const std::vector<Citation>& citations) {
  ByteSpans spans;
  for (const Citation& citation : citations) spans.emplace_back(citation.begin, citation.end);
  return spans;
}

}  // namespace

std::vector<TextTerm> terms_asked(std::string_view text, std::string_view language,
                                  const TermsAsked& asked) {
  std::vector<Citation> citations;
  if (asked.symbols) citations = find_citations(text);
  const std::vector<Token> list = tokens(text, language, spans_of(citations));
  Terms terms = words_and_concepts(list, text, language, asked);
  add_symbols(citations, list, terms);
  return terms.in_order();
}

std::vector<TextTerm> text_terms(std::string_view text, std::string_view language) {
  return terms_asked(text, language, {});
}

std::vector<TextTerm> text_words(std::string_view text, std::string_view language) {
  return terms_asked(text, language, {.concepts = false});
}

std::vector<TextTerm> text_terms(std::string_view text, std::string_view language,
                                 const SymbolSpans& symbols) {
  const std::vector<Token> list = tokens(text, language, symbols);
  return words_and_concepts(list, text, language, {}).in_order();
}

std::string_view block_language(std::string_view text, std::string_view document_language) {
  // Nothing is known of other languages: their common words are no Spanish ones.
  const bool known =
      std::find(kLanguages.begin(), kLanguages.end(), document_language) != kLanguages.end();
  if (!known && !document_language.empty()) return document_language;
  const std::string_view found = language_of(text, document_language);
  return found.empty() ? kLanguages.front() : found;
}

std::vector<std::string> symbol_terms(const Symbol& symbol) {
  std::vector<std::string> terms;
  const auto add = [&](const Symbol& named) {
    for (const std::string& part : named.parts) terms.push_back(bounded_term("XSYM:" + part));
  };
  add(symbol);
  if (const Symbol whole = whole_symbol(symbol); whole != symbol) add(whole);
  return terms;
}

}  // namespace undex
