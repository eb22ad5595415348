#include "indexer/convert/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/convert/akn/akn.h"
#include "indexer/convert/docx/docx.h"
#include "indexer/convert/html/html.h"
#include "indexer/convert/marc/marc.h"
#include "indexer/convert/ods/ods.h"
#include "indexer/convert/office/office.h"
#include "indexer/convert/office/open_document.h"
#include "indexer/convert/office/rtf.h"
#include "indexer/convert/office/word.h"
#include "indexer/convert/office/word_perfect.h"
#include "indexer/convert/pdf/pdf.h"
#include "indexer/convert/refusals.h"
#include "indexer/convert/text/markdown.h"
#include "indexer/convert/text/text.h"
#include "indexer/convert/xml/xml.h"
#include "indexer/convert/zip/container.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

/// What LibreOffice makes a .docx of.
constexpr Format office_format(std::string_view name, std::string_view media_type,
                               std::string_view extensions, bool (*recognises)(std::string_view)) {
  return {.name = name,
          .media_type = media_type,
          .extensions = extensions,
          .keeps = "paragraph numbers, headings, notes, tables, headers and footers",
          .recognises = recognises,
          .read = convert_docx,
          .inspect = inspect_office,
          .prepare = prepare_office,
          .most_at_once = kOfficeFilesAtOnce,
          .lacks = office_lacks};
}

// The first row that recognises the bytes reads them: the sure signs stand first.
constexpr auto kFormats = std::to_array<Format>(
    {{.name = "docx",
      .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      .extensions = "docx docm dotx dotm",
      .keeps = "paragraph numbers, headings, notes, tables, headers and footers",
      .recognises = recognises_docx,
      .read = convert_docx},
     office_format("doc", "application/msword", "doc dot", recognises_doc),
     office_format("rtf", "application/rtf", "rtf", recognises_rtf),
     office_format("odt", "application/vnd.oasis.opendocument.text", "odt ott fodt sxw",
                   recognises_open_text),
     office_format("wordml", "application/xml", "xml", recognises_word_xml),
     office_format("works", "application/vnd.ms-works", "wps", recognises_works),
     {.name = "zip",
      .media_type = "application/zip",
      .extensions = "zip",
      .keeps = "each file in it, as a source of its own",
      .recognises = recognises_zip,
      .unpack = unpack_zip},
     {.name = "pdf",
      .media_type = "application/pdf",
      .extensions = "pdf",
      .keeps = "paragraph numbers, notes, tables, pages",
      .recognises = recognises_pdf,
      .read = read_pdf,
      .prepare = prepare_pdf,
      .lacks = pdf_lacks},
     {.name = "akn",
      .media_type = "application/akn+xml",
      .extensions = "xml akn",
      .keeps = "all of what undex wrote; else headings, numbers, notes, tables, metadata",
      .recognises = recognises_akn,
      .read = convert_akn},
     {.name = "marc-file",
      .media_type = "application/marc",
      .extensions = "mrc xml marc",
      .keeps = "each catalogue record, as a source of its own",
      .recognises = recognises_marc_records,
      .unpack = unpack_marc},
     {.name = "marc",
      .media_type = "application/marc",
      .extensions = "mrc xml marc",
      .keeps = "a catalogue record: symbols, title, date, authors, subjects, notes",
      .recognises = recognises_marc,
      .read = convert_marc},
     {.name = "ods-dump",
      .media_type = "text/x-ods-dump",
      .extensions = "txt",
      .keeps = "each record of a field dump of ODS, as a source of its own",
      .recognises = recognises_ods_records,
      .unpack = unpack_ods},
     {.name = "ods",
      .media_type = "text/x-ods-dump",
      .extensions = "txt",
      .keeps = "a record of ODS: symbols, titles, date, job numbers, subject codes",
      .recognises = recognises_ods,
      .read = convert_ods},
     {.name = "html",
      .media_type = "text/html",
      .extensions = "html htm xhtml xht",
      .keeps = "numbers of lists, headings, notes, tables",
      .recognises = recognises_html,
      .read = convert_html},
     {.name = "xml",
      .media_type = "application/xml",
      .extensions = "xml",
      .keeps = "texts, headings, lists and tables of an unknown vocabulary, in order",
      .recognises = recognises_xml,
      .read = convert_xml},
     {.name = "markdown",
      .media_type = "text/markdown",
      .extensions = "md markdown txt",
      .keeps = "headings, tables, note marks",
      .recognises = recognises_markdown,
      .read = convert_markdown},
     {.name = "text",
      .media_type = "text/plain",
      .extensions = "txt text",
      .keeps = "lines, tabs and pages",
      .recognises = recognises_text,
      .read = convert_text},
     // Version 4.2 is told by its codes, which some old encodings of plain text use for letters.
     office_format("wpd", "application/vnd.wordperfect", "wpd wp wp5 doc", recognises_wpd)});

bool fits_nearly_everything(const Format& format) {
  return format.name == "markdown" || format.name == "text";
}

std::size_t size_of(const ConvertedBlock& block) {
  std::size_t size = block.text.size() + block.label.size();
  for (const std::string& cell : block.cells) size += cell.size();
  return size;
}

bool is_furniture(const ConvertedBlock& block) {
  return block.role == ConvertedBlock::Role::header || block.role == ConvertedBlock::Role::footer;
}

void check_output(const ConvertedText& text) {
  std::size_t size = 0;
  for (const ConvertedBlock& block : text.blocks) size += size_of(block);
  if (size > kMostBytes)
    throw Error(ErrorKind::check, "text larger than 256 MiB", "split the file");
  if (!text.stated && std::all_of(text.blocks.begin(), text.blocks.end(), is_furniture))
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

const Format* find_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

const Format& require_format(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMostBytes)
    throw Error(ErrorKind::check, "larger than 256 MiB", "split the file");
  if (const Format* format = recognise(bytes, name)) return *format;
  const Refusal* refusal = refusal_of(bytes);
  if (!refusal) throw unknown_format();
  throw Error(ErrorKind::check, std::string(refusal->reason), std::string(refusal->remedy));
}

ConvertedText read_bytes(const Format& format, std::string_view bytes, std::string_view name) {
  if (!format.read)
    throw Error(ErrorKind::check, std::string(format.name) + ": holds documents, is none",
                "index what is in it");
  ConvertedText text = format.read(bytes, name);
  text.format = format.name;
  text.media_type = format.media_type;
  check_output(text);
  return text;
}

ConvertedText read_prepared(const Format& format, const Prepared& prepared, std::string_view name) {
  if (!prepared.reason.empty()) throw Error(ErrorKind::check, prepared.reason, prepared.remedy);
  const Format* reader = prepared.reader.empty() ? &format : find_format(prepared.reader);
  ConvertedText text = read_bytes(reader ? *reader : format, prepared.bytes, name);
  text.format = format.name;
  text.media_type = format.media_type;
  text.notices.insert(text.notices.end(), prepared.notices.begin(), prepared.notices.end());
  return text;
}

ConvertedText convert(std::string_view bytes, std::string_view name) {
  const Format& format = require_format(bytes, name);
  if (!format.prepare) return read_bytes(format, bytes, name);
  const Inspection inspection = format.inspect ? format.inspect(bytes) : Inspection();
  const NamedBytes source{bytes, name, inspection.kind};
  Prepared prepared = format.prepare(std::span(&source, 1)).front();
  prepared.notices.insert(prepared.notices.end(), inspection.notices.begin(),
                          inspection.notices.end());
  return read_prepared(format, prepared, name);
}

}  // namespace undex
