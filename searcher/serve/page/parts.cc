#include "searcher/serve/page/parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/labels.h"
#include "corpus/text.h"
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/passages.h"
#include "searcher/serve/url.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

struct FileForm {
  std::string_view name;
  std::string_view label;
  std::string_view media_type;
};
constexpr std::array<FileForm, 5> kFileForms = {
    {{"json", "JSON", "application/json"},
     {"csv", "CSV", "text/csv; charset=utf-8"},
     {"tsv", "TSV", "text/tab-separated-values; charset=utf-8"},
     {"svg", "SVG", "image/svg+xml"},
     {"graphml", "GraphML", "application/xml; charset=utf-8"}}};

const FileForm& form_named(std::string_view name) {
  return *std::ranges::find(kFileForms, name, &FileForm::name);
}

std::vector<Parameter> parameters_without(const Call& call, std::string_view name) {
  std::vector<Parameter> kept = call.request.parameters;
  std::erase_if(kept, [&](const Parameter& one) { return one.name == "hl" || one.name == name; });
  return kept;
}

}  // namespace

HttpResponse redirect(const Call& call, std::string_view path) {
  HttpResponse response{.status = 301};
  response.set("location", link(call, path, parameters_without(call, "hl")));
  return response;
}

HttpResponse unknown_page(const Call& call, std::string_view detail, std::string_view near,
                          std::string_view near_path) {
  const Texts texts = texts_for(call.request);
  Page page{.status = 404, .title = texts("not-found"), .indexed = false};
  page.body.element("h1", texts("not-found")).element("p", {{"class", "fault"}}, detail);
  if (!near.empty())
    page.body.open("p")
        .text(texts("nearest") + " ")
        .element("a", {{"href", link(call, near_path)}}, near)
        .close("p");
  return page_of(call, texts, std::move(page));
}

std::string search_address(const Call& call, std::string_view query, std::string_view field,
                           std::string_view value) {
  Asked asked;
  asked.query = query;
  if (!field.empty()) asked.filters.push_back({std::string(field), {std::string(value)}});
  return address_of(call, asked);
}

std::string found(const Texts& texts, std::size_t paragraphs, std::size_t documents) {
  return texts("found", {texts.counted("paragraphs-counted", paragraphs),
                         texts.counted("documents-counted", documents)});
}

void open_form(Html& html, const Call& call, const Texts& texts, std::string_view path) {
  html.open(
      "form",
      {{"action", call.site.prefix() + std::string(path)}, {"method", "get"}, {"class", "ask"}});
  if (call.request.parameter("hl"))
    html.empty("input", {{"type", "hidden"}, {"name", "hl"}, {"value", texts.language()}});
}

void open_table(Html& html, std::string_view caption, std::initializer_list<std::string> columns) {
  html.open("div",
            {{"class", "wide"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", caption}});
  html.open("table").element("caption", caption).open("thead").open("tr");
  for (const std::string& column : columns) html.element("th", {{"scope", "col"}}, column);
  html.close("tr").close("thead").open("tbody");
}

void close_table(Html& html) { html.close("tbody").close("table").close("div"); }

void add_number(Html& html, const Texts& texts, std::size_t number, std::string_view address) {
  html.open("td", {{"class", "count"}});
  if (number == 0 || address.empty())
    html.text(texts.number(number));
  else
    html.element("a", {{"href", address}}, texts.number(number));
  html.close("td");
}

void add_document(Html& html, const Call& call, std::string_view name, std::string_view title,
                  std::string_view language) {
  html.open("a", {{"href", link(call, address_of(name))}});
  html.element("bdi", {{"class", "symbol"}}, name);
  if (!title.empty())
    html.text(" ").element(
        "span", {{"lang", language.empty() ? Html::kNone : language}, {"dir", direction_of(title)}},
        title);
  html.close("a");
}

void add_place(Html& html, const Call& call, std::string_view name, std::string_view locator,
               std::string_view pinpoint) {
  html.open("a", {{"href", link(call, address_of(name, locator))}});
  html.element("bdi", std::string(name) + (pinpoint.empty() ? "" : ", " + std::string(pinpoint)));
  html.close("a");
}

std::string held_text(const Texts& texts, std::string_view held_as) {
  if (held_as.empty()) return texts("not-held-cell");
  if (held_as == "text") return texts("held");
  return texts("held") + ", " + texts(held_as == "abridged record" ? "abridged" : "record-only");
}

void add_english(Html& html, std::string_view text) {
  html.element("span", {{"lang", "en"}}, text);
}

void add_word(Html& html, const Texts& texts, std::string_view word) {
  if (const std::string known = texts.word(word); known.empty())
    add_english(html, word);
  else
    html.text(known);
}

void add_value(Html& html, const Texts& texts, std::string_view field, std::string_view value) {
  const std::string_view label = label_of(field, value, texts.language());
  if (!label.empty())
    html.text(label);
  else if (texts.language() == "en")
    html.text(value);
  else
    add_english(html, value);
}

std::optional<std::string> format_asked(const Call& call,
                                        std::initializer_list<std::string_view> formats) {
  const std::optional<std::string> asked = call.request.parameter("format");
  if (!asked || asked->empty() || *asked == "html") return std::nullopt;
  if (std::ranges::find(formats, *asked) != formats.end()) return asked;
  std::string offered = "html";
  for (const std::string_view one : formats) offered += ", " + std::string(one);
  throw Error(ErrorKind::version, "format '" + printable(*asked) + "' is not offered",
              "choose one of " + offered);
}

HttpResponse file_response(std::string_view format, std::string body) {
  return {.media_type = std::string(form_named(format).media_type), .body = std::move(body)};
}

void add_formats(Html& html, const Call& call, const Texts& texts,
                 std::initializer_list<std::string_view> formats) {
  html.open("p", {{"class", "formats"}}).text(texts("as-file") + " ");
  for (const std::string_view format : formats) {
    std::vector<Parameter> parameters = parameters_without(call, "format");
    parameters.push_back({"format", std::string(format)});
    html.element("a", {{"href", link(call, call.request.path, std::move(parameters))}},
                 form_named(format).label)
        .text(" ");
  }
  html.close("p");
}

}  // namespace undex::serve
