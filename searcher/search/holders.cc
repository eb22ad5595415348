#include "searcher/search/holders.h"

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/combine.h"
#include "searcher/query/docids.h"
#include "searcher/query/wording.h"

namespace undex::search {

std::set<std::string> keys_with(std::string_view field, const std::vector<std::string>& values,
                                const query::PlanContext& databases) {
  std::set<std::string> keys;
  const query::Database& documents = databases.documents;
  for (const std::string& value : values) {
    const std::string term = field_term(*find_field(field), value);
    for (const Xapian::docid document : documents.docids(term))
      keys.insert(documents.get_document(document).get_value(kSlotKey));
  }
  return keys;
}

Citing count_citing(const Symbol& cited, const query::Expansion& expansion) {
  using query::Census;
  const query::PlanContext& databases = expansion.context();
  const query::LeftOut& left_out = expansion.census().left_out();
  const Census::Terms& counts = expansion.census().expansion("(citing " + cited.text() + ")", [&] {
    const Xapian::Query citing = query::any_term(query::citing_terms(cited));
    const auto count = [&](query::Side side, const query::Database& database) {
      return left_out.without(query::found_by(citing, database), side).size();
    };
    return Census::Terms{{"documents", count(query::Side::documents, databases.documents)},
                         {"paragraphs", count(query::Side::paragraphs, databases.paragraphs)}};
  });
  const auto of = [&](const char* side) {  // what others told may lack it
    const auto found = counts.find(side);
    return found == counts.end() ? 0 : found->second;
  };
  return {.documents = of("documents"), .paragraphs = of("paragraphs")};
}

std::set<std::string> records_among(const std::vector<std::string>& keys,
                                    const query::PlanContext& databases) {
  std::set<std::string> records;
  const query::Database& documents = databases.documents;
  for (const std::string& key : keys) {
    const std::string term = bounded_term(std::string(kKeyPrefix) + key);
    const Xapian::docid own = documents.first(term);
    if (own != 0 && read_card(documents.get_document(own).get_data()).record) records.insert(key);
  }
  return records;
}

}  // namespace undex::search
