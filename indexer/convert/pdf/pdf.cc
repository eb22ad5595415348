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
  ConvertedText text = layout_pdf(boxes);
  if (text.blocks.empty())
    throw Error(ErrorKind::check, "no text: scanned pages",
                "run it through text recognition first (ocrmypdf), or index another format of it");
  return text;
}

std::string pdf_lacks() { return missing_program(pdftotext()); }

}  // namespace undex
