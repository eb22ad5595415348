#pragma once
// The record that explains the service (ZeeRex 2.0): what can be asked and how, made from the
// tables of fields, indexes, schemas and versions.
#include <string>

#include "searcher/serve/sru/asked.h"

namespace undex::serve::sru {

inline constexpr std::string_view kExplainSchema = "http://explain.z3950.org/dtd/2.0/";

/// An element with its namespace.
std::string explain_record(const Call& call, const Version& version);

}  // namespace undex::serve::sru
