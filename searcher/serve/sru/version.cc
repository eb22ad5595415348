#include "searcher/serve/sru/version.h"

#include <algorithm>
#include <iterator>

namespace undex::serve::sru {
namespace {

constexpr std::string_view kZing = "http://www.loc.gov/zing/srw/";
constexpr std::string_view kZingDiagnostic = "http://www.loc.gov/zing/srw/diagnostic/";

constexpr Version kVersions[] = {
    {"1.1", kZing, kZing, kZingDiagnostic, "recordPacking", "text/xml; charset=utf-8", false},
    {"1.2", kZing, kZing, kZingDiagnostic, "recordPacking", "text/xml; charset=utf-8"},
    {"2.0", "http://docs.oasis-open.org/ns/search-ws/sruResponse",
     "http://docs.oasis-open.org/ns/search-ws/scan",
     "http://docs.oasis-open.org/ns/search-ws/diagnostic", "recordXMLEscaping",
     "application/sru+xml; charset=utf-8", true, false},
};

}  // namespace

std::span<const Version> versions() { return kVersions; }

const Version* find_version(std::string_view number) {
  const auto* found = std::ranges::find(kVersions, number, &Version::number);
  return found == std::end(kVersions) ? nullptr : found;
}

}  // namespace undex::serve::sru
