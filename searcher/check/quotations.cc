// Words between quotation marks: are they those of the document cited, and of the paragraph?
#include <map>
#include <memory>

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
    std::unique_ptr<QuotableText>& text = texts_[&document];
    if (!text) text = std::make_unique<QuotableText>(whole_text(document));
    return *text;
  }

 private:
  std::map<const Document*, std::unique_ptr<QuotableText>> texts_;
};

/// The first block that has the words by itself.
const Block* block_with(const Document& held, const std::string& words) {
  for (const Block& block : held.blocks)
    if (block.kind != BlockKind::furniture && QuotableText(block.text).difference(words).empty())
      return &block;
  return nullptr;
}

void check_quotation(Checking& checking, const QuoteMark& quote, const Reference& reference,
                     const Document& held, Texts& texts) {
  const std::string words = words_of(checking.draft, quote.span);
  std::string places;
  for (const Locator& place : reference.pinpoints) places += text_at(held, place) + "\n";
  const bool pinned = places.find_first_not_of('\n') != std::string::npos;
  if (pinned && difference_from(words, places).empty()) return checking.right();
  const QuotableText& whole = texts.of(held);
  const std::string difference = whole.difference(words);
  if (difference.empty() && !pinned) return checking.right();
  const std::string where = citation_of(held, pinned ? reference.pinpoints.front() : Locator{});
  if (difference.empty()) {
    const Block* block = block_with(held, words);
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
