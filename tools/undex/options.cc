#include "tools/undex/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <fstream>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

namespace po = boost::program_options;

po::options_description description_of(const std::vector<Option>& options) {
  po::options_description description;
  for (const Option& option : options) {
    std::string names(option.name);
    if (option.letter) names += std::string(",") + option.letter;
    if (option.argument.empty())
      description.add_options()(names.c_str(), "");
    else
      description.add_options()(names.c_str(), po::value<std::string>(), "");
  }
  description.add_options()("words", po::value<std::vector<std::string>>(), "");
  return description;
}

[[noreturn]] void refuse_unknown(const std::vector<Option>& options, const std::string& given) {
  std::vector<std::string_view> names;
  for (const Option& option : options) names.push_back(option.name);
  std::string bare = given.substr(std::min(given.find_first_not_of('-'), given.size()));
  bare = bare.substr(0, bare.find('='));
  const std::string near = nearest_name(bare, names);
  throw Error(ErrorKind::usage, "unknown option '" + given + "'",
              near.empty() ? "'--help' lists the options; words that begin with '-' go after '--'"
                           : "did you mean '--" + near + "'?");
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

void require_choice(const Option& option, const std::string& value) {
  const std::vector<std::string_view> choices = words_of(option.choices);
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  throw Error(ErrorKind::usage,
              "--" + std::string(option.name) + ": '" + value + "' is not offered",
              "choose " + choices_in_words(option.choices));
}

/// A "#" begins one at the beginning of a line or behind a blank: addresses may hold it.
std::string_view without_remark(std::string_view line) {
  for (std::size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1))
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') return line.substr(0, at);
  return line;
}

}  // namespace

std::string choices_in_words(std::string_view choices) {
  const std::vector<std::string_view> words = words_of(choices);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

bool Arguments::has(std::string_view option) const { return given_.contains(option); }

std::string Arguments::value(std::string_view option) const {
  if (const auto found = given_.find(option); found != given_.end()) return found->second.back();
  const auto found = fallback_.find(option);
  return found == fallback_.end() ? std::string() : found->second;
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = given_.find(option);
  return found == given_.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> Arguments::list(std::string_view option) const {
  std::vector<std::string> items;
  for (const std::string& given : values(option))
    for (const std::string_view item : split(given, ','))
      if (!item.empty()) items.emplace_back(item);
  return items;
}

std::size_t Arguments::number(std::string_view option) const {
  const std::string text = value(option);
  const bool digits =
      !text.empty() && text.size() <= 9 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits)
    throw Error(ErrorKind::usage, "--" + std::string(option) + ": '" + text + "' is not a number",
                "give a whole number such as 20");
  return std::stoul(text);
}

Arguments read_arguments(const std::vector<Option>& options, const std::vector<std::string>& args) {
  const po::options_description description = description_of(options);
  po::positional_options_description positional;
  positional.add("words", -1);
  Arguments arguments;
  for (const Option& option : options)
    if (!option.fallback.empty()) arguments.fallback_.emplace(option.name, option.fallback);
  try {
    using Style = po::command_line_style::style_t;
    const int style = Style::default_style & ~Style::allow_guessing;
    const po::parsed_options parsed = po::command_line_parser(args)
                                          .options(description)
                                          .positional(positional)
                                          .style(style)
                                          .run();
    for (const po::option& option : parsed.options) {
      if (option.string_key == "words")
        arguments.words_.insert(arguments.words_.end(), option.value.begin(), option.value.end());
      else
        arguments.given_[option.string_key].push_back(option.value.empty() ? ""
                                                                           : option.value.front());
    }
  } catch (const po::unknown_option& unknown) {
    refuse_unknown(options, unknown.get_option_name());
  } catch (const po::error& error) {
    throw Error(ErrorKind::usage, error.what(), "'--help' lists the options of a command");
  }
  for (const Option& option : options)
    if (!option.choices.empty()) require_choice(option, arguments.value(option.name));
  return arguments;
}

void add_settings(Arguments& arguments, const std::vector<Option>& options, const std::string& path,
                  std::string_view prefix) {
  std::map<std::string, std::vector<std::string>, std::less<>> set;
  std::ifstream file(path);
  if (!path.empty() && (!file || std::filesystem::is_directory(path)))
    throw Error(ErrorKind::usage, "cannot read '" + printable(path) + "'",
                "name a file of settings");
  std::string line;
  for (std::size_t number = 1; !path.empty() && std::getline(file, line); ++number) {
    const std::string text = collapse_spaces(without_remark(line));
    if (text.empty()) continue;
    const std::size_t mark = std::min(text.find('='), text.size());
    const std::string name = collapse_spaces(text.substr(0, mark));
    const auto known = std::ranges::find(options, name, &Option::name);
    if (mark == text.size() || known == options.end() || known->argument.empty())
      throw Error(ErrorKind::usage,
                  printable(path) + ", line " + std::to_string(number) + ": '" + printable(text) +
                      "' sets no option",
                  "write 'listen = 127.0.0.1:8080'; '--help' lists the options");
    set[name].push_back(collapse_spaces(text.substr(mark + 1)));
  }
  for (const Option& option : options) {
    if (option.argument.empty() || arguments.has(option.name)) continue;
    std::string name = std::string(prefix) + std::string(option.name);
    std::ranges::transform(name, name.begin(), [](char c) {
      return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (const char* value = std::getenv(name.c_str()); value && *value)
      arguments.given_[std::string(option.name)] = {value};
    else if (const auto found = set.find(option.name); found != set.end())
      arguments.given_[std::string(option.name)] = found->second;
    if (!option.choices.empty()) require_choice(option, arguments.value(option.name));
  }
}

std::filesystem::path archive_dir(const Arguments& arguments) {
  if (arguments.has("archive")) return arguments.value("archive");
  if (const char* set = std::getenv("UNDEX_ARCHIVE"); set && *set) return set;
  return "archive";
}

std::string joined_words(const Arguments& arguments) {
  std::string out;
  for (const std::string& word : arguments.words()) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace undex::tool
