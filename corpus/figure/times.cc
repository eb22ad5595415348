#include "corpus/figure/times.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/date.h"

namespace undex {
namespace {

using namespace word_kind;

/// Part of a list of times: "30 June", "25 July 2003", "7", "2008".
struct Atom {
  std::size_t begin = 0;
  std::size_t end = 0;
  Date date;
};

enum class Joint { none, range, and_, comma };

int small_number(const FigureText& text, std::size_t i) {
  const std::string_view digits = text.number(i);
  if (digits.empty() || digits.size() > 4 || text.at(i).grouped || text.at(i).decimal) return 0;
  return std::max(number_of(digits), 0);
}

bool is_decade(const FigureText& text, std::size_t i) {
  return text.glued(i + 1) && text.word(i + 1) == "s";
}

int year_at(const FigureText& text, std::size_t i) {
  if (is_decade(text, i)) return 0;
  const int value = text.number(i).size() == 4 ? small_number(text, i) : 0;
  return value >= 1900 && value <= 2100 ? value : 0;
}

int month_at(const FigureText& text, std::size_t i) {
  return text.is(i, kMonth) && text.at(i).capital ? month_of_word(text.word(i)) : 0;
}

/// 28 in "28 May" and "28th of May"; `next` gets the token after it.
int day_at(const FigureText& text, std::size_t i, std::size_t& next) {
  const int day = text.number(i).size() <= 2 ? small_number(text, i) : 0;
  if (day < 1 || day > 31) return 0;
  next = i + 1;
  if (text.glued(next) && text.is(next, kOrdinal)) {
    ++next;
    if (text.word(next) == "of") ++next;
  }
  return day;
}

void take_year(const FigureText& text, Atom& atom) {
  const std::size_t comma = text.sign(atom.end) == ',' ? 1 : 0;
  const int year = year_at(text, atom.end + comma);
  if (year == 0 || (comma > 0 && atom.date.day == 0)) return;
  atom.date.year = year;
  atom.end += comma + 1;
}

std::optional<Atom> atom_at(const FigureText& text, std::size_t i) {
  Atom atom{.begin = i, .end = i + 1, .date = {}};
  std::size_t next = i + 1;
  if (const int month = month_at(text, i)) {  // "May 2003", "May 28, 2003", "June" of a list
    atom.date.month = month;
    std::size_t after = 0;
    const int day = day_at(text, i + 1, after);
    if (day > 0 && text.sign(after) == ',' && year_at(text, after + 1) > 0) {
      atom.date.day = day;
      atom.end = after;
    }
    take_year(text, atom);
    return atom;
  }
  if (const int year = year_at(text, i)) {
    atom.date.year = year;
    return atom;
  }
  const int day = day_at(text, i, next);
  if (day == 0) return std::nullopt;
  atom.date.day = day;
  atom.end = next;
  if (const int month = month_at(text, next)) {
    atom.date.month = month;
    atom.end = next + 1;
    take_year(text, atom);
  }
  return atom;
}

Joint joint_at(const FigureText& text, std::size_t i) {
  static constexpr std::array<std::string_view, 4> kTo = {"to", "until", "till", "through"};
  if (text.is_dash(i)) return Joint::range;
  if (std::ranges::find(kTo, text.word(i)) != kTo.end()) return Joint::range;
  if (text.word(i) == "and" || text.word(i) == "or") return Joint::and_;
  return text.sign(i) == ',' ? Joint::comma : Joint::none;
}

struct AtomList {
  std::vector<Atom> atoms;
  std::vector<Joint> joints;  ///< joints[i] lies between atoms i and i + 1
};

/// The end of a year in two digits: 25 of "2024-25", "2024/25"; 0 for none.
int short_year(const FigureText& text, const Atom& first, std::size_t joint) {
  const bool mark = text.is_dash(joint) || text.sign(joint) == '/';
  if (first.date.month > 0 || first.date.year == 0 || !mark || !text.glued(joint + 1)) return 0;
  const int full = year_at(text, joint + 1);
  if (full > first.date.year) return full;
  const int value = text.number(joint + 1).size() == 2 ? small_number(text, joint + 1) : 0;
  const int year = first.date.year / 100 * 100 + value;
  return value > 0 && year > first.date.year && year <= first.date.year + 30 ? year : 0;
}

AtomList list_at(const FigureText& text, std::size_t i) {
  constexpr std::size_t kLongest = 12;
  AtomList list;
  const std::optional<Atom> first = atom_at(text, i);
  if (!first) return list;
  const bool number_only = first->date.month == 0 && first->date.year == 0;
  if (number_only && joint_at(text, first->end) == Joint::none) return list;
  list.atoms.push_back(*first);
  if (const int year = short_year(text, *first, first->end)) {
    list.joints.push_back(Joint::range);
    list.atoms.push_back({first->end + 1, first->end + 2, {.year = year}});
    return list;
  }
  while (list.atoms.size() < kLongest) {
    const Atom& last = list.atoms.back();
    const Joint joint = joint_at(text, last.end);
    if (joint == Joint::none) break;
    const std::optional<Atom> next = atom_at(text, last.end + 1);
    if (!next) break;
    // "in 2008, 5 servers": a comma joins only what looks alike.
    const bool alike = (last.date.year > 0 && last.date.month == 0) ==
                       (next->date.year > 0 && next->date.month == 0);
    if (!alike || (joint == Joint::comma && last.date.year > 0 && last.date.month > 0)) break;
    list.joints.push_back(joint);
    list.atoms.push_back(*next);
  }
  return list;
}

/// Month and year of each from the next one: "5 and 6 September 2002". False when the last has
/// neither month nor year.
bool fill(AtomList& list) {
  while (!list.atoms.empty() && list.atoms.back().date.month == 0 &&
         list.atoms.back().date.year == 0) {
    list.atoms.pop_back();
    if (!list.joints.empty()) list.joints.pop_back();
  }
  for (std::size_t i = list.atoms.size(); i-- > 1;) {
    Date& date = list.atoms[i - 1].date;
    const Date& next = list.atoms[i].date;
    if (date.month == 0 && date.day > 0) date.month = next.month;
    if (date.year == 0) date.year = next.year;
  }
  return !list.atoms.empty();
}

std::string iso_of(const Date& date) {
  if (date.year == 0) return {};
  const std::string iso = date.iso();
  return parse_date(iso) ? iso : std::string();
}

bool follow_each_other(const Date& a, const Date& b) {
  if (a.year != b.year) return false;
  if (a.day > 0) return a.month == b.month && b.day == a.day + 1;
  return a.month > 0 && b.day == 0 && b.month == a.month + 1;
}

bool joins(const FigureText& text, const AtomList& list, std::size_t i) {
  if (list.joints[i] == Joint::range) return true;
  const std::size_t begin = list.atoms[i].begin;
  if (list.joints[i] == Joint::and_ && begin > 0 && text.word(begin - 1) == "between") return true;
  return follow_each_other(list.atoms[i].date, list.atoms[i + 1].date);
}

void add_times(const FigureText& text, const AtomList& list, std::vector<TimeMatch>& found) {
  for (std::size_t i = 0; i < list.atoms.size();) {
    std::size_t last = i;
    while (last + 1 < list.atoms.size() && joins(text, list, last)) ++last;
    const Date& first = list.atoms[i].date;
    const Date& until = list.atoms[last].date;
    TimeMatch match{.begin = list.atoms[i].begin, .end = list.atoms[last].end};
    match.month = until.month > 0;
    match.iso = iso_of(first);
    if (last > i && !match.iso.empty()) {
      const std::string end = iso_of(until);
      match.iso = end.empty() || end < match.iso ? std::string() : match.iso + "/" + end;
    }
    if (last == i && match.month) match.kind = Period::Kind::date;
    found.push_back(std::move(match));
    i = last + 1;
  }
}

/// "the 11 September attacks": the one day that texts name without its year.
void name_the_attacks(const FigureText& text, TimeMatch& match) {
  if (!match.iso.empty() || match.end != match.begin + 2) return;
  if (text.number(match.begin) != "11" || month_at(text, match.begin + 1) != 9) return;
  const std::string_view next = text.word(match.end);
  if (next == "terrorist" || next == "attacks" || next == "events") match.iso = "2001-09-11";
}

struct RelativeRow {
  std::string_view first;
  std::string_view second;
  int years;  ///< to add to the document's year; 99: a period it does not name
};
constexpr std::array kRelative{
    RelativeRow{"last", "year", -1},         RelativeRow{"previous", "year", -1},
    RelativeRow{"past", "year", -1},         RelativeRow{"preceding", "year", -1},
    RelativeRow{"this", "year", 0},          RelativeRow{"current", "year", 0},
    RelativeRow{"present", "year", 0},       RelativeRow{"next", "year", 1},
    RelativeRow{"coming", "year", 1},        RelativeRow{"reporting", "period", 99},
    RelativeRow{"review", "period", 99},     RelativeRow{"reporting", "year", 99},
    RelativeRow{"period", "under", 99},      RelativeRow{"current", "biennium", 99},
    RelativeRow{"previous", "biennium", 99},
};

std::optional<TimeMatch> relative_at(const FigureText& text, std::size_t i,
                                     const std::optional<Date>& document) {
  if (text.kinds(i) == 0 && text.word(i).size() < 4) return std::nullopt;
  for (const RelativeRow& row : kRelative) {
    if (text.word(i) != row.first || text.word(i + 1) != row.second) continue;
    // "for this year of the decade" and "last year's" name no period of ours.
    TimeMatch match{.begin = i, .end = i + 2};
    match.kind = Period::Kind::relative;
    match.governs = true;
    match.printed = i > 0 && text.word(i - 1) == "the" ? i - 1 : i;
    if (row.years != 99 && document) match.iso = std::to_string(document->year + row.years);
    return match;
  }
  return std::nullopt;
}

/// Prepositions that make what follows the time of what is said.
bool governs(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "in",         "on",    "during", "from", "between", "since",   "for",
      "throughout", "until", "by",     "at",   "of",      "through", "biennium"};
  return std::ranges::find(kWords, word) != kWords.end();
}

/// "as of May 2003", "the end of 2002", "the course of 2002".
bool begins_of(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {
      "as", "end", "beginning", "start", "middle", "course", "half", "quarter"};
  return std::ranges::find(kWords, word) != kWords.end();
}

void look_before(const FigureText& text, TimeMatch& match, std::string_view document_date) {
  match.printed = match.begin;
  if (match.begin == 0) return;
  std::size_t before = match.begin - 1;
  static constexpr std::array<std::string_view, 8> kPassed = {
      "the", "early", "late", "mid", "year", "biennium", "period", "years"};
  for (int words = 0; words < 2 && before > 0; ++words, --before)
    if (std::ranges::find(kPassed, text.word(before)) == kPassed.end()) break;
  const std::string_view word = text.word(before);
  if (!governs(word)) return;
  // "resolution 2002/35 of 26 July 2002", "the report of May 2003": the time of a thing.
  const bool as_of = word == "of" && before > 0 && begins_of(text.word(before - 1));
  if (word == "of" && !as_of) return;
  match.printed = as_of ? before - 1 : before;
  match.governs = true;
  if (word == "since" && !match.iso.empty() && match.iso.find('/') == std::string::npos) {
    match.kind = Period::Kind::span;
    if (!document_date.empty() && match.iso < document_date)
      match.iso += "/" + std::string(document_date);
  }
}

}  // namespace

