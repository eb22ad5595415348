#include "searcher/serve/page/series_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searcher/render/series.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/shown.h"

namespace undex::serve {
namespace {

struct Shown {
  std::string_view name;
  bool (*has)(const SeriesRow& row);
};
constexpr std::array<Shown, 6> kShown = {{
    {"all", [](const SeriesRow&) { return true; }},
    {"known", [](const SeriesRow& row) { return row.is_known(); }},
    {"held", [](const SeriesRow& row) { return row.held.has_value(); }},
    {"not-held", [](const SeriesRow& row) { return row.is_known() && !row.held; }},
    {"unknown", [](const SeriesRow& row) { return !row.is_known(); }},
    {"missing", [](const SeriesRow& row) { return !row.held; }},
}};

std::size_t count_of(const SeriesPage& page, const Shown& shown) {
  return static_cast<std::size_t>(std::ranges::count_if(page.rows, shown.has));
}

std::string address_of(const Call& call, const Series& series, std::string_view shown = {}) {
  std::vector<Parameter> parameters;
  if (!shown.empty()) parameters.push_back({"show", std::string(shown)});
  return link(call, "/series/" + series.id, std::move(parameters));
}

std::string standing(const Texts& texts, const SeriesRow& row) {
  if (!row.is_known()) return texts("symbol-not-known");
  return held_text(texts, row.held ? row.held->held_as : "");
}

void add_symbol(Html& html, const Call& call, const SeriesRow& row) {
  html.open("td");
  if (row.held)
    add_document(html, call, row.held->name, row.held->title,
                 row.held->key.ends_with(".en") ? "en" : "");
  else if (row.is_known())
    add_document(html, call, row.member.symbol.text());
  html.close("td");
}

void add_row(Html& html, const Call& call, const Texts& texts, const SeriesRow& row,
             const SeriesRow* before) {
  const std::string date = row.held && !row.held->date.empty() ? row.held->date : row.member.date;
  html.open("tr").element("th", {{"scope", "row"}}, std::to_string(row.member.year));
  add_symbol(html, call, row);
  html.open("td").text(texts.date(date));
  if (row.held && !row.held->date_flag.empty())
    html.text(" ").element("em", {{"lang", "en"}}, row.held->date_flag);
  html.close("td").open("td").text(standing(texts, row));
  if (before != nullptr && row.held && row.held->held_as != "catalogue record")
    html.text(" ").element(
        "a", {{"href", link(call, "/compare", {{"a", before->held->name}, {"b", row.held->name}})}},
        texts("compare-with", {before->held->name}));
  html.close("td").open("td");
  if (!row.member.answers.parts.empty())
    add_place(html, call, row.member.answers.text(), row.member.answers_place.text(),
              row.member.answers_place.citation());
  html.close("td").open("td");
  if (row.by_rhythm())
    html.text(texts("by-rhythm"));
  else
    add_english(html, row.member.evidence);
  html.close("td").close("tr");
}

void add_rows(Html& html, const Call& call, const Texts& texts, const SeriesPage& page,
              const Shown& shown) {
  open_table(html, texts("series-rows"),
             {texts("year"), texts("document"), texts("date"), texts("standing"),
              texts("asked-for-by"), texts("evidence")});
  const SeriesRow* before = nullptr;  // with a text
  for (const SeriesRow& row : page.rows) {
    if (shown.has(row)) add_row(html, call, texts, row, before);
    if (row.held && row.held->held_as != "catalogue record") before = &row;
  }
  close_table(html);
}

void add_term(Html& html, const std::string& term, std::string_view value) {
  if (value.empty()) return;
  html.element("dt", term).open("dd");
  add_english(html, value);
  html.close("dd");
}

/// "every 2 years, from 2001 to 2010"
std::string rhythm_of(const Texts& texts, const Series& series) {
  if (series.every == 0) return {};
  std::string out = texts.counted("every", static_cast<std::size_t>(series.every));
  if (series.from_year > 0) out += ", " + texts("since", {std::to_string(series.from_year)});
  if (series.to_year > 0) out += ", " + texts("until", {std::to_string(series.to_year)});
  return out;
}

void add_particulars(Html& html, const Call& call, const Texts& texts, const SeriesPage& page) {
  const Series& series = *page.series;
  html.open("dl", {{"class", "masthead"}});
  for (const auto& [field, value] : {std::pair("kind", series.kind), {"organ", series.organ}}) {
    html.element("dt", texts(field)).open("dd");
    add_value(html, texts, field, value);
    html.close("dd");
  }
  std::string names;
  for (const std::string& name : series.names) names += (names.empty() ? "" : "; ") + name;
  add_term(html, texts("also-called"), names);
  if (const std::string rhythm = rhythm_of(texts, series); !rhythm.empty())
    html.element("dt", texts("rhythm")).element("dd", rhythm);
  if (page.next_due > 0)
    html.element("dt", texts("next-due")).element("dd", std::to_string(page.next_due));
  add_term(html, texts("evidence"), series.evidence);
  if (const Series* beside = find_series(series.beside)) {
    html.element("dt", texts("beside")).open("dd", {{"lang", "en"}});
    html.element("a", {{"href", address_of(call, *beside)}}, beside->name).close("dd");
  }
  html.close("dl");
}

/// The choices of what is shown, with their counts.
void add_choices(Html& html, const Call& call, const Texts& texts, const SeriesPage& page,
                 const Shown& shown) {
  html.open("nav", {{"class", "orders"}, {"aria-label", texts("shown")}}).open("ul");
  for (const Shown& one : kShown)
    html.open("li")
        .element("a",
                 {{"href", address_of(call, *page.series, one.name)},
                  {"aria-current", one.name == shown.name ? "true" : Html::kNone}},
                 texts("show-" + std::string(one.name), {texts.number(count_of(page, one))}))
        .close("li");
  html.close("ul").close("nav");
}

HttpResponse unknown(const Call& call, const Texts& texts) {
  const Series* near = nearest_series(call.rest);
  return unknown_page(call, texts("no-series", {call.rest}), near == nullptr ? "" : near->name,
                      near == nullptr ? "" : "/series/" + near->id);
}

}  // namespace

std::vector<SeriesPage> all_series(const Call& call) {
  std::vector<SeriesPage> pages;
  for (const Series& one : series_register()) pages.push_back(series_page(one, *call.view.archive));
  return pages;
}

void add_series_table(Html& html, const Call& call, const Texts& texts,
                      const std::vector<SeriesPage>& pages) {
  open_table(html, texts("series-caption"),
             {texts("series"), texts("known"), texts("held"), texts("not-held-cell"),
              texts("symbol-not-known"), texts("next-due")});
  for (const SeriesPage& page : pages) {
    html.open("tr").open("th", {{"scope", "row"}, {"lang", "en"}});
    html.element("a", {{"href", address_of(call, *page.series)}}, page.series->name).close("th");
    for (const std::string_view name : {"known", "held", "not-held", "unknown"})
      add_number(html, texts, count_of(page, shown_named(kShown, std::string(name))),
                 address_of(call, *page.series, name));
    html.element("td", {{"class", "count"}},
                 page.next_due > 0 ? std::to_string(page.next_due) : "");
    html.close("tr");
  }
  close_table(html);
}

HttpResponse series_list_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const std::vector<SeriesPage> pages = all_series(call);
  if (const auto format = format_asked(call, {"json", "csv", "tsv"}))
    return file_response(*format, render_series_list(pages, *format, {}));
  Page page{.title = texts("series"), .canonical = "/series"};
  page.body.element("h1", texts("series")).element("p", texts("series-lead"));
  add_series_table(page.body, call, texts, pages);
  add_formats(page.body, call, texts, {"csv", "json"});
  return page_of(call, texts, std::move(page));
}

HttpResponse one_series_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  if (call.rest.empty()) return redirect(call, "/series");
  const Series* series = series_named(call.rest);
  if (series == nullptr) return unknown(call, texts);
  if (series->id != call.rest) return redirect(call, "/series/" + series->id);
  const SeriesPage found = series_page(*series, *call.view.archive);
  if (const auto format = format_asked(call, {"json", "csv", "tsv"}))
    return file_response(*format, render_series(found, *format, {}));
  const Shown& shown = shown_named(kShown, call.request.parameter("show").value_or("all"));
  Page page{
      .title = series->name, .canonical = "/series/" + series->id, .indexed = shown.name == "all"};
  page.body.element("h1", {{"lang", "en"}}, series->name);
  add_particulars(page.body, call, texts, found);
  add_choices(page.body, call, texts, found, shown);
  add_rows(page.body, call, texts, found, shown);
  add_formats(page.body, call, texts, {"csv", "json"});
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
