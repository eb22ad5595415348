#pragma once
// Where everything asks that searches for one request: the archive that is served, or several as
// one. Keeps who has not answered, so that every form of the answer can say so.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "undex/federation.h"

namespace undex::serve {

/// A header of every answer that lacks an archive, in any form: "bonn, geneva".
inline constexpr std::string_view kMissingArchives = "undex-missing-archives";

class Search {
 public:
  /// `all` may be nullptr. Both outlive it.
  Search(const Searcher& here, const Federation* all) : here_(here), all_(all) {}

  /// Errors as Searcher::search, or as Federation::search.
  Result operator()(const Request& request);

  /// Of several archives: what is held under a name. Errors as Federation::find.
  ListedTexts find(std::string_view name);

  /// Of several archives: how each is now.
  std::vector<ListedState> states();

  /// Keeps who has not answered what was asked elsewhere; nobody of one archive.
  void hear(const std::vector<ArchiveAnswer>& answers);

  bool is_of_several() const { return all_ != nullptr; }
  /// Archives that have not answered one of the questions, and why.
  const std::map<std::string, std::string>& missing() const { return missing_; }
  /// Names the states of all archives that answered; empty where none of several was asked.
  const std::string& state() const { return state_; }

 private:
  const Searcher& here_;
  const Federation* all_;
  std::map<std::string, std::string> missing_{};
  std::string state_{};
};

}  // namespace undex::serve
