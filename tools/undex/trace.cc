// undex trace: what became of a name or a question, year by year.
#include "undex/trace.h"

#include <charconv>

#include "searcher/render/trace.h"
#include "tools/undex/command.h"
#include "tools/undex/filters.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// "2002..2009", "2002..", "2009".
void read_years(const std::string& typed, TraceRequest& request) {
  const auto year_of = [&](std::string_view text, int& year) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size() ||
                          year < 1 || year > 9999))
      throw Error(ErrorKind::usage, "--years: '" + typed + "' is no range of years",
                  "write it as 2002..2009");
  };
  const std::size_t dots = typed.find("..");
  year_of(std::string_view(typed).substr(0, dots), request.from_year);
  if (dots == std::string::npos)
    request.to_year = request.from_year;
  else
    year_of(std::string_view(typed).substr(dots + 2), request.to_year);
}

}  // namespace

int run_trace(const Arguments& arguments) {
  TraceRequest request;
  request.subject = joined_words(arguments);
  request.filters = filters_of(arguments);
  request.by_session = arguments.value("by") == "session";
  if (arguments.has("years")) read_years(arguments.value("years"), request);
  const Trace found = trace(archive_dir(arguments), request);
  const std::string what = arguments.value("what");
  const TraceOptions options{.lines = arguments.number("lines"), .what = what};
  print(render_trace(found, arguments.value("format"), render_options(arguments), options));
  return found.documents == 0 ? 1 : 0;
}

}  // namespace undex::tool
