// Citations: symbols and resolutions in words, brought together with the pinpoints beside them.
#include "corpus/citation.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "corpus/citation/number.h"
#include "corpus/citation/pinpoint.h"
#include "corpus/citation/refused.h"
#include "corpus/citation/supplement.h"
#include "corpus/citation/words.h"
#include "corpus/symbol/find.h"
#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

constexpr std::string_view kTail = "tail of a symbol";
constexpr std::size_t kMaxBetween = 140;  // "of the report of the Secretary-General on ... ("

// Words that may stand between a pinpoint and the document that follows it.
constexpr std::array<std::string_view, 26> kLinkWords{
    "of",       "in",     "to",      "the",  "its",           "contained", "annexed",
    "document", "report", "said",    "set",  "out",           "as",        "his",
    "and",      "forth",  "that",    "note", "letter",        "documents", "reproduced",
    "attached", "draft",  "present", "from", "aforementioned"};

// "Corr.1", "34" behind a symbol, not one printed in full.
bool is_tail(std::string_view words) {
  return words.find('/') == std::string_view::npos || read_symbol_change(words, 0).has_value();
}

std::vector<Citation> merged(std::string_view plain, const std::vector<SymbolMatch>& symbols,
                             std::vector<NamedDocument> named) {
  std::vector<Citation> citations;
  auto symbol = symbols.begin();
  const auto add_symbol = [&] {
    const bool tail = is_tail(piece(plain, symbol->begin, symbol->end - symbol->begin));
    citations.push_back({.begin = symbol->begin,
                         .end = symbol->end,
                         .cited = symbol->symbol,
                         .pinpoints = {},
                         .reissue = symbol->reissue,
                         .rule = tail ? kTail : "symbol"});
    ++symbol;
  };
  for (NamedDocument& document : named) {
    while (symbol != symbols.end() && symbol->begin < document.begin) add_symbol();
    const bool overlaps = (!citations.empty() && document.begin < citations.back().end) ||
                          (symbol != symbols.end() && symbol->begin < document.end);
    if (overlaps) continue;
    citations.push_back({.begin = document.begin,
                         .end = document.end,
                         .cited = std::move(document.symbol),
                         .pinpoints = {},
                         .reissue = {},
                         .rule = document.rule});
  }
  while (symbol != symbols.end()) add_symbol();
  return citations;
}

bool is_link_word(std::string_view word) {
  return std::ranges::any_of(kLinkWords,
                             [&](std::string_view link) { return same_letters(link, word); });
}

