// undex: the program. Cuts the command line at the verb, runs the command, turns an Error into a
// message and a status.
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "schemas/version.h"
#include "tools/undex/command.h"
#include "tools/undex/draft_reader.h"
#include "tools/undex/terminal.h"
#include "tools/undex/the_other_program.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

constexpr int kStatusUsage = 2;
constexpr int kStatusMachine = 3;

void report(const Error& error) {
  note("undex: " + std::string(error.what()));
  if (const auto* query = dynamic_cast<const QueryError*>(&error)) note(query->caret());
  if (!error.hint.empty()) note("hint: " + error.hint);
}

int run(const std::vector<std::string>& args) {
  if (args.empty()) {
    note(help_page());
    return kStatusUsage;
  }
  const std::string& verb = args.front();
  if (verb == "--version" || verb == "-V") {
    print("undex " + std::string(kProgramVersion) + " (archive form " +
          std::to_string(kArchiveVersion) + ", index form " + std::to_string(kIndexVersion) +
          ", output form " + std::to_string(kOutputVersion) + ")\n");
    return 0;
  }
  if (verb == "--help" || verb == "-h") {
    print(help_page());
    return 0;
  }
  if (verb == kReadDrafts && run_draft_reader != nullptr) return run_draft_reader();
  if (verb.starts_with('-'))
    throw Error(ErrorKind::usage, "'" + verb + "' stands before the command",
                "options follow it: undex COMMAND [OPTION...] [WORD...]");
  const Command& command = require_command(verb);
  if (command.run == nullptr) run_the_other_program(args);
  const Arguments arguments =
      read_arguments(command.options, std::vector<std::string>(args.begin() + 1, args.end()));
  if (arguments.has("help")) {
    print(help_page(command));
    return 0;
  }
  if (command.words.empty() && !arguments.words().empty())
    throw Error(
        ErrorKind::usage,
        std::string(command.name) + ": nothing to do with '" + arguments.words().front() + "'",
        "'undex help " + std::string(command.name) + "' says what it takes");
  if (arguments.has("archives") && ask_archives == nullptr) run_the_other_program(args);
  return command.run(arguments);
}

}  // namespace
}  // namespace undex::tool

int main(int argc, char** argv) {
  using namespace undex::tool;
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its size limit is a write error, not a death
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const undex::Error& error) {
    report(error);
    return static_cast<int>(error.kind);
  } catch (const std::bad_alloc&) {
    note("undex: out of memory");
    note("hint: what was acknowledged is safe; run the same command again with more memory");
    return kStatusMachine;
  } catch (const std::exception& error) {
    note(std::string("undex: unexpected failure: ") + error.what());
    note("hint: please report this with the command that led to it");
    return kStatusMachine;
  }
}
