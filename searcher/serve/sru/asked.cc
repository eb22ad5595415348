#include "searcher/serve/sru/asked.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/fields.h"
#include "searcher/query/cql.h"
#include "searcher/serve/deliver.h"

namespace undex::serve::sru {
namespace {

constexpr std::size_t kMostNumber = 1'000'000'000;

/// Digits alone; more than the most is the most.
std::optional<std::size_t> number_of(std::string_view text) {
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() ? std::min(number, kMostNumber) : kMostNumber;
}

/// Reads one parameter. False, with a diagnostic, for a value that it cannot have.
using Read = bool (*)(Asked& asked, const std::string& value);

bool refuse(Asked& asked, Problem problem, const std::string& details) {
  asked.faults.push_back(diagnostic(problem, printable(details)));
  return false;
}

bool read_number(Asked& asked, const std::string& value, std::string_view name, std::size_t least,
                 std::size_t& number) {
  const std::optional<std::size_t> read = number_of(value);
  if (!read || *read < least) return refuse(asked, Problem::value, std::string(name));
  number = *read;
  return true;
}

bool read_packing(Asked& asked, const std::string& value) {
  asked.escaped = value == "string";
  return asked.escaped || value == "xml" || refuse(asked, Problem::packing, value);
}

/// 2.0 gives the name another meaning, whether the server may unpack records, which changes nothing
/// here; the old values are taken too.
bool read_record_packing(Asked& asked, const std::string& value) {
  return value == "packed" || value == "unpacked" || read_packing(asked, value);
}

bool read_schema(Asked& asked, const std::string& value) {
  const RecordSchema* schema = find_record_schema(value);
  if (schema == nullptr) return refuse(asked, Problem::schema, value);
  asked.schema = schema;
  return true;
}

/// A field is counted once.
bool add_facet(Asked& asked, const Field& field, std::string index, std::size_t limit) {
  if (std::ranges::find(asked.facets, field.name, &FacetAsked::field) != asked.facets.end())
    return refuse(asked, Problem::value, "facetLimit");
  asked.facets.push_back({std::move(index), std::string(field.name), limit});
  return true;
}

/// "5:dc.date", or "5" for all that can be counted.
bool read_facet(Asked& asked, std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::optional<std::size_t> limit = number_of(text.substr(0, colon));
  if (!limit || *limit == 0) return refuse(asked, Problem::value, "facetLimit");
  const std::size_t most = std::min(*limit, kMostFacetValues);
  if (colon == text.size())
    return std::ranges::all_of(fields(), [&](const Field& field) {
      return !field.facet || add_facet(asked, field, "undex." + std::string(field.name), most);
    });
  std::string index(text.substr(colon + 1));
  const CqlIndex* row = find_cql_index(index);
  const Field* field = row == nullptr ? nullptr : find_field(row->field);
  if (field == nullptr || !field->facet) return refuse(asked, Problem::index, index);
  return add_facet(asked, *field, std::move(index), most);
}

bool read_facets(Asked& asked, const std::string& value) {
  const std::vector<std::string_view> parts = split(value, ',');
  return std::ranges::all_of(parts, [&](std::string_view part) { return read_facet(asked, part); });
}

bool read_media_type(Asked& asked, const std::string& value) {
  for (const std::string_view type : {"application/sru+xml", "application/xml", "text/xml"})
    if (names_token(value, type)) return true;
  return value.find("*/*") != std::string::npos || refuse(asked, Problem::value, "httpAccept");
}

constexpr unsigned kExplain = 1U << static_cast<unsigned>(Operation::explain);
constexpr unsigned kSearch = 1U << static_cast<unsigned>(Operation::search_retrieve);
constexpr unsigned kScan = 1U << static_cast<unsigned>(Operation::scan);
constexpr unsigned kAll = kExplain | kSearch | kScan;

struct Row {
  std::string_view name;
  unsigned operations;
  std::string_view versions;  ///< that have it
  Read read;
  std::string_view echo{};  ///< as answers call it; empty: as it is
};

/// In the order in which answers repeat them.
constexpr auto kRows = std::to_array<Row>({
    {"version", kAll, "1.1 1.2 2.0", [](Asked&, const std::string&) { return true; }},
    {"queryType", kSearch, "2.0",
     [](Asked& asked, const std::string& value) {
       return value == "cql" || refuse(asked, Problem::query_type, value);
     }},
    {"query", kSearch, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       asked.query = value;
       return true;
     }},
    {"startRecord", kSearch, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       return read_number(asked, value, "startRecord", 1, asked.start_record);
     }},
    {"maximumRecords", kSearch, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       return read_number(asked, value, "maximumRecords", 0, asked.maximum_records);
     }},
    {"recordXMLEscaping", kSearch | kExplain, "2.0", read_packing},
    {"recordPacking", kSearch | kExplain, "1.1 1.2", read_packing},
    {"recordPacking", kSearch | kExplain, "2.0", read_record_packing},
    {"recordSchema", kSearch, "1.1 1.2 2.0", read_schema},
    {"facetLimit", kSearch, "2.0", read_facets, "facetParameters"},
    {"recordXPath", kSearch, "1.1",
     [](Asked& asked, const std::string&) { return refuse(asked, Problem::xpath, {}); }},
    {"resultSetTTL", kSearch, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       std::size_t ignored = 0;  // none is kept: the answer names no result set
       return read_number(asked, value, "resultSetTTL", 0, ignored);
     }},
    {"sortKeys", kSearch, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       asked.sort_keys = value;
       return true;
     }},
    {"scanClause", kScan, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       asked.scan_clause = value;
       return true;
     }},
    {"responsePosition", kScan, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       return read_number(asked, value, "responsePosition", 0, asked.response_position);
     }},
    {"maximumTerms", kScan, "1.1 1.2 2.0",
     [](Asked& asked, const std::string& value) {
       return read_number(asked, value, "maximumTerms", 1, asked.maximum_terms);
     }},
    // A style sheet that a client names would run in our name in the browser that shows the answer.
    {"stylesheet", kAll, "1.1 1.2 2.0",
     [](Asked& asked, const std::string&) { return refuse(asked, Problem::stylesheet, {}); }},
    {"renderedBy", kSearch, "2.0",
     [](Asked& asked,
        const std::string&
            value) { return value == "client" || refuse(asked, Problem::value, "renderedBy"); }},
    {"httpAccept", kAll, "2.0", read_media_type},
});

