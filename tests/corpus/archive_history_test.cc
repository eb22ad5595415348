// Further sources of a document, its removal, and the history of both.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "corpus/archive.h"
#include "corpus/hash.h"
#include "tests/corpus/archive_papers.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::faults;
using test::keys;
using test::paper;
using Mode = Archive::Mode;
using What = ArchiveEvent::What;

constexpr const char* kNames[] = {"added", "changed", "same_text", "source_removed", "removed"};

Document paper_of(const std::string& source, const std::string& format, const std::string& day,
                  const std::string& text = "Own words of a specimen.") {
  Document document = paper("E/2003/75", source, text);
  document.provenance.format = format;
  document.provenance.added = day;
  return document;
}

/// "1 added a.txt; 2 changed a.txt", the day first.
std::string told(const Archive& archive, const std::string& name = "E/2003/75") {
  std::string out;
  for (const ArchiveEvent& event : archive.history(name))
    out += (out.empty() ? "" : "; ") + event.time + " " + kNames[static_cast<int>(event.what)] +
           " " + event.source.source + (event.reason.empty() ? "" : " (" + event.reason + ")");
  return out;
}

/// "docx a.docx, pdf a.pdf"
std::string sources_of(const Archive& archive, const ArchiveEntry& entry) {
  std::string out;
  for (const ArchiveSource& source : archive.sources(entry))
    out += (out.empty() ? "" : ", ") + source.format + " " + source.source;
  return out;
}

TEST(ArchiveHistory, KeepsTheBytesOfAFurtherSource) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.add_source(entry, test::provenance("a.pdf", "2"), "two");
  EXPECT_TRUE(archive.find_original(sha256_hex("two"), "a.pdf").has_value()) << "staged";
  archive.commit();
  EXPECT_EQ(keys(archive.list()), "E_2003_75.en 1");
  const Archive reader = Archive::open(folder.path(), Mode::read);
  EXPECT_EQ(sources_of(reader, entry), "docx a.docx, pdf a.pdf");
  EXPECT_EQ(reader.sources(entry).at(1).size_bytes, 3u);
  EXPECT_EQ(reader.revision(), 1u) << "no index must follow";
  EXPECT_FALSE(reader.find_original(sha256_hex("two"), "a.docx").has_value());
  EXPECT_EQ(told(reader), "1 added a.docx; 2 same_text a.pdf");
  EXPECT_EQ(faults(reader), "");
}

TEST(ArchiveHistory, TellsOfEachSourceThatChanged) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.add_source(entry, test::provenance("a.pdf", "2"), "two");
  archive.add_source(entry, test::provenance("a.pdf", "3"), "three");
  archive.put(paper_of("a.docx", "docx", "4", "Other words."), "four");
  archive.commit();
  EXPECT_EQ(sources_of(archive, entry), "docx a.docx, pdf a.pdf");
  EXPECT_EQ(told(archive), "1 added a.docx; 2 same_text a.pdf; 3 changed a.pdf; 4 changed a.docx");
  EXPECT_FALSE(archive.find_original(sha256_hex("two"), "a.pdf").has_value());
  EXPECT_EQ(archive.history("E/2003/75").at(1).source.sha256, sha256_hex("two"));
  EXPECT_EQ(faults(archive), "") << "former originals are kept";
}

TEST(ArchiveHistory, PutsTheBetterTextUnderTheSameKey) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry first = archive.put(paper_of("a.pdf", "pdf", "1"), "one");
  const ArchiveEntry better = archive.put_better(first, paper_of("a.docx", "docx", "2"), "two");
  archive.commit();
  EXPECT_EQ(keys(archive.list()), "E_2003_75.en 2");
  EXPECT_EQ(better.source, "a.docx");
  EXPECT_EQ(sources_of(archive, better), "docx a.docx, pdf a.pdf");
  EXPECT_EQ(archive.read(better).provenance.format, "docx");
  EXPECT_EQ(told(archive), "1 added a.pdf; 2 same_text a.docx");
  EXPECT_EQ(faults(archive), "");
}

TEST(ArchiveHistory, DoesNotTellOfATextUnderstoodAnew) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.commit();
  EXPECT_EQ(told(archive), "1 added a.docx");
}

