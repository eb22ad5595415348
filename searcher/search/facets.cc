#include "searcher/search/facets.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "corpus/text.h"
#include "schemas/index_form.h"
#include "undex/error.h"

namespace undex::search {
namespace {

using Key = std::pair<std::string, bool>;  // value, doubtful

struct Tally {
  std::string label;
  MatchCount count;
};

bool has_order(FieldKind kind) { return kind == FieldKind::year || kind == FieldKind::date; }

bool goes_before(FieldKind kind, const FacetCount& a, const FacetCount& b) {
  if (!has_order(kind)) {
    if (a.documents != b.documents) return a.documents > b.documents;
    if (a.paragraphs != b.paragraphs) return a.paragraphs > b.paragraphs;
  }
  const std::string left = natural_sort_key(a.value);
  const std::string right = natural_sort_key(b.value);
  return left != right ? left < right : a.doubtful < b.doubtful;
}

int to_year(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

}  // namespace

const Field& facet_field(std::string_view name) {
  const Field* field = find_field(name);
  if (!field) {
    std::string message = "unknown field '" + printable(name) + "'";
    const std::vector<std::string_view> near = nearest_fields(name);
    if (!near.empty()) message += "; did you mean '" + std::string(near.front()) + "'?";
    throw Error(ErrorKind::usage, message, "'undex fields' lists them");
  }
  if (!field->facet || facet_slot(*field) == kNoSlot)
    throw Error(ErrorKind::usage, "field '" + std::string(name) + "' cannot be counted",
                "'undex fields' shows which fields can");
  return *field;
}

ParagraphSpy::ParagraphSpy(std::span<const Field* const> fields) {
  for (const Field* field : fields)
    slots_.push_back(field->read_marks ? facet_slot(*field) : kNoSlot);
}

void ParagraphSpy::operator()(const Xapian::Document& paragraph, double) {
  Counts& counts = counts_[paragraph.get_value(kSlotKey)];
  ++counts.paragraphs;
  for (std::size_t at = 0; at < slots_.size(); ++at) {
    if (slots_[at] == kNoSlot) continue;
    std::string bytes = paragraph.get_value(slots_[at]);
    if (bytes.empty()) continue;
    counts.lists.resize(slots_.size());
    ++counts.lists[at][std::move(bytes)];
  }
}

std::size_t ParagraphSpy::of(const std::string& key) const {
  const auto found = counts_.find(key);
  return found == counts_.end() ? 0 : found->second.paragraphs;
}

const ParagraphSpy::Lists* ParagraphSpy::lists(const std::string& key, std::size_t field) const {
  const auto found = counts_.find(key);
  if (found == counts_.end() || field >= found->second.lists.size()) return nullptr;
  return &found->second.lists[field];
}

DocumentSpy::DocumentSpy(std::span<const Field* const> fields, const ParagraphSpy& paragraphs)
    : paragraphs_(paragraphs), counts_(fields.size()) {
  for (const Field* field : fields) {
    slots_.push_back(facet_slot(*field));
    by_paragraph_.push_back(field->read_marks != nullptr);
  }
}

void DocumentSpy::operator()(const Xapian::Document& document, double) {
  const std::string key = document.get_value(kSlotKey);
  const std::size_t paragraphs = paragraphs_.of(key);
  all_paragraphs_ += paragraphs;
  for (std::size_t at = 0; at < slots_.size(); ++at) {
    std::string bytes = document.get_value(slots_[at]);
    if (bytes.empty()) continue;
    MatchCount& count = counts_[at][std::move(bytes)];
    ++count.documents;
    if (by_paragraph_[at])
      count_paragraphs(key, at);
    else
      count.paragraphs += paragraphs;
  }
}

void DocumentSpy::count_paragraphs(const std::string& key, std::size_t field) {
  const ParagraphSpy::Lists* lists = paragraphs_.lists(key, field);
  if (lists == nullptr) return;
  for (const auto& [bytes, paragraphs] : *lists) counts_[field][bytes].paragraphs += paragraphs;
}

Facet make_facet(const Field& field, const DocumentSpy::Counts& counts, std::size_t limit) {
  std::map<Key, Tally> tallies;
  for (const auto& [bytes, matches] : counts)
    for (FieldValue& value : read_values(bytes)) {
      Tally& tally = tallies[{value.value, value.doubtful}];
      tally.count.documents += matches.documents;
      tally.count.paragraphs += matches.paragraphs;
      if (tally.label.empty()) tally.label = std::move(value.label);
    }
  Facet facet{.field = std::string(field.name),
              .label = std::string(field.label),
              .distinct = tallies.size(),
              .values = {}};
  for (auto& [key, tally] : tallies)
    facet.values.push_back({.value = key.first,
                            .label = tally.label.empty() ? key.first : tally.label,
                            .doubtful = key.second,
                            .documents = tally.count.documents,
                            .paragraphs = tally.count.paragraphs});
  std::sort(
      facet.values.begin(), facet.values.end(),
      [&](const FacetCount& a, const FacetCount& b) { return goes_before(field.kind, a, b); });
  if (limit > 0 && facet.values.size() > limit && !has_order(field.kind))
    facet.values.resize(limit);
  return facet;
}

Facet count_all(const Field& field, const query::PlanContext& databases) {
  const Field* fields[] = {&field};
  const ParagraphSpy none;
  DocumentSpy documents(fields, none);
  Xapian::Enquire enquire(databases.documents);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.add_matchspy(&documents);
  enquire.get_mset(0, 1, databases.documents.get_doccount());
  return make_facet(field, documents.counts(0), 0);
}

std::string gaps_between(const Facet& held, std::string_view first, std::string_view last) {
  std::string out;
  int expected = to_year(first);
  const auto add = [&out](int from, int to) {
    if (from > to) return;
    if (!out.empty()) out += ", ";
    out += std::to_string(from);
    if (to > from) out += "-" + std::to_string(to);
  };
  for (const FacetCount& count : held.values) {
    const int year = to_year(count.value);
    if (year < expected) continue;
    add(expected, std::min(year, to_year(last) + 1) - 1);
    expected = year + 1;
    if (year >= to_year(last)) break;
  }
  return out;
}

}  // namespace undex::search
