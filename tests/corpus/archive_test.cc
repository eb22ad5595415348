#include "corpus/archive.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "corpus/archive/journal.h"
#include "corpus/hash.h"
#include "schemas/version.h"
#include "tests/corpus/archive_papers.h"
#include "tests/corpus/random_document.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::faults;
using test::keys;
using test::paper;
using test::refusal;
using test::restore;
using test::write_file;
using Mode = Archive::Mode;

TEST(Archive, GivesBackWhatWasPut) {
  const test::TemporaryFolder folder;
  const fs::path dir = folder.path() / "new" / "archive";
  const Document document = paper("A/55/75-E/2000/55", "in/a.txt");
  {
    Archive archive = Archive::open(dir, Mode::write);
    EXPECT_EQ(archive.revision(), 0u);
    const ArchiveEntry entry = archive.put(document, "as received\xFF");
    EXPECT_EQ(archive.list().size(), 0u) << "visible before commit";
    archive.commit();
    EXPECT_EQ(entry.key, archive.list().at(0).key);
  }
  const Archive archive = Archive::open(dir, Mode::read);
  ASSERT_EQ(archive.list().size(), 1u);
  const ArchiveEntry entry = archive.list().at(0);
  EXPECT_EQ(entry.name, "A/55/75-E/2000/55");
  EXPECT_EQ(entry.language, "en");
  EXPECT_EQ(entry.source, "in/a.txt");
  EXPECT_EQ(entry.sha256, sha256_hex("as received\xFF"));
  EXPECT_EQ(entry.key, file_name_of(document.symbol) + ".en");
  EXPECT_TRUE(archive.read(entry) == document);
  EXPECT_EQ(archive.read_original(entry), "as received\xFF");
  EXPECT_EQ(archive.revision(), 1u);
  EXPECT_EQ(faults(archive), "");
}

TEST(Archive, KeepsEveryDocumentThatDiceCanMake) {
  const test::TemporaryFolder folder;
  test::RandomDocuments dice(7);
  std::map<std::string, Document> put;
  {
    Archive archive = Archive::open(folder.path(), Mode::write);
    for (int i = 0; i < 200; ++i) {
      Document document = dice.next();
      document.provenance.source += std::to_string(i);
      put.emplace(archive.put(document, std::to_string(i)).key, document);
    }
    archive.commit();
  }
  const Archive archive = Archive::open(folder.path(), Mode::read);
  ASSERT_EQ(archive.list().size(), 200u);
  for (const ArchiveEntry& entry : archive.list())
    EXPECT_TRUE(archive.read(entry) == put.at(entry.key)) << entry.key;
  EXPECT_EQ(faults(archive), "");
}

TEST(Archive, FindsByEitherSymbolReferenceAndKey) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("A/55/75-E/2000/55", "a"), "1");
  archive.put(paper("E/2003/75", "b"), "2");
  Document letter = paper("", "c");
  letter.masthead.add(MastheadItem::reference, {"", "ODA/2023-00042", ""});
  archive.put(letter, "3");
  archive.put(paper("", "in/list of names.txt"), "4");
  archive.commit();
  const std::vector<std::pair<std::string, std::string>> table = {
      {"A/55/75", "A/55/75-E/2000/55"},
      {"e 2000 55", "A/55/75-E/2000/55"},
      {"A/55/75-E/2000/55", "A/55/75-E/2000/55"},
      {"E/2003/75", "E/2003/75"},
      {"ODA/2023-00042", "ODA/2023-00042"},
      {"ODA_2023-00042.en", "ODA/2023-00042"},
      {"list of names.txt", "list of names.txt"},
      {"E/2003/7", ""},
      {"", ""},
      {"../journal", ""},
  };
  for (const auto& [asked, expected] : table) {
    const std::vector<ArchiveEntry> found = archive.find(asked);
    EXPECT_EQ(found.empty() ? "" : found.at(0).name, expected) << asked;
  }
}

TEST(Archive, ReplacesTheDocumentOfOneSourceAndKeepsItsOriginals) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("E/2003/75", "a.txt", "first"), "old bytes");
  archive.commit();
  archive.put(paper("E/2003/75", "a.txt", "second"), "new bytes");
  EXPECT_EQ(archive.read(archive.list().at(0)).blocks.at(0).text, "first");
  archive.commit();
  ASSERT_EQ(archive.list().size(), 1u);
  EXPECT_EQ(archive.read(archive.list().at(0)).blocks.at(0).text, "second");
  EXPECT_EQ(archive.list().at(0).revision, 2u);
  const fs::path old =
      folder.path() / "originals" / sha256_hex("old bytes").substr(0, 2) / sha256_hex("old bytes");
  EXPECT_EQ(test::read_file(old), "old bytes");
  EXPECT_EQ(faults(archive), "");
  // twice in one batch: the last one counts
  archive.put(paper("E/2003/75", "a.txt", "third"), "third");
  archive.put(paper("E/2003/75", "a.txt", "fourth"), "third");
  archive.commit();
  EXPECT_EQ(archive.read(archive.list().at(0)).blocks.at(0).text, "fourth");
  EXPECT_EQ(faults(archive), "");
}

