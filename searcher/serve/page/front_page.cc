#include "searcher/serve/page/front_page.h"

#include <array>
#include <utility>

#include "searcher/serve/page/asked.h"
#include "searcher/serve/page/filters.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"

namespace undex::serve {
namespace {

constexpr std::size_t kNewest = 8;
constexpr std::size_t kOrgans = 12;

/// What can be asked, each with its row in the table of texts. Shown is what finds something here.
struct Example {
  std::string_view query;
  std::string_view text_id;
};
constexpr std::array<Example, 6> kExamples = {
    {{"help desk", "example-words"},
     {"\"information and communication technologies\"", "example-phrase"},
     {"title:informatics year:2000..2009", "example-years"},
     {"cites:A/RES/57/295", "example-cites"},
     {"organ:ECOSOC \"permanent missions\"", "example-organ"},
     {"kind:resolution cybersecurity", "example-kind"}}};

void add_examples(Html& html, const Call& call, const Texts& texts) {
  Html list;
  for (const Example& example : kExamples) {
    const Result result =
        call.search({.query = std::string(example.query), .facets = {}, .limit = 0});
    if (result.documents == 0) continue;
    list.open("li").open("a", {{"href", search_address(call, example.query)}});
    list.element("code", {{"dir", "ltr"}}, example.query).close("a");
    list.text(" " + texts(example.text_id) + ": " +
              found(texts, result.paragraphs, result.documents));
    list.close("li");
  }
  if (list.is_empty()) return;
  html.element("h2", texts("examples")).open("ul", {{"class", "examples"}}).add(list).close("ul");
  html.open("p").element("a", {{"href", link(call, "/help")}}, texts("help")).close("p");
}

void add_newest(Html& html, const Call& call, const Texts& texts, const Result& all) {
  if (all.hits.empty()) return;
  html.element("h2", texts("newest-documents")).open("ul", {{"class", "newest"}});
  for (const Hit& hit : all.hits) {
    html.open("li");
    add_document(html, call, hit.name, hit.title, hit.language);
    if (!hit.date.empty())
      html.text(" ").element("time", {{"datetime", hit.date}}, texts.date(hit.date));
    html.close("li");
  }
  html.close("ul");
  Asked newest;
  newest.order = "newest";
  html.open("p").element("a", {{"href", address_of(call, newest)}}, texts("all-newest")).close("p");
}

void add_organs(Html& html, const Call& call, const Texts& texts, const Facet& organs) {
  if (organs.values.empty()) return;
  html.element("h2", organs.label).open("ul", {{"class", "organs"}});
  for (const FacetCount& organ : organs.values) {
    html.open("li").element("a", {{"href", search_address(call, "", "organ", organ.value)}},
                            organ.label.empty() ? organ.value : organ.label);
    html.text(" " + texts("count-documents", {texts.number(organ.documents)})).close("li");
  }
  html.close("ul");
}

void add_ways(Html& html, const Call& call, const Texts& texts) {
  html.element("h2", texts("ways")).open("dl", {{"class", "ways"}});
  for (const std::string way : {"series", "trace", "compare", "mandate", "calls", "about"}) {
    html.open("dt").element("a", {{"href", link(call, "/" + way)}}, texts(way)).close("dt");
    html.element("dd", texts("way-" + way));
  }
  html.close("dl");
}

}  // namespace

HttpResponse front_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const Result all = call.search({.query = {},
                                  .facets = {"year", "organ"},
                                  .group = Group::work,
                                  .limit = kNewest,
                                  .passages = 0,
                                  .facet_values = kOrgans,
                                  .language = texts.language(),
                                  .order = Order::newest});
  Page page{.title = texts("site"), .canonical = "/"};
  Html& html = page.body;
  html.element("h1", texts("site")).open("p", {{"class", "lead"}}).text(texts("lead") + " ");
  html.element("a", {{"href", search_address(call, "")}},
               found(texts, all.paragraphs, all.documents));
  html.text(".").close("p").open("div", {{"class", "columns"}}).open("div");
  add_examples(html, call, texts);
  add_newest(html, call, texts, all);
  add_ways(html, call, texts);
  html.close("div").open("div");
  for (const Facet& facet : all.facets)
    if (facet.field == "organ") add_organs(html, call, texts, facet);
  for (const Facet& facet : all.facets)
    if (facet.field == "year") html.add(year_bars(call, texts, {}, facet));
  html.close("div").close("div");
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
