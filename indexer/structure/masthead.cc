#include "indexer/structure/masthead.h"

#include <algorithm>
#include <map>

#include "indexer/structure/job_number.h"
#include "indexer/structure/labels.h"
#include "indexer/structure/letter.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_lines.h"
#include "indexer/structure/notes.h"
#include "indexer/structure/openings.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;
using Item = MastheadItem;

constexpr std::size_t kLongestFront = 80;  // pieces

/// Lines of a piece: those of its text, or of its cells when it is a row of a layout table.
std::vector<std::string> lines_of(const Piece& piece) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string line = collapsed(text.substr(0, end));
      if (!line.empty()) lines.push_back(std::move(line));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  };
  add(piece.text);
  for (const std::string& cell : piece.cells) add(cell);
  return lines;
}

bool is_masthead_row(const Piece& piece) {
  for (const std::string& line : lines_of(piece)) {
    if (starts_with_word(line, "distr") || starts_with_word(line, "united nations") ||
        starts_with_word(line, "original:"))
      return true;
    Symbol symbol;
    if (read_symbol_line(line, symbol)) return true;
  }
  return false;
}

bool is_long_paragraph(std::string_view text) {
  if (quote_at(text, 0) > 0 && text.size() > 100) return true;
  if (text.size() > 200 && text.find(". ", 40) != std::string_view::npos) return true;
  const char mark = last_mark(text);
  const bool ended = mark == '.' || mark == ':' || mark == ';' || mark == ',';
  return (text.size() > 120 && ended && document_type_of(text).empty()) || text.size() > 700;
}

/// "Part VIII", "Section 29" before the table of contents are words of the title.
bool contents_follow(const std::vector<Piece>& pieces, std::size_t at) {
  static constexpr std::size_t kTitleLines = 14;
  const std::size_t end = std::min(pieces.size(), at + kTitleLines);
  for (std::size_t i = at; i < end; ++i) {
    if (is_contents_heading(collapsed(pieces[i].text))) return true;
  }
  return false;
}

/// Whether the body begins with this piece.
bool begins_body(const std::vector<Piece>& pieces, std::size_t at) {
  const Piece& piece = pieces[at];
  if (piece.role == Role::table_row) return !is_masthead_row(piece);
  const std::string_view text = piece.text;
  const std::optional<Label> label =
      piece.label.empty() ? read_label(text) : label_from_format(piece.label);
  if (label && label->form != Label::Form::note && label->form != Label::Form::bullet) return true;
  if (summary_text_at(text) || is_contents_heading(collapsed(text)) || is_formula(text))
    return true;
  if (read_division_line(text)) return !contents_follow(pieces, at);
  if (read_annex_line(text) || begins_letter(text) || begins_issuance(text)) return true;
  return is_long_paragraph(text);
}

bool is_note(const Piece& piece) {
  if (piece.role == Role::footnote) return true;
  const std::optional<Label> label = read_label(piece.text);
  return label && label->form == Label::Form::note;
}

/// The number a resolution bears before its title: "79/194. ", "356 (IV). ", "3362 (S-VII). ",
/// "53/9 "; its end.
std::size_t resolution_number_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 4 || at >= text.size()) return 0;
  if (text[at] == '/') {
    const std::size_t number = ++at;
    while (at < text.size() && (is_digit(text[at]) || is_upper_letter(text[at]))) ++at;
    if (at == number || at - number > 5) return 0;
  } else {
    at = skip_spaces(text, at);
    if (text.substr(at, 2).size() == 2 && is_upper_letter(text[at]) && text[at + 1] == ' ') at += 2;
    const std::size_t close = text.find(')', at);
    if (at >= text.size() || text[at] != '(' || close == std::string_view::npos) return 0;
    std::string_view session = text.substr(at + 1, close - at - 1);
    for (const std::string_view special : {"S-", "ES-"}) {
      if (session.starts_with(special)) session.remove_prefix(special.size());
    }
    if (!roman_value(session)) return 0;
    at = close + 1;
  }
  if (at < text.size() && (text[at] == '.' || text[at] == ':')) ++at;
  const std::size_t title = skip_spaces(text, at);
  return title > at ? title : 0;
}

