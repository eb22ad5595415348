#include "indexer/submission/find_call.h"

#include <algorithm>
#include <filesystem>

#include "corpus/strings.h"
#include "indexer/ingest_walk.h"
#include "undex/error.h"

namespace undex {
namespace {

bool looks_like_a_path(std::string_view text) {
  return text.ends_with(".xml") || text.starts_with('.') || text.starts_with('/');
}

[[noreturn]] void refuse_unknown(const std::string& wanted) {
  std::string ids, nearest;
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const Call& call : bundled_calls()) {
    ids += (ids.empty() ? "" : ", ") + call.id;
    for (const std::string& name : {call.id, call.reference}) {
      const std::size_t distance = edit_distance(wanted.substr(0, 100), name);
      if (distance >= least) continue;
      least = distance;
      nearest = name;
    }
  }
  if (looks_like_a_path(wanted))
    throw Error(ErrorKind::usage, "there is no call file '" + wanted + "'", "check the path");
  throw Error(ErrorKind::usage,
              "unknown call '" + wanted + "'" +
                  (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"),
              "give a call file, or one that comes with undex: " + ids);
}

}  // namespace

Call find_call(const std::string& path_or_id) {
  if (const Call* call = bundled_call(path_or_id)) return *call;
  std::error_code ignored;
  if (!std::filesystem::exists(path_or_id, ignored)) refuse_unknown(path_or_id);
  std::string bytes;
  try {
    bytes = read_source(path_or_id);
  } catch (const Error& error) {
    throw Error(error.kind, "cannot read call '" + path_or_id + "': " + error.what(), error.hint);
  }
  return read_call(bytes, path_or_id);
}

}  // namespace undex
