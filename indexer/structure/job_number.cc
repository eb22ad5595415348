#include "indexer/structure/job_number.h"

#include <algorithm>

#include "corpus/date.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/piece.h"

namespace undex::structure {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int small_number(std::string_view digits) {
  return all_digits(digits) && digits.size() <= 4 ? std::stoi(std::string(digits)) : 0;
}

/// "130603", ddmmyy; the century is told by the first United Nations documents of 1945.
std::string production_date(std::string_view word) {
  const int day = small_number(word.substr(0, 2));
  const int month = small_number(word.substr(2, 2));
  const int year = small_number(word.substr(4, 2));
  const std::string iso = Date{year >= 45 ? 1900 + year : 2000 + year, month, day}.iso();
  return month > 0 && day > 0 && parse_date(iso) ? iso : std::string();
}

/// "03-37527", also after "GE." or "V."; glued page numbers when the job number is known.
bool read_number(std::string_view word, std::string_view known, JobMark& mark) {
  if (!known.empty() && word.size() > known.size()) {
    const std::string_view tail = word.substr(known.size());
    const std::string_view head = word.substr(0, word.size() - known.size());
    if (word.starts_with(known) && small_number(tail) > 0) {
      mark.printed = known;
      mark.page = small_number(tail);
      return true;
    }
    if (word.ends_with(known) && small_number(head) > 0) {
      mark.printed = known;
      mark.page = small_number(head);
      return true;
    }
  }
  std::string_view digits = word;
  for (const std::string_view prefix : {"GE.", "V.", "K"}) {
    if (digits.starts_with(prefix)) digits.remove_prefix(prefix.size());
  }
  const bool dashed = digits.size() >= 8 && digits.size() <= 9 && digits[2] == '-' &&
                      all_digits(digits.substr(0, 2)) && all_digits(digits.substr(3));
  const bool plain = digits.size() < word.size() && digits.size() == 7 && all_digits(digits);
  if (!dashed && !plain) return false;
  mark.printed = word;
  return true;
}

bool read_page(std::string_view word, JobMark& mark) {
  const std::size_t slash = word.find('/');
  const int page = small_number(word.substr(0, slash));
  if (page == 0 || page > 2000) return false;
  if (slash != std::string_view::npos && small_number(word.substr(slash + 1)) < page) return false;
  mark.page = page;
  return true;
}

bool read_word(std::string_view word, std::string_view known, JobMark& mark) {
  static constexpr std::string_view kLanguages = "ACEFGORS";
  if (word.size() == 3 && word[0] == '(' && word[2] == ')' &&
      kLanguages.find(word[1]) != std::string_view::npos) {
    mark.language = word[1];
    return true;
  }
  if (word.size() > 4 && word[word.size() - 3] == '(' && word.back() == ')') {
    return read_number(word.substr(0, word.size() - 3), known, mark) &&
           read_word(word.substr(word.size() - 3), known, mark);
  }
  if (word.size() > 4 && word.front() == '*' && word.back() == '*' &&
      all_digits(word.substr(1, word.size() - 2))) {
    mark.bar_code = word.substr(1, word.size() - 2);
    return true;
  }
  if (read_number(word, known, mark)) return true;
  if (word.size() == 6 && all_digits(word) && !mark.printed.empty()) {
    mark.production_date = production_date(word);
    return !mark.production_date.empty();
  }
  return read_page(word, mark);
}

bool is_ornament(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) {
    return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

}  // namespace

std::optional<JobMark> read_job_mark(std::string_view line, std::string_view known) {
  std::string text = collapsed(line);
  if (text.size() > 80) return std::nullopt;
  if (starts_with_word(text, "page ")) text.erase(0, 5);
  // "02 56099": a job number whose hyphen became a blank (A/RES/57/295).
  const bool blank = text.size() >= 8 && text[2] == ' ' && all_digits(text.substr(0, 2)) &&
                     all_digits(text.substr(3, 5)) && (text.size() == 8 || text[8] == ' ');
  if (blank) text[2] = '-';
  JobMark mark;
  bool found = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    if (read_word(word, known, mark)) {
      found = true;
    } else if (!is_ornament(word)) {
      return std::nullopt;
    }
    at = end + 1;
  }
  if (!found) return std::nullopt;
  return mark;
}

std::optional<std::string> ods_field(std::string_view line, std::string_view field) {
  const std::string mark = "<<ODS " + std::string(field) + ">>";
  const std::size_t begin = line.find(mark);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t value = begin + mark.size();
  const std::size_t end = line.find("<<", value);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(trimmed(line.substr(value, end - value)));
}

}  // namespace undex::structure
