#pragma once
// Files and folders of an index, with errors that name path and cause: Error{archive}.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/hash.h"

namespace undex::disk {

/// A small file's bytes (at most 16 MiB); nothing when it is not there or cannot be read.
std::optional<std::string> try_read_file(const std::filesystem::path& path);
FileSum file_sum(const std::filesystem::path& path);
/// Writes the whole file, replacing it; not synced.
void write_file(const std::filesystem::path& path, std::string_view bytes);
/// Durably the whole file or what stood there before: written under the name of staged_for(),
/// synced, renamed.
void replace_file(const std::filesystem::path& path, std::string_view bytes);
std::filesystem::path staged_for(const std::filesystem::path& path);
void make_folder(const std::filesystem::path& path);
/// Nothing to remove is no error.
void remove_tree(const std::filesystem::path& path);
void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to);
void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);
/// What lies directly in a folder; regular files anywhere below it.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);
/// Calls work(0) to work(count - 1), so many at once (0: as the machine has cores): for what is
/// done with each of several large files. Throws what one of them threw.
void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work,
                  std::size_t at_once = 0);
/// fsync of a file or folder; of a folder with all files and folders below it, several at once, as
/// they wait for the disk together.
void sync_path(const std::filesystem::path& path);
void sync_tree(const std::filesystem::path& folder);

}  // namespace undex::disk
