#include "searcher/query/expand.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/query/plan.h"
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
WordList values_like(const std::string& pattern, const std::string& prefix,
                     const Xapian::Database& db) {
  WordList out;
  for (auto it = db.allterms_begin(prefix); it != db.allterms_end(prefix); ++it) {
    const std::string value = (*it).substr(prefix.size());
    if ((fits(fold(value), pattern) || fits_a_name(value, pattern)) && ++out.found <= kMaxForms)
      out.terms.push_back(*it);
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

CountedTerms counted(const std::vector<std::string>& terms, const Xapian::Database& db) {
  CountedTerms out;
  for (const std::string& term : terms) out.push_back({term, db.get_termfreq(term)});
  std::stable_sort(out.begin(), out.end(), [](const CountedTerm& a, const CountedTerm& b) {
    return a.paragraphs > b.paragraphs;
  });
  return out;
}

struct Lister {
  const Xapian::Database& db;
  std::size_t place;

  WordList operator()(const WildcardNode& node) const {
    const std::string pattern = fold(node.pattern);
    if (pattern.find_first_not_of("*?") == std::string::npos)
      fail("'" + printable(node.pattern) + "' fits every word", "write some letters of it", place);
    const std::string prefix = prefix_of(node.field);
    return is_value(node.field) ? values_like(pattern, prefix, db)
                                : words_like(without_hyphens(pattern), prefix, kMaxForms, db);
  }
  WordList operator()(const FuzzyNode& node) const {
    return words_near(is_value(node.field) ? fold(node.text) : one_word(node.text),
                      prefix_of(node.field), kMaxForms, db);
  }
};

/// As typed, for messages.
std::string spelling(const Node& leaf) {
  if (const WildcardNode* node = std::get_if<WildcardNode>(&leaf.value)) return node->pattern;
  if (const FuzzyNode* node = std::get_if<FuzzyNode>(&leaf.value)) return "~" + node->text;
  return {};
}

WordList list_of(const Node& leaf, const PlanContext& context) {
  const Lister lister{context.documents, leaf.begin};
  if (const WildcardNode* node = std::get_if<WildcardNode>(&leaf.value)) return lister(*node);
  if (const FuzzyNode* node = std::get_if<FuzzyNode>(&leaf.value)) return lister(*node);
  return {};
}

}  // namespace

const CountedTerms& Expansion::of(const Node& leaf) const {
  const std::string key = dump(leaf);
  const auto known = made_.find(key);
  if (known != made_.end()) return known->second;
  const WordList list = list_of(leaf, context_);
  if (list.found > kMaxForms)
    fail("'" + printable(spelling(leaf)) + "' stands for " + std::to_string(list.found) +
             " words of the index, more than " + std::to_string(kMaxForms),
         "write more of its letters", leaf.begin);
  return made_.emplace(key, counted(list.terms, context_.paragraphs)).first->second;
}

}  // namespace undex::query
