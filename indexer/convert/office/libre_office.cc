#include "indexer/convert/office/libre_office.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "indexer/convert/docx/docx.h"
#include "indexer/convert/sandbox/private_folder.h"
#include "indexer/convert/sandbox/sandbox.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
constexpr int kStartAgain = 81;  // what it says once it has made its profile anew
constexpr int kMostStarts = 3;

// No macros, no links followed, no content fetched: the sandbox would stop them, this does not even
// try.
constexpr std::string_view kProfile =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

/// The program itself, past the scripts that start it; empty when it or its word processor is
/// missing.
std::string find_libre_office() {
  for (const char* name : {"soffice", "libreoffice"}) {
    try {
      std::error_code fault;
      const fs::path folder =
          fs::canonical(find_program({.program = name, .arguments = {}, .package_hint = {}}), fault)
              .parent_path();
      if (!fault && fs::exists(folder / "soffice.bin", fault) &&
          fs::exists(folder / "libswlo.so", fault))
        return (folder / "soffice.bin").string();
    } catch (const Error&) {
      continue;  // not under this name
    }
  }
  return {};
}

/// The mark by which it knows a profile of its own version: with it there, it starts once only.
std::string build_mark(const fs::path& program) {
  std::ifstream file(program.parent_path() / "versionrc");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("buildid=")) return line.substr(8);
  return {};
}

void make_profile(const std::string& program, const PrivateFolder& folder) {
  const fs::path user = fs::path(folder.path()) / "profile/user";
  fs::create_directories(user / "extensions");
  folder.write("profile/user/registrymodifications.xcu", kProfile);
  folder.write("profile/user/extensions/buildid", build_mark(program));
}

std::string name_of(std::size_t number, std::string_view ending) {
  return std::to_string(number) + "." + std::string(ending);
}

/// A path in an address: all but the plainest characters by number.
std::string file_address(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string address = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '-' || c == '.' || c == '_';
    if (plain)
      address += c;
    else
      address += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return address;
}

SandboxCommand libre_office(const std::string& program, const PrivateFolder& folder) {
  const fs::path home = fs::path(program).parent_path().parent_path();
  SandboxCommand command{
      .program = program,
      .arguments = {"--headless", "--norestore", "--nologo", "--nodefault",
                    "-env:UserInstallation=" + file_address(folder.path() + "/profile"),
                    "--convert-to", "docx", "--outdir", folder.path()},
      .package_hint = std::string(kLibreOfficeLine)};
  command.limits.address_bytes = std::size_t{4} << 30U;
  command.limits.output_bytes = kMostBytes;
  command.grants = {.readable = {home.string(), "/etc/libreoffice", "/var/lib/libreoffice",
                                 "/var/spool/libreoffice"},
                    .folder = folder.path(),
                    .hollow_sockets = true};
  return command;
}

/// The same files in one start.
std::vector<OfficeResult> start(std::span<const OfficeFile> files, std::string& failure) {
  const PrivateFolder folder;
  SandboxCommand command = libre_office(find_libre_office(), folder);
  make_profile(command.program, folder);
  for (std::size_t i = 0; i < files.size(); ++i) {
    folder.write(name_of(i, files[i].ending), files[i].bytes);
    command.arguments.push_back(name_of(i, files[i].ending));
  }
  SandboxResult result = run_sandboxed(command, "");
  for (int starts = 1; result.exit == kStartAgain && starts < kMostStarts; ++starts)
    result = run_sandboxed(command, "");
  failure = failure_of(result);
  std::vector<OfficeResult> results(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::optional<std::string> docx = folder.read(name_of(i, "docx"), kMostBytes);
    if (docx && recognises_docx(*docx))
      results[i].docx = std::move(*docx);
    else
      results[i].failure = "LibreOffice " + (failure.empty() ? "cannot read it" : failure);
  }
  return results;
}

}  // namespace

bool has_libre_office() { return !find_libre_office().empty(); }

std::vector<OfficeResult> convert_with_libre_office(std::span<const OfficeFile> files) {
  std::string failure;
  std::vector<OfficeResult> results = start(files, failure);
  if (failure.empty() || files.size() < 2) return results;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (results[i].docx.empty()) results[i] = std::move(start(files.subspan(i, 1), failure)[0]);
  return results;
}

}  // namespace undex
