#pragma once
// Small documents for the tests of the archive.
#include <string>
#include <utility>
#include <vector>

#include "corpus/archive.h"

namespace undex::test {

inline Document paper(const std::string& symbol, const std::string& source,
                      const std::string& text = "Own words of a specimen.") {
  Document document;
  if (!symbol.empty()) document.symbol = symbol_from_normal_form(symbol);
  document.masthead.add(MastheadItem::language, {"", "en", ""});
  Block block;
  block.kind = BlockKind::paragraph;
  block.label = "1.";
  block.locator = {"", Locator::Place::paragraph, "1", {}};
  block.text = text;
  document.blocks.push_back(block);
  document.provenance.source = source;
  return document;
}

/// Keys of the entries with their revisions: "E_2003_75.en 1, E_2009_21.en 2".
inline std::string keys(const std::vector<ArchiveEntry>& entries) {
  std::string out;
  for (const ArchiveEntry& entry : entries)
    out += (out.empty() ? "" : ", ") + entry.key + " " + std::to_string(entry.revision);
  return out;
}

inline std::string faults(const Archive& archive) {
  std::string out;
  for (const ArchiveFault& fault : archive.verify({})) out += fault.key + ": " + fault.text + "\n";
  return out;
}

}  // namespace undex::test
