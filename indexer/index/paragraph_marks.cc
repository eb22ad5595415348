#include "indexer/index/paragraph_marks.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "corpus/ascii.h"
#include "schemas/field_readers.h"
#include "schemas/fields.h"
#include "schemas/index_form.h"

namespace undex {
namespace {

/// Where the cells of the block's table begin in its indexed_text().
std::map<std::pair<int, int>, std::size_t> cell_places(const Document& document,
                                                       const Block& block) {
  std::map<std::pair<int, int>, std::size_t> places;
  const Table& table = document.tables[static_cast<std::size_t>(block.table)];
  std::size_t at = block.text.empty() ? table.title.size() : block.text.size();
  bool any = at > 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    at += any;
    for (std::size_t cell = 0; cell < table.rows[row].size(); ++cell) {
      at += cell > 0;
      places[{static_cast<int>(row), static_cast<int>(cell)}] = at;
      at += table.rows[row][cell].size();
    }
    any = at > 0;
  }
  return places;
}

}  // namespace

std::vector<Marks> marks_by_block(const Document& document) {
  std::vector<Marks> blocks(document.blocks.size());
  const auto add = [&](const auto& marks, auto member) {
    for (const auto& mark : marks)
      if (mark.span.block >= 0 && static_cast<std::size_t>(mark.span.block) < blocks.size())
        (blocks[static_cast<std::size_t>(mark.span.block)].*member).push_back(mark);
  };
  add(document.marks.references, &Marks::references);
  add(document.marks.figures, &Marks::figures);
  add(document.marks.names, &Marks::names);
  return blocks;
}

void cite_at_markers(const Document& document, std::vector<Marks>& blocks) {
  // The blocks that bear a marker, by the part they stand in.
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> bearers;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::footnote) continue;
    for (const NoteReference& note : block.notes)
      bearers[{block.locator.part, note.marker}].push_back(i);
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& note = document.blocks[i];
    const bool numbered = !note.label.empty() && is_digit(note.label.front());
    if (note.kind != BlockKind::footnote || !numbered || blocks[i].references.empty()) continue;
    const auto found = bearers.find({note.locator.part, note.label});
    if (found == bearers.end()) continue;
    const auto behind = std::ranges::lower_bound(found->second, i);
    Marks& home = blocks[behind == found->second.begin() ? *behind : *(behind - 1)];
    std::ranges::move(blocks[i].references, std::back_inserter(home.references));
    blocks[i].references.clear();
  }
}

Marks title_marks(const Document& document) {
  Marks marks;
  for (const Reference& reference : document.marks.references)
    if (reference.span.block == MarkSpan::kTitle) marks.references.push_back(reference);
  return marks;
}

NamedSymbols symbols_of(const Document& document, const Block* block, const Marks& marks) {
  NamedSymbols out;
  std::map<std::pair<int, int>, std::size_t> cells;
  const bool has_table =
      block && block->table >= 0 && static_cast<std::size_t>(block->table) < document.tables.size();
  for (const Reference& reference : marks.references) {
    if (!is_citation(document, reference)) continue;
    for (std::string& term : symbol_terms(reference.cited)) out.terms.push_back(std::move(term));
    if (reference.kind != ReferenceKind::explicit_) continue;  // "that resolution" has no digits
    std::size_t shift = 0;
    if (reference.span.row >= 0) {
      if (!has_table) continue;
      if (cells.empty()) cells = cell_places(document, *block);
      const auto cell = cells.find({reference.span.row, reference.span.column});
      if (cell == cells.end()) continue;
      shift = cell->second;
    }
    out.spans.emplace_back(reference.span.begin + shift, reference.span.end + shift);
  }
  std::sort(out.spans.begin(), out.spans.end());
  return out;
}

void add_own_fields(const Document& document, const Marks& marks, Xapian::Document& out) {
  for (const Field& field : fields()) {
    if (!field.read_marks) continue;
    const std::vector<FieldValue> values = field.read_marks(document, marks);
    if (values.empty()) continue;
    for (const FieldValue& value : values)
      for (const std::string& term : field_terms(field, value)) out.add_boolean_term(term);
    out.add_value(facet_slot(field), write_values(values));
  }
  add_bounds(marks, out);
}

void add_bounds(const Marks& marks, Xapian::Document& out) {
  std::optional<double> least, greatest;
  for (const FigureMark& mark : marks.figures)
    for (const std::string& text : {mark.figure.value, mark.figure.upper}) {
      double value = 0;
      const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (text.empty() || fault != std::errc() || end != text.data() + text.size()) continue;
      least = std::min(value, least.value_or(value));
      greatest = std::max(value, greatest.value_or(value));
    }
  if (!least) return;
  out.add_value(kSlotLeastFigure, Xapian::sortable_serialise(*least));
  out.add_value(kSlotGreatestFigure, Xapian::sortable_serialise(*greatest));
}

}  // namespace undex
