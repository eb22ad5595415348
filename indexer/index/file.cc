#include "indexer/index/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <future>
#include <iterator>
#include <set>
#include <thread>
#include <utility>

#include "undex/error.h"

namespace undex::disk {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kSmallFileBytes = 16 << 20;
constexpr std::size_t kSyncedAtOnce = 8;

[[noreturn]] void fail(const char* what, const fs::path& path, const std::string& cause) {
  throw Error(ErrorKind::archive,
              std::string("cannot ") + what + " '" + path.string() + "': " + cause,
              "see that the disk has room and may be written, then run the command again");
}

[[noreturn]] void fail(const char* what, const fs::path& path, int error) {
  fail(what, path, std::string(std::strerror(error)));
}

void check(const std::error_code& fault, const char* what, const fs::path& path) {
  if (fault) fail(what, path, fault.message());
}

/// An open file, closed when it goes.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, const char* what)
      : number_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) fail(what, path, errno);
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::optional<std::string> try_read_file(const fs::path& path) {
  std::error_code fault;
  const auto size = fs::file_size(path, fault);
  if (fault || size > kSmallFileBytes) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

FileSum file_sum(const fs::path& path) {
  std::optional<FileSum> sum = sum_of_file(path);
  if (!sum) fail("read", path, errno);
  return std::move(*sum);
}

void write_file(const fs::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, "write");
  while (!bytes.empty()) {
    const ssize_t count = write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

fs::path staged_for(const fs::path& path) { return path.string() + ".new"; }

void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path staged = staged_for(path);
  write_file(staged, bytes);
  sync_path(staged);
  rename_path(staged, path);
  sync_path(path.parent_path());
}

void make_folder(const fs::path& path) {
  std::error_code fault;
  fs::create_directories(path, fault);
  check(fault, "make the folder", path);
}

void remove_tree(const fs::path& path) {
  std::error_code fault;
  fs::remove_all(path, fault);
  check(fault, "remove", path);
}

void copy_tree(const fs::path& from, const fs::path& to) {
  std::error_code fault;
  fs::copy(from, to, fs::copy_options::recursive, fault);
  check(fault, "copy the index to", to);
}

void rename_path(const fs::path& from, const fs::path& to) {
  std::error_code fault;
  fs::rename(from, to, fault);
  check(fault, "rename", from);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
    paths.push_back(at->path());
  check(fault, "list", folder);
  return paths;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code fault;
  fs::recursive_directory_iterator at(folder, fault);
  for (; !fault && at != fs::recursive_directory_iterator(); at.increment(fault))
    if (!at->is_directory()) paths.push_back(at->path());
  check(fault, "list", folder);
  return paths;
}

void side_by_side(std::size_t count, const std::function<void(std::size_t)>& work,
                  std::size_t at_once) {
  if (at_once == 0) at_once = std::thread::hardware_concurrency();
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t at = next++; at < count; at = next++) work(at);
  };
  std::vector<std::future<void>> others;
  for (std::size_t at = 1; at < std::min(count, at_once); ++at)
    others.push_back(std::async(std::launch::async, take));
  take();
  for (std::future<void>& other : others) other.get();
}

void sync_path(const fs::path& path) {
  const Descriptor file(path, O_RDONLY, "open");
  if (fsync(file.number()) != 0) fail("write", path, errno);
}

void sync_tree(const fs::path& folder) {
  std::vector<fs::path> paths = files_below(folder);
  std::set<fs::path> folders = {folder};
  for (const fs::path& path : paths) folders.insert(path.parent_path());
  paths.insert(paths.end(), folders.begin(), folders.end());
  side_by_side(
      paths.size(), [&](std::size_t at) { sync_path(paths[at]); }, kSyncedAtOnce);
}

}  // namespace undex::disk
