#include "indexer/convert/sandbox/private_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "indexer/convert/sandbox/rules.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStem = "undex-convert-";
/// One that was just made may not be locked yet.
constexpr std::time_t kSecondsToLock = 60;

Descriptor open_folder(const std::string& path) {
  return Descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

bool lock(const Descriptor& folder) {
  return folder.get() >= 0 && flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
}

/// Whoever holds a folder holds its lock: without one, a process that was killed left it.
void remove_abandoned(const std::string& below) {
  std::error_code fault;
  for (fs::directory_iterator at(below, fault), end; !fault && at != end; at.increment(fault)) {
    if (!at->path().filename().string().starts_with(kStem)) continue;
    const Descriptor folder = open_folder(at->path().string());
    struct stat state;
    if (folder.get() < 0 || fstat(folder.get(), &state) != 0 || state.st_uid != geteuid() ||
        std::time(nullptr) - state.st_mtime < kSecondsToLock || !lock(folder))
      continue;
    std::error_code ignored;
    fs::remove_all(at->path(), ignored);
  }
}

Error cannot_use(const std::string& path) {
  return {ErrorKind::check, "cannot write in " + path + ": " + std::strerror(errno),
          "make room there, or set TMPDIR to a folder with room"};
}

}  // namespace

PrivateFolder::PrivateFolder() {
  const char* given = std::getenv("TMPDIR");
  const std::string below = given && *given == '/' ? given : "/tmp";
  remove_abandoned(below);
  path_ = below + "/" + std::string(kStem) + "XXXXXX";
  if (!mkdtemp(path_.data())) throw cannot_use(below);
  lock_ = open_folder(path_);
  lock(lock_);
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void PrivateFolder::write(const std::string& name, std::string_view bytes) const {
  const std::string path = path_ + "/" + name;
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.get() < 0) throw cannot_use(path_);
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw cannot_use(path_);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

std::optional<std::string> PrivateFolder::read(const std::string& name, std::size_t most) const {
  const std::string path = path_ + "/" + name;
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat state;
  if (file.get() < 0 || fstat(file.get(), &state) != 0 || !S_ISREG(state.st_mode) ||
      static_cast<std::size_t>(state.st_size) > most)
    return std::nullopt;
  std::string bytes(static_cast<std::size_t>(state.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return std::nullopt;
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

}  // namespace undex