TEST(Archive, HoldsASecondSourceOfOneNameBesideTheFirst) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("E/2003/75", "a.txt"), "1");
  archive.put(paper("E/2003/75", "b.pdf"), "2");
  archive.put(paper("E/2003/75", "c.docx"), "2");
  archive.commit();
  const std::string key = file_name_of(symbol_from_normal_form("E/2003/75")) + ".en";
  EXPECT_EQ(keys(archive.list()), key + " 1, " + key + "~2 2, " + key + "~3 3");
  archive.put(paper("E/2003/75", "b.pdf"), "4");
  archive.commit();
  EXPECT_EQ(keys(archive.list()), key + " 1, " + key + "~2 4, " + key + "~3 3");
  EXPECT_EQ(archive.find("E/2003/75").size(), 3u);
  EXPECT_EQ(faults(archive), "");
}

TEST(Archive, TellsASourceThatDidNotChange) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  archive.put(paper("E/2003/75", "a.txt"), "bytes");
  archive.commit();
  EXPECT_TRUE(archive.find_original(sha256_hex("bytes"), "a.txt").has_value());
  EXPECT_FALSE(archive.find_original(sha256_hex("bytes"), "b.txt").has_value());
  EXPECT_FALSE(archive.find_original(sha256_hex("other"), "a.txt").has_value());
  archive.put(paper("E/2003/75", "a.txt"), "other");
  archive.commit();
  EXPECT_FALSE(archive.find_original(sha256_hex("bytes"), "a.txt").has_value());
  EXPECT_TRUE(archive.find_original(sha256_hex("other"), "a.txt").has_value());
}

TEST(Archive, NamesFilesSafelyWhateverTheDocumentIsCalled) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  const std::vector<std::string> names = {
      "../../evil", "/etc/passwd", ".hidden",
      "a\nb\tc",    "%41",         "\xFF\xFE",
      "a b",        "a_b",         "a" + std::string(4000, 'x')};
  for (const std::string& name : names) {
    Document document = paper("", "source of " + name);
    document.masthead.add(MastheadItem::reference, {"", name, ""});
    document.masthead.entries.at(0).value.normal = "../x";
    archive.put(document, name);
  }
  archive.commit();
  EXPECT_EQ(archive.list().size(), 9u);
  EXPECT_EQ(faults(archive), "");
  EXPECT_EQ(faults(Archive::open(folder.path(), Mode::read)), "");
  for (const auto& [name, bytes] : contents(folder.path()))
    EXPECT_FALSE(fs::path(name).filename().string().starts_with('.')) << name;
}

TEST(Archive, RefusesASecondWriterWithThePidOfTheFirst) {
  const test::TemporaryFolder folder;
  {
    const Archive first = Archive::open(folder.path(), Mode::write);
    const std::string said = refusal(folder.path(), Mode::write);
    EXPECT_TRUE(said.starts_with("archive '" + folder.path().string() +
                                 "' is being written by process " + std::to_string(getpid()) +
                                 " since 2"))
        << said;
    EXPECT_NE(said.find("test_corpus"), std::string::npos) << said;
    EXPECT_EQ(refusal(folder.path(), Mode::read), "");
  }
  EXPECT_EQ(refusal(folder.path(), Mode::write), "");
  for (const std::string left :
       {"99999999\n", "99999999\thost\t2031-01-02T03:04:05Z\tundex index a\n"}) {
    write_file(folder.path() / "lock", left);
    EXPECT_EQ(refusal(folder.path(), Mode::write), "") << "the lock of a dead process";
  }
}

