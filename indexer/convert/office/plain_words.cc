#include "indexer/convert/office/plain_words.h"

#include "indexer/convert/sandbox/private_folder.h"
#include "indexer/convert/sandbox/sandbox.h"
#include "undex/error.h"

namespace undex {
namespace {

/// The text the command prints for the file; empty when it fails or is not installed.
std::string words_by(SandboxCommand command, const std::string& name, std::string_view bytes) {
  try {
    const PrivateFolder folder;
    folder.write(name, bytes);
    command.arguments.push_back(folder.path() + "/" + name);
    command.grants.readable = {folder.path(), "/etc/catdocrc"};
    const SandboxResult result = run_sandboxed(command, "");
    return failure_of(result).empty() ? result.bytes : std::string();
  } catch (const Error&) {
    return {};  // the next program, or a refusal that names LibreOffice
  }
}

std::string by_antiword(std::string_view bytes) {
  return words_by(
      {.program = "antiword", .arguments = {"-w", "0", "-m", "UTF-8.txt"}, .package_hint = {}},
      "source.doc", bytes);
}

/// It prints a paragraph a line.
std::string by_catdoc(const std::string& name, std::string_view bytes) {
  std::string text;
  for (const char c :
       words_by({.program = "catdoc", .arguments = {"-w", "-d", "utf-8"}, .package_hint = {}}, name,
                bytes))
    text += c == '\n' ? std::string("\n\n") : std::string(1, c);
  return text;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f|") == std::string_view::npos;
}

}  // namespace

PlainWords plain_words_of_doc(std::string_view bytes) {
  std::string text = by_antiword(bytes);
  if (!is_blank(text)) return {std::move(text), "antiword"};
  text = by_catdoc("source.doc", bytes);
  return is_blank(text) ? PlainWords() : PlainWords{std::move(text), "catdoc"};
}

PlainWords plain_words_of_rtf(std::string_view bytes) {
  std::string text = by_catdoc("source.rtf", bytes);
  return is_blank(text) ? PlainWords() : PlainWords{std::move(text), "catdoc"};
}

}  // namespace undex