std::size_t front_end(const Draft& draft) {
  std::size_t seen = 0;
  std::size_t last_known = 0;
  Document scratch;
  for (std::size_t at = 0; at < draft.pieces.size() && seen < kLongestFront; ++at) {
    const Piece& piece = draft.pieces[at];
    if (piece.use != Use::open || is_note(piece)) continue;
    // Lines before the body are a masthead only where at least one of them is known as such.
    if (begins_body(draft.pieces, at)) return last_known > 0 ? at : 0;
    ++seen;
    if (piece.role == Role::heading || piece.bold || piece.centred) last_known = at + 1;
    for (const std::string& line : lines_of(piece)) {
      for (const std::string& part : split_masthead_line(line)) {
        const bool numbered = resolution_number_end(part) > 0 && !has_end_mark(part);
        if (numbered || read_masthead_line(part, scratch).known || read_letterhead(part, scratch))
          last_known = at + 1;
      }
    }
  }
  return last_known;
}

/// What is left of the front when all known lines are taken: titles.
struct Leftover {
  std::string text;
  std::size_t item = 0;  ///< of the agenda item line it stands directly below, 1 is the first
  int strength = 0;      ///< 1 bold or centred, 2 a heading of the format
  bool complete = false;
  std::size_t group = 0;  ///< lines of one group follow each other
  bool below_type = false;
};

class FrontReader {
 public:
  explicit FrontReader(Draft& draft) : draft_(draft) {}

  void read(std::size_t end) {
    for (std::size_t at = 0; at < end; ++at) {
      Piece& piece = draft_.pieces[at];
      if (piece.use != Use::open || is_note(piece)) continue;
      read_piece(piece);
    }
    set_titles();
  }

 private:
  void read_piece(Piece& piece) {
    bool text_line = false;
    if (piece.blank_lines_before > item_gap_) item_open_ = false;
    for (std::string line : lines_of(piece)) {
      std::vector<NoteReference> notes = piece.notes;
      notes_from_marks(line, notes);
      for (const std::string& part : split_masthead_line(line))
        text_line = read_part(piece, part, notes) || text_line;
    }
    piece.use = text_line ? Use::masthead : Use::furniture;
  }

  /// Returns whether the words are to be searched.
  bool read_part(const Piece& piece, const std::string& part,
                 const std::vector<NoteReference>& notes) {
    const bool had_item = items_ > 0;
    const MastheadLine line =
        is_item_title(part) ? MastheadLine() : read_masthead_line(part, draft_.document);
    items_ = draft_.document.masthead.all(Item::agenda_item).size();
    if (!had_item && items_ > 0) {
      for (const NoteReference& note : notes) draft_.agenda_notes.push_back(note.marker);
    }
    if (line.is_type) type_seen_ = true;
    if (line.known && line.rest.empty()) {
      item_open_ = line.opens_item;
      item_gap_ = piece.blank_lines_before;
      if (line.is_text) ++group_;
      return line.is_text;
    }
    const std::string text = line.known ? line.rest : part;
    if (read_letterhead(text, draft_.document)) {
      ++group_;
      return true;
    }
    const int strength = piece.role == Role::heading ? 2 : piece.bold || piece.centred ? 1 : 0;
    leftovers_.push_back(
        {text, item_open_ ? items_ : 0, strength, piece.complete, group_, type_seen_});
    // Two items have two titles, below each other; headings of the format end them.
    const auto below = std::count_if(leftovers_.begin(), leftovers_.end(),
                                     [&](const Leftover& l) { return l.item == items_; });
    const bool full = static_cast<std::size_t>(below) >= titles_of_item(items_);
    if ((!piece.complete && full) || piece.role == Role::heading) item_open_ = false;
    return true;
  }

  /// Items are called after reports too: "Report of the International Law Commission on ..."
  /// (A/RES/78/109).
  bool is_item_title(const std::string& part) const {
    return item_open_ && starts_with_word(part, "report of ") &&
           !starts_with_word(part, "report of the secretary-general");
  }

