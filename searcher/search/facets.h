#pragma once
// Counting the values of fields over everything that matches.
#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemas/fields.h"
#include "searcher/query/plan.h"
#include "undex/search.h"

namespace undex::search {

/// The field of that name; Error{usage} when there is none or it cannot be counted.
const Field& facet_field(std::string_view name);

/// Counts one slot while Xapian walks the matches: equal bytes are counted together and read once.
class SlotSpy : public Xapian::MatchSpy {
 public:
  explicit SlotSpy(std::uint32_t slot) : slot_(slot) {}
  void operator()(const Xapian::Document& doc, double weight) override;
  const std::unordered_map<std::string, std::size_t>& counts() const { return counts_; }

 private:
  std::uint32_t slot_;
  std::unordered_map<std::string, std::size_t> counts_;
};

/// One facet from the counts of both databases. `limit` values, 0 for all; years are never cut, a
/// row of years with the last ones missing would be read as the whole.
Facet make_facet(const Field& field, const SlotSpy& documents, const SlotSpy& paragraphs,
                 std::size_t limit);

/// The values of one field over all documents held.
Facet count_all(const Field& field, const query::PlanContext& databases);

/// Years from `first` to `last` that the facet does not have, as ranges: "2004-2008, 2010-2022".
std::string gaps_between(const Facet& held, std::string_view first, std::string_view last);

}  // namespace undex::search
