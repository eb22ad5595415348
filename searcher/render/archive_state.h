#pragma once
// What an archive and its index hold, and whether they are sound.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "undex/search.h"

namespace undex {

struct ArchiveState {
  std::string archive;  ///< its folder
  std::size_t revision = 0;
  std::size_t documents = 0;  ///< held
  Status index;

  bool in_step() const { return index.archive_revision == revision; }
};
ArchiveState archive_state(const Archive& archive, const Searcher& searcher);

/// text or json; Error{version} for another format.
std::string render_state(const ArchiveState& state, std::string_view format);

struct Verification {
  struct RegisterFault {
    std::size_t line = 0;
    std::string text;
  };
  std::size_t documents = 0;  ///< held
  std::vector<ArchiveFault> archive_faults{};
  std::vector<RegisterFault> register_faults{};  ///< of submissions
  bool register_seen = true;                     ///< false: it was not looked at
  std::vector<std::string> index_faults{};
  bool in_step = false;

  bool is_sound() const {
    return archive_faults.empty() && register_faults.empty() && index_faults.empty() && in_step;
  }
};

/// As JSON; what was not looked at is left out.
std::string verification_json(const Verification& verification);

}  // namespace undex
