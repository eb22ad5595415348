#pragma once
// Documents of several archives as if they stood in one: what searcher/documents makes its pages
// from. For one page: all that is asked together takes the deadline of the archives at most.
#include <vector>

#include "searcher/documents/shelves.h"
#include "searcher/federation/question.h"

namespace undex::federation {

/// As an archive would list it.
ArchiveEntry entry_of(const ListedText& text);

class ListedShelves : public Shelves {
 public:
  /// The federation outlives it. One thread at a time.
  explicit ListedShelves(const Federation& federation);

  Target find(std::string_view typed) const override;
  std::string xml(const ArchiveEntry& entry) const override;
  std::string original(const ArchiveEntry& entry) const override;
  Document read(const ArchiveEntry& entry) const override;
  /// Those of other machines are not told.
  std::vector<std::string> more_sources(const ArchiveEntry&) const override { return {}; }
  std::string archive_of(const ArchiveEntry& entry) const override;
  std::map<std::string, std::string> holders_of(
      const std::vector<std::string>& names) const override;
  std::vector<CitingText> citing(const Symbol& cited) const override;
  std::vector<std::string> names_of_work(const Symbol& symbol) const override;
  /// Names are not compared with those of other machines.
  std::string hint(std::string_view, std::string_view more) const override {
    return std::string(more);
  }
  /// One that failed once has not answered.
  std::vector<ArchiveAnswer> archives() const override { return heard_; }

 private:
  /// The archives, with half of the time that is left.
  Archives in_time() const;
  void hear(const std::vector<ArchiveAnswer>& answers) const;
  const ListedText& text_of(const ArchiveEntry& entry) const;

  const Archives& archives_;
  const Deadline end_;
  mutable std::vector<ListedText> texts_;
  mutable std::vector<ArchiveAnswer> heard_;
};

}  // namespace undex::federation
