#include "indexer/convert/akn/body.h"

#include <algorithm>
#include <utility>

#include "indexer/convert/akn/elements.h"
#include "indexer/convert/xml/source.h"

namespace undex {
namespace {

using Kind = AknElement::Kind;
using Role = ConvertedBlock::Role;

Kind kind_of(const xmlNode* node) {
  return akn_element(name_of(node), attribute(node, "name", "").value_or(""));
}

const xmlNode* first_of(const xmlNode* node, Kind kind) {
  for (const xmlNode* at : elements(node))
    if (kind_of(at) == kind) return at;
  return nullptr;
}

/// The mark that an element of a note states: its attribute, else its words.
std::string mark_of(const xmlNode* node) {
  const std::string stated = attribute(node, "marker", "").value_or("");
  return stated.empty() ? text_in(node) : stated;
}

}  // namespace

void AknBody::read(const xmlNode* node) { read_holder(node); }

std::vector<ConvertedBlock> AknBody::take() {
  end_paragraph();
  flush_number();
  return std::move(blocks_);
}

void AknBody::read_element(const xmlNode* node) {
  switch (kind_of(node)) {
    case Kind::dropped:
      return;
    case Kind::number:
      flush_number();
      number_ = text_in(node);
      return;
    case Kind::heading:
      return read_heading(node);
    case Kind::section:
      return read_section(node);
    case Kind::block:
    case Kind::running:
      return read_block(node);
    case Kind::note: {
      const xmlNode* number = first_of(node, Kind::number);
      read_note(node, number ? text_in(number) : mark_of(node));
      return end_paragraph();
    }
    case Kind::table:
      return read_table(node);
    case Kind::line_break:
    case Kind::note_mark:
      return;
    case Kind::other:
      return has_own_text(node) ? read_block(node) : read_holder(node);
  }
}

void AknBody::read_holder(const xmlNode* node) {
  const bool numbered = first_of(node, Kind::number) != nullptr;
  points_ += numbered ? 1 : 0;
  for (const xmlNode* at : elements(node)) read_element(at);
  if (numbered) flush_number();
  points_ -= numbered ? 1 : 0;
}

void AknBody::read_section(const xmlNode* node) {
  ++sections_;
  const int points = std::exchange(points_, 0);
  const bool has_heading = first_of(node, Kind::heading) != nullptr;
  for (const xmlNode* at : elements(node)) {
    read_element(at);
    if (kind_of(at) == Kind::number && !has_heading) flush_number();
  }
  flush_number();
  points_ = points;
  --sections_;
}

/// A number that no text follows stands alone, as a heading.
void AknBody::flush_number() {
  if (number_.empty()) return;
  ConvertedBlock block;
  block.role = Role::heading;
  block.level = std::max(0, sections_ - 1);
  block.complete = true;
  block.text = std::exchange(number_, {});
  blocks_.push_back(std::move(block));
}

/// The number of a paragraph stays with its text, that of a section stands before its title.
void AknBody::read_heading(const xmlNode* node) {
  end_paragraph();
  std::string number = points_ > 0 ? std::string() : std::exchange(number_, {});
  std::string kept = std::exchange(number_, {});
  read_inline(node);
  const std::size_t before = blocks_.size();
  end_paragraph();
  if (blocks_.size() > before) {
    ConvertedBlock& block = blocks_[before];
    block.role = Role::heading;
    block.level = std::max(0, sections_ - 1);
    block.label = std::move(number);
  }
  number_ = std::move(kept);
}

void AknBody::read_block(const xmlNode* node) {
  end_paragraph();
  read_inline(node);
  end_paragraph();
}

/// Running text; what is none of it ends the paragraph, and another goes on behind it.
void AknBody::read_inline(const xmlNode* node) {
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (is_text(at)) paragraph_.add(content_of(at));
    if (at->type != XML_ELEMENT_NODE) continue;
    switch (kind_of(at)) {
      case Kind::dropped:
        break;
      case Kind::running:
        bold_ = bold_ || name_of(at) == "docTitle";
        read_inline(at);
        break;
      case Kind::line_break:
        paragraph_.add_break();
        break;
      case Kind::note_mark:
        paragraph_.add_note(mark_of(at));
        break;
      case Kind::note: {
        std::string marker = attribute(at, "marker", "").value_or("");
        if (marker.empty()) marker = std::to_string(++untold_notes_);
        paragraph_.add_note(marker);
        read_note(at, std::move(marker));
        break;
      }
      case Kind::other:
        // <p> in an unknown holder that stands in running text, or words in an unknown element.
        if (has_own_text(at) || elements(at).empty()) {
          read_inline(at);
          break;
        }
        [[fallthrough]];
      case Kind::number:
      case Kind::heading:
      case Kind::section:
      case Kind::block:
      case Kind::table:
        end_paragraph();
        read_element(at);
        break;
    }
  }
}

void AknBody::read_note(const xmlNode* node, std::string marker) {
  AknBody inner;
  for (const xmlNode* at = node->children; at; at = at->next) {
    if (is_text(at)) inner.paragraph_.add(content_of(at));
    if (at->type != XML_ELEMENT_NODE || kind_of(at) == Kind::number) continue;
    if (kind_of(at) == Kind::running)
      inner.read_inline(at);
    else
      inner.read_element(at);
  }
  for (ConvertedBlock& block : inner.take()) {
    block.role = Role::footnote;
    block.label = std::exchange(marker, {});
    notes_.push_back(std::move(block));
  }
}

void AknBody::end_paragraph() {
  ConvertedBlock block = paragraph_.finish();
  const bool bold = std::exchange(bold_, false);
  if (!block.text.empty()) {
    block.bold = bold;
    block.label = std::exchange(number_, {});
    if (!block.label.empty()) block.level = std::max(0, points_ - 1);
    blocks_.push_back(std::move(block));
  }
  for (ConvertedBlock& note : std::exchange(notes_, {})) blocks_.push_back(std::move(note));
}

void AknBody::read_table(const xmlNode* node) {
  end_paragraph();
  for (const xmlNode* at : elements(node)) {
    if (name_of(at) != "tr") read_element(at);
  }
  const std::size_t before = blocks_.size();
  for (const xmlNode* at : elements(node)) {
    if (name_of(at) == "tr") read_row(at);
  }
  tables_ += blocks_.size() > before ? 1 : 0;
}

void AknBody::read_row(const xmlNode* node) {
  ConvertedBlock row;
  row.role = Role::table_row;
  row.complete = true;
  row.table = tables_;
  row.header_row = true;
  for (const xmlNode* cell : elements(node)) {
    row.header_row = row.header_row && name_of(cell) == "th";
    AknBody inner;
    inner.read_inline(cell);
    std::string text;
    for (const ConvertedBlock& block : inner.take())
      text += (text.empty() ? "" : "\n") + block.text;
    row.text += (row.cells.empty() ? "" : "\t") + text;
    row.cells.push_back(std::move(text));
  }
  if (!row.cells.empty()) blocks_.push_back(std::move(row));
}

}  // namespace undex
