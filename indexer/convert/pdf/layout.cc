#include "indexer/convert/pdf/layout.h"

#include <set>
#include <utility>

#include "indexer/convert/pdf/bbox.h"
#include "indexer/convert/pdf/columns.h"
#include "indexer/convert/pdf/doubts.h"
#include "indexer/convert/pdf/edges.h"
#include "indexer/convert/pdf/furniture.h"
#include "indexer/convert/pdf/notes.h"
#include "indexer/convert/pdf/paragraphs.h"
#include "indexer/convert/pdf/right_to_left.h"
#include "indexer/convert/pdf/rows.h"
#include "indexer/convert/pdf/tables.h"
#include "indexer/convert/pdf/text.h"
#include "indexer/convert/pdf/turn.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

/// The body's type is the commonest of the upper part of the pages: notes may outgrow the text.
float measure_body(const std::vector<PdfPage>& pages) {
  std::vector<PdfRow> upper;
  std::vector<PdfRow> lower;
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (const PdfLine& line : pages[p].lines) {
      const bool high = line.box.y1 < pages[p].height * 0.6F;
      (high ? upper : lower).push_back(make_row(line.words, static_cast<int>(p) + 1));
    }
  return measure(upper.empty() ? lower : upper).size;
}

ConvertedBlock block_of(Role role, int page, float size) {
  ConvertedBlock block;
  block.role = role;
  block.page = page;
  block.size = size;
  block.complete = true;
  return block;
}

void add_furniture(std::vector<ConvertedBlock>& blocks, std::vector<PdfLine> lines, Role role,
                   int page) {
  for (const PdfRow& row : make_rows(std::move(lines), page))
    for (const std::vector<PdfWord>& part : apart(row.words, row.size)) {
      ConvertedBlock block = block_of(role, page, row.size);
      block.text = plain_text(part);
      block.first_left = block.left = part.front().box.x0;
      blocks.push_back(std::move(block));
    }
}

ConvertedBlock table_block(const PdfRow& row) {
  ConvertedBlock block = block_of(Role::table_row, row.page, row.size);
  block.table = row.table;
  for (const std::vector<PdfWord>& cell : row.cells) block.cells.push_back(plain_text(cell));
  block.first_left = block.left = row.box.x0;
  return block;
}

ConvertedBlock paragraph_block(const std::vector<PdfRow>& rows, const PdfParagraph& paragraph,
                               const PdfVocabulary& vocabulary, float body_size) {
  const PdfRow& first = rows[paragraph.rows.front()];
  if (first.table >= 0) return table_block(first);
  ConvertedBlock block = block_of(Role::body, first.page, first.size);
  std::size_t label_words = first.label_words;
  if (is_note_row(first, body_size)) {
    block.role = Role::footnote;
    label_words = 1;
  }
  block.centred = paragraph.centred;
  block.first_left = first.box.x0;
  block.left = paragraph.left;
  if (label_words > 0) block.label = first.words[0].text;
  PdfText text(vocabulary);
  text.add(first, label_words);
  for (std::size_t i = 1; i < paragraph.rows.size(); ++i) text.add(rows[paragraph.rows[i]]);
  block.text = std::move(text.text);
  block.notes = std::move(text.notes);
  return block;
}

void add_notes(std::vector<ConvertedBlock>& blocks, const std::vector<PdfNote>& notes,
               const PdfVocabulary& vocabulary) {
  for (const PdfNote& note : notes) {
    ConvertedBlock block = block_of(Role::footnote, note.page, note.rows.front().size);
    block.label = note.marker;
    block.first_left = block.left = note.rows.front().text_x0;
    PdfText text(vocabulary);
    for (const PdfRow& row : note.rows) text.add(row, row.label_words);
    block.text = std::move(text.text);
    block.notes = std::move(text.notes);
    blocks.push_back(std::move(block));
  }
}

