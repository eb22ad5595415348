#include "searcher/serve/page/about_page.h"

#include <chrono>
#include <utility>

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

/// What is due or known of all series and is not held.
void add_missing(Html& html, const Call& call, const Texts& texts) {
  const std::vector<SeriesPage> pages = all_series(call);
  std::size_t due = 0, held = 0;
  for (const SeriesPage& page : pages) {
    due += page.rows.size();
    held += page.held;
  }
  html.element("h2", {{"id", "series"}}, texts("held-by-series"));
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
  html.element("h2", {{"id", "index"}}, texts("index-state")).open("dl", {{"class", "masthead"}});
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

}  // namespace

HttpResponse about_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Result all = call.view.searcher.search({.query = {},
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
  if (const std::size_t records = call.view.searcher.status().records; records > 0)
    html.text(texts.counted("records-counted", records));
  html.close("p");
  add_missing(html, call, texts);
  html.element("h2", {{"id", "held"}}, texts("held-by-field"));
  for (const Facet& facet : all.facets) add_facet(html, call, texts, facet);
  add_index(html, call, texts);
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
