#include "searcher/serve/sru/explain.h"

#include <algorithm>

#include "corpus/utc.h"
#include "schemas/fields.h"
#include "searcher/query/cql.h"
#include "searcher/render/record/xml.h"
#include "searcher/serve/sru/scan.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

/// "https://library.example.org:8443/undex" and the route: host, port, and the rest as "database".
struct Address {
  std::string host;
  std::string port;
  std::string database;
};

Address address_of(std::string_view base) {
  const bool secure = base.starts_with("https:");
  base.remove_prefix(std::min(base.find("://") + 3, base.size()));
  const std::size_t slash = std::min(base.find('/'), base.size());
  std::string_view host = base.substr(0, slash);
  Address address{.host = {}, .port = secure ? "443" : "80", .database = {}};
  if (const std::size_t colon = host.rfind(':');
      colon != std::string_view::npos && colon > host.find(']') + 1) {
    address.port = host.substr(colon + 1);
    host = host.substr(0, colon);
  }
  address.host = host;
  address.database = slash < base.size() ? std::string(base.substr(slash + 1)) + "/sru" : "sru";
  return address;
}

void add_server(XmlBuilder& xml, const Call& call, const Version& version) {
  const Address address = address_of(call.site.options().base_url);
  xml.open("serverInfo");
  xml.attribute("protocol", "SRU");
  xml.attribute("version", version.number);
  xml.attribute("transport", call.site.options().base_url.starts_with("https:") ? "https" : "http");
  xml.attribute("method", "GET POST");
  add_element(xml, "host", address.host);
  add_element(xml, "port", address.port);
  add_element(xml, "database", address.database);
  xml.close();
}

void add_title(XmlBuilder& xml, std::string_view element, std::string_view text) {
  xml.open(element);
  xml.attribute("lang", "en");
  xml.attribute("primary", "true");
  xml.text(text);
  xml.close();
}

/// Of several archives how many: what they hold is known by asking them all.
std::string holdings(const Call& call) {
  if (call.search.is_of_several())
    return std::to_string(call.site.options().archives.size()) + " archives searched as one";
  const Status status = call.view.searcher.status();
  return std::to_string(status.documents) + " texts with " + std::to_string(status.paragraphs) +
         " paragraphs";
}

void add_database(XmlBuilder& xml, const Call& call) {
  xml.open("databaseInfo");
  add_title(xml, "title", call.site.options().name);
  add_title(xml, "description",
            "United Nations documents on informatics: " + holdings(call) +
                ", each found by its words, names, figures and citations");
  add_element(xml, "contact", call.site.options().admin_email);
  xml.close();
  xml.open("metaInfo");
  add_element(xml, "dateModified", utc_time(call.view.published));
  xml.close();
}

std::string_view title_of(const CqlIndex& index) {
  const Field* field = find_field(index.field);
  if (field != nullptr) return field->label;
  return index.name == "allRecords" ? "Every document" : "The whole text";
}

/// Each index under the one name that its set has for it, and whether it can be scanned and sorted
/// by.
void add_indexes(XmlBuilder& xml) {
  xml.open("indexInfo");
  for (const CqlSet& set : cql_sets()) {
    xml.open("set");
    xml.attribute("name", set.name);
    xml.attribute("identifier", set.uri);
    xml.close();
  }
  for (const CqlIndex& index : cql_indexes()) {
    xml.open("index");
    xml.attribute("search", "true");
    xml.attribute("scan", scans(index) ? "true" : "false");
    xml.attribute("sort", sorts(index) ? "true" : "false");
    add_title(xml, "title", title_of(index));
    xml.open("map");
    xml.open("name");
    xml.attribute("set", index.set);
    xml.text(index.name);
    xml.close();
    xml.close();
    xml.close();
  }
  xml.close();
}

void add_schemas(XmlBuilder& xml) {
  xml.open("schemaInfo");
  for (const RecordSchema& schema : record_schemas()) {
    xml.open("schema");
    xml.attribute("name", schema.name);
    xml.attribute("identifier", schema.identifier);
    xml.attribute("retrieve", "true");
    xml.attribute("sort", "false");
    add_title(xml, "title", schema.title);
    xml.close();
  }
  xml.close();
}

void add_configuration(XmlBuilder& xml, const Version& version) {
  xml.open("configInfo");
  const auto add = [&](std::string_view element, std::string_view type, std::string_view value) {
    add_element(xml, element, value, "type", type);
  };
  add("default", "numberOfRecords", std::to_string(kDefaultRecords));
  add("default", "contextSet", "cql");
  add("default", "index", "cql.serverChoice");
  add("default", "relation", "=");
  add("default", "retrieveSchema", record_schemas().front().identifier);
  add("default", "numberOfTerms", std::to_string(kDefaultTerms));
  add("setting", "maximumRecords", std::to_string(kMostRecords));
  add("setting", "maximumTerms", std::to_string(kMostTerms));
  add("setting", "resultSetTTL", "0");
  for (const std::string_view relation : cql_relations()) add("supports", "relation", relation);
  for (const std::string_view character : {"*", "?"})
    add("supports", "maskingCharacter", character);
  add("supports", "proximity", "prox");
  add("supports", "sort", "sortBy");
  add("supports", "scan", "scan");
  if (version.number == "2.0") add("supports", "facets", "facetLimit");
  xml.close();
}

}  // namespace

std::string explain_record(const Call& call, const Version& version) {
  XmlBuilder xml;
  xml.open("explain");
  xml.attribute("xmlns", kExplainSchema);
  add_server(xml, call, version);
  add_database(xml, call);
  add_indexes(xml);
  add_schemas(xml);
  add_configuration(xml, version);
  xml.close();
  return rendering::element_of(xml);
}

}  // namespace undex::serve::sru
