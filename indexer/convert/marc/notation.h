#pragma once
// The ways to write MARC records: a table.
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/convert/marc/record.h"

namespace undex {

/// Where a record stands in its file.
struct MarcSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view fault;  ///< why it cannot be read, or empty
};

struct MarcNotation {
  bool (*recognises)(std::string_view bytes);
  /// The first record at or behind `from`; nothing behind the last.
  std::optional<MarcSpan> (*next)(std::string_view bytes, std::size_t from);
  /// The record as a file of its own.
  std::string (*cut)(std::string_view bytes, const MarcSpan& span);
  /// The first record of the file. Throws Error{check}.
  MarcRecord (*read)(std::string_view bytes, std::string_view name);
};

/// nullptr when it is none.
const MarcNotation* marc_notation(std::string_view bytes);

extern const MarcNotation kMarcXml;
extern const MarcNotation kIso2709;
extern const MarcNotation kMarcLines;

}  // namespace undex
