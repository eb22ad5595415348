#include "indexer/convert/refusals.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/convert/office/word_perfect.h"
#include "indexer/convert/text/encoding.h"

namespace undex {
namespace {

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Names of streams in an OLE file are written in UTF-16; some writers change their case.
bool has_stream(std::string_view bytes, std::string_view name) {
  if (!bytes.starts_with(kOle)) return false;
  std::array<std::string, 3> wide;
  for (const char c : name) {
    const bool small = c >= 'a';
    const char upper = static_cast<char>(small ? c - 32 : c);
    const char lower = static_cast<char>(small ? c : c + 32);
    wide[0] += {c, '\0'};
    wide[1] += {lower, '\0'};
    wide[2] += {upper, '\0'};
  }
  return std::any_of(wide.begin(), wide.end(), [&](const std::string& form) {
    return bytes.find(form) != std::string_view::npos;
  });
}

/// The text begins with markup of this kind, after a mark, blanks, comments.
bool begins_with_any(std::string_view bytes, std::initializer_list<std::string_view> beginnings) {
  const std::optional<DecodedText> head = decode_head(bytes, 4096);
  if (!head) return false;
  std::string_view text = head->text;
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const std::size_t end = text.starts_with("<!--") ? text.find("-->") : std::string_view::npos;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 3);
  }
  std::string small(text.substr(0, 64));
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return small.starts_with(beginning); });
}

bool is_xml(std::string_view bytes) { return begins_with_any(bytes, {"<?xml", "<!doctype"}); }

/// An object, or a list of objects: "[Start1]" and "{...}" of plain texts are neither.
bool is_json(std::string_view bytes) {
  const std::optional<DecodedText> head = decode_head(bytes, 4096);
  if (!head) return false;
  std::string marks;  // the first characters that are no blanks
  for (const char c : head->text) {
    if (marks.size() == 2) break;
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') marks += c;
  }
  return marks == "{\"" || marks == "{}" || marks == "[{" || marks == "[]";
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool is_open_document(std::string_view bytes) {
  return is_zip(bytes) &&
         bytes.substr(0, 200).find("application/vnd.oasis.opendocument") != std::string_view::npos;
}

bool is_office_zip(std::string_view bytes) {
  return is_zip(bytes) && bytes.find("[Content_Types].xml") != std::string_view::npos;
}

bool is_book(std::string_view bytes) {
  return is_zip(bytes) &&
         bytes.substr(0, 200).find("application/epub+zip") != std::string_view::npos;
}

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool is_picture(std::string_view bytes) {
  return bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") ||
         bytes.starts_with("GIF8") || bytes.starts_with(std::string_view("II*\0", 4)) ||
         bytes.starts_with(std::string_view("MM\0*", 4));
}

// From the particular to the general: the first that fits is the reason given.
constexpr auto kRefusals = std::to_array<Refusal>(
    {{"empty file", "receive it again from its source",
      [](std::string_view bytes) { return bytes.empty(); }},
     {"password-protected", "save it without a password",
      [](std::string_view bytes) { return has_stream(bytes, "EncryptedPackage"); }},
     {"not a text document: an old Office file", "save its text as .docx first",
      [](std::string_view bytes) { return bytes.starts_with(kOle); }},
     {"Word document before Word 6: format not read", "convert it to .docx first",
      [](std::string_view bytes) {
        return bytes.starts_with("\xDB\xA5") || bytes.starts_with("\x31\xBE") ||
               bytes.starts_with(std::string_view("\xFE\x37\x00", 3));
      }},
     {"not a text document: a WordPerfect picture or macro", "index the document it belongs to",
      [](std::string_view bytes) {
        return bytes.starts_with("\xFFWPC") && !recognises_wpd(bytes);
      }},
     {"XML file: damaged at its beginning", "receive it again from its source", is_xml},
     {"JSON file: data, not a document", "convert its texts to plain text, one file a document",
      is_json},
     {"OpenDocument file without a text document", "save its text as .odt or .docx first",
      is_open_document},
     {"Office file without a text document", "save its text as .docx first", is_office_zip},
     {"EPUB book: format not read", "convert it to .docx first", is_book},
     {"package of another program, not a document", "save its text as .docx first", is_zip},
     {"PDF: format not read", "convert it to .docx or plain text first", is_pdf},
     {"picture: holds no text", "recognise its text first and save that", is_picture}});

}  // namespace

const Refusal* refusal_of(std::string_view bytes) {
  const auto* row = std::find_if(kRefusals.begin(), kRefusals.end(),
                                 [&](const Refusal& refusal) { return refusal.matches(bytes); });
  return row == kRefusals.end() ? nullptr : row;
}

Error unknown_format() {
  return {ErrorKind::check, "not a format undex reads", "convert it to .docx or plain text first"};
}

}  // namespace undex
