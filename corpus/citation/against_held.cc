#include "corpus/citation/against_held.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/quotation.h"

namespace undex {
namespace {

using Place = Locator::Place;

Notice notice_of(const Document& document, const MarkSpan& span, std::string code,
                 std::string text) {
  return {Notice::Level::warning, std::move(code), locator_of(document, span), std::move(text)};
}

/// The number of a numbered paragraph, 0 for what is none.
int paragraph_number(std::string_view number) {
  const bool plain = !number.empty() && number.size() < 7 &&
                     number.find_first_not_of("0123456789") == std::string_view::npos;
  return plain ? std::stoi(std::string(number)) : 0;
}

/// A document held, of which many citations ask the same.
class HeldText {
 public:
  explicit HeldText(const Document& document) : document_(document) {
    for (const Block& block : document.blocks) {
      if (block.locator.place != Place::paragraph) continue;
      const std::string& number = block.locator.number;
      int& last = last_[block.locator.part];
      last = std::max(last, paragraph_number(number.substr(0, number.find(' '))));
    }
  }

  const Document& document() const { return document_; }

  /// The highest paragraph number of a part of the document; 0 when it numbers none.
  int last_paragraph(const std::string& part) const {
    const auto found = last_.find(part);
    return found == last_.end() ? 0 : found->second;
  }

  const QuotableText& whole() {
    if (!whole_) whole_.emplace(whole_text());
    return *whole_;
  }

  /// Kept until others are asked for: quotations of one place follow each other.
  const QuotableText& at(const std::vector<Locator>& places) {
    if (at_ && places == places_) return *at_;
    std::string text;
    for (const Locator& place : places) text += text_at(document_, place) + "\n";
    places_ = places;
    return at_.emplace(text);
  }

 private:
  std::string whole_text() const {
    std::string text;
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) continue;
      text += block.text + "\n";
    }
    return text;
  }

  const Document& document_;
  std::map<std::string, int> last_;  ///< by part
  std::optional<QuotableText> whole_;
  std::vector<Locator> places_;  ///< that at_ is of
  std::optional<QuotableText> at_;
};

std::optional<std::string> why_beyond(const Locator& pinpoint, const HeldText& held) {
  if (pinpoint.place != Place::paragraph) return std::nullopt;
  const int last = held.last_paragraph(pinpoint.part);
  if (last == 0 || paragraph_number(pinpoint.number) <= last) return std::nullopt;
  const std::string where = pinpoint.part.empty() ? "" : " of its " + pinpoint.part;
  return "cites " + held.document().symbol.text() + ", " + pinpoint.citation() +
         "; the last paragraph" + where + " is " + std::to_string(last);
}

std::optional<std::string> why_misquoted(const Document& document, const QuoteMark& quote,
                                         const Reference& reference, HeldText& held) {
  const Quotation words(words_of(document, quote.span));
  const QuotableText& places = held.at(reference.pinpoints);
  const bool pinned = !places.empty();
  const std::string difference = (pinned ? places : held.whole()).difference(words);
  if (difference.empty()) return std::nullopt;
  const std::string name = "quotation of " + held.document().symbol.text();
  if (pinned && held.whole().has(words))
    return name + ": its words stand there, but not in " + reference.pinpoints.front().citation();
  return name + ": " + difference;
}

bool is_comparable(const Document& document, const Document* held) {
  return held != nullptr && held->masthead.find(MastheadItem::abridged) == nullptr &&
         held->masthead.find(MastheadItem::record) == nullptr &&
         held->language() == document.language();
}

/// The texts of the documents that a document cites.
class HeldTexts {
 public:
  HeldTexts(const Document& document, const FindHeld& find) : document_(document), find_(find) {}

  /// nullptr for what cannot be compared.
  HeldText* of(const Symbol& cited) {
    const Document* held = find_(cited);
    if (!is_comparable(document_, held)) return nullptr;
    return &texts_.try_emplace(held, *held).first->second;
  }

 private:
  const Document& document_;
  const FindHeld& find_;
  std::map<const Document*, HeldText> texts_;
};

}  // namespace

std::vector<Notice> check_against_held(const Document& document, const FindHeld& find) {
  std::vector<Notice> notices;
  HeldTexts texts(document, find);
  const auto& references = document.marks.references;
  for (const Reference& reference : references) {
    const bool internal = reference.cited.names(document.symbol);
    if (internal || reference.pinpoints.empty() || reference.cited.parts.empty()) continue;
    const HeldText* held = texts.of(reference.cited);
    if (held == nullptr) continue;
    for (const Locator& pinpoint : reference.pinpoints)
      if (auto why = why_beyond(pinpoint, *held))
        notices.push_back(notice_of(document, reference.span, "cites-beyond", std::move(*why)));
  }
  for (const QuoteMark& quote : document.marks.quotes) {
    const auto index = static_cast<std::size_t>(quote.reference);
    if (quote.reference < 0 || index >= references.size()) continue;
    HeldText* held = texts.of(references[index].cited);
    if (held == nullptr) continue;
    if (auto why = why_misquoted(document, quote, references[index], *held))
      notices.push_back(notice_of(document, quote.span, "cites-misquoted", std::move(*why)));
  }
  return notices;
}

}  // namespace undex
