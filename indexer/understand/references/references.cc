#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "corpus/citation.h"
#include "corpus/citation/pinpoint.h"
#include "indexer/understand/references/instruments.h"
#include "indexer/understand/references/internal.h"
#include "indexer/understand/references/leaning.h"
#include "indexer/understand/references/phrase_text.h"
#include "indexer/understand/references/relations.h"
#include "indexer/understand/references/urls.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

MarkSpan span_in(const MarkSpan& whole, std::size_t begin, std::size_t end) {
  MarkSpan span = whole;
  span.begin = begin;
  span.end = end;
  return span;
}

/// Spans of one text that do not overlap, in order: finds the one that overlaps another.
const MarkSpan* overlapping(const std::vector<MarkSpan>& spans, const MarkSpan& span) {
  const auto after = std::ranges::lower_bound(spans, span.end, {}, &MarkSpan::begin);
  if (after == spans.begin() || !(after - 1)->overlaps(span)) return nullptr;
  return &*(after - 1);
}

/// What one text says by itself: citations, addresses, instruments, references to its own document.
class TextReferences {
 public:
  TextReferences(const Document& document, RefusedMarks* refused)
      : document_(document),
        places_(document),
        organ_(document.masthead.normal(MastheadItem::organ)),
        refused_(refused) {}

  std::vector<Reference> take() { return std::move(references_); }

  void read(const MarkSpan& whole, std::string_view text) {
    if (whole.block == MarkSpan::kReference) return;
    cited_.clear();
    add_citations(whole, text);
    add_urls(whole, text);
    const PhraseText words(text);
    add_instruments(whole, words);
    if (whole.block >= 0 && whole.row < 0) add_internal(whole, words);
  }

 private:
  void add_citations(const MarkSpan& whole, std::string_view text);
  void add_urls(const MarkSpan& whole, std::string_view text);
  void add_instruments(const MarkSpan& whole, const PhraseText& words);
  void add_internal(const MarkSpan& whole, const PhraseText& words);
  void refuse(const MarkSpan& span, std::string_view rule, std::string_view reason) {
    if (refused_ != nullptr) refused_->push_back({span, std::string(rule), std::string(reason)});
  }
  bool is_own(const Citation& citation, const MarkSpan& span);

  const Document& document_;
  OwnPlaces places_;
  std::string organ_;
  RefusedMarks* refused_;
  std::vector<Reference> references_;
  std::vector<MarkSpan> cited_;  ///< citations of the text read now
};

/// A document is no source of itself: its symbol in a masthead, a running head or its text.
bool TextReferences::is_own(const Citation& citation, const MarkSpan& span) {
  if (!citation.cited.names(document_.symbol)) return false;
  const bool here = citation.pinpoints.empty() || !places_.have(citation.pinpoints);
  if (here) refuse(span, citation.rule, "names this document");
  return here;
}

void TextReferences::add_citations(const MarkSpan& whole, std::string_view text) {
  std::vector<RefusedCitation> left;
  for (Citation& citation : find_citations(text, organ_, refused_ != nullptr ? &left : nullptr)) {
    Reference reference;
    reference.span = span_in(whole, citation.begin, citation.end);
    if (is_own(citation, reference.span)) continue;
    if (citation.cited.names(document_.symbol)) reference.kind = ReferenceKind::internal;
    reference.cited = std::move(citation.cited);
    reference.pinpoints = std::move(citation.pinpoints);
    reference.reissue = std::move(citation.reissue);
    reference.rule = std::move(citation.rule);
    reference.dated = date_behind(text, reference.span.end);
    cited_.push_back(reference.span);
    references_.push_back(std::move(reference));
  }
  for (const RefusedCitation& citation : left)
    refuse(span_in(whole, citation.begin, citation.end), citation.rule, citation.reason);
}

/// An address that holds the symbol it leads to is the address of that citation.
void TextReferences::add_urls(const MarkSpan& whole, std::string_view text) {
  const std::size_t first = references_.size() - cited_.size();
  for (UrlMatch& url : find_urls(text)) {
    const MarkSpan span = span_in(whole, url.begin, url.end);
    if (const MarkSpan* citation = overlapping(cited_, span)) {
      const auto index = static_cast<std::size_t>(citation - cited_.data());
      references_[first + index].target = std::move(url.target);
      continue;
    }
    Reference reference;
    reference.span = span;
    reference.kind = ReferenceKind::url;
    reference.target = std::move(url.target);
    reference.rule = "address";
    references_.push_back(std::move(reference));
  }
}

/// "paragraph 111 of the Tunis Agenda".
std::vector<Locator> pinpoints_before(const PhraseText& words,
                                      const std::vector<Pinpoint>& pinpoints, std::size_t begin) {
  static constexpr std::array<std::string_view, 6> kLinks{
      " of the ", " of ", " in the ", " to the ", " of the United Nations ", " of its "};
  const std::size_t at = words.plain_begin(words.word_at(begin));
  const auto behind =
      std::ranges::partition_point(pinpoints, [&](const Pinpoint& p) { return p.end <= at; });
  if (behind == pinpoints.begin()) return {};
  const Pinpoint& before = *(behind - 1);
  const std::string_view between = words.plain().substr(before.end, at - before.end);
  if (std::ranges::find(kLinks, between) == kLinks.end()) return {};
  return locators_of(words.plain(), before);
}

