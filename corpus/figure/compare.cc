// What is counted decides first, then how sure the values are, then their times.
#include "corpus/figure/compare.h"

#include <algorithm>
#include <array>
#include <set>

#include "corpus/figure/lexicon.h"
#include "corpus/strings.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

/// One thing counted: "individual e-mail accounts" is the head "account" of kind "email".
struct Counted {
  std::string head;
  std::set<std::string> modifiers;
  bool operator==(const Counted&) const = default;
};
struct Unit {
  std::vector<Counted> parts;
  std::string per;  ///< "month" of "visits/month"
};

/// Words that narrow nothing.
bool is_empty_modifier(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {
      "individual", "separate", "different", "distinct", "various", "such",  "total", "overall",
      "respective", "the",      "main",      "single",   "actual",  "whole", "own",   "full"};
  return std::ranges::find(kWords, word) != kWords.end();
}

/// One spelling of a word: "e-mail" -> "email", "persons" -> "person".
std::string one_spelling(std::string_view word) {
  std::string out;
  for (const char c : word)
    if (c != '-' && c != '\'') out += lower(c);
  if (out == "people" || out == "persons" || out == "individuals") return "person";
  if (out == "women") return "woman";
  if (out == "men") return "man";
  return singular_of(out);
}

/// E/2009/21, annex: what lists of equipment call a computer, its monitor apart.
bool is_computer_in_a_list(const std::vector<std::string>& words) {
  using Words = std::vector<std::string>;
  return words == Words{"central", "processing", "unit"} || words == Words{"processor", "unit"};
}

Counted counted_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (const std::string_view word : split(phrase, ' ')) {
    const std::string spelled = one_spelling(word);
    // "web site", "staff member", "personnel": as in "website", "staff"
    if (spelled == "site" && !words.empty() && words.back() == "web")
      words.back() = "website";
    else if (spelled == "member" && !words.empty() && words.back() == "staff")
      continue;
    else if (!spelled.empty())
      words.push_back(spelled);
  }
  if (is_computer_in_a_list(words)) words = {"personal", "computer"};
  Counted counted;
  if (words.empty()) return counted;
  counted.head = words.back();
  words.pop_back();
  for (std::string& word : words)
    if (!is_empty_modifier(word)) counted.modifiers.insert(std::move(word));
  return counted;
}

Unit unit_of(std::string_view printed) {
  Unit unit;
  const std::size_t stroke = printed.find('/');
  if (stroke != std::string_view::npos) unit.per = one_spelling(printed.substr(stroke + 1));
  std::string phrase(printed.substr(0, stroke));
  for (const std::string_view joint : {" and ", " or "})
    for (std::size_t at = 0; (at = phrase.find(joint, at)) != std::string::npos;)
      phrase.replace(at, joint.size(), ",");
  for (std::string_view part : split(phrase, ',')) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    if (!part.empty()) unit.parts.push_back(counted_of(part));
  }
  return unit;
}

class Comparing {
 public:
  void differs(std::string reason) { note(Comparability::not_comparable, std::move(reason)); }
  void partly(std::string reason) { note(Comparability::partly, std::move(reason)); }
  void care(std::string reason) { note(Comparability::with_care, std::move(reason)); }
  void remark(std::string reason) { note(Comparability::comparable, std::move(reason)); }
  Comparison result() {
    if (result_.reason.empty()) result_.reason = "they count the same, alike and for like times";
    return result_;
  }

 private:
  void note(Comparability verdict, std::string reason) {
    result_.verdict = std::max(result_.verdict, verdict);
    if (!result_.reason.empty()) result_.reason += "; ";
    result_.reason += reason;
  }
  Comparison result_;
};

std::string quoted(const std::string& words) { return "'" + words + "'"; }

void compare_heads(const Figure& a, const Figure& b, const Unit& ua, const Unit& ub,
                   Comparing& result) {
  const Counted& x = ua.parts.front();
  const Counted& y = ub.parts.front();
  if (x.head != y.head) {
    result.differs("they count different things: " + quoted(a.unit) + " and " + quoted(b.unit));
    return;
  }
  if (x.modifiers == y.modifiers) return;
  const bool narrower = std::ranges::includes(x.modifiers, y.modifiers) ||
                        std::ranges::includes(y.modifiers, x.modifiers);
  if (narrower)
    result.care("one is narrower than the other: " + quoted(a.unit) + " and " + quoted(b.unit));
  else
    result.differs("their scope differs: " + quoted(a.unit) + " and " + quoted(b.unit));
}

