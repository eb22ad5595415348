// undex compare: two documents or two places side by side.
#include "searcher/documents/comparison_pages.h"
#include "searcher/render/comparison.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

int compare_two(const Archive& archive, const Arguments& arguments) {
  const std::vector<std::string>& typed = arguments.words();
  if (typed.size() != 2)
    throw Error(ErrorKind::usage,
                "two documents are compared; " + std::to_string(typed.size()) + " given",
                "undex compare E/2003/75 E/2009/21");
  const std::string language = arguments.value("language");
  for (const std::string& name : typed)
    if (const Target target = find_target(archive, name); !target.entries.empty())
      chosen_version(target.entries, language);  // says which one is compared
  const ComparisonPage page =
      comparison_page(archive, typed[0], typed[1], language, reader_of(archive));
  if (!page.not_held.empty()) return not_held(archive, page.not_held);
  if (!page.lacks.empty()) {
    note("undex: " + page.lacks);
    return 1;
  }
  const std::string format = arguments.value("format");
  const RenderOptions options = render_options(arguments);
  print(page.documents
            ? render_comparison(*page.documents, arguments.has("summary"), format, options)
            : render_comparison(*page.places, page.before, page.after, format, options));
  return 0;
}

int compare_members(const Archive& archive, const Arguments& arguments) {
  const std::string name = arguments.value("series");
  const Series* series = find_series(name);
  if (series == nullptr)
    throw Error(ErrorKind::usage, "no series is called '" + name + "'",
                "'undex series' lists them");
  const SeriesComparison found =
      compare_series(archive, *series, arguments.value("language"), reader_of(archive));
  if (found.comparisons.empty())
    note("undex: " + std::to_string(found.held) + " of the series " + series->id +
         " held; two are needed");
  print(
      render_comparisons(found.comparisons, arguments.value("format"), render_options(arguments)));
  return found.comparisons.empty() ? 1 : 0;
}

}  // namespace

int run_compare(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  return arguments.has("series") ? compare_members(archive, arguments)
                                 : compare_two(archive, arguments);
}

}  // namespace undex::tool
