// A document as a person reads it: masthead, sections, numbered paragraphs, notes, tables.
#include <algorithm>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/shown_marks.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

/// Items a reader looks for at the head, in this order; the others are in the JSON form.
constexpr MastheadItem kHead[] = {MastheadItem::organ,         MastheadItem::session,
                                  MastheadItem::agenda_item,   MastheadItem::agenda_item_title,
                                  MastheadItem::document_type, MastheadItem::author,
                                  MastheadItem::submitter,     MastheadItem::call,
                                  MastheadItem::received,      MastheadItem::date,
                                  MastheadItem::distribution,  MastheadItem::original_language,
                                  MastheadItem::language,      MastheadItem::reference,
                                  MastheadItem::deadline};

constexpr std::string_view kAlsoReadFrom = "also read from";

std::string label_of(MastheadItem item) {
  for (const MastheadItemRow& row : masthead_items())
    if (row.item == item) return std::string(row.label);
  return {};
}

std::string value_text(const Value& value) {
  const Name* name = find_name(value.normal);
  std::string out = printable(name                   ? name->preferred
                              : value.normal.empty() ? value.printed
                                                     : value.normal);
  if (!value.flag.empty()) out += "  [in doubt: " + printable(value.flag) + "]";
  return out;
}

/// One line a relation: "  Corrigendum         A/58/568/Corr.1 (held)".
std::string related_text(const RenderOptions& options) {
  std::string out;
  for (std::size_t i = 0; i < options.related.size();) {
    const std::string& relation = options.related[i].relation;
    std::string names;
    for (; i < options.related.size() && options.related[i].relation == relation; ++i) {
      const RelatedDocument& one = options.related[i];
      names += (names.empty() ? "" : ", ") + printable(one.name);
      if (one.name.find('/') != std::string::npos && relation != kAlsoReadFrom)
        names += one.held ? " (held)" : " (not held)";
    }
    std::string label = "  " + relation;
    label[2] = static_cast<char>(label[2] - 'a' + 'A');
    label.resize(std::max<std::size_t>(label.size() + 2, 22), ' ');
    out += wrapped(names, label, options.width);
  }
  return out;
}

std::string masthead_text(const Document& document, const RenderOptions& options) {
  std::string out = bold(printable(document.name()), options.color) + "\n";
  const std::string title = printable(document.masthead.normal(MastheadItem::title));
  if (!title.empty()) out += wrapped(bold(title, options.color), "", options.width);
  if (document.masthead.normal(MastheadItem::abridged) == "true")
    out += "an abridged record in undex's own words, not the official text\n";
  if (document.masthead.normal(MastheadItem::record) == "true")
    out += "a catalogue record: the text of the document is not held\n";
  for (const MastheadItem item : kHead)
    for (const Value* value : document.masthead.all(item)) {
      std::string label = "  " + label_of(item);
      label.resize(std::max<std::size_t>(label.size() + 2, 22), ' ');
      out += wrapped(value_text(*value), label, options.width);
    }
  return out + related_text(options);
}

std::string rows_text(const Table& source) {
  std::vector<std::vector<std::string>> rows;
  for (const std::vector<std::string>& row : source.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (const std::string& cell : row)
      cells.push_back((cells.empty() ? "    " : "") + printable(cell));
  }
  std::string out = table(rows);
  if (!source.check.empty()) out += "    (" + printable(source.check) + ")\n";
  return out;
}

std::string table_text(const Document& document, const Block& block) {
  if (block.table < 0 || static_cast<std::size_t>(block.table) >= document.tables.size()) return {};
  const Table& source = document.tables[static_cast<std::size_t>(block.table)];
  std::string title = printable(source.label);
  if (!source.title.empty()) title += (title.empty() ? "" : ": ") + printable(source.title);
  return (title.empty() ? "" : "    " + title + "\n") + rows_text(source);
}

/// How far a block stands in from the margin.
std::size_t indent_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::subparagraph:
      return 4 * static_cast<std::size_t>(std::clamp(block.level, 1, 6));
    case BlockKind::quotation:
    case BlockKind::footnote:
      return 4;
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::preambular:
    case BlockKind::unnumbered:
    case BlockKind::continuation:
    case BlockKind::formula:
    case BlockKind::table:
    case BlockKind::annex_title:
    case BlockKind::furniture:
      return 0;
  }
  return 0;
}

/// The label and what stands before it; the first line of a block begins with it.
std::string lead_of(const Block& block, bool title) {
  std::string label = printable(block.label);
  std::string lead = std::string(indent_of(block), ' ');
  if (!label.empty()) {
    label.resize(std::max<std::size_t>(label.size() + 1, title ? 0 : 4), ' ');
    return lead + label;
  }
  if (block.kind == BlockKind::unnumbered && !block.locator.number.empty())
    lead += "[" + block.locator.number + "] ";
  return lead;
}

std::string block_text(const Document& document, const Block& block,
                       const std::vector<ShownMark>& marks, const RenderOptions& options) {
  if (block.kind == BlockKind::table) return table_text(document, block);
  const bool title = block.kind == BlockKind::heading || block.kind == BlockKind::annex_title;
  const std::string first = lead_of(block, title);
  std::string out;
  // A text keeps its own line breaks: the words of a masthead, lines of a list.
  std::string_view rest = block.text;
  do {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const auto begin = static_cast<std::size_t>(line.data() - block.text.data());
    const std::string shown = options.color && !title
                                  ? with_marks(line, begin, marks)
                                  : bold(printable(line), options.color && title);
    out += wrapped(shown, out.empty() ? first : std::string(columns_of(first), ' '), options.width);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  } while (!rest.empty());
  return out;
}

/// "    - citation "resolution 57/295": A/RES/57/295, para. 4 (explicit)"
std::string marks_text(const Document& document, const std::vector<ShownMark>& marks,
                       const RenderOptions& options) {
  std::string out;
  for (const ShownMark& mark : marks)
    out += wrapped(printable(std::string(mark.kind) + " \"" + words_of(document, mark.span) +
                             "\": " + mark.says),
                   "      - ", options.width);
  return out;
}

std::string notices_text(const Document& document, const RenderOptions& options) {
  std::string out;
  for (const Notice& notice : document.notices) {
    const std::string place = notice.locator == Locator{} ? "" : notice.locator.citation() + ": ";
    out += wrapped(printable(place + notice.text), "note: ", options.width);
  }
  return out;
}

}  // namespace

std::string document_text(const Document& document, const std::vector<Locator>& only,
                          const RenderOptions& options) {
  std::string out = only.empty() ? masthead_text(document, options) : std::string();
  std::string body;
  std::vector<ShownMark> all;
  if (options.color || options.marks) all = shown_marks(document);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const bool wanted =
        only.empty() || std::any_of(only.begin(), only.end(),
                                    [&](const Locator& l) { return l.contains(block.locator); });
    if (block.kind == BlockKind::furniture || !wanted) continue;
    if (only.empty() || !body.empty()) body += "\n";
    const std::vector<ShownMark> marks = marks_of_block(all, static_cast<int>(i));
    body += block_text(document, block, marks, options);
    if (options.marks) body += marks_text(document, marks, options);
  }
  out += body;
  if (only.empty() && !document.notices.empty()) out += "\n" + notices_text(document, options);
  return out;
}

}  // namespace undex::rendering
