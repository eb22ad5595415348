#include "indexer/structure/body_reader.h"

#include <algorithm>

#include "indexer/structure/lexical.h"
#include "indexer/structure/notes.h"
#include "indexer/structure/openings.h"
#include "indexer/structure/tables.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;
using Place = Locator::Place;
using Form = Label::Form;

bool is_number(Form form) {
  return form == Form::arabic || form == Form::bare || form == Form::dotted;
}
bool is_point(Form form) {
  return form == Form::small || form == Form::arabic_point || form == Form::capital_point;
}

}  // namespace

BodyReader::BodyReader(Draft& draft) : draft_(draft), doc_(draft.document) {
  if (doc_.masthead.find(MastheadItem::abridged)) numbering_.allow_gaps();
  for (const Piece& piece : draft.pieces) {
    if (piece.role != Role::heading) continue;
    const std::optional<Label> label = label_of(piece);
    headings_named_ = headings_named_ || (label && label->form == Form::capital);
  }
}

void BodyReader::read() {
  for (std::size_t at = 0; at < draft_.pieces.size(); ++at) {
    Piece& piece = draft_.pieces[at];
    if (at < skip_until_ || piece.use == Use::merged) continue;
    if (piece.use == Use::furniture) {
      add_furniture(piece);
    } else if (piece.use == Use::masthead) {
      add_masthead(piece);
    } else {
      read_piece(at);
    }
  }
}

void BodyReader::read_piece(std::size_t at) {
  Piece& piece = draft_.pieces[at];
  if (piece.role == Role::footnote) return read_note(piece, nullptr);
  if (piece.role == Role::table_row) return read_table(at);
  if (read_by_mode(at) || read_opening(at)) return;
  const std::optional<Label> label = label_of(piece);
  if (label && label->form == Form::note) return read_note(piece, &*label);
  if (label) return read_labelled(at, *label);
  read_unlabelled(at);
}

bool BodyReader::read_by_mode(std::size_t at) {
  Piece& piece = draft_.pieces[at];
  if (mode_ == Mode::contents) {
    const Piece* next = next_open(at);
    const bool entry = is_contents_entry(piece.text) ||
                       (next && has_form_of_heading(piece) && is_contents_entry(next->text));
    if (entry) {
      add_furniture(piece);
      return true;
    }
    mode_ = Mode::text;
  }
  if (mode_ == Mode::summary) return read_summary(piece);
  if (mode_ == Mode::annex_title) {
    mode_ = Mode::text;
    const std::optional<Label> label = label_of(piece);
    if (!label && has_form_of_heading(piece) && !is_formula(piece.text)) {
      Block& block = doc_.blocks[static_cast<std::size_t>(section_)];
      notes_from_marks(piece.text, piece.notes);
      collapse(piece.text, piece.notes);
      block.text = piece.text;
      block.notes = piece.notes;
      return true;
    }
  }
  return false;
}

/// A summary ends where the sections begin: at a heading, a number, a note or an annex.
bool BodyReader::read_summary(Piece& piece) {
  const std::optional<Label> label = label_of(piece);
  const bool at_note = label && label->form == Form::note;
  const bool listed = label && (is_point(label->form) || label->form == Form::bullet);
  const bool ends = (label && !listed) || piece.role == Role::heading ||
                    is_contents_heading(piece.text) || read_annex_line(piece.text) ||
                    has_form_of_heading(piece);
  if (ends) {
    if (!at_note) mode_ = Mode::text;
    return false;
  }
  const Locator locator{.part = "summary", .place = Place::whole, .number = {}, .points = {}};
  // Paragraphs of a summary on one line are kept apart by a tab (E/2009/21).
  for (std::size_t begin = 0; begin < piece.text.size();) {
    std::size_t end = std::min(piece.text.find('\t', begin), piece.text.size());
    while (end < piece.text.size() &&
           !has_end_mark(std::string_view(piece.text).substr(begin, end - begin)))
      end = std::min(piece.text.find('\t', end + 1), piece.text.size());
    Piece one;
    one.page = piece.page;
    one.text = piece.text.substr(begin, end - begin);
    for (const NoteReference& note : piece.notes) {
      if (note.offset < begin || note.offset > end || one.notes.size() > 100) continue;
      one.notes.push_back({note.offset - begin, note.marker});
    }
    collapse(one.text, one.notes);
    add_to_summary(one, locator);
    begin = end + 1;
  }
  return true;
}

