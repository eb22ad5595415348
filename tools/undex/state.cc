// undex status, undex verify, undex formats: what is held, whether it is sound, what can be read.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "indexer/submission/intake.h"
#include "schemas/version.h"
#include "searcher/render/archive_state.h"
#include "searcher/render/json_text.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/search.h"

namespace undex::tool {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using rendering::counted;

/// A fault of the register with its line.
std::string words_of(const Verification::RegisterFault& fault) {
  return (fault.line > 0 ? "line " + std::to_string(fault.line) + " " : std::string()) + fault.text;
}

/// What is said of the register, if there is one.
std::string register_line(const Archive& archive, const Verification& found) {
  const std::size_t faults = found.register_faults.size();
  if (faults > 0) return "register   " + counted(faults, "fault") + "\n";
  const std::size_t lines = Register::open(archive.dir()).events().size();
  return lines == 0 ? "" : "register   " + counted(lines, "line") + ", each matches its sum\n";
}

/// Faults of the index, or the reason why it cannot be opened: a damaged index is a finding here,
/// not an end. The archive may have been written to since it was opened; and where updates may have
/// taken away what was being read, the generation that is current then is looked at.
std::vector<std::string> index_faults(const fs::path& archive, bool& in_step) {
  in_step = false;
  std::vector<std::string> faults;
  std::string looked_at;
  try {
    for (int tries = 3; tries > 0; --tries) {
      const Searcher searcher = Searcher::open(archive);
      const Status status = searcher.status();
      if (status.generation == looked_at) break;
      looked_at = status.generation;
      in_step = status.archive_revision == Archive::open(archive, Archive::Mode::read).revision();
      faults = searcher.verify();
      if (faults.empty()) break;
    }
  } catch (const Error& error) {
    if (faults.empty()) faults = {error.what()};
  }
  return faults;
}

std::string verification_text(const Archive& archive, const Verification& found) {
  std::string out = "archive    " + counted(found.documents, "document") + ", " +
                    (found.archive_faults.empty() ? "every original and text matches its SHA-256"
                                                  : counted(found.archive_faults.size(), "fault")) +
                    "\n";
  for (const ArchiveFault& fault : found.archive_faults)
    out += "  " + printable(fault.key) + ": " + printable(fault.text) + "\n";
  out += register_line(archive, found);
  for (const auto& fault : found.register_faults) out += "  " + printable(words_of(fault)) + "\n";
  out += "index      ";
  out += found.index_faults.empty() ? "every file matches its manifest\n" : "damaged\n";
  for (const std::string& fault : found.index_faults) out += "  " + printable(fault) + "\n";
  out += "in step    ";
  out += found.in_step ? "yes\n" : "no: 'undex rebuild' makes the index anew from the archive\n";
  return out;
}

}  // namespace

int run_status(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  print(render_state(archive_state(archive, Searcher::open(archive.dir())),
                     arguments.value("format")));
  return 0;
}

int run_verify(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  Progress progress(arguments.has("quiet"));
  Verification found{.documents = archive.list().size()};
  found.archive_faults = archive.verify(
      [&](std::size_t done, std::size_t total) { progress.show(done, total, "checking"); });
  progress.clear();
  found.index_faults = index_faults(archive.dir(), found.in_step);
  for (RegisterFault& fault : verify_submissions(archive))
    found.register_faults.push_back({fault.line, std::move(fault.text)});
  print(arguments.value("format") == "json" ? verification_json(found)
                                            : verification_text(archive, found));
  return found.is_sound() ? 0 : static_cast<int>(ErrorKind::check);
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
