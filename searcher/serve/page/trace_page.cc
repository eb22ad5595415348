#include "searcher/serve/page/trace_page.h"

#include <algorithm>
#include <utility>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/answers/requests.h"
#include "searcher/render/trace.h"
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/filters.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/trace_parts.h"
#include "searcher/trace/subject.h"

namespace undex::serve {
namespace {

/// A trace reads every document that speaks of its subject: a reader waits for a second or two.
constexpr std::size_t kMostDocuments = 2000;

void add_form(Html& html, const Call& call, const Texts& texts, std::string_view subject) {
  open_form(html, call, texts, "/trace");
  html.open("p").element("label", {{"for", "subject"}}, texts("trace-subject"));
  html.empty("input", {{"type", "search"}, {"id", "subject"}, {"name", "q"}, {"value", subject}});
  html.close("p").open("p");
  for (const std::string id : {"from", "to"}) {
    html.element("label", {{"for", id}}, texts("years-" + id));
    html.empty("input", {{"type", "number"},
                         {"id", id},
                         {"name", id},
                         {"value", call.request.parameter(id).value_or("")},
                         {"min", "1945"},
                         {"max", "2100"}});
  }
  html.open("label").empty("input", {{"type", "checkbox"},
                                     {"name", "by"},
                                     {"value", "session"},
                                     {"checked", call.request.parameter("by") ? "" : Html::kNone}});
  html.text(" " + texts("by-session")).close("label").close("p");
  html.element("button", {{"type", "submit"}}, texts("trace-it")).close("form");
}

/// Filters and years as a search has them.
TraceRequest request_of(const Call& call) {
  TraceRequest request{.subject = call.rest};
  for (Filter& filter : asked_by(call.request).filters) {
    if (filter.field != "year") {
      request.filters.push_back(std::move(filter));
      continue;
    }
    if (filter.values.size() != 1)
      throw Error(ErrorKind::usage, "a trace is of one range of years", "from=2002&to=2009");
    answers::read_years(filter.values.front(), request);
  }
  request.by_session = call.request.parameter("by") == "session";
  return request;
}

/// What the search of the subject says before it is traced.
Result count_of(const Call& call, const Texts& texts, const tracing::Subject& subject,
                const TraceRequest& request) {
  Request counted{.query = subject.query,
                  .filters = request.filters,
                  .facets = {"year"},
                  .limit = 0,
                  .language = texts.language()};
  if (request.from_year > 0 || request.to_year > 0)
    counted.filters.push_back(
        {"year",
         {(request.from_year > 0 ? std::to_string(request.from_year) : "") + ".." +
          (request.to_year > 0 ? std::to_string(request.to_year) : "")}});
  return call.view.searcher.search(counted);
}

HttpResponse too_many(const Call& call, const Texts& texts, const tracing::Subject& subject,
                      const TraceRequest& request, const Result& result) {
  Page page{.title = subject.title, .indexed = false};
  page.body.open("h1").element("bdi", subject.title).close("h1");
  page.body.element(
      "p", {{"class", "fault"}},
      texts("trace-too-many", {texts.number(result.documents), texts.number(kMostDocuments)}));
  add_form(page.body, call, texts, call.rest);
  Asked asked;
  asked.query = subject.query;
  asked.filters = request.filters;
  for (const Facet& facet : result.facets) page.body.add(year_bars(call, texts, asked, facet));
  return page_of(call, texts, std::move(page));
}

/// Nothing here speaks of it: what is held is said, and what else might be meant.
void add_silence(Html& html, const TraceView& view, const Result& result) {
  html.element(
      "p", {{"class", "fault"}},
      view.texts("trace-silent", {view.texts.counted("documents-counted", view.trace.held)}));
  if (result.offers.empty()) return;
  html.element("h2", view.texts("offers")).open("ul");
  for (const Offer& offer : result.offers)
    html.open("li")
        .element("a", {{"href", link(view.call, "/trace/" + offer.query)}}, offer.text)
        .close("li");
  html.close("ul");
}

void add_counts(Html& html, const TraceView& view) {
  const auto& [call, texts, trace, request] = view;
  html.open("p", {{"class", "counts"}});
  add_word(html, texts, trace.kind);
  html.text(": " + texts.counted("mentions-counted", trace.mentions) + ", ");
  html.element("a", {{"href", trace_search(view, "")}},
               found(texts, trace.paragraphs, trace.documents));
  html.text(". " + texts("of-held", {texts.counted("documents-counted", trace.held),
                                     texts.number(trace.words)}));
  html.close("p");
}

void add_notes(Html& html, const Trace& trace) {
  if (trace.notes.empty()) return;
  html.open("ul", {{"class", "notes"}, {"lang", "en"}});
  for (const std::string& note : trace.notes) html.element("li", note);
  html.close("ul");
}

HttpResponse traced_file(const Call& call, const std::string& format, const Trace& trace) {
  const std::string what = call.request.parameter("what").value_or("years");
  HttpResponse response =
      file_response(format, render_trace(trace, format, {}, {.lines = 0, .what = what}));
  if (format == "svg")  // its own style would not be obeyed where a page is shown
    response.set("content-disposition", "attachment; filename=\"trace.svg\"");
  return response;
}

void add_files(Html& html, const TraceView& view) {
  html.element("h2", view.texts("files"));
  add_formats(html, view.call, view.texts, {"json", "svg", "csv"});
  html.open("p", {{"class", "formats"}}).text(view.texts("as-csv") + " ");
  for (const std::string what : {"years", "names", "figures", "comparisons", "company", "places"}) {
    std::vector<Parameter> parameters = view.call.request.parameters;
    std::erase_if(parameters, [](const Parameter& one) { return one.name == "hl"; });
    parameters.push_back({"format", "csv"});
    parameters.push_back({"what", what});
    html.element("a", {{"href", link(view.call, view.call.request.path, std::move(parameters))}},
                 view.texts("csv-" + what))
        .text(" ");
  }
  html.close("p");
}

}  // namespace

HttpResponse trace_form_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const std::string subject = collapse_spaces(call.request.parameter("q").value_or(""));
  if (!subject.empty()) {
    std::vector<Parameter> kept = call.request.parameters;
    std::erase_if(kept, [](const Parameter& one) {
      return one.name == "q" || one.name == "hl" || one.value.empty();
    });
    HttpResponse response{.status = 301};
    response.set("location", link(call, "/trace/" + subject, std::move(kept)));
    return response;
  }
  Page page{.title = texts("trace"), .canonical = "/trace"};
  page.body.element("h1", texts("trace")).element("p", texts("trace-lead"));
  add_form(page.body, call, texts, "");
  return page_of(call, texts, std::move(page));
}