void BodyReader::add_to_summary(Piece& piece, const Locator& locator) {
  if (summary_block_ < 0) {
    add(BlockKind::unnumbered, piece, locator).label = "Summary";
    summary_block_ = static_cast<int>(doc_.blocks.size()) - 1;
    return;
  }
  if (piece.text.empty()) return;
  Block& block = doc_.blocks[static_cast<std::size_t>(summary_block_)];
  if (!block.text.empty()) block.text += '\n';
  for (NoteReference note : piece.notes) {
    note.offset += block.text.size();
    block.notes.push_back(std::move(note));
  }
  block.text += piece.text;
}

bool BodyReader::read_opening(std::size_t at) {
  Piece& piece = draft_.pieces[at];
  if (!piece.label.empty()) return false;
  if (const auto text = summary_text_at(piece.text); text && part_.empty() && !numbering_.any()) {
    mode_ = Mode::summary;
    const bool alone = *text >= piece.text.size();
    cut_front(piece, *text);
    if (!alone) read_summary(piece);
    return true;
  }
  if (is_contents_heading(collapsed(piece.text))) {
    mode_ = Mode::contents;
    add_furniture(piece);
    return true;
  }
  if (const auto annex = read_annex_line(piece.text)) {
    begin_part(annex->part);
    cut_front(piece, annex->title);
    notes_from_marks(piece.text, piece.notes);
    Block& block = add(BlockKind::annex_title, piece, whole());
    block.label = annex->label;
    section_ = static_cast<int>(doc_.blocks.size()) - 1;
    if (block.text.empty()) mode_ = Mode::annex_title;
    return true;
  }
  if (is_formula(piece.text)) {
    end_paragraph();
    preamble_ = true;
    after_heading_ = true;
    closed_ = false;
    add(BlockKind::formula, piece, whole());
    return true;
  }
  if (const auto division = read_division_line(piece.text)) {
    cut_front(piece, division->title);
    if (piece.text.empty()) take_division_title(at);
    numbering_.begin_division();
    add_heading(piece, division->label, outline_.add_division(division->number, division->level));
    return true;
  }
  if (is_closing(piece.text)) {
    end_paragraph();
    preamble_ = false;
    closed_ = true;
    add(BlockKind::formula, piece, whole());
    return true;
  }
  return false;
}

/// "Part VI" and its title are two headings of one level (A/80/6 (Sect. 24)/Corr.1).
void BodyReader::take_division_title(std::size_t at) {
  if (at + 1 >= draft_.pieces.size()) return;
  Piece& piece = draft_.pieces[at];
  Piece& next = draft_.pieces[at + 1];
  if (piece.role != Role::heading || next.role != Role::heading || next.use != Use::open) return;
  if (next.level != piece.level || label_of(next) || read_division_line(next.text) ||
      read_annex_line(next.text) || is_contents_heading(collapsed(next.text)))
    return;
  append(piece, next, "");
}

void BodyReader::read_labelled(std::size_t at, const Label& label) {
  Piece& piece = draft_.pieces[at];
  if (is_heading_label(piece, label, at)) {
    cut_front(piece, label.end);
    return add_heading(piece, label.printed, outline_.add_labelled(label));
  }
  if (is_number(label.form)) {
    const Numbering::Answer answer =
        numbering_.ask(label, list_opens_, after_heading_, next_label(at, true));
    if (answer == Numbering::Answer::paragraph) return add_paragraph(piece, label);
    if (answer == Numbering::Answer::nested) {
      Label nested = label;
      nested.form = Form::arabic_point;
      return add_point(at, nested);
    }
    return read_unlabelled(at);
  }
  if (is_point(label.form)) return add_point(at, label);
  cut_front(piece, label.end);
  if (label.form == Form::bullet && has_base_) {
    Locator locator = base_;
    locator.points = points_.points();
    Block& block = add(BlockKind::subparagraph, piece, locator);
    block.label = label.printed;
    block.level = points_.depth() + 1;
    return;
  }
  read_unlabelled(at);
  doc_.blocks.back().label = label.printed;
}

