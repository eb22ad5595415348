#include "indexer/convert/zip/container.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/natural_order.h"
#include "indexer/convert/zip/archive.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kPage = std::size_t{32} << 20;
/// Archive, member and answer must fit into the memory of a cage together.
constexpr std::size_t kMostOfAMember = std::size_t{128} << 20;
constexpr std::string_view kRemedy = "unpack it elsewhere and index the folder";

/// The name without what would lead elsewhere: "..\\a.txt", "/a.txt" and "./a.txt" are "a.txt".
std::string plain_name(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  std::string plain;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    if (step.empty() || step == "." || step == "..") continue;
    plain += (plain.empty() ? "" : "/") + std::string(step);
  }
  return plain.empty() ? "without a name" : plain;
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
         name.starts_with("__MACOSX/");
}

struct File {
  std::size_t number = 0;
  ZipEntry entry;
  std::string name;
};

std::vector<File> files_of(const ZipArchive& archive) {
  std::vector<File> files;
  for (std::size_t number = 0; number < archive.size(); ++number) {
    ZipEntry entry = archive.entry(number);
    if (entry.is_folder()) continue;
    std::string name = plain_name(entry.name);
    files.push_back({number, std::move(entry), std::move(name)});
  }
  std::stable_sort(files.begin(), files.end(), [](const File& left, const File& right) {
    return natural_compare(left.name, right.name) < 0;
  });
  std::map<std::string, std::size_t> times;
  for (File& file : files)
    if (const std::size_t time = ++times[file.name]; time > 1)
      file.name += " (" + std::to_string(time) + ")";
  return files;
}

/// Entries that share their bytes pass the ratio one by one and not together.
void check_sum(const std::vector<File>& files, std::size_t archive_bytes) {
  ZipEntry sum;
  sum.packed_bytes = archive_bytes;
  for (const File& file : files)
    if (!file.entry.is_bomb()) sum.size_bytes += std::min(file.entry.size_bytes, kMostOfAMember);
  if (sum.is_bomb())
    throw Error(ErrorKind::check, "unpacks to more than 100 times its size", std::string(kRemedy));
}

Member member_of(const ZipArchive& archive, const File& file) {
  Member member;
  member.name = file.name;
  const auto pass_over = [&](std::string reason, std::string remedy) {
    member.passed_over = true;
    member.reason = std::move(reason);
    member.remedy = std::move(remedy);
  };
  if (file.entry.link) {
    pass_over("a link, not a file", "index what it leads to");
  } else if (is_hidden(file.name)) {
    pass_over("a hidden file", "rename it if it is a source");
  } else {
    try {
      member.bytes = archive.read(file.number, kMostOfAMember);
    } catch (const Error& error) {
      member.reason = error.what();
      member.remedy = error.hint;
    }
  }
  return member;
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// What packages of one document have and archives of files do not.
bool is_package(const ZipArchive& archive) {
  for (const char* part :
       {"[Content_Types].xml", "META-INF/manifest.xml", "META-INF/container.xml"})
    if (archive.find(part)) return true;
  return archive.size() > 0 && archive.entry(0).name == "mimetype";
}

bool looks_like_package(std::string_view bytes) {
  return bytes.find("[Content_Types].xml") != std::string_view::npos ||
         bytes.substr(0, 64).find("mimetype") != std::string_view::npos;
}

}  // namespace

bool recognises_zip(std::string_view bytes) {
  if (!is_zip(bytes)) return false;
  try {
    return !is_package(ZipArchive(bytes, std::string(kRemedy)));
  } catch (const Error&) {
    return !looks_like_package(bytes);  // unpack_zip says what is wrong
  }
}

Members unpack_zip(std::string_view bytes, std::size_t from) {
  const ZipArchive archive(bytes, std::string(kRemedy));
  const std::vector<File> files = files_of(archive);
  if (files.empty())
    throw Error(ErrorKind::check, "no files: an empty zip archive", "get it again from its source");
  check_sum(files, bytes.size());
  Members members;
  std::size_t held = 0;
  for (std::size_t at = from; at < files.size(); ++at) {
    const std::size_t size = std::min(files[at].entry.size_bytes, kMostOfAMember);
    if (at > from && held + size > kPage) {
      members.next = at;
      break;
    }
    members.list.push_back(member_of(archive, files[at]));
    held += size;
  }
  return members;
}

}  // namespace undex
