// Second half of the body reader: blocks, parts, notes, tables, and the questions about pieces.
#include <algorithm>

#include "indexer/structure/body_reader.h"
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

constexpr std::size_t kLookAhead = 12;
constexpr std::size_t kMostOfCaption = 3;  // blocks

}  // namespace

Block& BodyReader::add(BlockKind kind, Piece& piece, Locator locator) {
  collapse(piece.text, piece.notes);
  Block block;
  block.kind = kind;
  block.locator = std::move(locator);
  block.text = piece.text;
  block.section = section_;
  block.page = piece.page;
  block.notes = piece.notes;
  doc_.blocks.push_back(std::move(block));
  list_opens_ = !piece.text.empty() && last_mark(piece.text) == ':';
  if (piece.joined_pages) {
    doc_.notices.push_back({Notice::Level::info, "joined-pages", doc_.blocks.back().locator,
                            piece.page > 0 ? "a sentence cut by a page break was joined"
                                           : "a sentence cut by a break was joined"});
  }
  return doc_.blocks.back();
}

void BodyReader::add_masthead(Piece& piece) {
  if (piece.role == Role::table_row || piece.text.empty()) return add_furniture(piece);
  notes_from_marks(piece.text, piece.notes);
  collapse(piece.text, piece.notes);
  Block block;
  block.kind = BlockKind::unnumbered;
  block.locator.part = "masthead";
  block.label = trimmed(piece.label);
  block.text = piece.text;
  block.page = piece.page;
  block.notes = piece.notes;
  doc_.blocks.push_back(std::move(block));
}

void BodyReader::add_furniture(const Piece& piece) {
  Block block;
  block.kind = BlockKind::furniture;
  for (const std::string& cell : piece.cells)
    block.text += (block.text.empty() ? "" : " ") + collapsed(cell);
  // The text of a row is its cells once more.
  block.text = collapsed(block.text.empty() ? piece.text : block.text);
  block.page = piece.page;
  doc_.blocks.push_back(std::move(block));
}

void BodyReader::begin_part(const std::string& part) {
  end_paragraph();
  part_ = part;
  numbering_.begin_part();
  outline_.clear();
  preamble_ = false;
  closed_ = false;
  after_heading_ = true;
  unnumbered_ = 0;
  preambular_ = 0;
  next_table_ = 0;
  section_ = -1;
}

void BodyReader::end_paragraph() {
  has_base_ = false;
  points_.clear();
}

Locator BodyReader::whole() const {
  return {.part = part_, .place = Place::whole, .number = {}, .points = {}};
}

Locator BodyReader::at_place(Place place, const std::string& number) const {
  return {.part = part_, .place = place, .number = number, .points = {}};
}

std::optional<Label> BodyReader::label_of(const Piece& piece) const {
  if (!piece.label.empty()) {
    if (std::optional<Label> label = label_from_format(piece.label)) return label;
  }
  return read_label(piece.text);
}

const Piece* BodyReader::next_open(std::size_t at) const {
  const std::size_t end = std::min(draft_.pieces.size(), at + 1 + kLookAhead);
  for (std::size_t i = at + 1; i < end; ++i) {
    if (draft_.pieces[i].use == Use::open) return &draft_.pieces[i];
  }
  return nullptr;
}

std::optional<Label> BodyReader::next_label(std::size_t at, bool numbers) const {
  const std::size_t end = std::min(draft_.pieces.size(), at + 1 + kLookAhead);
  for (std::size_t i = at + 1; i < end; ++i) {
    const Piece& piece = draft_.pieces[i];
    if (piece.use != Use::open || piece.role != Role::body) continue;
    const std::optional<Label> label = label_of(piece);
    if (!label) {
      if (!numbers) return std::nullopt;
      continue;
    }
    const bool number = label->form == Form::arabic || label->form == Form::bare;
    if (number == numbers) return label;
    if (!numbers) return std::nullopt;
  }
  return std::nullopt;
}

/// "II. Status of ...", "A. ...", and "1. ..." where a title stands between two numbered
/// paragraphs.
bool BodyReader::is_heading_label(const Piece& piece, const Label& label, std::size_t at) const {
  const std::string_view text = std::string_view(piece.text).substr(label.end);
  static constexpr std::size_t kLongest = 300;
  const bool title = text.size() <= kLongest && !has_end_mark(text) && last_mark(text) != ',';
  if (label.form == Form::capital) {
    // Where the format names its headings, a letter elsewhere is a row of a list (A/80/6 (Sect.
    // 29B)).
    if (headings_named_ && piece.role != Role::heading) return false;
    const char mark = last_mark(text);
    return piece.role == Role::heading || title || (text.size() < 80 && mark != ';' && mark != ',');
  }
  const bool dotted = label.form == Form::dotted;
  if ((label.form != Form::arabic && !dotted) || text.size() > 150 || !title) return false;
  if (piece.role == Role::heading) return !dotted;
  if (!numbering_.any() || !begins_capital(text)) return false;
  const Piece* next = next_open(at);
  const std::optional<Label> after = next ? label_of(*next) : std::nullopt;
  if (!after || after->form != Form::arabic) return false;
  // "11. It met." "1. Lamps", "12. It voted.": the paragraphs go on as if nothing stood between.
  if (!list_opens_ && numbering_.goes_on_past(label, *after)) return true;
  // A numbered title under a lettered section: the paragraphs go on with their own number after it.
  if (dotted || outline_.path().empty()) return false;
  return number_of(*after) != number_of(label) + 1 && number_of(*after) > number_of(label);
}

