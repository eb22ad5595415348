#include "corpus/marks.h"

#include <algorithm>
#include <array>

#include "corpus/document.h"

namespace undex {
namespace {

constexpr std::array<std::string_view, 8> kReferenceKinds = {
    "explicit", "anaphoric",      "implicit", "quotation",
    "internal", "internal-vague", "generic",  "url"};
constexpr std::array<std::string_view, 7> kRelations = {
    "cites", "mandated by", "recalls", "takes note of", "corrects", "supersedes", "agenda"};
constexpr std::array<std::string_view, 5> kStatuses = {"planned", "pilot", "running", "replaced",
                                                       "ended"};

std::string_view masthead_line(const Document& document, int block) {
  const Value* value = nullptr;
  if (block == MarkSpan::kTitle) value = document.masthead.find(MastheadItem::title);
  if (block == MarkSpan::kReference) value = document.masthead.find(MastheadItem::reference);
  if (value == nullptr) return {};
  return value->normal.empty() ? value->printed : value->normal;
}

std::string_view cell(const Document& document, const MarkSpan& span) {
  const int table = document.blocks[static_cast<std::size_t>(span.block)].table;
  if (table < 0 || static_cast<std::size_t>(table) >= document.tables.size()) return {};
  const auto& rows = document.tables[static_cast<std::size_t>(table)].rows;
  if (static_cast<std::size_t>(span.row) >= rows.size() || span.column < 0) return {};
  const auto& cells = rows[static_cast<std::size_t>(span.row)];
  const auto column = static_cast<std::size_t>(span.column);
  return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
}

/// The paragraph that bears the marker of a numbered note, looked for before the note, nearest
/// first, then after it; notes marked with an asterisk stand for themselves.
Locator note_locator(const Document& document, std::size_t note) {
  const Block& block = document.blocks[note];
  const bool numbered = !block.label.empty() && block.label.find_first_of("0123456789") == 0;
  const auto bears_it = [&](const Block& other) {
    return other.kind != BlockKind::footnote && other.locator.part == block.locator.part &&
           std::any_of(other.notes.begin(), other.notes.end(), [&](const NoteReference& reference) {
             return reference.marker == block.label;
           });
  };
  if (!numbered) return block.locator;
  for (std::size_t i = note; i-- > 0;)
    if (bears_it(document.blocks[i])) return document.blocks[i].locator;
  for (std::size_t i = note + 1; i < document.blocks.size(); ++i)
    if (bears_it(document.blocks[i])) return document.blocks[i].locator;
  return block.locator;
}

/// A table of an annex that bears no number of its own is cited as the annex (E/2009/21).
Locator table_locator(const Document& document, std::size_t block) {
  const Locator& own = document.blocks[block].locator;
  const int table = document.blocks[block].table;
  const bool labelled = table < 0 || static_cast<std::size_t>(table) >= document.tables.size() ||
                        !document.tables[static_cast<std::size_t>(table)].label.empty();
  if (labelled || own.part.empty() || own.place != Locator::Place::table) return own;
  return {.part = own.part, .number = {}, .points = {}};
}

}  // namespace

bool MarkSpan::overlaps(const MarkSpan& other) const {
  return block == other.block && row == other.row && column == other.column && begin < other.end &&
         other.begin < end;
}

std::string_view text_of(const Document& document, const MarkSpan& span) {
  if (span.block < 0) return masthead_line(document, span.block);
  if (static_cast<std::size_t>(span.block) >= document.blocks.size()) return {};
  if (span.row >= 0) return cell(document, span);
  return document.blocks[static_cast<std::size_t>(span.block)].text;
}

std::string words_of(const Document& document, const MarkSpan& span) {
  const std::string_view text = text_of(document, span);
  if (span.begin >= text.size() || span.end <= span.begin) return {};
  return std::string(text.substr(span.begin, span.end - span.begin));
}

Locator locator_of(const Document& document, const MarkSpan& span) {
  if (span.block < 0 || static_cast<std::size_t>(span.block) >= document.blocks.size())
    return {.part = "masthead", .number = {}, .points = {}};
  const auto block = static_cast<std::size_t>(span.block);
  if (document.blocks[block].kind == BlockKind::footnote) return note_locator(document, block);
  if (document.blocks[block].kind == BlockKind::table) return table_locator(document, block);
  return document.blocks[block].locator;
}

std::string_view name_of(ReferenceKind kind) {
  return kReferenceKinds.at(static_cast<std::size_t>(kind));
}
std::string_view name_of(Relation relation) {
  return kRelations.at(static_cast<std::size_t>(relation));
}
std::string_view name_of(InitiativeStatus status) {
  return kStatuses.at(static_cast<std::size_t>(status));
}

namespace {

/// "18 (f) [120,123) " and in a table "annex r2 c1 [0,4) ".
std::string place(const Document& document, const MarkSpan& span) {
  std::string out = locator_of(document, span).text();
  if (span.row >= 0) out += " r" + std::to_string(span.row) + " c" + std::to_string(span.column);
  return out + " [" + std::to_string(span.begin) + "," + std::to_string(span.end) + ") ";
}

void append(std::string& out, std::string_view word) {
  if (word.empty()) return;
  out += ' ';
  out += word;
}

std::string dump_reference(const Reference& reference) {
  std::string out = "reference " + std::string(name_of(reference.kind));
  if (reference.relation != Relation::cites) append(out, name_of(reference.relation));
  append(out, reference.is_unresolved() ? "unresolved" : reference.cited.text());
  for (const Locator& pinpoint : reference.pinpoints) append(out, "<" + pinpoint.text() + ">");
  append(out, reference.dated);
  append(out, reference.target);
  return out + " : " + reference.rule;
}

std::string dump_figure(const Figure& figure) {
  std::string out = "figure " + figure.value;
  if (!figure.upper.empty()) out += ".." + figure.upper;
  append(out, figure.unit);
  out += " | " + std::string(name_of(figure.qualifier)) + " | " +
         std::string(name_of(figure.period.kind));
  append(out, figure.period.iso);
  return out + " | " + figure.measure;
}

}  // namespace

std::string dump_marks(const Document& document) {
  const Marks& marks = document.marks;
  std::string out;
  const auto line = [&](const MarkSpan& span, const std::string& text) {
    out += place(document, span) + text + "\n";
  };
  for (const Reference& mark : marks.references) line(mark.span, dump_reference(mark));
  for (const FigureMark& mark : marks.figures)
    line(mark.span, dump_figure(mark.figure) + " : " + mark.rule);
  for (const NameMark& mark : marks.names)
    line(mark.span, "name " + std::string(name_of(mark.kind)) + " " +
                        (mark.id.empty() ? mark.name : mark.id) + " : " + mark.rule);
  for (const StatusMark& mark : marks.statuses)
    line(mark.span, "status " + mark.id + " " + std::string(name_of(mark.status)));
  for (const DateMark& mark : marks.dates) line(mark.span, "date " + mark.iso);
  for (const QuoteMark& mark : marks.quotes)
    line(mark.span, "quote of " + std::to_string(mark.reference));
  for (const Definition& mark : marks.definitions)
    line(mark.span, "defines " + mark.short_form + " = " + mark.long_form +
                        (mark.id.empty() ? "" : " (" + mark.id + ")"));
  return out;
}

}  // namespace undex
