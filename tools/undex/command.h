#pragma once
// The table of commands: `undex` is one program with verbs.
#include <string>
#include <string_view>
#include <vector>

#include "tools/undex/options.h"
#include "undex/search.h"

namespace undex::tool {

struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line
  std::string_view words;    ///< what it takes: "PATH..."
  std::vector<Option> options;
  std::string_view examples;  ///< one a line
  /// Returns the exit status. nullptr: the other program has it (the_other_program.h).
  int (*run)(const Arguments& arguments);
};

const std::vector<Command>& commands();
/// Error{usage} with the nearest name when there is no such command.
const Command& require_command(std::string_view name);

// Weak: a program may be linked without some of them.
[[gnu::weak]] int run_index(const Arguments& arguments);
[[gnu::weak]] int run_rebuild(const Arguments& arguments);
[[gnu::weak]] int run_shard(const Arguments& arguments);
[[gnu::weak]] int run_remove(const Arguments& arguments);
[[gnu::weak]] int run_history(const Arguments& arguments);
[[gnu::weak]] int run_search(const Arguments& arguments);
[[gnu::weak]] int run_show(const Arguments& arguments);
[[gnu::weak]] int run_reuse(const Arguments& arguments);
[[gnu::weak]] int run_citations(const Arguments& arguments);
[[gnu::weak]] int run_figures(const Arguments& arguments);
[[gnu::weak]] int run_series(const Arguments& arguments);
[[gnu::weak]] int run_mandate(const Arguments& arguments);
[[gnu::weak]] int run_compare(const Arguments& arguments);
[[gnu::weak]] int run_trace(const Arguments& arguments);
[[gnu::weak]] int run_check(const Arguments& arguments);
[[gnu::weak]] int run_precedent(const Arguments& arguments);
[[gnu::weak]] int run_explain(const Arguments& arguments);
/// What the archives of --archives answer together (undex/federation.h).
[[gnu::weak]] Result ask_archives(const Arguments& arguments, const Request& request);
[[gnu::weak]] int run_facets(const Arguments& arguments);
[[gnu::weak]] int run_fields(const Arguments& arguments);
[[gnu::weak]] int run_formats(const Arguments& arguments);
[[gnu::weak]] int run_status(const Arguments& arguments);
[[gnu::weak]] int run_verify(const Arguments& arguments);
[[gnu::weak]] int run_export(const Arguments& arguments);
[[gnu::weak]] int run_discover(const Arguments& arguments);
[[gnu::weak]] int run_subjects(const Arguments& arguments);
[[gnu::weak]] int run_thesaurus(const Arguments& arguments);
[[gnu::weak]] int run_map(const Arguments& arguments);
[[gnu::weak]] int run_submission(const Arguments& arguments);
[[gnu::weak]] int run_watch(const Arguments& arguments);
[[gnu::weak]] int run_serve(const Arguments& arguments);
[[gnu::weak]] int run_completion(const Arguments& arguments);
[[gnu::weak]] int run_help(const Arguments& arguments);

/// The help page of the program, or of one command.
std::string help_page();
std::string help_page(const Command& command);

}  // namespace undex::tool
