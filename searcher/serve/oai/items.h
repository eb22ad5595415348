#pragma once
// What harvesters are offered: a document with all its language versions and other texts is one
// item, and stays one when it is removed. Everything here comes from the archive.
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"

namespace undex::serve::oai {

struct Item {
  std::string key;        ///< Record::key
  std::string datestamp;  ///< in seconds: when the last change of any of its texts was published
  Symbol symbol{};
  std::vector<ArchiveEntry> held{};  ///< in natural order; none: the document was removed
  std::vector<std::string> sets{};   ///< see sets.h; of what is held, else of what was
};

/// The items of one state of an archive, made when they are first asked for.
class Items {
 public:
  /// `opened`: seconds since 1970 when the archive had been opened. What no publication tells of
  /// was not to be seen before.
  Items(std::shared_ptr<const Archive> archive, long long opened)
      : archive_(std::move(archive)), opened_(opened) {}
  /// Ordered by datestamp, then by key. Thread-safe. Error{archive} when the times of publication
  /// cannot be read.
  const std::vector<Item>& list() const;

 private:
  std::shared_ptr<const Archive> archive_;
  long long opened_;
  mutable std::once_flag made_;
  mutable std::vector<Item> items_;
};

}  // namespace undex::serve::oai
