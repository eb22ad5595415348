#include "indexer/structure/loose_notes.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/date.h"
#include "indexer/structure/labels.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/note_numbers.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;

constexpr std::size_t kMostLines = 200;     // between a marker and its note
constexpr std::size_t kMostNoteLines = 20;  // of one note
constexpr std::size_t kLongestLine = 20000;
constexpr int kMostNotes = 2000;
constexpr int kMostFailures = 2000;  // lines of a table that begin with a number

bool is_line(const Piece& piece) {
  return piece.use == Use::open && piece.role == Role::body && !piece.complete &&
         piece.label.empty();
}

/// "¹²" for "12": some converters keep what is raised as characters of their own.
std::string raised(const std::string& number) {
  static constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char c : number) result += kDigits[static_cast<std::size_t>(c - '0')];
  return result;
}

/// Where the text begins of a line that begins with this number and a blank; 0 for other lines.
std::size_t note_text_at(const Piece& piece, const std::string& number) {
  const std::string_view text = piece.text;
  if (!is_line(piece) || text.empty()) return 0;
  const std::string mark = is_digit(text[0]) ? number : raised(number);
  if (!text.starts_with(mark)) return 0;
  const std::size_t begin = skip_spaces(text, mark.size());
  if ((begin == mark.size() && is_digit(text[0])) || begin >= text.size()) return 0;
  // "1 April 2036" is a date.
  if (const auto date = find_date(text.substr(0, 40)); date && date->begin == 0) return 0;
  const std::string_view note = text.substr(begin);
  return begins_capital(note) || note.starts_with("http") ? begin : 0;
}

/// The marker in the lines from `begin` to `end`, the first one that fits; the line it was found in
/// or `end`.
std::size_t take_marker(std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                        const std::string& number) {
  for (std::size_t at = begin; at < end; ++at) {
    Piece& piece = pieces[at];
    if (piece.use != Use::open || piece.role != Role::body) continue;
    if (piece.text.size() > kLongestLine) continue;
    std::optional<std::size_t> taken = take_glued_number(piece.text, number);
    if (!taken) taken = take_glued_number(piece.text, raised(number));
    if (!taken) continue;
    for (NoteReference& note : piece.notes) {
      if (note.offset > *taken) note.offset -= std::min(note.offset - *taken, number.size());
    }
    piece.notes.push_back({*taken, number});
    return at;
  }
  return end;
}

void make_note(std::vector<Piece>& pieces, std::size_t at, const std::string& number,
               std::size_t text) {
  Piece& note = pieces[at];
  cut_front(note, text);
  note.role = Role::footnote;
  note.label = number;
  note.complete = true;
  const std::string next = std::to_string(std::stoi(number) + 1);
  const std::size_t last = std::min(pieces.size(), at + kMostNoteLines);
  for (std::size_t i = at + 1; i < last; ++i) {
    Piece& line = pieces[i];
    const bool goes_on = is_line(line) && line.blank_lines_before == 0 && line.page == note.page &&
                         !read_label(line.text) && note_text_at(line, next) == 0;
    // Where a note has ended, what follows without a blank line may be the text again.
    if (!goes_on || (has_end_mark(note.text) && begins_capital(line.text))) break;
    append(note, line, " ");
  }
}

}  // namespace

void read_loose_notes(Draft& draft) {
  std::vector<Piece>& pieces = draft.pieces;
  int expected = 1;
  int failures = 0;
  std::size_t body = 0;  // the line of the last marker
  for (std::size_t at = 0; at < pieces.size() && expected < kMostNotes; ++at) {
    const Piece& piece = pieces[at];
    if (piece.role == Role::footnote && !piece.label.empty() && is_digit(piece.label[0]) &&
        piece.label.size() < 5) {
      expected = std::max(expected, std::stoi(piece.label) + 1);
      continue;
    }
    const std::string number = std::to_string(expected);
    const std::size_t text = note_text_at(piece, number);
    if (text == 0) continue;
    const std::size_t begin = at > kMostLines ? std::max(body, at - kMostLines) : body;
    const std::size_t marker = take_marker(pieces, begin, at, number);
    if (marker == at) {
      if (++failures == kMostFailures) return;
      continue;
    }
    body = marker;
    make_note(pieces, at, number, text);
    ++expected;
  }
}

}  // namespace undex::structure
