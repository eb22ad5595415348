// Archives that lost or changed some of their bytes.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "corpus/archive.h"
#include "corpus/archive/journal.h"
#include "corpus/hash.h"
#include "tests/corpus/archive_papers.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::faults;
using test::paper;
using test::refusal;
using test::restore;
using test::write_file;
using Mode = Archive::Mode;

/// Three documents, one put twice, in three commits; the files after each commit.
std::vector<std::map<std::string, std::string>> three_commits(const fs::path& dir) {
  std::vector<std::map<std::string, std::string>> states;
  Archive archive = Archive::open(dir, Mode::write);
  for (const std::string name : {"E/2003/75", "E/2009/21", "A/58/568"}) {
    archive.put(paper(name, "in/" + name), "original of " + name);
    archive.commit();
    states.push_back(contents(dir));
  }
  return states;
}

/// The same and a second source, and one document less.
std::map<std::string, std::string> all_kinds_of_lines(const fs::path& dir) {
  three_commits(dir);
  Archive archive = Archive::open(dir, Mode::write);
  archive.add_source(archive.find("E/2003/75").at(0), test::provenance("in/b.pdf"),
                     "bytes of a second");
  archive.commit();
  archive.remove(archive.find("E/2009/21").at(0), "not ours", "2031-01-02T03:04:05Z");
  archive.commit();
  return contents(dir);
}

TEST(Archive, ForgetsALineThatACrashCutOffAtAnyByte) {
  const test::TemporaryFolder folder;
  const auto states = three_commits(folder.path());
  const std::string before = states.at(1).at("journal");
  const std::string after = states.at(2).at("journal");
  for (std::size_t size = before.size(); size < after.size(); ++size) {
    for (const std::size_t zeros : {std::size_t{0}, std::size_t{1}, std::size_t{700}}) {
      restore(folder.path(), states.at(2));
      write_file(folder.path() / "journal.end", states.at(1).at("journal.end"));
      write_file(folder.path() / "journal", after.substr(0, size) + std::string(zeros, '\0'));
      if (size + 1 == after.size() && zeros > 0) continue;  // cannot be told from damage: refused
      EXPECT_EQ(Archive::open(folder.path(), Mode::read).list().size(), 2u) << size;
      const Archive archive = Archive::open(folder.path(), Mode::write);
      ASSERT_EQ(archive.list().size(), 2u) << size;
      ASSERT_EQ(faults(archive), "") << size;
      ASSERT_EQ(test::read_file(folder.path() / "journal"), before);
    }
  }
}

TEST(Archive, ForgetsACutOffLineOfEveryKind) {
  const test::TemporaryFolder folder;
  all_kinds_of_lines(folder.path());
  const std::string journal = test::read_file(folder.path() / "journal");
  const std::size_t gone = journal.rfind('\n', journal.size() - 2) + 1;
  const std::size_t also = journal.rfind('\n', gone - 2) + 1;
  for (std::size_t size = also; size < journal.size(); ++size) {
    fs::remove(folder.path() / "journal.end");
    write_file(folder.path() / "journal", journal.substr(0, size));
    const Archive archive = Archive::open(folder.path(), Mode::read);
    ASSERT_EQ(archive.list().size(), 3u) << size;
    ASSERT_EQ(archive.sources(archive.find("E/2003/75").at(0)).size(), size < gone ? 1u : 2u);
  }
}

TEST(Archive, NoticesAJournalThatLostAcknowledgedLines) {
  const test::TemporaryFolder folder;
  const auto states = three_commits(folder.path());
  const std::string journal = states.at(2).at("journal");
  for (std::size_t size = 0; size < journal.size(); size += 7) {
    restore(folder.path(), states.at(2));
    write_file(folder.path() / "journal", journal.substr(0, size));
    EXPECT_NE(refusal(folder.path(), Mode::read), "") << size;
    EXPECT_NE(refusal(folder.path(), Mode::write), "") << size;
  }
}

TEST(Archive, RemovesNoDocumentThatAJournalLostWithItsMark) {
  const test::TemporaryFolder folder;
  const auto states = three_commits(folder.path());
  const std::string journal = states.at(2).at("journal");
  const auto documents = [&] {
    std::set<std::string> texts;
    for (const auto& [name, bytes] : contents(folder.path()))
      if (name.ends_with(".xml") || name.find("original") == 0 || bytes.starts_with("original of"))
        texts.insert(bytes);
    return texts;
  };
  restore(folder.path(), states.at(2));
  const auto all = documents();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{5}, states.at(0).at("journal").size(),
        states.at(1).at("journal").size(), states.at(1).at("journal").size() + 40}) {
    fs::remove_all(folder.path() / "unclaimed");
    for (const auto& at : {"documents", "originals"}) fs::create_directories(folder.path() / at);
    restore(folder.path(), states.at(2));
    fs::remove(folder.path() / "journal.end");
    write_file(folder.path() / "journal", journal.substr(0, size));
    const std::string said = refusal(folder.path(), Mode::read);
    EXPECT_EQ(said, refusal(folder.path(), Mode::write)) << size;
    EXPECT_EQ(said.find("is empty, but there are documents") != std::string::npos, size < 40)
        << size << said;
    EXPECT_EQ(documents(), all) << size;
  }
}

