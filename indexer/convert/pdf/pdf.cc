#include "indexer/convert/pdf/pdf.h"

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

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find('\n'), std::size_t{200})));
}

[[noreturn]] void refuse(const SandboxResult& result, const std::string& why) {
  if (result.stderr_text.find("ncorrect password") != std::string::npos)
    throw Error(ErrorKind::check, "password-protected", "save it again without a password");
  if (result.over_limit || result.timed_out)
    throw Error(ErrorKind::check, "pdftotext " + why, "split the document into smaller ones");
  const std::string said = first_line(result.stderr_text);
  throw Error(ErrorKind::check, "damaged PDF: pdftotext " + why + (said.empty() ? "" : ": " + said),
              "get the file again or print it to a new PDF");
}

}  // namespace

bool recognises_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

ConvertedText convert_pdf(std::string_view bytes, std::string_view /*name*/) {
  const SandboxResult result = run_sandboxed(pdftotext(), bytes);
  if (const std::string why = failure_of(result); !why.empty()) refuse(result, why);
  ConvertedText text = layout_pdf(result.bytes);
  text.format = "pdf";
  text.media_type = "application/pdf";
  if (text.blocks.empty())
    throw Error(ErrorKind::check, "no text: scanned pages",
                "run it through text recognition first (ocrmypdf), or index another format of it");
  return text;
}

}  // namespace undex
