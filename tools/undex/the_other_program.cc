#include "tools/undex/the_other_program.h"

#include <unistd.h>

#include <filesystem>

#include "undex/error.h"

namespace undex::tool {

void run_the_other_program(const std::vector<std::string>& args) {
  std::error_code fault;
  const std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", fault);
  const std::string other = own.parent_path() / "undex-archive";
  std::string name = "undex";
  std::vector<std::string> words = args;
  std::vector<char*> argv = {name.data()};
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  execv(other.c_str(), argv.data());
  throw Error(ErrorKind::usage,
              "cannot run '" + other + "', which has the command '" + args[0] + "'",
              "undex and undex-archive belong into one folder");
}

}  // namespace undex::tool
