#include "tools/undex/holdings.h"

#include <algorithm>
#include <cstdlib>

#include "tools/undex/nearest.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex::tool {

std::filesystem::path archive_dir(const Arguments& arguments) {
  if (arguments.has("archive")) return arguments.value("archive");
  if (const char* set = std::getenv("UNDEX_ARCHIVE"); set && *set) return set;
  return "archive";
}

void require_choice(const Arguments& arguments, std::string_view option,
                    const std::vector<std::string_view>& choices) {
  const std::string value = arguments.value(option);
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  std::string list;
  for (const std::string_view choice : choices)
    list += (list.empty() ? "" : ", ") + std::string(choice);
  throw Error(ErrorKind::usage, "--" + std::string(option) + ": '" + value + "' is not offered",
              "choose one of: " + list);
}

std::string joined_words(const Arguments& arguments) {
  std::string out;
  for (const std::string& word : arguments.words()) out += (out.empty() ? "" : " ") + word;
  return out;
}

Target find_target(const Archive& archive, std::string_view typed) {
  Target target{.entries = archive.find(typed), .name = std::string(typed), .place = {}};
  if (!target.entries.empty()) return target;
  const std::size_t mark = typed.find_first_of("#,:");
  if (mark == std::string_view::npos) return target;
  target.name = typed.substr(0, mark);
  target.place = parse_locator(typed.substr(mark + 1));
  if (!target.place)
    throw Error(ErrorKind::usage,
                "'" + std::string(typed.substr(mark + 1)) + "' is not a place in a document",
                "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
  target.entries = archive.find(target.name);
  return target;
}

std::string nearest_held(const Archive& archive, std::string_view name) {
  const std::vector<ArchiveEntry> entries = archive.list();
  const std::optional<Symbol> symbol = parse_symbol(name);
  const std::string wanted = symbol ? symbol->text() : std::string(name);
  std::vector<std::string_view> names;
  for (const ArchiveEntry& entry : entries) names.push_back(entry.name);
  return nearest_name(wanted, names);
}

}  // namespace undex::tool
