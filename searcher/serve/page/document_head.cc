#include "searcher/serve/page/document_head.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searcher/render/address.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/passages.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

void add_meta(Html& html, std::string_view name, std::string_view content) {
  if (!content.empty()) html.empty("meta", {{"name", name}, {"content", content}});
}

/// Data in a page: "<" is written out, so that nothing in it can end the element.
std::string json_in_html(const nlohmann::ordered_json& value) {
  std::string out;
  for (const char c : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

nlohmann::ordered_json linked_data(const Call& call, const Record& record) {
  nlohmann::ordered_json data = {{"@context", "https://schema.org"},
                                 {"@type", "Report"},
                                 {"@id", call.site.permalink(address_of(record.name))},
                                 {"url", call.site.permalink(address_of(record.name))},
                                 {"identifier", record.name},
                                 {"reportNumber", record.name},
                                 {"name", record.title},
                                 {"inLanguage", record.language}};
  if (!record.date.empty()) data["datePublished"] = record.date;
  for (const std::string& author : record.authors)
    data["author"].push_back({{"@type", "Organization"}, {"name", author}});
  if (!record.publisher.empty())
    data["publisher"] = {{"@type", "Organization"}, {"name", record.publisher}};
  for (const std::string& subject : record.subjects) data["about"].push_back(subject);
  if (!record.url.empty()) data["sameAs"] = record.url;
  if (!record.summary.empty()) data["abstract"] = record.summary;
  return data;
}

void add_row(Html& html, std::string_view term, std::string_view value,
             std::string_view doubt = {}) {
  if (value.empty()) return;
  html.element("dt", term).open("dd").element("bdi", value);
  if (!doubt.empty()) html.text(" ").element("em", doubt);
  html.close("dd");
}

/// A value of a field, whose name is that of its row in the texts.
void add_value_row(Html& html, const Texts& texts, std::string_view field, std::string_view value) {
  if (value.empty()) return;
  html.element("dt", texts(field)).open("dd").open("bdi");
  add_value(html, texts, field, value);
  html.close("bdi").close("dd");
}

/// "A/RES/57/295, para. 4", as a link to that place.
void add_mandate(Html& html, const Call& call, const Texts& texts, std::string_view mandate) {
  const std::size_t comma = std::min(mandate.find(", "), mandate.size());
  const std::string_view place = comma < mandate.size() ? mandate.substr(comma + 2) : "";
  html.element("dt", texts("asked-for-by")).open("dd");
  if (place.empty() || parse_locator(place))
    add_place(html, call, mandate.substr(0, comma), place, place);
  else
    html.element("bdi", mandate);
  html.close("dd");
}

}  // namespace

Html document_head(const Call& call, const Record& record,
                   const std::vector<ArchiveEntry>& entries) {
  Html html;
  add_meta(html, "citation_title", title_or_name(record));
  for (const std::string& author : record.authors) add_meta(html, "citation_author", author);
  add_meta(html, "citation_publication_date", record.date);
  add_meta(html, "citation_technical_report_number", record.name);
  add_meta(html, "citation_technical_report_institution", record.publisher);
  add_meta(html, "citation_language", record.language);
  add_meta(html, "citation_public_url", call.site.permalink(address_of(record.name)));
  add_meta(html, "description", record.summary);
  for (const ArchiveEntry& entry : entries)
    html.empty("link", {{"rel", "alternate"},
                        {"hreflang", entry.language},
                        {"href", call.site.permalink(address_of(record.name)) +
                                     "?lang=" + entry.language}});
  html.open("script", {{"type", "application/ld+json"}})
      .trusted(json_in_html(linked_data(call, record)))
      .close("script");
  return html;
}

Html document_masthead(const Call& call, const Texts& texts, const Document& document,
                       const std::optional<Locator>& place) {
  const Record record = record_of(document);
  Html html;
  html.open("h1").open("span", {{"class", "where"}});
  html.element("bdi", {{"class", "symbol"}}, record.name);
  if (place) html.text(", " + place->citation());
  html.close("span");
  if (!record.title.empty())
    html.text(" ").element("span", {{"lang", record.language}, {"dir", direction_of(record.title)}},
                           record.title);
  html.close("h1").add(coins(record));
  if (record.abridged) html.element("p", {{"class", "remark"}}, texts("abridged"));
  if (record.catalogued) html.element("p", {{"class", "remark"}}, texts("record-only"));
  html.open("dl", {{"class", "masthead"}});
  for (const std::string& organ : record.organs) add_value_row(html, texts, "organ", organ);
  add_value_row(html, texts, "kind", record.kind);
  add_row(html, texts("date"), texts.date(record.date), record.date_flag);
  add_row(html, texts("session"), record.session);
  add_row(html, texts("agenda"),
          record.agenda_item + (record.agenda_title.empty() ? "" : " " + record.agenda_title));
  add_row(html, texts("distribution"), record.distribution);
  for (const std::string& mandate : record.mandates) add_mandate(html, call, texts, mandate);
  html.close("dl");
  if (!record.url.empty())
    html.open("p")
        .element("a", {{"href", record.url}, {"rel", "external"}}, texts("official"))
        .close("p");
  return html;
}

Html printed_citation(const Call& call, const Texts& texts, const Record& record,
                      const std::string& path) {
  Html html;
  html.open("p", {{"class", "printed"}});
  for (const std::string& author : record.authors) html.text(author + ", ");
  if (!record.title.empty())
    html.element("cite", {{"lang", record.language}, {"dir", direction_of(record.title)}},
                 record.title)
        .text(", ");
  for (const std::string& part : {record.kind, texts.date(record.date)})
    if (!part.empty()) html.text(part + ", ");
  html.element("bdi", record.name);
  for (const Locator& place : record.places) html.text(", " + place.citation());
  html.text(". ").element("bdi", call.site.permalink(path)).close("p");
  return html;
}

Html coins(const Record& record) {
  std::string context =
      "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&rft.genre=report";
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) context += "&" + std::string(name) + "=" + value_encoded(value);
  };
  add("rft.btitle", title_or_name(record));
  add("rft.title", title_or_name(record));
  for (const std::string& author : record.authors) add("rft.aucorp", author);
  add("rft.date", record.date);
  add("rft.pub", record.publisher);
  add("rft.series", record.name);
  add("rft.language", record.language);
  add("rft_id", record.url);
  Html html;
  html.element("span", {{"class", "Z3988"}, {"title", context}});
  return html;
}

Html coins(const Hit& hit) {
  Record record;
  record.name = hit.name;
  record.title = hit.title;
  record.kind = hit.type;
  record.date = hit.date;
  record.language = hit.language;
  if (const std::optional<Symbol> symbol = parse_symbol(hit.name)) {
    record.publisher = "United Nations";
    record.url = rendering::official_address(*symbol);
  }
  return coins(record);
}

}  // namespace undex::serve
