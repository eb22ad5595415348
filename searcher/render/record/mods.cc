// MODS 3, of the Library of Congress.
#include "corpus/date.h"
#include "searcher/render/record/forms.h"
#include "searcher/render/record/wording.h"
#include "searcher/render/record/xml.h"

namespace undex::rendering {
namespace {

void add_names(XmlBuilder& xml, const Record& record) {
  for (const std::string& author : record.authors) {
    xml.open("name");
    xml.attribute("type", "corporate");
    add_element(xml, "namePart", author);
    xml.open("role");
    add_element(xml, "roleTerm", "author", "type", "text");
    xml.close();
    xml.close();
  }
}

void add_origin(XmlBuilder& xml, const Record& record) {
  const std::optional<Date> date = parse_date(record.date);
  if (record.publisher.empty() && !date) return;
  xml.open("originInfo");
  add_element(xml, "publisher", record.publisher);
  if (date) add_element(xml, "dateIssued", date->iso(), "encoding", "w3cdtf");
  xml.close();
}

void add_languages(XmlBuilder& xml, const Record& record) {
  for (const std::string& language : record.languages) {
    xml.open("language");
    xml.open("languageTerm");
    xml.attribute("type", "code");
    xml.attribute("authority", "iso639-2b");
    xml.text(three_letters(language));
    xml.close();
    xml.close();
  }
}

void add_identifiers(XmlBuilder& xml, const Record& record) {
  for (const std::string& part : record.symbol.parts)
    add_element(xml, "identifier", part, "type", "document symbol");
  if (record.symbol.parts.empty()) add_element(xml, "identifier", record.name, "type", "local");
  if (record.url.empty()) return;
  xml.open("location");
  add_element(xml, "url", record.url);
  xml.close();
}

void add_within(XmlBuilder& xml, std::string_view outer, std::string_view inner,
                std::string_view value) {
  if (value.empty()) return;
  xml.open(outer);
  add_element(xml, inner, value);
  xml.close();
}

}  // namespace

std::string record_mods(const Record& record, std::string_view) {
  XmlBuilder xml;
  xml.open("mods");
  add_within(xml, "titleInfo", "title", title_or_name(record));
  add_names(xml, record);
  add_element(xml, "typeOfResource", "text");
  add_element(xml, "genre", record.kind);
  add_origin(xml, record);
  add_languages(xml, record);
  if (!record.pages.empty())
    add_within(xml, "physicalDescription", "extent", record.pages + " pages");
  add_element(xml, "abstract", record.summary);
  add_element(xml, "note", note_of(record));
  for (const std::string& subject : record.subjects) add_within(xml, "subject", "topic", subject);
  for (const std::string& related : record.related) {
    xml.open("relatedItem");
    add_element(xml, "identifier", related, "type", "document symbol");
    xml.close();
  }
  add_identifiers(xml, record);
  xml.close();
  return element_of(xml);
}

}  // namespace undex::rendering
