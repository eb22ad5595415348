// undex check: do the references of a draft hold?
#include <chrono>
#include <filesystem>

#include "corpus/text.h"
#include "indexer/ingest_walk.h"
#include "indexer/make_document.h"
#include "searcher/check/archive_holdings.h"
#include "searcher/render/check_page.h"
#include "tools/undex/check_comments.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

struct Draft {
  std::string bytes;
  Document document;
};

std::string read_draft(const Arguments& arguments, const std::string& path) {
  try {
    return path == "-" ? read_source(standard_input(arguments.value("name")))
                       : read_source(std::filesystem::path(path));
  } catch (const Error& error) {
    throw Error(error.kind, "cannot read '" + printable(path) + "': " + error.what(), error.hint);
  }
}

/// The draft as undex would take it in: read in the cage, never kept.
Draft draft_of(const Arguments& arguments, const std::string& path) {
  Draft draft{.bytes = read_draft(arguments, path), .document = {}};
  const std::string name =
      path == "-" ? arguments.value("name") : std::filesystem::path(path).filename().string();
  DocumentMaker maker;
  Made made = maker.make(NamedBytes{draft.bytes, name});
  if (!made.reason.empty())
    throw Error(ErrorKind::check, "cannot read '" + printable(name) + "': " + made.reason,
                made.remedy);
  if (!made.members.empty())
    throw Error(ErrorKind::usage, "'" + printable(name) + "' holds several documents",
                "unpack it and check them one by one");
  draft.document = std::move(made.document);
  return draft;
}

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
  const Draft draft = draft_of(arguments, arguments.words().front());
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
