#include "searcher/search/wordings.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "corpus/text.h"
#include "schemas/text_words.h"
#include "searcher/query/wording.h"

namespace undex::search {
namespace {

using Xapian::Query;

/// Bounds on what is asked for one wording.
constexpr std::size_t kTermsLookedAt = 200;
constexpr std::size_t kForms = 8;
constexpr std::size_t kPhrases = 64;
/// Shorter words ("e", "web") begin too many others.
constexpr std::size_t kShortest = 4;

std::string stem_of(std::string_view word, std::string_view language) {
  for (TextTerm& term : text_words(word, language))
    if (term.kind == TextTerm::Kind::stem) return std::move(term.term);
  return {};
}

/// The word and others of the index with its stem: technology, technologies. Phrases are made of
/// words, concepts are found by stems.
std::vector<std::string> forms_of(const std::string& word, std::string_view language,
                                  const Xapian::Database& db) {
  std::vector<std::string> forms = {word};
  const std::string stem = stem_of(word, language);
  if (word.size() < kShortest || stem.empty()) return forms;
  const std::string_view bare = std::string_view(stem).substr(stem.find(':') + 1);
  const auto [differs, ignored] = std::mismatch(word.begin(), word.end(), bare.begin(), bare.end());
  const std::string shared(word.begin(), differs);
  if (shared.size() < kShortest) return forms;
  std::size_t seen = 0;
  for (auto it = db.allterms_begin(shared); it != db.allterms_end(shared); ++it) {
    if (++seen > kTermsLookedAt || forms.size() == kForms) break;
    if (*it != word && stem_of(*it, language) == stem) forms.push_back(*it);
  }
  return forms;
}

/// Every combination of forms, within bounds.
std::vector<std::vector<std::string>> combinations(const std::vector<std::string>& phrase,
                                                   std::string_view language,
                                                   const Xapian::Database& db) {
  std::vector<std::vector<std::string>> out = {{}};
  for (const std::string& word : phrase) {
    std::vector<std::vector<std::string>> longer;
    for (const std::string& form : forms_of(word, language, db)) {
      for (const std::vector<std::string>& beginning : out) {
        if (longer.size() == kPhrases) break;
        longer.push_back(beginning);
        longer.back().push_back(form);
      }
    }
    out = std::move(longer);
  }
  return out;
}

void add_wording(const ConceptVariant& variant, const Xapian::Database& db,
                 std::vector<Query>& out) {
  const query::Wording wording = query::wording_of(Words{variant.text, false, false, nullptr});
  for (const std::string& term : wording.terms) out.emplace_back(term);
  for (const std::vector<std::string>& phrase : wording.phrases)
    for (const std::vector<std::string>& words : combinations(phrase, variant.language, db))
      out.emplace_back(Query::OP_PHRASE, words.begin(), words.end(), words.size());
}

/// Whether the index holds any text in the language: its stems carry it, its Chinese words are
/// themselves. What is not there need not be read, in up to six languages, to be counted as none.
bool is_held_in(std::string_view language, const Xapian::Database& db) {
  constexpr std::string_view kFirstIdeograph = "\xE4", kAfterIdeographs = "\xEA";
  const std::string start =
      language == "zh" ? std::string(kFirstIdeograph) : "Z" + std::string(language) + ":";
  Xapian::TermIterator term = db.allterms_begin();
  term.skip_to(start);
  if (term == db.allterms_end()) return false;
  return language == "zh" ? *term < kAfterIdeographs : (*term).starts_with(start);
}

/// Equal for wordings that differ by endings, hyphens and blanks.
std::string key_of(const ConceptVariant& variant) {
  std::map<std::size_t, std::string> parts;  // by position: the stem, or the word without one
  for (const TextTerm& term : text_words(variant.text, variant.language)) {
    if (term.width > 1) continue;
    if (term.kind == TextTerm::Kind::word) parts.try_emplace(term.position, term.term);
    if (term.kind == TextTerm::Kind::stem) parts[term.position] = term.term.substr(4);
  }
  std::string key;
  for (const auto& [position, part] : parts) key += part;
  return letters_and_digits(key);
}

}  // namespace

std::vector<std::pair<std::string, std::size_t>> wordings(const KnownConcept& known,
                                                          const query::PlanContext& databases,
                                                          const CountParagraphs& count) {
  std::vector<std::pair<std::string, std::vector<Query>>> groups;
  std::map<std::string, std::size_t> group_of;
  std::map<std::string_view, bool> held_in;
  for (const ConceptVariant& variant : known.variants) {
    const auto [held, is_unknown] = held_in.try_emplace(variant.language, false);
    if (is_unknown) held->second = is_held_in(variant.language, databases.paragraphs);
    if (!held->second) continue;
    const auto [it, is_new] = group_of.emplace(key_of(variant), groups.size());
    if (is_new) groups.push_back({variant.text, {}});
    add_wording(variant, databases.paragraphs, groups[it->second].second);
  }
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const auto& [label, parts] : groups)
    if (const std::size_t found = count(Query(Query::OP_OR, parts.begin(), parts.end())))
      out.emplace_back(label, found);
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace undex::search