  void set_titles() {
    Masthead& masthead = draft_.document.masthead;
    if (!masthead.find(Item::agenda_item_title)) take_item_titles();
    const Value* own = is_own_title() ? masthead.find(Item::document_type) : nullptr;
    const std::string title = own && !own->printed.empty() ? own->printed : title_of();
    if (!title.empty()) {
      const std::size_t number = resolution_number_end(title);
      masthead.add(Item::title, {title, title.substr(number), ""});
      if (number > 0 && !is_decision()) add_once(masthead, Item::document_type, "", "resolution");
    } else if (const Value* type = masthead.find(Item::document_type);
               type && !type->printed.empty()) {
      masthead.add(Item::title, {type->printed, type->printed, ""});
    }
  }

  /// "137 and 138" has two titles; `item` is 1 for the first item line.
  std::size_t titles_of_item(std::size_t item) const {
    const std::vector<const Value*> items = draft_.document.masthead.all(Item::agenda_item);
    if (item == 0 || item > items.size()) return 0;
    const std::string& numbers = items[item - 1]->normal;
    std::size_t count = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i)
      count += is_digit(numbers[i]) && (i == 0 || !is_digit(numbers[i - 1])) ? 1 : 0;
    return count;
  }

  bool is_decision() const {
    const std::vector<std::string>& parts = draft_.document.symbol.parts;
    return !parts.empty() && describe_symbol(parts[0]).kind == "decision";
  }

  int greatest_strength() const {
    int greatest = 0;
    for (const Leftover& line : leftovers_) greatest = std::max(greatest, line.strength);
    return greatest;
  }

  /// Letters, notes and records are their own titles: "Letter dated ...".
  bool is_own_title() const {
    const std::string type = draft_.document.masthead.normal(Item::document_type);
    return type == "letter" || type == "note verbale" || type == "meeting record";
  }

  /// The line below each item line, unless it is the only one or set like a title.
  void take_item_titles() {
    const int greatest = greatest_strength();
    const std::size_t kept = is_own_title() ? 0 : 1;
    std::map<std::size_t, std::size_t> taken;  // titles of an item line
    for (auto line = leftovers_.begin(); line != leftovers_.end() && leftovers_.size() > kept;) {
      const bool title = line->strength < greatest ||
                         (greatest == 0 && taken[line->item] < titles_of_item(line->item));
      if (line->item == 0 || !title) {
        ++line;
        continue;
      }
      ++taken[line->item];
      add_once(draft_.document.masthead, Item::agenda_item_title, line->text, line->text);
      line = leftovers_.erase(line);
    }
  }

  std::string title_of() const {
    if (leftovers_.empty()) return {};
    std::size_t begin = 0;
    std::size_t end = leftovers_.size();
    const auto numbered =
        std::find_if(leftovers_.begin(), leftovers_.end(),
                     [](const Leftover& line) { return resolution_number_end(line.text) > 0; });
    if (numbered != leftovers_.end()) {
      begin = static_cast<std::size_t>(numbered - leftovers_.begin());
    } else {
      // The last group of lines before "Report of ..."; below it where nothing stands before.
      while (end > 1 && leftovers_[end - 1].below_type && !leftovers_[0].below_type) --end;
      begin = end - 1;
      while (begin > 0 && leftovers_[begin - 1].group == leftovers_[end - 1].group) --begin;
      // Bold or centred lines are the title; lines of plain type before them are not.
      const int strength = leftovers_[end - 1].strength;
      while (begin + 1 < end && leftovers_[begin].strength < strength) ++begin;
    }
    std::string title;
    for (std::size_t i = begin; i < end; ++i)
      title += (title.empty() ? "" : leftovers_[i].complete ? ", " : " ") + leftovers_[i].text;
    return title;
  }

  Draft& draft_;
  std::vector<Leftover> leftovers_;
  bool item_open_ = false;
  int item_gap_ = 0;  // blank lines before the item line: its title stands no farther below it
  bool type_seen_ = false;
  std::size_t group_ = 0;
  std::size_t items_ = 0;  // agenda item lines read so far
};

