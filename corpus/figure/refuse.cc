#include "corpus/figure/refuse.h"

#include <algorithm>
#include <array>

#include "corpus/figure/times.h"

namespace undex {
namespace {

using namespace word_kind;

bool said_with_unit(const Candidate& c) { return !c.number.unit.empty(); }
bool counts_plural(const Candidate& c) { return c.unit.end > c.unit.begin; }

/// Token before the number when it is in the same sentence; npos for none.
std::size_t before(const Candidate& c) {
  return c.number.begin > c.sentence.begin ? c.number.begin - 1 : std::string_view::npos;
}

bool is_labelled(const Candidate& c) {
  if (said_with_unit(c)) return false;
  const bool grouped = c.text.at(c.number.begin).grouped;
  if (c.number.digits ? grouped : counts_plural(c)) return false;
  return c.labelled || follows_label(c.text, c.number.begin, c.sentence.begin);
}

bool is_year(const Candidate& c) {
  if (!c.number.digits || said_with_unit(c) || !looks_like_year(c.text, c.number.begin))
    return false;
  return c.qualifier.qualifier == Qualifier::exact || !counts_plural(c);
}

bool is_ordinal(const Candidate& c) {
  const std::size_t next = c.number.end;
  return c.number.digits && c.text.glued(next) &&
         (c.text.is(next, kOrdinal) || c.text.word(next) == "s");
}

/// Letters, strokes and points that touch the number: "64-bit", "10.1.1", "E/2003", "x4".
bool is_code(const Candidate& c) {
  static constexpr std::string_view kBefore = "/_.@#&=:+-\\";
  static constexpr std::string_view kAfter = "/_@=:+\\";
  if (!c.number.digits) return false;
  const FigureText& text = c.text;
  const std::size_t next = c.number.end;
  const bool inner = c.number.begin > 0 && text.glued(c.number.begin);
  if (inner && kBefore.find(text.sign(c.number.begin - 1)) != std::string_view::npos &&
      text.sign(c.number.begin - 1) != 0)
    return true;
  const bool starts_more =
      text.glued(next + 1) && (!text.word(next + 1).empty() || !text.number(next + 1).empty());
  if (text.glued(next) && text.sign(next) != 0 && starts_more) {
    if (kAfter.find(text.sign(next)) != std::string_view::npos) return true;
    if (text.sign(next) == '.' || text.is_dash(next)) return !said_with_unit(c);
  }
  const bool generation = text.word(next).size() == 1 && text.at(next).capital;  // "3G"
  return text.glued(next) && !text.word(next).empty() &&
         (generation || !text.is(next, kUnitSymbol));
}

bool has_leading_zero(const Candidate& c) {
  const std::string_view printed = c.text.number(c.number.begin);
  return printed.size() > 1 && printed[0] == '0' && printed[1] != '.';
}

bool is_list_marker(const Candidate& c) {
  if (!c.number.digits || said_with_unit(c)) return false;
  const char next = c.text.sign(c.number.end);
  const std::size_t previous = before(c);
  if (previous != std::string_view::npos && c.text.sign(previous) == '(' && next == ')')
    return true;
  if (previous != std::string_view::npos || !c.number.bare) return false;
  // No sentence of these texts begins with a count in digits; notes and lists do.
  const std::size_t after = c.number.end;
  const bool name_follows = after < c.sentence.end && c.text.at(after).capital;
  return next == '.' || next == ')' || name_follows;
}

/// "Windows 2000", "Agenda 21", "Protocol II", "Phase Two": the number belongs to a name.
bool is_of_name(const Candidate& c) {
  const std::size_t previous = before(c);
  if (previous == std::string_view::npos || said_with_unit(c)) return false;
  const FigureText& text = c.text;
  const FigureToken& word = text.at(previous);
  if (!c.number.digits) {
    // "the Delivering as One pilots", "“One Health” joint plan"
    const bool in_sentence = word.kind == FigureToken::Kind::word ||
                             (!text.at(c.number.begin).blank && text.sign(previous) != '(');
    return in_sentence && text.at(c.number.begin).capital;
  }
  if (word.kind != FigureToken::Kind::word || !text.at(c.number.begin).blank) return false;
  if (!c.number.bare) return false;
  // "the 1540 Committee": a count of four digits has its thousands mark
  const std::size_t next = c.number.end;
  if (text.number(c.number.begin).size() == 4 && next < c.sentence.end && text.at(next).capital)
    return true;
  if (!word.capital || text.is(previous, kBreaksPhrase | kNumber | kMonth)) return false;
  return previous != c.sentence.begin || !counts_plural(c);
}

/// "the Group of 77", "Committee of Twenty-four".
bool is_named_group(const Candidate& c) {
  static constexpr std::array<std::string_view, 7> kGroups = {
      "group", "groups", "committee", "friends", "panel", "club", "alliance"};
  const std::size_t previous = before(c);
  if (previous == std::string_view::npos || previous == c.sentence.begin) return false;
  return c.text.word(previous) == "of" && c.text.at(previous - 1).capital &&
         std::ranges::find(kGroups, c.text.word(previous - 1)) != kGroups.end();
}

bool is_time_of_day(const Candidate& c) {
  if (!c.number.digits) return false;
  const std::string_view next = c.text.word(c.number.end);
  if (next == "am" || next == "pm" || next == "noon" || next == "o'clock") return true;
  return (next == "a" || next == "p") && c.text.sign(c.number.end + 1) == '.' &&
         c.text.word(c.number.end + 2) == "m";
}

/// "212 963 0403": telephone numbers and rows of a table that lost its form.
bool stands_in_a_row(const Candidate& c) {
  const std::size_t next = c.number.end;
  // "$12 $15 $18"
  const auto money = [&](std::size_t i) {
    return c.text.sign(i) == '$' || c.text.sign(i) == kEuro || c.text.sign(i) == kPound;
  };
  if (said_with_unit(c)) return money(c.number.begin) && money(next);
  const std::size_t previous = before(c);
  if (previous != std::string_view::npos && !c.text.at(previous).taken &&
      (!c.text.number(previous).empty() || c.text.is(previous, kNumber)))
    return true;
  const bool compound = c.text.sign(next + 1) == '-' && c.text.glued(next + 1);
  return next < c.sentence.end && !c.text.at(next).taken &&
         ((!c.text.number(next).empty() && !compound) || c.text.is(next, kNumber));
}

bool is_pronoun_one(const Candidate& c) {
  static constexpr std::array<std::string_view, 12> kBefore = {
      "the", "this", "that", "no", "any", "every", "each", "not", "another", "some", "which", "as"};
  if (c.number.digits || c.number.value != "1" || c.number.compound || said_with_unit(c))
    return false;
  const FigureText& text = c.text;
  const std::size_t previous = before(c);
  const std::string_view word = previous == std::string_view::npos ? "" : text.word(previous);
  if (std::ranges::find(kBefore, word) != kBefore.end() && !c.unit.time) return true;
  if (text.word(c.number.end) == "of" || text.word(c.number.end) == "or") return true;
  if (c.unit.text.empty()) return true;
  if (c.unit.time || c.qualifier.qualifier != Qualifier::exact) return false;
  return (kinds_of_word(c.unit.head) & kDiscourse) != 0 || text.is(c.unit.begin, kDiscourse);
}

bool is_zero(const Candidate& c) {
  return c.number.value == "0" && !said_with_unit(c) && !counts_plural(c);
}

bool is_too_long(const Candidate& c) { return c.number.value.size() > 18; }

bool counts_nothing(const Candidate& c) { return !said_with_unit(c) && c.unit.text.empty(); }

constexpr std::array kRefusals{
    Refusal{"too long", "more digits than any quantity has", is_too_long},
    Refusal{"label", "the number of a paragraph, item or other part", is_labelled},
    Refusal{"year", "a year", is_year},
    Refusal{"ordinal", "an ordinal or a decade, which counts nothing", is_ordinal},
    Refusal{"code", "part of a code, symbol, version or address", is_code},
    Refusal{"code", "begins with a zero, as codes and telephone numbers do", has_leading_zero},
    Refusal{"list marker", "marks an item of a list, or repeats the number before it",
            is_list_marker},
    Refusal{"name", "part of a name", is_of_name},
    Refusal{"name", "part of the name of a group", is_named_group},
    Refusal{"time of day", "a time of day", is_time_of_day},
    Refusal{"row", "stands in a row of numbers", stands_in_a_row},
    Refusal{"one", "a pronoun or a turn of phrase, no count", is_pronoun_one},
    Refusal{"zero", "a turn of phrase, no count", is_zero},
    Refusal{"no unit", "nothing says what it counts", counts_nothing},
};

}  // namespace

const Refusal* refusal_of(const Candidate& candidate) {
  const auto* found = std::ranges::find_if(
      kRefusals, [&](const Refusal& refusal) { return refusal.applies(candidate); });
  return found == kRefusals.end() ? nullptr : found;
}

bool follows_label(const FigureText& text, std::size_t number, std::size_t sentence_begin) {
  if (number <= sentence_begin) return false;
  std::size_t at = number - 1;
  if (text.sign(at) == '.' && at > sentence_begin && text.is(at - 1, kAbbreviation)) --at;
  // "no one" is no number one
  if (text.word(at) == "no" && text.number(number).empty()) return false;
  return text.is(at, kLabel);
}

}  // namespace undex
