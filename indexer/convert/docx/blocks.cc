#include "indexer/convert/docx/blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "undex/error.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

// A heading is not a paragraph of text; authors set outline levels on whole paragraphs too.
constexpr std::size_t kMostHeading = 400;
constexpr std::size_t kMostBlocks = 1'000'000;
constexpr int kMostColumns = 64;

}  // namespace

DocxBlocks::DocxBlocks(const DocxContext& context, bool flat)
    : context_(context), counters_(context.lists), flat_(flat), sinks_(1) {}

void DocxBlocks::begin_paragraph() {
  DocxParagraph paragraph;
  if (carried_) paragraph = *std::exchange(carried_, std::nullopt);
  paragraph.properties = {};
  paragraphs_.push_back(std::move(paragraph));
}

void DocxBlocks::end_paragraph() {
  if (paragraphs_.empty()) return;
  DocxParagraph paragraph = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  const TrackedChanges& mark = paragraph.properties.mark;
  if (mark.deleted || mark.moved_away) {
    carried_ = std::move(paragraph);
  } else {
    add(paragraph);
  }
}

/// There is no next paragraph for it to go on in.
void DocxBlocks::settle_carried() {
  if (!carried_) return;
  DocxParagraph paragraph = *std::exchange(carried_, std::nullopt);
  add(paragraph);
}

void DocxBlocks::add(DocxParagraph& paragraph) {
  ConvertedBlock block = finish(paragraph);
  std::vector<ConvertedBlock>& blocks = sinks_.back().blocks;
  if (blocks.size() > kMostBlocks)
    throw Error(ErrorKind::check, "more than 1,000,000 paragraphs", "split the document");
  if (!block.text.empty() || !block.notes.empty()) blocks.push_back(std::move(block));
  std::move(paragraph.after.begin(), paragraph.after.end(), std::back_inserter(blocks));
}

ConvertedBlock DocxBlocks::finish(DocxParagraph& paragraph) {
  const ParagraphProperties own = paragraph.properties;
  const DocxStyle& style = context_.styles.paragraph_style(own.style);
  ParagraphProperties look = own;
  inherit(look, style.paragraph);
  ConvertedBlock block = paragraph.finish(sinks_.back().kind == Sink::Kind::cell);
  block.centred = look.centred.value_or(false);
  block.page_break_before = paragraph.page_break || look.page_break_before.value_or(false);
  number(block, own, look);
  if (!paragraph.label.empty() && block.label.empty()) block.label = paragraph.label;
  if (look.left) block.left = *look.left;
  if (look.left || look.first) block.first_left = look.left.value_or(0) + look.first.value_or(0);
  const int level = heading_level(own, style);
  if (block.role == Role::body && level >= 0 && block.text.size() <= kMostHeading) {
    block.role = Role::heading;
    block.level = level;
  }
  return block;
}

void DocxBlocks::number(ConvertedBlock& block, const ParagraphProperties& own,
                        ParagraphProperties& look) {
  const int list = look.list.value_or(0);
  const bool shown = !block.text.empty() || !own.mark_hidden;
  if (list == 0 || !shown || block.role == Role::footnote) return;
  const int level = look.list_level.value_or(context_.lists.level_of_style(list, own.style));
  block.label = counters_.next(list, level);
  block.level = level;
  const DocxLists::List* known = context_.lists.find(list);
  if (!known || level < 0 || level >= DocxLists::kLevels) return;
  const ListLevel& definition = known->levels[static_cast<std::size_t>(level)];
  if (!own.left && definition.left) look.left = definition.left;
  if (!own.first && definition.first) look.first = definition.first;
}

std::vector<ConvertedBlock> DocxBlocks::take_sink() {
  std::vector<ConvertedBlock> blocks = std::move(sinks_.back().blocks);
  sinks_.pop_back();
  return blocks;
}

