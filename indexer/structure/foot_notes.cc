#include "indexer/structure/foot_notes.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "indexer/structure/job_number.h"
#include "indexer/structure/labels.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/note_numbers.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;

constexpr std::size_t kMostLines = 200;  // of a page, above the rule and below it

bool is_note_rule(const Piece& piece) {
  return !piece.complete && piece.role == Role::body && piece.text.size() >= 5 &&
         piece.text.find_first_not_of('_') == std::string::npos;
}

/// A line that is a marker and nothing else: "12", "**".
bool is_marker(std::string_view text) {
  if (text.empty() || text.size() > 4) return false;
  if (text.find_first_not_of('*') == std::string_view::npos) return true;
  return text.size() <= 3 && text[0] != '0' && std::all_of(text.begin(), text.end(), is_digit);
}

int value_of(const std::string& marker) {
  return marker[0] == '*' ? static_cast<int>(marker.size()) - 100 : std::atoi(marker.c_str());
}

bool is_numbered_paragraph(const Piece& piece) {
  const std::optional<Label> label = read_label(piece.text);
  return (label && label->form == Label::Form::arabic) || label_from_format(piece.text);
}

/// Where the lines below the rule at `rule` end: with the page, or where no pages are known with
/// the first line that is none of a note.
std::size_t zone_end(const std::vector<Piece>& pieces, std::size_t rule) {
  const int page = pieces[rule].page;
  std::size_t at = rule + 1;
  for (; at < pieces.size() && at - rule <= kMostLines; ++at) {
    const Piece& piece = pieces[at];
    if (piece.complete || piece.role != Role::body || piece.page != page || is_note_rule(piece))
      break;
    if (is_marker(piece.text)) continue;
    if (page == 0 && (piece.use == Use::furniture || is_numbered_paragraph(piece))) break;
  }
  return at;
}

struct Text {
  std::vector<std::size_t> lines;
  bool marked = false;  ///< a marker stands before it
};

struct Zone {
  std::vector<std::string> markers;
  std::vector<std::size_t> marker_lines;
  std::vector<Text> texts;
};

Zone read_zone(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end) {
  Zone zone;
  bool after_marker = false;
  for (std::size_t at = begin; at < end; ++at) {
    const Piece& piece = pieces[at];
    if (is_marker(piece.text)) {
      zone.markers.push_back(piece.text);
      zone.marker_lines.push_back(at);
      after_marker = true;
      continue;
    }
    if (piece.use != Use::open) continue;
    const bool ended =
        !zone.texts.empty() && has_end_mark(pieces[zone.texts.back().lines.back()].text);
    if (zone.texts.empty() || after_marker || ended) zone.texts.push_back({{}, after_marker});
    zone.texts.back().lines.push_back(at);
    after_marker = false;
  }
  return zone;
}

/// Among markers of one page a page number may stand: it is none of the longest run.
void keep_longest_run(std::vector<std::string>& markers) {
  std::size_t best = 0;
  std::size_t best_size = 0;
  for (std::size_t begin = 0; begin < markers.size();) {
    std::size_t end = begin + 1;
    while (end < markers.size() && value_of(markers[end]) == value_of(markers[end - 1]) + 1) ++end;
    if (end - begin > best_size) {
      best = begin;
      best_size = end - begin;
    }
    begin = end;
  }
  markers = {markers.begin() + static_cast<std::ptrdiff_t>(best),
             markers.begin() + static_cast<std::ptrdiff_t>(best + best_size)};
}

/// As many texts as markers: texts without a marker of their own go on in the one before, the last
/// ones first.
bool match(Zone& zone) {
  std::sort(zone.markers.begin(), zone.markers.end(),
            [](const std::string& a, const std::string& b) { return value_of(a) < value_of(b); });
  if (zone.markers.size() > zone.texts.size()) keep_longest_run(zone.markers);
  for (std::size_t i = zone.texts.size(); i-- > 1 && zone.texts.size() > zone.markers.size();) {
    if (zone.texts[i].marked) continue;
    Text& before = zone.texts[i - 1];
    before.lines.insert(before.lines.end(), zone.texts[i].lines.begin(), zone.texts[i].lines.end());
    zone.texts.erase(zone.texts.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return !zone.texts.empty() && zone.texts.size() == zone.markers.size();
}

void make_notes(std::vector<Piece>& pieces, const Zone& zone) {
  for (std::size_t i = 0; i < zone.texts.size(); ++i) {
    Piece& note = pieces[zone.texts[i].lines.front()];
    for (std::size_t line = 1; line < zone.texts[i].lines.size(); ++line)
      append(note, pieces[zone.texts[i].lines[line]], " ");
    note.role = Role::footnote;
    note.label = zone.markers[i];
    note.complete = true;
  }
  for (const std::size_t at : zone.marker_lines) {
    const bool used =
        std::find(zone.markers.begin(), zone.markers.end(), pieces[at].text) != zone.markers.end();
    pieces[at].use = used ? Use::merged : Use::furniture;
  }
}

/// The markers in the lines above the rule, in their order.
void take_markers(std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                  const std::vector<std::string>& markers) {
  std::size_t line = begin;
  std::size_t from = 0;
  for (const std::string& marker : markers) {
    std::size_t start = from;
    for (std::size_t at = line; at < end; ++at, start = 0) {
      Piece& piece = pieces[at];
      if (piece.use != Use::open || piece.role != Role::body) continue;
      const std::optional<std::size_t> taken = take_note_number(piece.text, marker, start);
      if (!taken) continue;
      piece.notes.push_back({*taken, marker});
      line = at;
      from = *taken;
      break;
    }
  }
}

}  // namespace

void read_foot_notes(Draft& draft) {
  std::vector<Piece>& pieces = draft.pieces;
  std::size_t body = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (!is_note_rule(pieces[at])) continue;
    const std::size_t end = zone_end(pieces, at);
    Zone zone = read_zone(pieces, at + 1, end);
    if (match(zone)) {
      make_notes(pieces, zone);
      const std::size_t begin = at > kMostLines ? std::max(body, at - kMostLines) : body;
      take_markers(pieces, begin, at, zone.markers);
    }
    body = end;
    at = end - 1;
  }
}

}  // namespace undex::structure
