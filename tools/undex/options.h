#pragma once
// The command line of one command: its options as a table, read by Boost.Program_options in
// options.cc alone. The same table makes the help text, the man page and the completions.
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace undex::tool {

struct Option {
  std::string_view name;      ///< long name without dashes
  char letter = 0;            ///< short name, 0 for none
  std::string_view argument;  ///< what it takes: "DIR"; empty for a switch
  std::string_view fallback;  ///< value when not given; empty for none
  std::string_view help;
  std::string_view choices = {};  ///< the values it may have, parted by blanks; empty: any
};

/// "text, json or xml"
std::string choices_in_words(std::string_view choices);

/// What a command line said.
class Arguments {
 public:
  bool has(std::string_view option) const;
  /// The value given last, else the fallback, else "".
  std::string value(std::string_view option) const;
  /// Every value given, in order: an option may be there more than once.
  std::vector<std::string> values(std::string_view option) const;
  /// The values split at commas, empty ones dropped.
  std::vector<std::string> list(std::string_view option) const;
  /// A whole number of 0 to 1,000,000,000; Error{usage} naming the option otherwise.
  std::size_t number(std::string_view option) const;
  const std::vector<std::string>& words() const { return words_; }

 private:
  friend Arguments read_arguments(const std::vector<Option>&, const std::vector<std::string>&);
  friend void add_settings(Arguments&, const std::vector<Option>&, const std::string&,
                           std::string_view);
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
  std::map<std::string, std::string, std::less<>> fallback_;
  std::vector<std::string> words_;
};

/// Error{usage} with the nearest option for an unknown one, with the choices for a value that is
/// none of them. After "--" everything is a word.
Arguments read_arguments(const std::vector<Option>& options, const std::vector<std::string>& args);

/// Options that the command line leaves out, of the environment (`prefix` and the name in capitals:
/// UNDEX_SERVE_LISTEN), else of the file: lines "listen = 127.0.0.1:8080", remarks behind '#'; an
/// option may stand in several. No file for an empty path. Error{usage} with file and line.
void add_settings(Arguments& arguments, const std::vector<Option>& options, const std::string& path,
                  std::string_view prefix);

/// --archive, else $UNDEX_ARCHIVE, else ./archive.
std::filesystem::path archive_dir(const Arguments& arguments);

/// All words of the command line, joined by blanks.
std::string joined_words(const Arguments& arguments);

}  // namespace undex::tool
