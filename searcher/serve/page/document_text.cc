#include "searcher/serve/page/document_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "searcher/serve/page/layout.h"
#include "searcher/serve/page/passages.h"

namespace undex::serve {
namespace {

/// Words of a block that lead on, or say what they count.
struct Linked {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string address;  ///< empty for a figure
  std::string_view kind;
  std::string says;
};

/// By block, row and column, -1 for running text.
using Cell = std::array<int, 3>;
using Links = std::map<Cell, std::vector<Linked>>;

std::string says_of(const Figure& figure) {
  std::string out = figure.value;
  if (!figure.upper.empty()) out += " - " + figure.upper;
  if (!figure.unit.empty()) out += " " + figure.unit;
  if (!figure.period.iso.empty()) out += ", " + figure.period.iso;
  return out;
}

/// Of each text in order; where two overlap, the one behind is left out by add_words().
Links links_of(const Call& call, const Document& document) {
  Links links;
  const auto add = [&](const MarkSpan& span, std::string address, std::string_view kind,
                       std::string says) {
    links[{span.block, span.row, span.column}].push_back(
        {span.begin, span.end, std::move(address), kind, std::move(says)});
  };
  for (const Reference& reference : document.marks.references) {
    if (reference.cited.parts.empty() || reference.kind == ReferenceKind::internal) continue;
    const bool one = reference.pinpoints.size() == 1;
    const std::string name = reference.cited.text();
    std::string says = name;
    if (!reference.pinpoints.empty()) says += ", " + citation_of(reference.pinpoints);
    add(reference.span, link(call, address_of(name, one ? reference.pinpoints.front().text() : "")),
        "cites", std::move(says));
  }
  for (const FigureMark& mark : document.marks.figures)
    add(mark.span, {}, "figure", says_of(mark.figure));
  for (const NameMark& mark : document.marks.names)
    add(mark.span, link(call, "/trace/" + mark.name), "name", mark.name);
  // A citation goes before a figure, and both before a name, that begin with them.
  for (auto& [cell, all] : links) std::ranges::stable_sort(all, {}, &Linked::begin);
  return links;
}

void add_words(Html& html, std::string_view text, const std::vector<Linked>& links) {
  std::size_t done = 0;
  for (const Linked& one : links) {
    if (one.begin < done || one.end > text.size()) continue;
    html.text(text.substr(done, one.begin - done));
    const std::string_view words = text.substr(one.begin, one.end - one.begin);
    if (one.address.empty())
      html.element("data", {{"class", one.kind}, {"value", one.says}, {"title", one.says}}, words);
    else
      html.element("a", {{"class", one.kind}, {"href", one.address}, {"title", one.says}}, words);
    done = one.end;
  }
  html.text(text.substr(done));
}

std::string_view class_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::subparagraph:
      return "point";
    case BlockKind::quotation:
      return "quotation";
    case BlockKind::footnote:
      return "note";
    case BlockKind::formula:
      return "formula";
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::preambular:
    case BlockKind::unnumbered:
    case BlockKind::continuation:
    case BlockKind::table:
    case BlockKind::annex_title:
    case BlockKind::furniture:
      break;
  }
  return "text";
}

class TextPage {
 public:
  TextPage(const Call& call, const Texts& texts, const Document& document,
           const TextOptions& options)
      : call_(call),
        texts_(texts),
        document_(document),
        options_(options),
        links_(links_of(call, document)) {}

