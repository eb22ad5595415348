#pragma once
// Bytes of texts written before UTF-8 was everywhere: which encoding they are in, and their text.
// For bytes that no mark and no declaration names. All functions are pure and may be called from
// several threads.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex {

struct EncodingGuess {
  std::string_view name;          ///< as people write it: "KOI8-R", "ISO 8859-5", "Windows-1251"
  int sureness = 0;               ///< 0 to 100
  std::size_t outside_ascii = 0;  ///< bytes of the text that are not ASCII
};

/// A guess below this is none to build an archive on.
constexpr int kSureEnough = 70;

/// The encoding in which the bytes make words of one script of the six official languages: ICU's
/// detector proposes, the words decide. Nothing when all bytes are ASCII. Does not look for UTF-8
/// and UTF-16. Reads all bytes once, and weighs at most 16 KiB of them.
std::optional<EncodingGuess> guess_encoding(std::string_view bytes);

enum class ByteOrder { little, big };

/// How UTF-16 without a mark is ordered, when its first part is Cyrillic, Arabic or Chinese text.
std::optional<ByteOrder> unmarked_utf16(std::string_view head);

/// The bytes as UTF-8; the encoding by our name or by one that files declare ("cp1251", "latin1",
/// "gbk"). What has no character becomes U+FFFD; `broken` (if given) gets their number. Nothing
/// when it is none of the encodings above.
std::optional<std::string> decode_as(std::string_view encoding, std::string_view bytes,
                                     std::size_t* broken = nullptr);

/// "read as KOI8-R, 94 % sure, by 5120 bytes outside ASCII": what a reader of the text should know.
std::string describe(const EncodingGuess& guess);

}  // namespace undex
