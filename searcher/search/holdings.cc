#include "searcher/search/holdings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "schemas/index_form.h"
#include "searcher/query/conditions.h"
#include "searcher/search/facets.h"
#include "searcher/search/matches.h"

namespace undex::search {
namespace {

/// The values of one slot, asked for by ascending docid.
class Slot {
 public:
  Slot(const Xapian::Database& db, Xapian::valueno slot)
      : at_(db.valuestream_begin(slot)), end_(db.valuestream_end(slot)) {}

  std::string of(Xapian::docid document) {
    if (at_ != end_ && at_.get_docid() < document) at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_, end_;
};

std::vector<HeldValue> values_of(const Column& column, Xapian::docid document) {
  std::vector<HeldValue> values;
  for (const std::uint32_t number : column.list(column.of_document(document))) {
    const ColumnValue value = column.value(number);
    values.push_back({std::string(value.value), value.doubtful});
  }
  return values;
}

std::string first_of(const Column& column, Xapian::docid document) {
  const std::vector<HeldValue> values = values_of(column, document);
  return values.empty() ? std::string() : values.front().value;
}

std::size_t number_of(const std::string& sortable) {
  const double number = sortable.empty() ? 0 : Xapian::sortable_unserialise(sortable);
  return number > 0 && std::isfinite(number) ? static_cast<std::size_t>(number) : 0;
}

bool stands_before(const HeldWork& one, const HeldWork& other) {
  const bool english = one.language == "en", other_english = other.language == "en";
  return english != other_english ? english : one.key < other.key;
}

}  // namespace

Holdings holdings(const Index& index, std::span<const Filter> filters, std::string_view field) {
  const Node tree = query::with_filters(Node{}, filters);
  const Column& values = index.columns.column(facet_field(field));
  const Column& languages = index.columns.column(facet_field("language"));
  const Column& statuses = index.columns.column(facet_field("status"));
  const Xapian::Database& db = index.databases.documents.engine();
  Slot keys(db, kSlotKey), names(db, kSlotSymbolOrder), words(db, kSlotWords);
  std::map<std::string, HeldWork> works, records;
  for (const Matches::OfDocument& match : find_matches(tree, index).documents) {
    const Xapian::docid document = match.document;
    HeldWork work{.key = keys.of(document),
                  .name = names.of(document),
                  .language = first_of(languages, document),
                  .values = values_of(values, document),
                  .words = number_of(words.of(document))};
    auto& kept = first_of(statuses, document) == "record" ? records : works;
    const auto [at, is_new] = kept.try_emplace(work.name, work);
    if (!is_new && stands_before(work, at->second)) at->second = std::move(work);
  }
  Holdings out;
  for (auto& [name, work] : records)
    if (!works.contains(name)) out.records.push_back(std::move(work));
  for (auto& [name, work] : works) out.works.push_back(std::move(work));
  return out;
}

}  // namespace undex::search
