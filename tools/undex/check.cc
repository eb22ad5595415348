// undex check: do the references of a draft hold?
#include <chrono>

#include "corpus/text.h"
#include "searcher/check/archive_holdings.h"
#include "searcher/render/check_page.h"
#include "tools/undex/check_comments.h"
#include "tools/undex/command.h"
#include "tools/undex/draft.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

Date today(const Arguments& arguments) {
  const std::string stated = arguments.value("date");
  if (!stated.empty()) {
    if (const auto date = parse_date(stated)) return *date;
    throw Error(ErrorKind::usage, "--date: '" + printable(stated) + "' is no date",
                "write it as 2003-05-28 or '28 May 2003'");
  }
  const std::chrono::year_month_day now(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return {static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
          static_cast<int>(static_cast<unsigned>(now.day()))};
}

}  // namespace

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
  const Date date = today(arguments);
  const CheckResult result = check_draft(draft.document, holdings, date);
  if (!copy.out.empty()) write_copy(copy, draft.bytes, draft.document, result, date);
  print(render_check(result, format, options));
  if (result.count(CheckFinding::Level::wrong) > 0) return 4;
  if (result.checked > 0 || !result.findings.empty()) return 0;
  note("undex: nothing in the draft cites, quotes or counts what could be checked");
  return 1;
}

}  // namespace undex::tool
