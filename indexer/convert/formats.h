#pragma once
// The table of input formats, and the one door into them. Format is decided by content; the name is
// only a hint. A format is read in two steps, so that nothing but moving bytes happens outside a
// cage (indexer/convert/sandbox/cage.h): prepare() runs an external program in a sandbox of its
// own, read() and unpack() are parsers of ours and run in a cage.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/convert/converted_text.h"

namespace undex {

/// Bytes and what they are called: a file, a member of an archive, what stands on standard input.
struct NamedBytes {
  std::string_view bytes;
  std::string_view name;
  std::string_view kind = {};  ///< what inspect() of its format gave
};

/// What a parser of ours sees in a source that an external program is to prepare.
struct Inspection {
  std::string kind;             ///< of the format, for prepare(): "sxw" of an odt; may be empty
  std::vector<Notice> notices;  ///< what the program will not tell: numbers that it loses
};

/// What an external program made of a source; reason and remedy are set when it made nothing.
struct Prepared {
  std::string bytes;
  std::string
      reader;  ///< the format whose read() takes the bytes: "docx" for a .doc; empty: its own
  std::vector<Notice> notices;
  std::string reason;
  std::string remedy;
};

/// One of the documents that a container holds: a file of a zip, a record of a MARCXML collection.
struct Member {
  std::string name;  ///< within the container, UTF-8: "part/one.docx", "record 12"
  std::string bytes;
  std::string reason;  ///< why it cannot be had; then bytes is empty
  std::string remedy;
  bool passed_over = false;  ///< for that reason, and it is no failure: a link, a hidden file
};

/// Some members in the order of the container, and where to go on; next is 0 when there are no
/// more.
struct Members {
  std::vector<Member> list;
  std::size_t next = 0;
};

struct Format {
  std::string_view name;  ///< "docx"
  std::string_view media_type;
  std::string_view extensions;  ///< "docx docm": hints only
  std::string_view keeps;       ///< for people: "paragraph numbers, notes, tables, headers"
  bool (*recognises)(std::string_view bytes);  ///< by content
  /// Our parser: exactly one of read and unpack is there. Both throw Error{check}.
  ConvertedText (*read)(std::string_view bytes, std::string_view name) = nullptr;
  /// Members from number `from` on, as many as 32 MiB hold and one at least.
  Members (*unpack)(std::string_view bytes, std::size_t from) = nullptr;
  /// Our parser too, before prepare(). Throws Error{check} for what cannot be prepared. nullptr:
  /// there is nothing to see.
  Inspection (*inspect)(std::string_view bytes) = nullptr;
  /// External program, several sources in one start; one answer each, in order. Throws nothing but
  /// std::bad_alloc. nullptr: read() takes the bytes as they are.
  std::vector<Prepared> (*prepare)(std::span<const NamedBytes> sources) = nullptr;
  /// How many sources one start of the program takes at most.
  std::size_t most_at_once = 1;
  /// What this machine lacks to read it, or to read all of it, with the line that installs it;
  /// empty for nothing. Asked on every call. nullptr: needs nothing.
  std::string (*lacks)() = nullptr;
};
std::span<const Format> formats();
/// nullptr if there is none of that name.
const Format* find_format(std::string_view name);

/// The format of these bytes; nullptr when none fits.
const Format* recognise(std::string_view bytes, std::string_view name);
/// The same; throws Error{check} with reason and remedy when none fits.
const Format& require_format(std::string_view bytes, std::string_view name);

/// read() of the format with the limits that hold for all: 256 MiB of text, nesting 256, some text.
/// Throws Error{check} whose message holds the reason and whose hint the remedy: the caller adds
/// the path. `prepared` is what prepare() gave, or the source itself.
ConvertedText read_prepared(const Format& format, const Prepared& prepared, std::string_view name);

/// The same of bytes that need no preparing, or are prepared.
ConvertedText read_bytes(const Format& format, std::string_view bytes, std::string_view name);

/// All steps in this process, without a cage: for tests, fuzzers and texts that are ours.
ConvertedText convert(std::string_view bytes, std::string_view name);

}  // namespace undex
