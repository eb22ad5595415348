#include "searcher/serve/page/layout.h"

#include <algorithm>
#include <utility>

#include "corpus/embedded.h"
#include "corpus/hash.h"
#include "corpus/locator.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

/// The one that pages of other sites load.
constexpr std::string_view kEmbedScript = "embed.js";

struct StaticFile {
  std::string_view bytes;
  std::string_view media_type;
};

/// "undex.css"; nothing when there is none.
std::optional<StaticFile> find_static(std::string_view file) {
  for (const EmbeddedFile& one : embedded_styles())
    if (file == std::string(one.name) + ".css")
      return StaticFile{one.bytes, "text/css; charset=utf-8"};
  for (const EmbeddedFile& one : embedded_scripts())
    if (file == std::string(one.name) + ".js")
      return StaticFile{one.bytes, "text/javascript; charset=utf-8"};
  return {};
}

/// A white U on blue; within the page, so that nothing more is fetched for it.
constexpr std::string_view kIcon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%230b5394'/%3E"
    "%3Cpath d='M5 4v5a3 3 0 0 0 6 0V4' stroke='%23fff' stroke-width='2' fill='none'/%3E%3C/svg%3E";

void add_head(Html& html, const Call& call, const Texts& texts, Page& page) {
  html.open("head").empty("meta", {{"charset", "utf-8"}});
  html.element("title", page.title + " - " + call.site.options().name);
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.empty("link", {{"rel", "stylesheet"}, {"href", static_address(call, "undex.css")}});
  html.empty("link", {{"rel", "icon"}, {"href", kIcon}});
  if (!page.indexed || page.status != 200)
    html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
  if (!page.canonical.empty())
    html.empty("link", {{"rel", "canonical"}, {"href", call.site.permalink(page.canonical)}});
  html.empty("link", {{"rel", "search"},
                      {"type", "application/opensearchdescription+xml"},
                      {"title", texts("site")},
                      {"href", link(call, "/opensearch.xml")}});
  html.add(page.head);
  html.element("script", {{"src", static_address(call, "undex.js")}, {"defer", ""}});
  html.close("head");
}

void add_search_box(Html& html, const Call& call, const Texts& texts, const Page& page) {
  html.open("form", {{"role", "search"},
                     {"action", call.site.prefix() + "/search"},
                     {"method", "get"},
                     {"class", "box"}});
  html.element("label", {{"for", "q"}}, texts("search"));
  html.empty("input", {{"type", "search"},
                       {"id", "q"},
                       {"name", "q"},
                       {"value", page.query},
                       {"autocomplete", "off"}});
  if (const auto language = call.request.parameter("hl"))
    html.empty("input", {{"type", "hidden"}, {"name", "hl"}, {"value", texts.language()}});
  html.element("button", {{"type", "submit"}}, texts("search")).close("form");
}

void add_banner(Html& html, const Call& call, const Texts& texts, const Page& page) {
  html.element("a", {{"href", "#content"}, {"class", "skip"}}, texts("skip"));
  html.open("header").open("p", {{"class", "site"}});
  html.element("a", {{"href", link(call, "/")}}, texts("site")).close("p");
  add_search_box(html, call, texts, page);
  html.open("nav", {{"aria-label", texts("menu")}}).open("ul");
  for (const std::string_view entry :
       {"series", "trace", "compare", "mandate", "calls", "about", "help"})
    html.open("li")
        .element("a", {{"href", link(call, "/" + std::string(entry))}}, texts(entry))
        .close("li");
  html.close("ul").close("nav").close("header");
}

/// The same page in the other languages of the interface.
void add_languages(Html& html, const Call& call, const Texts& texts) {
  html.open("p", {{"class", "languages"}}).text(texts("language") + ": ");
  for (const std::string& code : Texts::languages()) {
    std::vector<Parameter> parameters = call.request.parameters;
    std::erase_if(parameters, [](const Parameter& one) { return one.name == "hl"; });
    parameters.push_back({"hl", code});
    html.text(code == Texts::languages().front() ? "" : " ");
    html.element("a",
                 {{"href", call.site.prefix() + link_to(call.request.path, parameters)},
                  {"hreflang", code},
                  {"lang", code},
                  {"aria-current", code == texts.language() ? "true" : Html::kNone}},
                 code == "fr" ? "français" : "English");
  }
  html.close("p");
}

