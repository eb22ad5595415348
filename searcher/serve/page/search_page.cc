#include "searcher/serve/page/search_page.h"

#include <algorithm>
#include <utility>

#include "searcher/serve/feed/feeds.h"
#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/document_head.h"
#include "searcher/serve/page/filters.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/passages.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

void add_understood(Html& html, const Texts& texts, const Result& result) {
  if (result.understood.empty()) return;
  html.open("section", {{"class", "understood"}, {"aria-labelledby", "understood"}});
  html.element("h2", {{"id", "understood"}}, texts("understood"));
  html.open("ul", {{"lang", "en"}});
  for (const Understood& one : result.understood) {
    html.open("li").open("bdi").text(one.text).close("bdi");
    std::string variants;
    for (const auto& [wording, count] : one.variants)
      variants += (variants.empty() ? "" : ", ") + wording + " " + texts.number(count);
    if (!variants.empty()) html.text(": ").element("bdi", variants);
    html.close("li");
  }
  html.close("ul").close("section");
}

void add_notes(Html& html, const Result& result) {
  if (result.notes.empty()) return;
  html.open("ul", {{"class", "notes"}, {"lang", "en"}});
  for (const std::string& note : result.notes) html.element("li", note);
  html.close("ul");
}

/// Another question that finds something, as a link: it is never asked instead.
void add_offers(Html& html, const Call& call, const Texts& texts, const Result& result) {
  if (result.offers.empty()) return;
  html.open("section", {{"class", "offers"}}).element("h2", texts("offers")).open("ul");
  for (const Offer& offer : result.offers) {
    Asked other;
    other.query = offer.query;
    other.filters = offer.filters;
    html.open("li").element("a", {{"href", address_of(call, other)}}, offer.text);
    html.text(" " + found(texts, offer.paragraphs, offer.documents)).close("li");
  }
  html.close("ul").close("section");
}

/// Of several archives one may hold it in another language than that which answers.
std::string link_of(const Call& call, const Hit& hit, const std::string& path) {
  if (!call.search.is_of_several()) return link(call, path);
  return link(call, path, {{"lang", hit.language}});
}

void add_passage(Html& html, const Call& call, const Hit& hit, const Passage& passage) {
  html.open("li");
  html.element("a",
               {{"class", "pinpoint"},
                {"href", link_of(call, hit, address_of(hit.name, passage.locator))},
                {"target", target_of(call)}},
               passage.pinpoint.empty() ? passage.locator : passage.pinpoint);
  html.text(" ").open("span", {{"lang", hit.language}, {"dir", direction_of(passage.snippet)}});
  html.add(marked(passage.snippet, passage.snippet_matches)).close("span").close("li");
}

void add_particulars(Html& html, const Texts& texts, const Hit& hit) {
  html.open("p", {{"class", "particulars"}});
  bool first = true;
  const auto next = [&] { html.text(std::exchange(first, false) ? "" : " · "); };
  if (!hit.date.empty()) {
    next();
    html.element("time", {{"datetime", hit.date}}, texts.date(hit.date));
  }
  for (const auto& [field, value] : {std::pair("kind", hit.type), {"organ", hit.organ}})
    if (!value.empty()) {
      next();
      add_value(html, texts, field, value);
    }
  for (const std::string& part :
       {hit.session, hit.agenda_item.empty() ? "" : texts("item", {hit.agenda_item})})
    if (!part.empty()) {
      next();
      html.text(part);
    }
  if (!hit.archive.empty()) {
    next();
    html.text(texts("archive") + ": ").element("bdi", hit.archive);
  }
  if (!hit.date_flag.empty()) html.text(" · ").element("em", hit.date_flag);
  if (hit.abridged) html.text(" · ").element("em", texts("abridged"));
  if (hit.record) html.text(" · ").element("em", texts("record-only"));
  html.close("p");
}