void read_ods_fields(std::string_view line, Document& document, Symbol& symbol) {
  for (const std::string_view field : {"DOC SYMBOL1", "DOC SYMBOL2"}) {
    const auto value = ods_field(line, field);
    Symbol read;
    if (value && read_symbol_line(*value, read))
      symbol.parts.insert(symbol.parts.end(), read.parts.begin(), read.parts.end());
  }
  const auto job = ods_field(line, "JOB NO");
  if (!job || job->empty()) return;
  std::string number = *job;
  // The last letter is the language: N0337527E.
  std::string language;
  if (number.size() > 2 && is_upper_letter(number.back())) {
    language = number.back();
    number.pop_back();
  }
  add_once(document.masthead, Item::job_number, std::string(line), number);
  if (!language.empty())
    add_once(document.masthead, Item::job_number_language, std::string(line), language);
}

void read_furniture_lines(Draft& draft) {
  Symbol fields;
  bool tail = false;
  bool below_distribution = false;  // a date stands on or below the line "Distr.: General"
  int pages = 0;
  const Value* printed = draft.document.masthead.find(Item::job_number_printed);
  std::string known = printed ? printed->normal : std::string();
  for (const Piece& piece : draft.pieces) {
    pages = std::max(pages, piece.page);
    if (piece.use != Use::furniture || piece.text.size() > 300) continue;
    tail = tail || piece.text.find("<<ODS ") != std::string::npos;
    read_ods_fields(piece.text, draft.document, fields);
    for (const std::string& line : lines_of(piece)) {
      if (const auto mark = read_job_mark(line); mark && mark->language.empty()) {
        if (!mark->bar_code.empty()) read_mark_line(line, false, draft.document);
        continue;  // page numbers, and job numbers with pages glued to them
      }
      const bool distribution = line.find("Distr.") != std::string::npos;
      read_mark_line(line, tail || distribution || below_distribution, draft.document);
      below_distribution = distribution;
    }
  }
  if (known.empty()) known = draft.document.masthead.normal(Item::job_number_printed);
  for (const Piece& piece : draft.pieces) {
    if (piece.use != Use::furniture) continue;
    if (const auto mark = read_job_mark(piece.text, known)) pages = std::max(pages, mark->page);
  }
  if (pages > 0) {
    const std::string count = std::to_string(pages);
    add_once(draft.document.masthead, Item::page_count, "", count);
  }
  if (!fields.parts.empty()) draft.document.symbol = fields;
}

/// A/AC.105/1025*: the asterisk belongs to this printing of the document, not to its symbol.
void note_reissue(Draft& draft) {
  for (const Piece& piece : draft.pieces) {
    if (piece.use != Use::furniture) continue;
    for (const SymbolMatch& match : find_symbols(piece.text)) {
      if (match.reissue.empty() || !match.symbol.names(draft.document.symbol)) continue;
      draft.document.notices.push_back(
          {.level = Notice::Level::info,
           .code = "reissued",
           .locator = {},
           .text = "reissued for technical reasons (" + match.reissue + ")"});
      return;
    }
  }
}

}  // namespace

void derive_from_symbol(Document& document) {
  Masthead& masthead = document.masthead;
  std::vector<MastheadEntry> symbols;
  for (const std::string& part : document.symbol.parts) {
    symbols.push_back({Item::symbol, {part, part, ""}});
    const SymbolDetails details = describe_symbol(part);
    // Each symbol of a joint document has its organ.
    if (!details.organ.empty() && (!masthead.find(Item::organ) || document.symbol.parts.size() > 1))
      add_once(masthead, Item::organ, "", details.organ);
    if (!details.session.empty() && !masthead.find(Item::session_number))
      masthead.add(Item::session_number, {"", details.session, ""});
    if (!details.kind.empty() && details.kind != "document" && !masthead.find(Item::document_type))
      masthead.add(Item::document_type, {"", details.kind, ""});
  }
  masthead.entries.insert(masthead.entries.begin(), symbols.begin(), symbols.end());
}

void read_masthead(Draft& draft) {
  FrontReader(draft).read(front_end(draft));
  read_furniture_lines(draft);
  derive_from_symbol(draft.document);
  note_reissue(draft);
}

}  // namespace undex::structure
