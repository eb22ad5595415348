#include "searcher/serve/page/calls_page.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "corpus/states.h"
#include "corpus/strings.h"
#include "schemas/call.h"
#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostSubmissions = 1000;

/// A submission held, read from its document.
struct Submission {
  std::string name;      ///< its number, else what names the document
  std::string sender;    ///< id in the authority file, or empty
  std::string printed;   ///< preferred name, or as printed
  std::string received;  ///< ISO 8601 time with zone, or empty
  std::string title;
  std::string language;
};

std::string query_of(const undex::Call& asked) { return "call:\"" + asked.id + "\""; }

std::vector<Submission> submissions_of(const Call& call, const undex::Call& asked) {
  const Result found = call.view.searcher.search({.query = query_of(asked),
                                                  .facets = {},
                                                  .limit = kMostSubmissions,
                                                  .passages = 0,
                                                  .order = Order::symbol});
  std::vector<Submission> all;
  for (const Hit& hit : found.hits) {
    const std::vector<ArchiveEntry> entries = call.view.archive->find(hit.key);
    if (entries.empty()) continue;
    const Masthead masthead = call.view.archive->read(entries.front()).masthead;
    const Value* sender = masthead.find(MastheadItem::submitter);
    const Name* name = sender == nullptr ? nullptr : find_name(sender->normal);
    all.push_back({.name = hit.name,
                   .sender = sender == nullptr ? "" : sender->normal,
                   .printed = name != nullptr     ? name->preferred
                              : sender != nullptr ? sender->printed
                                                  : "",
                   .received = masthead.normal(MastheadItem::received),
                   .title = hit.title,
                   .language = hit.language});
  }
  return all;
}

std::set<std::string> senders_of(const std::vector<Submission>& all) {
  std::set<std::string> senders;
  for (const Submission& one : all) senders.insert(one.sender);
  return senders;
}

std::size_t answered_by(const std::set<std::string>& senders) {
  return static_cast<std::size_t>(std::ranges::count_if(
      senders, [](const std::string& id) { return find_state(id) != nullptr; }));
}

std::string address_of(const Call& call, const undex::Call& asked) {
  return link(call, "/calls/" + asked.id);
}

void add_term(Html& html, const std::string& term, std::string_view value) {
  if (value.empty()) return;
  html.element("dt", term).open("dd");
  add_english(html, value);
  html.close("dd");
}

std::string listed(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::string length_of(const Texts& texts, const undex::Call& asked) {
  std::string out;
  if (asked.most_words) out = texts("most-words", {texts.number(*asked.most_words)});
  if (asked.most_pages)
    out += (out.empty() ? "" : ", ") + texts("most-pages", {texts.number(*asked.most_pages)});
  return out;
}

void add_particulars(Html& html, const Call& call, const Texts& texts, const undex::Call& asked) {
  html.open("dl", {{"class", "masthead"}});
  html.element("dt", texts("reference")).open("dd");
  add_document(html, call, asked.reference);
  html.close("dd").element("dt", texts("asked-for-by")).open("dd");
  add_place(html, call, asked.mandate.text(), asked.mandate_place.text(),
            asked.mandate_place.citation());
  html.text(" (").element("a", {{"href", link(call, "/mandate/" + asked.mandate.text())}},
                          texts("mandate-chain"));
  html.text(")").close("dd").element("dt", texts("deadline")).open("dd");
  html.element("time", {{"datetime", asked.deadline.text()}}, asked.deadline.printed());
  if (!asked.deadline.zone.empty()) html.text(" (" + asked.deadline.zone + ")");
  if (!asked.deadline_assumed.empty()) {
    html.text("; " + texts("assumed") + ": ");
    add_english(html, asked.deadline_assumed);
  }
  html.close("dd");
  add_term(html, texts("formats"), listed(asked.formats));
  add_term(html, texts("languages"), listed(asked.languages));
  if (const std::string length = length_of(texts, asked); !length.empty())
    html.element("dt", texts("length")).element("dd", length);
  if (asked.member_states_only)
    html.element("dt", texts("senders")).element("dd", texts("member-states"));
  add_term(html, texts("contact"), listed(asked.contacts));
  html.close("dl");
  if (!asked.sections.empty()) {
    html.element("h2", texts("sections-asked")).open("ul");
    for (const RequiredSection& section : asked.sections) {
      html.open("li");
      add_english(html, section.title);
      html.text(" (" + texts(section.required ? "section-required" : "section-asked") + ")");
      html.close("li");
    }
    html.close("ul");
  }
  if (asked.notes.empty()) return;
  html.open("ul", {{"class", "notes"}, {"lang", "en"}});
  for (const std::string& note : asked.notes) html.element("li", note);
  html.close("ul");
}

void add_submissions(Html& html, const Call& call, const Texts& texts, const undex::Call& asked,
                     const std::vector<Submission>& all) {
  html.element("h2", {{"id", "held"}}, texts("submissions-held"));
  if (all.empty()) {
    html.element("p", texts("no-submissions"));
    return;
  }
  html.open("p").element("a", {{"href", search_address(call, query_of(asked))}},
                         texts("search-submissions"));
  html.close("p");
  open_table(html, texts("submissions-caption"),
             {texts("sender"), texts("document"), texts("received")});
  for (const Submission& one : all) {
    html.open("tr").open("th", {{"scope", "row"}});
    add_value(html, texts, "submitter", one.printed);
    html.close("th");
    html.open("td");
    add_document(html, call, one.name, one.title, one.language);
    html.close("td").open("td");
    if (!one.received.empty())
      html.element("time", {{"datetime", one.received}}, texts.date(one.received.substr(0, 10)));
    html.close("td").close("tr");
  }
  close_table(html);
}

/// Member States of which no submission is held, by region.
void add_missing(Html& html, const Texts& texts, const std::set<std::string>& senders) {
  std::map<std::string, std::vector<std::string>> missing;
  std::map<std::string, std::size_t> states;
  for (const MemberState& state : member_states()) {
    ++states[std::string(state.region)];
    if (!senders.contains(state.name->id))
      missing[std::string(state.region)].push_back(state.name->preferred);
  }
  html.element("h2", {{"id", "missing"}}, texts("not-answered"));
  html.element("p", texts("answered-of", {texts.number(answered_by(senders)),
                                          texts.number(member_states().size())}));
  for (const auto& [region, names] : missing) {
    html.open("details").open("summary");
    add_value(html, texts, "region", region);
    html.text(": " +
              texts("not-answered-of", {texts.number(names.size()), texts.number(states[region])}));
    html.close("summary").open("ul", {{"class", "states"}});
    for (const std::string& name : names) {
      html.open("li");
      add_value(html, texts, "state", name);
      html.close("li");
    }
    html.close("ul").close("details");
  }
}

HttpResponse unknown(const Call& call, const Texts& texts) {
  std::vector<std::string_view> names;
  for (const undex::Call& one : bundled_calls()) {
    names.push_back(one.id);
    names.push_back(one.reference);
  }
  const std::string near = nearest_name(call.rest, names);
  const undex::Call* nearest = bundled_call(near);
  return unknown_page(call, texts("no-call", {call.rest}), nearest ? nearest->reference : "",
                      nearest ? "/calls/" + nearest->id : "");
}

}  // namespace

