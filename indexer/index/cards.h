#pragma once
// cards.bin (schemas/paragraph_cards.h): cards go to the disk while their paragraphs are put into
// the database, and are joined when databases are. Errors{archive} when the disk fails.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/index/output.h"
#include "schemas/index_form.h"

namespace undex {

/// Of the paragraphs of one database.
struct GatheredCards {
  std::filesystem::path file{};        ///< one behind the other, in the order of docids
  std::vector<std::uint32_t> sizes{};  ///< by docid; 0 where there is none
  std::uint64_t bytes = 0;             ///< all of them
};

/// Not thread-safe.
class CardGatherer {
 public:
  /// The file lies in the folder, as "cards".
  explicit CardGatherer(const std::filesystem::path& folder);
  /// Docids ascend.
  void add(std::uint32_t docid, const ParagraphCard& card);
  /// `end`: docids of the database are below it.
  GatheredCards finish(std::size_t end);

 private:
  Output out_;
  GatheredCards gathered_;
};

/// Of databases that become one: docids go on where the database before ends. At `path`.
GatheredCards join_cards(const std::vector<GatheredCards>& databases,
                         const std::filesystem::path& path);

/// Writes cards.bin into the folder.
void write_cards(const std::vector<GatheredCards>& databases, const std::filesystem::path& folder);

/// The same where a copy of the database of `before`, a generation, was changed: cards of
/// paragraphs that are still there are taken over. `fresh`: of those that were put in; its file is
/// removed.
void change_cards(const std::filesystem::path& before, const GatheredCards& fresh,
                  const std::filesystem::path& folder);

}  // namespace undex
