#include "searcher/serve/page/trace_parts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "searcher/render/trace.h"
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/passages.h"

namespace undex::serve {
namespace {

using State = TraceExpected::State;

constexpr std::size_t kQuotes = 5;  ///< of a year; the others are a search away
constexpr std::size_t kCompany = 20;
constexpr std::size_t kShortestRun = 3;  ///< years without a word of it that share a row

std::string decimal(const Texts& texts, double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  std::string out = text;
  if (texts.language() == "fr") std::ranges::replace(out, '.', ',');
  return out;
}

/// "2003"; empty where the row is of no one year: a session, or documents without a date.
std::string year_of(const TraceYear& year) {
  const std::string digits = year.label.substr(0, 4);
  const bool number = digits.size() == 4 && std::ranges::all_of(digits, is_digit);
  return number && (year.label.size() == 4 || year.label == digits + "?") ? digits : "";
}

/// What may share a row: nothing was due, nothing is said.
bool is_empty(const TraceYear& year) {
  return year.paragraphs == 0 && year.expected.empty() && !year_of(year).empty();
}

void add_bars(Html& html, const TraceView& view) {
  const std::vector<TraceYear>& years = view.trace.years;
  constexpr std::size_t kStep = 10, kWide = 8, kHigh = 100;
  double most = 0;
  for (const TraceYear& year : years) most = std::max(most, year.per_10000);
  if (most <= 0) return;
  const std::string box =
      "0 0 " + std::to_string(years.size() * kStep) + " " + std::to_string(kHigh);
  html.open("svg", {{"class", "bars"},
                    {"role", "img"},
                    {"aria-label", view.texts("bars-label")},
                    {"viewBox", box},
                    {"preserveAspectRatio", "none"}});
  for (std::size_t at = 0; at < years.size(); ++at) {
    const TraceYear& year = years[at];
    const std::size_t high =
        year.held == 0
            ? 3
            : std::max<std::size_t>(1, static_cast<std::size_t>(kHigh * year.per_10000 / most));
    html.open("rect", {{"class", year.held == 0 ? "none" : Html::kNone},
                       {"x", std::to_string(at * kStep)},
                       {"y", std::to_string(kHigh - high)},
                       {"width", std::to_string(kWide)},
                       {"height", std::to_string(high)}});
    html.element("title", year.label + ": " + decimal(view.texts, year.per_10000)).close("rect");
  }
  html.close("svg").open("p", {{"class", "axis"}, {"aria-hidden", "true"}});
  html.element("span", years.front().label).element("span", years.back().label).close("p");
  html.element("p", {{"class", "particulars"}}, view.texts("bars-legend"));
}

/// Documents that were due, each a link, with what is to be said of it.
void add_due(Html& html, const TraceView& view, const TraceYear& year) {
  html.open("td");
  for (const TraceExpected& one : year.expected) {
    html.open("span", {{"class", "due"}});
    if (one.symbol.empty())
      html.element("a", {{"href", link(view.call, "/series/" + one.series)}}, one.series);
    else
      add_document(html, view.call, one.symbol);
    html.text(" " + view.texts("due-" + std::to_string(static_cast<int>(one.state)))).close("span");
  }
  html.close("td");
}

std::string state_text(const TraceView& view, const TraceYear& year) {
  if (year.paragraphs > 0) return view.texts("state-mentioned");
  return view.texts(year.held > 0 ? "state-silent" : "state-not-held");
}

void add_year(Html& html, const TraceView& view, const TraceYear& year) {
  const Texts& texts = view.texts;
  const std::string number = year_of(year);
  const std::string held = number.empty() ? "" : search_address(view.call, "", "year", number);
  const std::string here = number.empty() ? "" : trace_search(view, number);
  html.open("tr").element("th", {{"scope", "row"}}, year.label);
  add_number(html, texts, year.held, held);
  add_due(html, view, year);
  add_number(html, texts, year.documents, here);
  add_number(html, texts, year.paragraphs, here);
  add_number(html, texts, year.mentions, here);
  html.element("td", {{"class", "count"}}, texts.number(year.words));
  html.element("td", {{"class", "count"}}, year.held > 0 ? decimal(texts, year.per_10000) : "");
  html.element("td", state_text(view, year)).close("tr");
}

/// Years in which nothing was due and nothing is said.
void add_run(Html& html, const TraceView& view, std::size_t begin, std::size_t end) {
  const std::vector<TraceYear>& years = view.trace.years;
  const std::string first = year_of(years[begin]), last = year_of(years[end - 1]);
  std::size_t held = 0, words = 0, missing = 0;
  for (std::size_t at = begin; at < end; ++at) {
    held += years[at].held;
    words += years[at].words;
    missing += years[at].held == 0;
  }
  const Texts& texts = view.texts;
  html.open("tr").element("th", {{"scope", "row"}}, first + "-" + last);
  add_number(html, texts, held, search_address(view.call, "", "year", first + ".." + last));
  html.element("td", "");
  for (int i = 0; i < 3; ++i) html.element("td", {{"class", "count"}}, "0");
  html.element("td", {{"class", "count"}}, texts.number(words));
  html.element("td", {{"class", "count"}}, held > 0 ? decimal(texts, 0) : "");
  html.element(
      "td", texts(held > 0 ? "state-silent" : "state-not-held") +
                (held > 0 && missing > 0 ? "; " + texts.counted("years-not-held", missing) : ""));
  html.close("tr");
}

void add_place_cell(Html& html, const TraceView& view, const TracePlace& place) {
  html.open("td");
  if (!place.name.empty()) add_trace_place(html, view, place);
  html.close("td");
}

void add_name_table(Html& html, const TraceView& view) {
  const Texts& texts = view.texts;
  if (view.trace.names.empty()) return;
  open_table(html, texts("names-caption"),
             {texts("name"), texts("mentions"), texts("paragraphs"), texts("wordings"),
              texts("first-place"), texts("last-place")});
  for (const TraceName& name : view.trace.names) {
    html.open("tr").element("th", {{"scope", "row"}, {"lang", "en"}}, name.name);
    const std::string address =
        search_address(view.call, "(" + view.trace.query + ") =\"" + name.name + "\"");
    add_number(html, texts, name.mentions, address);
    add_number(html, texts, name.paragraphs, address);
    html.open("td", {{"lang", "en"}});
    std::string forms;
    for (const TraceName::Form& form : name.forms)
      forms += (forms.empty() ? "" : ", ") + form.words + " " + texts.number(form.mentions);
    html.text(forms).close("td");
    add_place_cell(html, view, name.first);
    add_place_cell(html, view, name.last);
    html.close("tr");
  }
  close_table(html);
}

void add_changes(Html& html, const TraceView& view, const std::vector<TraceChange>& changes) {
  if (changes.empty()) return;
  html.open("ul");
  for (const TraceChange& change : changes) {
    html.open("li");
    add_english(html, change.from + " → " + change.to);
    html.text(": ");
    add_word(html, view.texts, change.kind);
    html.text((change.when.empty() ? "" : ", " + change.when) + " (");
    html.element("a", {{"href", link(view.call, address_of(change.document))}}, change.document);
    html.text((change.paragraph.empty() ? "" : ", " + change.paragraph) + ")");
    if (!change.held) html.text(" (" + view.texts("not-held") + ")");
    html.close("li");
  }
  html.close("ul");
}

void add_bodies(Html& html, const TraceView& view) {
  if (view.trace.bodies.empty()) return;
  html.element("h3", view.texts(view.trace.kind == "initiative" ? "run-by" : "part-of"));
  html.open("ul");
  for (const TraceBody& body : view.trace.bodies) {
    html.open("li").element("a", {{"href", link(view.call, "/trace/" + body.id)}, {"lang", "en"}},
                            body.name);
    html.text(" ");
    if (body.from_year > 0)
      add_trace_place(html, view, body.evidence);
    else
      add_english(html, body.authority);
    add_changes(html, view, body.changes);
    html.close("li");
  }
  html.close("ul");
}

void add_mandates(Html& html, const TraceView& view, bool of_documents) {
  Html list;
  for (const TraceMandate& mandate : view.trace.mandates) {
    if (mandate.of_documents != of_documents) continue;
    list.open("li");
    add_document(list, view.call, mandate.symbol);
    if (!mandate.held) list.text(" (" + view.texts("not-held") + ")");
    list.text(": ");
    for (std::size_t i = 0; i < mandate.places.size(); ++i) {
      list.text(i == 0 ? "" : "; ");
      add_trace_place(list, view, mandate.places[i]);
    }
    list.text(" ").element("a", {{"href", link(view.call, "/mandate/" + mandate.symbol)}},
                           view.texts("mandate-chain"));
    list.close("li");
  }
  if (list.is_empty()) return;
  html.element("h3", view.texts(of_documents ? "mandates-of-reports" : "mandates-of-it"));
  html.open("ul").add(list).close("ul");
}

void add_statuses(Html& html, const TraceView& view) {
  if (view.trace.statuses.empty()) return;
  html.element("h3", view.texts("status")).open("ul");
  for (const TraceStatus& status : view.trace.statuses) {
    html.open("li");
    add_word(html, view.texts, status.status);
    html.text(": ").element("q", {{"lang", "en"}}, status.words).text(" ");
    add_trace_place(html, view, status.place);
    html.close("li");
  }
  html.close("ul");
}

void add_company(Html& html, const TraceView& view) {
  const Texts& texts = view.texts;
  const std::vector<TraceCompany>& all = view.trace.company;
  if (all.empty()) return;
  html.element("h3", texts("company")).open("ul", {{"class", "company"}});
  for (std::size_t i = 0; i < std::min(kCompany, all.size()); ++i)
    html.open("li")
        .element("a", {{"href", link(view.call, "/trace/" + all[i].id)}, {"lang", "en"}},
                 all[i].name)
        .text(" " + found(texts, all[i].paragraphs, all[i].documents))
        .close("li");
  html.close("ul");
  if (all.size() > kCompany)
    html.element("p", texts("first-values", {texts.number(kCompany), texts.number(all.size())}));
}

}  // namespace

void add_trace_place(Html& html, const TraceView& view, const TracePlace& place) {
  add_place(html, view.call, place.name, place.locator, place.pinpoint);
  if (!place.date.empty()) html.text(", " + view.texts.date(place.date));
  for (const std::string& doubt : {place.date_flag, place.caution})
    if (!doubt.empty()) html.text(" ").element("em", {{"lang", "en"}}, doubt);
}

std::string trace_search(const TraceView& view, std::string_view years) {
  Asked asked;
  asked.query = view.trace.query;
  asked.filters = view.request.filters;
  if (!years.empty())
    asked.filters.push_back({"year", {std::string(years)}});
  else if (view.request.from_year > 0 || view.request.to_year > 0)
    asked.filters.push_back(
        {"year",
         {(view.request.from_year > 0 ? std::to_string(view.request.from_year) : "") + ".." +
          (view.request.to_year > 0 ? std::to_string(view.request.to_year) : "")}});
  return address_of(view.call, asked);
}

void add_trace_years(Html& html, const TraceView& view) {
  const Texts& texts = view.texts;
  const std::vector<TraceYear>& years = view.trace.years;
  if (years.empty()) return;
  html.element("h2", {{"id", "years"}}, texts("trace-years"));
  add_bars(html, view);
  open_table(html, texts("trace-years-caption"),
             {texts(view.request.by_session ? "session" : "year"), texts("held"), texts("due"),
              texts("documents"), texts("paragraphs"), texts("mentions"), texts("words"),
              texts("per-10000"), texts("standing")});
  for (std::size_t at = 0; at < years.size();) {
    std::size_t end = at;
    while (end < years.size() && is_empty(years[end])) ++end;
    if (end - at >= kShortestRun) {
      add_run(html, view, at, end);
      at = end;
    } else {
      add_year(html, view, years[at++]);
    }
  }
  close_table(html);
}

void add_trace_quotes(Html& html, const TraceView& view) {
  if (view.trace.documents == 0) return;
  html.element("h2", {{"id", "said"}}, view.texts("trace-said"));
  for (const TraceYear& year : view.trace.years) {
    if (year.quotes.empty()) continue;
    html.element("h3", year.label).open("ul", {{"class", "said"}});
    const std::size_t shown = std::min(kQuotes, year.quotes.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const TraceQuote& quote = year.quotes[i];
      html.open("li");
      add_trace_place(html, view, quote.place);
      html.open("p", {{"dir", direction_of(quote.text)}});
      html.add(marked(quote.text, quote.matches)).close("p").close("li");
    }
    html.close("ul");
    if (const std::string number = year_of(year); shown < year.quotes.size() && !number.empty())
      html.open("p")
          .element("a", {{"href", trace_search(view, number)}},
                   view.texts("more-values", {view.texts.number(year.quotes.size() - shown)}))
          .close("p");
  }
}

void add_trace_names(Html& html, const TraceView& view) {
  const Trace& trace = view.trace;
  if (trace.names.empty() && trace.mandates.empty() && trace.company.empty()) return;
  html.element("h2", {{"id", "names"}}, view.texts("trace-names"));
  add_name_table(html, view);
  add_changes(html, view, trace.changes);
  add_bodies(html, view);
  add_mandates(html, view, false);
  add_mandates(html, view, true);
  add_statuses(html, view);
  add_company(html, view);
}

void add_trace_figures(Html& html, const TraceView& view) {
  const Texts& texts = view.texts;
  const Trace& trace = view.trace;
  if (trace.figures.empty()) return;
  html.element("h2", {{"id", "figures"}}, texts("trace-figures"));
  open_table(html, texts("figures-caption"), {texts("figure"), texts("period"), texts("place")});
  for (const TraceFigure& figure : trace.figures) {
    html.open("tr").element("th", {{"scope", "row"}, {"lang", "en"}}, figure.quantity);
    html.element("td", {{"lang", "en"}}, figure.when);
    add_place_cell(html, view, figure.place);
    html.close("tr");
  }
  close_table(html);
  if (trace.figure_changes.empty()) return;
  open_table(html, texts("verdicts-caption"),
             {texts("figure-before"), texts("figure-after"), texts("change"), texts("verdict"),
              texts("reason")});
  for (const TraceFigureChange& change : trace.figure_changes) {
    html.open("tr").element("th", {{"scope", "row"}, {"lang", "en"}},
                            trace.figures[change.from].quantity);
    html.element("td", {{"lang", "en"}}, trace.figures[change.to].quantity)
        .element("td", {{"lang", "en"}}, change.change)
        .open("td");
    add_word(html, texts, change.verdict);
    html.close("td").element("td", {{"lang", "en"}}, change.reason).close("tr");
  }
  close_table(html);
}

}  // namespace undex::serve
