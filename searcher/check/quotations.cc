// Words between quotation marks: are they those of the document cited, and of the paragraph?
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/quotation.h"
#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

/// Below this share of words in runs of three another document may be the one that is quoted.
constexpr std::size_t kQuotedShare = 40;

std::string whole_text(const Document& document) {
  std::string text = document.masthead.normal(MastheadItem::title) + "\n";
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture) text += block.text + "\n";
  return text;
}

/// Texts of documents quoted, each cut into words once.
class Texts {
 public:
  const QuotableText& of(const Document& document) {
    const auto known = texts_.find(&document);
    return known != texts_.end() ? known->second
                                 : texts_.emplace(&document, whole_text(document)).first->second;
  }

  /// The first block that has the words by itself.
  const Block* block_with(const Document& document, const Quotation& words) {
    const auto [at, fresh] = blocks_.try_emplace(&document);
    if (fresh) {
      for (const Block& block : document.blocks)
        if (block.kind != BlockKind::furniture) at->second.emplace_back(&block, block.text);
    }
    const auto found =
        std::ranges::find_if(at->second, [&](const Cut& cut) { return cut.text.has(words); });
    return found == at->second.end() ? nullptr : found->block;
  }

 private:
  struct Cut {
    Cut(const Block* of, std::string_view words) : block(of), text(words) {}
    const Block* block;
    QuotableText text;
  };
  std::map<const Document*, QuotableText> texts_;
  std::map<const Document*, std::vector<Cut>> blocks_;
};

void check_quotation(Checking& checking, const QuoteMark& quote, const Reference& reference,
                     const Document& held, Texts& texts) {
  const std::string words = words_of(checking.draft, quote.span);
  std::string places;
  for (const Locator& place : reference.pinpoints) places += text_at(held, place) + "\n";
  const bool pinned = places.find_first_not_of('\n') != std::string::npos;
  if (pinned && difference_from(words, places).empty()) return checking.right();
  const QuotableText& whole = texts.of(held);
  const Quotation quotation(words);
  const std::string difference = whole.difference(quotation);
  if (difference.empty() && !pinned) return checking.right();
  const std::string where = citation_of(held, pinned ? reference.pinpoints.front() : Locator{});
  if (difference.empty()) {
    const Block* block = texts.block_with(held, quotation);
    if (block == nullptr) return checking.right();
    checking.find("quotation-elsewhere", quote.span, "these words do not stand in " + where,
                  citation_of(held, block->locator), held.name());
  } else if (whole.share(words) < kQuotedShare) {
    checking.find("quotation-not-found", quote.span,
                  "few of these words stand in " + held.name() + ": " + difference, {}, where);
  } else {
    checking.find("quotation-differs", quote.span, difference, {}, where);
  }
}

}  // namespace

void check_quotations(Checking& checking) {
  const Document& draft = checking.draft;
  Texts texts;
  for (const QuoteMark& quote : draft.marks.quotes) {
    const auto index = static_cast<std::size_t>(quote.reference);
    if (quote.reference < 0 || index >= draft.marks.references.size()) continue;
    const Reference& reference = draft.marks.references[index];
    if (reference.cited.parts.empty() || reference.cited.names(draft.symbol)) continue;
    const Document* held = checking.holdings.held(reference.cited);
    // An abridged record has other words, another language too.
    if (held == nullptr || !is_whole(*held) || held->language() != draft.language())
      checking.unsure();
    else
      check_quotation(checking, quote, reference, *held, texts);
  }
}

}  // namespace undex::checking
