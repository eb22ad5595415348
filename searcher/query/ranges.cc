#include "searcher/query/ranges.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/index_form.h"
#include "searcher/query/docids.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// More are joined to one list before the search: an OR of thousands is slow.
constexpr std::size_t kTermsJoinedLate = 64;
/// Above every byte of an ISO date: "2003-05" to the last day of May.
constexpr char kAfterDates = '~';

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Query numbers(const RangeNode& node, const Database& db) {
  const NumberBounds wanted = bounds_of(node);
  const std::string prefix = std::string(node.field->prefix) + ":";
  std::vector<std::string> terms;
  for (TermWalk walk(db, prefix); !walk.is_done(); walk.next())
    if (wanted.hold(std::string_view(walk.term()).substr(prefix.size())))
      terms.push_back(walk.term());
  if (terms.size() > kTermsJoinedLate) return any_of_docids(holders_of(terms, db), db);
  if (terms.empty()) return Query::MatchNothing;
  return without_weight(Query(Query::OP_OR, terms.begin(), terms.end()));
}

/// Of figures one bound is met by the greatest or the least of them; between two bounds each
/// counts.
Query figures(const RangeNode& node, const Database& db) {
  const NumberBounds wanted = bounds_of(node);
  if (node.to.empty())
    return without_weight(
        Query(Query::OP_VALUE_GE, kSlotGreatestFigure, Xapian::sortable_serialise(wanted.from)));
  if (node.from.empty())
    return without_weight(
        Query(Query::OP_VALUE_LE, kSlotLeastFigure, Xapian::sortable_serialise(wanted.to)));
  return numbers(node, db);
}

/// The greatest text below every date that begins so.
std::string just_before(std::string date) {
  --date.back();
  return date + kAfterDates;
}

Query dates(const RangeNode& node) {
  // No value at all sorts first: "!" is above it and below every date.
  const std::string from = node.from.empty() ? "!"
                           : node.above      ? node.from + kAfterDates
                                             : node.from;
  const std::uint32_t slot = node.field->slot;
  if (node.to.empty()) return without_weight(Query(Query::OP_VALUE_GE, slot, from));
  const std::string to = node.below ? just_before(node.to) : node.to + kAfterDates;
  if (to < from) return Query::MatchNothing;
  return without_weight(Query(Query::OP_VALUE_RANGE, slot, from, to));
}

}  // namespace

bool NumberBounds::hold(std::string_view text) const {
  const std::optional<double> value = number(text);
  return value && *value >= from && *value <= to;
}

NumberBounds bounds_of(const RangeNode& node) {
  NumberBounds bounds;
  if (const std::optional<double> low = number(node.from))
    bounds.from = node.above ? std::nextafter(*low, bounds.to) : *low;
  if (const std::optional<double> high = number(node.to))
    bounds.to =
        node.below ? std::nextafter(*high, -std::numeric_limits<double>::infinity()) : *high;
  return bounds;
}

Query range_query(const RangeNode& node, Side side, const PlanContext& context) {
  const Database& db = side == Side::documents ? context.documents : context.paragraphs;
  if (node.field->kind == FieldKind::date) return dates(node);
  return node.field->name == kFigureField ? figures(node, db) : numbers(node, db);
}

}  // namespace undex::query
