#include "tools/bench/search_queries.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex::bench {

using Xapian::Query;

namespace {

constexpr std::size_t kQueries = 40;

std::string stem_of(const std::string& word) {
  for (const TextTerm& term : text_terms(word, "en"))
    if (term.kind == TextTerm::Kind::stem) return term.term;
  return word;
}

}  // namespace

std::vector<Word> words_of(const Xapian::Database& paragraphs) {
  std::vector<Word> words;
  for (auto it = paragraphs.allterms_begin("a"); it != paragraphs.allterms_end(); ++it) {
    const std::string term = *it;
    if (term.front() > 'z') break;
    const bool letters =
        std::all_of(term.begin(), term.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (letters && term.size() >= 5 && !is_stop_word(term, "en"))
      words.push_back({.text = term, .stem = {}, .paragraphs = it.get_termfreq()});
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.paragraphs > b.paragraphs; });
  return words;
}

std::vector<Word> chosen(const std::vector<Word>& words, Xapian::doccount least,
                         Xapian::doccount most) {
  std::vector<Word> fitting;
  for (const Word& word : words)
    if (word.paragraphs >= least && word.paragraphs <= most) fitting.push_back(word);
  std::vector<Word> out;
  const std::size_t step = std::max<std::size_t>(1, fitting.size() / kQueries);
  for (std::size_t i = 0; i < fitting.size() && out.size() < kQueries; i += step) {
    out.push_back(fitting[i]);
    out.back().stem = stem_of(out.back().text);
  }
  return out;
}

std::vector<Pair> single(const std::vector<Word>& words) {
  std::vector<Pair> pairs;
  for (const Word& word : words) pairs.push_back({word.text, Query(word.stem)});
  return pairs;
}

std::vector<Pair> joined(const std::vector<Word>& words, const std::string& mark, Query::op op) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& other = words[(i * 7 + 3) % words.size()];
    if (other.stem != words[i].stem)
      pairs.push_back(
          {words[i].text + mark + other.text, Query(op, Query(words[i].stem), Query(other.stem))});
  }
  return pairs;
}

std::vector<Pair> phrases(const query::PlanContext& databases) {
  std::vector<Pair> pairs;
  const std::size_t last = databases.columns.paragraphs_end() - 1;
  for (std::size_t i = 0; pairs.size() < kQueries && i < 4 * kQueries; ++i) {
    const std::size_t docid = 1 + i * (last / (4 * kQueries));
    if (databases.columns.document_of(docid) == 0) continue;
    const std::string text = databases.cards.at(static_cast<std::uint32_t>(docid)).text;
    const std::vector<WordSpan> spans = words(text);
    for (std::size_t w = 3; w + 1 < spans.size(); ++w) {
      const std::string both = text.substr(spans[w].begin, spans[w + 1].end - spans[w].begin);
      const std::string first = fold(text.substr(spans[w].begin, spans[w].end - spans[w].begin));
      const std::string second =
          fold(text.substr(spans[w + 1].begin, spans[w + 1].end - spans[w + 1].begin));
      const bool plain =
          std::all_of(both.begin(), both.end(), [](char c) { return is_letter(c) || c == ' '; });
      if (!plain || first.size() < 5 || second.size() < 5) continue;
      const std::string terms[] = {first, second};
      pairs.push_back({"\"" + both + "\"", Query(Query::OP_PHRASE, terms, terms + 2, 2)});
      break;
    }
  }
  return pairs;
}

std::vector<Pair> wildcards(const std::vector<Word>& words) {
  std::vector<Pair> pairs;
  for (const Word& word : words) {
    const std::string start = word.text.substr(0, word.text.size() - 1);
    pairs.push_back({start + "*", Query(Query::OP_WILDCARD, start)});
  }
  return pairs;
}

std::vector<Pair> ranges() {
  std::vector<Pair> pairs;
  for (std::size_t i = 1; i <= kQueries; ++i) {
    const std::size_t from = 10 * i * i;
    pairs.push_back({"figure:" + std::to_string(from) + ".." + std::to_string(2 * from),
                     Query(Query::OP_AND,
                           Query(Query::OP_VALUE_GE, kSlotGreatestFigure,
                                 Xapian::sortable_serialise(static_cast<double>(from))),
                           Query(Query::OP_VALUE_LE, kSlotLeastFigure,
                                 Xapian::sortable_serialise(static_cast<double>(2 * from))))});
  }
  return pairs;
}

std::vector<Pair> concepts(const Xapian::Database& paragraphs) {
  std::vector<Pair> pairs;
  const std::string prefix = "XC:";
  for (auto it = paragraphs.allterms_begin(prefix); it != paragraphs.allterms_end(prefix); ++it)
    if (const std::optional<KnownConcept> known = find_concept((*it).substr(prefix.size())))
      if (pairs.size() < kQueries) pairs.push_back({std::string(known->label), Query(*it)});
  return pairs;
}

}  // namespace undex::bench
