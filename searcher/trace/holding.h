#pragma once
// What the archive holds of a document: whether, in which form, and the particulars that a list
// shows of it.
#include <optional>
#include <string>

#include "corpus/archive.h"
#include "undex/symbol.h"

namespace undex {

struct Holding {
  std::string key;   ///< in the archive: of the English version, else of the first
  std::string name;  ///< Document::name(): both parts of a joint symbol
  std::string title;
  std::string date;       ///< ISO 8601 as far as known
  std::string date_flag;  ///< why it is doubtful, or empty
  std::string kind;       ///< document type as the masthead has it
  std::string held_as;    ///< "text", "abridged record" or "catalogue record"
};

/// The version of a document that stands for all: in English, else the first; nullptr if none.
const ArchiveEntry* chosen_version(const std::vector<ArchiveEntry>& versions);

Holding holding_of(const ArchiveEntry& entry, const Document& document);
/// By any part of a joint symbol; nothing when it is not held.
std::optional<Holding> holding_of(const Archive& archive, const Symbol& symbol);

}  // namespace undex
