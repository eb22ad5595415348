#include "indexer/convert/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/convert/docx/docx.h"
#include "indexer/convert/html/html.h"
#include "indexer/convert/pdf/pdf.h"
#include "indexer/convert/refusals.h"
#include "indexer/convert/text/markdown.h"
#include "indexer/convert/text/text.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

// The first row that recognises the bytes reads them: the sure signs stand first.
constexpr std::array<Format, 5> kFormats{
    {{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx docm dotx dotm", "paragraph numbers, headings, notes, tables, headers and footers",
      recognises_docx, convert_docx},
     {"pdf", "application/pdf", "pdf", "paragraph numbers, notes, tables, pages", recognises_pdf,
      convert_pdf},
     {"html", "text/html", "html htm xhtml xht", "numbers of lists, headings, notes, tables",
      recognises_html, convert_html},
     {"markdown", "text/markdown", "md markdown txt", "headings, tables, note marks",
      recognises_markdown, convert_markdown},
     {"text", "text/plain", "txt text", "lines, tabs and pages", recognises_text, convert_text}}};

bool fits_nearly_everything(const Format& format) {
  return format.name == "markdown" || format.name == "text";
}

std::size_t size_of(const ConvertedBlock& block) {
  std::size_t size = block.text.size() + block.label.size();
  for (const std::string& cell : block.cells) size += cell.size();
  return size;
}

void check_output(const ConvertedText& text) {
  std::size_t size = 0;
  for (const ConvertedBlock& block : text.blocks) size += size_of(block);
  if (size > kMostBytes)
    throw Error(ErrorKind::check, "text larger than 256 MiB", "split the file");
  if (text.blocks.empty())
    throw Error(ErrorKind::check, "no text: nothing but blanks or pictures",
                "recognise its text first and save that");
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* recognise(std::string_view bytes, std::string_view) {
  // What is known and not read must not be taken for plain text, which fits nearly everything.
  bool asked = false;
  for (const Format& format : kFormats) {
    if (fits_nearly_everything(format) && !std::exchange(asked, true) && refusal_of(bytes))
      return nullptr;
    if (format.recognises(bytes)) return &format;
  }
  return nullptr;
}

ConvertedText convert(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMostBytes)
    throw Error(ErrorKind::check, "larger than 256 MiB", "split the file");
  const Format* format = recognise(bytes, name);
  if (!format) {
    const Refusal* refusal = refusal_of(bytes);
    if (!refusal) throw unknown_format();
    throw Error(ErrorKind::check, std::string(refusal->reason), std::string(refusal->remedy));
  }
  ConvertedText text = format->convert(bytes, name);
  text.format = format->name;
  text.media_type = format->media_type;
  check_output(text);
  return text;
}

}  // namespace undex
