// The date printed with a resolution: that of its adoption? Told by the resolution held, else by
// the documents held that print a date with it.
#include <algorithm>
#include <map>
#include <optional>

#include "searcher/check/checking.h"

namespace undex::checking {
namespace {

/// Documents that print the same date with a resolution that is not held, so that it is certain:
/// drafters copy from each other, errors too.
constexpr std::size_t kEnough = 4;

struct Known {
  Date date;
  bool certain = false;  ///< the resolution itself says so, or several documents and none against
  std::string source;
};

bool is_resolution(const Symbol& symbol) {
  return std::ranges::all_of(symbol.parts, [](const std::string& part) {
    return describe_symbol(part).kind == "resolution";
  });
}

std::optional<Known> adoption(CheckHoldings& holdings, const Symbol& symbol) {
  const Document* held = holdings.held(symbol);
  if (held == nullptr || held->masthead.normal(MastheadItem::document_type) != "resolution")
    return std::nullopt;
  const Value* value = held->masthead.find(MastheadItem::date);
  const auto date = parse_date(value == nullptr ? "" : value->normal);
  if (!date || date->day == 0 || !value->flag.empty()) return std::nullopt;
  return Known{*date, true, held->name()};
}

/// "A/RES/60/252, A/RES/68/198 and 3 more"
std::string witnesses(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
    out += (i > 0 ? ", " : "") + names[i];
  if (names.size() > kShown) out += " and " + std::to_string(names.size() - kShown) + " more";
  return out;
}

/// What others print, when one date is far more common than any other.
std::optional<Known> as_printed(CheckHoldings& holdings, const Symbol& symbol) {
  const std::vector<PrintedDate>& dates = holdings.dates(symbol);
  if (dates.empty()) return std::nullopt;
  const std::size_t most = dates.front().documents.size();
  const std::size_t next = dates.size() > 1 ? dates[1].documents.size() : 0;
  if (next > 0 && most < 3 * next) return std::nullopt;
  return Known{dates.front().date, most >= kEnough && next == 0,
               "printed so in " + witnesses(dates.front().documents)};
}

/// The masthead read or the text held may be what errs.
bool is_printed_by_several(CheckHoldings& holdings, const Symbol& symbol, const Date& date) {
  return std::ranges::any_of(holdings.dates(symbol), [&](const PrintedDate& printed) {
    return agree(printed.date, date) && printed.documents.size() > 1;
  });
}

struct Seen {
  std::optional<Known> known;
  std::optional<Date> printed;  ///< in the draft, first
  Locator at;
};

void check_date(Checking& checking, const Reference& reference, const Date& date, Seen& seen) {
  const std::string name = reference.cited.text();
  if (date > checking.now && !agree(date, checking.now))
    checking.remark("date-ahead", reference.span,
                    name + " of " + date.printed() + ": after the date of the draft, " +
                        checking.now.printed());
  const bool twice = seen.printed && !agree(*seen.printed, date);
  if (seen.known && agree(seen.known->date, date)) {
    checking.right();
  } else if (seen.known && (seen.known->certain || !twice)) {
    if (is_printed_by_several(checking.holdings, reference.cited, date)) return checking.unsure();
    checking.find(seen.known->certain ? "wrong-date" : "doubtful-date", reference.span,
                  name + " is of " + seen.known->date.printed() + ", not " + date.printed(),
                  seen.known->date.printed(), seen.known->source);
  } else if (twice) {
    checking.find("two-dates", reference.span,
                  name + " of " + date.printed() + " here, of " + seen.printed->printed() + " at " +
                      seen.at.citation());
  } else {
    checking.unsure();
  }
  if (seen.printed) return;
  seen.printed = date;
  seen.at = locator_of(checking.draft, reference.span);
}

}  // namespace

void check_dates(Checking& checking) {
  std::map<Symbol, Seen> all;
  for (const Reference& reference : checking.draft.marks.references) {
    if (!is_explicit(reference, checking.draft)) continue;
    const auto date = parse_date(reference.dated);
    if (!date || !is_resolution(reference.cited)) continue;
    const auto [at, fresh] = all.try_emplace(reference.cited);
    if (fresh) {
      at->second.known = adoption(checking.holdings, reference.cited);
      if (!at->second.known) at->second.known = as_printed(checking.holdings, reference.cited);
    }
    check_date(checking, reference, *date, at->second);
  }
}

}  // namespace undex::checking
