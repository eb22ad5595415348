#pragma once
// What the lines of a journal come to: the documents held, with their sources.
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "corpus/archive.h"
#include "corpus/archive/journal.h"

namespace undex {

struct Holding {
  ArchiveEntry entry;
  Symbol symbol;
  std::vector<ArchiveSource> sources;  ///< that of the text first; none of what is gone
  std::string changed;                 ///< ArchiveChange::time
  std::size_t changed_in = 0;          ///< ArchiveChange::revision

  const ArchiveSource* source(std::string_view path) const;
};

/// Name, language, source of the text: what makes two puts the same entry.
using Identity = std::tuple<std::string, std::string, std::string>;

struct Catalogue {
  std::unordered_map<std::string, Holding> held;  // by key
  std::unordered_map<std::string, Holding> gone;  // by key; their XML is kept
  std::map<Identity, std::string> keys;           // of what is held
  // A part of a symbol, or a name -> key; past ones too.
  std::unordered_multimap<std::string, std::string> called;
  // sha256 -> keys, past ones too.
  std::unordered_map<std::string, std::set<std::string>> by_original;
  std::unordered_map<std::string, std::size_t> originals;  // sha256 -> size, past ones too
  std::size_t revision = 0;
  std::string newest;  // time of all lines so far

  /// Enters a line; gives the entry whose XML nothing needs any more. A line about a document that
  /// is not held changes nothing.
  std::optional<ArchiveEntry> enter(const JournalLine& line);

  /// Of the XML kept under this key, of a document held or gone.
  std::optional<std::size_t> xml_revision(const std::string& key) const;
  /// By key, else by symbol, else by name.
  std::vector<ArchiveEntry> find(std::string_view name) const;
  /// The document held of which these bytes from this path are a source; nullptr if none is.
  const Holding* find_original(std::string_view sha256, std::string_view source) const;
  /// The documents held of which these bytes are a source, in the order of their keys.
  std::vector<ArchiveEntry> find_bytes(std::string_view sha256) const;

 private:
  std::optional<ArchiveEntry> put(const JournalLine& line);
  void call(const JournalLine& line);
  void remove(const JournalLine& line);
  std::vector<ArchiveEntry> entries(const std::set<std::string>& found_keys) const;
};

/// The lines of the documents that are called so, in their order.
std::vector<const JournalLine*> lines_of(const Journal& journal, std::string_view name);

}  // namespace undex
