#include <algorithm>

#include "corpus/figure/find.h"
#include "indexer/understand/figures/table_figures.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

/// Headings and mastheads name things; what is counted stands in the text below them.
bool is_read(const Document& document, const MarkSpan& span) {
  if (span.block < 0) return false;
  const Block& block = document.blocks[static_cast<std::size_t>(span.block)];
  if (block.locator.part == "masthead") return false;
  switch (block.kind) {
    case BlockKind::heading:
    case BlockKind::annex_title:
    case BlockKind::formula:
    case BlockKind::furniture:
    case BlockKind::table:
      return false;
    case BlockKind::paragraph:
    case BlockKind::subparagraph:
    case BlockKind::preambular:
    case BlockKind::unnumbered:
    case BlockKind::quotation:
    case BlockKind::continuation:
    case BlockKind::footnote:
      return true;
  }
  return false;
}

struct TakenSpan {
  MarkSpan span;
  std::string_view rule;
};

/// What is no figure because a step before has read it as something else, in the order of the text.
std::vector<TakenSpan> taken_spans(const Document& document) {
  std::vector<TakenSpan> taken;
  for (const Reference& mark : document.marks.references)
    if (mark.kind != ReferenceKind::quotation) taken.push_back({mark.span, "citation"});
  for (const NameMark& mark : document.marks.names)
    if (mark.rule != "description") taken.push_back({mark.span, "name"});
  std::ranges::stable_sort(taken, {}, &TakenSpan::span);
  return taken;
}

class TextFigures {
 public:
  TextFigures(const Document& document, RefusedMarks* refused)
      : document_(document),
        refused_(refused),
        dated_(document.masthead.normal(MastheadItem::date)),
        taken_(taken_spans(document)) {}

  void read(const MarkSpan& whole, std::string_view text) {
    if (!is_read(document_, whole)) return;
    const std::vector<FigureContext::Taken> taken = taken_in(whole);
    std::vector<RefusedFigure> refused;
    for (FigureMatch& match : find_figures(text, {.taken = taken, .document_date = dated_},
                                           refused_ == nullptr ? nullptr : &refused))
      figures_.push_back(
          {span_of(whole, match.begin, match.end), std::move(match.figure), std::move(match.rule)});
    if (refused_ == nullptr) return;
    for (RefusedFigure& match : refused)
      refused_->push_back(
          {span_of(whole, match.begin, match.end), std::move(match.rule), std::move(match.reason)});
  }

  std::vector<FigureMark>& figures() { return figures_; }

 private:
  static MarkSpan span_of(MarkSpan whole, std::size_t begin, std::size_t end) {
    whole.begin = begin;
    whole.end = end;
    return whole;
  }

  std::vector<FigureContext::Taken> taken_in(const MarkSpan& whole) const {
    std::vector<FigureContext::Taken> taken;
    const auto first = std::ranges::partition_point(
        taken_, [&](const TakenSpan& other) { return other.span.block < whole.block; });
    for (auto at = first; at != taken_.end() && at->span.block == whole.block; ++at)
      if (at->span.row == whole.row && at->span.column == whole.column)
        taken.push_back({at->span.begin, at->span.end, at->rule});
    return taken;
  }

  const Document& document_;
  RefusedMarks* refused_;
  std::string dated_;
  std::vector<TakenSpan> taken_;
  std::vector<FigureMark> figures_;
};

}  // namespace

void mark_figures(Document& document, RefusedMarks* refused) {
  document.marks.figures.clear();
  // The words around a number are read as English.
  const std::string language = document.language();
  if (language != "en" && language != "und") return;
  TextFigures figures(document, refused);
  const std::vector<ToldPeriod> told = told_periods(document);
  int last_table = -1;
  for_each_text(document, Texts::running_and_cells,
                [&](const MarkSpan& whole, std::string_view text) {
                  if (whole.row < 0) return figures.read(whole, text);
                  if (whole.block == last_table) return;
                  last_table = whole.block;
                  for (FigureMark& mark : figures_of_table(document, whole.block, told, refused))
                    figures.figures().push_back(std::move(mark));
                });
  document.marks.figures = std::move(figures.figures());
}

}  // namespace undex
