#include "searcher/search/asked_values.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/natural_order.h"
#include "schemas/terms.h"
#include "searcher/query/asked_for.h"

namespace undex::search {
namespace {

/// The bounds of a range, as the search takes them: a session of no number is in none.
bool is_in(const RangeNode& range, std::string_view value) {
  if (value.empty() || !std::all_of(value.begin(), value.end(), is_digit)) return false;
  const auto in_order = [](std::string_view low, std::string_view high, bool strictly) {
    const auto order = natural_compare(low, high);
    return low.empty() || high.empty() || order < 0 || (order == 0 && !strictly);
  };
  return in_order(range.from, value, range.above) && in_order(value, range.to, range.below);
}

}  // namespace

bool AskedValues::by_name(const ColumnValue& value) const {
  if (terms_.empty()) return false;
  return terms_.contains(field_term(field_, value.value)) ||
         (!value.label.empty() && terms_.contains(field_term(field_, value.label)));
}

bool AskedValues::has(const ColumnValue& value) const {
  const auto in_one = [&](const Ranges& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const RangeNode* range) { return is_in(*range, value.value); });
  };
  return by_name(value) ||
         (!ranges_.empty() && std::all_of(ranges_.begin(), ranges_.end(), in_one));
}

void AskedValues::take(const Node& node) {
  if (const AndNode* all = std::get_if<AndNode>(&node.value)) {
    for (const Node& part : all->parts) take(part);
    return;
  }
  Ranges ranges;
  for (const Node* leaf : query::positive_leaves(node)) {
    if (const ValueNode* value = std::get_if<ValueNode>(&leaf->value);
        value && value->field == &field_)
      terms_.insert(field_term(field_, value->value));
    if (const RangeNode* range = std::get_if<RangeNode>(&leaf->value);
        range && range->field == &field_)
      ranges.push_back(range);
  }
  if (!ranges.empty()) ranges_.push_back(std::move(ranges));
}

}  // namespace undex::search
