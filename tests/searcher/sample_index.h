#pragma once
// A small archive index made by hand: documents of our own sentences with the symbols, dates and
// facts that the acceptance examples of the interface rest on.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "corpus/hash.h"
#include "indexer/index/build.h"
#include "indexer/index/columns.h"
#include "indexer/index/databases.h"
#include "indexer/understand/understand.h"
#include "schemas/fixity.h"
#include "schemas/index_form.h"
#include "schemas/version.h"
#include "tests/support.h"

namespace undex::test {

struct Part {
  std::string locator;
  std::string text;
  BlockKind kind = BlockKind::paragraph;
};

inline Document make_document(const std::string& symbol, const std::string& date,
                              const std::string& organ, const std::string& title,
                              const std::vector<Part>& parts, const std::string& date_flag = {}) {
  Document document;
  if (const std::optional<Symbol> parsed = parse_symbol(symbol)) {
    document.symbol = *parsed;
    for (const std::string& part : parsed->parts)
      document.masthead.add(MastheadItem::symbol, {part, part, ""});
  } else {
    document.masthead.add(MastheadItem::reference, {symbol, symbol, ""});
  }
  document.masthead.add(MastheadItem::date, {date, date, date_flag});
  if (!organ.empty()) document.masthead.add(MastheadItem::organ, {organ, organ, ""});
  document.masthead.add(MastheadItem::title, {title, title, ""});
  document.masthead.add(MastheadItem::language, {"English", "en", ""});
  for (const Part& part : parts) {
    Block block;
    block.kind = part.kind;
    block.locator = parse_locator(part.locator).value();
    block.label = block.locator.number.empty() ? "" : block.locator.number + ".";
    block.text = part.text;
    document.blocks.push_back(std::move(block));
  }
  return document;
}

inline std::vector<Document> sample_documents() {
  const std::string ecosoc = "Economic and Social Council";
  const std::string assembly = "General Assembly";
  std::vector<Document> documents;
  documents.push_back(make_document(
      "E/2003/75", "2003-05-28", ecosoc, "International cooperation in the field of informatics",
      {{"summary", "In short: under Council resolution 2002/35 missions got e-mail and training.",
        BlockKind::unnumbered},
       {"1", "Diplomats asked for information and communication technologies at the missions."},
       {"16 (g)", "A Help Desk answers the missions.", BlockKind::subparagraph},
       {"17", "Every mission may ring the help desk. Its e-mail is answered too."},
       {"18", "Services of the year:"},
       {"18 (g)", "The mission Help Desk took 1,069 calls.", BlockKind::subparagraph},
       {"20", "The website of the Committee was redrawn by delegates."}}));
  documents.push_back(make_document(
      "E/2009/21", "2009-03-16", ecosoc, "International cooperation in the field of informatics",
      {{"3",
        "All communications technologies and information staff, or ICTs for short, joined one "
        "Office; see A/62/793 and Corr.1."},
       {"12", "Ask the Service Desk during the day. There are 792 email accounts."},
       {"15", "Two web sites were made by volunteers."},
       {"19", "The service desk closed 1,920 work orders."},
       {"annex, 1", "Donated: 1 067 processing units and 933 monitors."}}));
  documents.push_back(make_document(
      "A/58/568", "2003-11-12", assembly,
      "Technologies for development: progress in the implementation of resolution 57/295",
      {{"summary", "Asked for by General Assembly resolution 57/295, this tells of ICT strategy.",
        BlockKind::unnumbered},
       {"1", "The Assembly asked in its resolution 57/295 for a plan of technology."},
       {"3", "Resolution 57/295, paragraph 4, names the Board."},
       {"11", "A portal brings the Web sites of the system together."},
       {"16", "Coordination was urged before (A/55/75-E/2000/55, para. 24 (e))."}}));
  documents.push_back(make_document(
      "ODA/2023-00042", "2022-10-02", "", "Mapping of ICT security programmes",
      {{"[1]", "The Office sends its compliments to all missions.", BlockKind::unnumbered},
       {"[2]", "States may tell of ICT by e-mail, as A/78/265 says.", BlockKind::unnumbered}},
      "older than what it cites: 2022 printed, 2023 in the reference"));
  documents.push_back(make_document(
      "A/RES/60/252", "2006-03-27", assembly, "World Summit on the Information Society",
      {{"pp. 1", "Recalling its resolution 56/183,", BlockKind::preambular},
       {"1", "Endorses what the Summit reached;"}}));
  return documents;
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The manifest of a generation over the files that lie in it.
inline void write_sample_manifest(const std::filesystem::path& generation, int version) {
  Manifest manifest{.version = version, .revision = 7, .files = {}};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(generation)) {
    const std::string path = entry.path().lexically_relative(generation).generic_string();
    if (entry.is_directory() || path.ends_with("flintlock") || path == kManifestFile ||
        path == kStampsFile)
      continue;
    const std::string bytes = read_file(entry.path());
    manifest.files.push_back({path, bytes.size(), sha256_hex(bytes)});
  }
  write_file(generation / kManifestFile, write_manifest(manifest));
}

/// The stamps of a generation as it lies there.
inline void write_sample_stamps(const std::filesystem::path& generation) {
  std::vector<FileStamp> stamps;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(generation))
    if (auto stamp =
            stamp_of(generation, entry.path().lexically_relative(generation).generic_string()))
      stamps.push_back(std::move(*stamp));
  write_file(generation / kStampsFile, write_stamps(stamps));
}

/// Makes <archive>/index with one generation of these documents.
inline void make_sample_index(const std::filesystem::path& archive,
                              const std::vector<Document>& documents) {
  const std::filesystem::path generation = archive / kIndexFolder / "gen-000001";
  std::filesystem::create_directories(generation);
  {
    int number = 0;
    Databases databases(generation, Databases::Mode::create, worker_bounds({}).waiting);
    for (Document document : documents) {
      const std::string key = "k" + std::to_string(number++) + ".en";
      understand(document);
      databases.add(index_document(document, key));
    }
    finish_index(databases.finish(), generation);
  }
  write_columns(generation);
  write_sample_manifest(generation, kIndexVersion);
  write_sample_stamps(generation);
  write_file(archive / kIndexFolder / kCurrentFile, "gen-000001\n");
}

/// The archive of the sample documents, made once for all tests that only read it.
inline const std::filesystem::path& sample_archive() {
  struct Archive {
    Archive() { make_sample_index(folder.path(), sample_documents()); }
    TemporaryFolder folder;
  };
  static const Archive archive;
  return archive.folder.path();
}

}  // namespace undex::test
