#include "indexer/convert/zip/archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kFreeRatio = std::size_t{1} << 20;
constexpr std::size_t kMostRatio = 100;
constexpr zip_int64_t kMostEntries = 10'000;

bool is_link(zip* archive, zip_uint64_t number) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  return zip_file_get_external_attributes(archive, number, 0, &system, &attributes) == 0 &&
         system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16U);
}

}  // namespace

bool ZipEntry::is_bomb() const {
  return size_bytes > kFreeRatio && size_bytes / kMostRatio > packed_bytes;
}

void ZipArchive::Closer::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, std::string remedy)
    : size_bytes_(bytes.size()), remedy_(std::move(remedy)) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  archive_.reset(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  const std::string fault = archive_ ? "" : zip_error_strerror(&error);
  if (!archive_ && source) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive_) throw Error(ErrorKind::check, "damaged zip archive: " + fault, remedy_);
  if (zip_get_num_entries(archive_.get(), 0) > kMostEntries)
    throw Error(ErrorKind::check, "more than 10,000 entries in its zip archive", remedy_);
}

ZipArchive::~ZipArchive() = default;

std::size_t ZipArchive::size() const {
  return static_cast<std::size_t>(zip_get_num_entries(archive_.get(), 0));
}

ZipEntry ZipArchive::entry(std::size_t number) const {
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), number, 0, &stat) != 0)
    throw Error(ErrorKind::check, "damaged zip archive", remedy_);
  return {.name = repair_utf8(stat.name ? stat.name : ""),
          .size_bytes = stat.size,
          .packed_bytes = std::min<std::size_t>(stat.comp_size, size_bytes_),
          .encrypted = stat.encryption_method != ZIP_EM_NONE,
          .link = is_link(archive_.get(), number)};
}

std::optional<std::size_t> ZipArchive::find(const std::string& name) const {
  const zip_int64_t number = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (number < 0) return std::nullopt;
  return static_cast<std::size_t>(number);
}

std::string ZipArchive::read(std::size_t number, std::size_t most) const {
  const ZipEntry read = entry(number);
  const auto refuse = [&](const std::string& reason) {
    return Error(ErrorKind::check, reason, remedy_);
  };
  if (read.encrypted)
    throw Error(ErrorKind::check, "password-protected", "save it without a password");
  if (read.is_bomb()) throw refuse("unpacks to more than 100 times its size");
  if (read.size_bytes > most)
    throw refuse("unpacks to more than " + std::to_string(most >> 20) + " MiB");
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(archive_.get(), number, 0), zip_fclose);
  const std::string damaged = "damaged zip archive: cannot read '" + read.name + "'";
  if (!file) throw refuse(damaged);
  std::string bytes;
  std::array<char, 65536> buffer;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) throw refuse(damaged);
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    // Limit and ratio were those of the size stated: beyond it everything is a lie.
    if (bytes.size() > read.size_bytes) throw refuse("unpacks to more than it says");
  }
}

}  // namespace undex
