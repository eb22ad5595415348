#include "searcher/serve/sru/diagnostics.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/cql.h"
#include "searcher/render/record/xml.h"

namespace undex::serve::sru {
namespace {

using rendering::add_element;

struct Row {
  Problem problem;
  std::string_view message;
};
constexpr auto kRows = std::to_array<Row>({
    {Problem::unavailable, "System temporarily unavailable"},
    {Problem::operation, "Unsupported operation"},
    {Problem::version, "Unsupported version"},
    {Problem::value, "Unsupported parameter value"},
    {Problem::missing, "Mandatory parameter not supplied"},
    {Problem::parameter, "Unsupported parameter"},
    {Problem::query_type, "Unsupported query type"},
    {Problem::index, "Unsupported index"},
    {Problem::relation, "Unsupported relation"},
    {Problem::query_feature, "Query feature unsupported"},
    {Problem::first_record, "First record position out of range"},
    {Problem::record_unavailable, "Record temporarily unavailable"},
    {Problem::no_such_record, "Record does not exist"},
    {Problem::schema, "Unknown schema for retrieval"},
    {Problem::packing, "Unsupported record packing"},
    {Problem::xpath, "XPath retrieval unsupported"},
    {Problem::too_many_sort_keys, "Too many sort keys to sort"},
    {Problem::sort_schema, "Unsupported schema for sort"},
    {Problem::sort_path, "Unsupported path for sort"},
    {Problem::sort_case, "Unsupported case"},
    {Problem::sort_missing, "Unsupported missing value action"},
    {Problem::sorted_twice, "Sort spec included both in query and protocol: error"},
    {Problem::stylesheet, "Stylesheets not supported"},
    {Problem::response_position, "Response position out of range"},
});

}  // namespace

Diagnostic diagnostic(Problem problem, std::string details) {
  const auto* row = std::ranges::find(kRows, problem, &Row::problem);
  return {static_cast<int>(problem), std::move(details), std::string(row->message)};
}

Diagnostic diagnostic(const QueryError& error) {
  std::string message = error.what();
  if (!error.hint.empty()) message += "; " + error.hint;
  if (const auto* cql = dynamic_cast<const CqlError*>(&error))
    return {cql->number, printable(cql->details), std::move(message)};
  return {static_cast<int>(Problem::query_feature), {}, std::move(message)};
}

void add_diagnostic(XmlBuilder& xml, const Version& version, const Diagnostic& diagnostic) {
  xml.open("diag:diagnostic");
  xml.attribute("xmlns:diag", version.diagnostic);
  add_element(xml, "diag:uri", "info:srw/diagnostic/1/" + std::to_string(diagnostic.number));
  add_element(xml, "diag:details", diagnostic.details);
  add_element(xml, "diag:message", diagnostic.message);
  xml.close();
}

void add_diagnostics(XmlBuilder& xml, const Version& version, const Diagnostics& diagnostics) {
  if (diagnostics.empty()) return;
  xml.open("zs:diagnostics");
  for (const Diagnostic& one : diagnostics) add_diagnostic(xml, version, one);
  xml.close();
}

}  // namespace undex::serve::sru
