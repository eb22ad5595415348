#include "tools/undex/holdings.h"

#include <algorithm>
#include <cstdlib>

#include "indexer/understand/understand.h"
#include "tools/undex/nearest.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex::tool {

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
  const std::string near = nearest_name(wanted, names);
  if (!near.empty()) return near;
  const auto longer = std::find_if(names.begin(), names.end(), [&](std::string_view held) {
    return held.starts_with(wanted + "/");
  });
  return longer == names.end() ? std::string() : std::string(*longer);
}

Document read_understood(const Archive& archive, const ArchiveEntry& entry) {
  Document document = archive.read(entry);
  understand(document);
  return document;
}

int not_held(const Archive& archive, const std::string& name) {
  note("undex: '" + name + "' is not held");
  const std::string near = nearest_held(archive, name);
  note("hint: " + (near.empty() ? "" : "the nearest name held is " + near + "; ") +
       "'undex search \"" + name + "\"' finds who cites it");
  return 1;
}

}  // namespace undex::tool
