#pragma once
// The tags of XML as they stand in its bytes, found without a parser: to look a source over before
// one sees it, and to cut a long file into its records.
#include <cstddef>
#include <string_view>

namespace undex {

struct XmlTag {
  enum class Kind { open, close, empty, declaration };  ///< declaration: "<!DOCTYPE ...>"
  Kind kind = Kind::open;
  std::string_view name;  ///< without its prefix: "record" of "<marc:record>"
  std::size_t begin = 0;  ///< of "<" in the bytes
  std::size_t end = 0;    ///< past ">"
  std::size_t attributes = 0;
};

/// Bytes in an encoding that keeps ASCII; comments, CDATA and instructions are passed over. Linear
/// time, whatever the bytes.
class XmlTags {
 public:
  explicit XmlTags(std::string_view bytes, std::size_t from = 0) : bytes_(bytes), at_(from) {}
  /// The next tag; false behind the last.
  bool next();
  const XmlTag& tag() const { return tag_; }

 private:
  bool pass_over();
  std::string_view bytes_;
  std::size_t at_;
  XmlTag tag_;
};

}  // namespace undex
