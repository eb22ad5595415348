#include "searcher/search/holders.h"

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"

namespace undex::search {

std::set<std::string> keys_with(std::string_view field, const std::vector<std::string>& values,
                                const query::PlanContext& databases) {
  std::set<std::string> keys;
  const Xapian::Database& documents = databases.documents;
  for (const std::string& value : values) {
    const std::string term = field_term(*find_field(field), value);
    for (auto at = documents.postlist_begin(term); at != documents.postlist_end(term); ++at)
      keys.insert(documents.get_document(*at).get_value(kSlotKey));
  }
  return keys;
}

}  // namespace undex::search
