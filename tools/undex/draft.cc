#include "tools/undex/draft.h"

#include <filesystem>
#include <utility>

#include "corpus/text.h"
#include "indexer/ingest_walk.h"
#include "indexer/make_document.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

std::string read_bytes(const std::string& path, const std::string& name) {
  try {
    return path == "-" ? read_source(standard_input(name))
                       : read_source(std::filesystem::path(path));
  } catch (const Error& error) {
    throw Error(error.kind, "cannot read '" + printable(path) + "': " + error.what(), error.hint);
  }
}

}  // namespace

Draft read_draft(const Arguments& arguments, const std::string& path) {
  Draft draft;
  draft.name =
      path == "-" ? arguments.value("name") : std::filesystem::path(path).filename().string();
  draft.bytes = read_bytes(path, draft.name);
  DocumentMaker maker;
  Made made = maker.make(NamedBytes{draft.bytes, draft.name});
  if (!made.reason.empty())
    throw Error(ErrorKind::check, "cannot read '" + printable(draft.name) + "': " + made.reason,
                made.remedy);
  if (!made.members.empty())
    throw Error(ErrorKind::usage, "'" + printable(draft.name) + "' holds several documents",
                "unpack it and give them one by one");
  draft.document = std::move(made.document);
  return draft;
}

}  // namespace undex::tool
