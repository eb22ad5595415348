#include "tools/undex/watch_file.h"

#include <sys/file.h>

#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/archive/files.h"
#include "corpus/text.h"
#include "searcher/render/json_text.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int kForm = 1;

/// An absolute path of the environment, as the rules of XDG want it.
fs::path folder_from(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path = value == nullptr ? "" : value;
  return path.is_absolute() ? path : fs::path();
}

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
  throw Error(ErrorKind::usage,
              "cannot read '" + printable(file.string()) + "': it holds no saved searches: " + why,
              "mend it, or name another with --file");
}

/// The member `what` of a file of our form; null when there is no such file.
json read_member(const fs::path& file, std::string_view what) {
  const std::optional<std::string> bytes = files::read(file);
  if (!bytes) return nullptr;
  const json read = json::parse(*bytes, nullptr, false);
  if (!read.is_object()) refuse(file, "it is no JSON object");
  if (read.value("form", json()) != kForm) refuse(file, "its form is not 1");
  if (!read.contains(what)) refuse(file, "it has no '" + std::string(what) + "'");
  return read.at(std::string(what));
}

void write_member(const fs::path& file, std::string_view what, const ordered_json& value) {
  files::make_folders(file.parent_path());
  files::write_durably(file, rendering::json_text(ordered_json{{"form", kForm}, {what, value}}));
}

SavedSearch read_watch(const json& one) {
  SavedSearch watch{.name = one.at("name").get<std::string>(),
                    .query = one.at("query").get<std::string>()};
  for (const json& filter : one.at("filters"))
    watch.filters.push_back({filter.at("field").get<std::string>(),
                             filter.at("values").get<std::vector<std::string>>()});
  watch.archive = one.at("archive").get<std::string>();
  watch.feed = one.at("feed").get<std::string>();
  watch.base = one.at("base").get<std::string>();
  return watch;
}

ordered_json written(const SavedSearch& watch) {
  ordered_json filters = ordered_json::array();
  for (const Filter& filter : watch.filters)
    filters.push_back({{"field", filter.field}, {"values", filter.values}});
  return {{"name", watch.name},
          {"query", watch.query},
          {"filters", std::move(filters)},
          {"archive", watch.archive.string()},
          {"feed", watch.feed.string()},
          {"base", watch.base}};
}

fs::path seen_file(const fs::path& file) { return file.string() + ".seen"; }

}  // namespace

fs::path watch_file(const Arguments& arguments) {
  if (arguments.has("file")) return fs::absolute(arguments.value("file"));
  if (const fs::path folder = folder_from("XDG_CONFIG_HOME"); !folder.empty())
    return folder / "undex" / "watches.json";
  if (const fs::path home = folder_from("HOME"); !home.empty())
    return home / ".config" / "undex" / "watches.json";
  throw Error(ErrorKind::usage, "watch: it is not known where your settings lie: $HOME is not set",
              "name a file with --file");
}

files::Descriptor lock_watches(const fs::path& file) {
  files::make_folders(file.parent_path());
  const fs::path path = file.string() + ".lock";
  files::Descriptor lock = files::open_for_append(path);
  while (::flock(lock.number(), LOCK_EX) != 0)
    if (errno != EINTR) files::fail("lock", path, errno);
  return lock;
}

std::vector<SavedSearch> read_watches(const fs::path& file) {
  std::vector<SavedSearch> watches;
  try {
    for (const json& one : read_member(file, "watches")) watches.push_back(read_watch(one));
  } catch (const json::exception&) {
    refuse(file, "a saved search has name, query, filters, archive, feed and base");
  }
  return watches;
}

void write_watches(const fs::path& file, const std::vector<SavedSearch>& watches) {
  ordered_json list = ordered_json::array();
  for (const SavedSearch& watch : watches) list.push_back(written(watch));
  write_member(file, "watches", list);
}

SeenKeys read_seen(const fs::path& file) {
  const fs::path path = seen_file(file);
  const json seen = read_member(path, "seen");
  try {
    return seen.is_null() ? SeenKeys() : seen.get<SeenKeys>();
  } catch (const json::exception&) {
    refuse(path, "what was seen is a list of keys for each name");
  }
}

void write_seen(const fs::path& file, const SeenKeys& seen) {
  write_member(seen_file(file), "seen", ordered_json(seen));
}

}  // namespace undex::tool
