#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "corpus/xml.h"
#include "corpus/xml/builder.h"
#include "corpus/xml/content.h"
#include "corpus/xml/form.h"
#include "corpus/xml/meta.h"
#include "corpus/xml/nesting.h"

namespace undex {
namespace {

/// The element a block becomes inside the body, where every block is a part of the hierarchy.
struct Shape {
  std::string_view element;
  std::string_view name;  ///< name attribute, empty for none
};
Shape shape_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return {"section", ""};
    case BlockKind::paragraph:
    case BlockKind::unnumbered:
      return {"paragraph", ""};
    case BlockKind::subparagraph:
      return {"point", ""};
    case BlockKind::continuation:
      return {"alinea", ""};
    case BlockKind::preambular:
    case BlockKind::quotation:
    case BlockKind::formula:
    case BlockKind::table:
    case BlockKind::footnote:
    case BlockKind::furniture:
    case BlockKind::annex_title:
      return {"hcontainer", name_of(kind)};
  }
  return {};
}

/// The inline element a masthead item is printed in; the others have <inline name="...">.
struct MastheadShape {
  MastheadItem item;
  std::string_view element;
};
constexpr std::array<MastheadShape, 8> kMastheadShapes = {{
    {MastheadItem::symbol, "docNumber"},
    {MastheadItem::organ, "docAuthority"},
    {MastheadItem::date, "docDate"},
    {MastheadItem::session, "session"},
    {MastheadItem::title, "docTitle"},
    {MastheadItem::document_type, "docType"},
    {MastheadItem::author, "docProponent"},
    {MastheadItem::committee, "docCommittee"},
}};

/// Of a table that no block shows: marks stand in blocks.
constexpr int kNoBlock = std::numeric_limits<int>::min();

/// Ids that are unique in the file and hold no blank and nothing an address would have to escape.
class Ids {
 public:
  std::string unique(std::string_view wanted) {
    std::string id;
    for (const char c : wanted) {
      const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                         (c >= 'a' && c <= 'z') || c == '-' || c == '.' || c == '_';
      id += plain ? c : '-';
    }
    if (id.empty()) id = "place";
    std::string candidate = id;
    std::size_t& next = next_[id];
    while (!taken_.insert(candidate).second) candidate = id + "__" + std::to_string(++next + 1);
    return candidate;
  }

 private:
  std::set<std::string> taken_ = {"undex", "un",    "un-ga",         "un-ecosoc",
                                  "un-sc", "un-tc", "un-secretariat"};
  std::map<std::string, std::size_t> next_;
};

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {
    for (const Block& block : document.blocks) {
      const std::string anchor = block.locator.anchor();
      ids_.push_back(pool_.unique(anchor.empty() ? name_of(block.kind) : anchor));
      if (block.kind == BlockKind::footnote) footnotes_[block.label].push_back(ids_.size() - 1);
    }
    elements_.emplace(document, ids_,
                      [&](std::string_view wanted) { return pool_.unique(wanted); });
  }

  std::string write() {
    const AknKind& kind = akn_kind(document_);
    const Parts parts = parts_of(document_.blocks, kind.element == "statement");
    const std::size_t end = parts.annexes.empty() ? document_.blocks.size() : parts.annexes.front();
    xml_.open("akomaNtoso");
    xml_.attribute("xmlns", kAknNamespace);
    xml_.attribute("xmlns:u", kDataNamespace);
    xml_.open(kind.element);
    xml_.attribute("name", kind.name);
    write_meta(xml_, document_, elements_->ontology());
    write_preface(parts.preamble);
    write_preamble(parts);
    write_body(parts.body, end, parts.annexes.empty());
    write_annexes(parts.annexes);
    xml_.close();
    xml_.close();
    return xml_.take();
  }

 private:
  void write_preface(std::size_t end);
  void write_preamble(const Parts& parts);
  void write_body(std::size_t begin, std::size_t end, bool last);
  void write_annexes(const std::vector<std::size_t>& annexes);
  void write_entry(const MastheadEntry& entry);
  std::span<const InlineElement> elements_of(const MastheadEntry& entry) const;
  void write_nests(const std::vector<Nest>& nests);
  void write_nest(const Nest& nest);
  void write_flat(std::size_t index);
  void write_own(std::size_t index);
  void write_content(std::size_t index);
  void write_attributes(std::size_t index);
  void write_label(const Block& block);
  void write_text(std::size_t index);
  void show_table(std::size_t index, int block);
  std::string footnote_of(std::size_t block, const std::string& marker) const;

  const Document& document_;
  XmlBuilder xml_;
  Ids pool_;
  std::vector<std::string> ids_;                               // one a block
  std::map<std::string, std::vector<std::size_t>> footnotes_;  // by label
  std::set<std::size_t> tables_done_;
  std::optional<InlineElements> elements_;
};

