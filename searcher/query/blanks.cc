#include "searcher/query/blanks.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "searcher/query/known_values.h"
#include "searcher/query/leaves.h"
#include "searcher/query/scan.h"

namespace undex::query {
namespace {

/// No known value has more words.
constexpr std::size_t kMostWords = 16;
constexpr std::string_view kDots = "..";
constexpr std::array<std::string_view, 4> kTies = {"..", "-", "\u2013", "\u2014"};
constexpr std::array<FieldKind, 3> kWithRanges = {FieldKind::number, FieldKind::year,
                                                  FieldKind::date};

/// The bare word behind the blanks; empty for anything else.
std::string next_word(Cursor& at) {
  at.skip_blanks();
  if (at.at_end_of_part() || at.at_quote() || is_any_operator(at.query(), at.at())) return {};
  std::string word = at.word();
  return word.find_first_of(":<>=~*?") == std::string::npos ? word : std::string();
}

bool is_end_of_range(std::string_view word) {
  return !word.empty() && is_digit(word.front()) &&
         word.find_first_not_of("0123456789-,.") == std::string_view::npos;
}

[[noreturn]] void fail_range(const Cursor& at, const Field& field, const TypedValue& value,
                             const std::string& from, const std::string& to) {
  at.fail("a range is written without blanks",
          "write " + std::string(field.name) + ":" + printable(from) + ".." + printable(to) +
              ", or AND before a word of its own",
          value.begin);
}

void refuse_range(const Cursor& at, const Field& field, const TypedValue& value) {
  const bool ranges =
      std::find(kWithRanges.begin(), kWithRanges.end(), field.kind) != kWithRanges.end() ||
      field.name == kFigureField;
  if (!ranges || !value.comparison.empty()) return;
  Cursor behind = at;
  const std::string next = next_word(behind);
  if (next.empty()) return;
  if (value.text.ends_with(kDots)) {
    if (is_end_of_range(next))
      fail_range(at, field, value, value.text.substr(0, value.text.size() - kDots.size()), next);
    return;
  }
  if (value.text.find(kDots) != std::string::npos) return;
  if (next.starts_with(kDots) && is_end_of_range(next.substr(kDots.size())))
    fail_range(at, field, value, value.text, next.substr(kDots.size()));
  if (std::find(kTies.begin(), kTies.end(), next) == kTies.end()) return;
  if (const std::string to = next_word(behind); is_end_of_range(to))
    fail_range(at, field, value, value.text, to);
}

}  // namespace

void refuse_value_with_blank(const Cursor& at, const Field& field, const TypedValue& value) {
  if (value.quoted || value.mark != 0 || !is_blank(at.peek())) return;
  refuse_range(at, field, value);
  if (field.kind != FieldKind::exact || !value.comparison.empty()) return;
  std::string longer = value.text;
  std::string known;
  Cursor behind = at;
  for (std::size_t count = 0; count < kMostWords; ++count) {
    const std::string word = next_word(behind);
    if (word.empty()) break;
    longer += ' ' + word;
    if (is_known_value(field, longer)) known = longer;
  }
  if (!known.empty())
    at.fail(std::string(field.name) + ": '" + printable(known) + "' has a blank",
            "write " + std::string(field.name) + ":\"" + printable(known) +
                "\", or AND before a word of its own",
            value.place);
}

void refuse_paragraph_with_blank(const Cursor& at) {
  const std::string_view name = kParagraph.substr(0, kParagraph.size() - 1);
  if (to_lower(at.query().substr(at.at(), name.size())) != name || !is_blank(at.peek(name.size())))
    return;
  Cursor behind = at;
  behind.move_to(at.at() + name.size());
  behind.skip_blanks();
  if (behind.peek() == '(')
    at.fail("a blank stands between 'para' and its parenthesis",
            "write para(...), or \"para\" in quotes to search for the word", behind.at());
}

}  // namespace undex::query
