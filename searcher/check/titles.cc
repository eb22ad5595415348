// 'entitled "..."' behind a citation or before one in brackets: the title of the document held?
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

constexpr std::string_view kEntitled = "entitled ";
constexpr std::size_t kBehind = 80;  // bytes between a citation and "entitled": its date, its place
struct QuotationMarks {
  std::string_view open, close;
};
constexpr std::array kMarks{QuotationMarks{"\u201C", "\u201D"}, QuotationMarks{"\"", "\""},
                            QuotationMarks{"\u00AB", "\u00BB"}};

struct Quoted {
  std::size_t begin = 0;  ///< of the words, without the marks
  std::size_t end = 0;
  std::size_t behind = 0;  ///< the closing mark
};

std::optional<Quoted> quoted_at(std::string_view text, std::size_t at) {
  for (const QuotationMarks& marks : kMarks) {
    if (!text.substr(at).starts_with(marks.open)) continue;
    const std::size_t begin = at + marks.open.size();
    const std::size_t end = text.find(marks.close, begin);
    if (end == std::string_view::npos) return std::nullopt;
    return Quoted{begin, end, end + marks.close.size()};
  }
  return std::nullopt;
}

std::vector<Quoted> titles_in(std::string_view text) {
  std::vector<Quoted> titles;
  for (std::size_t at = 0; (at = text.find(kEntitled, at)) != std::string_view::npos;) {
    at += kEntitled.size();
    if (const auto title = quoted_at(text, at)) {
      titles.push_back(*title);
      at = title->behind;
    }
  }
  return titles;
}

/// ' ("' or ' (see ': what stands between a title and the symbol in brackets behind it.
bool opens_bracket(std::string_view between) {
  return between == " (" || between == " (see " || between == " (document ";
}

/// The citation that the title belongs to: right behind it in brackets, else the last one before
/// it.
const Reference* bearer_of(const std::vector<const Reference*>& references, std::string_view text,
                           const Quoted& title) {
  const Reference* before = nullptr;
  for (const Reference* reference : references) {
    const MarkSpan& span = reference->span;
    if (span.begin >= title.behind)
      return opens_bracket(text.substr(title.behind, span.begin - title.behind)) ? reference
                                                                                 : before;
    if (span.end > title.begin) continue;
    const std::string_view between = text.substr(span.end, title.begin - span.end);
    const bool near = between.size() < kBehind + kEntitled.size() &&
                      between.find_first_of(";:()") == std::string_view::npos;
    before = near ? reference : nullptr;
  }
  return before;
}

std::vector<std::string> words_of_title(std::string_view text) {
  std::vector<std::string> out;
  for (const WordSpan& word : words(text))
    out.push_back(letters_and_digits(text.substr(word.begin, word.end - word.begin)));
  return out;
}

bool has_in_order(const std::vector<std::string>& all, const std::vector<std::string>& part) {
  return std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end();
}

/// The whole title, or what begins or ends it: subtitles come and go.
bool is_title(std::string_view printed, std::string_view title) {
  const std::vector<std::string> a = words_of_title(printed);
  const std::vector<std::string> b = words_of_title(title);
  return !a.empty() && (has_in_order(b, a) || has_in_order(a, b));
}

void check_title(Checking& checking, const Reference& reference, MarkSpan span) {
  const Document* held = checking.holdings.held(reference.cited);
  const std::string title = held == nullptr ? "" : held->masthead.normal(MastheadItem::title);
  if (title.empty() || held->language() != checking.draft.language()) return checking.unsure();
  if (is_title(words_of(checking.draft, span), title)) return checking.right();
  checking.find("title-differs", span, "the title of " + held->name() + " is another", title,
                held->name());
}

}  // namespace

void check_titles(Checking& checking) {
  const Document& draft = checking.draft;
  for (std::size_t block = 0; block < draft.blocks.size(); ++block) {
    std::vector<const Reference*> references = checking.references_of(static_cast<int>(block));
    std::erase_if(references, [&](const Reference* reference) {
      return reference->span.row >= 0 || !is_explicit(*reference, draft);
    });
    if (references.empty()) continue;
    const std::string_view text = draft.blocks[block].text;
    for (const Quoted& title : titles_in(text)) {
      const Reference* bearer = bearer_of(references, text, title);
      if (bearer == nullptr) continue;
      MarkSpan span = bearer->span;
      span.begin = title.begin;
      span.end = title.end;
      check_title(checking, *bearer, span);
    }
  }
}

}  // namespace undex::checking