HttpResponse trace_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const std::string subject_typed = collapse_spaces(call.rest);
  if (subject_typed.empty()) return redirect(call, "/trace");
  const tracing::Subject subject = tracing::subject_of(subject_typed);
  const std::string name = subject.names.empty() ? subject_typed : subject.id;
  if (name != call.rest) return redirect(call, "/trace/" + name);
  const TraceRequest request = request_of(call);
  const Result result = count_of(call, texts, subject, request);
  if (result.documents > kMostDocuments) return too_many(call, texts, subject, request, result);
  const auto format = format_asked(call, {"json", "csv", "svg"});
  const Trace found = trace(call.view.archive->dir(), request);
  if (format) return traced_file(call, *format, found);
  const TraceView view{call, texts, found, request};
  Page page{.status = found.documents == 0 ? 404 : 200,
            .title = texts("trace-of", {found.title}),
            .canonical = "/trace/" + name,
            .indexed = !subject.names.empty()};
  Html& html = page.body;
  html.open("h1").element("bdi", found.title).close("h1");
  if (found.documents > 0)
    add_counts(html, view);
  else
    add_silence(html, view, result);
  add_notes(html, found);
  add_trace_years(html, view);
  add_trace_names(html, view);
  add_trace_figures(html, view);
  add_trace_quotes(html, view);
  add_files(html, view);
  html.element("h2", texts("trace-other"));
  add_form(html, call, texts, subject_typed);
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
