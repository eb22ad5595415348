#include "indexer/ingest_walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <string_view>
#include <system_error>

#include "corpus/text.h"
#include "schemas/index_form.h"
#include "undex/error.h"

namespace undex {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kLongestCharacter = 4;  // in bytes
constexpr std::size_t kMaxSourceBytes = std::size_t{256} << 20;
constexpr std::string_view kArchiveMarker = "undex-archive";

FoundSource passed_over(const fs::path& path, std::string reason, std::string remedy) {
  return {path, FoundSource::Kind::passed_over, std::move(reason), std::move(remedy)};
}

FoundSource failed(const fs::path& path, std::string reason, std::string remedy) {
  return {path, FoundSource::Kind::missing, std::move(reason), std::move(remedy)};
}

struct TypeRow {
  fs::file_type type;
  std::string_view reason;
  std::string_view remedy;
};
constexpr TypeRow kNoSources[] = {
    {fs::file_type::symlink, "a link: what it points to is read where it lies",
     "name the link itself to have it read here"},
    {fs::file_type::fifo, "a pipe, no file", "save what comes out of it as a file"},
    {fs::file_type::socket, "a socket, no file", "give a file or a folder"},
    {fs::file_type::block, "a device, no file", "give a file or a folder"},
    {fs::file_type::character, "a device, no file", "give a file or a folder"},
};

FoundSource no_source(const fs::path& path, fs::file_type type) {
  for (const TypeRow& row : kNoSources)
    if (row.type == type)
      return passed_over(path, std::string(row.reason), std::string(row.remedy));
  return passed_over(path, "not a regular file", "give a file or a folder");
}

void walk(const fs::path& folder, std::size_t depth, std::vector<FoundSource>& found);

void take(const fs::path& path, fs::file_type type, std::size_t depth,
          std::vector<FoundSource>& found) {
  if (type == fs::file_type::directory)
    walk(path, depth + 1, found);
  else if (type == fs::file_type::regular)
    found.push_back({path});
  else
    found.push_back(no_source(path, type));
}

void walk(const fs::path& folder, std::size_t depth, std::vector<FoundSource>& found) {
  if (depth > kMaxDepth) {
    found.push_back(failed(folder, "folders are nested too deep",
                           "name the inner folder itself: undex index '" + folder.string() + "'"));
    return;
  }
  std::error_code fault;
  // Its originals would be taken in a second time, and the archive would grow with every run.
  if (fs::exists(folder / kArchiveMarker, fault)) {
    found.push_back(passed_over(folder, "an archive of undex", "index what it was made from"));
    return;
  }
  std::vector<std::pair<std::string, fs::path>> entries;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
    entries.emplace_back(natural_sort_key(at->path().filename().string()), at->path());
  if (fault)
    found.push_back(failed(folder, "the folder cannot be read: " + fault.message(),
                           "see that you may read it"));
  std::sort(entries.begin(), entries.end());
  for (const auto& [key, path] : entries) {
    const fs::file_type type = fs::symlink_status(path, fault).type();
    if (path.filename().string().starts_with('.'))
      found.push_back(passed_over(path, "hidden: its name begins with a dot",
                                  "name it itself to have it read"));
    else
      take(path, type, depth, found);
  }
}

std::string hex_byte(char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'\\', 'x', kDigits[value >> 4U], kDigits[value & 15U]};
}

[[noreturn]] void refuse(const std::string& reason, const std::string& remedy) {
  throw Error(ErrorKind::check, reason, remedy);
}

/// An open file, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(const fs::path& path)
      // Non-blocking: a pipe put in the file's place must not hold the run.
      : number_(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    if (number_ >= 0) return;
    if (errno == ELOOP) refuse("it is a symbolic link", "name the file that it leads to");
    refuse(std::string("it cannot be opened: ") + std::strerror(errno),
           errno == ENOENT ? "check the path" : "see that you may read it");
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  struct stat status() const {
    struct stat out {};
    if (fstat(number_, &out) != 0)
      refuse(std::string("it cannot be read: ") + std::strerror(errno), "see that you may read it");
    return out;
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::string read_standard_input() {
  std::string bytes;
  std::string buffer(std::size_t{1} << 16, '\0');
  for (;;) {
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      refuse(std::string("it cannot be read: ") + std::strerror(errno),
             "give a file, or a pipe with something in it");
    if (count == 0) return bytes;
    bytes.append(buffer, 0, static_cast<std::size_t>(count));
    if (bytes.size() > kMaxSourceBytes)
      refuse("it is larger than 256 MiB", "split it into its documents");
  }
}

/// Broken bytes are written as "\xE9": names that differ in nothing else are two sources.
std::string utf8_name(std::string_view bytes) {
  std::string name;
  while (!bytes.empty()) {
    std::size_t size = 1;
    while (size < kLongestCharacter && size < bytes.size() && !is_valid_utf8(bytes.substr(0, size)))
      ++size;
    const bool valid = is_valid_utf8(bytes.substr(0, size));
    if (!valid) size = 1;
    name += valid ? std::string(bytes.substr(0, size)) : hex_byte(bytes.front());
    bytes.remove_prefix(size);
  }
  return name;
}

/// The first of those with the same path.
void drop_repeated(std::vector<FoundSource>& found) {
  std::set<fs::path::string_type> seen;
  std::erase_if(
      found, [&](const FoundSource& source) { return !seen.insert(source.path.native()).second; });
}

}  // namespace

std::vector<FoundSource> find_sources(const std::vector<fs::path>& paths) {
  std::vector<FoundSource> found;
  for (const fs::path& given : paths) {
    std::error_code fault;
    const fs::file_type type = fs::status(given, fault).type();
    if (type == fs::file_type::not_found || type == fs::file_type::none) {
      found.push_back(failed(given, "there is no such file or folder", "check the name"));
      continue;
    }
    // A link that the user names is meant: it is read where it leads.
    const bool link = fs::is_symlink(given, fault);
    take(link ? fs::canonical(given, fault) : given, type, 0, found);
  }
  drop_repeated(found);
  return found;
}

std::string FoundSource::name() const { return utf8_name(path.generic_string()); }

FoundSource standard_input(const std::string& name) { return {name, FoundSource::Kind::piped}; }

std::size_t size_of(const FoundSource& source) {
  if (source.kind != FoundSource::Kind::file) return 0;
  std::error_code fault;
  const std::uintmax_t size = fs::file_size(source.path, fault);
  return fault ? 0 : static_cast<std::size_t>(size);
}

std::string read_source(const FoundSource& source) {
  return source.kind == FoundSource::Kind::piped ? read_standard_input() : read_source(source.path);
}

std::string read_source(const fs::path& path) {
  const Descriptor file(path);
  const struct stat before = file.status();
  if (!S_ISREG(before.st_mode)) refuse("it is not a regular file", "give a file or a folder");
  if (static_cast<std::size_t>(before.st_size) > kMaxSourceBytes)
    refuse("it is larger than 256 MiB", "split it into its documents");
  std::string bytes(static_cast<std::size_t>(before.st_size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = read(file.number(), bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      refuse(std::string("it cannot be read: ") + std::strerror(errno),
             "see that the disk is sound");
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  if (done != bytes.size() || !is_same(before, file.status()))
    refuse("it changed while it was read", "run the command again");
  return bytes;
}

}  // namespace undex
