#pragma once
// Generations on disk: where they lie, whether they are whole, how one becomes current. See
// schemas/index_form.h.
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "schemas/index_form.h"

namespace undex {

/// The current generation, if there is one whose manifest can be read.
struct Generation {
  std::string name;
  std::filesystem::path path;
  Manifest manifest;
  std::shared_ptr<const Generation> base{};  ///< that it rests on; nullptr for none
};

/// The generation that `current` names; nothing when there is none, or when its manifest or a file
/// of it or of its base is not what was published (schemas/fixity.h). Error{version} for one of a
/// newer form.
std::optional<Generation> current_generation(const std::filesystem::path& index);

/// Whether every file agrees with its checksum and no other file lies beside them; its base is not
/// looked at.
bool is_sound(const Generation& generation);

/// Gives a copied or restored generation that was found whole its stamps again, so that opening it
/// need not read it through; and its base. The caller holds the lock of the archive.
void renew_stamps(const Generation& generation);

/// What will be published.
struct NextGeneration {
  std::string name;                ///< that no generation has or had since the index was made
  std::filesystem::path building;  ///< empty folder
};
/// In place of what a crash left half built. The caller holds the lock of the archive.
NextGeneration begin_generation(const std::filesystem::path& index);

/// Removes, beside what the caller does, every generation but the current one, which stays for its
/// readers when the next is published, and what that rests on; those that were never made current
/// are among them. The disk is long about large files; and who opened a generation that goes has
/// had as long as the current one is current. Called after begin_generation(), by the holder of the
/// lock, who keeps it until the future is ready. That has Error{archive}, naming path and cause,
/// for the first that could not be removed.
std::future<void> sweep_generations(const std::filesystem::path& index);

/// Checksums, syncs, stamps and publishes what lies in the folder and makes it current. `base`:
/// what it rests on; nullptr for none. Error{archive} naming path and cause.
void publish_generation(const std::filesystem::path& index, const NextGeneration& next,
                        std::size_t revision, const Generation* base = nullptr);

}  // namespace undex