  Html made() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (block.kind == BlockKind::furniture || !is_wanted(block)) continue;
      add(block, static_cast<int>(i));
    }
    return std::move(html_);
  }

 private:
  bool is_wanted(const Block& block) const {
    if (options_.only.empty())
      return block.locator.part != "masthead";  // document_masthead() says it
    return std::ranges::any_of(options_.only, [&](const Locator& place) {
      return place == block.locator || place.contains(block.locator);
    });
  }

  /// The anchor, for the first block of a place; an id stands once.
  std::string id_of(const Block& block) {
    std::string anchor = block.locator.anchor();
    return ids_.insert(anchor).second ? anchor : std::string();
  }

  const std::vector<Linked>& links_in(int block, int row = -1, int column = -1) const {
    static const std::vector<Linked> none;
    const auto found = links_.find({block, row, column});
    return found == links_.end() ? none : found->second;
  }

  void add(const Block& block, int index) {
    if (block.kind == BlockKind::table) {
      add_table(block, index);
      return;
    }
    if (block.kind == BlockKind::heading || block.kind == BlockKind::annex_title) {
      const std::string tag =
          block.kind == BlockKind::annex_title || block.level <= 1 ? "h2" : "h3";
      html_.open(tag, {{"id", "b" + std::to_string(index)}})
          .text(block.label.empty() ? "" : block.label + " ");
      add_words(html_, block.text, links_in(index));
      html_.close(tag);
      return;
    }
    const std::string id = id_of(block);
    html_.open("p", {{"class", class_of(block)}, {"id", id.empty() ? Html::kNone : id}});
    add_number(block, !id.empty());
    add_words(html_, block.text, links_in(index));
    if (!id.empty()) add_cited(id, block);
    html_.close("p");
  }

  void add_number(const Block& block, bool first) {
    if (block.locator.text().empty()) return;
    std::string label = block.label;
    if (label.empty() && first && block.kind == BlockKind::unnumbered) {
      label = block.locator.text();  // "annex, [1]": "[1]" is enough where it stands
      if (const std::size_t comma = label.rfind(", "); comma != std::string::npos)
        label.erase(0, comma + 2);
    }
    if (label.empty()) return;
    html_.element("a",
                  {{"class", "number"},
                   {"href", link(call_, address_of(document_.name(), block.locator.text()))},
                   {"aria-label", block.locator.citation()}},
                  label);
    html_.text(" ");
  }

  void add_cited(const std::string& anchor, const Block& block) {
    const auto known = options_.cited.find(anchor);
    if (known == options_.cited.end()) return;
    html_.text(" ").element(
        "a", {{"class", "cited-by"}, {"href", link(call_, canonical_place(block) + "/citations")}},
        texts_("cited-times", {texts_.number(known->second)}));
  }

  std::string canonical_place(const Block& block) const {
    return address_of(document_.name(), block.locator.text());
  }

  void add_table(const Block& block, int index) {
    if (block.table < 0 || static_cast<std::size_t>(block.table) >= document_.tables.size()) return;
    const Table& table = document_.tables[static_cast<std::size_t>(block.table)];
    const std::string id = id_of(block);
    html_.open(
        "div",
        {{"class", "wide"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", texts_("table")}});
    html_.open("table", {{"id", id.empty() ? Html::kNone : id}});
    std::string caption = table.label;
    if (!table.title.empty()) caption += (caption.empty() ? "" : ": ") + table.title;
    if (!caption.empty()) html_.element("caption", caption);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const bool head = row < static_cast<std::size_t>(std::max(0, table.header_rows));
      html_.open("tr");
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        const std::string_view tag = head ? "th" : "td";
        html_.open(tag, {{"scope", head ? "col" : Html::kNone}});
        add_words(html_, table.rows[row][column],
                  links_in(index, static_cast<int>(row), static_cast<int>(column)));
        html_.close(tag);
      }
      html_.close("tr");
    }
    html_.close("table");
    if (!table.check.empty()) html_.element("p", {{"class", "remark"}}, table.check);
    html_.close("div");
  }

  const Call& call_;
  const Texts& texts_;
  const Document& document_;
  const TextOptions& options_;
  const Links links_;
  Html html_;
  std::set<std::string> ids_;
};

}  // namespace

CitedPlaces cited_places(const CitationPage& page) {
  CitedPlaces places;
  for (const CitationPartner& partner : page.cited_by)
    for (const CitingPlace& place : partner.places)
      for (const Locator& pinpoint : place.reference.pinpoints) ++places[pinpoint.anchor()];
  return places;
}

Html document_text(const Call& call, const Texts& texts, const Document& document,
                   const TextOptions& options) {
  return TextPage(call, texts, document, options).made();
}

Html table_of_contents(const Texts& texts, const Document& document) {
  Html html;
  std::size_t headings = 0;
  for (const Block& block : document.blocks)
    headings += block.kind == BlockKind::heading || block.kind == BlockKind::annex_title;
  if (headings < 3) return html;
  html.open("nav", {{"class", "contents"}, {"aria-labelledby", "contents"}});
  html.element("h2", {{"id", "contents"}}, texts("contents")).open("ol");
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::heading && block.kind != BlockKind::annex_title) continue;
    const std::string label = block.label.empty() ? block.text : block.label + " " + block.text;
    html.open("li", {{"class", block.level > 1 ? "deeper" : Html::kNone}});
    html.element("a", {{"href", "#b" + std::to_string(i)}}, label).close("li");
  }
  html.close("ol").close("nav");
  return html;
}

}  // namespace undex::serve
