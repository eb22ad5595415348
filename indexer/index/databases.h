#pragma once
// The two databases of a folder, open for writing, and what is gathered of the paragraphs that are
// put into them: their cards and their runs of words.
#include <xapian.h>

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/index/cards.h"
#include "indexer/index/index_document.h"
#include "indexer/index/runs.h"

namespace undex {

/// Text whose postings may wait in memory, and pairs of runs.
struct WaitingBounds {
  std::size_t document_text_bytes = 0;
  std::size_t paragraph_text_bytes = 0;
  std::size_t sorted_bytes = 0;
};

/// Unique term of a document, which its paragraphs have too.
std::string key_term(const std::string& key);

struct Gathered {
  GatheredCards cards{};
  GatheredRuns runs{};
};

/// Documents and paragraphs are two databases: each may be changed by a thread of its own. Faults
/// of the engine come as Xapian::Error (with_xapian.h).
class Databases {
 public:
  enum class Mode { create, change };
  Databases(const std::filesystem::path& folder, Mode mode, const WaitingBounds& bounds);

  // What waits is written when it is more than the bounds allow.
  void add(const IndexDocument& one);
  void replace_document(const std::string& key, const IndexDocument& one);
  void replace_paragraphs(const std::string& key, const IndexDocument& one);
  void remove(const std::string& key);

  /// Writes all that waits; nothing may be put in behind it.
  Gathered finish();

 private:
  /// A database, and what waits for it.
  struct Waiting {
    Xapian::WritableDatabase database;
    std::size_t most_text_bytes = 0;
    std::size_t text_bytes = 0;

    void count(std::size_t bytes);
    /// Deletes what has the term.
    void take_out(const std::string& term);
  };
  void add_document(const IndexDocument& one);
  void add_paragraphs(const IndexDocument& one);

  Waiting documents_, paragraphs_;
  CardGatherer cards_;
  RunGatherer runs_;
};

}  // namespace undex
