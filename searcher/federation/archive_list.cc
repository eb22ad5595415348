// The list of archives, as a file.
#include <algorithm>
#include <fstream>

#include "corpus/text.h"
#include "undex/federation.h"

namespace undex {
namespace {

constexpr std::size_t kMostArchives = 64;
constexpr std::size_t kMostNameBytes = 32;
constexpr std::size_t kMostLineBytes = 4096;
constexpr std::string_view kHint =
    "write a name and a place with a tab between: geneva\t/srv/undex";

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= kMostNameBytes &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// One line of the list.
class ListReader {
 public:
  explicit ListReader(std::filesystem::path file) : file_(std::move(file)) {}

  void take(std::string line) {
    ++number_;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) return;
    const std::size_t tab = line.find('\t');
    if (line.size() > kMostLineBytes) fail("the line is too long");
    if (tab == std::string::npos) fail("there is no tab");
    ListedArchive one{.name = line.substr(0, tab), .place = line.substr(tab + 1)};
    if (!is_name(one.name)) fail("'" + printable(one.name) + "' is no name of [a-z0-9-]");
    if (one.place.empty()) fail("'" + one.name + "' has no place");
    if (std::ranges::find(list_, one.name, &ListedArchive::name) != list_.end())
      fail("'" + one.name + "' is there twice");
    if (list_.size() == kMostArchives)
      fail("there are more than " + std::to_string(kMostArchives) + " archives");
    if (one.place.find("://") == std::string::npos)
      one.place = (file_.parent_path() / one.place).string();
    list_.push_back(std::move(one));
  }

  std::vector<ListedArchive> list() {
    if (list_.empty())
      throw Error(ErrorKind::usage, printable(file_.string()) + " names no archive",
                  std::string(kHint));
    return std::move(list_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorKind::usage,
                printable(file_.string()) + ":" + std::to_string(number_) + ": " + what,
                std::string(kHint));
  }

  std::filesystem::path file_;
  std::size_t number_ = 0;
  std::vector<ListedArchive> list_;
};

}  // namespace

std::vector<ListedArchive> read_archive_list(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(ErrorKind::usage, "cannot read the list '" + printable(file.string()) + "'",
                std::string(kHint));
  ListReader reader(file);
  for (std::string line; std::getline(in, line);) reader.take(std::move(line));
  return reader.list();
}

}  // namespace undex
