#include "searcher/serve/sru/answer.h"

#include "searcher/render/record/xml.h"

namespace undex::serve::sru {

using rendering::add_element;

XmlBuilder begin_answer(const Asked& asked, std::string_view element) {
  const bool scans = asked.operation == Operation::scan;
  XmlBuilder xml;
  xml.open(element);
  xml.attribute("xmlns:zs", scans ? asked.version->scan : asked.version->response);
  if (!scans || asked.version->numbers_scans) add_element(xml, "zs:version", asked.version->number);
  return xml;
}

void add_record(XmlBuilder& xml, const Asked& asked, std::string_view schema,
                const std::string& element, const std::string& identifier, std::size_t position) {
  xml.open("zs:record");
  add_element(xml, "zs:recordSchema", schema);
  add_element(xml, "zs:" + std::string(asked.version->packing), asked.escaped ? "string" : "xml");
  xml.open("zs:recordData");
  if (asked.escaped)
    xml.text(element);
  else
    xml.fragment(element);
  xml.close();
  if (asked.version->identifies_records) add_element(xml, "zs:recordIdentifier", identifier);
  if (position > 0) add_element(xml, "zs:recordPosition", std::to_string(position));
  xml.close();
}

void add_echo(XmlBuilder& xml, const Asked& asked, std::string_view element) {
  if (asked.echoed.empty()) return;
  xml.open(element);
  for (const Parameter& one : asked.echoed) add_element(xml, "zs:" + one.name, one.value);
  xml.close();
}

HttpResponse end_answer(const Asked& asked, XmlBuilder& xml) {
  add_diagnostics(xml, *asked.version, asked.faults);
  xml.close();
  return {.media_type = std::string(asked.version->media_type), .body = xml.take()};
}

}  // namespace undex::serve::sru
