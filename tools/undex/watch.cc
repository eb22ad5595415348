// undex watch: saved searches, and what is new of them, for cron and for readers of feeds.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/given.h"
#include "tools/undex/terminal.h"
#include "tools/undex/watch_feed.h"
#include "tools/undex/watch_file.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

using nlohmann::ordered_json;
using rendering::counted;

constexpr std::size_t kAll = 1'000'000;

std::vector<Hit> all_hits(const SavedSearch& watch) {
  Request request;
  request.query = watch.query;
  request.filters = watch.filters;
  request.order = Order::newest;
  request.limit = kAll;
  request.passages = 0;
  return Searcher::open(watch.archive).search(request).hits;
}

/// As text, or the list of saved searches as JSON.
void print_found(const Arguments& arguments, const std::string& text, ordered_json watches) {
  if (arguments.value("format") != "json") return print(text);
  print(rendering::json_text(
      ordered_json{{"format_version", kOutputVersion}, {"watches", std::move(watches)}}));
}

auto named(std::vector<SavedSearch>& watches, const std::string& name) {
  return std::ranges::find(watches, name, &SavedSearch::name);
}

[[noreturn]] void refuse_name(const std::vector<SavedSearch>& watches, const std::string& name) {
  std::vector<std::string_view> names;
  for (const SavedSearch& watch : watches) names.push_back(watch.name);
  const std::string near = nearest_name(name, names);
  throw Error(ErrorKind::usage,
              "watch: no search is saved as '" + printable(name) + "'" +
                  (near.empty() ? "" : "; did you mean '" + near + "'?"),
              "'undex watch list' lists them");
}

void require_name(const std::string& name) {
  constexpr std::string_view kMarks = "._-";
  const bool good = !name.empty() && std::ranges::all_of(name, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kMarks.find(c) != std::string_view::npos;
  });
  if (!good)
    throw Error(ErrorKind::usage, "watch: '" + printable(name) + "' is no name",
                "a name is made of letters, digits and . _ -");
}

SavedSearch stated_search(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  SavedSearch watch{.name = words[1], .query = words[2]};
  for (std::size_t i = 3; i < words.size(); ++i) watch.query += " " + words[i];
  watch.filters = filters_of(arguments);
  if (arguments.has("years")) watch.filters.push_back({"year", {arguments.value("years")}});
  watch.archive = std::filesystem::absolute(archive_dir(arguments)).lexically_normal();
  if (arguments.has("feed"))
    watch.feed = std::filesystem::absolute(arguments.value("feed")).lexically_normal();
  watch.base = arguments.value("base");
  while (watch.base.ends_with('/')) watch.base.pop_back();
  return watch;
}

/// What matches now counts as seen: a run tells what comes after it.
int add(const Arguments& arguments) {
  const std::filesystem::path file = watch_file(arguments);
  const files::Descriptor lock = lock_watches(file);
  std::vector<SavedSearch> watches = read_watches(file);
  const SavedSearch watch = stated_search(arguments);
  require_name(watch.name);
  if (named(watches, watch.name) != watches.end())
    throw Error(ErrorKind::usage, "watch: a search is saved as '" + watch.name + "' already",
                "undex watch remove " + watch.name);
  SeenKeys seen = read_seen(file);
  std::set<std::string>& keys = seen[watch.name];
  keys.clear();
  for (const Hit& hit : all_hits(watch)) keys.insert(hit.key);
  const std::size_t found = keys.size();
  watches.push_back(watch);
  write_seen(file, seen);
  write_watches(file, watches);
  print(watch.name + ": " + counted(found, "document") +
        " now; 'undex watch run' tells what comes after\n");
  return 0;
}

int remove(const Arguments& arguments) {
  const std::filesystem::path file = watch_file(arguments);
  const files::Descriptor lock = lock_watches(file);
  std::vector<SavedSearch> watches = read_watches(file);
  const std::string& name = arguments.words()[1];
  const auto found = named(watches, name);
  if (found == watches.end()) refuse_name(watches, name);
  watches.erase(found);
  SeenKeys seen = read_seen(file);
  seen.erase(name);
  write_watches(file, watches);
  write_seen(file, seen);
  return 0;
}

std::string filters_in_words(const SavedSearch& watch) {
  std::string out;
  for (const Filter& filter : watch.filters)
    for (const std::string& value : filter.values) out += " " + filter.field + ":" + value;
  return out;
}

int list(const Arguments& arguments) {
  const std::vector<SavedSearch> watches = read_watches(watch_file(arguments));
  ordered_json found = ordered_json::array();
  std::string text;
  for (const SavedSearch& watch : watches) {
    found.push_back({{"name", watch.name},
                     {"query", watch.query},
                     {"filters", filters_in_words(watch).substr(watch.filters.empty() ? 0 : 1)},
                     {"archive", watch.archive.string()},
                     {"feed", watch.feed.string()}});
    text += printable(watch.name + "  " + watch.query + filters_in_words(watch)) + "\n";
    if (!watch.feed.empty()) text += "  feed " + printable(watch.feed.string()) + "\n";
  }
  print_found(arguments, text, std::move(found));
  return watches.empty() ? 1 : 0;
}

