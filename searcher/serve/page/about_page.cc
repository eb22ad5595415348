#include "searcher/serve/page/about_page.h"

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/serve/archives.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/series_page.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostValues = 100;

/// What is counted, in the order shown.
const std::vector<std::string>& counted_fields() {
  static const std::vector<std::string> fields = {"year",   "organ",      "kind",  "language",
                                                  "format", "collection", "status"};
  return fields;
}

void add_facet(Html& html, const Call& call, const Texts& texts, const Facet& facet) {
  if (facet.values.empty()) return;
  html.element("h3", facet.label);
  open_table(html, texts("facet-caption", {facet.label}),
             {facet.label, texts("documents"), texts("paragraphs")});
  for (const FacetCount& value : facet.values) {
    const std::string address = search_address(call, "", facet.field, value.value);
    html.open("tr").element("th", {{"scope", "row"}},
                            value.label.empty() ? value.value : value.label);
    add_number(html, texts, value.documents, address);
    add_number(html, texts, value.paragraphs, address);
    html.close("tr");
  }
  close_table(html);
  if (facet.distinct > facet.values.size())
    html.element("p", texts("first-values",
                            {texts.number(facet.values.size()), texts.number(facet.distinct)}));
}

/// Where several archives are searched: that what follows is not of all of them.
void add_own_alone(Html& html, const Call& call, const Texts& texts) {
  if (const std::string& own = call.site.own_archive(); !own.empty())
    html.element("p", {{"class", "remark"}}, texts("own-archive-part", {own}));
}

/// What is due or known of all series and is not held.
void add_missing(Html& html, const Call& call, const Texts& texts) {
  const std::vector<SeriesPage> pages = all_series(call);
  std::size_t due = 0, held = 0;
  for (const SeriesPage& page : pages) {
    due += page.rows.size();
    held += page.held;
  }
  html.element("h2", {{"id", "series"}}, texts("held-by-series"));
  add_own_alone(html, call, texts);
  html.element("p", texts("due-and-held",
                          {texts.number(due), texts.number(held), texts.number(due - held)}));
  add_series_table(html, call, texts, pages);
}

void add_index(Html& html, const Call& call, const Texts& texts) {
  const Status status = call.view.searcher.status();
  const std::chrono::sys_seconds published{std::chrono::seconds(call.view.published)};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(published)};
  const auto two = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::string date = std::to_string(static_cast<int>(day.year())) + "-" +
                           two(static_cast<unsigned>(day.month())) + "-" +
                           two(static_cast<unsigned>(day.day()));
  html.element("h2", {{"id", "index"}}, texts("index-state"));
  add_own_alone(html, call, texts);
  html.open("dl", {{"class", "masthead"}});
  html.element("dt", texts("index-published")).open("dd");
  html.element("time", {{"datetime", date}}, texts.date(date)).close("dd");
  html.element("dt", texts("index-step"))
      .element("dd",
               texts(status.archive_revision == call.view.archive->revision() ? "index-in-step"
                                                                              : "index-behind"));
  html.element("dt", texts("index-form"))
      .element("dd", std::to_string(status.index_version))
      .close("dl");
}

/// Each of several archives, and how it is now.
void add_archives(Html& html, const Texts& texts, const std::vector<ListedState>& states) {
  html.element("h2", {{"id", "archives"}}, texts("archives"));
  html.element("p", texts("archives-answering",
                          {texts.number(together(states).answering), texts.number(states.size())}));
  open_table(html, texts("archives-caption"),
             {texts("archive"), texts("archive-place"), texts("state"), texts("milliseconds"),
              texts("documents"), texts("paragraphs"), texts("index-state")});
  for (const ListedState& one : states) {
    const std::string place = public_place(one);
    html.open("tr").element("th", {{"scope", "row"}}, one.name).open("td");
    if (place.empty())
      html.text(texts("this-machine"));
    else
      html.element("a", {{"href", place}}, place);
    html.close("td").open("td").text(texts(one.answers ? "answers" : "answers-not"));
    if (!one.answers) html.text(": ").element("span", {{"lang", "en"}}, one.why_not);
    html.close("td");
    add_number(html, texts, static_cast<std::size_t>(std::lround(one.milliseconds)), "");
    add_number(html, texts, one.status.documents, "");
    add_number(html, texts, one.status.paragraphs, "");
    html.element("td", one.status.generation).close("tr");
  }
  close_table(html);
}

HttpResponse about_json(const Call& call, const std::vector<ListedState>& states) {
  const Status here = call.view.searcher.status();
  const ArchivesTogether all = together(states);
  const bool several = !states.empty();
  return file_response("json", rendering::json_text(nlohmann::ordered_json{
                                   {"format_version", kOutputVersion},
                                   {"name", call.site.options().name},
                                   {"documents", several ? all.documents : here.documents},
                                   {"paragraphs", several ? all.paragraphs : here.paragraphs},
                                   {"records", several ? all.records : here.records},
                                   {"index", call.view.state},
                                   {"partial", !call.search.missing().empty()},
                                   {"archives", states_json(states)}}));
}

}  // namespace

HttpResponse about_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const bool several = call.search.is_of_several();
  const std::vector<ListedState> states =
      several ? call.search.states() : std::vector<ListedState>();
  if (format_asked(call, {"json"})) return about_json(call, states);
  const Result all = call.search({.query = {},
                                  .facets = counted_fields(),
                                  .limit = 0,
                                  .facet_values = kMostValues,
                                  .language = texts.language()});
  Page page{.title = texts("about"), .canonical = "/about"};
  Html& html = page.body;
  html.element("h1", texts("about")).element("p", texts("about-lead"));
  html.open("p").element("a", {{"href", search_address(call, "")}},
                         found(texts, all.paragraphs, all.documents));
  html.text(". ");
  const std::size_t records =
      several ? together(states).records : call.view.searcher.status().records;
  if (records > 0) html.text(texts.counted("records-counted", records));
  html.close("p");
  if (several) add_archives(html, texts, states);
  if (!call.site.options().holds_nothing) add_missing(html, call, texts);
  html.element("h2", {{"id", "held"}}, texts("held-by-field"));
  for (const Facet& facet : all.facets) add_facet(html, call, texts, facet);
  if (!call.site.options().holds_nothing) add_index(html, call, texts);
  add_formats(html, call, texts, {"json"});
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
