#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/query/cql.h"
#include "searcher/render/archive_answers.h"
#include "searcher/render/record/xml.h"
#include "searcher/serve/sru/answer.h"
#include "searcher/serve/sru/facets.h"
#include "searcher/serve/sru/sort_keys.h"
#include "undex/error.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

constexpr std::string_view kDiagnosticSchema = "info:srw/schema/1/diagnostics-v1.1";
/// An answer ends behind the record with which it has so many: whole texts are long.
constexpr std::size_t kMostBytes = 8 * 1024 * 1024;

Request request_of(const Asked& asked) {
  Request request;
  request.query = asked.query;
  request.syntax = Syntax::cql;
  request.limit = asked.maximum_records;
  request.offset = asked.start_record - 1;
  request.passages = asked.schema->passages;
  request.facets_of_found = true;
  for (const FacetAsked& facet : asked.facets) {
    request.facets.push_back(facet.field);
    request.facet_values = std::max(request.facet_values, facet.limit);
  }
  return request;
}

/// Finds, or says in `asked.faults` why it does not.
Result find(const Call& call, Asked& asked) {
  if (!asked.faults.empty()) return {};
  try {
    Request request = request_of(asked);
    if (!asked.sort_keys.empty()) {
      if (!parse_cql(asked.query).sort_by.empty())
        asked.faults.push_back(diagnostic(Problem::sorted_twice));
      else
        request.order = order_of(asked.sort_keys, asked.faults);
      if (!asked.faults.empty()) return {};
    }
    Result result = call.search(request);
    for (std::string& missing : missing_archives(result))
      asked.faults.push_back(diagnostic(Problem::unavailable, std::move(missing)));
    if (asked.start_record > std::max<std::size_t>(result.documents, 1))
      asked.faults.push_back(diagnostic(Problem::first_record, std::to_string(asked.start_record)));
    return result;
  } catch (const QueryError& error) {
    asked.faults.push_back(diagnostic(error));
    return {};
  } catch (const Error& error) {
    if (error.kind != ErrorKind::usage) throw;
    // The query can be read: it is beyond what several archives list.
    asked.faults.push_back(diagnostic(Problem::first_record, std::to_string(asked.start_record)));
    return {};
  }
}

/// The record of a hit, or the diagnostic that stands in its place.
std::pair<std::string, std::optional<Diagnostic>> record_of(const Call& call, const Asked& asked,
                                                            const Hit& hit) {
  try {
    const Held held = held_of(call, hit);
    const auto entry = std::ranges::find(held.entries, hit.key, &ArchiveEntry::key);
    if (entry == held.entries.end()) return {{}, diagnostic(Problem::no_such_record, hit.key)};
    return {asked.schema->write(call, hit, held, *entry), std::nullopt};
  } catch (const Error&) {
    return {{}, diagnostic(Problem::record_unavailable, hit.key)};
  }
}

std::string surrogate(const Asked& asked, const Diagnostic& diagnostic) {
  XmlBuilder xml;
  add_diagnostic(xml, *asked.version, diagnostic);
  return rendering::element_of(xml);
}

/// Returns how many there are.
std::size_t add_records(XmlBuilder& xml, const Call& call, const Asked& asked,
                        const std::vector<Hit>& hits) {
  if (hits.empty()) return 0;
  std::size_t count = 0;
  std::size_t bytes = 0;
  xml.open("zs:records");
  for (const Hit& hit : hits) {
    if (bytes >= kMostBytes) break;
    auto [element, fault] = record_of(call, asked, hit);
    if (fault) element = surrogate(asked, *fault);
    add_record(xml, asked, fault ? kDiagnosticSchema : asked.schema->identifier, element, hit.name,
               asked.start_record + count);
    bytes += element.size();
    ++count;
  }
  xml.close();
  return count;
}

}  // namespace

HttpResponse search_retrieve(const Call& call, Asked& asked) {
  const Result result = find(call, asked);
  XmlBuilder xml = begin_answer(asked, "zs:searchRetrieveResponse");
  add_element(xml, "zs:numberOfRecords", std::to_string(result.documents));
  const std::size_t next = asked.start_record + add_records(xml, call, asked, result.hits);
  if (next > asked.start_record && next <= result.documents)
    add_element(xml, "zs:nextRecordPosition", std::to_string(next));
  add_echo(xml, asked, "zs:echoedSearchRetrieveRequest");
  add_diagnostics(xml, *asked.version, std::exchange(asked.faults, {}));
  if (!result.facets.empty()) add_facets(xml, call, asked, result.facets);
  return end_answer(asked, xml);
}

}  // namespace undex::serve::sru