TEST(Archive, RefusesWhatItCannotReadAndChangesNothing) {
  struct Row {
    std::string file, bytes;
    ErrorKind kind;
    std::string words;
  };
  const test::TemporaryFolder folder;
  EXPECT_NE(refusal(folder.path() / "none", Mode::read).find("there is no archive in"),
            std::string::npos);
  const fs::path dir = folder.path() / "a";
  {
    Archive archive = Archive::open(dir, Mode::write);
    archive.put(paper("E/2003/75", "a"), "1");
    archive.commit();
  }
  EXPECT_EQ(test::read_file(dir / "undex-archive"),
            "undex archive " + std::to_string(kArchiveVersion) + "\n");
  const auto good = contents(dir);
  const std::vector<Row> table = {
      {"undex-archive", "undex archive 3\n", ErrorKind::version,
       "written in version 3, this program reads 1 to 2"},
      {"undex-archive", "undex archive 99999\n", ErrorKind::version, "version 99999"},
      {"undex-archive", "undex archive\n", ErrorKind::archive, "does not tell the version"},
      {"undex-archive", "", ErrorKind::archive, "does not tell the version"},
      {"journal", "what is this, it is no journal", ErrorKind::archive, "damaged in line 1"},
      {"journal", "", ErrorKind::archive, "shorter than it was"},
  };
  for (const Row& row : table) {
    for (const Mode mode : {Mode::read, Mode::write}) {
      restore(dir, good);
      write_file(dir / row.file, row.bytes);
      EXPECT_NE(refusal(dir, mode, row.kind).find(row.words), std::string::npos) << row.words;
      EXPECT_EQ(contents(dir).size(), good.size()) << row.words;
    }
  }
  restore(dir, good);
  fs::remove(dir / "journal");
  EXPECT_NE(refusal(dir, Mode::write).find("is missing"), std::string::npos);
  restore(dir, good);
  fs::remove(dir / "undex-archive");
  EXPECT_NE(refusal(dir, Mode::write).find("is missing"), std::string::npos);
}

TEST(Archive, NeverTakesOverAFolderOfOtherThings) {
  const test::TemporaryFolder folder;
  write_file(folder.path() / "thesis.txt", "words");
  EXPECT_NE(refusal(folder.path(), Mode::write).find("is no archive, and it is not empty"),
            std::string::npos);
  EXPECT_EQ(contents(folder.path()).size(), 1u);
  for (const fs::path& dir : {folder.path() / "thesis.txt", folder.path() / "thesis.txt" / "a"}) {
    EXPECT_NE(refusal(dir, Mode::write), "") << "a file is no folder";
    EXPECT_NE(refusal(dir, Mode::read), "");
  }
}

TEST(Archive, FinishesAMakingThatACrashCutShort) {
  for (const std::string left : {"lock", "journal", "undex-archive.tmp"}) {
    const test::TemporaryFolder folder;
    write_file(folder.path() / left, "");
    fs::create_directory(folder.path() / "originals");
    EXPECT_EQ(refusal(folder.path(), Mode::write), "") << left;
    EXPECT_EQ(refusal(folder.path(), Mode::read), "") << left;
  }
}

TEST(Archive, ReadsBesideAWriterThatReplacesTheDocument) {
  const test::TemporaryFolder folder;
  Archive writer = Archive::open(folder.path(), Mode::write);
  writer.put(paper("E/2003/75", "a", "first"), "1");
  writer.commit();
  const Archive reader = Archive::open(folder.path(), Mode::read);
  writer.put(paper("E/2003/75", "a", "second"), "2");
  writer.put(paper("E/2009/21", "b", "other"), "3");
  EXPECT_EQ(faults(reader), "") << "what is being written is no stray";
  writer.commit();
  EXPECT_EQ(reader.list().size(), 1u);
  EXPECT_EQ(reader.read(reader.list().at(0)).blocks.at(0).text, "second");
  EXPECT_EQ(faults(reader), "");
}

TEST(Archive, SetsAsideWhatNoJournalLineNamesButNothingOfOthers) {
  const test::TemporaryFolder folder;
  { Archive::open(folder.path(), Mode::write); }
  const std::string sha = sha256_hex("stray");
  fs::create_directories(folder.path() / "originals" / sha.substr(0, 2));
  write_file(folder.path() / "originals" / sha.substr(0, 2) / sha, "str");
  write_file(folder.path() / "documents" / "E_2003_75.en.1.xml", "<a");
  write_file(folder.path() / "documents" / "notes of a librarian.txt", "words");
  EXPECT_EQ(Archive::open(folder.path(), Mode::read).verify({}).size(), 3u);
  const Archive archive = Archive::open(folder.path(), Mode::write);
  const std::vector<ArchiveFault> left = archive.verify({});
  ASSERT_EQ(left.size(), 1u);
  EXPECT_NE(left.at(0).key.find("notes of a librarian.txt"), std::string::npos);
  EXPECT_EQ(test::read_file(folder.path() / "unclaimed" / sha), "str");
  EXPECT_EQ(test::read_file(folder.path() / "unclaimed" / "E_2003_75.en.1.xml"), "<a");
}

TEST(Archive, TellsProgressWhileItVerifies) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Mode::write);
  for (int i = 1; i < 6; ++i) archive.put(paper("E/2003/" + std::to_string(i), "a"), "1");
  archive.commit();
  std::size_t last = 0;
  archive.verify([&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 6u);
    last = done;
  });
  EXPECT_EQ(last, 6u);
}

}  // namespace
}  // namespace undex
