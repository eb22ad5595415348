#include "indexer/convert/zip/rewrite.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

#include "undex/error.h"

namespace undex {
namespace {

// 1 January 1980, the first day a zip archive knows: the same input gives the same bytes.
constexpr zip_uint16_t kNoTime = 0;
constexpr zip_uint16_t kNoDate = 0x21;

/// The entry of this name, whatever its case and its strokes; -1 for none.
zip_int64_t find_entry(zip_t* archive, std::string name) {
  const zip_int64_t found = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
  if (found >= 0) return found;
  std::replace(name.begin(), name.end(), '/', '\\');
  return zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
}

bool put(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (!source) return false;
  zip_int64_t entry = find_entry(archive, name);
  const bool done =
      entry >= 0 ? zip_file_replace(archive, static_cast<zip_uint64_t>(entry), source, 0) == 0
                 : (entry = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8)) >= 0;
  if (!done) zip_source_free(source);
  return done &&
         zip_file_set_dostime(archive, static_cast<zip_uint64_t>(entry), kNoTime, kNoDate, 0) == 0;
}

/// What is written over goes on in the memory of what was read, which libzip then takes for its own
/// and frees: it gets memory of its own. nullptr when there is none.
zip_source_t* owned_copy(std::string_view bytes) {
  void* copy = std::malloc(std::max<std::size_t>(bytes.size(), 1));
  if (!copy) throw std::bad_alloc();
  std::copy(bytes.begin(), bytes.end(), static_cast<char*>(copy));
  zip_source_t* source = zip_source_buffer_create(copy, bytes.size(), 1, nullptr);
  if (!source) std::free(copy);
  return source;
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return {};
  std::string bytes(stat.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return bytes;
}

}  // namespace

std::string rewrite_zip(std::string_view bytes, const std::map<std::string, std::string>& files,
                        const std::string& remedy) {
  const Error damaged(ErrorKind::check, "damaged zip archive: it cannot be written anew", remedy);
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> source(owned_copy(bytes),
                                                                      zip_source_free);
  if (!source) throw damaged;
  zip_source_keep(source.get());  // the archive ends its own hold
  zip_t* archive = zip_open_from_source(source.get(), 0, nullptr);
  if (!archive) {
    zip_source_free(source.get());
    throw damaged;
  }
  const bool done = std::all_of(files.begin(), files.end(), [&](const auto& file) {
    return put(archive, file.first, file.second);
  });
  if (!done || zip_close(archive) != 0) {
    zip_discard(archive);
    throw damaged;
  }
  std::string rewritten = bytes_of(source.get());
  if (rewritten.empty()) throw damaged;
  return rewritten;
}

}  // namespace undex
