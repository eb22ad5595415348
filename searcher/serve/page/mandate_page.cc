#include "searcher/serve/page/mandate_page.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "corpus/series.h"
#include "corpus/text.h"
#include "searcher/documents/target.h"
#include "searcher/render/chain.h"
#include "searcher/render/chain_side.h"
#include "searcher/serve/page/document_address.h"
#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "undex/chain.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

constexpr int kDepth = 3, kDeepest = 10;
constexpr std::size_t kMost = 200;

int depth_of(const Call& call) {
  const std::string typed = call.request.parameter("depth").value_or("");
  if (typed.empty()) return kDepth;
  int depth = 0;
  const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), depth);
  if (read.ptr == typed.data() + typed.size() && depth >= 1 && depth <= kDeepest) return depth;
  throw Error(ErrorKind::usage,
              "depth: '" + printable(typed) + "' is not 1 to " + std::to_string(kDeepest),
              "write depth=5");
}

void add_form(Html& html, const Call& call, const Texts& texts, std::string_view name) {
  open_form(html, call, texts, "/mandate");
  html.open("p").element("label", {{"for", "document"}}, texts("mandate-asked"));
  html.empty("input", {{"type", "text"}, {"id", "document"}, {"name", "q"}, {"value", name}});
  html.close("p");
  html.element("button", {{"type", "submit"}}, texts("show")).close("form");
}

void add_node(Html& html, const Call& call, const Texts& texts, const ChainNode& node) {
  if (node.symbol.empty()) {
    add_value(html, texts, "kind", node.kind);
    html.text(", " + texts("symbol-not-known"));
  } else {
    add_document(html, call, node.symbol, node.title);
  }
  if (!node.date.empty())
    html.text(" ").element("time", {{"datetime", node.date}}, texts.date(node.date));
  if (!node.date_flag.empty()) html.text(" ").element("em", {{"lang", "en"}}, node.date_flag);
  if (!node.symbol.empty()) html.text(" (" + held_text(texts, node.held_as) + ")");
}

class Tree {
 public:
  Tree(const Call& call, const Texts& texts, const Chain& chain, bool later)
      : call_(call), texts_(texts), chain_(chain), side_(chain, later) {
    shown_.insert(chain.root);
  }

  /// Empty where nothing is known.
  Html branches(std::size_t node) {
    Html html;
    const std::vector<std::size_t> next = side_.next(node, shown_);
    if (next.empty()) return html;
    html.open("ul", {{"class", "chain"}});
    for (const std::size_t branch : next) {
      const bool first_time = shown_.insert(branch).second;
      html.open("li");
      add_node(html, call_, texts_, chain_.nodes[branch]);
      if (!first_time) html.text(" " + texts_("shown-above"));
      html.open("ul", {{"class", "links"}});
      for (const ChainEdge* edge : side_.links(node, branch)) add_link(html, *edge);
      html.close("ul");
      if (first_time) html.add(branches(branch));
      html.close("li");
    }
    html.close("ul");
    return html;
  }

 private:
  /// "mandated by its para. 4: A/58/568, paras. 1 and 3": read from the later document.
  void add_link(Html& html, const ChainEdge& edge) const {
    const std::string& later = chain_.nodes[edge.to].symbol;
    html.open("li");
    add_word(html, texts_, edge.relation);
    if (edge.relation == rendering::kChainFollows) {
      add_series(html, chain_.nodes[edge.to].series);
    } else {
      if (!edge.pinpoint.empty()) html.text(" " + texts_("its-place", {edge.pinpoint}));
      html.text(": ");
      if (edge.place.empty() || edge.locators.empty())
        add_english(html, edge.place.empty() ? edge.evidence : edge.place);
      else
        html.element("a", {{"href", link(call_, address_of(later, edge.locators.front()))}},
                     edge.place);
    }
    html.close("li");
  }

  void add_series(Html& html, const std::string& id) const {
    const Series* series = find_series(id);
    html.text(" " + texts_("in-series") + " ");
    html.element("a", {{"href", link(call_, "/series/" + id)}, {"lang", "en"}},
                 series == nullptr ? id : series->name);
  }

