#pragma once
// One archive as a part of several that are searched as one. Each part answers whole for what it
// holds; what the weights and the plan of a question rest on is the sum over all of them, told and
// added up before anything is ranked. In three rounds:
//   1. statistics() of every part, each without the works that a part before it tells of, added up.
//      Where asks_again() says so, once more, with the sum.
//   2. evidence() of every part with the sum, likewise: least_evidence() of all.
//   3. part() of every part with both: hits, counts and facets to merge.
// A question asked so finds, weighs and counts what one archive holding everything would, to the
// last bit: weights are multiples of 2^-24, so that sums of them are the same in any order.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "undex/export.h"
#include "undex/search.h"

namespace undex {

struct TermCounts {
  std::uint64_t holders = 0;      ///< documents or paragraphs that hold it
  std::uint64_t occurrences = 0;  ///< how often, in all of them
  bool operator==(const TermCounts&) const = default;
};

/// Of the documents of an archive, or of its paragraphs with headings and the like.
struct SideStatistics {
  std::uint64_t size = 0;
  std::uint64_t words = 0;  ///< terms in all of them: what an average length rests on
  std::map<std::string, TermCounts> terms{};  ///< that the question asks for; bytes, not text
  bool operator==(const SideStatistics&) const = default;
};

/// All that a question makes undex ask of what is held.
struct Statistics {
  SideStatistics documents{}, paragraphs{};
  std::map<std::string, bool> answers{};  ///< does anything answer this part of the plan?
  /// What a wildcard, a fuzzy word or a place to start from stands for: terms, and how often each
  /// stands there.
  std::map<std::string, std::map<std::string, std::uint64_t>> expansions{};
  bool operator==(const Statistics&) const = default;
};

UNDEX_API void add(const Statistics& more, Statistics& all);
/// Whether parts name terms that other parts were not asked about: `like:` a document that one of
/// them holds. Searcher::statistics() must then be asked once more, with the sum.
UNDEX_API bool asks_again(const Statistics& all);
/// From what evidence() of every part told. Order does not matter.
UNDEX_API double least_evidence(std::vector<double> of_all_parts);

/// What a part must know of the others to answer.
struct Shared {
  std::shared_ptr<const Statistics> statistics{};  ///< of all; the same for every part
  double least_evidence = 0;
  /// Of Searcher::works(): what other parts show. Not listed, counted or told by this one.
  std::vector<std::uint64_t> elsewhere{};
  /// Sort key of the last hit that was shown, of any part; empty for none. Not in the order of
  /// relevance. What Request::cursor is to one archive, and never together with it.
  std::string after{};
  /// Groups by their numbers: who else belongs to the hits that are shown.
  std::vector<std::uint64_t> groups{};
};

/// Documents of one group that match.
struct GroupMembers {
  std::size_t count = 0;
  /// The first by symbol, one more than Hit::others names; what they stand by, as bytes.
  std::vector<Version> first{};
  std::vector<std::string> sort_keys{};
};

struct PartAnswer {
  /// Of facets every value that is held, those that match nothing too, so that `held` can be added
  /// up. Offers are those of a part that finds nothing, and have counts of this part alone. No
  /// cursor; no notes on what is shown.
  Result result;
  /// Of each hit. Bytes in this order are hits in that order, of all parts; in that of relevance
  /// the greater weight goes first, and the key where weights are equal.
  std::vector<std::string> sort_keys{};
  /// What to say where no part finds anything.
  std::vector<std::string> notes_on_nothing{};
  // Where hits are grouped. A group has the same number in every archive; 0 is none.
  std::vector<std::uint64_t> hit_groups{};  ///< of each hit
  /// All that match, in order; not told where they are more than can be. What is a group by itself
  /// is not among them, but in Result::groups.
  std::optional<std::vector<std::uint64_t>> groups{};
  std::vector<GroupMembers> members{};  ///< of Shared::groups
};

}  // namespace undex
