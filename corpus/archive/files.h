#pragma once
// Files as the archive needs them: links are not followed, every failure is an Error{archive} that
// names the path, the cause and what to do, nothing counts as kept before it is synced.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace undex::files {

/// An open file; closed when it goes.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Throws Error{archive}: "cannot <action> '<path>': <cause>", with a hint for causes that have
/// one.
[[noreturn]] void fail(std::string_view action, const std::filesystem::path& path, int cause);

/// The whole regular file; nothing when there is none. Throws when it cannot be read or is no
/// regular file.
std::optional<std::string> read(const std::filesystem::path& path);

/// Opens a file to write at its end, making it when it is not there.
Descriptor open_for_append(const std::filesystem::path& path);
/// Writes all bytes at the current place.
void write_all(const Descriptor& file, std::string_view bytes, const std::filesystem::path& path);
/// Replaces the first bytes of a file, without making it empty meanwhile.
void overwrite(const std::filesystem::path& path, std::string_view bytes);
void sync(const Descriptor& file, const std::filesystem::path& path);
void truncate(const Descriptor& file, std::size_t size, const std::filesystem::path& path);

/// Makes or replaces a file, not synced. A file that could not be written whole is removed.
void write(const std::filesystem::path& path, std::string_view bytes);
/// Syncs a file or a folder by its name.
void sync(const std::filesystem::path& path);
/// Syncs the whole file system `folder` lies on, where the kernel reports faults of that; false
/// where it does not, and each file must be synced.
bool sync_all(const Descriptor& folder, const std::filesystem::path& path);
Descriptor open_folder(const std::filesystem::path& path);
/// Makes or replaces a file so that after a power cut it is there whole or as it was before.
void write_durably(const std::filesystem::path& path, std::string_view bytes);

/// Makes a folder and those above it, each durable; true when it was made.
bool make_folders(const std::filesystem::path& path);
/// Makes one folder, not synced; true when it was made.
bool make_folder(const std::filesystem::path& path);
/// Moves a file within a file system; one of that name there is replaced. Not synced.
void move(const std::filesystem::path& from, const std::filesystem::path& to);
/// Removes a file; one that is not there is no fault.
void remove(const std::filesystem::path& path);

}  // namespace undex::files
