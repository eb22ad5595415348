#pragma once
// A search as an address says it, and addresses of searches that differ from it by one thing. All
// of its state stands in the address: a link to a search is the search.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/routes.h"
#include "undex/search.h"

namespace undex::serve {

struct Asked {
  std::string query;
  std::vector<Filter> filters;  ///< one a field, as f=organ:ECOSOC comes once or often
  std::string order;  ///< "relevance", "newest", "oldest", "symbol"; empty: as the query says
  std::string unit;   ///< "paragraph" or empty
  std::string cursor;
  std::string within;  ///< only values of filters that hold this

  bool has(std::string_view field, std::string_view value) const;
};

/// Error{usage} for a filter without a field, or an order that is none.
Asked asked_by(const HttpRequest& request);

/// The request to make of it, with these facets counted.
Request request_of(const Asked& asked, std::vector<std::string> facets, std::string_view language);

/// What is asked and of which documents: q and f, however it is shown.
std::vector<Parameter> parameters_of(const Asked& asked);

/// The years chosen where they are one year or one range: "2002..2009" and "2003" from and to.
/// Nothing for a doubtful one.
struct YearRange {
  std::string from;
  std::string to;
};
std::optional<YearRange> year_range(const Asked& asked);

/// "/search?q=...&f=organ:ECOSOC": without cursor, for another page begins anew.
std::string address_of(const Call& call, const Asked& asked);
/// The page of hits that begins at the cursor.
std::string next_address(const Call& call, const Asked& asked, std::string_view cursor);
/// These years in place of those chosen.
std::string in_years(const Call& call, Asked asked, std::string_view years);
std::string without_filter(const Call& call, Asked asked, std::string_view field,
                           std::string_view value);

}  // namespace undex::serve
