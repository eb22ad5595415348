#pragma once
// The names of what is held, put in order when they are first asked for: a service that keeps them
// does not go through the archive for every page.
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/archive.h"

namespace undex {

class HeldNames {
 public:
  /// The archive outlives it.
  explicit HeldNames(const Archive& archive) : archive_(archive) {}

  /// The name held that is nearest to this one; empty when none is near. Thread-safe.
  std::string nearest(std::string_view name) const;
  /// "the nearest name held is E/2003/75; more": either may be missing.
  std::string hint(std::string_view name, std::string_view more = {}) const;
  /// Names of documents of the work that the symbol belongs to, in natural order. Thread-safe.
  std::vector<std::string> of_work(const Symbol& symbol) const;

 private:
  const std::vector<std::string>& names() const;

  const Archive& archive_;
  mutable std::once_flag names_made_, works_made_;
  mutable std::vector<std::string> names_;                           // each once, in natural order
  mutable std::unordered_multimap<std::string, std::size_t> works_;  // a part of a work -> its name
};

}  // namespace undex
