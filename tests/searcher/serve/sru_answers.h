#pragma once
// Answers of SRU, asked without a socket and taken apart.
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/xml_schema.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve::test {

/// "query=missions&maximumRecords=1"; "%20" and its like decoded.
inline std::string sru(const std::string& parameters) { return ask("/sru?" + parameters).body; }

/// What stands in each element of that name, as it is in the answer.
inline std::vector<std::string> all_of(std::string_view xml, const std::string& element) {
  std::vector<std::string> found;
  const std::string begin = "<" + element + ">";
  const std::string end = "</" + element + ">";
  for (std::size_t at = 0; (at = xml.find(begin, at)) != std::string_view::npos;) {
    at += begin.size();
    found.emplace_back(xml.substr(at, xml.find(end, at) - at));
  }
  return found;
}
/// The first, or nothing.
inline std::string one_of(std::string_view xml, const std::string& element) {
  const std::vector<std::string> found = all_of(xml, element);
  return found.empty() ? std::string() : found.front();
}

/// "8 foo; 66 bar": numbers and details of its diagnostics.
inline std::string faults_of(std::string_view xml) {
  std::string out;
  for (const std::string& one : all_of(xml, "zs:diagnostics"))
    for (std::size_t at = 0; (at = one.find("<diag:uri>", at)) != std::string::npos; ++at) {
      const std::string rest = one.substr(at, one.find("</diag:diagnostic>", at) - at);
      const std::string uri = one_of(rest, "diag:uri");
      const std::string details = one_of(rest, "diag:details");
      out += (out.empty() ? "" : "; ") + uri.substr(uri.rfind('/') + 1);
      out += details.empty() ? "" : " " + details;
    }
  return out;
}

/// What is wrong with the XML by a schema of ours; empty if nothing.
inline std::string invalid(const std::string& schema, const std::string& xml) {
  const std::string folder = schema == "hit.xsd" ? "schemas/" : "tests/fixtures/sru/";
  return undex::test::Schema(undex::test::source_path(folder + schema)).faults(xml);
}

}  // namespace undex::serve::test
