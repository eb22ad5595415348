#include "corpus/archive/files.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "undex/error.h"

namespace undex::files {
namespace {

namespace fs = std::filesystem;

struct Advice {
  int cause;
  std::string_view hint;
};
constexpr std::array<Advice, 10> kAdvice = {{
    {ENOSPC, "free some space and run the command again; what was acknowledged before is safe"},
    {EDQUOT, "the disk quota is used up: free some space and run the command again"},
    {EFBIG, "the limit on the size of files is reached: raise it and run the command again"},
    {EROFS, "the disk is read-only: mount it for writing or choose another folder"},
    {EACCES, "check the permissions of the file and of the folders above it"},
    {EPERM, "check the permissions of the file and of the folders above it"},
    {EIO, "the disk has a fault: check it, then run 'undex verify'"},
    {ENOTDIR, "a file stands where a folder is needed: name another folder"},
    {ENAMETOOLONG, "name a folder with a shorter path"},
    {ELOOP, "it is a link, and links are not followed: put the real file there"},
}};

constexpr int kCommon = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;

int open_again(const fs::path& path, int flags, mode_t mode = 0666) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags, mode);
  } while (number < 0 && errno == EINTR);
  return number;
}

bool sync_number(int number) {
  int result = 0;
  do {
    result = ::fsync(number);
  } while (result < 0 && errno == EINTR);
  return result == 0;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

void fail(std::string_view action, const fs::path& path, int cause) {
  const auto found = std::find_if(kAdvice.begin(), kAdvice.end(),
                                  [&](const Advice& row) { return row.cause == cause; });
  std::string words = std::generic_category().message(cause);
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z' && cause != EIO)
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  throw Error(ErrorKind::archive,
              "cannot " + std::string(action) + " '" + path.string() + "': " + words,
              found == kAdvice.end() ? std::string() : std::string(found->hint));
}

std::optional<std::string> read(const fs::path& path) {
  const Descriptor file(open_again(path, O_RDONLY | kCommon));
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    fail("read", path, errno);
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
  if (!S_ISREG(status.st_mode))
    throw Error(ErrorKind::archive, "cannot read '" + path.string() + "': it is no regular file",
                "something else was put in its place: restore it from a copy");
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path, errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

Descriptor open_for_append(const fs::path& path) {
  Descriptor file(open_again(path, O_RDWR | O_CREAT | O_APPEND | kCommon));
  if (!file.is_open()) fail("write", path, errno);
  return file;
}

void write_all(const Descriptor& file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file.number(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail("write", path, errno);
    if (done == 0) fail("write", path, EIO);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void overwrite(const fs::path& path, std::string_view bytes) {
  const Descriptor file(open_again(path, O_WRONLY | O_CREAT | kCommon));
  if (!file.is_open()) fail("write", path, errno);
  write_all(file, bytes, path);
}

void sync(const Descriptor& file, const fs::path& path) {
  if (!sync_number(file.number())) fail("sync", path, errno);
}

void truncate(const Descriptor& file, std::size_t size, const fs::path& path) {
  if (::ftruncate(file.number(), static_cast<off_t>(size)) != 0) fail("shorten", path, errno);
}

void write(const fs::path& path, std::string_view bytes) {
  const Descriptor file(open_again(path, O_WRONLY | O_CREAT | O_TRUNC | kCommon));
  if (!file.is_open()) fail("write", path, errno);
  try {
    write_all(file, bytes, path);
  } catch (const Error&) {
    ::unlink(path.c_str());
    throw;
  }
}

void sync(const fs::path& path) {
  const Descriptor file(open_again(path, O_RDONLY | kCommon));
  if (!file.is_open()) fail("sync", path, errno);
  sync(file, path);
}

Descriptor open_folder(const fs::path& path) {
  // The folder itself may be reached by a link: the user names it.
  Descriptor folder(open_again(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) fail("open", path, errno);
  return folder;
}

bool sync_all(const Descriptor& folder, const fs::path& path) {
  struct statfs status {};
  if (::fstatfs(folder.number(), &status) != 0) return false;
  const auto type = static_cast<unsigned long>(status.f_type);
  const std::array<unsigned long, 3> known = {EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC};
  if (std::find(known.begin(), known.end(), type) == known.end()) return false;
  if (::syncfs(folder.number()) != 0) fail("sync", path, errno);
  return true;
}

void write_durably(const fs::path& path, std::string_view bytes) {
  const fs::path beside = path.string() + ".tmp";
  write(beside, bytes);
  sync(beside);
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    const int cause = errno;
    ::unlink(beside.c_str());
    fail("write", path, cause);
  }
  sync(open_folder(path.parent_path()), path.parent_path());
}

bool make_folder(const fs::path& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return true;
  if (errno != EEXIST) fail("make folder", path, errno);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) fail("open", path, errno);
  if (!S_ISDIR(status.st_mode)) fail("make folder", path, ENOTDIR);
  return false;
}

bool make_folders(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return false;
  const fs::path above = path.parent_path();
  if (!above.empty() && above != path) make_folders(above);
  const bool made = make_folder(path);
  if (made && !above.empty()) sync(open_folder(above), above);
  return made;
}

void move(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("move", from, errno);
}

void remove(const fs::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) fail("remove", path, errno);
}

}  // namespace undex::files
