#include <gtest/gtest.h>

#include "indexer/convert/zip/container.h"
#include "tests/indexer/convert/docx_builder.h"
#include "tests/indexer/convert/zip_builder.h"
#include "undex/error.h"

namespace undex::test {
namespace {

/// One line a member: name, bytes or reason.
std::string dump(const Members& members) {
  std::string out;
  for (const Member& member : members.list) {
    EXPECT_EQ(member.reason.empty(), member.remedy.empty());
    out += member.name + ": " +
           (member.reason.empty() ? member.bytes
                                  : (member.passed_over ? "over: " : "no: ") + member.reason) +
           "\n";
  }
  return members.next == 0 ? out : out + "next " + std::to_string(members.next) + "\n";
}

std::string unpacked(const std::string& bytes, std::size_t from = 0) {
  try {
    return dump(unpack_zip(bytes, from));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_FALSE(error.hint.empty());
    return error.what();
  }
}

TEST(Zip, GivesItsFilesInNaturalOrder) {
  EXPECT_EQ(unpacked(zip_stored({{"part 10.txt", "ten"},
                                 {"part 9.txt", "nine"},
                                 {"annex/", ""},
                                 {"annex/\xC3\xA9t\xC3\xA9.txt", "one"},
                                 {"empty.txt", ""}})),
            "annex/\xC3\xA9t\xC3\xA9.txt: one\nempty.txt: \npart 9.txt: nine\npart 10.txt: ten\n");
}

TEST(Zip, TakesNamesForWords) {
  EXPECT_EQ(unpacked(zip_stored({{"../../etc/passwd", "1"},
                                 {"/absolute.txt", "2"},
                                 {"a\\b.txt", "3"},
                                 {"./a//b.txt", "4"},
                                 {"..", "5"},
                                 {"C:\\x.txt", "6"},
                                 {"\x82t\x82.txt", "7", 0100644, 0, 0}})),
            "C:/x.txt: 6\na/b.txt: 3\na/b.txt (2): 4\nabsolute.txt: 2\netc/passwd: 1\n"
            "without a name: 5\n\xC3\xA9t\xC3\xA9.txt: 7\n");
}

TEST(Zip, PassesOverLinksAndHiddenFiles) {
  EXPECT_EQ(unpacked(zip_stored({{"a.txt", "one"},
                                 {"link.txt", "/etc/passwd", 0120777},
                                 {".DS_Store", "x"},
                                 {"__MACOSX/a.txt", "x"},
                                 {"b/.c/d.txt", "x"}})),
            ".DS_Store: over: a hidden file\n__MACOSX/a.txt: over: a hidden file\na.txt: one\n"
            "b/.c/d.txt: over: a hidden file\nlink.txt: over: a link, not a file\n");
}

TEST(Zip, TellsWhyAFileCannotBeHadAndGivesTheOthers) {
  EXPECT_EQ(unpacked(zip_stored({{"a.txt", "one"},
                                 {"broken.txt", "two", 0100644, 0, 0x0800, 0, 1},
                                 {"locked.txt", "three", 0100644, 0, 0x0801},
                                 {"strange.txt", "four", 0100644, 0, 0x0800, 77},
                                 {"torn.txt", "\x07\x07\x07", 0100644, 4, 0x0800, 8},
                                 {"z.txt", "five"}})),
            "a.txt: one\nbroken.txt: no: damaged zip archive: cannot read 'broken.txt'\n"
            "locked.txt: no: password-protected\n"
            "strange.txt: no: damaged zip archive: cannot read 'strange.txt'\n"
            "torn.txt: no: damaged zip archive: cannot read 'torn.txt'\nz.txt: five\n");
}

TEST(Zip, CountsWhatItUnpacks) {
  const Parts bomb = {{"a.txt", "one"}, {"bomb.txt", std::string(std::size_t{8} << 20, ' ')}};
  EXPECT_EQ(unpacked(zip_of(bomb)),
            "a.txt: one\nbomb.txt: no: unpacks to more than 100 times its size\n");
  // Small enough each, and too much together.
  Parts many;
  for (char name = 'a'; name < 'z'; ++name)
    many[std::string(1, name)] = std::string(std::size_t{1} << 20, ' ');
  EXPECT_EQ(unpacked(zip_of(many)), "unpacks to more than 100 times its size");
  Parts entries;
  for (int i = 0; i < 10'001; ++i) entries[std::to_string(i)] = "";
  EXPECT_EQ(unpacked(zip_of(entries)), "more than 10,000 entries in its zip archive");
}

TEST(Zip, DoesNotBelieveTheSizeStated) {
  const std::string lies = zip_of({{"a.txt", std::string(1 << 20, 'x')}});
  std::string smaller = lies;
  const std::size_t at = smaller.rfind("PK\x01\x02") + 24;
  smaller.replace(at, 4, std::string("\x09\0\0\0", 4));
  EXPECT_EQ(unpacked(smaller).substr(0, 11), "a.txt: no: ");
  std::string huge = lies;
  huge.replace(at, 4, "\xFF\xFF\xFF\x7F");
  EXPECT_EQ(unpacked(huge), "a.txt: no: unpacks to more than 100 times its size\n");
}

TEST(Zip, GivesLargeArchivesInPages) {
  const std::string large(std::size_t{20} << 20, 'x');
  const std::string zip = zip_stored({{"1", large}, {"2", large}, {"3", "end"}});
  const Members first = unpack_zip(zip, 0);
  EXPECT_EQ(first.list.size(), 1u);
  EXPECT_EQ(first.next, 1u);
  const Members second = unpack_zip(zip, 1);
  EXPECT_EQ(second.list.size(), 2u);
  EXPECT_EQ(second.next, 0u);
}

TEST(Zip, RefusesWhatIsNone) {
  EXPECT_EQ(unpacked("PK\x03\x04 torn"), "damaged zip archive: Not a zip archive");
  EXPECT_EQ(unpacked(zip_stored({})), "no files: an empty zip archive");
  EXPECT_EQ(unpacked(zip_stored({{"a/", ""}})), "no files: an empty zip archive");
}

TEST(Zip, IsToldFromPackagesOfOneDocument) {
  const std::string word = docx("<w:p><w:r><w:t>Lamp</w:t></w:r></w:p>");
  EXPECT_FALSE(recognises_zip(word));
  EXPECT_FALSE(recognises_zip(zip_stored({{"mimetype", "application/epub+zip"}})));
  EXPECT_FALSE(recognises_zip(zip_stored({{"content.xml", "x"}, {"META-INF/manifest.xml", "x"}})));
  EXPECT_FALSE(recognises_zip("PK\x03\x04 [Content_Types].xml"));
  EXPECT_FALSE(recognises_zip("a text"));
  EXPECT_TRUE(recognises_zip(zip_stored({{"a.docx", word}})));
  EXPECT_TRUE(recognises_zip(zip_stored({})));
  EXPECT_EQ(recognise(zip_stored({{"a.docx", word}}), "a.docx")->name, "zip");
  EXPECT_EQ(recognise(word, "a.zip")->name, "docx");
}

}  // namespace
}  // namespace undex::test