void add_hit(Html& html, const Call& call, const Texts& texts, const Hit& hit) {
  html.open("li", {{"class", "hit"}})
      .open("h3")
      .open("a",
            {{"href", link_of(call, hit, address_of(hit.name))}, {"target", target_of(call)}});
  html.element("bdi", {{"class", "symbol"}}, hit.name).text(" ");
  html.element("span", {{"lang", hit.language}, {"dir", direction_of(hit.title)}}, hit.title)
      .close("a")
      .close("h3")
      .add(coins(hit));
  add_particulars(html, texts, hit);
  if (!hit.passages.empty()) {
    html.open("ul", {{"class", "passages"}});
    for (const Passage& passage : hit.passages) add_passage(html, call, hit, passage);
    html.close("ul");
  }
  if (hit.across) html.element("p", {{"class", "across"}}, texts("across"));
  html.open("p", {{"class", "actions"}});
  for (const std::string_view tab : {"cite", "citations", "reuse"}) {
    const std::string label = texts(tab);
    html.element("a",
                 {{"href", link_of(call, hit, address_of(hit.name) + "/" + std::string(tab))},
                  {"aria-label", label + ", " + hit.name},
                  {"target", target_of(call)}},
                 label)
        .text(" ");
  }
  html.close("p").close("li");
}

void add_orders(Html& html, const Call& call, const Texts& texts, const Asked& asked, Order now) {
  constexpr std::pair<std::string_view, Order> kOrders[] = {{"relevance", Order::relevance},
                                                            {"newest", Order::newest},
                                                            {"oldest", Order::oldest},
                                                            {"symbol", Order::symbol}};
  html.open("nav", {{"class", "orders"}, {"aria-label", texts("order")}}).open("ul");
  for (const auto& [name, order] : kOrders) {
    Asked other = asked;
    other.order = name;
    html.open("li")
        .element("a",
                 {{"href", address_of(call, other)},
                  {"aria-current", order == now ? "true" : Html::kNone}},
                 texts("order-" + std::string(name)))
        .close("li");
  }
  html.close("ul").close("nav");
}

void add_hits(Html& html, const Call& call, const Texts& texts, const Asked& asked,
              const Result& result) {
  if (result.hits.empty()) return;
  html.element("h2", {{"class", "unseen"}}, texts("hits"));
  add_orders(html, call, texts, asked, result.order);
  html.open("ol", {{"class", "hits"}});
  for (const Hit& hit : result.hits) add_hit(html, call, texts, hit);
  html.close("ol");
  if (result.next.empty()) return;
  html.open("p", {{"class", "paging"}})
      .element("a", {{"href", next_address(call, asked, result.next)}, {"rel", "next"}},
               texts("next-page"))
      .close("p");
}

/// The query and a mark under the place of the fault.
HttpResponse unreadable(const Call& call, const Texts& texts, const QueryError& error) {
  Page page{.status = 400,
            .title = texts("bad-request"),
            .query = error.query_text,
            .indexed = false,
            .bare = is_embedded(call)};
  page.body.element("h1", texts("bad-request")).element("p", {{"class", "fault"}}, error.what());
  page.body.element("pre", {{"class", "caret"}, {"dir", "ltr"}}, error.caret());
  if (!error.hint.empty()) page.body.element("p", error.hint);
  page.body.open("p")
      .element("a", {{"href", link(call, "/help")}, {"target", target_of(call)}}, texts("help"))
      .close("p");
  return page_of(call, texts, std::move(page));
}

}  // namespace

HttpResponse search_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Asked asked = asked_by(call.request);
  Result result;
  try {
    result = call.search(request_of(asked, filter_fields(call), texts.language()));
  } catch (const QueryError& error) {
    return unreadable(call, texts, error);
  }
  const std::string what = asked.query.empty() ? texts("all-documents") : asked.query;
  Page page{.title = what, .query = asked.query, .indexed = false, .bare = is_embedded(call)};
  page.head = feed_link(texts, feed_address(call, asked));
  Html& html = page.body;
  html.open("h1").open("bdi").text(what).close("bdi").close("h1");
  html.element("p", {{"class", "counts"}, {"role", "status"}},
               result.documents == 0 ? texts("nothing-found")
                                     : found(texts, result.paragraphs, result.documents));
  html.add(chosen_filters(call, texts, asked, result));
  html.open("div", {{"class", "columns"}}).open("div");
  add_understood(html, texts, result);
  add_notes(html, result);
  add_offers(html, call, texts, result);
  add_hits(html, call, texts, asked, result);
  html.add(feed_line(call, texts, feed_address(call, asked)));
  html.close("div").open("aside", {{"aria-label", texts("filters")}});
  html.add(filter_form(call, texts, asked, result));
  for (const Facet& facet : result.facets)
    if (facet.field == "year") html.add(year_bars(call, texts, asked, facet));
  html.close("aside").close("div");
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
