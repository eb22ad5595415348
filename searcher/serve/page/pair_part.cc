#include "searcher/serve/page/pair_part.h"

#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/passages.h"

namespace undex::serve {
namespace {

using Kind = ParagraphPair::Kind;

/// Where the words stand that one of the two alone has.
std::vector<Span> spans_of(const ParagraphPair& pair, WordChange::Kind kind) {
  std::vector<Span> spans;
  for (const WordChange& change : pair.changes)
    if (change.kind == kind) spans.push_back({change.begin, change.end});
  return spans;
}

void add_side(Html& html, const PairView& view, const std::string& name, const Locator& at,
              const std::string& text, const std::vector<Span>& spans, std::string_view tag) {
  html.open("div", {{"class", "side"}}).open("p", {{"class", "pinpoint"}});
  add_place(html, view.call, name, at.text(), at.citation());
  html.close("p").open("p", {{"lang", view.language}, {"dir", direction_of(text)}});
  html.add(marked(text, spans, tag)).close("p").close("div");
}

void add_symbols(Html& html, const PairView& view, std::string_view id,
                 const std::vector<std::string>& symbols) {
  if (symbols.empty()) return;
  html.open("li").text(view.texts(id) + " ");
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    html.text(i == 0 ? "" : ", ");
    add_document(html, view.call, symbols[i]);
  }
  html.close("li");
}

/// A list of what changed; empty where nothing did.
Html changes_of(const PairView& view, const ParagraphPair& pair) {
  Html html;
  for (const auto& [from, to] : pair.citations_replaced) {
    html.open("li").text(view.texts("citation-replaced") + " ");
    add_document(html, view.call, from);
    html.text(" → ");
    add_document(html, view.call, to);
    html.close("li");
  }
  add_symbols(html, view, "citations-dropped", pair.citations_dropped);
  add_symbols(html, view, "citations-added", pair.citations_added);
  for (const auto& [from, to] : pair.names_changed) {
    html.open("li").text(view.texts("name-changed") + " ");
    add_english(html, from + " → " + to);
    html.close("li");
  }
  for (const FigureCompared& figure : pair.figures) {
    html.open("li").text(view.texts("figure-changed") + " ");
    add_english(html, figure.before + " → " + figure.after);
    html.text(": ");
    add_word(html, view.texts, name_of(figure.comparison.verdict));
    if (!figure.comparison.reason.empty()) {
      html.text("; ");
      add_english(html, figure.comparison.reason);
    }
    html.close("li");
  }
  for (const std::string& evidence : pair.evidence) {
    html.open("li").text(view.texts("evidence") + ": ");
    add_english(html, evidence);
    html.close("li");
  }
  return html;
}

std::string heading_of(const PairView& view, const ParagraphPair& pair) {
  std::string out = pair.before_text.empty() ? "" : pair.before.citation();
  if (!pair.after_text.empty()) out += (out.empty() ? "" : " → ") + pair.after.citation();
  out += ": " + view.texts("pair-" + std::string(name_of(pair.kind)));
  if (pair.moved) out += ", " + view.texts("pair-moved");
  if (pair.kind == Kind::reworded)
    out += ", " + view.texts("wording-kept", {std::to_string(static_cast<int>(pair.kept * 100))});
  return out;
}

}  // namespace

void add_pair(Html& html, const PairView& view, const ParagraphPair& pair) {
  html.open("section", {{"class", "pair"}}).element("h2", heading_of(view, pair));
  html.open("div", {{"class", "sides"}});
  if (!pair.before_text.empty())
    add_side(html, view, view.before, pair.before, pair.before_text,
             spans_of(pair, WordChange::Kind::removed), "del");
  if (!pair.after_text.empty())
    add_side(html, view, view.after, pair.after, pair.after_text,
             spans_of(pair, WordChange::Kind::added), "ins");
  html.close("div");
  if (const Html changes = changes_of(view, pair); !changes.is_empty())
    html.open("ul").add(changes).close("ul");
  html.close("section");
}

}  // namespace undex::serve
