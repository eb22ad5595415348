#include "searcher/search/works.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "searcher/search/stable_id.h"

namespace undex::search {
namespace {

/// With its name what tells a document from others: an archive that holds the text must not be
/// silenced by one that holds its catalogue record.
constexpr std::array<std::string_view, 2> kTellingFields = {"language", "status"};

}  // namespace

Works::Works(const Index& index) {
  const query::Database& documents = index.databases.documents;
  const Xapian::Database& db = documents.engine();
  for (auto name = db.valuestream_begin(kSlotSymbolOrder);
       name != db.valuestream_end(kSlotSymbolOrder); ++name) {
    if (!documents.is_live(name.get_docid())) continue;
    std::uint64_t id = kIdOfNothing;
    add_to_id(*name, id);
    for (const std::string_view field : kTellingFields) {
      const Column& column = index.columns.column(*find_field(field));
      for (const std::uint32_t value : column.list(column.of_document(name.get_docid())))
        add_to_id(column.value(value).value, id);
      add_to_id({}, id);
    }
    works_.emplace_back(id, name.get_docid());
  }
  std::sort(works_.begin(), works_.end());
}

std::vector<std::uint64_t> Works::ids() const {
  std::vector<std::uint64_t> ids;
  for (const auto& [id, document] : works_)
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  return ids;
}

query::Docids Works::documents_of(const std::vector<std::uint64_t>& ids) const {
  query::Docids documents;
  for (const std::uint64_t id : ids)
    for (auto at = std::lower_bound(works_.begin(), works_.end(), std::pair{id, Xapian::docid{0}});
         at != works_.end() && at->first == id; ++at)
      documents.push_back(at->second);
  std::sort(documents.begin(), documents.end());
  return documents;
}

}  // namespace undex::search
