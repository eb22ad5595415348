#include "searcher/serve/page/document_page.h"

#include <algorithm>
#include <utility>

#include "corpus/labels.h"
#include "searcher/documents/citing.h"
#include "searcher/documents/related.h"
#include "searcher/render/address.h"
#include "searcher/render/record/forms.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/held.h"
#include "searcher/serve/page/document_address.h"
#include "searcher/serve/page/document_head.h"
#include "searcher/serve/page/document_text.h"
#include "searcher/serve/page/front_page.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/passages.h"
#include "searcher/serve/page/reuse_part.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

/// A document held, as one request asks for it.
struct Shown {
  const Call& call;
  const Texts& texts;
  const DocumentAddress& address;
  const Held& held;
  const Shelves& shelves;
  const std::vector<ArchiveEntry>& entries;  ///< of `held`
  const ArchiveEntry& entry;
  const Document& document;
};

/// The other languages in which it is held, and its further texts.
void add_versions(Html& html, const Shown& shown) {
  if (shown.entries.size() < 2) return;
  html.open("ul", {{"class", "versions"}, {"aria-label", shown.texts("versions")}});
  for (const ArchiveEntry& entry : shown.entries) {
    const std::string_view called = label_of("language", entry.language, shown.texts.language());
    const bool here = entry.key == shown.entry.key;
    const std::string path =
        canonical_path(shown.document.name(), shown.address.place, shown.address.tab);
    html.open("li").element(
        "a",
        {{"href", link(shown.call, path, {{"lang", entry.language}})},
         {"hreflang", entry.language},
         {"aria-current", here ? "true" : Html::kNone}},
        std::string(called.empty() ? entry.language : called) +
            (entry.key.find('~') == std::string::npos ? "" : " (" + entry.key + ")"));
    html.close("li");
  }
  html.close("ul");
}

void add_tabs(Html& html, const Shown& shown) {
  html.open("nav", {{"class", "tabs"}, {"aria-label", shown.texts("document-parts")}}).open("ul");
  for (const Tab tab :
       {Tab::text, Tab::citations, Tab::reuse, Tab::cite, Tab::original, Tab::xml}) {
    const std::string id = tab == Tab::text ? "text" : std::string(name_of(tab));
    const bool whole = tab == Tab::original || tab == Tab::xml;
    html.open("li").element(
        "a",
        {{"href",
          link(shown.call, canonical_path(shown.document.name(),
                                          whole ? std::nullopt : shown.address.place, tab))},
         {"aria-current", tab == shown.address.tab ? "page" : Html::kNone}},
        shown.texts(id));
    html.close("li");
  }
  html.close("ul").close("nav");
}

void add_related(Html& html, const Shown& shown) {
  for (const RelatedDocument& one :
       related_documents(shown.shelves, shown.entry, shown.document.symbol)) {
    if (one.relation == "also in" || one.relation == "other text") continue;  // add_versions()
    html.open("p", {{"class", "related"}});
    add_word(html, shown.texts, one.relation);
    html.text(": ");
    if (one.name.find('/') != std::string::npos && one.relation != "also read from")
      html.element("a", {{"href", link(shown.call, address_of(one.name))}}, one.name)
          .text(one.held ? "" : " (" + shown.texts("not-held") + ")");
    else
      html.element("bdi", one.name);
    html.close("p");
  }
}

/// One group of the page of citations: each document with its places.
void add_partners(Html& html, const Call& call, const Texts& texts,
                  const std::vector<CitationPartner>& partners, bool cited, std::string_view own) {
  html.open("ul", {{"class", "partners"}});
  for (const CitationPartner& partner : partners) {
    html.open("li").open("a", {{"href", link(call, address_of(partner.name))}});
    html.element("bdi", {{"class", "symbol"}}, partner.name).close("a");
    if (!partner.title.empty()) html.text(" ").text(partner.title);
    if (!partner.date.empty()) html.text(", " + texts.date(partner.date));
    if (!partner.held)
      html.text(" (" + texts("not-held") + ")");
    else if (!partner.archive.empty() && partner.archive != call.site.own_archive())
      html.text(" (").element("bdi", partner.archive).text(")");
    html.open("ul");
    for (const CitingPlace& place : partner.places) {
      html.open("li").element(
          "a",
          {{"href", link(call, address_of(cited ? own : std::string_view(place.document),
                                          place.at.text()))}},
          place.at.citation());
      html.text(": ").element("q", place.as_printed);
      if (!place.reference.pinpoints.empty())
        html.text(" → " + citation_of(place.reference.pinpoints));
      if (place.reference.relation != Relation::cites) {
        html.text(" (");
        add_word(html, texts, name_of(place.reference.relation));
        html.text(")");
      }
      html.close("li");
    }
    html.close("ul").close("li");
  }
  html.close("ul");
}

