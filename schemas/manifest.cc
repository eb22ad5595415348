#include <algorithm>
#include <charconv>
#include <filesystem>

#include "corpus/hash.h"
#include "corpus/strings.h"
#include "schemas/index_form.h"
#include "schemas/version.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kMark = "undex-index";

[[noreturn]] void damaged(const std::string& what) {
  throw Error(ErrorKind::archive, "the manifest of the index " + what,
              "make the index anew with 'undex rebuild'");
}

template <typename Number>
Number to_number(std::string_view digits) {
  Number value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) damaged("has a bad number");
  return value;
}

/// Relative, and below the generation.
bool is_inside(std::string_view path) {
  const std::filesystem::path relative(path);
  return !path.empty() && relative.is_relative() &&
         std::none_of(relative.begin(), relative.end(),
                      [](const std::filesystem::path& part) { return part == ".."; });
}

}  // namespace

bool is_generation_name(std::string_view name) {
  return name.starts_with("gen-") && name.size() > 4 && name.size() <= 64 &&
         std::all_of(name.begin() + 4, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool rests_on(const Manifest& manifest, const Manifest& base) {
  return base.base.empty() && base.version == manifest.version &&
         base.sha256 == manifest.base_sha256;
}

std::string write_manifest(const Manifest& manifest) {
  std::string out =
      std::string(kMark) + '\t' + std::to_string(manifest.version) + '\t' +
      std::to_string(manifest.revision) +
      (manifest.base.empty() ? "" : '\t' + manifest.base + '\t' + manifest.base_sha256) + '\n';
  for (const ManifestFile& file : manifest.files)
    out += file.path + '\t' + std::to_string(file.size_bytes) + '\t' + file.sha256 + '\n';
  return out + "end\t" + sha256_hex(out) + '\n';
}

Manifest read_manifest(std::string_view text) {
  const std::size_t end = text.rfind("end\t");
  if (!text.starts_with(kMark)) damaged("is not one");
  if (end == std::string_view::npos || end == 0 || text[end - 1] != '\n') damaged("is cut short");
  if (text.substr(end) != "end\t" + sha256_hex(text.substr(0, end)) + "\n")
    damaged("does not agree with its own checksum");
  Manifest manifest;
  manifest.sha256 = sha256_hex(text);
  for (const std::string_view line : split(text.substr(0, end - 1), '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    const bool is_first = line.data() == text.data();
    if (cells.size() != 3 && !(is_first && cells.size() == 5))
      damaged("has a line that is none of ours");
    if (is_first) {
      manifest.version = to_number<int>(cells[1]);
      manifest.revision = to_number<std::size_t>(cells[2]);
      if (manifest.version > kIndexVersion)
        throw Error(ErrorKind::version,
                    "the index was written in form " + std::to_string(manifest.version) +
                        ", this program reads up to " + std::to_string(kIndexVersion),
                    "use a newer undex, or make the index anew with 'undex rebuild'");
      if (cells.size() == 3) continue;
      manifest.base = cells[3];
      manifest.base_sha256 = cells[4];
      if (!is_generation_name(manifest.base)) damaged("rests on what is no generation");
      continue;
    }
    if (!is_inside(cells[0])) damaged("names a file outside the index");
    manifest.files.push_back({.path = std::string(cells[0]),
                              .size_bytes = to_number<std::uint64_t>(cells[1]),
                              .sha256 = std::string(cells[2])});
  }
  return manifest;
}

}  // namespace undex
