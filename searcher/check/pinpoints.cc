// Is there such a paragraph, and such a sub-paragraph? In documents held, and in the draft itself.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/symbol/letters.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

using Place = Locator::Place;

/// The number of a paragraph before "bis"; -1 for "29B.112" and the like.
int number_of_paragraph(const Locator& place) {
  return number_of(std::string_view(place.number).substr(0, place.number.find(' ')));
}

/// The highest paragraph number of a part; 0 when it numbers none.
int last_of(const Document& document, const std::string& part, Place place) {
  int last = 0;
  for (const Block& block : document.blocks)
    if (block.locator.part == part && block.locator.place == place)
      last = std::max(last, number_of_paragraph(block.locator));
  return last;
}

/// The points of a paragraph one level below it, in order: "a", "b".
std::vector<std::string> points_of(const Document& document, const Locator& paragraph) {
  std::vector<std::string> points;
  const auto add = [&](const Locator& place) {
    if (!paragraph.contains(place) || place.points.size() <= paragraph.points.size()) return;
    const std::string& point = place.points[paragraph.points.size()];
    if (std::ranges::find(points, point) == points.end()) points.push_back(point);
  };
  for (const Block& block : document.blocks) {
    add(block.locator);
    for (const InlinePoint& point : block.points) add(point.locator);
  }
  return points;
}

/// Why a place is lacking; places with the same answer become one finding.
struct Lack {
  std::string_view code;  ///< empty: it can't be told
  std::string why;
  bool operator==(const Lack&) const = default;
};

/// The paragraph is there, the point is not.
Lack missing_point(const Document& held, const Locator& place) {
  Locator above = place;
  above.points.pop_back();
  while (!above.points.empty() && !has_place(held, above)) above.points.pop_back();
  const std::vector<std::string> points = points_of(held, above);
  if (points.empty())
    return {"doubtful-pinpoint", above.citation() + " has no sub-paragraphs there"};
  std::string range = "(" + points.front() + ")";
  if (points.size() > 1) range += (points.size() == 2 ? " and (" : " to (") + points.back() + ")";
  return {"wrong-pinpoint", above.citation() + " has " + range};
}

Lack lack_of(const Document& held, const Locator& place) {
  if (place.place != Place::paragraph && place.place != Place::preambular) return {};
  Locator whole = place;
  whole.points.clear();
  if (!place.points.empty() && has_place(held, whole)) return missing_point(held, place);
  const int last = last_of(held, place.part, place.place);
  const int number = number_of_paragraph(place);
  if (last == 0 || number < 0) return {};
  if (number <= last) return {"doubtful-pinpoint", {}};
  whole.number = std::to_string(last);
  return {"wrong-pinpoint", "the last is " + whole.citation()};
}

/// "para. 1 and 20 December 2002": a date behind the citation, read as one more paragraph.
bool is_a_day(const Document& draft, const Reference& reference, const Locator& place) {
  constexpr std::size_t kNear = 80;
  constexpr std::size_t kLongest = 40;  // of a date in words
  if (!place.points.empty()) return false;
  const std::size_t end = reference.span.end;
  const std::string_view text = text_of(draft, reference.span).substr(0, end + kNear + kLongest);
  const auto date = find_date(text, end);
  return date && date->begin < end + kNear && number_of_paragraph(place) == date->date.day;
}

/// Places of one citation that are lacking for one reason.
struct Missing {
  Lack lack;
  std::vector<Locator> places;
};

std::string message_of(const Missing& missing, const Document& held) {
  const std::string_view lead = missing.lack.code == "wrong-pinpoint" ? "" : "the text held of ";
  return std::string(lead) + held.name() + " has no " + citation_of(missing.places) +
         (missing.lack.why.empty() ? "" : ": ") + missing.lack.why;
}

void check_places(Checking& checking, const Reference& reference, const Document& held) {
  std::vector<Missing> all;
  for (const Locator& place : reference.pinpoints) {
    if (has_place(held, place)) {
      checking.right();
      continue;
    }
    const bool told = is_whole(held) && !is_a_day(checking.draft, reference, place);
    Lack lack = told ? lack_of(held, place) : Lack{};
    if (lack.code.empty()) {
      checking.unsure();
      continue;
    }
    const auto same = std::ranges::find(all, lack, &Missing::lack);
    if (same == all.end())
      all.push_back({std::move(lack), {place}});
    else
      same->places.push_back(place);
  }
  for (const Missing& missing : all)
    checking.find(missing.lack.code, reference.span, message_of(missing, held), {}, held.name());
}

bool has_numbers(const Document& draft) { return last_of(draft, "", Place::paragraph) > 0; }

}  // namespace

void check_pinpoints(Checking& checking) {
  const Document& draft = checking.draft;
  const bool numbered = has_numbers(draft);
  for (const Reference& reference : draft.marks.references) {
    if (reference.pinpoints.empty() || reference.span.block < 0) continue;
    if (reference.kind == ReferenceKind::internal) {
      if (numbered) check_places(checking, reference, draft);
      continue;
    }
    if (!is_explicit(reference, draft)) continue;
    const Document* held = checking.holdings.held(reference.cited);
    if (held != nullptr) {
      check_places(checking, reference, *held);
    } else {
      for (std::size_t i = 0; i < reference.pinpoints.size(); ++i) checking.unsure();
    }
  }
}

}  // namespace undex::checking
