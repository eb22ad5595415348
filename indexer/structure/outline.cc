#include "indexer/structure/outline.h"

#include <algorithm>

#include "indexer/structure/lexical.h"

namespace undex::structure {

const Outline::Level* Outline::find(Form form) const {
  for (std::size_t i = levels_.size(); i-- > 0;) {
    if (levels_[i].form == form) return &levels_[i];
  }
  return nullptr;
}

std::string Outline::path() const {
  std::string path;
  for (const Level& level : levels_) path += (path.empty() ? "" : ".") + level.number;
  return path;
}

Outline::Heading Outline::put(Form form, int value, int level, const std::string& number) {
  while (!levels_.empty() && levels_.back().level >= level) levels_.pop_back();
  int& run = runs_[static_cast<std::size_t>(form)];
  if (value == 1) ++run;
  levels_.push_back({form, value, level, number, run});
  return {level, path()};
}

Outline::Heading Outline::add_labelled(const Label& label) {
  if (is_digit(label.core.empty() ? ' ' : label.core[0])) {
    const int above = find(Form::capital) ? 2 : find(Form::roman) ? 1 : 0;
    // "1.2" is the second under "1".
    const int dots = static_cast<int>(std::ranges::count(label.core, '.'));
    Label last = label;
    last.core = label.core.substr(label.core.rfind('.') + 1);
    return put(Form::arabic, number_of(last), above + 1 + dots, last.core);
  }
  const int letter = letter_value(label.core).value_or(0);
  const int roman = roman_value(label.core).value_or(0);
  const Level* last_letter = find(Form::capital);
  const Level* last_roman = find(Form::roman);
  // "C." after "B." is a letter, "I." after "H." too; else a numeral is a numeral.
  const bool next_letter = last_letter && letter == last_letter->last + 1;
  const bool next_roman = last_roman && roman == last_roman->last + 1;
  const bool is_letter_label = letter > 0 && (roman == 0 || (next_letter && !next_roman));
  if (!is_letter_label && roman > 0) return put(Form::roman, roman, 1, label.core);
  return put(Form::capital, letter, last_roman ? 2 : 1, label.core);
}

Outline::Heading Outline::add_division(const std::string& number, int level) {
  return put(Form::division, 0, level, number);
}

Outline::Heading Outline::add_plain(int level) {
  const int below = levels_.empty() ? 1 : levels_.back().level + 1;
  return {level > 0 ? level : below, path()};
}

bool Outline::last_is_new() {
  std::string key;
  for (const Level& level : levels_) key += level.number + "#" + std::to_string(level.run) + ".";
  return seen_.insert(key).second;
}

}  // namespace undex::structure
