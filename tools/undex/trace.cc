// undex trace: what became of a name or a question, year by year.
#include "undex/trace.h"

#include "searcher/answers/requests.h"
#include "searcher/render/trace.h"
#include "tools/undex/command.h"
#include "tools/undex/given.h"
#include "tools/undex/terminal.h"

namespace undex::tool {
int run_trace(const Arguments& arguments) {
  TraceRequest request = answers::trace_request(GivenOptions(arguments));
  request.subject = joined_words(arguments);
  const Trace found = trace(archive_dir(arguments), request);
  const std::string what = arguments.value("what");
  const TraceOptions options{.lines = arguments.number("lines"), .what = what};
  print(render_trace(found, arguments.value("format"), render_options(arguments), options));
  return found.documents == 0 ? 1 : 0;
}

}  // namespace undex::tool
