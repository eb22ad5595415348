// Completion scripts, made from the table of commands. Symbols, fields and values are asked of the
// program itself, so that they are those of the archive named on the line.
#include <algorithm>

#include "corpus/series.h"
#include "tools/undex/command.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// What the words of a command are, for a shell.
enum class Words { none, paths, query, symbols, field, subject, series, shell };

Words words_of(const Command& command) {
  constexpr std::pair<std::string_view, Words> kWords[] = {
      {"PATH...", Words::paths},          {"QUERY...", Words::query},
      {"SYMBOL", Words::symbols},         {"[SYMBOL...]", Words::symbols},
      {"FIELD [QUERY...]", Words::field}, {"[COMMAND | query]", Words::subject},
      {"bash|zsh|fish", Words::shell},    {"[NAME]", Words::series},
  };
  const auto found = std::find_if(std::begin(kWords), std::end(kWords),
                                  [&](const auto& row) { return row.first == command.words; });
  return found == std::end(kWords) ? Words::none : found->second;
}

std::string command_words() {
  std::string out;
  for (const Command& command : commands()) out += " " + std::string(command.name);
  return out.substr(1);
}

/// What help explains.
std::string subject_words() { return command_words() + " query"; }

std::string series_words() {
  std::string out;
  for (const Series& series : series_register()) out += " " + series.id;
  return out.substr(1);
}

/// "search:--format|search:-f"
std::string bash_pattern(const Command& command, const Option& option) {
  const std::string verb = std::string(command.name) + ":";
  std::string out = verb + "--" + std::string(option.name);
  if (option.letter) out += "|" + verb + "-" + option.letter;
  return out;
}

constexpr std::string_view kBashHelpers =
    R"bash(_undex_offer() {  # the lines of standard input that begin with $1
  local line
  while IFS= read -r line; do
    [[ ${line,,} == "${1,,}"* ]] && COMPREPLY+=("$(printf %q "$line")")
  done
}
_undex_fields() { undex fields --format tsv | cut -f1,4 | sed -n "s/\t$1.*//p"; }
_undex_query() {  # bash cuts organ:ECOSOC into three words; a value of several stands in quotes
  local field=${COMP_WORDS[COMP_CWORD - 2]} line
  [[ $word == : ]] && field=$before word= before=:
  if [[ $before == : ]]; then
    while IFS= read -r line; do
      [[ ${line,,} == "${word,,}"* ]] || continue
      [[ $line == *' '* ]] && line="\"$line\""
      COMPREPLY+=("$(printf %q "$line")")
    done < <(undex facets "$field" "${archive[@]}" --format tsv | awk -F'\t' '$4 {print $1}')
  elif [[ $word ]]; then
    _undex_offer "$word" < <(_undex_fields | sed 's/$/:/')
    compopt -o nospace
  fi
}
_undex() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]} at
  local -a archive=()
  COMPREPLY=()
  for ((at = 2; at + 1 < COMP_CWORD; at++)); do
    [[ ${COMP_WORDS[at]} == @(-a|--archive) ]] && archive=(--archive "${COMP_WORDS[at + 1]}")
  done
)bash";

std::string bash_words(const Command& command) {
  switch (words_of(command)) {
    case Words::none:
      return ":";
    case Words::paths:
      return "compopt -o default";
    case Words::query:
      return "_undex_query";
    case Words::symbols:
      return "_undex_offer \"$word\" < <(undex export --what names \"${archive[@]}\")";
    case Words::field:
      return "if ((COMP_CWORD == 2)); then _undex_offer \"$word\" < <(_undex_fields facet); "
             "else "
             "_undex_query; fi";
    case Words::subject:
      return "COMPREPLY=($(compgen -W '" + subject_words() + "' -- \"$word\"))";
    case Words::series:
      return "COMPREPLY=($(compgen -W '" + series_words() + "' -- \"$word\"))";
    case Words::shell:
      return "COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$word\"))";
  }
  return {};
}

std::string bash() {
  std::string out = "# bash completion of undex\n" + std::string(kBashHelpers) +
                    "  if ((COMP_CWORD == 1)); then\n    COMPREPLY=($(compgen -W '" +
                    command_words() +
                    "' -- \"$word\"))\n    return\n  fi\n  case $verb:$before in\n";
  for (const Command& command : commands())
    for (const Option& option : command.options) {
      if (option.argument.empty()) continue;
      out += "    " + bash_pattern(command, option) + ") ";
      if (!option.choices.empty())
        out += "COMPREPLY=($(compgen -W '" + std::string(option.choices) + "' -- \"$word\")); ";
      else if (option.argument == "DIR")
        out += "compopt -o dirnames; ";
      else if (option.name == "facets")
        out += "_undex_offer \"$word\" < <(_undex_fields facet); ";
      else if (option.name == "filter")
        out += "_undex_query; ";
      out += "return ;;\n";
    }
  out += "  esac\n  case $verb in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ")\n      if [[ $word == -* ]]; then\n" +
           "        COMPREPLY=($(compgen -W '";
    for (const Option& option : command.options) out += "--" + std::string(option.name) + " ";
    out.pop_back();
    out += "' -- \"$word\"))\n      else\n        " + bash_words(command) + "\n      fi ;;\n";
  }
  return out + "  esac\n} 2>/dev/null\ncomplete -F _undex undex\n";
}

/// Inside single quotes and the brackets of _arguments.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\'";
    else if (c == '[' || c == ']' || c == ':')
      out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_words(const Command& command) {
  switch (words_of(command)) {
    case Words::none:
      return "";
    case Words::paths:
      return " '*:path:_files'";
    case Words::query:
      return " '*:query:_undex_query'";
    case Words::symbols:
      return " '*:symbol:_undex_names'";
    case Words::field:
      return " '1:field:_undex_facets' '*:query:_undex_query'";
    case Words::subject:
      return " '1:subject:(" + subject_words() + ")'";
    case Words::series:
      return " '1:series:(" + series_words() + ")'";
    case Words::shell:
      return " '1:shell:(bash zsh fish)'";
  }
  return {};
}

