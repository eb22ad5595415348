#pragma once
// A small archive with its index, of documents in our own words, for traces.
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "indexer/understand/understand.h"
#include "tests/searcher/sample_index.h"
#include "tests/support.h"

namespace undex::test {

/// Understood, put in and indexed.
inline void make_archive(const std::filesystem::path& dir, const std::vector<Document>& documents) {
  Archive archive = Archive::open(dir, Archive::Mode::write);
  int number = 0;
  for (Document document : documents) {
    document.provenance.source = "in/" + std::to_string(++number) + ".txt";
    understand(document);
    archive.put(document, "bytes of " + document.provenance.source);
  }
  archive.commit();
  update_index(archive, true, {});
}

inline Document in_language(Document document, const std::string& language) {
  for (MastheadEntry& entry : document.masthead.entries)
    if (entry.item == MastheadItem::language) entry.value = {"", language, ""};
  return document;
}

/// Two reports in six years, a resolution, a letter of doubtful date.
inline std::vector<Document> trace_documents() {
  const std::string ecosoc = "Economic and Social Council";
  std::vector<Document> documents;
  documents.push_back(make_document(
      "E/2003/75", "2003-05-28", ecosoc, "Machines of the missions",
      {{"1", "In its resolution 2002/35, the Council requested this report. It is short."},
       {"4", "Help Desk services are offered by the Information Technology Services Division."},
       {"5",
        "The mission Help Desk received 1,069 calls from June 2002 to May 2003. It is kept "
        "busy by 30 printers."},
       {"6", "The missions were given 12 lamps. Later 14 web sites were drawn by hand."},
       {"7", "A Trade Help Desk is run by others, as is the Euromed Trade Help Desk of a port."}}));
  documents.push_back(
      make_document("E/2004/80", "2004-06-01", ecosoc, "Roads",
                    {{"1", "Roads were mended. Nothing else is said of the year."}}));
  documents.push_back(make_document(
      "E/2009/21", "2009-03-16", ecosoc, "Machines of the missions",
      {{"2", "Ask the service desk of the Office of Information and Communications Technology."},
       {"3",
        "In 2008 the Service Desk handled 1,920 work orders. The service desk sleeps at night."},
       {"4", "The web sites of the missions were moved. In all 60 missions gained by this work."},
       {"5", "Of computers, 7 were donated. All donated computers are old."}}));
  documents.push_back(in_language(
      make_document("E/2009/21", "2009-03-16", ecosoc, "Machines des missions",
                    {{"2", "Le Help Desk est l\u00e0. Les missions aiment le Help Desk."}}),
      "fr"));
  documents.push_back(
      make_document("ODA/2023-00042", "2022-10-02", "", "Letter",
                    {{"[1]", "The Help Desk is thanked.", BlockKind::unnumbered}},
                    "older than what it cites: 2022 printed, 2023 in the reference"));
  return documents;
}

/// Made once for all tests that only read it.
inline const std::filesystem::path& trace_archive() {
  struct Made {
    Made() { make_archive(folder.path() / "archive", trace_documents()); }
    TemporaryFolder folder;
  };
  static const Made made;
  static const std::filesystem::path path = made.folder.path() / "archive";
  return path;
}

}  // namespace undex::test