// "of the annex contained in", "of General Assembly": only small words lead from the pinpoint to
// the document.
bool leads_to(std::string_view text) {
  if (text.size() > kMaxBetween || text.size() < 4) return false;
  std::string one_line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) one_line += c;
    if (blank && !one_line.ends_with(' ')) one_line += ' ';
  }
  std::string_view between = one_line;
  const bool begins = between.starts_with(" of ") || between.starts_with(" to ") ||
                      between.starts_with(" in ") || between.starts_with(" contained ") ||
                      between.starts_with(", of ") || between.starts_with(" from ") ||
                      between.starts_with(" as ") || between.starts_with(" annexed ") ||
                      between.starts_with(" set ");
  if (!begins) return false;
  // "of the report of the Secretary-General on ... (A/58/568)": the document is named in words
  // first.
  if (between.ends_with("(")) {
    return between.substr(0, between.size() - 1).find_first_of("();.") == std::string_view::npos;
  }
  if (between.starts_with(", ")) between.remove_prefix(1);
  for (std::size_t at = 0; at < between.size();) {
    if (!is_letter(between[at])) {
      if (between[at] != ' ') return false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (is_letter(peek(between, end))) ++end;
    if (!is_link_word(between.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

// Where a pinpoint may begin after the document: ", para. 3", " (annex)", " of 20 December 2002,
// annex".
std::size_t after_document(std::string_view plain, std::size_t end) {
  const std::size_t at = skip_date_words(plain, end);
  for (std::string_view text : {", ", " (", " ", "(see ", ","}) {
    if (piece(plain, at).starts_with(text)) return at + text.size();
  }
  // "Resolution 2200 A (XXI). annex": no sentence begins with a small letter, a comma was misread.
  if (piece(plain, at).starts_with(". ") && is_lower(peek(plain, at + 2))) return at + 2;
  return at;
}

// ", in particular paragraph 9 thereof": where the pinpoint begins behind such words; `at` when
// there are none.
std::size_t after_particular(std::string_view plain, std::size_t at) {
  static constexpr std::array<std::string_view, 6> kWords{
      "in particular ", "particularly ", "especially ", "including ", "notably ", "specifically "};
  std::size_t next = skip_date_words(plain, at);
  for (std::string_view text : {", and ", ", ", " and ", " "}) {
    if (!piece(plain, next).starts_with(text)) continue;
    next += text.size();
    break;
  }
  const auto word = std::ranges::find_if(
      kWords, [&](std::string_view row) { return piece(plain, next).starts_with(row); });
  if (word == kWords.end()) return at;
  next += word->size();
  for (std::string_view text : {"in ", "its ", "the "})
    if (piece(plain, next).starts_with(text)) next += text.size();
  return next;
}

// "paragraph 4 above", "paragraph 4 of that resolution": said of another text.
bool goes_on_elsewhere(std::string_view plain, std::size_t end) {
  static constexpr std::array<std::string_view, 7> kLeads{
      " of ", " to ", " in ", " contained ", " above", " below", " hereof"};
  return std::ranges::any_of(
      kLeads, [&](std::string_view lead) { return piece(plain, end).starts_with(lead); });
}

bool is_change_of(const Citation& changed, const Citation& head) {
  const std::string& part = changed.cited.parts.front();
  const std::string& base = head.cited.parts.front();
  return part.starts_with(base) && peek(part, base.size()) == '/' &&
         read_symbol_change(part, base.size() + 1).has_value();
}

// What a pinpoint behind a citation is of: "A/62/793 and Corr.1, chap. II" pins A/62/793.
std::size_t pinned(const std::vector<Citation>& citations, std::size_t at) {
  std::size_t head = at;
  while (head > 0 && citations[head].rule == kTail) --head;
  if (head == at && head > 0) --head;
  const bool corrigendum = citations[at].cited.parts.front().find("/Corr.") != std::string::npos;
  if (citations[at].rule != kTail && !corrigendum) return at;
  return is_change_of(citations[at], citations[head]) ? head : at;
}

// "(A/59/17 and Corr.1), para. 3", "No. 3 (A/64/3/Rev.1), chap. II": the last of the symbols that a
// bracket holds, when a pinpoint begins at `at` behind it; `behind` is the first citation after it.
// Its number; that of `behind` for none.
std::size_t of_bracket(std::string_view plain, std::size_t at,
                       const std::vector<Citation>& citations, std::size_t behind) {
  if (at < 3 || piece(plain, at - 3, 3) != "), " || behind == 0) return behind;
  if (citations[behind - 1].end != at - 3) return behind;
  std::size_t first = behind - 1;
  const auto joined = [&](std::size_t i) {
    const std::size_t end = citations[i - 1].end;
    if (citations[i].begin < end || citations[i].begin == citations[i - 1].begin) return true;
    const std::string_view gap = piece(plain, end, citations[i].begin - end);
    return gap == " and " || gap == ", " || gap == ", and " || gap == "-";
  };
  while (first > 0 && joined(first)) --first;
  const std::size_t begin = citations[first].begin;
  return begin > 0 && plain[begin - 1] == '(' ? behind - 1 : behind;
}

void attach_behind_brackets(std::string_view plain, const std::vector<Pinpoint>& pinpoints,
                            const std::vector<bool>& used, std::vector<Citation>& citations) {
  std::size_t behind = 0;
  for (std::size_t p = 0; p < pinpoints.size(); ++p) {
    while (behind < citations.size() && citations[behind].begin < pinpoints[p].begin) ++behind;
    if (used[p]) continue;
    const std::size_t last = of_bracket(plain, pinpoints[p].begin, citations, behind);
    if (last == behind) continue;
    Citation& citation = citations[pinned(citations, last)];
    if (citation.pinpoints.empty()) citation.pinpoints = locators_of(plain, pinpoints[p]);
  }
}

void attach(std::string_view plain, const std::vector<Pinpoint>& pinpoints,
            std::vector<Citation>& citations) {
  std::vector<bool> used(pinpoints.size(), false);
  std::size_t p = 0;
  for (std::size_t c = 0; c < citations.size(); ++c) {
    while (p < pinpoints.size() && pinpoints[p].begin < citations[c].begin) ++p;
    if (p == 0 || used[p - 1] || pinpoints[p - 1].end > citations[c].begin) continue;
    const Pinpoint& before = pinpoints[p - 1];
    if (c > 0 && citations[c - 1].end > before.begin) continue;
    if (!leads_to(piece(plain, before.end, citations[c].begin - before.end))) continue;
    citations[c].pinpoints = locators_of(plain, before);
    used[p - 1] = true;
  }
  p = 0;
  for (std::size_t c = 0; c < citations.size(); ++c) {
    const Citation& citation = citations[c];
    while (p < pinpoints.size() && pinpoints[p].begin < citation.end) ++p;
    if (p == pinpoints.size()) break;
    const bool particular = after_particular(plain, citation.end) == pinpoints[p].begin &&
                            !goes_on_elsewhere(plain, pinpoints[p].end);
    const bool behind = after_document(plain, citation.end) == pinpoints[p].begin || particular;
    if (used[p] || !behind) continue;
    std::vector<Locator> locators = locators_of(plain, pinpoints[p]);
    const bool mere_word = plain[citation.end] == ' ' && is_lower(plain[pinpoints[p].begin]) &&
                           pinpoints[p].begin == citation.end + 1 &&
                           locators.front().place == Locator::Place::whole;
    if (mere_word) continue;  // "A/58/568 annex" may be a list of words; "A/58/568 para. 3" is none
    std::ranges::move(locators, std::back_inserter(citations[pinned(citations, c)].pinpoints));
    used[p] = true;
  }
  attach_behind_brackets(plain, pinpoints, used, citations);
}

std::string_view word_for(Locator::Place place) {
  switch (place) {
    case Locator::Place::whole:
      return "";
    case Locator::Place::paragraph:
      return "para ";
    case Locator::Place::preambular:
      return "pp ";
    case Locator::Place::unnumbered:
      return "unnumbered ";
    case Locator::Place::section:
      return "sect ";
    case Locator::Place::table:
      return "table ";
    case Locator::Place::footnote:
      return "fn ";
  }
  return "";
}

}  // namespace

std::vector<Citation> find_citations(std::string_view text, std::string_view organ,
                                     std::vector<RefusedCitation>* refused) {
  const PlainText plain = plain_letters(text);
  std::vector<RefusedCitation> left;
  std::vector<RefusedCitation>* sink = refused == nullptr ? nullptr : &left;
  const std::vector<SymbolMatch> symbols = find_plain_symbols(plain.text);
  std::vector<NamedDocument> named = find_named_documents(plain.text, organ, sink);
  std::ranges::move(find_supplements(plain.text, symbols, sink), std::back_inserter(named));
  std::ranges::stable_sort(named, {}, &NamedDocument::begin);
  std::ranges::stable_sort(left, {}, &RefusedCitation::begin);
  std::vector<Citation> citations = merged(plain.text, symbols, std::move(named));
  if (!citations.empty()) attach(plain.text, find_pinpoints(plain.text), citations);
  if (refused != nullptr) *refused = with_refused_numbers(plain.text, citations, std::move(left));
  const auto to_source = [&](auto& found) {
    found.begin = plain.source(found.begin);
    found.end = plain.source_end(text, found.end);
  };
  std::ranges::for_each(citations, to_source);
  if (refused != nullptr) std::ranges::for_each(*refused, to_source);
  return citations;
}

std::string citation_note(const Symbol& symbol, const Locator& locator) {
  const std::string place = locator.citation();
  std::string note = "(" + symbol.text();
  if (!place.empty()) note.append(", ").append(place);
  return note.append(")");
}

std::string dump(const Citation& citation) {
  std::string line = "[";
  for (const std::string& part : citation.cited.parts) {
    if (line.size() > 1) line += " = ";
    line += part;
  }
  line += "]";
  std::string_view separator = " ";
  for (const Locator& locator : citation.pinpoints) {
    line += separator;
    line += locator.part;
    if (!locator.part.empty() && locator.place != Locator::Place::whole) line += ' ';
    line.append(word_for(locator.place)).append(locator.number);
    for (const std::string& point : locator.points) line.append(" ").append(point);
    separator = ", ";
  }
  return line;
}

}  // namespace undex
