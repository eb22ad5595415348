#include "searcher/query/expand.h"

#include <algorithm>
#include <string_view>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/query/symbols.h"
#include "searcher/query/word_lists.h"
#include "undex/search.h"

namespace undex::query {
namespace {

/// The search text is not known here: who asked puts it in.
[[noreturn]] void fail(const std::string& message, const std::string& advice, std::size_t place) {
  throw QueryError(message, advice, {}, place);
}

bool is_value(const Field* field) { return field && field->kind != FieldKind::text; }

/// Words of a text have no prefix or that of a field of text; values of a field have "XORGAN:".
std::string prefix_of(const Field* field) {
  if (!field) return {};
  return std::string(field->prefix) + (is_value(field) ? ":" : "");
}

/// The index has "e-mail" as one word too: "email". Hyphens never stand in a word.
std::string without_hyphens(std::string text) {
  for (const std::string_view hyphen : {"-", "\u2010", "\u2011"})
    for (std::size_t at; (at = text.find(hyphen)) != std::string::npos;)
      text.erase(at, hyphen.size());
  return text;
}

bool fits_a_name(const std::string& id, const std::string& pattern) {
  const Name* name = find_name(id);
  if (!name) return false;
  return fits(fold(name->preferred), pattern) ||
         std::any_of(name->variants.begin(), name->variants.end(),
                     [&](const std::string& variant) { return fits(fold(variant), pattern); });
}

/// Values of a field that fit, a name of the authority file by any of its spellings.
WordList values_like(const std::string& pattern, const std::string& prefix, const Database& db) {
  WordList out;
  for (TermWalk walk(db, prefix); !walk.is_done(); walk.next()) {
    const std::string value = walk.term().substr(prefix.size());
    if ((fits(fold(value), pattern) || fits_a_name(value, pattern)) && ++out.found <= kMaxForms)
      out.terms.push_back(walk.term());
  }
  return out;
}

/// The one word of the text; of "e-mail" the joined form.
std::string one_word(std::string_view text) {
  std::string word;
  std::size_t begin = 0, end = 0;
  for (const TextTerm& term : text_terms(text))
    if (term.kind == TextTerm::Kind::word) {
      if (word.empty()) begin = term.begin;
      if (term.begin == begin && term.end >= end) word = term.term;
      end = std::max(end, term.end);
    }
  return word;
}

CountedTerms counted(const std::vector<std::string>& terms, const Database& db) {
  CountedTerms out;
  for (const std::string& term : terms) out.push_back({term, db.get_termfreq(term)});
  std::stable_sort(out.begin(), out.end(), [](const CountedTerm& a, const CountedTerm& b) {
    return a.paragraphs > b.paragraphs;
  });
  return out;
}

[[noreturn]] void fail_of_too_many(const std::string& typed, std::size_t found, std::size_t place) {
  fail("'" + printable(typed) + "' stands for " + std::to_string(found) +
           " words of the index, more than " + std::to_string(kMaxForms),
       "write more of its letters", place);
}

/// What a leaf stands for, within bounds.
struct Lister {
  const PlanContext& context;
  const Census& census;
  std::size_t place;

  std::vector<std::string> operator()(const WildcardNode& node) const {
    const Database& db = context.documents;
    const std::string pattern = fold(node.pattern);
    if (pattern.find_first_not_of("*?") == std::string::npos)
      fail("'" + printable(node.pattern) + "' fits every word", "write some letters of it", place);
    const std::string prefix = prefix_of(node.field);
    const WordList list = is_value(node.field)
                              ? values_like(pattern, prefix, db)
                              : words_like(without_hyphens(pattern), prefix, kMaxForms, db);
    return checked(list, node.pattern);
  }
  std::vector<std::string> operator()(const FuzzyNode& node) const {
    const std::string word = is_value(node.field) ? fold(node.text) : one_word(node.text);
    return checked(words_near(word, prefix_of(node.field), kMaxForms, context.documents),
                   "~" + node.text);
  }
  std::vector<std::string> operator()(const SeriesNode& node) const {
    std::vector<std::string> terms = citing_terms(node, Side::paragraphs, context);
    if (terms.size() + own_terms(node, context).size() > kMaxSymbols)
      fail("'" + node.prefix + "*' stands for more than 20,000 symbols", "name more of the series",
           place);
    return terms;
  }
  std::vector<std::string> operator()(const LikeNode& node) const {
    return telling_terms(node, context, census);
  }
  template <typename Other>
  std::vector<std::string> operator()(const Other&) const {
    return {};
  }

  std::vector<std::string> checked(const WordList& list, const std::string& typed) const {
    if (list.found > kMaxForms) fail_of_too_many(typed, list.found, place);
    return list.terms;
  }
};

}  // namespace

const CountedTerms& Expansion::of(const Node& leaf) const {
  const std::string key = dump(leaf);
  const auto known = made_.find(key);
  if (known != made_.end()) return known->second;
  const std::vector<std::string> terms =
      std::visit(Lister{context_, census_, leaf.begin}, leaf.value);
  return made_.emplace(key, counted(terms, context_.paragraphs)).first->second;
}

std::vector<std::string> Expansion::anywhere(const Node& leaf) const {
  const auto here = [&] {
    Census::Terms terms;
    for (const CountedTerm& term : of(leaf)) terms.emplace(term.term, 1);
    return terms;
  };
  const Census::Terms& all = census_.expansion(dump(leaf), here);
  if (all.size() > kMaxForms) fail_of_too_many(dump(leaf), all.size(), leaf.begin);
  std::vector<std::string> terms;
  for (const auto& [term, times] : all) terms.push_back(term);
  return terms;
}

const std::vector<std::string>& Expansion::forms_of(const std::string& word) const {
  const auto known = forms_.find(word);
  if (known != forms_.end()) return known->second;
  return forms_.emplace(word, words_of_stem(word, kMaxForms, context_.documents)).first->second;
}

const Docids& Expansion::docids(const std::string& name,
                                const std::function<Docids()>& find) const {
  const auto known = docids_.find(name);
  if (!finds_ && known == docids_.end()) return docids_[name];
  return known != docids_.end() ? known->second : docids_.emplace(name, find()).first->second;
}

}  // namespace undex::query
