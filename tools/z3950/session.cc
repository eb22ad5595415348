#include "tools/z3950/session.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/serve/sru/scan.h"
#include "tools/z3950/attributes.h"
#include "tools/z3950/refusal.h"
#include "tools/z3950/rpn.h"

namespace undex::z3950 {
namespace {

constexpr std::size_t kMostSets = 100;
constexpr std::size_t kPage = 20;  ///< hits found at once, for the records that follow

/// YAZ's own name of a database is taken too.
void require_database(int count, char** names) {
  if (count > 1) throw Refusal(YAZ_BIB1_TOO_MANY_DATABASES_SPECIFIED, "1");
  for (int at = 0; at < count; ++at) {
    const std::string name = fold(names[at]);
    if (name != "undex" && name != "default")
      throw Refusal(YAZ_BIB1_DATABASE_DOES_NOT_EXIST, printable(names[at]));
  }
}

char* copied(ODR memory, const std::string& text) {
  return odr_strdupn(memory, text.data(), text.size());
}

/// Where the term asked for, or the next, stands in the list: the list may begin later than asked.
std::size_t place_in(const std::vector<serve::sru::ScannedTerm>& terms, const serve::Call& call,
                     serve::sru::Asked asked) {
  if (terms.front().where == "inner" || terms.front().where == "last")
    return asked.response_position;
  asked.response_position = 1;
  asked.maximum_terms = 1;
  const std::vector<serve::sru::ScannedTerm> first = serve::sru::scan(call, asked);
  if (first.empty()) return terms.size() + 1;
  const auto found = std::ranges::find(terms, first.front().value, &serve::sru::ScannedTerm::value);
  return static_cast<std::size_t>(found - terms.begin()) + 1;
}

}  // namespace

Session::Session(const serve::SiteOptions& options) : site_(options), view_(site_.lease()) {}

std::string Session::cql_of(const Z_Query& query) const {
  const auto of_set = [&](const std::string& name) {
    const auto set = sets_.find(name);
    if (set == sets_.end())
      throw Refusal(YAZ_BIB1_SPECIFIED_RESULT_SET_DOES_NOT_EXIST, printable(name));
    return set->second.cql.substr(0, parse_cql(set->second.cql).end);
  };
  if (query.which == Z_Query_type_1) return z3950::cql_of(*query.u.type_1, of_set);
  if (query.which == Z_Query_type_101) return z3950::cql_of(*query.u.type_101, of_set);
  const bool is_cql = query.which == Z_Query_type_104 && query.u.type_104->which == Z_External_CQL;
  if (!is_cql) throw Refusal(YAZ_BIB1_QUERY_TYPE_UNSUPP);
  if (!is_valid_utf8(query.u.type_104->u.cql)) throw Refusal(YAZ_BIB1_MALFORMED_QUERY);
  return query.u.type_104->u.cql;
}

void Session::search(bend_search_rr& asked) {
  require_database(asked.num_bases, asked.basenames);
  const bool is_there = sets_.contains(asked.setname);
  if (is_there && !asked.replace_set)
    throw Refusal(YAZ_BIB1_RESULT_SET_EXISTS_AND_REPLACE_INDICATOR_OFF);
  if (!is_there && sets_.size() == kMostSets) throw Refusal(YAZ_BIB1_TOO_MANY_RESULT_SETS_CREATED);
  Request request;
  request.query = cql_of(*asked.query);
  request.syntax = Syntax::cql;
  request.limit = 0;
  const Result result = view_->searcher.search(request);
  sets_.insert_or_assign(asked.setname,
                         ResultSet{.cql = request.query, .documents = result.documents});
  asked.hits = static_cast<Odr_int>(result.documents);
}

const Hit& Session::hit_at(ResultSet& set, std::size_t place, std::size_t passages) const {
  if (place < set.first || place >= set.first + set.hits.size() || passages > set.passages) {
    Request request;
    request.query = set.cql;
    request.syntax = Syntax::cql;
    request.limit = kPage;
    request.offset = place;
    request.passages = passages;
    set.hits = view_->searcher.search(request).hits;
    set.first = place;
    set.passages = passages;
  }
  return set.hits.at(place - set.first);
}

void Session::fetch(bend_fetch_rr& asked) {
  const auto set = sets_.find(asked.setname);
  if (set == sets_.end())
    throw Refusal(YAZ_BIB1_SPECIFIED_RESULT_SET_DOES_NOT_EXIST, printable(asked.setname));
  const std::size_t count = set->second.documents;
  if (asked.number < 1 || static_cast<std::size_t>(asked.number) > count)
    throw Refusal(YAZ_BIB1_PRESENT_REQUEST_OUT_OF_RANGE);
  const RecordKind& kind = kind_of(asked.request_format, yaz_get_esn(asked.comp));
  const auto place = static_cast<std::size_t>(asked.number) - 1;
  const Hit& hit = hit_at(set->second, place, passages_of(kind));
  asked.basename = copied(asked.stream, "undex");
  asked.last_in_set = place + 1 == count;
  asked.surrogate_flag = 1;  // of here on it is this record alone that cannot be given
  const std::string record = write_record(kind, call(), hit);
  asked.record = copied(asked.stream, record);
  asked.len = static_cast<int>(record.size());
  asked.output_format = odr_oiddup(asked.stream, kind.syntax);
}

void Session::scan(bend_scan_rr& asked) {
  require_database(asked.num_bases, asked.basenames);
  if (asked.step_size != nullptr && *asked.step_size != 0)
    throw Refusal(YAZ_BIB1_ONLY_ZERO_STEP_SIZE_SUPPORTED_FOR_SCAN);
  if (asked.num_entries < 1 || asked.term_position < 0 ||
      asked.term_position > asked.num_entries + 1)
    throw Refusal(YAZ_BIB1_SCAN_UNSUPP_VALUE_OF_POSITION_IN_RESPONSE);
  serve::sru::Asked question;
  question.scan_clause = z3950::cql_of(clause_of(*asked.term, asked.attributeset));
  const auto wanted = static_cast<std::size_t>(asked.num_entries);
  question.maximum_terms = std::min(wanted, serve::sru::kMostTerms);
  question.response_position =
      std::min(static_cast<std::size_t>(asked.term_position), question.maximum_terms + 1);
  const std::vector<serve::sru::ScannedTerm> terms = serve::sru::scan(call(), question);
  if (!question.faults.empty())
    throw Refusal(bib_1_number(question.faults.front().number), question.faults.front().details);
  asked.num_entries = static_cast<int>(terms.size());
  asked.status = terms.size() < wanted ? BEND_SCAN_PARTIAL : BEND_SCAN_SUCCESS;
  if (!terms.empty()) asked.term_position = static_cast<int>(place_in(terms, call(), question));
  for (std::size_t at = 0; at < terms.size(); ++at) {
    scan_entry& entry = asked.entries[at];
    entry = {};
    entry.term = copied(asked.stream, terms[at].value);
    entry.display_term = copied(asked.stream, terms[at].label);
    entry.occurrences = static_cast<Odr_int>(terms[at].records);
  }
}

void Session::remove(bend_delete_rr& asked) {
  asked.delete_status = Z_DeleteStatus_success;
  if (asked.function == Z_DeleteResultSetRequest_all) sets_.clear();
  for (int at = 0; at < asked.num_setnames; ++at) {
    const bool is_gone = sets_.erase(asked.setnames[at]) == 1;
    asked.statuses[at] = is_gone ? Z_DeleteStatus_success : Z_DeleteStatus_resultSetDidNotExist;
  }
}

}  // namespace undex::z3950
