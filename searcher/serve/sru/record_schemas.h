#pragma once
// The schemas that records are given in: one row each.
#include <span>
#include <string>
#include <string_view>

#include "searcher/render/record/record.h"
#include "searcher/serve/held.h"
#include "undex/search.h"

namespace undex::serve::sru {

struct RecordSchema {
  std::string_view name;        ///< "marcxml"
  std::string_view identifier;  ///< as answers name it
  /// How identifiers of the same schema begin, that clients name too; empty for none.
  std::string_view family;
  std::string_view title;
  /// The record of a text found, as an element with its namespaces; `entry` is that of the text, of
  /// what is held under its name.
  std::string (*write)(const Call& call, const Hit& hit, const Held& held,
                       const ArchiveEntry& entry);
  std::size_t passages = 0;  ///< of each hit, that the record shows
};

/// The first is given where none is asked for.
std::span<const RecordSchema> record_schemas();
/// By name or identifier; nullptr if there is none.
const RecordSchema* find_record_schema(std::string_view name);

/// Of all that is held under the name, in the words of the text found.
Record record_of_hit(const Call& call, const Held& held, const ArchiveEntry& entry);

}  // namespace undex::serve::sru
