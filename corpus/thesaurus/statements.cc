#include "corpus/thesaurus/statements.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostStatements = 5'000'000;
constexpr std::size_t kLongestValue = 10'000;  // bytes

constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

constexpr std::string_view kSkosProperties[] = {"prefLabel", "altLabel", "scopeNote",
                                                "broader",   "narrower", "related"};
/// Classes that group concepts and are no subject headings.
constexpr std::string_view kGroups[] = {"ConceptScheme", "Domain", "MicroThesaurus", "Collection",
                                        "OrderedCollection"};

void make_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

void refuse_thesaurus(std::string_view name, std::size_t line, const std::string& fault) {
  throw Error(ErrorKind::check,
              "'" + std::string(name) + "' line " + std::to_string(line) + ": " + fault,
              "SKOS as Turtle or RDF/XML is read, and tables of statements; see docs/thesaurus.md");
}

std::string local_name(std::string_view address) {
  while (address.ends_with('/') || address.ends_with('#')) address.remove_suffix(1);
  const std::size_t at = address.find_last_of("/#");
  return std::string(at == std::string_view::npos ? address : address.substr(at + 1));
}

std::string_view predicate_of(std::string_view address) {
  if (address.starts_with(kRdf)) return address.substr(kRdf.size()) == "type" ? "type" : "";
  if (!address.starts_with(kSkos)) return {};
  const std::string_view name = address.substr(kSkos.size());
  for (std::string_view property : kSkosProperties)
    if (property == name) return property;
  return {};
}

std::string language_of(std::string_view tag) {
  const std::string_view first = tag.substr(0, tag.find('-'));
  const bool plain = std::all_of(first.begin(), first.end(), is_letter);
  return plain ? to_lower(first) : std::string();
}

void ThesaurusBuilder::add(const Statement& statement, std::size_t line) {
  if (++statements_ > kMostStatements)
    refuse_thesaurus(name_, line, "there are more than 5,000,000 statements");
  if (statement.value.size() > kLongestValue || statement.subject.size() > kLongestValue)
    refuse_thesaurus(name_, line, "a value has more than 10,000 bytes");
  const std::string subject = collapse_spaces(normal_text(statement.subject));
  const std::string value = collapse_spaces(normal_text(statement.value));
  if (subject.empty() || value.empty() || statement.predicate.empty()) return;
  Concept& one = concepts_[subject];
  one.id = subject;
  const std::string& predicate = statement.predicate;
  if (predicate == "prefLabel") {
    one.preferred.emplace(statement.language, value);
  } else if (predicate == "altLabel") {
    one.alternative[statement.language].push_back(value);
  } else if (predicate == "scopeNote") {
    one.notes.emplace(statement.language, value);
  } else if (predicate == "broader") {
    one.broader.push_back(value);
  } else if (predicate == "narrower") {
    concepts_[value].id = value;
    concepts_[value].broader.push_back(subject);
  } else if (predicate == "related") {
    one.related.push_back(value);
  } else if (predicate == "type") {
    one.heading &= std::find(std::begin(kGroups), std::end(kGroups), value) == std::end(kGroups);
  }
}

Thesaurus ThesaurusBuilder::finish() {
  Thesaurus thesaurus;
  const auto has_label = [&](const std::string& id) {
    const auto found = concepts_.find(id);
    return found != concepts_.end() && !found->second.preferred.empty();
  };
  const auto tidy = [&](const std::string& self, std::vector<std::string>& ids) {
    make_unique(ids);
    std::erase_if(ids, [&](const std::string& id) { return id == self || !has_label(id); });
  };
  for (auto& [id, one] : concepts_) {
    tidy(id, one.broader);
    tidy(id, one.related);
    for (auto& [language, labels] : one.alternative) make_unique(labels);
  }
  for (auto& [id, one] : concepts_)
    if (!one.preferred.empty()) thesaurus.concepts.push_back(one);
  return thesaurus;
}

}  // namespace undex