TEST(ArchiveHistory, RemovesADocumentAndKeepsItsBytes) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.add_source(entry, test::provenance("a.pdf", "2"), "two");
  archive.commit();
  const Archive reader = Archive::open(folder.path(), Mode::read);
  const std::string xml = archive.read_xml(entry);
  EXPECT_EQ(archive.xml_bytes(entry), xml.size());
  archive.remove(entry, "a draft\nof another house", "3");
  EXPECT_EQ(archive.list().size(), 1u) << "gone before commit";
  archive.commit();
  EXPECT_EQ(archive.list().size(), 0u);
  EXPECT_TRUE(archive.find("E/2003/75").empty());
  EXPECT_FALSE(archive.find_original(sha256_hex("one"), "a.docx").has_value());
  EXPECT_GT(archive.revision(), entry.revision) << "an index must follow";
  EXPECT_EQ(told(archive),
            "1 added a.docx; 2 same_text a.pdf; 3 removed a.docx (a draft\nof another house)");
  EXPECT_EQ(archive.read_original(entry), "one");
  EXPECT_EQ(reader.read_xml(reader.list().at(0)), xml) << "a reader does not notice";
  EXPECT_EQ(faults(reader), "");
  EXPECT_EQ(faults(archive), "");
}

TEST(ArchiveHistory, TakesARemovedDocumentInAgain) {
  const test::TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder.path(), Mode::write);
    const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
    archive.add_source(entry, test::provenance("a.pdf", "2"), "two");
    archive.remove(entry, "an error", "3");
    archive.put(paper_of("a.docx", "docx", "4"), "one");
    archive.commit();
  }
  const Archive archive = Archive::open(folder.path(), Mode::write);
  EXPECT_EQ(keys(archive.list()), "E_2003_75.en 3");
  EXPECT_EQ(sources_of(archive, archive.list().at(0)), "docx a.docx");
  EXPECT_EQ(told(archive),
            "1 added a.docx; 2 same_text a.pdf; 3 removed a.docx (an error); 4 added a.docx");
  EXPECT_EQ(faults(archive), "");
}

TEST(ArchiveHistory, TakesAFurtherSourceAway) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.add_source(entry, test::provenance("a.pdf", "2"), "two");
  archive.remove_source(entry, archive.sources(entry).at(1), "another text", "3");
  archive.put(paper_of("a.pdf", "pdf", "3", "Other words."), "three");
  archive.commit();
  EXPECT_EQ(keys(archive.list()), "E_2003_75.en 1, E_2003_75.en~2 2");
  EXPECT_EQ(told(archive, "E_2003_75.en"),
            "1 added a.docx; 2 same_text a.pdf; 3 source_removed a.pdf (another text)");
  EXPECT_EQ(told(archive, "E_2003_75.en~2"), "3 added a.pdf");
  EXPECT_EQ(archive.history("E/2003/75").size(), 4u);
  EXPECT_TRUE(archive.history("E/2003/7").empty());
  EXPECT_EQ(faults(archive), "");
}

TEST(ArchiveHistory, RefusesWhatIsNotHeldAndWhatIsOnlyRead) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry entry = archive.put(paper_of("a.docx", "docx", "1"), "one");
  archive.remove(entry, "an error", "2");
  EXPECT_THROW(archive.remove(entry, "again", "3"), Error);
  EXPECT_THROW(archive.add_source(entry, test::provenance("a.pdf"), "two"), Error);
  EXPECT_THROW(archive.put_better(entry, paper_of("b", "docx", "3"), "two"), Error);
  archive.commit();
  Archive reader = Archive::open(folder.path(), Mode::read);
  EXPECT_THROW(reader.remove(entry, "again", "3"), Error);
}

