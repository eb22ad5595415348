#include "corpus/locator.h"

#include <algorithm>
#include <array>

#include "corpus/natural_order.h"

namespace undex {
namespace {

using Place = Locator::Place;

/// How a place is written: printed form, citation, anchor.
struct PlaceRow {
  Place place;
  std::string_view printed;
  std::string_view cited;
  std::string_view anchor;
};
constexpr std::array<PlaceRow, 7> kPlaces = {{
    {Place::whole, "", "", ""},
    {Place::paragraph, "", "para. ", "para_"},
    {Place::preambular, "pp. ", "preambular para. ", "pp_"},
    {Place::unnumbered, "[", "para. [", "par_"},
    {Place::section, "sect. ", "sect. ", "sec_"},
    {Place::table, "table ", "table ", "table_"},
    {Place::footnote, "fn ", "footnote ", "fn_"},
}};
const PlaceRow& row_of(Place place) { return kPlaces[static_cast<std::size_t>(place)]; }

std::string written(const Locator& locator, std::string_view lead) {
  std::string out = locator.part;
  if (locator.place == Place::whole) return out;
  if (!out.empty()) out += ", ";
  out += lead;
  out += locator.number;
  if (locator.place == Place::unnumbered) out += ']';
  for (const std::string& point : locator.points) out += " (" + point + ")";
  return out;
}

/// Order of the parts of a document as it is read.
int rank_of(std::string_view part) {
  if (part == "masthead") return 0;
  if (part == "summary") return 1;
  if (part.empty()) return 2;
  return part.starts_with("annex") ? 3 : 4;
}

}  // namespace

std::string Locator::text() const { return written(*this, row_of(place).printed); }

std::string Locator::citation() const {
  if (place != Place::whole || !part.empty()) return written(*this, row_of(place).cited);
  return {};
}

std::string Locator::anchor() const {
  const auto safe = [](std::string_view name) {
    std::string out;
    for (const char c : name) {
      if (c == '*')
        out += out.empty() ? "star" : "-star";
      else if (c == ' ' || c == '[')
        out += '-';
      else if (c != ']')
        out += c;
    }
    return out;
  };
  std::string out = part;
  std::replace(out.begin(), out.end(), ' ', '_');
  if (place != Place::whole) {
    if (!out.empty()) out += "__";
    out += row_of(place).anchor;
    out += safe(number);
  }
  for (const std::string& point : points) out += "__point_" + point;
  return out;
}

bool Locator::contains(const Locator& inner) const {
  if (part != inner.part) return false;
  if (place == Place::whole) return true;
  return place == inner.place && number == inner.number && points.size() <= inner.points.size() &&
         std::equal(points.begin(), points.end(), inner.points.begin());
}

std::strong_ordering Locator::operator<=>(const Locator& other) const {
  if (const auto by = rank_of(part) <=> rank_of(other.part); by != 0) return by;
  if (const auto by = natural_compare(part, other.part); by != 0) return by;
  if (const auto by = place <=> other.place; by != 0) return by;
  if (const auto by = natural_compare(number, other.number); by != 0) return by;
  return std::lexicographical_compare_three_way(
      points.begin(), points.end(), other.points.begin(), other.points.end(),
      [](const std::string& a, const std::string& b) { return natural_compare(a, b); });
}

}  // namespace undex
