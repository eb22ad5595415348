#include "searcher/query/combine.h"

#include "searcher/query/weights.h"

namespace undex::query {

using Xapian::Query;

Query any_of(std::vector<Query> parts, Query::op op) {
  if (parts.empty()) return Query::MatchNothing;
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query any_term(const std::vector<std::string>& terms) {
  return any_of(std::vector<Query>(terms.begin(), terms.end()));
}

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

Query weighing_times(const Query& query, std::size_t times) {
  return times == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, static_cast<double>(times));
}

Query weighing(const Query& query, double weight) {
  return Query(Query::OP_AND, query,
               Query((new Xapian::FixedWeightPostingSource(rounded_weight(weight)))->release()));
}

bool holds_any(const Database& db, const Query& query) {
  Xapian::Enquire enquire(db.engine());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(db.live(query));
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace undex::query
