#include "searcher/serve/page/compare_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "searcher/documents/comparison_pages.h"
#include "searcher/render/comparison.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/pair_part.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/shown.h"

namespace undex::serve {
namespace {

using Kind = ParagraphPair::Kind;

constexpr std::size_t kMostPairs = 300;  ///< on a page

struct Shown {
  std::string_view name;
  bool (*has)(const ParagraphPair& pair);
};
constexpr std::array<Shown, 7> kShown = {{
    {"changed", [](const ParagraphPair& pair) { return pair.kind != Kind::identical; }},
    {"identical", [](const ParagraphPair& pair) { return pair.kind == Kind::identical; }},
    {"reworded", [](const ParagraphPair& pair) { return pair.kind == Kind::reworded; }},
    {"moved", [](const ParagraphPair& pair) { return pair.moved; }},
    {"successor", [](const ParagraphPair& pair) { return pair.kind == Kind::successor; }},
    {"gone", [](const ParagraphPair& pair) { return pair.kind == Kind::gone; }},
    {"added", [](const ParagraphPair& pair) { return pair.kind == Kind::added; }},
}};

/// What is compared as it is held: its name in one form, the language of the text.
struct Side {
  std::string typed;
  std::string name;  ///< "E/2003/75:1"
  std::string language;
};

Side side_of(const Call& call, std::string_view parameter) {
  Side side{.typed = call.request.parameter(parameter).value_or(""), .name = {}, .language = {}};
  const std::string typed = collapse_spaces(side.typed);
  if (typed.empty()) return side;
  const Target target = find_target(*call.view.archive, typed);
  side.name = typed;
  if (target.entries.empty()) return side;
  const ArchiveEntry& entry =
      version_in(target.entries, call.request.parameter("lang").value_or(""));
  side.language = entry.language;
  side.name = entry.name + (target.place ? ":" + target.place->text() : "");
  return side;
}

void add_form(Html& html, const Call& call, const Texts& texts, const Side& a, const Side& b) {
  open_form(html, call, texts, "/compare");
  for (const auto& [id, side] : {std::pair("a", &a), {"b", &b}}) {
    html.open("p").element("label", {{"for", id}}, texts("compare-" + std::string(id)));
    html.empty("input", {{"type", "text"}, {"id", id}, {"name", id}, {"value", side->name}});
    html.close("p");
  }
  html.element("button", {{"type", "submit"}}, texts("compare")).close("form");
}

HttpResponse form_page(const Call& call, const Texts& texts, const Side& a, const Side& b) {
  Page page{.title = texts("compare"), .canonical = "/compare"};
  page.body.element("h1", texts("compare")).element("p", texts("compare-lead"));
  add_form(page.body, call, texts, a, b);
  return page_of(call, texts, std::move(page));
}

/// Of these two; what else was asked for stays, but for what is shown where that is said.
std::string address_of(const Call& call, const Side& a, const Side& b, std::string_view show = {}) {
  std::vector<Parameter> parameters = {{"a", a.name}, {"b", b.name}};
  for (const Parameter& one : call.request.parameters)
    if (one.name == "lang" || one.name == "format" || (one.name == "show" && show.empty()))
      parameters.push_back(one);
  if (!show.empty()) parameters.push_back({"show", std::string(show)});
  return link(call, "/compare", std::move(parameters));
}

void add_themes(Html& html, const Call& call, const Texts& texts, std::string_view id,
                const std::vector<std::string>& themes) {
  if (themes.empty()) return;
  html.open("p").text(texts(id) + ": ");
  for (std::size_t i = 0; i < themes.size(); ++i)
    html.text(i == 0 ? "" : ", ")
        .element("a", {{"href", search_address(call, "\"" + themes[i] + "\"")}}, themes[i]);
  html.close("p");
}

void add_documents(Html& html, const PairView& view, const Side& a, const Side& b,
                   const DocumentComparison& comparison, const Shown& shown) {
  const auto& [call, texts, before, after, language] = view;
  html.open("p", {{"class", "counts"}});
  html.text(before + ": " + texts.counted("paragraphs-counted", comparison.before_paragraphs) +
            "; " + after + ": " + texts.counted("paragraphs-counted", comparison.after_paragraphs) +
            ".");
  html.close("p");
  add_themes(html, call, texts, "themes-new", comparison.themes_new);
  add_themes(html, call, texts, "themes-gone", comparison.themes_gone);
  html.open("nav", {{"class", "orders"}, {"aria-label", texts("shown")}}).open("ul");
  for (const Shown& one : kShown) {
    const auto count = std::ranges::count_if(comparison.pairs, one.has);
    html.open("li")
        .element("a",
                 {{"href", address_of(call, a, b, one.name)},
                  {"aria-current", one.name == shown.name ? "true" : Html::kNone}},
                 texts("pairs-" + std::string(one.name),
                       {texts.number(static_cast<std::size_t>(count))}))
        .close("li");
  }
  html.close("ul").close("nav");
  std::size_t all = 0;
  for (const ParagraphPair& pair : comparison.pairs)
    if (shown.has(pair) && ++all <= kMostPairs) add_pair(html, view, pair);
  if (all > kMostPairs)
    html.element("p", texts("first-pairs", {texts.number(kMostPairs), texts.number(all)}));
}

HttpResponse absent(const Call& call, const Texts& texts, const ComparisonPage& found) {
  if (found.not_held.empty()) return error_page(call, 404, "not-found", found.lacks);
  const std::string near = call.view.names->nearest(found.not_held);
  return unknown_page(call, texts("document-not-held", {found.not_held}),
                      near == found.not_held ? "" : near, "/" + near);
}

std::string rendered(const ComparisonPage& found, const std::string& format) {
  return found.documents ? render_comparison(*found.documents, false, format, {})
                         : render_comparison(*found.places, found.before, found.after, format, {});
}

}  // namespace

HttpResponse compare_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Side a = side_of(call, "a"), b = side_of(call, "b");
  if (a.name.empty() || b.name.empty()) return form_page(call, texts, a, b);
  const std::string show = call.request.parameter("show").value_or("");
  if (a.name != a.typed || b.name != b.typed) {
    HttpResponse response{.status = 301};
    response.set("location", address_of(call, a, b));
    return response;
  }
  const Shown& shown = shown_named(kShown, show.empty() ? "changed" : show);
  const ComparisonPage found =
      comparison_page(*call.view.archive, a.name, b.name,
                      call.request.parameter("lang").value_or(""), reader_of(call.view));
  if (!found.documents && !found.places) return absent(call, texts, found);
  if (const auto format = format_asked(call, {"json", "csv"}))
    return file_response(*format, rendered(found, *format));
  Page page{.title = texts("compared", {a.name, b.name}), .indexed = false};
  Html& html = page.body;
  html.open("h1").element("bdi", {{"class", "symbol"}}, found.before).text(" → ");
  html.element("bdi", {{"class", "symbol"}}, found.after).close("h1");
  const PairView view{call, texts, found.before, found.after, a.language};
  if (found.documents)
    add_documents(html, view, a, b, *found.documents, shown);
  else
    add_pair(html, view, *found.places);
  add_formats(html, call, texts, {"json", "csv"});
  html.element("h2", texts("compare-others"));
  add_form(html, call, texts, a, b);
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
