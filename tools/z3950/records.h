#pragma once
// The record syntaxes and the element sets within them: one table.
#include <yaz/proto.h>

#include <string>
#include <string_view>

#include "searcher/serve/routes.h"
#include "undex/search.h"

namespace undex::z3950 {

struct RecordKind {
  const Odr_oid* syntax;
  std::string_view elements;  ///< "F", "mods"
  std::string_view form;      ///< of searcher/render/record; empty: a schema of SRU
  std::string_view schema;    ///< of searcher/serve/sru
};

/// Throws Refusal when it is not offered. Nothing asked for is MARC 21, of all elements.
const RecordKind& kind_of(const Odr_oid* syntax, const char* elements);
/// How many paragraphs of a hit it shows.
std::size_t passages_of(const RecordKind& kind);
/// Throws Refusal when the text cannot be read.
std::string write_record(const RecordKind& kind, const serve::Call& call, const Hit& hit);

}  // namespace undex::z3950
