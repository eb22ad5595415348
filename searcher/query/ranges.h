#pragma once
// year:2002..2009, date>2003-05, figure:1000..2000 as engine queries. Where a document or paragraph
// may have several values, all of them count: a range is answered by the terms of its values, and
// by value slots only where one bound decides.
#include <xapian.h>

#include <limits>
#include <string_view>

#include "searcher/query/context.h"
#include "searcher/query/query.h"

namespace undex::query {

/// The numbers of a range, both bounds included.
struct NumberBounds {
  double from = -std::numeric_limits<double>::infinity();
  double to = std::numeric_limits<double>::infinity();
  /// Of a plain decimal number; false for what is none.
  bool hold(std::string_view number) const;
};
NumberBounds bounds_of(const RangeNode& node);

/// Without weight.
Xapian::Query range_query(const RangeNode& node, Side side, const PlanContext& context);

}  // namespace undex::query
