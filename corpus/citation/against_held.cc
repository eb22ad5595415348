#include "corpus/citation/against_held.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/quotation.h"

namespace undex {
namespace {

using Place = Locator::Place;

Notice notice_of(const Document& document, const MarkSpan& span, std::string code,
                 std::string text) {
  return {Notice::Level::warning, std::move(code), locator_of(document, span), std::move(text)};
}

/// The highest paragraph number of a part of the document; 0 when it numbers none.
int last_paragraph(const Document& document, const std::string& part) {
  int last = 0;
  for (const Block& block : document.blocks) {
    const bool here = block.locator.part == part && block.locator.place == Place::paragraph;
    const std::string digits = block.locator.number.substr(0, block.locator.number.find(' '));
    const bool plain = !digits.empty() && digits.size() < 6 &&
                       digits.find_first_not_of("0123456789") == std::string::npos;
    if (here && plain) last = std::max(last, std::stoi(digits));
  }
  return last;
}

std::optional<std::string> why_beyond(const Locator& pinpoint, const Document& held) {
  if (pinpoint.place != Place::paragraph) return std::nullopt;
  const std::string& number = pinpoint.number;
  if (number.empty() || number.size() > 6 ||
      number.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  const int last = last_paragraph(held, pinpoint.part);
  if (last == 0 || std::stoi(number) <= last) return std::nullopt;
  const std::string where = pinpoint.part.empty() ? "" : " of its " + pinpoint.part;
  return "cites " + held.symbol.text() + ", " + pinpoint.citation() + "; the last paragraph" +
         where + " is " + std::to_string(last);
}

std::string whole_text(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) continue;
    text += block.text + "\n";
  }
  return text;
}

std::optional<std::string> why_misquoted(const Document& document, const QuoteMark& quote,
                                         const Reference& reference, const Document& held) {
  const std::string words = words_of(document, quote.span);
  std::string places;
  for (const Locator& pinpoint : reference.pinpoints) places += text_at(held, pinpoint) + "\n";
  const std::string whole = whole_text(held);
  const bool pinned = places.find_first_not_of('\n') != std::string::npos;
  const std::string difference = difference_from(words, pinned ? places : whole);
  if (difference.empty()) return std::nullopt;
  const std::string name = "quotation of " + held.symbol.text();
  if (pinned && difference_from(words, whole).empty())
    return name + ": its words stand there, but not in " + reference.pinpoints.front().citation();
  return name + ": " + difference;
}

bool is_comparable(const Document& document, const Document* held) {
  return held != nullptr && held->masthead.find(MastheadItem::abridged) == nullptr &&
         held->masthead.find(MastheadItem::record) == nullptr &&
         held->language() == document.language();
}

}  // namespace

std::vector<Notice> check_against_held(const Document& document, const FindHeld& find) {
  std::vector<Notice> notices;
  const auto& references = document.marks.references;
  for (const Reference& reference : references) {
    const bool internal = reference.cited.names(document.symbol);
    if (internal || reference.pinpoints.empty() || reference.cited.parts.empty()) continue;
    const Document* held = find(reference.cited);
    if (!is_comparable(document, held)) continue;
    for (const Locator& pinpoint : reference.pinpoints)
      if (auto why = why_beyond(pinpoint, *held))
        notices.push_back(notice_of(document, reference.span, "cites-beyond", std::move(*why)));
  }
  for (const QuoteMark& quote : document.marks.quotes) {
    const auto index = static_cast<std::size_t>(quote.reference);
    if (quote.reference < 0 || index >= references.size()) continue;
    const Document* held = find(references[index].cited);
    if (!is_comparable(document, held)) continue;
    if (auto why = why_misquoted(document, quote, references[index], *held))
      notices.push_back(notice_of(document, quote.span, "cites-misquoted", std::move(*why)));
  }
  return notices;
}

}  // namespace undex
