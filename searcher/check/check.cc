#include "searcher/check/check.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "searcher/check/checking.h"

namespace undex {
namespace checking {
namespace {

const CheckKind& kind_of(std::string_view code) {
  const auto found = std::ranges::find(check_kinds(), code, &CheckKind::code);
  assert(found != check_kinds().end());
  return *found;
}

}  // namespace

Checking::Checking(const Document& of, CheckHoldings& all, const Date& today)
    : draft(of), holdings(all), now(today) {
  result_.draft = draft.name();
  blocks_.resize(draft.blocks.size());
  const auto block_of = [&](const MarkSpan& span) {
    const auto block = static_cast<std::size_t>(span.block);
    return span.block >= 0 && block < blocks_.size() ? &blocks_[block] : nullptr;
  };
  for (const Reference& reference : draft.marks.references)
    if (InBlock* block = block_of(reference.span)) block->references.push_back(&reference);
  for (const QuoteMark& quote : draft.marks.quotes)
    if (InBlock* block = block_of(quote.span)) block->quotes.push_back(&quote);
  const Value* printed = draft.masthead.find(MastheadItem::date);
  const auto date = parse_date(printed == nullptr ? "" : printed->normal);
  if (!date) return;
  now = *date;
  dated = true;
}

const std::vector<const Reference*>& Checking::references_of(int block) const {
  return blocks_[static_cast<std::size_t>(block)].references;
}

bool Checking::is_own_words(const MarkSpan& span) const {
  if (span.block < 0) return false;
  const BlockKind kind = draft.blocks[static_cast<std::size_t>(span.block)].kind;
  if (kind == BlockKind::furniture || kind == BlockKind::quotation) return false;
  return std::ranges::none_of(blocks_[static_cast<std::size_t>(span.block)].quotes,
                              [&](const QuoteMark* quote) { return quote->span.overlaps(span); });
}

bool Checking::is_cited(const MarkSpan& span) const {
  return span.block >= 0 &&
         std::ranges::any_of(references_of(span.block),
                             [&](const Reference* one) { return one->span.overlaps(span); });
}

void Checking::find(std::string_view code, const MarkSpan& span, std::string message,
                    std::string remedy, std::string source) {
  ++result_.checked;
  remark(code, span, std::move(message), std::move(remedy), std::move(source));
}

void Checking::remark(std::string_view code, const MarkSpan& span, std::string message,
                      std::string remedy, std::string source) {
  const CheckKind& kind = kind_of(code);
  result_.findings.push_back({.level = kind.level,
                              .code = kind.code,
                              .span = span,
                              .at = locator_of(draft, span),
                              .words = words_of(draft, span),
                              .message = std::move(message),
                              .remedy = std::move(remedy),
                              .source = source.empty() ? std::string(kind.source) : source});
}

CheckResult Checking::result() && {
  std::ranges::stable_sort(result_.findings, {}, &CheckFinding::span);
  return std::move(result_);
}

bool is_explicit(const Reference& reference, const Document& draft) {
  if (reference.kind != ReferenceKind::explicit_ || reference.span.block < 0) return false;
  const auto block = static_cast<std::size_t>(reference.span.block);
  return draft.blocks[block].kind != BlockKind::furniture && !reference.cited.parts.empty() &&
         !reference.cited.names(draft.symbol);
}

bool is_whole(const Document& held) {
  return held.masthead.find(MastheadItem::abridged) == nullptr &&
         held.masthead.find(MastheadItem::record) == nullptr;
}

bool has_place(const Document& document, const Locator& place) {
  return std::ranges::any_of(document.blocks, [&](const Block& block) {
    return place.contains(block.locator) ||
           std::ranges::any_of(block.points, [&](const InlinePoint& point) {
             return place.contains(point.locator);
           });
  });
}

bool agree(const Date& a, const Date& b) {
  if (a.year != b.year) return false;
  if (a.month == 0 || b.month == 0) return true;
  return a.month == b.month && (a.day == b.day || a.day == 0 || b.day == 0);
}

std::string citation_of(const Document& document, const Locator& place) {
  const std::string where = place.citation();
  return document.name() + (where.empty() ? "" : ", " + where);
}

}  // namespace checking

CheckResult check_draft(const Document& draft, CheckHoldings& holdings, const Date& today) {
  using checking::Checking;
  constexpr std::array<void (*)(Checking&), 9> kSteps{
      checking::check_symbols,   checking::check_organs, checking::check_dates,
      checking::check_pinpoints, checking::check_titles, checking::check_quotations,
      checking::check_figures,   checking::check_names,  checking::check_form};
  Checking checking(draft, holdings, today);
  for (const auto step : kSteps) step(checking);
  return std::move(checking).result();
}

}  // namespace undex
