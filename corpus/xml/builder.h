#pragma once
// Writes XML text: escaping, tags closed in order, lines and indents where they cannot change a
// text.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

/// Elements opened with open() stand on a line of their own; those opened with open_inline() stand
/// in running text, where no character may be added.
class XmlBuilder {
 public:
  XmlBuilder();
  void open(std::string_view name);
  void open_inline(std::string_view name);
  /// After open() or open_inline(), before anything else.
  void attribute(std::string_view name, std::string_view value);
  void attribute(std::string_view name, long long value);
  /// Text as it is; what XML 1.0 cannot hold becomes U+FFFD.
  void text(std::string_view text);
  /// The same with a br element for each line break, and in pieces of at most a mebibyte, because
  /// parsers limit the length of one text node.
  void lines(std::string_view text);
  /// An element that another builder made, as it is, with its own namespaces.
  void fragment(std::string_view element);
  void close();
  /// The file; every element must be closed.
  std::string take();

 private:
  struct Level {
    std::string name;
    bool in_line = false;  ///< stands in running text
    bool mixed = false;    ///< holds running text
    bool empty = true;
  };
  void finish_start_tag();
  void new_line(std::size_t depth);

  std::string out_;
  std::vector<Level> levels_;
  bool start_tag_open_ = false;
};

/// Appends text with markup escaped. Control characters other than tab, line feed and carriage
/// return, U+FFFE, U+FFFF and bytes that are no UTF-8 become U+FFFD: XML 1.0 has no form for them.
void append_xml(std::string& out, std::string_view text, bool in_attribute);

/// Where the bytes of a text stand once it was written and read again: what becomes U+FFFD may move
/// all that follows.
class WrittenOffsets {
 public:
  explicit WrittenOffsets(std::string_view text);
  std::size_t operator()(std::size_t offset) const;

 private:
  struct Growth {
    std::size_t from = 0;   ///< offset from which it holds
    std::size_t bytes = 0;  ///< of all growths up to here
  };
  std::vector<Growth> growths_;
};

}  // namespace undex
