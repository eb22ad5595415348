#pragma once
// What of the texts held decides how another document of their name enters: of each it is made
// once, however many documents of that name come.
#include <cstddef>
#include <string>
#include <unordered_map>

#include "corpus/archive.h"
#include "corpus/document.h"
#include "indexer/likeness.h"

namespace undex {

struct HeldText {
  Symbol symbol;
  std::string language;
  std::string format;
  bool is_record = false;  ///< of a catalogue: it tells of a document and has no text
  /// Else it is called by the path of its source, and of these two papers may have the same.
  bool has_name = false;
  TextRuns runs;
};

/// All but the runs.
HeldText held_text(const Document& document);

class HeldTexts {
 public:
  /// Of an entry, staged ones too; stays until make_room(). Error as of Archive::read().
  const HeldText& of(const Archive& archive, const ArchiveEntry& entry);
  /// Of a document that was just put.
  void keep(const ArchiveEntry& entry, HeldText text);
  /// Forgets all when it has grown too large.
  void make_room();

 private:
  std::unordered_map<std::string, HeldText> texts_;  // by the checksum of the XML
  std::size_t runs_ = 0;
};

}  // namespace undex