void add_citations(Html& html, const Call& call, const Texts& texts, const CitationPage& page) {
  if (page.held) {
    html.element("h2", texts.counted("cites-count", page.cites.size()));
    add_partners(html, call, texts, page.cites, true, page.name);
  }
  html.element("h2", texts.counted("cited-by-count", page.cited_by.size()));
  add_partners(html, call, texts, page.cited_by, false, page.name);
  const std::optional<Locator> place =
      page.only.empty() ? std::nullopt : std::optional(page.only.front());
  html.add(feed_line(call, texts, feed_address(call, page.name, place)));
}

/// Cited, and not held: who cites it, and where the United Nations has it.
HttpResponse not_held(const Call& call, const Texts& texts, const DocumentAddress& address) {
  const std::optional<Symbol> symbol = parse_symbol(address.name);
  const Target target{.entries = {}, .name = address.name, .place = {}};
  const std::unique_ptr<const Shelves> shelves = shelves_of(call);
  const CitationPage citations =
      symbol ? citation_page(*shelves, target, nullptr, {}) : CitationPage{};
  call.search.hear(shelves->archives());
  const std::string near = call.view.names->nearest(address.name);
  const std::string name = symbol ? symbol->text() : address.name;
  // Where an archive has not answered, nobody knows that it is not held.
  const int nowhere = call.search.missing().empty() ? 404 : 503;
  Page page{.status = citations.cited_by.empty() ? nowhere : 200, .title = name, .query = name};
  page.body.open("h1").element("bdi", name).close("h1");
  page.body.element("p", {{"class", "remark"}}, texts("document-not-held", {name}));
  if (!near.empty() && near != name)
    page.body.open("p")
        .text(texts("nearest") + " ")
        .element("a", {{"href", link(call, address_of(near))}}, near)
        .close("p");
  if (symbol) page.head.add(feed_link(texts, feed_address(call, name, {})));
  if (symbol)
    page.body.open("p")
        .element("a", {{"href", rendering::official_address(*symbol)}, {"rel", "external"}},
                 texts("official"))
        .close("p");
  if (!citations.cited_by.empty()) {
    page.canonical = address_of(name);
    add_citations(page.body, call, texts, citations);
  }
  return page_of(call, texts, std::move(page));
}

/// Each form as text that can be selected, and as a file.
void add_cite(Html& html, const Shown& shown, const Record& record) {
  for (const std::string_view form : {"un", "un-full", "bibtex", "ris", "csl-json"}) {
    const RecordForm& found = *find_record_form(form);
    std::string text = found.header ? found.header() : std::string(found.begin);
    text += found.write(record, shown.texts.language()) + std::string(found.end);
    html.element("h2", shown.texts("form-" + std::string(form)));
    html.element("pre", {{"class", "cite"}, {"tabindex", "0"}}, text);
  }
}

HttpResponse file_of(const Shown& shown) {
  HttpResponse response;
  if (shown.address.tab == Tab::xml) {
    response.media_type = "application/xml; charset=utf-8";
    response.body = xml_of(shown.call, shown.held, shown.entry);
    response.etag = shown.entry.xml_sha256;
    return response;
  }
  response.body = original_of(shown.call, shown.held, shown.entry);
  response.etag = shown.entry.sha256;
  response.ranges = true;
  // What came from outside is handed over, never run: a page among it would be one of this site.
  response.media_type = "application/octet-stream";
  std::string file = shown.entry.source.substr(shown.entry.source.rfind('/') + 1);
  std::erase_if(file, [](char c) { return c < ' ' || c > '~' || c == '"' || c == '\\'; });
  response.set("content-disposition", "attachment; filename=\"" + file + "\"");
  return response;
}

/// Which archive holds it, where it is not the one that is served.
void add_holder(Html& html, const Shown& shown) {
  const std::string archive = shown.held.archive_of(shown.entry);
  if (archive.empty()) return;
  html.open("p", {{"class", "remark"}}).text(shown.texts("held-by") + " ");
  const std::string there =
      address_elsewhere(shown.call.site, archive, address_of(shown.document.name()));
  if (there.empty())
    html.element("bdi", archive);
  else
    html.element("a", {{"href", there}}, archive);
  html.text(".").close("p");
}

