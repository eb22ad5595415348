#include "indexer/convert/pdf/pdf.h"

#include <utility>

#include "indexer/convert/pdf/layout.h"
#include "indexer/convert/sandbox/sandbox.h"
#include "undex/error.h"

namespace undex {
namespace {

SandboxCommand pdftotext() {
  return {.program = "pdftotext",
          .arguments = {"-bbox-layout", "-enc", "UTF-8", "-", "-"},
          .package_hint = "apt-get install poppler-utils",
          // Boxes make one word a hundred bytes: this is some 2,500 pages, and memory goes with it.
          .limits = {.output_bytes = std::size_t{128} << 20}};
}

/// Lists files within the file. Asked only where there may be some: they are named in the clear or
/// in a compressed stream of objects.
SandboxCommand pdfdetach() {
  return {.program = "pdfdetach",
          .arguments = {"-list", "fd://0"},
          .package_hint = "apt-get install poppler-utils",
          .limits = {.wall = std::chrono::seconds(10), .cpu_seconds = 10, .output_bytes = 1 << 20}};
}

bool may_hold_files(std::string_view bytes) {
  return bytes.find("/EmbeddedFile") != std::string_view::npos ||
         bytes.find("/FileAttachment") != std::string_view::npos ||
         bytes.find("/ObjStm") != std::string_view::npos;
}

/// "2 embedded files" -> a notice; what cannot be listed is no reason to do without the text.
void note_files(std::string_view bytes, std::vector<Notice>& notices) {
  if (!may_hold_files(bytes)) return;
  std::string listed;
  try {
    listed = run_sandboxed(pdfdetach(), bytes).bytes;
  } catch (const Error&) {
    return;
  }
  const std::size_t digits = std::min(listed.find_first_not_of("0123456789"), std::size_t{7});
  const std::string count = listed.substr(0, digits);
  if (count.empty() || count == "0" || listed.substr(digits, 10) != " embedded ") return;
  notices.push_back({.level = Notice::Level::warning,
                     .code = "embedded-file",
                     .locator = {},
                     .text = count + (count == "1" ? " file" : " files") + " within it, not read"});
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find('\n'), std::size_t{200})));
}

Prepared refused(std::string reason, std::string remedy) {
  Prepared prepared;
  prepared.reason = std::move(reason);
  prepared.remedy = std::move(remedy);
  return prepared;
}

Prepared refusal(const SandboxResult& result, const std::string& why) {
  if (result.stderr_text.find("ncorrect password") != std::string::npos)
    return refused("password-protected", "save it again without a password");
  if (result.over_limit || result.timed_out)
    return refused("pdftotext " + why, "split the document into smaller ones");
  const std::string said = first_line(result.stderr_text);
  return refused("damaged PDF: pdftotext " + why + (said.empty() ? "" : ": " + said),
                 "get the file again or print it to a new PDF");
}

Prepared prepare_one(std::string_view bytes) {
  try {
    SandboxResult result = run_sandboxed(pdftotext(), bytes);
    if (const std::string why = failure_of(result); !why.empty()) return refusal(result, why);
    Prepared prepared;
    prepared.bytes = std::move(result.bytes);
    note_files(bytes, prepared.notices);
    return prepared;
  } catch (const Error& error) {
    return refused(error.what(), error.hint);
  }
}

}  // namespace

bool recognises_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::vector<Prepared> prepare_pdf(std::span<const NamedBytes> sources) {
  std::vector<Prepared> all;
  for (const NamedBytes& source : sources) all.push_back(prepare_one(source.bytes));
  return all;
}

ConvertedText read_pdf(std::string_view boxes, std::string_view /*name*/) {
  return layout_pdf(boxes);
}

std::string pdf_lacks() { return missing_program(pdftotext()); }

}  // namespace undex