void TextReferences::add_instruments(const MarkSpan& whole, const PhraseText& words) {
  std::vector<InstrumentMatch> matches = find_instruments(words);
  std::vector<Pinpoint> pinpoints;
  if (!matches.empty()) pinpoints = find_pinpoints(words.plain());
  for (InstrumentMatch& match : matches) {
    const MarkSpan span = span_in(whole, match.begin, match.end);
    const auto in_name = [&](const NameMark& name) {
      return name.span.overlaps(span) && name.kind != Name::Kind::initiative &&
             name.span.end - name.span.begin > span.end - span.begin;
    };
    constexpr std::size_t kLongestName = 200;
    const auto& names = document_.marks.names;
    const auto near = std::ranges::lower_bound(
        names, span_in(whole, span.begin - std::min(span.begin, kLongestName), 0), {},
        &NameMark::span);
    const auto behind =
        std::find_if(near, names.end(), [&](const NameMark& name) { return span < name.span; });
    if (match.symbol.names(document_.symbol)) {
      refuse(span, "instrument", "names this document");
    } else if (std::any_of(near, behind, in_name)) {
      refuse(span, "instrument", "part of a longer name");
    } else if (overlapping(cited_, span) == nullptr) {
      Reference reference;
      reference.span = span;
      reference.kind = ReferenceKind::implicit;
      reference.cited = std::move(match.symbol);
      reference.pinpoints = pinpoints_before(words, pinpoints, match.begin);
      reference.rule = "instrument";
      references_.push_back(std::move(reference));
    }
  }
}

void TextReferences::add_internal(const MarkSpan& whole, const PhraseText& words) {
  const Locator here = locator_of(document_, whole);
  const bool in_note =
      document_.blocks[static_cast<std::size_t>(whole.block)].kind == BlockKind::footnote;
  for (InternalMatch& match : find_internal(words, here, places_, in_note, cited_)) {
    const MarkSpan span = span_in(whole, match.begin, match.end);
    if (!match.refusal.empty()) {
      refuse(span, "internal", match.refusal);
      continue;
    }
    if (overlapping(cited_, span) != nullptr) continue;
    Reference reference;
    reference.span = span;
    reference.kind = match.vague ? ReferenceKind::internal_vague : ReferenceKind::internal;
    reference.cited = document_.symbol;
    reference.pinpoints = std::move(match.pinpoints);
    reference.rule = match.vague ? "above" : "own place";
    references_.push_back(std::move(reference));
  }
}

/// The order of the text, for references and for the indexes of them that quotations keep.
void put_in_order(std::vector<Reference>& references, std::vector<QuoteMark>& quotes) {
  std::vector<std::size_t> order(references.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return references[i].span; });
  std::vector<Reference> sorted;
  std::vector<int> place(references.size());
  for (const std::size_t i : order) {
    place[i] = static_cast<int>(sorted.size());
    sorted.push_back(std::move(references[i]));
  }
  references = std::move(sorted);
  for (QuoteMark& quote : quotes)
    if (quote.reference >= 0) quote.reference = place[static_cast<std::size_t>(quote.reference)];
}

/// A citation in a quotation is of the text quoted: its rule says so.
void tell_quoted(const std::vector<QuoteMark>& quotes, std::vector<Reference>& references) {
  for (Reference& reference : references) {
    if (reference.kind == ReferenceKind::quotation) continue;
    // Quotations do not overlap each other.
    const auto behind = std::ranges::partition_point(
        quotes, [&](const QuoteMark& quote) { return quote.span < reference.span; });
    const bool at = behind != quotes.end() && behind->span.overlaps(reference.span);
    const bool before = behind != quotes.begin() && (behind - 1)->span.overlaps(reference.span);
    if (at || before) reference.rule += ", in a quotation";
  }
}

/// A line of the masthead that is printed as a block too: its title says the same.
void drop_repeated(const Document& document, std::vector<Reference>& references) {
  std::vector<Symbol> titled;
  for (const Reference& reference : references)
    if (reference.span.block == MarkSpan::kTitle) titled.push_back(reference.cited);
  std::erase_if(references, [&](const Reference& reference) {
    return reference.span.block >= 0 && !reference.cited.parts.empty() &&
           locator_of(document, reference.span).part == "masthead" &&
           std::ranges::find(titled, reference.cited) != titled.end();
  });
}

}  // namespace

void mark_references(Document& document, RefusedMarks* refused) {
  TextReferences texts(document, refused);
  for_each_text(document, Texts::running_and_cells,
                [&](const MarkSpan& whole, std::string_view text) { texts.read(whole, text); });
  std::vector<Reference> references = texts.take();
  drop_repeated(document, references);
  FoundReferences found(document, references);
  resolve_ibid(document, found, refused);
  resolve_leaning(document, found, document.marks.quotes, refused);
  relate(document, references);
  tell_quoted(document.marks.quotes, references);
  put_in_order(references, document.marks.quotes);
  document.marks.references = std::move(references);
}

}  // namespace undex