/// Totals of several things: the same ones, some in common, or none.
void compare_parts(const Figure& a, const Figure& b, const Unit& ua, const Unit& ub,
                   Comparing& result) {
  const auto in_b = [&](const Counted& part) {
    return std::ranges::find(ub.parts, part) != ub.parts.end();
  };
  const auto common = static_cast<std::size_t>(std::ranges::count_if(ua.parts, in_b));
  if (common == ua.parts.size() && common == ub.parts.size()) return;
  const std::string both = quoted(a.unit) + " and " + quoted(b.unit);
  if (common == 0)
    result.differs("they count different things: " + both);
  else
    result.partly("what they add up is only partly the same: " + both);
}

void compare_units(const Figure& a, const Figure& b, Comparing& result) {
  const Unit ua = unit_of(a.unit);
  const Unit ub = unit_of(b.unit);
  if (ua.parts.empty() || ub.parts.empty()) {
    result.care("it is not said what they count");
    return;
  }
  if (ua.per != ub.per && !ua.per.empty() && !ub.per.empty())
    result.differs("one is a rate per " + ua.per + ", the other per " + ub.per);
  else if (ua.per != ub.per)
    result.differs("one is a rate per " + (ua.per.empty() ? ub.per : ua.per) +
                   ", the other is not");
  if (ua.parts.size() == 1 && ub.parts.size() == 1)
    compare_heads(a, b, ua, ub, result);
  else
    compare_parts(a, b, ua, ub, result);
}

/// A bound says less than a value; an approximate value is still one.
bool is_bound(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exact:
    case Qualifier::approximately:
    case Qualifier::estimated:
      return false;
    case Qualifier::over:
    case Qualifier::at_least:
    case Qualifier::nearly:
    case Qualifier::under:
    case Qualifier::at_most:
      return true;
  }
  return false;
}

void compare_qualifiers(const Figure& a, const Figure& b, Comparing& result) {
  if (a.upper.empty() != b.upper.empty()) result.care("one is a range");
  if (a.qualifier == b.qualifier) return;
  const std::string both =
      std::string(name_of(a.qualifier)) + " against " + std::string(name_of(b.qualifier));
  if (is_bound(a.qualifier) || is_bound(b.qualifier))
    result.care("one value is a bound: " + both);
  else if (a.qualifier == Qualifier::estimated || b.qualifier == Qualifier::estimated)
    result.care("one value is an estimate: " + both);
  else
    result.remark("one value is approximate: " + both);
}

/// "as at a day", "a calendar year", "months 06 to 05": what kind of time the figure is of.
enum class Span { point, month, year, months, unknown };

Span span_of(const Period& period) {
  if (period.kind == Period::Kind::unstated || period.kind == Period::Kind::date)
    return Span::point;
  const std::size_t stroke = period.iso.find('/');
  if (period.iso.empty()) return Span::unknown;
  if (stroke != std::string::npos) return Span::months;
  return period.iso.size() == 4 ? Span::year : period.iso.size() == 7 ? Span::month : Span::point;
}

/// "06/05" of "2002-06/2003-05": the same months in another year are the same kind of period.
std::string months_of(const std::string& iso) {
  const std::size_t stroke = iso.find('/');
  if (stroke == std::string::npos || iso.size() < stroke + 5) return iso;
  const int years = number_of(std::string_view(iso).substr(stroke + 1, 4)) -
                    number_of(std::string_view(iso).substr(0, 4));
  return iso.substr(4, stroke - 4) + iso.substr(stroke + 5) + "+" + std::to_string(years);
}

std::string said(const Period& period) {
  if (period.kind == Period::Kind::unstated)
    return period.iso.empty() ? "no time stated" : "as at " + period.iso;
  if (period.iso.empty()) return period.printed;
  return period.iso;
}

void compare_periods(const Figure& a, const Figure& b, Comparing& result) {
  const Span x = span_of(a.period);
  const Span y = span_of(b.period);
  const bool same_months =
      x == Span::months && y == Span::months && months_of(a.period.iso) == months_of(b.period.iso);
  if (x == y && x != Span::unknown && (x != Span::months || same_months)) return;
  result.care("their periods are of different kinds: " + said(a.period) + " against " +
              said(b.period));
}

}  // namespace

std::string_view name_of(Comparability verdict) {
  static constexpr std::array<std::string_view, 4> kNames = {"comparable", "comparable with care",
                                                             "partly comparable", "not comparable"};
  return kNames.at(static_cast<std::size_t>(verdict));
}

bool counts_part_of(const Figure& part, const Figure& whole) {
  const Unit one = unit_of(part.unit);
  const Unit all = unit_of(whole.unit);
  return one.parts.size() == 1 && all.parts.size() > 1 && one.per.empty() && all.per.empty() &&
         std::ranges::find(all.parts, one.parts.front()) != all.parts.end();
}

Comparison compare_figures(const Figure& a, const Figure& b) {
  Comparing result;
  compare_units(a, b, result);
  compare_qualifiers(a, b, result);
  compare_periods(a, b, result);
  return result.result();
}

}  // namespace undex