void add_reuse(Html& html, const Shown& shown) {
  if (shown.held.archive_of(shown.entry).empty())
    html.add(reuse_part(shown.call, shown.texts, shown.entry, shown.document, shown.address.place));
  else
    html.element("p", shown.texts("reuse-elsewhere"));
}

void add_text(Html& html, const Shown& shown) {
  const CitationPage citations = citation_page(
      shown.shelves, {.entries = shown.entries, .name = shown.document.name(), .place = {}},
      &shown.document, {});
  TextOptions options{.only = {}, .cited = cited_places(citations)};
  if (shown.address.place) options.only.push_back(*shown.address.place);
  const Html contents =
      shown.address.place ? Html() : table_of_contents(shown.texts, shown.document);
  html.open("div", {{"class", contents.is_empty() ? Html::kNone : "reading"}}).add(contents);
  html.open("article",
            {{"class", "document"},
             {"lang", shown.entry.language},
             {"dir", direction_of(shown.document.masthead.normal(MastheadItem::title))}});
  html.add(document_text(shown.call, shown.texts, shown.document, options));
  html.close("article").close("div");
  if (shown.address.place)
    html.open("p", {{"class", "actions"}})
        .element("a",
                 {{"href", link(shown.call, address_of(shown.document.name())) + "#" +
                               shown.address.place->anchor()}},
                 shown.texts("whole-document"))
        .close("p");
}

HttpResponse shown_page(const Shown& shown) {
  if (shown.address.tab == Tab::original || shown.address.tab == Tab::xml) return file_of(shown);
  Record record = record_of(shown.document);
  if (shown.address.place) record.places.push_back(*shown.address.place);
  Page page{.title = record.name +
                     (shown.address.place ? ", " + shown.address.place->citation() : "") + " " +
                     record.title,
            .canonical = canonical_path(record.name, shown.address.place, shown.address.tab),
            .indexed = shown.address.tab == Tab::text};
  page.head = document_head(shown.call, record, shown.entries);
  page.head.add(feed_link(shown.texts, feed_address(shown.call, record.name, shown.address.place)));
  Html& html = page.body;
  html.add(document_masthead(shown.call, shown.texts, shown.document, shown.address.place));
  add_holder(html, shown);
  html.add(printed_citation(shown.call, shown.texts, record, page.canonical));
  add_versions(html, shown);
  add_related(html, shown);
  add_tabs(html, shown);
  switch (shown.address.tab) {
    case Tab::text:
      add_text(html, shown);
      break;
    case Tab::cite:
      add_cite(html, shown, record);
      break;
    case Tab::citations: {
      std::vector<Locator> only;
      if (shown.address.place) only.push_back(*shown.address.place);
      add_citations(
          html, shown.call, shown.texts,
          citation_page(shown.shelves, {.entries = shown.entries, .name = record.name, .place = {}},
                        &shown.document, only));
      break;
    }
    case Tab::reuse:
      add_reuse(html, shown);
      break;
    case Tab::original:
    case Tab::xml:
    case Tab::feed:
      break;
  }
  shown.call.search.hear(shown.shelves.archives());
  return page_of(shown.call, shown.texts, std::move(page));
}

}  // namespace

HttpResponse document_page(const Call& call) {
  if (call.rest.empty()) return front_page(call);
  const Texts texts = texts_for(call.request);
  const DocumentAddress address = read_document_address(call.rest);
  const std::string language = call.request.parameter("lang").value_or("");
  const Held held = held_under(call, address.name, language);
  const std::vector<ArchiveEntry>& entries = held.entries;
  if (address.bad_place)
    return error_page(call, 404, "not-found", texts("not-found-detail", {call.request.path}));
  if (entries.empty()) {
    if (!parse_symbol(address.name))
      return error_page(call, 404, "not-found", texts("not-found-detail", {call.request.path}));
    if (address.tab == Tab::feed) return citations_feed(call, address.name, address.place);
    return not_held(call, texts, address);
  }
  if (const std::string path = canonical_path(entries.front().name, address.place, address.tab);
      path != call.request.path)
    return redirect(call, path);
  if (address.tab == Tab::feed) return citations_feed(call, entries.front().name, address.place);
  const ArchiveEntry& entry = version_in(entries, language);
  const Document document = document_of(call, held, entry);
  if (address.place && text_at(document, *address.place).empty())
    return error_page(call, 404, "not-found",
                      texts("no-such-place", {document.name(), address.place->citation()}));
  const std::unique_ptr<const Shelves> shelves = shelves_of(call);
  return shown_page({call, texts, address, held, *shelves, entries, entry, document});
}

}  // namespace undex::serve
