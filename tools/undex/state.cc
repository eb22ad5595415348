// undex status, undex verify, undex formats: what is held, whether it is sound, what can be read.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "indexer/submission/intake.h"
#include "schemas/version.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

using nlohmann::json;
using rendering::counted;

/// A fault of the register with its line.
std::string words_of(const RegisterFault& fault) {
  return (fault.line > 0 ? "line " + std::to_string(fault.line) + " " : std::string()) + fault.text;
}

/// What is said of the register, if there is one.
std::string register_line(const Archive& archive, const std::vector<RegisterFault>& faults) {
  if (!faults.empty()) return "register   " + counted(faults.size(), "fault") + "\n";
  const std::size_t lines = Register::open(archive.dir()).events().size();
  return lines == 0 ? "" : "register   " + counted(lines, "line") + ", each matches its sum\n";
}

/// Faults of the index, or the reason why it cannot be opened: a damaged index is a finding here,
/// not an end.
std::vector<std::string> index_faults(const Archive& archive, bool& in_step) {
  in_step = false;
  try {
    const Searcher searcher = Searcher::open(archive.dir());
    in_step = searcher.status().archive_revision == archive.revision();
    return searcher.verify();
  } catch (const Error& error) {
    return {error.what()};
  }
}

}  // namespace

int run_status(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const std::size_t held = archive.list().size();
  const Status status = Searcher::open(archive.dir()).status();
  const bool in_step = status.archive_revision == archive.revision();
  if (arguments.value("format") == "json") {
    print(rendering::json_text(json{{"format_version", kOutputVersion},
                                    {"archive", archive.dir().string()},
                                    {"archive_version", kArchiveVersion},
                                    {"archive_revision", archive.revision()},
                                    {"documents_held", held},
                                    {"index_version", status.index_version},
                                    {"index_generation", status.generation},
                                    {"documents_indexed", status.documents},
                                    {"records_indexed", status.records},
                                    {"paragraphs_indexed", status.paragraphs},
                                    {"in_step", in_step}}));
    return 0;
  }
  print("archive    " + printable(archive.dir().string()) + "  (form " +
        std::to_string(kArchiveVersion) + ")\n" + "held       " + counted(held, "document") + "\n" +
        "index      " + counted(status.documents, "document") + ", " +
        counted(status.paragraphs, "paragraph") +
        (status.records > 0 ? ", of " + std::to_string(status.records) + " a catalogue record alone"
                            : std::string()) +
        "  (form " + std::to_string(status.index_version) + ", " + status.generation + ")\n" +
        "in step    " + (in_step ? "yes" : "no: run 'undex rebuild' or 'undex index' again") +
        "\n");
  return 0;
}

int run_verify(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  Progress progress(arguments.has("quiet"));
  const std::vector<ArchiveFault> faults = archive.verify(
      [&](std::size_t done, std::size_t total) { progress.show(done, total, "checking"); });
  progress.clear();
  bool in_step = false;
  const std::vector<std::string> index = index_faults(archive, in_step);
  const std::vector<RegisterFault> entries = verify_submissions(archive);
  const std::size_t held = archive.list().size();
  const bool sound = faults.empty() && entries.empty() && index.empty() && in_step;
  if (arguments.value("format") == "json") {
    json archive_faults = json::array();
    for (const ArchiveFault& fault : faults)
      archive_faults.push_back({{"key", fault.key}, {"text", fault.text}});
    json register_faults = json::array();
    for (const RegisterFault& fault : entries)
      register_faults.push_back({{"line", fault.line}, {"text", fault.text}});
    print(rendering::json_text(json{{"format_version", kOutputVersion},
                                    {"documents", held},
                                    {"archive_faults", archive_faults},
                                    {"register_faults", register_faults},
                                    {"index_faults", index},
                                    {"in_step", in_step},
                                    {"sound", sound}}));
  } else {
    std::string out = "archive    " + counted(held, "document") + ", " +
                      (faults.empty() ? "every original and text matches its SHA-256"
                                      : counted(faults.size(), "fault")) +
                      "\n";
    for (const ArchiveFault& fault : faults)
      out += "  " + printable(fault.key) + ": " + printable(fault.text) + "\n";
    out += register_line(archive, entries);
    for (const RegisterFault& fault : entries) out += "  " + printable(words_of(fault)) + "\n";
    out += "index      ";
    out += index.empty() ? "every file matches its manifest\n" : "damaged\n";
    for (const std::string& fault : index) out += "  " + printable(fault) + "\n";
    out += "in step    ";
    out += in_step ? "yes\n" : "no: 'undex rebuild' makes the index anew from the archive\n";
    print(out);
  }
  return sound ? 0 : static_cast<int>(ErrorKind::check);
}

int run_formats(const Arguments& arguments) {
  const std::string format = arguments.value("format");
  json rows = json::array();
  std::string out;
  for (const Format& row : formats()) {
    const std::string name(row.name);
    const std::string lacks = row.lacks ? row.lacks() : std::string();
    if (format == "json")
      rows.push_back({{"name", row.name},
                      {"media_type", row.media_type},
                      {"extensions", row.extensions},
                      {"keeps", row.keeps},
                      {"lacks", lacks}});
    else if (format == "tsv")
      out += name + "\t" + std::string(row.media_type) + "\t" + std::string(row.extensions) + "\t" +
             std::string(row.keeps) + "\t" + lacks + "\n";
    else
      out += name + std::string(name.size() < 10 ? 10 - name.size() : 1, ' ') +
             std::string(row.keeps) + "\n          " + std::string(row.media_type) + "  (" +
             std::string(row.extensions) + ")\n" +
             (lacks.empty() ? lacks : "          " + lacks + "\n");
  }
  if (format == "json")
    out = rendering::json_text(json{{"format_version", kOutputVersion}, {"formats", rows}});
  print(out);
  return 0;
}

}  // namespace undex::tool
