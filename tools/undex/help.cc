#include <algorithm>

#include "searcher/render/query_help.h"
#include "searcher/render/roff.h"
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

constexpr std::string_view kSeeAlso = "undex(1), undex-query(7)";

using rendering::roff;
using rendering::roff_row;
using rendering::roff_verbatim;

std::string man_page(const Command& command) {
  std::string out =
      rendering::roff_header("undex-" + std::string(command.name), 1, command.summary);
  out += ".SH SYNOPSIS\n" + roff(synopsis(command)) + "\n.SH OPTIONS\n";
  for (const Option& option : command.options) out += roff_row(names_of(option), explained(option));
  return out + roff_verbatim("EXAMPLES", command.examples) +
         roff_verbatim("EXIT STATUS", kStatuses) + ".SH SEE ALSO\n" + roff(kSeeAlso) + "\n";
}

std::string man_page() {
  std::string out = rendering::roff_header(
      "undex", 1, "archive and search engine for United Nations documents on informatics");
  out += ".SH SYNOPSIS\nundex COMMAND [OPTION...] [WORD...]\n.SH COMMANDS\n";
  for (const Command& command : commands()) out += roff_row(synopsis(command), command.summary);
  return out + roff_verbatim("EXIT STATUS", kStatuses) +
         roff_verbatim("ENVIRONMENT", kEnvironment) + ".SH SEE ALSO\n" + roff("undex-query(7)") +
         "\n";
}

/// What is explained besides the commands, in the forms there are.
struct Topic {
  std::string_view name;
  std::string (*text)();
  std::string (*man)();
  std::string (*html)();
};
constexpr Topic kTopics[] = {
    {"query", query_help_text, query_help_man, [] { return query_help_html(); }},
};

/// "man" for --man.
std::string form_of(const Arguments& arguments) {
  return arguments.has("man") ? "man" : arguments.value("as");
}

[[noreturn]] void fail_without_html(const std::string& name) {
  throw Error(ErrorKind::usage, "help: there is no web page of " + name,
              "'undex help query --as html' makes one of the query language");
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
  out +=
      "\n'undex help COMMAND' explains one, 'undex help query' the query language.\n\nExit "
      "status\n";
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
  if (command.words.find("QUERY") != std::string_view::npos)
    out += "\n'undex help query' explains the query language.\n";
  return out;
}

int run_help(const Arguments& arguments) {
  const std::string form = form_of(arguments);
  if (arguments.words().empty()) {
    if (form == "html") fail_without_html("undex");
    print(form == "man" ? man_page() : help_page());
    return 0;
  }
  // The name of a manual page is one of its subject: undex-query, undex-search.
  std::string name = arguments.words().front();
  if (name.starts_with("undex-")) name.erase(0, std::string_view("undex-").size());
  for (const Topic& topic : kTopics)
    if (topic.name == name) {
      print(form == "man" ? topic.man() : form == "html" ? topic.html() : topic.text());
      return 0;
    }
  const Command& command = require_command(name);
  if (form == "html") fail_without_html("'undex " + name + "'");
  print(form == "man" ? man_page(command) : help_page(command));
  return 0;
}

}  // namespace undex::tool
