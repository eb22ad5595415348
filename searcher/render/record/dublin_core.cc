// Dublin Core in the element that harvesters ask for: oai_dc.
#include "searcher/render/record/forms.h"
#include "searcher/render/record/xml.h"

namespace undex::rendering {

std::string record_dublin_core(const Record& record, std::string_view) {
  XmlBuilder xml;
  xml.open("oai_dc:dc");
  xml.attribute("xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/");
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

}  // namespace undex::rendering
