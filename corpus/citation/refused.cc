#include "corpus/citation/refused.h"

#include <algorithm>
#include <array>

#include "corpus/symbol/letters.h"
#include "corpus/symbol/tables.h"

namespace undex {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}
bool is_year(std::string_view text) {
  const int year = text.size() == 4 ? number_of(text) : -1;
  return year >= 1900 && year < 2100;
}

// Up to the first stroke, and what comes after it.
std::string_view before_stroke(std::string_view text) { return text.substr(0, text.find('/')); }
std::string_view after_stroke(std::string_view text) { return piece(text, text.find('/') + 1); }

// "03-37527", "09-26949": a year and the number of a job of the presses.
bool is_job_number(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  return hyphen == 2 && is_number(text.substr(0, 2)) && text.size() == 8 &&
         is_number(text.substr(3));
}

bool is_address(std::string_view text) {
  return text.find("//") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
         text.find('@') != std::string_view::npos;
}

bool is_date(std::string_view text) {
  const std::string_view rest = after_stroke(text);
  const std::string_view last = after_stroke(rest);
  return is_number(before_stroke(text)) && rest.find('/') != std::string_view::npos &&
         is_number(before_stroke(rest)) && is_number(last);
}

bool is_span_of_years(std::string_view text) {
  const std::string_view rest = after_stroke(text);
  return is_year(before_stroke(text)) && is_number(rest) && (is_year(rest) || rest.size() == 2);
}

bool is_pair_of_numbers(std::string_view text) {
  return is_number(before_stroke(text)) && is_number(after_stroke(text));
}

bool is_pair_of_words(std::string_view text) { return std::ranges::none_of(text, is_digit); }

bool begins_as_a_symbol(std::string_view text) {
  return find_symbol_head(before_stroke(text)) != nullptr;
}

bool has_letters(std::string_view text) { return std::ranges::any_of(text, is_letter); }

struct Reason {
  bool (*holds)(std::string_view text);
  std::string_view words;
};
// The first that holds.
constexpr std::array kReasons{Reason{is_address, "an address"},
                              Reason{is_job_number, "a job number"},
                              Reason{is_date, "a date"},
                              Reason{is_span_of_years, "a span of years"},
                              Reason{is_pair_of_numbers, "no word says of what this is the number"},
                              Reason{is_pair_of_words, "words with a stroke"},
                              Reason{begins_as_a_symbol, "begins like a symbol and is none"},
                              Reason{has_letters, "a reference of another office"}};

bool is_inner(char c) {
  return is_alnum(c) || c == kOtherLetter ||
         std::string_view("/.-_@:()").find(c) != std::string_view::npos;
}

// The run of letters, digits and signs that begins here, without the punctuation that closes it.
std::size_t run_end(std::string_view plain, std::size_t at) {
  while (at < plain.size() && is_inner(plain[at])) ++at;
  return at;
}

std::string_view without_tail(std::string_view run) {
  while (!run.empty() && !is_alnum(run.back())) run.remove_suffix(1);
  return run;
}

// A stroke between letters or digits, or a job number.
bool looks_like_a_reference(std::string_view run) {
  if (is_job_number(run) || is_address(run)) return true;
  const std::size_t stroke = run.find('/');
  if (stroke == 0 || stroke == std::string_view::npos || !is_alnum(peek(run, stroke + 1)))
    return false;
  return is_digit(run.front()) || is_upper(run.front());
}

}  // namespace

std::vector<RefusedCitation> with_refused_numbers(std::string_view plain,
                                                  const std::vector<Citation>& citations,
                                                  std::vector<RefusedCitation> refused) {
  const std::size_t known = refused.size();
  auto citation = citations.begin();
  std::size_t left = 0;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_alnum(plain[at])) {
      ++at;
      continue;
    }
    const std::size_t next = run_end(plain, at);
    const std::string_view run = without_tail(piece(plain, at, next - at));
    const std::size_t begin = at;
    const std::size_t end = begin + run.size();
    at = next;
    while (citation != citations.end() && citation->end <= begin) ++citation;
    while (left < known && refused[left].end <= begin) ++left;
    const bool cited = citation != citations.end() && citation->begin < end;
    const bool said = left < known && refused[left].begin < end;
    if (cited || said || !looks_like_a_reference(run)) continue;
    const auto* reason =
        std::ranges::find_if(kReasons, [&](const Reason& row) { return row.holds(run); });
    if (reason != kReasons.end()) refused.push_back({begin, end, "number", reason->words});
  }
  std::ranges::stable_sort(refused, {}, &RefusedCitation::begin);
  return refused;
}

}  // namespace undex
