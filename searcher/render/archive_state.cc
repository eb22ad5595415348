#include "searcher/render/archive_state.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"

namespace undex {
namespace {

using Json = nlohmann::json;
using rendering::counted;

std::string state_json(const ArchiveState& state) {
  return rendering::json_text(Json{{"format_version", kOutputVersion},
                                   {"archive", state.archive},
                                   {"archive_version", kArchiveVersion},
                                   {"archive_revision", state.revision},
                                   {"documents_held", state.documents},
                                   {"index_version", state.index.index_version},
                                   {"index_generation", state.index.generation},
                                   {"documents_indexed", state.index.documents},
                                   {"records_indexed", state.index.records},
                                   {"paragraphs_indexed", state.index.paragraphs},
                                   {"in_step", state.in_step()}});
}

std::string state_text(const ArchiveState& state) {
  const Status& index = state.index;
  const std::string records =
      index.records > 0 ? ", of " + std::to_string(index.records) + " a catalogue record alone"
                        : std::string();
  return "archive    " + printable(state.archive) + "  (form " + std::to_string(kArchiveVersion) +
         ")\n" + "held       " + counted(state.documents, "document") + "\n" + "index      " +
         counted(index.documents, "document") + ", " + counted(index.paragraphs, "paragraph") +
         records + "  (form " + std::to_string(index.index_version) + ", " + index.generation +
         ")\n" + "in step    " +
         (state.in_step() ? "yes" : "no: run 'undex rebuild' or 'undex index' again") + "\n";
}

}  // namespace

ArchiveState archive_state(const Archive& archive, const Searcher& searcher) {
  return {.archive = archive.dir().string(),
          .revision = archive.revision(),
          .documents = archive.list().size(),
          .index = searcher.status()};
}

std::string render_state(const ArchiveState& state, std::string_view format) {
  if (format == "text") return state_text(state);
  if (format == "json") return state_json(state);
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text or json");
}

std::string verification_json(const Verification& verification) {
  Json archive_faults = Json::array();
  for (const ArchiveFault& fault : verification.archive_faults)
    archive_faults.push_back({{"key", fault.key}, {"text", fault.text}});
  Json out = {{"format_version", kOutputVersion}, {"documents", verification.documents},
              {"archive_faults", archive_faults}, {"index_faults", verification.index_faults},
              {"in_step", verification.in_step},  {"sound", verification.is_sound()}};
  if (verification.register_seen) {
    out["register_faults"] = Json::array();
    for (const Verification::RegisterFault& fault : verification.register_faults)
      out["register_faults"].push_back({{"line", fault.line}, {"text", fault.text}});
  }
  return rendering::json_text(out);
}

}  // namespace undex
