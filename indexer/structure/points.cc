#include "indexer/structure/points.h"

#include <algorithm>
#include <array>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

constexpr std::size_t kDeepest = 8;

bool is_counted(Label::Form form) { return form == Label::Form::arabic_point; }

/// Value of the label as a letter or as a numeral; 0 when it is none.
int value_of(const Label& label, bool roman) {
  if (is_counted(label.form)) return roman ? 0 : number_of(label);
  return (roman ? roman_value(label.core) : letter_value(label.core)).value_or(0);
}

/// "(i)" after "(h)": a letter, unless "(ii)" comes next or a list was just announced.
bool opens_numerals(const Label& label, const std::optional<Label>& next, bool list_opens) {
  if (value_of(label, true) != 1) return false;
  if (next && next->form == label.form) {
    if (value_of(*next, true) == 2) return true;
    if (value_of(*next, false) == value_of(label, false) + 1) return false;
  }
  return list_opens;
}

/// Abbreviations that a capital or a number follows.
bool is_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords{
      "No",  "Nos", "para", "paras", "art", "arts", "chap", "sect",
      "vol", "p",   "pp",   "cf",    "Mr",  "Ms",   "Mrs",  "Dr"};
  return word.size() == 1 || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Where the sentence that holds `from` ends: behind its full stop and what closes with it.
std::size_t sentence_end(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('.', from); at != std::string_view::npos;
       at = text.find('.', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == ')' || quote_at(text, end) > 0))
      end += text[end] == ')' ? 1 : quote_at(text, end);
    const std::size_t next = skip_spaces(text, end);
    if (next == end || next >= text.size() || !begins_capital(text.substr(next))) continue;
    std::size_t word = at;
    while (word > from && is_letter(text[word - 1])) --word;
    if (!is_abbreviation(text.substr(word, at - word))) return end;
  }
  return text.size();
}

}  // namespace

void PointStack::clear() {
  levels_.clear();
  interrupted_ = false;
}

std::vector<std::string> PointStack::points() const {
  std::vector<std::string> points;
  for (const Level& level : levels_) points.push_back(level.point);
  return points;
}

void PointStack::open(const Label& label, bool roman, int value) {
  if (levels_.size() == kDeepest) levels_.pop_back();
  levels_.push_back({label.form, roman, value, label.core});
}

std::vector<std::string> PointStack::place(const Label& label, const std::optional<Label>& next,
                                           bool list_opens) {
  const bool numerals = opens_numerals(label, next, list_opens);
  const bool first = value_of(label, false) == 1 || value_of(label, true) == 1;
  if (interrupted_ && first && (numerals || value_of(label, false) == 1)) levels_.clear();
  interrupted_ = false;
  // The next number of an open level, the deepest first.
  for (std::size_t depth = levels_.size(); depth-- > 0 && !numerals;) {
    Level& level = levels_[depth];
    const int value = value_of(label, level.roman);
    if (level.form != label.form || value == 0 || value != level.last + 1) continue;
    level.last = value;
    level.point = label.core;
    levels_.resize(depth + 1);
    return points();
  }
  const int letter = value_of(label, false);
  if (numerals || (letter != 1 && value_of(label, true) == 1)) {
    open(label, true, 1);
    return points();
  }
  if (letter == 1) {
    open(label, false, 1);
    return points();
  }
  // A number left out: the deepest level of the same form that it can follow.
  for (std::size_t depth = levels_.size(); depth-- > 0;) {
    Level& level = levels_[depth];
    const int value = value_of(label, level.roman);
    if (level.form != label.form || value <= level.last) continue;
    level.last = value;
    level.point = label.core;
    levels_.resize(depth + 1);
    return points();
  }
  open(label, letter == 0, letter == 0 ? value_of(label, true) : letter);
  return points();
}

std::vector<InlinePoint> find_inline_points(std::string_view text, const Locator& at) {
  std::vector<InlinePoint> found;
  bool roman = false;
  int last = 0;
  for (std::size_t open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const std::optional<Label> label = read_label(text.substr(open, 12));
    if (!label || label->form != Label::Form::small || label->printed.back() != ')') continue;
    // "paragraph 24 (e)", "subparagraph (b)" name other places.
    std::size_t before = open;
    while (before > 0 && text[before - 1] == ' ') --before;
    if (before == open && open > 0) continue;
    if (before > 0 && (is_digit(text[before - 1]) || text[before - 1] == ')')) continue;
    const std::string_view front = text.substr(0, before);
    if (front.ends_with("paragraph") || front.ends_with("paragraphs") || front.ends_with("item") ||
        front.ends_with("article"))
      continue;
    if (last == 0 && value_of(*label, false) != 1 && value_of(*label, true) != 1) continue;
    const bool numeral = last == 0 ? value_of(*label, false) != 1 : roman;
    if (value_of(*label, numeral) != last + 1) continue;
    roman = numeral;
    ++last;
    if (!found.empty()) found.back().end = before;
    Locator locator = at;
    locator.points.push_back(label->core);
    found.push_back({open, text.size(), std::move(locator)});
  }
  if (found.size() < 2) found.clear();
  if (!found.empty()) {
    // "...; and (c) a third. After them the text goes on": points inside a sentence end with it.
    const std::string_view last_but_one =
        trimmed(text.substr(found[found.size() - 2].begin,
                            found[found.size() - 2].end - found[found.size() - 2].begin));
    if (last_mark(last_but_one) != '.') found.back().end = sentence_end(text, found.back().begin);
  }
  return found;
}

}  // namespace undex::structure
