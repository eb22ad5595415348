#include "searcher/query/cql/sort.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "searcher/query/cql/diagnostics.h"

namespace undex::cql {
namespace {

struct OrderRow {
  std::string_view field;
  Order ascending;
  std::optional<Order> descending;
};
constexpr auto kOrders = std::to_array<OrderRow>({
    {"date", Order::oldest, Order::newest},
    {"year", Order::oldest, Order::newest},
    {"symbol", Order::symbol, std::nullopt},
});

enum class Effect { as_ever, ascending, descending, refused };
struct ModifierRow {
  std::string_view name;
  Effect effect;
  Diagnostic diagnostic = Diagnostic::sort;  ///< when refused
};
constexpr auto kModifiers = std::to_array<ModifierRow>({
    {"ascending", Effect::ascending},
    {"descending", Effect::descending},
    {"ignorecase", Effect::as_ever},
    {"ignoreaccents", Effect::as_ever},
    {"respectcase", Effect::refused, Diagnostic::sort_case},
    {"missingomit", Effect::refused, Diagnostic::sort_missing},
    {"missingfail", Effect::refused, Diagnostic::sort_missing},
    {"missinglow", Effect::refused, Diagnostic::sort_missing},
    {"missinghigh", Effect::refused, Diagnostic::sort_missing},
    {"missingvalue", Effect::refused, Diagnostic::sort_missing},
});

/// The modifiers' own set is that of sorting.
bool is_descending(const std::vector<Modifier>& modifiers, const std::vector<Prefix>& prefixes,
                   std::string_view query) {
  bool descending = false;
  for (const Modifier& modifier : modifiers) {
    const std::string name = bare_name(modifier.name.text, "sort", prefixes);
    const auto* row = std::find_if(kModifiers.begin(), kModifiers.end(),
                                   [&](const ModifierRow& one) { return one.name == name; });
    const bool known = row != kModifiers.end();
    if (!known || row->effect == Effect::refused || modifier.comparison.kind != Token::Kind::end)
      fail({known ? row->diagnostic : Diagnostic::sort, std::string(modifier.name.text),
            "sortBy takes /ascending and /descending; what has no date comes last"},
           query, modifier.name.begin);
    if (row->effect != Effect::as_ever) descending = row->effect == Effect::descending;
  }
  return descending;
}

}  // namespace

CqlSortKey sort_key(const Token& index, const std::vector<Modifier>& modifiers,
                    const std::vector<Prefix>& prefixes, std::string_view query) {
  const Target target = target_of(index, prefixes, query);
  const auto* row = std::find_if(kOrders.begin(), kOrders.end(), [&](const OrderRow& one) {
    return target.field && one.field == target.field->name;
  });
  if (row == kOrders.end())
    fail({Diagnostic::sort, std::string(index.text), "sort by dc.date or undex.symbol"}, query,
         index.begin);
  const bool descending = is_descending(modifiers, prefixes, query);
  if (descending && !row->descending)
    fail({Diagnostic::sort_direction, "descending", "symbols are sorted upwards only"}, query,
         index.begin);
  return {std::string(index.text), descending ? *row->descending : row->ascending};
}

}  // namespace undex::cql

namespace undex {

bool sorts(const CqlIndex& index) {
  return std::ranges::find(cql::kOrders, index.field, &cql::OrderRow::field) != cql::kOrders.end();
}

}  // namespace undex
