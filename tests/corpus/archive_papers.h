#pragma once
// Small documents for the tests of the archive.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/archive.h"
#include "tests/support.h"
#include "undex/error.h"

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

inline Provenance provenance(const std::string& source, const std::string& added = {}) {
  Provenance out;
  out.source = source;
  out.format = "pdf";
  out.added = added;
  return out;
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

namespace fs = std::filesystem;

inline void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Every file of the folder with its bytes.
inline std::map<std::string, std::string> contents(const fs::path& dir) {
  std::map<std::string, std::string> found;
  for (const auto& at : fs::recursive_directory_iterator(dir))
    if (at.is_regular_file()) found[fs::relative(at.path(), dir).string()] = read_file(at.path());
  return found;
}

inline void restore(const fs::path& dir, const std::map<std::string, std::string>& files) {
  for (const auto& at : fs::recursive_directory_iterator(dir))
    if (at.is_regular_file() && !files.contains(fs::relative(at.path(), dir).string()))
      fs::remove(at.path());
  for (const auto& [name, bytes] : files) write_file(dir / name, bytes);
}

/// What opening says, or "" when it opens.
inline std::string refusal(const fs::path& dir, Archive::Mode mode,
                           ErrorKind kind = ErrorKind::archive) {
  try {
    Archive::open(dir, mode);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, kind) << error.what();
    EXPECT_NE(error.hint, "") << error.what();
    return error.what();
  }
  return {};
}

}  // namespace undex::test