struct Name {
  std::string_view name;
  Operation operation;
  std::string_view needs;  ///< a parameter that it cannot do without
};
constexpr Name kOperations[] = {
    {"searchRetrieve", Operation::search_retrieve, "query"},
    {"scan", Operation::scan, "scanClause"},
    {"explain", Operation::explain, {}},
};

/// A parameter without a value is as one that is not given.
std::string given(const HttpRequest& request, std::string_view name) {
  return request.parameter(name).value_or("");
}

/// 1.x names version and operation; 2.0 needs neither. An address without parameters is asked by
/// clients of all versions: they get what most of them read.
void read_version(Asked& asked, const HttpRequest& request) {
  const std::string number = given(request, "version");
  const bool plain = number.empty() && given(request, "operation").empty();
  asked.version = find_version(plain && !request.parameters.empty() ? "2.0" : number);
  if (asked.version != nullptr) return;
  asked.version = find_version("1.2");
  if (!number.empty())
    refuse(asked, Problem::version, std::string(versions().back().number));
  else if (!plain)
    refuse(asked, Problem::missing, "version");
}

void read_operation(Asked& asked, const HttpRequest& request) {
  const std::string name = given(request, "operation");
  const auto* row = std::ranges::find(kOperations, name, &Name::name);
  if (row == std::end(kOperations))  // that whose parameter is there
    row = std::ranges::find_if(kOperations, [&](const Name& one) {
      return one.needs.empty() || !given(request, one.needs).empty();
    });
  asked.operation = row->operation;
  if (!name.empty() && name != row->name) refuse(asked, Problem::operation, name);
  if (name.empty() && asked.version->number != "2.0" && !request.parameters.empty())
    refuse(asked, Problem::missing, "operation");
  if (!row->needs.empty() && given(request, row->needs).empty())
    refuse(asked, Problem::missing, std::string(row->needs));
}

bool fits(const Row& row, const Asked& asked) {
  return (row.operations >> static_cast<unsigned>(asked.operation) & 1U) != 0 &&
         row.versions.find(asked.version->number) != std::string_view::npos;
}

void read_rows(Asked& asked, const HttpRequest& request) {
  for (const Row& row : kRows) {
    const std::string value = given(request, row.name);
    if (value.empty() || !fits(row, asked) || !row.read(asked, value)) continue;
    asked.echoed.push_back({std::string(row.echo.empty() ? row.name : row.echo), value});
  }
}

/// Those that SRU does not have, those of another operation, and those that come twice.
void refuse_others(Asked& asked, const HttpRequest& request) {
  std::vector<std::string_view> seen;
  for (const Parameter& one : request.parameters) {
    if (std::ranges::find(seen, one.name) != seen.end()) {
      refuse(asked, Problem::value, one.name);
      return;
    }
    seen.push_back(one.name);
    if (one.name == "x-undex-facets") asked.facets_by_source = one.value == "datasource";
    if (one.name == "operation" || one.name.starts_with("x-")) continue;
    if (std::ranges::none_of(
            kRows, [&](const Row& row) { return row.name == one.name && fits(row, asked); }))
      refuse(asked, Problem::parameter, one.name);
  }
}

}  // namespace

Asked read_asked(const HttpRequest& request) {
  Asked asked;
  asked.schema = &record_schemas().front();
  read_version(asked, request);
  read_operation(asked, request);
  read_rows(asked, request);
  refuse_others(asked, request);
  if (asked.operation == Operation::scan && asked.response_position > asked.maximum_terms + 1)
    refuse(asked, Problem::response_position, std::to_string(asked.response_position));
  asked.maximum_records = std::min(asked.maximum_records, kMostRecords);
  asked.maximum_terms = std::min(asked.maximum_terms, kMostTerms);
  asked.response_position = std::min(asked.response_position, asked.maximum_terms + 1);
  return asked;
}

}  // namespace undex::serve::sru
