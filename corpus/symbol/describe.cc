// What a symbol says by itself, from its segments and the tables of bodies and series.
#include <algorithm>
#include <array>

#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"
#include "corpus/symbol/tables.h"
#include "undex/symbol.h"

namespace undex {
namespace {

// Kinds of subsidiary bodies: "C.1", "AC.292", "CONF.199" name a body wherever they stand.
constexpr std::array<std::string_view, 9> kBodyWords{"AC", "C",   "CN", "CONF", "GC",
                                                     "SC", "Sub", "WG", "PC"};

// Split at the strokes outside parentheses.
std::vector<std::string_view> symbol_segments(std::string_view part) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at <= part.size(); ++at) {
    const char c = peek(part, at);
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (at < part.size() && (c != '/' || depth > 0)) continue;
    segments.push_back(part.substr(begin, at - begin));
    begin = at + 1;
  }
  return segments;
}

bool is_symbol_change(std::string_view segment) {
  const std::string_view word = segment.substr(0, segment.find_first_of(".("));
  return word == "Summary" || std::ranges::find(kChangeWords, word) != kChangeWords.end();
}

std::string_view word_of(std::string_view segment) {
  return segment.substr(0, segment.find_first_of(".(0123456789"));
}

bool names_body(std::string_view segment) {
  const std::size_t point = segment.find('.');
  return point != std::string_view::npos &&
         std::ranges::find(kBodyWords, segment.substr(0, point)) != kBodyWords.end();
}

// "A/CONF.199/" of A/CONF.199/20: the head and as many segments as name bodies.
std::string body_of(const std::vector<std::string_view>& segments) {
  std::string body = std::string(segments.front()) + "/";
  std::string trial = body;
  for (std::size_t i = 1; i + 1 < segments.size(); ++i) {
    trial += std::string(segments[i]) + "/";
    // A table row may be longer than a gap: ST/SG/AC.10/.
    if (find_symbol_body(trial) != nullptr || names_body(segments[i])) body = trial;
  }
  return body;
}

std::string content(std::string_view segment, char open, char close) {
  const std::size_t begin = segment.find(open);
  const std::size_t end = segment.find(close, begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  return std::string(segment.substr(begin + 1, end - begin - 1));
}

bool is_session(std::string_view name) {
  return roman_value(name) > 0 || name.starts_with("S-") || name.starts_with("ES-") ||
         name.starts_with("ORG-");
}

void read_session(std::string_view segment, bool last, SymbolDetails& details) {
  const int number = number_of(segment.substr(0, digits_at(segment, 0)));
  const std::string inside = content(segment, '(', ')');
  if (inside.size() == 4 && number_of(inside) > 0) {
    details.year = details.year.value_or(number_of(inside));
  } else if (is_session(inside) && details.session.empty()) {
    details.session = inside;
  }
  if (!details.session.empty() || details.year) return;
  const bool special = segment.starts_with("S-") || segment.starts_with("ES-");
  // A/80/6(Sect.29): the last number is the document's own, one before it the session or the year.
  if (special) details.session = std::string(segment);
  if (special || last || number < 0) return;
  if (number >= 1945 && number < 2100) {
    details.year = number;
  } else if (digits_at(segment, 0) == segment.size() && number < 400) {
    details.session = std::string(segment);
  }
}

void read_qualifiers(std::string_view segment, SymbolDetails& details) {
  for (std::size_t at = segment.find('('); at != std::string_view::npos;
       at = segment.find('(', at + 1)) {
    const std::string inside = content(segment.substr(at), '(', ')');
    const bool session = is_session(inside) || number_of(inside) >= 0;
    if (!inside.empty() && !session) details.qualifiers.push_back(inside);
  }
}

// Whether a segment stays in the name of the series: bodies and words do, numbers do not.
void add_to_series(std::string_view segment, bool in_body, std::string& series) {
  const std::string_view word = in_body ? segment : word_of(segment);
  if (word.empty() || (!in_body && (is_session(segment) || roman_value(word) > 0) && word != "L" &&
                       word != "C" && word != "D")) {
    return;
  }
  series += (series.empty() ? "" : "/") + std::string(word);
}

// The resolution of which the letters name a part: 46/36L, 58/271A-C, 217A(III), 3411(XXX)[A-B].
// The part as it is where there are none.
std::string without_letters(const std::string& part, std::string_view base) {
  const std::size_t number = base.rfind('/') + 1;
  const std::size_t digits = number + digits_at(base, number);
  std::size_t end = digits;
  while (is_upper(peek(base, end)) || (end > digits && peek(base, end) == '-')) ++end;
  if (digits == number) return part;
  const std::size_t session_end = std::min(base.find('[', end), base.size());
  if (end == digits && session_end == base.size()) return part;
  return std::string(base.substr(0, digits)).append(base.substr(end, session_end - end));
}

}  // namespace

SymbolDetails describe_symbol(std::string_view part) {
  SymbolDetails details;
  const std::vector<std::string_view> segments = symbol_segments(part);
  const auto changes = std::ranges::find_if(segments.begin() + 1, segments.end(), is_symbol_change);
  const auto own = static_cast<std::size_t>(changes - segments.begin());
  details.body = body_of({segments.begin(), changes});
  const std::vector<std::string_view> body = symbol_segments(details.body);
  const SymbolBody* row = find_symbol_body(details.body);
  const SymbolBody* head = find_symbol_body(std::string(segments.front()) + "/");
  details.body_name = row == nullptr ? "" : row->name;
  details.organ = head == nullptr ? "" : head->name;
  for (std::size_t i = 0; i < own; ++i) {
    const bool in_body = i + 1 < body.size();
    details.base += (i == 0 ? "" : "/") + std::string(segments[i]);
    add_to_series(segments[i], in_body, details.series);
    read_qualifiers(segments[i], details);
    if (in_body) continue;
    read_session(segments[i], i + 1 == own, details);
  }
  for (std::size_t i = 1; i < own && details.kind.empty(); ++i) {
    details.kind = kind_of_segment(word_of(segments[i]), part);
  }
  if (details.kind.empty()) details.kind = "document";
  for (auto change = changes; change != segments.end(); ++change) {
    details.modifiers.emplace_back(*change);
    read_qualifiers(*change, details);
  }
  return details;
}

Symbol whole_symbol(const Symbol& symbol) {
  Symbol whole = symbol;
  for (std::string& part : whole.parts) {
    const SymbolDetails details = describe_symbol(part);
    if (details.kind == "resolution" || details.kind == "decision")
      part = without_letters(part, details.base);
    if (details.qualifiers.empty()) continue;
    part.resize(std::min(part.find("(" + details.qualifiers.front() + ")"), part.size()));
  }
  return whole;
}

}  // namespace undex