TEST(ArchiveHistory, TellsWhatAnArchiveOfForm1CanTell) {
  const test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  std::filesystem::copy(test::source_path("tests/old/archive-1"), dir,
                        std::filesystem::copy_options::recursive);
  const auto check = [&](const std::string& form) {
    Archive archive = Archive::open(dir, Mode::write);
    EXPECT_EQ(test::read_file(dir / "undex-archive"), "undex archive " + form + "\n");
    const ArchiveEntry entry = archive.list().at(0);
    EXPECT_EQ(sources_of(archive, entry), "text lamps.txt");
    ASSERT_EQ(archive.history("E/2031/12").size(), 1u);
    const ArchiveEvent event = archive.history("E/2031/12").at(0);
    EXPECT_EQ(event.what, What::added);
    EXPECT_EQ(event.time, archive.read(entry).provenance.added);
    EXPECT_EQ(event.source.format, "text");
  };
  check("1");
  {
    Archive archive = Archive::open(dir, Mode::write);
    const ArchiveEntry entry = archive.list().at(0);
    archive.put(archive.read(entry), archive.read_original(entry));
    archive.commit();
  }
  check("2");
}

/// "E_2003_75.en 4, E_2003_76.en 5 removed": by key, with the time of the last change.
std::string changed(const Archive& archive) {
  std::map<std::string, std::string> told;
  for (const ArchiveChange& change : archive.changes())
    told[change.entry.key] =
        change.symbol.text() + " " + change.time + (change.removed ? " removed" : "");
  std::string out;
  for (const auto& [key, text] : told) out += (out.empty() ? "" : ", ") + text;
  return out;
}

/// "E_2003_75.en 3, E_2009_21.en 4": with the revision of the last change.
std::string revisions(const Archive& archive) {
  std::map<std::string, std::size_t> told;
  for (const ArchiveChange& change : archive.changes()) told[change.entry.key] = change.revision;
  std::string out;
  for (const auto& [key, revision] : told)
    out += (out.empty() ? "" : ", ") + key + " " + std::to_string(revision);
  return out;
}

TEST(ArchiveHistory, TellsInWhichRevisionEveryDocumentChangedLast) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Archive::Mode::write);
  archive.put(paper_of("a.docx", "docx", "1"), "one");
  Document other = paper("E/2009/21", "b.txt");
  other.provenance.added = "2";
  const ArchiveEntry second = archive.put(other, "two");
  archive.commit();
  EXPECT_EQ(revisions(archive), "E_2003_75.en 1, E_2009_21.en 2");
  archive.put(paper_of("a.docx", "docx", "1", "Other marks."), "one");
  archive.remove(second, "by mistake", "4");
  archive.commit();
  EXPECT_EQ(revisions(archive), "E_2003_75.en 3, E_2009_21.en 4");
  EXPECT_EQ(archive.revision(), 4u);
}

TEST(ArchiveHistory, TellsWhenEveryDocumentChangedLast) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const ArchiveEntry first = archive.put(paper_of("a.docx", "docx", "1"), "one");
  Document other = paper("E/2009/21", "b.txt");
  other.provenance.added = "2";
  const ArchiveEntry second = archive.put(other, "two");
  archive.commit();
  EXPECT_EQ(changed(archive), "E/2003/75 1, E/2009/21 2");
  // A further source with the same text changes nothing of the document; the same bytes understood
  // anew may, and bear the time at which they first came: who asks from "2" on must see them.
  archive.add_source(second, test::provenance("c.pdf", "3"), "three");
  archive.commit();
  EXPECT_EQ(changed(archive), "E/2003/75 1, E/2009/21 2");
  archive.put(paper_of("a.docx", "docx", "1", "Other marks."), "one");
  archive.commit();
  EXPECT_EQ(changed(archive), "E/2003/75 3, E/2009/21 2");
  archive.remove(second, "by mistake", "4");
  EXPECT_EQ(changed(archive), "E/2003/75 3, E/2009/21 2") << "not before it is committed";
  archive.commit();
  EXPECT_EQ(changed(archive), "E/2003/75 3, E/2009/21 4 removed");
  EXPECT_EQ(changed(Archive::open(folder.path(), Mode::read)), changed(archive));
  other.provenance.added = "5";
  archive.put(other, "two");
  archive.commit();
  EXPECT_EQ(changed(archive), "E/2003/75 3, E/2009/21 5");
  EXPECT_EQ(faults(archive), "");
}

}  // namespace
}  // namespace undex
