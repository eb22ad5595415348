#pragma once
// undex is two programs: `undex` asks the index and is linked with what that takes; all other
// commands need the libraries of XML, of containers and of the cage too, whose loading takes longer
// than a search, and are in `undex-archive`, which lies beside it and has every command.
#include <string>
#include <vector>

namespace undex::tool {

/// Goes on as undex-archive, with the same command line. Error{usage} when it is not there.
[[noreturn]] void run_the_other_program(const std::vector<std::string>& args);

}  // namespace undex::tool
