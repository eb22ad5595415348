#include "indexer/structure/furniture.h"

#include <algorithm>
#include <map>

#include "indexer/structure/job_number.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/page_heads.h"
#include "undex/symbol.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;

bool is_ods(std::string_view text) { return text.find("<<ODS ") != std::string_view::npos; }

/// The line by which a record in our own words says that it is none of the official text.
bool is_abridged_mark(std::string_view text) {
  return text == "Abridged record in the words of undex; not the official text";
}

bool is_rule(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) {
           return c == '_' || c == '-' || c == '=' || c == '*' || c == ' ' || c == '.';
         });
}

bool is_converter_mark(std::string_view text) {
  if (text.starts_with("<!--") && text.ends_with("-->")) return true;
  return text.size() < 16 && text.starts_with("[Start") && text.ends_with("]");
}

/// Running heads of the printed Official Records of the General Assembly.
bool is_volume_head(std::string_view text) {
  static constexpr std::string_view kHeads[] = {"resolutions adopted on the reports of",
                                                "resolutions adopted without reference to",
                                                "general assembly—", "general assembly -"};
  if (text.size() > 220 || has_end_mark(text)) return false;
  std::string lower = ascii_lower(text);
  const std::size_t letter = lower.find_first_of("rg");
  // A page number or the number of the chapter may stand before it.
  if (letter == std::string::npos || letter > 8) return false;
  lower.erase(0, letter);
  return std::any_of(std::begin(kHeads), std::end(kHeads),
                     [&](std::string_view head) { return lower.starts_with(head); });
}

/// A line that is a symbol and nothing else: no blank in it, at least one stroke and one digit.
bool is_symbol_line(std::string_view text) {
  // The last line of a sentence may hold nothing but "A/58/568.".
  if (text.size() > 60 || text.find('/') == std::string_view::npos || has_end_mark(text))
    return false;
  return is_upper_letter(text.empty() ? ' ' : text[0]) && parse_symbol(text).has_value();
}

/// The job number as printed on the first page: page numbers glued to it later can be told by it.
std::string known_job_number(const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.text.size() > 60) continue;
    const auto mark = read_job_mark(piece.text);
    if (mark && !mark->printed.empty() && !mark->language.empty()) return mark->printed;
  }
  return {};
}

bool is_furniture(const Piece& piece, std::string_view job_number) {
  if (piece.role == Role::header || piece.role == Role::footer) return true;
  if (piece.role != Role::body && piece.role != Role::box) return false;
  if (!piece.label.empty() || piece.text.size() > 300) return false;
  return is_converter_mark(piece.text) || is_ods(piece.text) || is_rule(piece.text) ||
         is_volume_head(piece.text) || read_job_mark(piece.text, job_number).has_value();
}

/// "090124" on a line of its own directly below its job number.
bool is_production_date(const Piece* before, const Piece& piece) {
  if (!before || before->use != Use::furniture || piece.text.size() != 6) return false;
  if (!std::all_of(piece.text.begin(), piece.text.end(), is_digit)) return false;
  const auto mark = read_job_mark(before->text + " " + piece.text);
  return mark && !mark->language.empty() && !mark->production_date.empty();
}

/// Word processors' files end with the ODS fields and the words of the masthead: everything from
/// the first field on is furniture when nothing but short lines follows.
void mark_tail(std::vector<Piece>& pieces) {
  static constexpr std::size_t kLongestTail = 60;
  const auto first = std::find_if(pieces.begin(), pieces.end(),
                                  [](const Piece& piece) { return is_ods(piece.text); });
  const std::size_t size = static_cast<std::size_t>(pieces.end() - first);
  if (first == pieces.end() || size > kLongestTail) return;
  const bool short_lines =
      std::all_of(first, pieces.end(), [](const Piece& piece) { return piece.text.size() < 200; });
  if (!short_lines) return;
  std::for_each(first, pieces.end(), [](Piece& piece) { piece.use = Use::furniture; });
}

/// The symbol of "United Nations E/2036/9".
std::string_view symbol_of_masthead(std::string_view text) {
  if (text.size() > 120 || !starts_with_word(text, "united nations")) return {};
  const std::size_t blank = text.find_last_of(" \t");
  const std::string_view last = text.substr(blank + 1);
  return blank >= 14 && is_symbol_line(last) ? last : std::string_view();
}

/// The symbol alone on a line again and again is a running head; where it stands first, near the
/// top, it is the masthead's.
void mark_running_heads(std::vector<Piece>& pieces) {
  static constexpr std::size_t kTop = 12;
  std::map<std::string, int> count;
  for (const Piece& piece : pieces) {
    if (piece.text.size() > 120) continue;
    if (const std::string_view symbol = symbol_of_masthead(piece.text); !symbol.empty()) {
      ++count[std::string(symbol)];
    } else if (is_symbol_line(piece.text)) {
      ++count[piece.text];
    }
  }
  std::map<std::string, int> seen;
  std::size_t above = 0;
  for (Piece& piece : pieces) {
    if (piece.use != Use::open || piece.role != Role::body) continue;
    ++above;
    if (const std::string_view symbol = symbol_of_masthead(piece.text); !symbol.empty())
      ++seen[std::string(symbol)];
    if (!is_symbol_line(piece.text)) continue;
    if (++seen[piece.text] > 1 || (above > kTop && count[piece.text] > 1))
      piece.use = Use::furniture;
  }
}

}  // namespace

void mark_furniture(Draft& draft) {
  const std::string job_number = known_job_number(draft.pieces);
  const Piece* before = nullptr;
  for (Piece& piece : draft.pieces) {
    const bool abridged = is_abridged_mark(piece.text);
    if (abridged) draft.document.masthead.add(MastheadItem::abridged, {piece.text, "true", ""});
    if (abridged || is_furniture(piece, job_number) || is_production_date(before, piece))
      piece.use = Use::furniture;
    before = &piece;
  }
  mark_tail(draft.pieces);
  mark_running_heads(draft.pieces);
  mark_page_heads(draft.pieces);
}

}  // namespace undex::structure
