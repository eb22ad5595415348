// MARC as XML, of the Library of Congress.
#include "searcher/render/record/forms.h"
#include "searcher/render/record/marc.h"
#include "searcher/render/record/xml.h"

namespace undex::rendering {
namespace {

void add_field(XmlBuilder& xml, const MarcField& field) {
  if (field.subfields.empty())
    return add_element(xml, "controlfield", field.value, "tag", field.tag);
  xml.open("datafield");
  xml.attribute("tag", field.tag);
  xml.attribute("ind1", std::string_view(&field.indicators[0], 1));
  xml.attribute("ind2", std::string_view(&field.indicators[1], 1));
  for (const auto& [code, value] : field.subfields)
    add_element(xml, "subfield", value, "code", std::string_view(&code, 1));
  xml.close();
}

}  // namespace

std::string record_marcxml(const Record& record, std::string_view) {
  XmlBuilder xml;
  xml.open("record");
  add_element(xml, "leader", marc_leader(0, 0));
  for (const MarcField& field : marc_fields(record)) add_field(xml, field);
  xml.close();
  return element_of(xml);
}

}  // namespace undex::rendering