void BodyReader::read_unlabelled(std::size_t at) {
  Piece& piece = draft_.pieces[at];
  if (is_plain_heading(at)) {
    const int level = piece.role == Role::heading && piece.level >= 0 ? piece.level + 1 : 0;
    return add_heading(piece, "", outline_.add_plain(level));
  }
  if (RunTogether table; read_run_together(collapsed(piece.text), table)) {
    ++next_table_;
    add_table(doc_, std::move(table.table), at_place(Place::table, std::to_string(next_table_)),
              section_, piece.page);
    return;
  }
  read_unnumbered(at);
}

void BodyReader::read_unnumbered(std::size_t at) {
  Piece& piece = draft_.pieces[at];
  const bool quoted = quote_at(piece.text, 0) > 0;
  if (preamble_ && begins_operative(piece.text)) preamble_ = false;
  if (preamble_) {
    points_.clear();
    base_ = at_place(Place::preambular, std::to_string(++preambular_));
    has_base_ = true;
    add(BlockKind::preambular, piece, base_);
    return;
  }
  const bool numbered_base = has_base_ && base_.place == Place::paragraph;
  if (numbered_base && !after_heading_ && !closed_) {
    points_.interrupt();
    add(quoted && list_opens_ ? BlockKind::quotation : BlockKind::continuation, piece, base_);
    return;
  }
  const bool quotation = quoted && list_opens_;
  points_.clear();
  base_ = at_place(Place::unnumbered, std::to_string(++unnumbered_));
  has_base_ = true;
  add(quotation ? BlockKind::quotation : BlockKind::unnumbered, piece, base_);
}

void BodyReader::add_heading(Piece& piece, const std::string& label,
                             const Outline::Heading& heading) {
  end_paragraph();
  after_heading_ = true;
  notes_from_marks(piece.text, piece.notes);
  Locator locator = heading.path.empty() ? whole() : at_place(Place::section, heading.path);
  Block& block = add(BlockKind::heading, piece, locator);
  block.label = label;
  block.level = heading.level;
  block.section = -1;
  section_ = static_cast<int>(doc_.blocks.size()) - 1;
  if (!label.empty() && !outline_.last_is_new()) {
    // E/2003/75 has two sections IV: a section number is a label, never a key.
    doc_.notices.push_back({Notice::Level::warning, "section-number-twice", locator,
                            "section number " + heading.path + " is there twice"});
  }
}

void BodyReader::add_paragraph(Piece& piece, const Label& label) {
  numbering_.take(label, part_, doc_.notices);
  points_.clear();
  preamble_ = false;
  closed_ = false;
  after_heading_ = false;
  base_ = at_place(Place::paragraph, label.core);
  has_base_ = true;
  cut_front(piece, label.end);
  Block& block = add(BlockKind::paragraph, piece, base_);
  block.label = label.printed;
  block.points = find_inline_points(block.text, base_);
  // "18. (a) The Assembly ..." opens its first point on its own line.
  if (const auto inner = read_label(block.text); inner && inner->form == Form::small) {
    if (inner->core == "a" && block.points.empty()) points_.place(*inner, std::nullopt, true);
  }
}

void BodyReader::add_point(std::size_t at, const Label& label) {
  Piece& piece = draft_.pieces[at];
  if (!has_base_) {
    base_ = at_place(Place::unnumbered, std::to_string(++unnumbered_));
    has_base_ = true;
    points_.clear();
  }
  Locator locator = base_;
  locator.points = points_.place(label, next_label(at, false), list_opens_);
  cut_front(piece, label.end);
  Block& block = add(BlockKind::subparagraph, piece, locator);
  block.label = label.printed;
  block.level = points_.depth();
  block.points = find_inline_points(block.text, locator);
}

}  // namespace undex::structure
