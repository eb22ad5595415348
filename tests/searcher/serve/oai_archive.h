#pragma once
// An archive for harvesters: of three days, with more documents than a page holds, some of them
// removed.
#include <filesystem>
#include <fstream>
#include <string>

#include "schemas/index_form.h"
#include "schemas/publications.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve::test {

inline constexpr std::size_t kReports = 120;  ///< E/2031/1 to E/2031/120

inline Document dated(Document document, const std::string& time) {
  document.provenance.source = "in/" + document.name() + "." + document.language() + ".txt";
  document.provenance.added = time;
  undex::understand(document);
  return document;
}

inline void put(Archive& archive, const Document& document) {
  archive.put(document, "bytes of " + document.provenance.source);
}

inline Document report(std::size_t number, const std::string& title = "Roads & <bridges>") {
  return undex::test::make_document("E/2031/" + std::to_string(number), "2031-06-01",
                                    "Economic and Social Council", title,
                                    {{"1", "Roads were mended. Nothing else is said."}});
}

/// As if what is staged was served from that time on.
inline void publish(Archive& archive, const std::string& time) {
  archive.commit();
  update_index(archive, false, {});
  const std::filesystem::path file = archive.dir() / kIndexFolder / kPublicationsFile;
  std::vector<Publication> all = read_publications(undex::test::read_file(file));
  all.back().time = time;
  std::ofstream(file) << write_publications(all);
}

/// What was published on 1 March 2031, and on 2 March, an hour after it came in; removed on 3
/// March: E/2031/7, and of E/2009/21 the French text.
inline void make_dated_archive(const std::filesystem::path& dir) {
  Archive archive = Archive::open(dir, Archive::Mode::write);
  for (const Document& document : undex::test::trace_documents())
    put(archive, dated(document, "2031-03-01T09:00:00Z"));
  put(archive, dated(undex::test::make_document("A/C.5/85/3-E/CN.16/2031/4", "2031-02-01", "",
                                                "Wires", {{"1", "Wires were laid."}}),
                     "2031-03-01T09:00:00Z"));
  publish(archive, "2031-03-01T10:00:00Z");
  for (std::size_t number = 1; number <= kReports; ++number)
    put(archive, dated(report(number), "2031-03-02T10:30:00Z"));
  publish(archive, "2031-03-02T11:30:00Z");
  for (const char* key : {"E_2031_7.en", "E_2009_21.fr"})
    archive.remove(archive.find(key).at(0), "by mistake", "2031-03-03T11:00:00Z");
  publish(archive, "2031-03-03T12:00:00Z");
}

}  // namespace undex::serve::test