/// A star in the type of the text is no raised marker: it is one when a note of that page has it.
void take_star_markers(std::vector<ConvertedBlock>& blocks) {
  std::set<std::pair<int, std::string>> noted;  // page, marker
  for (const ConvertedBlock& block : blocks)
    if (block.role == Role::footnote) noted.insert({block.page, block.label});
  for (ConvertedBlock& block : blocks) {
    const std::size_t end = block.text.find_last_not_of('*');
    if (block.role != Role::body || end == std::string::npos || end + 1 == block.text.size())
      continue;
    const std::string stars = block.text.substr(end + 1);
    if (!noted.contains({block.page, stars})) continue;
    block.text.erase(end + 1);
    while (block.text.ends_with(' ')) block.text.pop_back();
    block.notes.push_back({block.text.size(), stars});
  }
}

/// The first row of a table names its columns where it holds no figures.
void mark_header_rows(std::vector<ConvertedBlock>& blocks) {
  int last = -1;
  for (ConvertedBlock& block : blocks) {
    if (block.role != Role::table_row || block.table == last) continue;
    last = block.table;
    block.header_row =
        std::none_of(block.cells.begin(), block.cells.end(), [](const std::string& cell) {
          const bool digits = cell.find_first_of("0123456789") != std::string::npos;
          const bool letters = std::any_of(cell.begin(), cell.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
          });
          // "2003" heads a column; "1 220" and "45.2" do not.
          return digits && !letters && (cell.size() != 4 || (cell[0] != '1' && cell[0] != '2'));
        });
  }
}

int rank(Role role) {
  switch (role) {
    case Role::header:
      return 0;
    case Role::footnote:
      return 2;
    case Role::footer:
      return 3;
    case Role::body:
    case Role::heading:
    case Role::table_row:
    case Role::box:
      return 1;
  }
  return 1;
}

void sort_by_page(std::vector<ConvertedBlock>& blocks) {
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const ConvertedBlock& a, const ConvertedBlock& b) {
                     return a.page != b.page ? a.page < b.page : rank(a.role) < rank(b.role);
                   });
  for (std::size_t i = 1; i < blocks.size(); ++i)
    blocks[i].page_break_before = blocks[i].page != blocks[i - 1].page;
}

}  // namespace

ConvertedText layout_pdf(std::string_view bbox_xhtml) {
  std::vector<PdfPage> pages = read_pdf_bbox(bbox_xhtml);
  ConvertedText out;
  out.notices = doubts_about(pages);
  bool reordered = false;
  for (PdfPage& page : pages) {
    turn_upright(page);
    reordered = read_right_to_left(page) || reordered;
  }
  if (reordered)
    out.notices.push_back({.level = Notice::Level::info,
                           .code = "right-to-left",
                           .locator = {},
                           .text = "words put in the order they are read by their places on the "
                                   "page; lam and alef by rules"});
  PdfMeasures measures;
  measures.size = measure_body(pages);
  std::vector<PdfFurniture> furniture = take_furniture(pages, measures.size);
  const std::vector<PdfNote> notes = take_notes(pages, measures.size);

  std::vector<PdfRow> rows;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const int number = static_cast<int>(p) + 1;
    std::vector<PdfRow> page = read_columns(pages[p], number);
    std::move(page.begin(), page.end(), std::back_inserter(rows));
  }
  set_edges(rows, pages, measures.size);
  rows = find_tables(std::move(rows));
  measures.pitch = measure(rows).pitch;
  const PdfVocabulary vocabulary(rows);

  for (const PdfParagraph& paragraph : find_paragraphs(rows, measures))
    out.blocks.push_back(paragraph_block(rows, paragraph, vocabulary, measures.size));
  add_notes(out.blocks, notes, vocabulary);
  for (std::size_t p = 0; p < furniture.size(); ++p) {
    const int number = static_cast<int>(p) + 1;
    add_furniture(out.blocks, std::move(furniture[p].headers), Role::header, number);
    add_furniture(out.blocks, std::move(furniture[p].footers), Role::footer, number);
  }
  mark_header_rows(out.blocks);
  sort_by_page(out.blocks);
  take_star_markers(out.blocks);
  return out;
}

}  // namespace undex