void DocxBlocks::add_chunk(std::vector<ConvertedBlock> blocks) {
  settle_carried();
  int tables = 0;
  for (ConvertedBlock& block : blocks) {
    if (block.table < 0) continue;
    tables = std::max(tables, block.table + 1);
    block.table += table_count_;
  }
  table_count_ += tables;
  std::move(blocks.begin(), blocks.end(), std::back_inserter(sinks_.back().blocks));
}

void DocxBlocks::begin_box() { sinks_.push_back({Sink::Kind::box, {}}); }

void DocxBlocks::end_box() {
  if (sinks_.size() < 2) return;
  settle_carried();
  std::vector<ConvertedBlock> blocks = take_sink();
  for (ConvertedBlock& block : blocks) {
    if (block.role == Role::body || block.role == Role::heading) block.role = Role::box;
  }
  std::vector<ConvertedBlock>& host =
      paragraphs_.empty() ? sinks_.back().blocks : paragraphs_.back().after;
  std::move(blocks.begin(), blocks.end(), std::back_inserter(host));
}

void DocxBlocks::begin_table() {
  settle_carried();
  tables_.emplace_back();
}

void DocxBlocks::end_table() {
  if (tables_.empty()) return;
  DocxTable table = std::move(tables_.back());
  tables_.pop_back();
  std::vector<ConvertedBlock> blocks = blocks_of(std::move(table), table_count_, flat_);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(sinks_.back().blocks));
}

void DocxBlocks::begin_row() {
  if (!tables_.empty()) tables_.back().rows.emplace_back();
}

DocxRow* DocxBlocks::row() {
  return tables_.empty() || tables_.back().rows.empty() ? nullptr : &tables_.back().rows.back();
}

void DocxBlocks::read_row_look(XmlNode node) {
  if (DocxRow* here = row()) {
    const XmlNode header = node.child("tblHeader");
    here->header = header && is_on(header);
    const XmlNode hidden = node.child("hidden");
    here->deleted = read_changes(node).deleted || (hidden && is_on(hidden));
    here->columns_before =
        std::clamp(node.child("gridBefore").number("val").value_or(0), 0, kMostColumns);
  }
}

void DocxBlocks::begin_cell() {
  if (DocxRow* here = row()) here->cells.emplace_back();
  sinks_.push_back({Sink::Kind::cell, {}});
}

void DocxBlocks::read_cell_look(XmlNode node) {
  if (DocxRow* here = row(); here && !here->cells.empty()) {
    DocxCell& cell = here->cells.back();
    cell.columns = std::clamp(node.child("gridSpan").number("val").value_or(1), 1, kMostColumns);
    const XmlNode merged = node.child("vMerge");
    cell.continues = merged && merged.attribute("val") != "restart";
    cell.deleted = read_changes(node).deleted;
  }
}

void DocxBlocks::end_cell() {
  if (sinks_.size() < 2) return;
  settle_carried();
  std::vector<ConvertedBlock> blocks = take_sink();
  DocxRow* here = row();
  std::vector<ConvertedBlock>& host =
      here && !here->cells.empty() ? here->cells.back().blocks : sinks_.back().blocks;
  std::move(blocks.begin(), blocks.end(), std::back_inserter(host));
}

void DocxBlocks::begin_note() { sinks_.emplace_back(); }

std::vector<ConvertedBlock> DocxBlocks::end_note() {
  if (sinks_.size() < 2) return {};
  settle_carried();
  ConvertedBlock whole;
  whole.complete = true;
  for (ConvertedBlock& block : take_sink()) {
    if (!whole.text.empty()) whole.text += '\n';
    if (block.role == Role::body && !block.label.empty()) whole.text += block.label + " ";
    for (NoteReference& note : block.notes) {
      note.offset += whole.text.size();
      whole.notes.push_back(std::move(note));
    }
    whole.text += block.text;
  }
  if (whole.text.empty()) return {};
  return {std::move(whole)};
}

std::vector<ConvertedBlock> DocxBlocks::take() {
  settle_carried();
  return std::move(sinks_.front().blocks);
}

}  // namespace undex