/// What a run has found of one saved search.
struct Found {
  const SavedSearch& watch;
  std::size_t documents = 0;
  std::vector<Hit> fresh{};
};

Found ask(const SavedSearch& watch, std::set<std::string>& seen) {
  Found found{.watch = watch};
  for (Hit& hit : all_hits(watch)) {
    ++found.documents;
    if (seen.insert(hit.key).second) found.fresh.push_back(std::move(hit));
  }
  return found;
}

std::string in_text(const Found& found) {
  if (found.fresh.empty()) return {};  // cron sends what is printed
  std::string text = found.watch.name + ": " + std::to_string(found.fresh.size()) + " new, " +
                     counted(found.documents, "document") + " in all\n";
  for (const Hit& hit : found.fresh)
    text += "  " +
            printable(hit.name + (hit.date.empty() ? "" : "  " + hit.date) + "  " + hit.title +
                      "  [" + hit.language + "]") +
            "\n";
  return text;
}

ordered_json in_json(const Found& found) {
  ordered_json fresh = ordered_json::array();
  for (const Hit& hit : found.fresh)
    fresh.push_back({{"key", hit.key},
                     {"symbol", hit.name},
                     {"title", hit.title},
                     {"date", hit.date},
                     {"language", hit.language}});
  return {{"name", found.watch.name},
          {"query", found.watch.query},
          {"documents", found.documents},
          {"new", std::move(fresh)}};
}

/// All, or those of the names given.
std::vector<SavedSearch> chosen(const Arguments& arguments, std::vector<SavedSearch> watches) {
  if (arguments.words().size() == 1) return watches;
  std::vector<SavedSearch> out;
  for (std::size_t i = 1; i < arguments.words().size(); ++i) {
    const auto found = named(watches, arguments.words()[i]);
    if (found == watches.end()) refuse_name(watches, arguments.words()[i]);
    out.push_back(*found);
  }
  return out;
}

/// What is said of a run.
struct Told {
  std::string text;
  ordered_json watches = ordered_json::array();
  bool any_new = false;
  int fault = 0;
};

/// One that cannot be asked does not stop the others: what is wrong stands on standard error, and
/// its status is that of the run.
void tell(const SavedSearch& watch, SeenKeys& seen, Told& told) {
  try {
    const Found found = ask(watch, seen[watch.name]);
    told.any_new = told.any_new || !found.fresh.empty();
    told.text += in_text(found);
    told.watches.push_back(in_json(found));
    if (!watch.feed.empty()) write_feed(watch);  // last: where it cannot be, the news is told
  } catch (const Error& error) {
    note("undex: " + watch.name + ": " + error.what());
    if (!error.hint.empty()) note("hint: " + error.hint);
    told.fault = static_cast<int>(error.kind);
  }
}

/// A file that is named and not there is a slip of the pen, which cron would never tell.
void require_named(const Arguments& arguments, const std::filesystem::path& file) {
  if (arguments.has("file") && !std::filesystem::exists(file))
    throw Error(ErrorKind::usage,
                "watch: no searches are saved in '" + printable(file.string()) + "'",
                "'undex watch add' saves one");
}

/// What was printed is kept as seen after that: a run that is cut off tells it again.
int run(const Arguments& arguments) {
  const std::filesystem::path file = watch_file(arguments);
  require_named(arguments, file);
  const files::Descriptor lock = lock_watches(file);
  const std::vector<SavedSearch> watches = chosen(arguments, read_watches(file));
  SeenKeys seen = read_seen(file);
  Told told;
  for (const SavedSearch& watch : watches) tell(watch, seen, told);
  print_found(arguments, told.text, std::move(told.watches));
  if (told.any_new) write_seen(file, seen);
  if (told.fault != 0) return told.fault;
  return told.any_new ? 0 : 1;
}

struct Verb {
  std::string_view name;
  std::string_view words;  ///< that follow it
  std::size_t least;
  std::size_t most;
  int (*run)(const Arguments& arguments);
};
constexpr std::array<Verb, 4> kVerbs = {{
    {"add", "NAME QUERY...", 2, kAll, add},
    {"list", "", 0, 0, list},
    {"remove", "NAME", 1, 1, remove},
    {"run", "[NAME...]", 0, kAll, run},
}};

}  // namespace

int run_watch(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  for (const Verb& verb : kVerbs) {
    if (words.empty() || words[0] != verb.name) continue;
    if (words.size() > verb.least && words.size() <= verb.most + 1) return verb.run(arguments);
    throw Error(ErrorKind::usage, "'watch " + words[0] + "' takes other words",
                "undex watch " + words[0] + (verb.most > 0 ? " " : "") + std::string(verb.words));
  }
  throw Error(ErrorKind::usage,
              words.empty() ? "watch: what is to be done? no word given"
                            : "watch: '" + printable(words[0]) + "' is none of its words",
              "its words are add, list, remove and run");
}

}  // namespace undex::tool
