// Quotations: words between quotation marks that are long enough to be one and no title, and block
// quotations. Whose words they are is said in references.cc, when citations are known.
#include <array>
#include <optional>

#include "corpus/symbol/letters.h"
#include "indexer/understand/references/phrase_text.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

constexpr std::size_t kMinWords = 6;  // fewer are a term or a turn of phrase

struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kMarks{QuotationMarks{"\u201C", "\u201D"}, QuotationMarks{"\u00AB", "\u00BB"},
                            QuotationMarks{"\u201E", "\u201C"}, QuotationMarks{"\"", "\""}};

// What stands before a title: 'entitled "..."', 'on the theme "..."'.
constexpr std::array<std::string_view, 14> kBeforeTitle{
    "entitled", "titled", "theme", "themed",  "called", "named",   "topic",
    "item",     "title",  "known", "heading", "slogan", "subject", "headed"};

bool is_space_or_bracket(char c) { return c == ' ' || c == '\n' || c == '(' || c == '['; }

/// A straight mark opens where a blank stands before it and none behind.
bool opens(std::string_view text, std::size_t at, const QuotationMarks& marks) {
  if (!text.substr(at).starts_with(marks.open)) return false;
  if (marks.open != "\"") return true;
  const bool before = at == 0 || is_space_or_bracket(text[at - 1]);
  return before && !is_space_or_bracket(peek(text, at + 1));
}

bool closes(std::string_view text, std::size_t at, const QuotationMarks& marks) {
  if (!text.substr(at).starts_with(marks.close)) return false;
  return marks.close != "\"" || (at > 0 && !is_space_or_bracket(text[at - 1]));
}

struct Quoted {
  std::size_t begin = 0;  ///< without the marks
  std::size_t end = 0;
  std::size_t open = 0;  ///< the opening mark
};

bool is_quotation(std::string_view text, const Quoted& quoted) {
  const PhraseText words(text.substr(quoted.begin, quoted.end - quoted.begin));
  if (words.size() < kMinWords) return false;
  constexpr std::size_t kBefore = 60;
  const std::size_t from = quoted.open > kBefore ? quoted.open - kBefore : 0;
  const PhraseText before(text.substr(from, quoted.open - from));
  if (before.size() > 0 && is_one_of(before.word(before.size() - 1), kBeforeTitle)) return false;
  const std::string_view gap = before.size() > 0 ? before.gap(before.size() - 1) : "";
  const bool introduced = gap.find_first_of(",:") != std::string_view::npos || before.size() == 0 ||
                          before.word(before.size() - 1) == "that";
  const char last = text[quoted.end - 1];
  return introduced || last == '.' || last == ';' || !is_upper(text[quoted.begin]);
}

/// One pass: inside a quotation other marks are its own.
std::vector<Quoted> find_quotations(std::string_view text) {
  std::vector<Quoted> found;
  const QuotationMarks* marks = nullptr;
  Quoted quoted;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead != '"' && lead != 0xC2 && lead != 0xE2) continue;
    if (marks != nullptr && closes(text, at, *marks)) {
      quoted.end = at;
      if (quoted.end > quoted.begin && is_quotation(text, quoted)) found.push_back(quoted);
      at += marks->close.size() - 1;
      marks = nullptr;
      continue;
    }
    if (marks != nullptr) continue;
    for (const QuotationMarks& row : kMarks) {
      if (!opens(text, at, row)) continue;
      marks = &row;
      quoted = {.begin = at + row.open.size(), .end = 0, .open = at};
      at += row.open.size() - 1;
      break;
    }
  }
  return found;
}

}  // namespace

void mark_quotes(Document& document, RefusedMarks*) {
  std::vector<QuoteMark> quotes;
  for_each_text(document, Texts::running, [&](const MarkSpan& whole, std::string_view text) {
    if (whole.block < 0) return;
    const Block& block = document.blocks[static_cast<std::size_t>(whole.block)];
    if (block.kind == BlockKind::quotation) {
      quotes.push_back({whole, -1});
      return;
    }
    if (block.kind == BlockKind::heading) return;
    for (const Quoted& quoted : find_quotations(text)) {
      MarkSpan span = whole;
      span.begin = quoted.begin;
      span.end = quoted.end;
      quotes.push_back({span, -1});
    }
  });
  document.marks.quotes = std::move(quotes);
}

}  // namespace undex
