#pragma once
// runs.bin (schemas/runs.h), made in bounded memory: the runs of paragraphs are gathered while
// these are put into their database, sorted in pieces on the disk, and merged when the databases
// are.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace undex {

/// A run and a paragraph that holds it.
struct RunPair {
  std::uint32_t hash = 0;
  std::uint32_t docid = 0;
  auto operator<=>(const RunPair&) const = default;
};

/// Of the paragraphs of one database.
struct GatheredRuns {
  std::vector<std::filesystem::path> pieces{};  ///< files of RunPair, each in order
  std::size_t pairs = 0;                        ///< in all of them
  std::vector<std::uint32_t> lengths{};  ///< in words, by docid; 0 where there is none that counts
};

/// Not thread-safe. Errors{archive} when the disk fails.
class RunGatherer {
 public:
  /// Pieces lie in the folder, as "runs-0" and so on. `most_bytes`: in memory at once, about.
  RunGatherer(std::filesystem::path folder, std::size_t most_bytes)
      : folder_(std::move(folder)), most_bytes_(most_bytes) {}
  /// Of a paragraph that counts.
  void add(std::uint32_t docid, std::string_view text, std::string_view language);
  /// `end`: docids of the database are below it.
  GatheredRuns finish(std::size_t end);

 private:
  void write_piece();

  const std::filesystem::path folder_;
  const std::size_t most_bytes_;
  std::vector<RunPair> pairs_;
  GatheredRuns gathered_;
};

/// Of databases that become one: docids go on where the database before ends. One piece, at `path`.
GatheredRuns join_runs(const std::vector<GatheredRuns>& databases,
                       const std::filesystem::path& path);

/// Writes runs.bin into the folder.
void write_runs(const std::vector<GatheredRuns>& databases, const std::filesystem::path& folder);

/// The same where a copy of the database of `before`, a generation, was changed: what it knows of
/// paragraphs that are still there is taken over. `fresh`: of those that were put in; its
/// pieces are removed.
void change_runs(const std::filesystem::path& before, GatheredRuns fresh,
                 const std::filesystem::path& folder);

}  // namespace undex
