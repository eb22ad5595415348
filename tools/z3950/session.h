#pragma once
// What one client asks: searches that are kept as result sets, their records, lists of terms. One
// state of the archive from the first question to the last.
#include <yaz/backend.h>

#include <map>
#include <string>
#include <vector>

#include "searcher/serve/routes.h"
#include "tools/z3950/records.h"

namespace undex::z3950 {

class Session {
 public:
  /// Errors as Searcher::open.
  explicit Session(const serve::SiteOptions& options);

  /// They fill in what the client gets. Throw Refusal, CqlError, Error.
  void search(bend_search_rr& asked);
  void fetch(bend_fetch_rr& asked);
  void scan(bend_scan_rr& asked);
  void remove(bend_delete_rr& asked);

 private:
  struct ResultSet {
    std::string cql;
    std::size_t documents = 0;
    std::size_t first = 0;  ///< place of the first hit at hand
    std::size_t passages = 0;
    std::vector<Hit> hits{};
  };

  std::string cql_of(const Z_Query& query) const;
  const Hit& hit_at(ResultSet& set, std::size_t place, std::size_t passages) const;
  serve::Call call() { return {request_, site_, *view_, search_, {}}; }

  serve::Site site_;
  serve::Lease view_;
  serve::Search search_{view_->searcher, nullptr};
  serve::HttpRequest request_{};
  std::map<std::string, ResultSet, std::less<>> sets_;
};

}  // namespace undex::z3950