std::string zsh_option(const Option& option) {
  std::string action;
  if (!option.argument.empty()) action = ":" + zsh_text(option.argument) + ":";
  if (!option.choices.empty())
    action += "(" + std::string(option.choices) + ")";
  else if (option.argument == "DIR")
    action += "_files -/";
  else if (option.name == "facets")
    action += "_undex_facets";
  else if (option.name == "filter")
    action += "_undex_query";
  const std::string help =
      zsh_text(option.help.empty() ? choices_in_words(option.choices) : std::string(option.help));
  const std::string tail = "[" + help + "]" + action + "'";
  std::string out = " '--" + std::string(option.name) + tail;
  if (option.letter) out += std::string(" '-") + option.letter + tail;
  return out;
}

constexpr std::string_view kZshHelpers = R"zsh(
_undex_archive() {
  archive=()
  [[ -n ${opt_args[--archive]:-${opt_args[-a]}} ]] && archive=(--archive ${opt_args[--archive]:-${opt_args[-a]}})
}
_undex_names() {
  local -a archive names
  _undex_archive
  names=(${(f)"$(undex export --what names $archive 2>/dev/null)"})
  compadd -M 'm:{a-z}={A-Z}' -a names
}
_undex_facets() {
  local -a fields
  fields=(${(f)"$(undex fields --format tsv 2>/dev/null | sed -n 's/\t.*\tfacet\t.*//p')"})
  compadd -a fields
}
_undex_query() {
  local -a archive values
  if [[ $PREFIX == *:* ]]; then
    _undex_archive
    values=(${(f)"$(undex facets ${PREFIX%%:*} $archive --format tsv 2>/dev/null | awk -F'\t' '$4 {print $1}')"})
    compset -P '*:'
    compadd -M 'm:{a-z}={A-Z}' -- ${values/(#m)* */\"$MATCH\"}
  else
    values=(${(f)"$(undex fields --format tsv 2>/dev/null | cut -f1)"})
    compadd -S : -a values
  fi
}
)zsh";

std::string zsh() {
  std::string out = "#compdef undex\n" + std::string(kZshHelpers) +
                    "_undex() {\n  setopt local_options extended_glob\n  local -a verbs\n"
                    "  local -A opt_args\n  verbs=(\n";
  for (const Command& command : commands())
    out += "    '" + std::string(command.name) + ":" + zsh_text(command.summary) + "'\n";
  out +=
      "  )\n  if ((CURRENT == 2)); then\n    _describe command verbs\n    return\n  fi\n"
      "  shift words\n  ((CURRENT--))\n  case $words[1] in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ") _arguments -s";
    for (const Option& option : command.options) out += zsh_option(option);
    out += zsh_words(command) + " ;;\n";
  }
  return out +
         "  esac\n}\n"
         "if [[ $funcstack[1] == _undex ]]; then _undex \"$@\"; else compdef _undex undex; fi\n";
}

constexpr std::string_view kFishHelpers = R"fish(function __undex_query
  set -l word (commandline -ct)
  if string match -q '*:*' -- $word
    set -l field (string split -m1 : -- $word)[1]
    for value in (undex facets $field --format tsv 2>/dev/null | awk -F'\t' '$4 {print $1}')
      string match -q '* *' -- $value; and set value "\"$value\""
      echo $field:$value
    end
  else
    undex fields --format tsv 2>/dev/null | cut -f1 | string replace -r '$' ':'
  end
end
complete -c undex -f
)fish";

std::string fish_words(const Command& command) {
  switch (words_of(command)) {
    case Words::none:
      return "";
    case Words::paths:
      return "-F";
    case Words::query:
      return "-a '(__undex_query)'";
    case Words::symbols:
      return "-a '(undex export --what names 2>/dev/null)'";
    case Words::field:
      return "-a '(undex fields --format tsv 2>/dev/null | string replace -rf "
             "\"\\t.*\\tfacet\\t.*\" "
             "\"\")'";
    case Words::subject:
      return "-a '" + subject_words() + "'";
    case Words::series:
      return "-a '" + series_words() + "'";
    case Words::shell:
      return "-a 'bash zsh fish'";
  }
  return {};
}

std::string fish_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return "'" + out + "'";
}

std::string fish() {
  std::string out(kFishHelpers);
  for (const Command& command : commands()) {
    const std::string name(command.name);
    const std::string seen = "complete -c undex -n '__fish_seen_subcommand_from " + name + "' ";
    out += "complete -c undex -n __fish_use_subcommand -a " + name + " -d " +
           fish_text(command.summary) + "\n";
    for (const Option& option : command.options) {
      out += seen + "-l " + std::string(option.name);
      if (option.letter) out += std::string(" -s ") + option.letter;
      if (!option.argument.empty()) out += option.argument == "DIR" ? " -r -F" : " -x";
      if (!option.choices.empty()) out += " -a '" + std::string(option.choices) + "'";
      if (option.name == "filter") out += " -a '(__undex_query)'";
      if (!option.help.empty()) out += " -d " + fish_text(option.help);
      out += "\n";
    }
    if (const std::string words = fish_words(command); !words.empty()) out += seen + words + "\n";
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
    throw Error(ErrorKind::usage,
                shell.empty() ? "completion: no shell given"
                              : "completion: '" + shell + "' is not a shell undex knows",
                "choose bash, zsh or fish");
  return 0;
}

}  // namespace undex::tool
