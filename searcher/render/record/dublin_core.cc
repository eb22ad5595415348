// Dublin Core in the elements that harvesters (oai_dc) and searchers (srw_dc) ask for.
#include "searcher/render/record/forms.h"
#include "searcher/render/record/xml.h"

namespace undex::rendering {

namespace {

std::string in_element(const Record& record, const std::string& prefix, std::string_view uri) {
  XmlBuilder xml;
  xml.open(prefix + ":dc");
  xml.attribute("xmlns:" + prefix, uri);
  xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  add_element(xml, "dc:title", title_or_name(record));
  for (const std::string& author : record.authors) add_element(xml, "dc:creator", author);
  for (const std::string& subject : record.subjects) add_element(xml, "dc:subject", subject);
  add_element(xml, "dc:description", record.summary);
  add_element(xml, "dc:description", note_of(record));
  add_element(xml, "dc:publisher", record.publisher);
  add_element(xml, "dc:date", record.date);
  add_element(xml, "dc:type", record.kind);
  for (const std::string& part : record.symbol.parts) add_element(xml, "dc:identifier", part);
  if (record.symbol.parts.empty()) add_element(xml, "dc:identifier", record.name);
  add_element(xml, "dc:identifier", record.url);
  for (const std::string& language : record.languages) add_element(xml, "dc:language", language);
  for (const std::string& related : record.related) add_element(xml, "dc:relation", related);
  xml.close();
  return xml.take();
}

}  // namespace

std::string record_dublin_core(const Record& record, std::string_view) {
  return in_element(record, "oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
}

std::string record_srw_dc(const Record& record, std::string_view) {
  return in_element(record, "srw_dc", "info:srw/schema/1/dc-schema");
}

}  // namespace undex::rendering