bool looks_like_year(const FigureText& text, std::size_t token) {
  return year_at(text, token) > 0 || (is_decade(text, token) && text.number(token).size() == 4);
}

std::vector<TimeMatch> find_times(const FigureText& text, std::string_view document_date) {
  const std::optional<Date> document = parse_date(document_date);
  std::vector<TimeMatch> found;
  for (std::size_t i = 0; i < text.size();) {
    if (text.at(i).kind == FigureToken::Kind::sign || text.is_letter_alone(i)) {
      ++i;
      continue;
    }
    if (std::optional<TimeMatch> match = relative_at(text, i, document)) {
      i = match->end;
      found.push_back(std::move(*match));
      continue;
    }
    AtomList list = list_at(text, i);
    // What begins inside a list of plain numbers ends where the list does: it is passed over.
    const std::size_t last = list.atoms.empty() ? i : list.atoms.back().begin;
    const std::size_t first_new = found.size();
    // A month's name alone is no time: "May", "March".
    const bool names_one =
        fill(list) && (list.atoms.back().date.year > 0 || list.atoms.back().date.day > 0);
    if (names_one) add_times(text, list, found);
    for (std::size_t k = first_new; k < found.size(); ++k) {
      look_before(text, found[k], document_date);
      name_the_attacks(text, found[k]);
    }
    i = names_one ? list.atoms.back().end : std::max(i + 1, last);
  }
  return found;
}

}  // namespace undex
