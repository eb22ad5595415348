// A number and a citation in one sentence: does the place cited count the same things, with the
// same number?
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/figure/compare.h"
#include "corpus/text.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

/// Units that count everything, so that another number of them is no contradiction.
bool is_telling(const Figure& figure) {
  return !figure.unit.empty() && figure.upper.empty() && !figure.unit.starts_with("per cent");
}

bool lies_in(const MarkSpan& span, std::size_t block, const TextSpan& sentence) {
  return span.row < 0 && span.block == static_cast<int>(block) && span.begin >= sentence.begin &&
         span.end <= sentence.end;
}

/// The only document that the sentence cites with a place, held whole; nullptr for none or several.
const Reference* only_source(const Checking& checking, std::size_t block,
                             const TextSpan& sentence) {
  const Reference* only = nullptr;
  for (const Reference* reference : checking.references_of(static_cast<int>(block))) {
    if (!lies_in(reference->span, block, sentence) || !is_explicit(*reference, checking.draft))
      continue;
    if (only != nullptr) return nullptr;
    only = reference;
  }
  return only != nullptr && !only->pinpoints.empty() ? only : nullptr;
}

/// A thousand and more with its marks: "1,069".
std::string printed_number(std::string number) {
  constexpr std::size_t kGroup = 3;
  const std::size_t whole = std::min(number.find('.'), number.size());
  for (std::size_t at = whole; at > kGroup;) number.insert(at -= kGroup, ",");
  return number;
}

std::string in_words(const Figure& figure) {
  const std::string_view sure =
      figure.qualifier == Qualifier::exact ? "" : name_of(figure.qualifier);
  return std::string(sure) + (sure.empty() ? "" : " ") + printed_number(figure.value) +
         (figure.upper.empty() ? "" : " to " + printed_number(figure.upper)) + " " + figure.unit;
}

void check_figure(Checking& checking, const FigureMark& mark, const Reference& source,
                  const Document& held) {
  const FigureMark* other = nullptr;
  std::size_t alike = 0;
  for (const FigureMark& there : held.marks.figures) {
    const Locator at = locator_of(held, there.span);
    if (std::ranges::none_of(source.pinpoints,
                             [&](const Locator& place) { return place.contains(at); }))
      continue;
    Figure timeless = there.figure;
    timeless.period = mark.figure.period;
    timeless.qualifier = mark.figure.qualifier;
    const Comparison comparison = compare_figures(mark.figure, timeless);
    const bool comparable = comparison.verdict != Comparability::not_comparable;
    // The same number of something else says nothing of this one.
    if (there.figure.value == mark.figure.value)
      return comparable ? checking.right() : checking.unsure();
    if (!comparable) continue;
    ++alike;
    if (comparison.verdict == Comparability::comparable) other = &there;
  }
  if (alike != 1 || other == nullptr) return checking.unsure();
  const std::string where = citation_of(held, locator_of(held, other->span));
  checking.find("figure-differs", mark.span, where + " has " + in_words(other->figure),
                words_of(held, other->span), where);
}

}  // namespace

void check_figures(Checking& checking) {
  const Document& draft = checking.draft;
  const std::vector<FigureMark>& figures = draft.marks.figures;
  for (std::size_t first = 0; first < figures.size();) {
    const int block = figures[first].span.block;
    std::size_t end = first;
    while (end < figures.size() && figures[end].span.block == block) ++end;
    const std::size_t from = std::exchange(first, end);
    if (block < 0) continue;
    const auto at = static_cast<std::size_t>(block);
    for (const TextSpan& sentence : sentences(draft.blocks[at].text)) {
      const Reference* source = only_source(checking, at, sentence);
      const Document* held = source == nullptr ? nullptr : checking.holdings.held(source->cited);
      for (std::size_t i = from; i < end; ++i) {
        if (!lies_in(figures[i].span, at, sentence) || !is_telling(figures[i].figure)) continue;
        if (source == nullptr) continue;
        if (held == nullptr || !is_whole(*held) || !checking.is_own_words(figures[i].span))
          checking.unsure();
        else
          check_figure(checking, figures[i], *source, *held);
      }
    }
  }
}

}  // namespace undex::checking
