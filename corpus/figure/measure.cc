#include "corpus/figure/measure.h"

#include <algorithm>

namespace undex {
namespace {

using namespace word_kind;

constexpr std::size_t kFarthest = 40;  // tokens from a figure to its time
constexpr std::size_t kLongest = 24;   // tokens of a measure on each side of the figure

bool parts_clauses(const FigureText& text, std::size_t i) {
  return text.sign(i) == ';' || text.sign(i) == ':';
}

/// "compared with", "against 300 in 2001", "than in 2001": what follows is of another time.
bool compares(const FigureText& text, std::size_t i) {
  const std::string_view word = text.word(i);
  return word == "compared" || word == "against" || word == "than";
}

/// The figure and the time stand in one clause.
bool meets(const FigureText& text, const FoundFigure& found, const TimeMatch& time) {
  const bool after = time.begin >= found.end;
  const std::size_t from = after ? found.end : time.end;
  const std::size_t to = after ? time.printed : found.begin;
  if (to > from + kFarthest) return false;
  // "400 visits, compared with 300 in 2001": the year is of the number that stands at it.
  const bool at_number =
      !after && time.printed > found.sentence.begin && !text.number(time.printed - 1).empty();
  if (at_number) return false;
  if (after && to > from && (!text.number(to - 1).empty() || text.is(to - 1, kNumber)))
    return false;
  for (std::size_t i = from; i < to; ++i)
    if (after ? turns_away(text, i) || compares(text, i) : parts_clauses(text, i)) return false;
  return true;
}

bool is_edge(const FigureText& text, std::size_t i) {
  const char sign = text.sign(i);
  return (sign != 0 && sign != '$' && sign != '(') || text.word(i) == "and" ||
         text.word(i) == "or" || text.word(i) == "while" || text.word(i) == "but";
}

void add_words(const FigureText& text, std::size_t begin, std::size_t end, std::string& out) {
  while (begin < end && is_edge(text, begin)) ++begin;
  while (begin < end && (is_edge(text, end - 1) || text.sign(end - 1) == '(')) --end;
  if (begin >= end) return;
  if (!out.empty()) out += ' ';
  out += text.printed(begin, end);
}

/// Token where the words before a figure begin: of the clause, of a part of it when it is long.
std::size_t begin_of_words(const FigureText& text, const MeasureBounds& bounds,
                           const TimeMatch* time) {
  std::size_t begin = bounds.head;
  std::size_t comma = bounds.head;
  for (std::size_t i = bounds.head; i-- > bounds.from;) {
    if (parts_clauses(text, i) || (time != nullptr && i < time->end && i >= time->printed))
      return begin;
    if (bounds.head - i > kLongest) return comma;
    if (text.sign(i) == ',') comma = i + 1;
    begin = i;
  }
  return begin;
}

}  // namespace

bool turns_away(const FigureText& text, std::size_t token) {
  return parts_clauses(text, token) || (text.sign(token) == ',' && text.is(token + 1, kRelative));
}

Period period_of(const FigureText& text, const FoundFigure& found, std::span<const TimeMatch> times,
                 std::string_view document_date, const TimeMatch** chosen) {
  std::size_t nearest = kFarthest + 1;
  *chosen = nullptr;
  const auto first = std::ranges::partition_point(
      times, [&](const TimeMatch& time) { return time.end + kFarthest < found.begin; });
  for (auto at = first; at != times.end() && at->begin <= found.end + kFarthest; ++at) {
    const TimeMatch& time = *at;
    const bool inside = time.begin >= found.sentence.begin && time.end <= found.sentence.end;
    if (!time.governs || !inside || !meets(text, found, time)) continue;
    const std::size_t distance =
        time.begin >= found.end ? time.printed - found.end : found.begin - time.end;
    if (distance >= nearest) continue;
    nearest = distance;
    *chosen = &time;
  }
  if (*chosen == nullptr) return {Period::Kind::unstated, {}, std::string(document_date)};
  return {(*chosen)->kind, text.printed((*chosen)->printed, (*chosen)->end), (*chosen)->iso};
}

std::string measure_of(const FigureText& text, const FoundFigure& found,
                       const MeasureBounds& bounds, const TimeMatch* time) {
  std::size_t end = found.end;
  while (end < bounds.next && end < found.sentence.end && end - found.end < kLongest &&
         !turns_away(text, end) && !(time != nullptr && end == time->printed))
    ++end;
  std::string out;
  add_words(text, begin_of_words(text, bounds, time), bounds.head, out);
  add_words(text, found.end, end, out);
  return out;
}

}  // namespace undex