void Writer::write_entry(const MastheadEntry& entry) {
  const auto shape = std::find_if(kMastheadShapes.begin(), kMastheadShapes.end(),
                                  [&](const MastheadShape& row) { return row.item == entry.item; });
  const bool shaped = shape != kMastheadShapes.end() &&
                      (entry.item != MastheadItem::date || is_full_date(entry.value.normal));
  xml_.open("p");
  xml_.attribute("u:item", name_of(entry.item));
  xml_.attribute("u:normal", entry.value.normal);
  if (!entry.value.flag.empty()) xml_.attribute("u:flag", entry.value.flag);
  if (!entry.value.printed.empty()) {
    xml_.open_inline(shaped ? shape->element : std::string_view("inline"));
    if (!shaped) xml_.attribute("name", name_of(entry.item));
    if (shaped && entry.item == MastheadItem::date) xml_.attribute("date", entry.value.normal);
    write_words(xml_, entry.value.printed, elements_of(entry));
    xml_.close();
  }
  xml_.close();
}

/// Marks of the title stand in its normal form: there are elements where that is what is printed.
std::span<const InlineElement> Writer::elements_of(const MastheadEntry& entry) const {
  const bool marked = entry.item == MastheadItem::title &&
                      &entry.value == document_.masthead.find(MastheadItem::title) &&
                      entry.value.printed == text_of(document_, {.block = MarkSpan::kTitle});
  if (!marked) return {};
  return elements_->of(MarkSpan::kTitle);
}

void Writer::write_preface(std::size_t end) {
  if (document_.masthead.entries.empty() && end == 0) return;
  xml_.open("preface");
  for (const MastheadEntry& entry : document_.masthead.entries) write_entry(entry);
  for (std::size_t i = 0; i < end; ++i) write_flat(i);
  xml_.close();
}

void Writer::write_preamble(const Parts& parts) {
  if (parts.preamble >= parts.body) return;
  xml_.open("preamble");
  bool recitals = false;
  for (std::size_t i = parts.preamble; i < parts.body; ++i) {
    const bool recital = document_.blocks[i].kind == BlockKind::preambular;
    if (recitals && !recital) xml_.close();
    if (recital && !recitals) xml_.open("recitals");
    recitals = recital;
    write_flat(i);
  }
  if (recitals) xml_.close();
  xml_.close();
}

void Writer::write_body(std::size_t begin, std::size_t end, bool last) {
  xml_.open("mainBody");
  write_nests(nest_blocks(document_.blocks, begin, end));
  // Tables that no block shows stay with the document.
  bool any = begin < end;
  for (std::size_t i = 0; last && i < document_.tables.size(); ++i) {
    if (tables_done_.contains(i)) continue;
    any = true;
    xml_.open("hcontainer");
    xml_.attribute("name", "unplaced");
    xml_.open("content");
    show_table(i, kNoBlock);
    xml_.close();
    xml_.close();
  }
  if (!any) {
    xml_.open("p");
    xml_.close();
  }
  xml_.close();
}

void Writer::write_annexes(const std::vector<std::size_t>& annexes) {
  if (annexes.empty()) return;
  xml_.open("attachments");
  for (std::size_t i = 0; i < annexes.size(); ++i) {
    const bool last = i + 1 == annexes.size();
    xml_.open("attachment");
    write_attributes(annexes[i]);
    write_own(annexes[i]);
    xml_.open("doc");
    xml_.attribute("name", "annex");
    write_annex_meta(xml_, document_, i + 1);
    write_body(annexes[i] + 1, last ? document_.blocks.size() : annexes[i + 1], last);
    xml_.close();
    xml_.close();
  }
  xml_.close();
}

void Writer::write_nests(const std::vector<Nest>& nests) {
  const auto kind = [&](std::size_t i) { return document_.blocks[nests[i].block].kind; };
  const auto floats = [&](std::size_t i) {
    return kind(i) == BlockKind::furniture || kind(i) == BlockKind::footnote ||
           kind(i) == BlockKind::table;
  };
  bool list = false;
  for (std::size_t i = 0; i < nests.size(); ++i) {
    const bool point = kind(i) == BlockKind::subparagraph;
    if (point && !list) {
      xml_.open("list");
      list = true;
    } else if (list && !point && !floats(i)) {
      xml_.close();
      list = false;
    }
    write_nest(nests[i]);
  }
  if (list) xml_.close();
}

