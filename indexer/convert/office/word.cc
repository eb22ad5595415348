#include "indexer/convert/office/word.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/convert/office/compound_file.h"

namespace undex {
namespace {

constexpr std::string_view kStream = "WordDocument";
constexpr std::size_t kMostText = std::size_t{256} << 20U;

std::string wide(std::string_view text) {
  std::string both;
  for (const char c : text) both += {c, '\0'};
  return both;
}

/// A directory that cannot be read hides the stream's name from us, not from better readers.
bool names_word(std::string_view bytes) {
  return bytes.find(wide(kStream)) != std::string_view::npos;
}

/// How Works 4 and Works 2000 and later begin their text.
bool is_works_text(std::string_view head) { return head == "CHNKWKS" || head == "CHNKINK"; }

/// Fields "\x13 AUTONUM ..." in characters of `width` bytes.
std::size_t count_fields(std::string_view text, std::string_view name, std::size_t width) {
  std::size_t count = 0;
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + name.size())) {
    std::size_t before = at;
    while (before >= width && text[before - width] == ' ') before -= width;
    count += before >= width && text[before - width] == '\x13';
  }
  return count;
}

}  // namespace

bool recognises_doc(std::string_view bytes) {
  if (!CompoundFile::is_one(bytes)) return false;
  const CompoundFile file(bytes);
  return file.names().empty() ? names_word(bytes) : file.has(kStream);
}

bool recognises_word_xml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("<?xml") < 8 &&
         head.find("http://schemas.microsoft.com/office/word/2003/wordml") !=
             std::string_view::npos;
}

bool recognises_works(std::string_view bytes) {
  if (!CompoundFile::is_one(bytes)) return false;
  const CompoundFile file(bytes);
  return (file.has("MN0") && file.has("MatOST")) ||
         is_works_text(file.stream("CONTENTS", 7).value_or(""));
}

bool is_encrypted_doc(std::string_view bytes) {
  const std::optional<std::string> head = CompoundFile(bytes).stream(kStream, 12);
  // The second byte of the flags, which stand after the signature, two versions and two words.
  return head && head->size() == 12 && (static_cast<unsigned char>((*head)[11]) & 1U) != 0;
}

std::size_t count_autonum_doc(std::string_view bytes) {
  const std::string text = CompoundFile(bytes).stream(kStream, kMostText).value_or("");
  return count_fields(text, "AUTONUM", 1) + count_fields(text, wide("AUTONUM"), 2);
}

}  // namespace undex