HttpResponse calls_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  Page page{.title = texts("calls"), .canonical = "/calls"};
  Html& html = page.body;
  html.element("h1", texts("calls")).element("p", texts("calls-lead"));
  open_table(html, texts("calls-caption"),
             {texts("call"), texts("asked-for-by"), texts("deadline"), texts("submissions-held"),
              texts("states-answered"), texts("states-missing")});
  for (const undex::Call& one : bundled_calls()) {
    const std::vector<Submission> all = submissions_of(call, one);
    const std::size_t answered = answered_by(senders_of(all));
    const std::string address = address_of(call, one);
    html.open("tr").open("th", {{"scope", "row"}}).open("a", {{"href", address}});
    html.element("bdi", one.reference).text(" ");
    add_english(html, one.title);
    html.close("a").close("th").open("td");
    add_place(html, call, one.mandate.text(), one.mandate_place.text(),
              one.mandate_place.citation());
    html.close("td").open("td");
    html.element("time", {{"datetime", one.deadline.text()}},
                 texts.date(one.deadline.text().substr(0, 10)));
    html.close("td");
    add_number(html, texts, all.size(), address + "#held");
    add_number(html, texts, answered, address + "#held");
    add_number(html, texts, member_states().size() - answered, address + "#missing");
    html.close("tr");
  }
  close_table(html);
  return page_of(call, texts, std::move(page));
}

HttpResponse one_call_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  if (call.rest.empty()) return redirect(call, "/calls");
  const undex::Call* asked = bundled_call(call.rest);
  if (asked == nullptr) return unknown(call, texts);
  if (asked->id != call.rest) return redirect(call, "/calls/" + asked->id);
  const std::vector<Submission> all = submissions_of(call, *asked);
  Page page{.title = asked->reference + " " + asked->title, .canonical = "/calls/" + asked->id};
  Asked submissions;
  submissions.filters.push_back({"call", {asked->id}});
  const std::string feed = feed_address(call, submissions);
  page.head = feed_link(texts, feed);
  Html& html = page.body;
  html.open("h1").element("bdi", {{"class", "symbol"}}, asked->reference).text(" ");
  add_english(html, asked->title);
  html.close("h1");
  add_particulars(html, call, texts, *asked);
  add_submissions(html, call, texts, *asked, all);
  html.add(feed_line(call, texts, feed));
  add_missing(html, texts, senders_of(all));
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