  const Call& call_;
  const Texts& texts_;
  const Chain& chain_;
  const rendering::ChainSide side_;
  std::set<std::size_t> shown_;
};

void add_side(Html& html, const Call& call, const Texts& texts, const Chain& chain, bool later) {
  html.element("h2", texts(later ? "came-of-it" : "comes-from"));
  const Html tree = Tree(call, texts, chain, later).branches(chain.root);
  if (tree.is_empty())
    html.element("p", texts(later ? "nothing-came" : "nothing-asked"));
  else
    html.add(tree);
}

void add_counts(Html& html, const Texts& texts, const Chain& chain) {
  const auto count = [&](const auto& is) {
    return static_cast<std::size_t>(std::ranges::count_if(chain.nodes, is));
  };
  const std::size_t known = count([](const ChainNode& node) { return !node.symbol.empty(); });
  const std::size_t held = count([](const ChainNode& node) { return !node.held_as.empty(); });
  html.element(
      "p", {{"class", "counts"}},
      texts("chain-counts", {texts.counted("documents-counted", known), texts.number(held)}) +
          (chain.cut ? " " + texts("chain-cut") : ""));
}

HttpResponse unknown(const Call& call, const Texts& texts, const std::string& name) {
  const std::string near = call.view.names->nearest(name);
  return unknown_page(call, texts("no-chain", {name}), near == name ? "" : near,
                      "/mandate/" + near);
}

}  // namespace

HttpResponse mandate_form_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const std::string name = collapse_spaces(call.request.parameter("q").value_or(""));
  if (!name.empty()) {
    const Target target = find_target(*call.view.archive, name);
    HttpResponse response{.status = 301};
    response.set("location",
                 link(call, "/mandate" + canonical_path(target.name, target.place, Tab::text)));
    return response;
  }
  Page page{.title = texts("mandate"), .canonical = "/mandate"};
  page.body.element("h1", texts("mandate")).element("p", texts("mandate-lead"));
  add_form(page.body, call, texts, "");
  return page_of(call, texts, std::move(page));
}

HttpResponse mandate_page(const Call& call) {
  const Texts texts = texts_for(call.request);
  const DocumentAddress address = read_document_address(call.rest);
  if (address.name.empty()) return redirect(call, "/mandate");
  const bool named = parse_symbol(address.name) || !call.view.archive->find(address.name).empty();
  if (address.bad_place || address.tab != Tab::text || !named)
    return unknown(call, texts, address.name);
  const auto format = format_asked(call, {"json", "graphml"});
  const Chain chain =
      mandate_chain(call.view.archive->dir(), {.name = address.name,
                                               .place = address.place ? address.place->text() : "",
                                               .depth = depth_of(call),
                                               .most = kMost});
  const ChainNode& root = chain.nodes[chain.root];
  if (chain.edges.empty() && root.held_as.empty()) return unknown(call, texts, root.symbol);
  const std::string path = "/mandate" + canonical_path(root.symbol, address.place, Tab::text);
  if (path != call.request.path) return redirect(call, path);
  if (format) return file_response(*format, render_chain(chain, *format, {}));
  Page page{.title = texts("mandate-title", {root.symbol}), .canonical = path};
  Html& html = page.body;
  const std::string place = address.place ? ", " + address.place->citation() : "";
  html.element("h1", texts("mandate-title", {root.symbol + place})).open("p");
  add_node(html, call, texts, root);
  html.close("p");
  add_counts(html, texts, chain);
  add_side(html, call, texts, chain, false);
  add_side(html, call, texts, chain, true);
  if (const int depth = depth_of(call); depth < kDeepest && !chain.edges.empty())
    html.open("p")
        .element("a", {{"href", link(call, path, {{"depth", std::to_string(kDeepest)}})}},
                 texts("chain-deeper"))
        .close("p");
  add_formats(html, call, texts, {"json", "graphml"});
  html.element("h2", texts("mandate-other"));
  add_form(html, call, texts, root.symbol);
  return page_of(call, texts, std::move(page));
}

}  // namespace undex::serve
