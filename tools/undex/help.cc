#include <algorithm>

#include "schemas/version.h"
#include "tools/undex/command.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 2), ' ');
  return text;
}

std::string synopsis(const Command& command) {
  std::string line = "undex " + std::string(command.name);
  if (command.options.size() > 1) line += " [OPTION...]";
  if (!command.words.empty()) line += " " + std::string(command.words);
  return line;
}

std::string names_of(const Option& option) {
  std::string text = option.letter ? std::string("-") + option.letter + ", " : "";
  text += "--" + std::string(option.name);
  if (!option.argument.empty()) text += " " + std::string(option.argument);
  return text;
}

std::string explained(const Option& option) {
  std::string text = choices_in_words(option.choices);
  if (!option.help.empty()) text += (text.empty() ? "" : "; ") + std::string(option.help);
  if (!option.fallback.empty() && option.fallback != "0")
    text += " (default " + std::string(option.fallback) + ")";
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

constexpr std::string_view kStatuses =
    "0 found or done   1 nothing found   2 bad usage or query\n"
    "3 archive missing, damaged or locked   4 a check failed or a source was not read\n"
    "5 a form of another version";

constexpr std::string_view kEnvironment =
    "UNDEX_ARCHIVE   the archive, where --archive does not name it\n"
    "COLUMNS         the width of text\n"
    "NO_COLOR        no bold on a terminal";

/// Text for troff: a backslash and a leading dot or quote would be commands.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string man_header(const std::string& name, std::string_view summary) {
  std::string title = name;
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return ".TH " + title + " 1 \"\" \"undex " + kProgramVersion + "\"\n.SH NAME\n" + roff(name) +
         " \\- " + roff(summary) + "\n";
}

/// A section whose lines stay as they are.
std::string verbatim(std::string_view heading, std::string_view text) {
  std::string out = ".SH " + std::string(heading) + "\n.nf\n";
  for (const std::string& line : lines_of(text)) out += roff(line) + "\n";
  return out + ".fi\n";
}

std::string man_page(const Command& command) {
  std::string out = man_header("undex-" + std::string(command.name), command.summary);
  out += ".SH SYNOPSIS\n" + roff(synopsis(command)) + "\n.SH OPTIONS\n";
  for (const Option& option : command.options)
    out += ".TP\n" + roff(names_of(option)) + "\n" + roff(explained(option)) + "\n";
  return out + verbatim("EXAMPLES", command.examples) + verbatim("EXIT STATUS", kStatuses);
}

std::string man_page() {
  std::string out =
      man_header("undex", "archive and search engine for United Nations documents on informatics");
  out += ".SH SYNOPSIS\nundex COMMAND [OPTION...] [WORD...]\n.SH COMMANDS\n";
  for (const Command& command : commands())
    out += ".TP\n" + roff(synopsis(command)) + "\n" + roff(command.summary) + "\n";
  return out + verbatim("EXIT STATUS", kStatuses) + verbatim("ENVIRONMENT", kEnvironment);
}

}  // namespace

std::string help_page() {
  std::string out =
      "undex keeps United Nations documents on informatics and answers with the paragraph to "
      "cite.\n\n"
      "Examples\n"
      "  undex index corpus/documents            take documents in\n"
      "  undex search 'help desk'                find paragraphs\n"
      "  undex show E/2003/75 --para '18 (g)'    read one\n"
      "  undex facets year                       see what is held\n\n"
      "Commands\n";
  for (const Command& command : commands())
    out += "  " + padded(std::string(command.name), 12) + std::string(command.summary) + "\n";
  out += "\n'undex help COMMAND' explains one. Exit status\n";
  for (const std::string& line : lines_of(kStatuses)) out += "  " + line + "\n";
  return out;
}

std::string help_page(const Command& command) {
  std::string out = synopsis(command) + "\n  " + std::string(command.summary) + "\n\nExamples\n";
  for (const std::string& line : lines_of(command.examples)) out += "  " + line + "\n";
  out += "\nOptions\n";
  for (const Option& option : command.options)
    out += "  " + padded((option.letter ? "" : "    ") + names_of(option), 26) + explained(option) +
           "\n";
  return out;
}

int run_help(const Arguments& arguments) {
  if (arguments.words().empty()) {
    print(arguments.has("man") ? man_page() : help_page());
    return 0;
  }
  const Command& command = require_command(arguments.words().front());
  print(arguments.has("man") ? man_page(command) : help_page(command));
  return 0;
}

}  // namespace undex::tool