bool BodyReader::is_plain_heading(std::size_t at) const {
  const Piece& piece = draft_.pieces[at];
  if (piece.role == Role::heading) return true;
  if (!has_form_of_heading(piece) || closed_) return false;
  const Piece* next = next_open(at);
  if (!next || begins_small(next->text)) return false;
  // After a colon short texts are items of a list.
  if (list_opens_) return false;
  // Preambular paragraphs end with a comma, or with the number of a note after it: a title may
  // stand before the first operative one.
  if (preamble_) {
    const std::size_t end = piece.text.find_last_not_of("0123456789 *");
    const bool comma = end != std::string::npos && piece.text[end] == ',';
    const std::optional<Label> first = label_of(*next);
    const bool before_first = first && first->form == Form::arabic && number_of(*first) == 1;
    return piece.bold || piece.centred || (before_first && !comma);
  }
  return true;
}

void BodyReader::read_note(Piece& piece, const Label* label) {
  const std::string marker = label ? label->core : std::string(trimmed(piece.label));
  if (label) cut_front(piece, label->end);
  const bool opens = list_opens_;
  // Numbered notes run through the document, letters and asterisks begin again in an annex.
  const bool through = !marker.empty() && is_digit(marker[0]);
  Locator locator{.part = through ? std::string() : part_,
                  .place = Place::footnote,
                  .number = marker,
                  .points = {}};
  Block& block = add(BlockKind::footnote, piece, std::move(locator));
  block.label = marker;
  list_opens_ = opens;
}

/// A table goes on after the notes at the foot of its page (A/80/6 (Sect. 24)/Corr.1): where its
/// next row stands, or `at`. Letters mark notes of the table itself, below its end.
std::size_t BodyReader::row_after_notes(std::size_t at, std::size_t columns) const {
  std::size_t next = at;
  for (; next < draft_.pieces.size() && next - at < kLookAhead; ++next) {
    const Piece& piece = draft_.pieces[next];
    const std::optional<Label> label = label_of(piece);
    const bool star = label && label->form == Form::note && !is_letter(label->core[0]);
    if (piece.use != Use::open || !(star || piece.role == Role::footnote)) break;
  }
  if (next == at || next == draft_.pieces.size()) return at;
  const Piece& row = draft_.pieces[next];
  const bool goes_on = row.use == Use::open && row.role == Role::table_row && !row.header_row &&
                       row.cells.size() == columns;
  return goes_on ? next : at;
}

void BodyReader::read_table(std::size_t at) {
  int number = draft_.pieces[at].table;
  Table table;
  std::vector<std::size_t> notes;
  std::size_t end = at;
  for (; end < draft_.pieces.size(); ++end) {
    const Piece& row = draft_.pieces[end];
    if (row.use != Use::open || row.role != Role::table_row || row.table != number) {
      const std::size_t next = row_after_notes(end, table.rows.back().size());
      if (next == end) break;
      for (; end < next; ++end) notes.push_back(end);
      number = draft_.pieces[end--].table;
      continue;
    }
    std::vector<std::string> cells;
    for (const std::string& cell : row.cells) cells.push_back(collapsed(cell));
    const bool header = row.header_row && table.header_rows == static_cast<int>(table.rows.size());
    if (header) ++table.header_rows;
    table.rows.push_back(std::move(cells));
    if (mode_ == Mode::contents) add_furniture(row);
  }
  skip_until_ = end;
  if (mode_ != Mode::contents) add_rows(std::move(table), draft_.pieces[at].page);
  for (const std::size_t note : notes) {
    const std::optional<Label> label = label_of(draft_.pieces[note]);
    read_note(draft_.pieces[note], label && label->form == Form::note ? &*label : nullptr);
  }
}

void BodyReader::add_rows(Table table, int page) {
  const std::size_t before = doc_.blocks.size();
  const int counted = unnumbered_;
  for (std::size_t i = before - std::min<std::size_t>(before, kMostOfCaption); i < before; ++i)
    unnumbered_ -= doc_.blocks[i].kind == BlockKind::unnumbered ? 1 : 0;
  std::string name = take_caption(doc_, table);
  for (std::size_t i = before - std::min<std::size_t>(before, kMostOfCaption);
       i < doc_.blocks.size(); ++i)
    unnumbered_ += doc_.blocks[i].kind == BlockKind::unnumbered ? 1 : 0;
  // The lines of a caption are no paragraphs: the next one takes their number.
  if (unnumbered_ != counted) end_paragraph();
  if (name.empty()) name = std::to_string(next_table_ + 1);
  ++next_table_;
  // A caption may have been taken for a heading: the section is the one before it.
  while (section_ >= static_cast<int>(doc_.blocks.size()) ||
         (section_ >= 0 &&
          doc_.blocks[static_cast<std::size_t>(section_)].kind != BlockKind::heading &&
          doc_.blocks[static_cast<std::size_t>(section_)].kind != BlockKind::annex_title))
    --section_;
  table.check = check_total(table);
  // Tables with subtotals add up to more than their total: only agreement says something there.
  const bool plain = !table.rows.empty() && table.rows.back().size() == 2;
  if (!plain && table.check.find("agrees") == std::string::npos) table.check.clear();
  add_table(doc_, std::move(table), at_place(Place::table, name), section_, page);
}

}  // namespace undex::structure
