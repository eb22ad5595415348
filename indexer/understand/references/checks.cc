#include "indexer/understand/references/checks.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/date.h"

namespace undex {
namespace {

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

}  // namespace undex