TEST(Archive, KeepsWhatAnOlderCopyOfTheJournalDoesNotKnow) {
  const test::TemporaryFolder folder;
  const auto states = three_commits(folder.path());
  for (const std::string name : {"journal", "journal.end"})
    write_file(folder.path() / name, states.at(0).at(name));
  EXPECT_EQ(Archive::open(folder.path(), Mode::write).list().size(), 1u);
  std::size_t kept = 0;
  for (const auto& [name, bytes] : contents(folder.path() / "unclaimed"))
    kept += name.ends_with(".xml") || bytes.starts_with("original of") ? 1 : 0;
  EXPECT_EQ(kept, 4u);
}

TEST(Archive, RemovesARevisionThatTheJournalSaysWasReplaced) {
  const test::TemporaryFolder folder;
  const std::string left = "documents/E_2003_75.en.1.xml";
  std::string first;
  {
    Archive archive = Archive::open(folder.path(), Mode::write);
    archive.put(paper("E/2003/75", "a", "first"), "1");
    archive.commit();
    first = test::read_file(folder.path() / left);
    archive.put(paper("E/2003/75", "a", "second"), "2");
    archive.commit();
  }
  write_file(folder.path() / left, first);
  EXPECT_EQ(faults(Archive::open(folder.path(), Mode::write)), "");
  EXPECT_FALSE(fs::exists(folder.path() / left));
  EXPECT_FALSE(fs::exists(folder.path() / "unclaimed"));
}

TEST(Archive, NoticesAnyChangedByte) {
  const test::TemporaryFolder folder;
  const auto good = all_kinds_of_lines(folder.path());
  for (const auto& [name, bytes] : good) {
    if (name == "lock") continue;
    const std::size_t stride = name.ends_with(".xml") ? 31 : 1;
    for (std::size_t at = 0; at < bytes.size(); at += stride) {
      for (const char change : {'\x01', '\x80', bytes[at]}) {  // the last makes it a zero
        std::string bad = bytes;
        bad[at] = static_cast<char>(bad[at] ^ change);
        write_file(folder.path() / name, bad);
        try {
          const Archive archive = Archive::open(folder.path(), Mode::read);
          ASSERT_NE(faults(archive), "") << name << " byte " << at;
          for (const ArchiveEntry& entry : archive.list()) {
            if (name != "documents/" + entry.key + "." + std::to_string(entry.revision) + ".xml")
              continue;
            EXPECT_THROW(archive.read(entry), Error);
          }
        } catch (const Error& error) {
          EXPECT_NE(error.kind, ErrorKind::check) << error.what();
        }
      }
    }
    write_file(folder.path() / name, bytes);
  }
}

TEST(Archive, NoticesAMissingFile) {
  const test::TemporaryFolder folder;
  const auto good = all_kinds_of_lines(folder.path());
  for (const auto& [name, bytes] : good) {
    if (name == "lock") continue;
    fs::remove(folder.path() / name);
    try {
      ASSERT_NE(faults(Archive::open(folder.path(), Mode::read)), "") << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive);
    }
    write_file(folder.path() / name, bytes);
  }
}

TEST(Archive, FollowsNoLinkToOtherFiles) {
  const test::TemporaryFolder folder;
  three_commits(folder.path());
  const Archive archive = Archive::open(folder.path(), Mode::read);
  const ArchiveEntry entry = archive.list().at(0);
  const fs::path path = folder.path() / "originals" / entry.sha256.substr(0, 2) / entry.sha256;
  fs::rename(path, folder.path() / "elsewhere");
  fs::create_symlink(folder.path() / "elsewhere", path);
  EXPECT_THROW(archive.read_original(entry), Error);
  EXPECT_NE(faults(archive), "");
}

TEST(ArchiveJournal, CannotBeLedOutOfTheArchive) {
  for (const std::string key : {"../x", "a/b", "", ".x"}) {
    std::string chain;
    JournalLine line;
    line.key = key;
    line.source.sha256 = line.xml_sha256 = std::string(64, 'a');
    const std::string bytes = write_journal_line(line, chain);
    EXPECT_THROW(read_journal(bytes, "journal"), Error) << key;
  }
}

}  // namespace
}  // namespace undex
