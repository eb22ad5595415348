// Several pinpoints as one citation.
#include <algorithm>
#include <charconv>
#include <span>

#include "corpus/locator.h"

namespace undex {
namespace {

struct Item {
  const Locator& place;
  std::string remark;  ///< " (twice)"
};
using Items = std::span<const Item>;

/// What comes before the last point: (a) and (b) of one paragraph share it.
bool same_stem(const Locator& a, const Locator& b) {
  return a.number == b.number && !a.points.empty() && a.points.size() == b.points.size() &&
         std::equal(a.points.begin(), a.points.end() - 1, b.points.begin());
}

/// 0 for a number that has no next one: "12 bis", "II.A".
int plain_number(std::string_view text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size() ? number : 0;
}

bool follows(const Item& before_item, const Item& after_item) {
  if (!before_item.remark.empty() || !after_item.remark.empty()) return false;
  const Locator &before = before_item.place, &after = after_item.place;
  if (before.points.empty() && after.points.empty()) {
    const int number = plain_number(before.number);
    return number > 0 && plain_number(after.number) == number + 1;
  }
  if (!same_stem(before, after)) return false;
  const std::string &a = before.points.back(), &b = after.points.back();
  return a.size() == 1 && b.size() == 1 && a[0] >= 'a' && b[0] == a[0] + 1;
}

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

using Written = std::string (*)(const Locator&);

/// One item a place, three and more that follow each other as one range.
void add_items(std::vector<std::string>& items, Items places, Written written) {
  constexpr std::size_t kRange = 3;
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && follows(places[end - 1], places[end])) ++end;
    if (end - begin >= kRange) {
      items.push_back(written(places[begin].place) + "-" + written(places[end - 1].place));
      begin = end;
    }
    for (; begin < end; ++begin)
      items.push_back(written(places[begin].place) + places[begin].remark);
  }
}

std::string last_point(const Locator& place) { return "(" + place.points.back() + ")"; }

std::string number_of(const Locator& place) {
  return place.place == Locator::Place::unnumbered ? "[" + place.number + "]" : place.number;
}

/// "16 (a)-(e)": points of one paragraph.
std::string points_of(Items places) {
  const Locator& first = places.front().place;
  std::string out = number_of(first);
  for (std::size_t i = 0; i + 1 < first.points.size(); ++i) out += " (" + first.points[i] + ")";
  std::vector<std::string> items;
  add_items(items, places, last_point);
  return out + " " + listed(items);
}

/// What stands before the number: "annex, para. ".
std::string lead_of(const Locator& place) {
  Locator bare = place;
  bare.points.clear();
  const std::string cited = bare.citation();
  return cited.substr(0, cited.size() - number_of(place).size());
}

/// Places of one part and kind: what stands before their numbers once, then the numbers.
std::string group_citation(Items group) {
  const Locator& first = group.front().place;
  if (group.size() == 1 || first.place == Locator::Place::whole)
    return first.citation() + group.front().remark;
  std::vector<std::string> items;
  bool several = false;
  for (std::size_t begin = 0; begin < group.size();) {
    const bool points = !group[begin].place.points.empty();
    std::size_t end = begin + 1;
    while (end < group.size() && (points ? same_stem(group[begin].place, group[end].place)
                                         : group[end].place.points.empty()))
      ++end;
    const Items run = group.subspan(begin, end - begin);
    if (points)
      items.push_back(points_of(run));
    else
      add_items(items, run, number_of);
    several = several || end < group.size() || (!points && run.size() > 1);
    begin = end;
  }
  std::string lead = lead_of(first);
  if (several) lead.insert(lead.find_last_not_of(". ") + 1, "s");
  return lead + listed(items);
}

}  // namespace

std::string citation_of(const std::vector<Locator>& places,
                        const std::vector<std::string>& remarks) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool remarked = i < remarks.size() && !remarks[i].empty();
    items.push_back({places[i], remarked ? " (" + remarks[i] + ")" : std::string()});
  }
  std::string out;
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && places[end].part == places[begin].part &&
           places[end].place == places[begin].place)
      ++end;
    if (!out.empty()) out += "; ";
    out += group_citation(Items(items).subspan(begin, end - begin));
    begin = end;
  }
  return out;
}

}  // namespace undex
