// undex series: the register of series against the archive.
#include "searcher/render/series.h"

#include "tools/undex/command.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

int unknown(const std::string& name) {
  note("undex: no series is called '" + name + "'");
  const Series* near = nearest_series(name);
  note(near == nullptr ? "hint: 'undex series' lists them" : "hint: the nearest is " + near->id);
  return 1;
}

}  // namespace

int run_series(const Arguments& arguments) {
  const std::string name = joined_words(arguments);
  const Series* series = name.empty() ? nullptr : series_named(name);
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
