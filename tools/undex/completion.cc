// Completion scripts, made from the table of commands.
#include "tools/undex/command.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

std::string option_words(const Command& command) {
  std::string out;
  for (const Option& option : command.options) out += " --" + std::string(option.name);
  return out.substr(1);
}

std::string command_words() {
  std::string out;
  for (const Command& command : commands()) out += " " + std::string(command.name);
  return out.substr(1);
}

std::string bash() {
  std::string out =
      "_undex() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '" +
      command_words() +
      "' -- \"$word\"))\n    return\n  fi\n"
      "  if [[ $verb == facets && COMP_CWORD -eq 2 ]]; then\n"
      "    COMPREPLY=($(compgen -W \"$(undex fields --format tsv 2>/dev/null | cut -f1)\" -- "
      "\"$word\"))\n"
      "    return\n  fi\n"
      "  case $verb in\n";
  for (const Command& command : commands())
    out += "    " + std::string(command.name) + ") COMPREPLY=($(compgen -W '" +
           option_words(command) + "' -- \"$word\")) ;;\n";
  return out + "  esac\n}\ncomplete -o default -F _undex undex\n";
}

std::string zsh() {
  std::string out = "#compdef undex\nlocal -a verbs\nverbs=(\n";
  for (const Command& command : commands())
    out += "  '" + std::string(command.name) + ":" + std::string(command.summary) + "'\n";
  out +=
      ")\nif ((CURRENT == 2)); then\n  _describe command verbs\n  return\nfi\ncase $words[2] in\n";
  for (const Command& command : commands()) {
    out += "  " + std::string(command.name) + ") _arguments";
    for (const Option& option : command.options)
      out += " '--" + std::string(option.name) + "[" + std::string(option.name) + "]" +
             (option.argument.empty() ? "" : ":" + std::string(option.argument) + ":") + "'";
    out += " '*:word:_files' ;;\n";
  }
  return out + "esac\n";
}

std::string fish() {
  std::string out;
  for (const Command& command : commands()) {
    const std::string name(command.name);
    out += "complete -c undex -n __fish_use_subcommand -a " + name + " -d \"" +
           std::string(command.summary) + "\"\n";
    for (const Option& option : command.options)
      out += "complete -c undex -n '__fish_seen_subcommand_from " + name + "' -l " +
             std::string(option.name) + (option.argument.empty() ? "" : " -r") + "\n";
  }
  return out;
}

}  // namespace

int run_completion(const Arguments& arguments) {
  const std::string shell = arguments.words().empty() ? "" : arguments.words().front();
  if (shell == "bash")
    print(bash());
  else if (shell == "zsh")
    print(zsh());
  else if (shell == "fish")
    print(fish());
  else
    throw Error(ErrorKind::usage, "completion: '" + shell + "' is not a shell undex knows",
                "choose bash, zsh or fish");
  return 0;
}

}  // namespace undex::tool
