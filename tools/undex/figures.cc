// undex figures: quantities that count what the words say, in order of date.
#include "searcher/documents/figure_pages.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"

namespace undex::tool {

int run_figures(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const FigurePage page =
      figure_page(archive, joined_words(arguments), arguments.value("years"), reader_of(archive));
  print(render_figures(page, arguments.value("format"), render_options(arguments)));
  return page.documents.empty() ? 1 : 0;
}

}  // namespace undex::tool
