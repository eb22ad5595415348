#pragma once
// What comes, changes and goes under some paths, from one look to the next. Looks rather than
// events: they miss nothing, on network disks either.
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/ingest_walk.h"

namespace undex {

class SourceWatch {
 public:
  explicit SourceWatch(std::vector<std::filesystem::path> paths);

  /// What is due, in the order of find_sources(): at the first look everything; then what is new or
  /// has changed since it was taken and has been the same for two looks, so that it is whole. After
  /// them what is gone, each once.
  std::vector<FoundSource> look();
  /// What the last look gave has been seen to: it is not told again unless it changes.
  void taken();

 private:
  struct Seen {
    std::string last;      // stamp at the last look
    std::string taken;     // stamp of what was taken
    std::size_t look = 0;  // the last one that saw it
    bool is_file = false;
  };
  std::vector<std::string> find_gone();

  std::vector<std::filesystem::path> paths_;
  std::unordered_map<std::string, Seen> seen_;            // by path
  std::vector<std::pair<std::string, std::string>> due_;  // path and stamp
  std::size_t looks_ = 0;
};

}  // namespace undex
