#include "indexer/structure/joins.h"

#include <algorithm>

#include "corpus/date.h"
#include "indexer/structure/labels.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_languages.h"
#include "indexer/structure/masthead_lines.h"
#include "indexer/structure/openings.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;

bool has_label(const Piece& piece) {
  return !piece.label.empty() || read_label(piece.text).has_value();
}

/// Width of the lines of a text broken at a fixed width; 0 for a text of one line a paragraph.
std::size_t wrap_width(const std::vector<Piece>& pieces) {
  std::vector<std::size_t> lengths;
  for (const Piece& piece : pieces) {
    if (!piece.complete && piece.text.size() > 30) lengths.push_back(piece.text.size());
  }
  if (lengths.size() < 12) return 0;
  std::sort(lengths.begin(), lengths.end());
  const std::size_t longest = lengths[lengths.size() * 98 / 100];
  return longest > 150 ? 0 : lengths[lengths.size() * 9 / 10];
}

/// Lines of mastheads and endings that never go on: a date, a meeting, a signature.
bool stands_alone(std::string_view text) {
  static constexpr std::string_view kBeginnings[] = {
      "item ",    "agenda item", "distr.",  "original:", "reference:", "annex",   "appendix",
      "article ", "report of",   "note by", "(signed)",  "summary",    "[on the", "[without"};
  static constexpr std::string_view kLines[] = {"united nations", "general assembly",
                                                "economic and social council", "security council",
                                                "human rights council"};
  const std::string head = ascii_lower(text.substr(0, 40));
  for (const std::string_view beginning : kBeginnings) {
    if (head.starts_with(beginning)) return true;
  }
  for (const std::string_view line : kLines) {
    if (head == line || head.starts_with(std::string(line) + "distr")) return true;
  }
  if (text.size() < 100 && !masthead_in_english(text).empty()) return true;
  const auto date = text.size() < 40 ? find_date(text) : std::nullopt;
  if (date && date->begin == 0 && date->end == text.size()) return true;
  return text.size() < 60 && (head.ends_with("meeting") || head.ends_with("session"));
}

/// Words that begin a text of their own below a full line too: the kind of document below its
/// title, the formula, the first sentence of a letter or of an issuance of the Secretariat.
bool begins_anew(std::string_view text, std::string_view above) {
  if (begins_letter(text) || begins_issuance(text) || is_formula(text)) return true;
  // "[on the report of the Second Committee ...]"
  if (text.starts_with("[on the ") || text.starts_with("[without reference")) return true;
  return begins_capital(text) && last_mark(above) != ',' && !document_type_of(text).empty();
}

bool continues_wrapped(const Piece& last, const Piece& next, std::size_t width) {
  const bool full = last.text.size() * 4 >= width * 3;
  const bool ended = has_end_mark(last.text);
  if (begins_small(next.text)) return true;
  if (!full) return false;
  // "..., as well as" goes on; "..., / Noting" begins the next preambular paragraph.
  if (last_mark(last.text) == ',' && begins_preambular(next.text)) return false;
  // A first line set in, below lines that are not.
  if (last.indent > 0 && next.indent > last.indent + 2 && begins_capital(next.text)) return false;
  return !ended || next.indent <= last.indent;
}

/// Whether a line goes on in the next one directly below it.
bool continues_line(const Piece& piece, const Piece& last, const Piece& next, std::size_t width) {
  const bool unfinished = begins_small(next.text) || ends_unfinished(last.text);
  if (next.label.empty() && unfinished && !read_label(next.text)) return true;
  if (has_label(next) || begins_anew(next.text, last.text)) return false;
  // The office below a signature belongs to it.
  if (starts_with_word(piece.text, "(signed)") && next.text.size() < 100) return true;
  const bool full = width > 0 && last.text.size() * 4 >= width * 3 && !has_end_mark(last.text);
  if (!full && (stands_alone(next.text) || stands_alone(last.text))) return false;
  if (width > 0) return continues_wrapped(last, next, width);
  if (has_end_mark(piece.text)) return false;
  const char mark = last_mark(piece.text);
  if (mark == ',' && begins_capital(next.text)) return false;
  return last.text.size() >= 45 || has_label(piece);
}

/// Whether a paragraph cut by a page (a blank line in a text, a new page in a layout) goes on.
bool continues_over_break(const Piece& piece, const Piece& next) {
  static constexpr std::size_t kShortestCut = 40;
  if (piece.role != Role::body || has_end_mark(piece.text)) return false;
  if (piece.text.size() < kShortestCut || has_label(next)) return false;
  if (!begins_small(next.text) && !ends_unfinished(piece.text)) return false;
  if (piece.complete || next.complete) return piece.page != next.page;
  return true;
}

std::string_view glue_between(std::string_view text) {
  // "capacity-" and "building": the hyphen stays, the blank does not come in.
  const bool hyphen = text.size() > 1 && text.back() == '-' && is_letter(text[text.size() - 2]);
  return hyphen ? "" : " ";
}

/// "18." alone on its line, as converters leave a number that stands far from its text.
bool is_lone_label(const Piece& piece) {
  if (piece.use != Use::open || piece.role != Role::body || piece.complete) return false;
  if (!piece.label.empty() || piece.text.size() > 8) return false;
  const std::optional<Label> label = label_from_format(piece.text);
  return label && label->form != Label::Form::note && label->form != Label::Form::bullet &&
         label->form != Label::Form::bare;
}

/// Puts such a label before the line below it. A column of labels is left as it is: nobody knows
/// which of the texts after it they belong to.
void join_lone_labels(std::vector<Piece>& pieces) {
  for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
    Piece& next = pieces[at + 1];
    if (!is_lone_label(pieces[at]) || next.use != Use::open || next.role != Role::body) continue;
    if (next.complete || has_label(next) || is_lone_label(next)) continue;
    if (at > 0 && is_lone_label(pieces[at - 1])) continue;
    append(pieces[at], next, "\t");
  }
}

}  // namespace

void join_lines(Draft& draft) {
  std::vector<Piece>& pieces = draft.pieces;
  join_lone_labels(pieces);
  const std::size_t width = wrap_width(pieces);
  Piece* open = nullptr;  // the paragraph that grows
  Piece last;             // its last line, for the indent and the length
  bool broken = false;    // furniture stood between
  for (Piece& piece : pieces) {
    if (piece.use == Use::merged) continue;
    if (piece.use == Use::furniture || piece.role == Role::footnote) {
      broken = true;
      continue;
    }
    if (piece.role != Role::body) {
      open = nullptr;
      continue;
    }
    const bool beside = !broken && piece.blank_lines_before == 0 && !piece.complete;
    if (open && beside && !open->complete && continues_line(*open, last, piece, width)) {
      last = piece;
      append(*open, piece, glue_between(open->text));
    } else if (open && !beside && continues_over_break(*open, piece)) {
      last = piece;
      append(*open, piece, glue_between(open->text));
      open->joined_pages = true;
    } else {
      open = &piece;
      last = piece;
    }
    broken = false;
  }
}

}  // namespace undex::structure
