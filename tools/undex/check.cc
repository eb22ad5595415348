// undex check: do the references of a draft hold?
#include "searcher/check/archive_holdings.h"
#include "searcher/check/draft_date.h"
#include "searcher/render/check_page.h"
#include "tools/undex/check_comments.h"
#include "tools/undex/command.h"
#include "tools/undex/draft.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {

int run_check(const Arguments& arguments) {
  const std::string format = arguments.value("format");
  const RenderOptions options = render_options(arguments);
  if (arguments.has("rules")) {
    print(render_check_kinds(format, options));
    return 0;
  }
  if (arguments.words().size() != 1)
    throw Error(ErrorKind::usage, "check which draft? one file is checked at a time",
                "undex check draft.docx");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Draft draft = read_draft(arguments, arguments.words().front());
  const std::string path = arguments.words().front();
  const CommentedCopy copy{path == "-" ? "" : path, arguments.value("comments")};
  if (!copy.out.empty()) require_copy(copy, draft.document);
  ArchiveHoldings holdings(archive, draft.document, [&](const ArchiveEntry& entry) {
    return read_understood(archive, entry);
  });
  const Date date = stated_or_today("--date", arguments.value("date"));
  const CheckResult result = check_draft(draft.document, holdings, date);
  if (!copy.out.empty()) write_copy(copy, draft.bytes, draft.document, result, date);
  print(render_check(result, format, options));
  if (result.count(CheckFinding::Level::wrong) > 0) return 4;
  if (result.checked > 0 || !result.findings.empty()) return 0;
  note("undex: nothing in the draft cites, quotes or counts what could be checked");
  return 1;
}

}  // namespace undex::tool
