// undex series: the register of series against the archive.
#include "searcher/render/series.h"

#include "corpus/strings.h"
#include "corpus/text.h"
#include "tools/undex/command.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

/// By a name, or by a document of it.
const Series* asked_for(const std::string& name) {
  if (const Series* series = find_series(name)) return series;
  const std::optional<Symbol> symbol = parse_symbol(name);
  return symbol ? series_of(*symbol) : nullptr;
}

int unknown(const std::string& name) {
  note("undex: no series is called '" + name + "'");
  std::vector<std::string> folded;
  std::vector<std::string_view> names;
  for (const Series& series : series_register()) {
    folded.push_back(fold(series.id));
    folded.push_back(fold(series.name));
    for (const std::string& other : series.names) folded.push_back(fold(other));
  }
  names.assign(folded.begin(), folded.end());
  const std::string near = nearest_name(fold(name), names);
  note(near.empty() ? "hint: 'undex series' lists them"
                    : "hint: the nearest is " + find_series(near)->id);
  return 1;
}

}  // namespace

int run_series(const Arguments& arguments) {
  const std::string name = joined_words(arguments);
  const Series* series = name.empty() ? nullptr : asked_for(name);
  if (!name.empty() && series == nullptr) return unknown(name);
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::string format = arguments.value("format");
  const RenderOptions options = render_options(arguments);
  if (series != nullptr) {
    print(render_series(series_page(*series, archive), format, options));
    return 0;
  }
  std::vector<SeriesPage> pages;
  for (const Series& one : series_register()) pages.push_back(series_page(one, archive));
  print(render_series_list(pages, format, options));
  return 0;
}

}  // namespace undex::tool