/// How much several archives hold is known by asking them all: /about does.
std::string held_in_all(const Call& call, const Texts& texts) {
  if (call.search.is_of_several())
    return texts("footer-archives", {texts.number(call.site.options().archives.size())});
  const Status status = call.view.searcher.status();
  return texts("footer", {texts.counted("documents-counted", status.documents),
                          texts.counted("paragraphs-counted", status.paragraphs)});
}

void add_foot(Html& html, const Call& call, const Texts& texts) {
  html.open("footer").element("p", held_in_all(call, texts));
  add_languages(html, call, texts);
  html.close("footer");
}

/// Of several archives those that have not answered, and why, in the words of the engine.
void add_missing(Html& html, const Call& call, const Texts& texts) {
  if (call.search.missing().empty()) return;
  html.open("div", {{"class", "missing"}, {"role", "status"}});
  for (const auto& [name, why_not] : call.search.missing())
    html.open("p")
        .text(texts("archive-missing", {name}) + " (")
        .element("span", {{"lang", "en"}}, why_not)
        .text(").")
        .close("p");
  html.close("div");
}

}  // namespace

HttpResponse page_of(const Call& call, const Texts& texts, Page page) {
  Html html;
  html.trusted("<!DOCTYPE html>\n").open("html", {{"lang", texts.language()}});
  add_head(html, call, texts, page);
  html.open("body", {{"class", page.bare ? "bare" : Html::kNone}});
  if (!page.bare) add_banner(html, call, texts, page);
  html.open("main", {{"id", "content"}, {"tabindex", "-1"}});
  add_missing(html, call, texts);
  if (call.scope == Scope::own && !call.site.own_archive().empty())
    html.element("p", {{"class", "remark"}}, texts("own-archive-alone", {call.site.own_archive()}));
  html.add(page.body).close("main");
  if (!page.bare) add_foot(html, call, texts);
  html.close("body").close("html");
  HttpResponse response{
      .status = page.status, .media_type = "text/html; charset=utf-8", .body = html.take() + "\n"};
  response.set("content-language", texts.language());
  response.set("vary", "accept-language");
  return response;
}

std::string link(const Call& call, std::string_view path, std::vector<Parameter> parameters) {
  if (const auto language = call.request.parameter("hl"))
    parameters.push_back({"hl", Texts(*language).language()});
  return call.site.prefix() + link_to(path, parameters);
}

std::string address_of(std::string_view document, std::string_view locator) {
  std::string address = "/" + std::string(document);
  if (locator.empty()) return address;
  const std::optional<Locator> place = parse_locator(locator);
  return address + "/para/" + (place ? place->text() : std::string(locator));
}

bool is_embedded(const Call& call) { return call.request.parameter("embed") == "1"; }

std::string_view target_of(const Call& call) {
  return is_embedded(call) ? std::string_view("_blank") : Html::kNone;
}

HttpResponse error_page(const Call& call, int status, std::string_view heading_id,
                        std::string_view detail, std::string_view hint) {
  const Texts texts = texts_for(call.request);
  Page page{
      .status = status, .title = texts(heading_id), .indexed = false, .bare = is_embedded(call)};
  page.query = call.request.parameter("q").value_or("");
  page.body.element("h1", texts(heading_id)).element("p", {{"class", "fault"}}, detail);
  if (!hint.empty()) page.body.element("p", hint);
  return page_of(call, texts, std::move(page));
}

std::string static_address(const Call& call, std::string_view file) {
  const auto found = find_static(file);
  if (!found) return call.site.prefix() + "/static/" + std::string(file);
  return call.site.prefix() + "/static/" + std::string(file) +
         "?v=" + sha256_hex(found->bytes).substr(0, 12);
}

HttpResponse static_file(const Call& call) {
  const auto found = find_static(call.rest);
  if (!found) return error_page(call, 404, "not-found", call.request.path);
  HttpResponse response{.media_type = std::string(found->media_type),
                        .body = std::string(found->bytes)};
  // The address with a version never changes; the bare one is that of other sites' pages.
  const bool versioned = call.request.parameter("v").has_value();
  response.set("cache-control",
               versioned ? "public, max-age=31536000, immutable" : "public, max-age=3600");
  if (call.rest == kEmbedScript) response.set("cross-origin-resource-policy", "cross-origin");
  return response;
}

}  // namespace undex::serve