void Writer::write_nest(const Nest& nest) {
  const Block& block = document_.blocks[nest.block];
  const Shape shape = shape_of(block.kind);
  xml_.open(shape.element);
  if (!shape.name.empty()) xml_.attribute("name", shape.name);
  if (block.kind == BlockKind::furniture) xml_.attribute("status", "ignored");
  write_attributes(nest.block);
  if (block.kind == BlockKind::heading) {
    write_own(nest.block);
    write_nests(nest.inner);
  } else {
    write_label(block);
    xml_.open(nest.inner.empty() ? "content" : "intro");
    write_content(nest.block);
    xml_.close();
    write_nests(nest.inner);
  }
  xml_.close();
}

/// In preface and preamble, where there is no hierarchy.
void Writer::write_flat(std::size_t index) {
  const Block& block = document_.blocks[index];
  const bool formula = block.kind == BlockKind::formula && block.label.empty();
  xml_.open(formula ? "formula" : block.kind == BlockKind::preambular ? "recital" : "tblock");
  if (formula) xml_.attribute("name", "formula");
  if (block.kind == BlockKind::furniture) xml_.attribute("status", "ignored");
  write_attributes(index);
  if (block.kind == BlockKind::heading) {
    write_own(index);
    xml_.open("p");
    xml_.close();
  } else {
    write_label(block);
    write_content(index);
  }
  xml_.close();
}

/// Label and title of a heading.
void Writer::write_own(std::size_t index) {
  const Block& block = document_.blocks[index];
  write_label(block);
  if (!block.text.empty() || !block.notes.empty() || !block.points.empty()) {
    xml_.open("heading");
    write_text(index);
    xml_.close();
  }
}

void Writer::write_content(std::size_t index) {
  const Block& block = document_.blocks[index];
  const bool bare = block.text.empty() && block.notes.empty() && block.points.empty();
  const auto table = static_cast<std::size_t>(block.table);
  const bool shows =
      block.table >= 0 && table < document_.tables.size() && !tables_done_.contains(table);
  if (!bare || !shows) {
    xml_.open("p");
    if (block.kind == BlockKind::quotation) {
      xml_.open_inline("embeddedText");
      write_text(index);
      xml_.close();
    } else if (block.kind == BlockKind::footnote) {
      xml_.open_inline("authorialNote");
      xml_.attribute("marker", block.label);
      xml_.attribute("placement", "bottom");
      xml_.open_inline("p");
      write_text(index);
      xml_.close();
      xml_.close();
    } else {
      write_text(index);
    }
    xml_.close();
  }
  if (shows) show_table(table, static_cast<int>(index));
}

void Writer::write_attributes(std::size_t index) {
  const Block& block = document_.blocks[index];
  xml_.attribute("eId", ids_[index]);
  xml_.attribute("u:kind", name_of(block.kind));
  write_locator(xml_, block.locator, "u:");
  if (block.level != 0) xml_.attribute("u:level", block.level);
  if (block.section != -1) xml_.attribute("u:section", block.section);
  if (block.page != 0) xml_.attribute("u:page", block.page);
  if (block.table != -1) xml_.attribute("u:table", block.table);
}

void Writer::write_label(const Block& block) {
  if (block.label.empty()) return;
  xml_.open("num");
  xml_.lines(block.label);
  xml_.close();
}

void Writer::write_text(std::size_t index) {
  const Block& block = document_.blocks[index];
  write_running_text(
      xml_, block, elements_->of(static_cast<int>(index)),
      [&](const std::string& marker) { return footnote_of(index, marker); },
      [&](const Locator& locator) { return pool_.unique(locator.anchor()); });
}

void Writer::show_table(std::size_t index, int block) {
  tables_done_.insert(index);
  write_table(xml_, document_.tables[index], index,
              [&](int row, int column) -> const std::vector<InlineElement>& {
                return elements_->of(block, row, column);
              });
}

/// The note a marker leads to: the next of that label, else the last before it.
std::string Writer::footnote_of(std::size_t block, const std::string& marker) const {
  const auto found = footnotes_.find(marker);
  if (found == footnotes_.end()) return {};
  const auto next = std::lower_bound(found->second.begin(), found->second.end(), block);
  return ids_[next == found->second.end() ? found->second.back() : *next];
}

}  // namespace

std::string write_document_xml(const Document& document) { return Writer(document).write(); }

}  // namespace undex
