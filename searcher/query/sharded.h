#pragma once
// What lies beside the databases of an index by the docids of paragraphs, where there may be two of
// each (schemas/index_form.h).
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "schemas/paragraph_cards.h"
#include "schemas/runs.h"
#include "schemas/shard.h"

namespace undex::query {

inline constexpr std::size_t kMostShards = 2;

/// By docid among all shards.
class ShardedCards {
 public:
  ShardedCards() = default;
  /// From one to kMostShards.
  explicit ShardedCards(std::vector<ParagraphCards> shards) : shards_(std::move(shards)) {}
  /// As ParagraphCards::at.
  ParagraphCard at(std::uint32_t docid) const {
    const auto count = static_cast<std::uint32_t>(shards_.size());
    if (docid == 0 || count == 0) return ParagraphCards().at(docid);
    return shards_[(docid - 1) % count].at(Shard{.count = count}.own(docid));
  }

 private:
  std::vector<ParagraphCards> shards_;
};

/// The same. Paragraphs that are not live are among them.
class ShardedRuns {
 public:
  /// The paragraphs that hold a run, not read yet.
  struct List {
    std::size_t count = 0;
    std::array<RunList, kMostShards> of{};
  };

  ShardedRuns() = default;
  explicit ShardedRuns(std::vector<Runs> shards) : shards_(std::move(shards)) {}
  std::size_t length_of(std::uint32_t paragraph) const {
    const auto count = static_cast<std::uint32_t>(shards_.size());
    if (paragraph == 0 || count == 0) return 0;
    return shards_[(paragraph - 1) % count].length_of(Shard{.count = count}.own(paragraph));
  }
  List find(std::uint32_t hash) const {
    List list;
    for (std::size_t at = 0; at < shards_.size(); ++at) {
      list.of[at] = shards_[at].find(hash);
      list.count += list.of[at].count;
    }
    return list;
  }
  /// Adds the docids of a list: of each shard they ascend.
  void read(const List& list, std::vector<std::uint32_t>& out) const {
    for (std::uint32_t number = 0; number < shards_.size(); ++number) {
      const Shard shard{.number = number, .count = static_cast<std::uint32_t>(shards_.size())};
      const std::size_t before = out.size();
      shards_[number].read(list.of[number], out);
      for (std::size_t at = before; at < out.size(); ++at) out[at] = shard.whole(out[at]);
    }
  }

 private:
  std::vector<Runs> shards_;
};

}  // namespace undex::query
