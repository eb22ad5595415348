#pragma once
// Generations on disk: where they lie, whether they are whole, how one becomes current. See
// schemas/index_form.h.
#include <filesystem>
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

/// A new empty folder to build in. Everything that a crash left is removed first: the caller holds
/// the lock of the archive.
std::filesystem::path begin_generation(const std::filesystem::path& index);

/// Checksums, syncs, stamps and publishes what lies in `building` as the next generation and makes
/// it current; returns its name. Removes generations before the last two that none of these rests
/// on. `base`: what it rests on; nullptr for none. Error{archive} naming path and cause.
std::string publish_generation(const std::filesystem::path& index,
                               const std::filesystem::path& building, std::size_t revision,
                               const Generation* base = nullptr);

}  // namespace undex
