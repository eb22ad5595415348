#include "indexer/understand/references/checks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/date.h"
#include "corpus/quotation.h"

namespace undex {
namespace {

using Place = Locator::Place;

Notice notice_of(const Document& document, const MarkSpan& span, std::string code,
                 std::string text) {
  return {Notice::Level::warning, std::move(code), locator_of(document, span), std::move(text)};
}

/// The first year in which a document of that symbol can be: the year it states, or that in which
/// the session of the General Assembly opens (the first in 1946, A/31 in 1976).
int earliest_year(const Symbol& symbol) {
  constexpr int kBeforeFirstSession = 1945;
  constexpr int kFirstSessionInSymbols = 31;
  int earliest = 0;
  for (const std::string& part : symbol.parts) {
    const SymbolDetails details = describe_symbol(part);
    int year = details.year.value_or(0);
    const bool assembly = details.organ == "General Assembly" && !part.starts_with("A/HRC/") &&
                          !part.starts_with("A/AC.") && !part.starts_with("A/CN.") &&
                          !part.starts_with("A/CONF.");
    const bool number = !details.session.empty() &&
                        details.session.find_first_not_of("0123456789") == std::string::npos;
    if (year == 0 && assembly && number && details.session.size() < 4) {
      const int session = std::stoi(details.session);
      if (session >= kFirstSessionInSymbols) year = kBeforeFirstSession + session;
    }
    earliest = std::max(earliest, year);
  }
  return earliest;
}

/// As precise as the less precise of the two.
bool is_after(const Date& a, const Date& b) {
  if (a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0 || a.month == b.month)
    return a.month == b.month && a.day > b.day && b.day > 0;
  return a.month > b.month;
}

/// Documents of a session are out from the last weeks of the year before it.
bool is_of_later_year(int year, const Date& own) {
  constexpr int kNovember = 11;
  return year > own.year + (own.month >= kNovember ? 1 : 0);
}

std::optional<std::string> why_younger(const Reference& reference, const Date& own) {
  const std::string cites = "cites " + reference.cited.text();
  const auto dated = parse_date(reference.dated);
  if (dated && is_after(*dated, own))
    return cites + " of " + dated->printed() + ", after its own date, " + own.printed();
  const int year = earliest_year(reference.cited);
  if (dated || reference.relation == Relation::agenda || !is_of_later_year(year, own))
    return std::nullopt;
  return cites + ", a symbol of " + std::to_string(year) + ", after its own date, " + own.printed();
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

std::vector<Notice> check_ages(const Document& document) {
  std::vector<Notice> notices;
  const auto own = parse_date(document.masthead.normal(MastheadItem::date));
  if (!own) return notices;
  for (const Reference& reference : document.marks.references) {
    const bool cites = reference.kind == ReferenceKind::explicit_ && !reference.cited.parts.empty();
    if (!cites || reference.cited.names(document.symbol)) continue;
    if (auto why = why_younger(reference, *own))
      notices.push_back(notice_of(document, reference.span, "cites-younger", std::move(*why)));
  }
  const auto same = [](const Notice& a, const Notice& b) { return a == b; };
  notices.erase(std::unique(notices.begin(), notices.end(), same), notices.end());
  return notices;
}

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
