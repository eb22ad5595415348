#include "searcher/serve/sru/hit_record.h"

#include "searcher/render/record/xml.h"
#include "searcher/serve/page/layout.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

/// "... sixty <match>missions</match> gained ...".
void add_snippet(XmlBuilder& xml, const Passage& passage) {
  xml.open("snippet");
  std::size_t at = 0;
  const std::string_view text = passage.snippet;
  for (const Span& match : passage.snippet_matches) {
    xml.text(text.substr(at, match.begin - at));
    xml.open_inline("match");
    xml.text(text.substr(match.begin, match.end - match.begin));
    xml.close();
    at = match.end;
  }
  xml.text(text.substr(at));
  xml.close();
}

void add_passage(XmlBuilder& xml, const Call& call, const Hit& hit, const Passage& passage) {
  xml.open("passage");
  if (!passage.locator.empty()) xml.attribute("locator", passage.locator);
  if (!passage.pinpoint.empty()) xml.attribute("pinpoint", passage.pinpoint);
  xml.attribute("href", call.site.permalink(address_of(hit.name, passage.locator)));
  add_snippet(xml, passage);
  xml.close();
}

void add_date(XmlBuilder& xml, const Hit& hit) {
  if (hit.date.empty()) return;
  xml.open("date");
  if (!hit.date_printed.empty()) xml.attribute("printed", hit.date_printed);
  if (!hit.date_flag.empty()) xml.attribute("doubt", hit.date_flag);
  xml.text(hit.date);
  xml.close();
}

/// What kind of text is held: the official one, a record in our own words, or none.
std::string_view held_as(const Hit& hit) {
  return hit.record ? "record" : hit.abridged ? "abridged" : "official";
}

}  // namespace

std::string hit_record(const Call& call, const Hit& hit, const Held&, const ArchiveEntry&) {
  XmlBuilder xml;
  xml.open("hit");
  xml.attribute("xmlns", "urn:undex:hit:1");
  xml.attribute("held", held_as(hit));
  xml.attribute("href", call.site.permalink(address_of(hit.name)));
  add_element(xml, "name", hit.name);
  add_element(xml, "title", hit.title);
  add_element(xml, "kind", hit.type);
  add_date(xml, hit);
  add_element(xml, "organ", hit.organ);
  add_element(xml, "session", hit.session);
  add_element(xml, "item", hit.agenda_item);
  add_element(xml, "language", hit.language);
  add_element(xml, "paragraphs", std::to_string(hit.paragraphs));
  for (const Passage& passage : hit.passages) add_passage(xml, call, hit, passage);
  xml.close();
  return rendering::element_of(xml);
}

}  // namespace undex::serve::sru
