#include "indexer/understand/texts.h"

namespace undex {
namespace {

using Read = std::function<void(const MarkSpan& whole, std::string_view text)>;

void read_text(const Document& document, MarkSpan span, const Read& read) {
  const std::string_view text = text_of(document, span);
  span.end = text.size();
  if (!text.empty()) read(span, text);
}

void read_cells(const Document& document, int block, const Read& read) {
  const int table = document.blocks[static_cast<std::size_t>(block)].table;
  if (table < 0 || static_cast<std::size_t>(table) >= document.tables.size()) return;
  const auto& rows = document.tables[static_cast<std::size_t>(table)].rows;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      read_text(document,
                {.block = block, .row = static_cast<int>(row), .column = static_cast<int>(column)},
                read);
}

}  // namespace

void for_each_text(const Document& document, Texts which, const Read& read) {
  read_text(document, {.block = MarkSpan::kTitle}, read);
  read_text(document, {.block = MarkSpan::kReference}, read);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind == BlockKind::furniture) continue;
    const int block = static_cast<int>(i);
    read_text(document, {.block = block}, read);
    if (which == Texts::running_and_cells && document.blocks[i].kind == BlockKind::table)
      read_cells(document, block, read);
  }
}

}  // namespace undex
