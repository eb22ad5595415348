#pragma once
// Who cites a document and where, and what it cites itself: for documents held and for those that
// are only cited. Standard types only, as in undex/search.h; strings are UTF-8.
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "undex/error.h"
#include "undex/export.h"
#include "undex/search.h"
#include "undex/symbol.h"

namespace undex {

/// One place at which one document cites another.
struct CitationRecord {
  std::string key;        ///< of the citing document in the archive
  std::string name;       ///< its symbol, or the reference of a paper without one
  std::string title;      ///< of the citing document
  std::string date;       ///< of the citing document, ISO 8601 as far as known
  std::string language;   ///< of the citing text
  bool abridged = false;  ///< the citing text is a record in undex's own words
  std::string locator;    ///< where the citing words stand: "18 (g)"; "masthead" for a title
  std::string pinpoint;   ///< the same as drafters write it: "para. 18 (g)"
  std::string cited;      ///< normal form of what is cited: "A/RES/57/295"; empty when unresolved
  bool cited_held = false;
  std::vector<std::string> cited_pinpoints;  ///< places in what is cited: "para. 4"
  std::string kind;       ///< "explicit", "anaphoric", "implicit", "quotation", "generic", "url"
  std::string relation;   ///< "cites", "mandated by", "recalls", "takes note of", ...
  std::string dated;      ///< ISO date printed with it, or empty
  std::string target;     ///< of a URL: the address
  std::string words;      ///< as printed
  std::string archive{};  ///< name of the one that holds the citing text, where several were asked
};

struct Citations {
  std::string symbol;  ///< normal form of what was asked for: "A/55/75-E/2000/55"
  bool held = false;
  /// By it, in the order of its text, one language version and source after the other; empty when
  /// it is not held. Its citations of itself are left out.
  std::vector<CitationRecord> cites;
  /// Of it: citing documents in natural order of their names, places in the order of the text.
  std::vector<CitationRecord> cited_by;
  std::vector<ArchiveAnswer> archives{};  ///< in the order of their list; of one archive none
};

/// The index names the documents, their marks the places. `name` is a symbol in any form, or the
/// reference of a paper without one; Error{usage} when it is neither a symbol nor held, else as
/// Searcher::open. Thread-safe.
UNDEX_API Citations citations_of(const std::filesystem::path& archive, std::string_view name);

/// Archive keys of the documents that cite this one or a part of it, by the index. Errors as above.
UNDEX_API std::set<std::string> citing_keys(const std::filesystem::path& archive,
                                            const Symbol& cited);

}  // namespace undex
