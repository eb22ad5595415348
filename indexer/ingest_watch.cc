#include "indexer/ingest_watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace undex {
namespace {

/// Differs when the source does. A file may be given an old time and keep its size: the time of its
/// last change of any kind tells of that too.
std::string stamp_of(const FoundSource& source) {
  if (source.kind != FoundSource::Kind::file) return source.reason;
  struct stat status {};
  if (stat(source.path.c_str(), &status) != 0) return "none";
  std::string stamp;
  for (const auto number :
       {static_cast<long long>(status.st_size), static_cast<long long>(status.st_ino),
        static_cast<long long>(status.st_mtim.tv_sec),
        static_cast<long long>(status.st_mtim.tv_nsec),
        static_cast<long long>(status.st_ctim.tv_sec),
        static_cast<long long>(status.st_ctim.tv_nsec)})
    stamp += std::to_string(number) + " ";
  return stamp;
}

}  // namespace

SourceWatch::SourceWatch(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) {}

std::vector<FoundSource> SourceWatch::look() {
  ++looks_;
  due_.clear();
  std::vector<FoundSource> due;
  for (FoundSource& source : find_sources(paths_)) {
    const std::string stamp = stamp_of(source);
    Seen& seen = seen_[source.path.native()];
    const bool settled = looks_ == 1 || stamp == seen.last;
    seen.last = stamp;
    seen.look = looks_;
    seen.is_file = source.kind == FoundSource::Kind::file;
    if (!settled || stamp == seen.taken) continue;
    due_.emplace_back(source.path.native(), stamp);
    due.push_back(std::move(source));
  }
  for (std::string& path : find_gone())
    due.push_back({std::move(path), FoundSource::Kind::gone,
                   "it is no longer there; what was taken from it stays",
                   "'undex remove' takes a document out"});
  return due;
}

/// Files that were taken and are not there; what was passed over or not yet taken is forgotten.
std::vector<std::string> SourceWatch::find_gone() {
  std::vector<std::string> gone;
  for (auto at = seen_.begin(); at != seen_.end();) {
    const bool is_gone = at->second.look != looks_;
    const bool matters = at->second.is_file && !at->second.taken.empty();
    if (is_gone && matters) gone.push_back(at->first);
    at = is_gone && !matters ? seen_.erase(at) : std::next(at);
  }
  std::sort(gone.begin(), gone.end());
  return gone;
}

void SourceWatch::taken() {
  for (const auto& [path, stamp] : due_) seen_[path].taken = stamp;
  due_.clear();
  std::erase_if(seen_, [this](const auto& entry) { return entry.second.look != looks_; });
}

}  // namespace undex
