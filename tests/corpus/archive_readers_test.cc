// Readers beside a writer in another process: they never notice it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/archive.h"
#include "tests/corpus/archive_papers.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::faults;
using test::paper;
using Mode = Archive::Mode;

/// Replaces, adds sources, removes and takes in again, and so removes XML of former revisions.
void write_on(const std::filesystem::path& dir) {
  for (int step = 0;; ++step) {
    Archive archive = Archive::open(dir, Mode::write);
    for (int commits = 0; commits < 5; ++commits, ++step) {
      const std::string number = std::to_string(step % 4);
      const std::string text = "Text " + std::to_string(step);
      const ArchiveEntry entry = archive.put(paper("E/2003/" + number, "in/" + number, text), text);
      if (step % 3 == 0) archive.add_source(entry, test::provenance("in/b" + number), text + "b");
      if (step % 5 == 4) archive.remove(entry, "by turns", "2031-01-02T03:04:05Z");
      archive.commit();
    }
  }
}

TEST(ArchiveReaders, NeverNoticeAWriter) {
  const test::TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder.path(), Mode::write);
    archive.put(paper("E/2003/0", "in/0"), "0");
    archive.commit();
  }
  const pid_t writer = fork();
  if (writer == 0) {
    try {
      write_on(folder.path());
    } catch (...) {
    }
    _exit(1);
  }
  std::size_t last = 0, moved = 0;
  for (int round = 0; round < 3000 && moved < 40; ++round) {
    try {
      const Archive archive = Archive::open(folder.path(), Mode::read);
      for (const ArchiveEntry& entry : archive.list()) {
        EXPECT_TRUE(archive.read(entry).blocks.at(0).text.size() > 4);
        archive.read_original(entry);
        EXPECT_FALSE(archive.sources(entry).empty());
      }
      EXPECT_EQ(faults(archive), "");
      EXPECT_GE(archive.revision(), last) << "went back";
      if (archive.revision() > last) ++moved;
      last = archive.revision();
    } catch (const Error& error) {
      ADD_FAILURE() << "round " << round << ": " << error.what();
    }
    if (HasFailure()) break;
  }
  kill(writer, SIGKILL);
  int status = 0;
  waitpid(writer, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the writer failed";
  EXPECT_GT(moved, 3u) << "nothing was written meanwhile";
}

}  // namespace
}  // namespace undex
