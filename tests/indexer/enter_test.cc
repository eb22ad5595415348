// Works and versions: what becomes of a source whose document may be held already.
#include "indexer/enter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "corpus/hash.h"
#include "indexer/convert/formats.h"
#include "indexer/likeness.h"
#include "indexer/structure/structure.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

/// Sixty sentences; "A", "A+" with one word changed, "A-" with the last third left out, "B" of
/// other words.
Document text_of(const std::string& text) {
  Document document;
  const int count = text == "A-" ? 40 : 60;
  for (int number = 1; number <= count; ++number) {
    Block block;
    block.kind = BlockKind::paragraph;
    block.locator = {"", Locator::Place::paragraph, std::to_string(number), {}};
    block.text = text.front() == 'A' ? "The lamp " : "Some boats ";
    for (int word = 0; word < 8; ++word)
      block.text += " " + std::string(1, text.front()) + std::to_string(number * 100 + word);
    if (text == "A+" && number == 30) block.text += " changed";
    document.blocks.push_back(block);
  }
  return document;
}

/// "a.docx A": a path, whose ending is the format, and a text; "fr" at the end for its language,
/// "record" for a catalogue record without text.
struct Step {
  std::string path, text, symbol = "E/2031/12", language = "en";
};

Document document_of(const Step& step, const std::string& original) {
  Document document = step.text == "record" ? Document() : text_of(step.text);
  if (!step.symbol.empty()) document.symbol = symbol_from_normal_form(step.symbol);
  document.masthead.add(MastheadItem::language, {"", step.language, ""});
  if (step.text == "record") document.masthead.add(MastheadItem::record, {"", "true", ""});
  document.provenance.source = step.path;
  document.provenance.format = step.path.substr(step.path.rfind('.') + 1);
  document.provenance.sha256 = sha256_hex(original);
  document.provenance.added = "2031-01-02";
  return document;
}

constexpr const char* kOutcomes[] = {"added", "changed", "same_text", "conflict"};

Entered enter(Archive& archive, HeldTexts& texts, const Step& step) {
  // Bytes of their own but where a path says so: "copy/a.docx" has those of "a.docx".
  std::string original = step.path + step.text;
  if (original.starts_with("copy/")) original.erase(0, 5);
  return enter_document(archive, texts, document_of(step, original), original);
}

/// "E_2031_12.en: a.docx, a.pdf; E_2031_12.en~2: b.docx"
std::string held(const Archive& archive) {
  std::string out;
  for (const ArchiveEntry& entry : archive.list()) {
    out += (out.empty() ? "" : "; ") + entry.key + ":";
    for (const ArchiveSource& source : archive.sources(entry)) out += " " + source.source;
  }
  return out;
}

struct Row {
  std::vector<Step> steps;
  std::string outcomes;
  std::string expected;
};

class Enter : public testing::TestWithParam<Row> {};

TEST_P(Enter, KeepsWorksAndVersionsApart) {
  for (const bool one_batch : {true, false}) {
    const test::TemporaryFolder folder;
    Archive archive = Archive::open(folder.path(), Archive::Mode::write);
    HeldTexts texts;
    std::string outcomes;
    for (const Step& step : GetParam().steps) {
      const Entered entered = enter(archive, texts, step);
      outcomes +=
          std::string(outcomes.empty() ? "" : " ") + kOutcomes[static_cast<int>(entered.what)];
      for (const Notice& notice : entered.notices) outcomes += "/" + notice.code;
      if (one_batch) continue;
      archive.commit();
      texts = HeldTexts();
    }
    archive.commit();
    EXPECT_EQ(outcomes, GetParam().outcomes);
    EXPECT_EQ(held(archive), GetParam().expected);
    EXPECT_TRUE(archive.verify({}).empty());
  }
}

const Row kRows[] = {
    {{{"a.docx", "A"}}, "added", "E_2031_12.en: a.docx"},
    // The better format gives the text, whichever comes first.
    {{{"a.docx", "A"}, {"a.pdf", "A"}}, "added same_text", "E_2031_12.en: a.docx a.pdf"},
    {{{"a.pdf", "A"}, {"a.docx", "A"}}, "added same_text", "E_2031_12.en: a.docx a.pdf"},
    {{{"a.pdf", "A"}, {"a.html", "A"}, {"a.docx", "A"}},
     "added same_text same_text",
     "E_2031_12.en: a.docx a.html a.pdf"},
    {{{"a.docx", "A"}, {"a.pdf", "A+"}}, "added same_text/same-text", "E_2031_12.en: a.docx a.pdf"},
    // Other texts are kept side by side.
    {{{"a.docx", "A"}, {"b.docx", "B"}},
     "added conflict/text-conflict",
     "E_2031_12.en: a.docx; E_2031_12.en~2: b.docx"},
    {{{"a.docx", "A"}, {"b.docx", "A-"}},
     "added conflict/text-conflict",
     "E_2031_12.en: a.docx; E_2031_12.en~2: b.docx"},
    {{{"a.docx", "A"}, {"b.docx", "B"}, {"b.pdf", "B"}},
     "added conflict/text-conflict same_text",
     "E_2031_12.en: a.docx; E_2031_12.en~2: b.docx b.pdf"},
    // Languages and symbols are documents of their own.
    {{{"a.docx", "A"}, {"b.docx", "B", "E/2031/12", "fr"}},
     "added added",
     "E_2031_12.en: a.docx; E_2031_12.fr: b.docx"},
    {{{"a.docx", "A"}, {"b.docx", "A", "E/2031/12/Rev.1"}},
     "added added",
     "E_2031_12.en: a.docx; E_2031_12_Rev.1.en: b.docx"},
    // A source that comes again.
    {{{"a.docx", "A"}, {"a.docx", "B"}}, "added changed", "E_2031_12.en: a.docx"},
    {{{"a.docx", "A"}, {"a.pdf", "A"}, {"a.docx", "A+"}},
     "added same_text changed",
     "E_2031_12.en: a.docx a.pdf"},
    {{{"a.docx", "A"}, {"a.pdf", "A"}, {"a.docx", "B"}},
     "added same_text changed/source-parted",
     "E_2031_12.en: a.docx"},
    {{{"a.docx", "A"}, {"a.pdf", "A"}, {"a.docx", "B"}, {"a.pdf", "B"}},
     "added same_text changed/source-parted same_text",
     "E_2031_12.en: a.docx a.pdf"},
    {{{"a.docx", "A"}, {"a.pdf", "A"}, {"a.pdf", "A+"}},
     "added same_text changed/same-text",
     "E_2031_12.en: a.docx a.pdf"},
    {{{"a.docx", "A"}, {"a.pdf", "A"}, {"a.pdf", "B"}},
     "added same_text conflict/text-conflict",
     "E_2031_12.en: a.docx; E_2031_12.en~2: a.pdf"},
    {{{"a.docx", "A"}, {"b.docx", "B"}, {"b.docx", "A"}},
     "added conflict/text-conflict changed",
     "E_2031_12.en: a.docx b.docx"},
    // A catalogue record and a text are one document, whatever the record's language.
    {{{"r.marcxml", "record"}, {"a.pdf", "A"}}, "added same_text", "E_2031_12.en: a.pdf r.marcxml"},
    {{{"a.pdf", "A"}, {"r.marcxml", "record"}}, "added same_text", "E_2031_12.en: a.pdf r.marcxml"},
    {{{"r.marcxml", "record", "E/2031/12", "und"}, {"a.pdf", "A"}},
     "added same_text",
     "E_2031_12.en: a.pdf r.marcxml"},
    {{{"r.marcxml", "record", "E/2031/12", "und"},
      {"s.marcxml", "record", "E/2031/12", "und"},
      {"a.pdf", "A"}},
     "added same_text same_text",
     "E_2031_12.en: a.pdf r.marcxml s.marcxml"},
    // No symbol of a joint document is lost.
    {{{"a.pdf", "A", "A/85/7-E/2031/12"}, {"a.docx", "A"}},
     "added same_text",
     "A_85_7-E_2031_12.en: a.pdf a.docx"},
    // The same bytes from another path; papers without a name of their own.
    {{{"a.docx", "A"}, {"copy/a.docx", "A"}},
     "added same_text",
     "E_2031_12.en: a.docx copy/a.docx"},
    {{{"a.docx", "A", ""}, {"copy/a.docx", "A", ""}},
     "added same_text",
     "sha-807580c047b5.en: a.docx copy/a.docx"},
    {{{"x/a.docx", "A", ""}, {"y/a.docx", "B", ""}},
     "added added",
     "sha-6e4aea8c9d3b.en: y/a.docx; sha-d37a0f1d5f21.en: x/a.docx"},
};

INSTANTIATE_TEST_SUITE_P(Rows, Enter, testing::ValuesIn(kRows));

TEST(EnterDocument, KeepsTheWarningInTheDocument) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Archive::Mode::write);
  HeldTexts texts;
  enter(archive, texts, {"a.docx", "A"});
  const Entered entered = enter(archive, texts, {"b.docx", "B"});
  archive.commit();
  const Document document = archive.read(entered.entry);
  ASSERT_EQ(document.notices.size(), 1u);
  EXPECT_EQ(document.notices[0].level, Notice::Level::warning);
  EXPECT_EQ(document.notices[0].text,
            "a.docx has another text under this name (0.0 % of the words alike): both are kept");
}

/// The n-th of many papers that share nothing but their symbol.
Step rival(int number) {
  return {std::to_string(number) + ".docx", std::string(1, static_cast<char>('B' + number))};
}

TEST(EnterDocument, NamesTheMostAlikeOfManyOthersAndCountsTheRest) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Archive::Mode::write);
  HeldTexts texts;
  for (int number = 0; number < 20; ++number) enter(archive, texts, rival(number));
  enter(archive, texts, {"long.docx", "A"});
  const Entered entered = enter(archive, texts, {"short.docx", "A-"});
  ASSERT_EQ(entered.notices.size(), 6u);
  EXPECT_EQ(
      entered.notices.front().text,
      "long.docx has another text under this name (80.0 % of the words alike): both are kept");
  EXPECT_EQ(entered.notices.back().text, "16 more have another text under this name: all are kept");
  // One of them from another source is found, however many there are.
  const Entered same = enter(archive, texts, {"7.pdf", rival(7).text});
  EXPECT_EQ(same.what, Entered::What::same_text);
  archive.commit();
  EXPECT_EQ(archive.sources(same.entry).size(), 2u);
  EXPECT_EQ(archive.list().size(), 22u);
}

TEST(EnterDocument, ReadsAHeldTextOnceHoweverManyComeUnderItsName) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Archive::Mode::write);
  HeldTexts texts;
  enter(archive, texts, rival(0));
  enter(archive, texts, rival(1));
  archive.commit();
  std::filesystem::remove_all(folder.path() / "documents");
  std::filesystem::create_directory(folder.path() / "documents");
  EXPECT_EQ(enter(archive, texts, rival(2)).what, Entered::What::conflict);
  HeldTexts none;
  EXPECT_THROW(enter(archive, none, rival(3)), Error);
}

TEST(EnterDocument, NeverLosesAnOriginal) {
  const test::TemporaryFolder folder;
  Archive archive = Archive::open(folder.path(), Archive::Mode::write);
  HeldTexts texts;
  for (const Row& row : kRows)
    for (const Step& step : row.steps) {
      enter(archive, texts, step);
      archive.commit();
      ArchiveEntry asked = archive.list().at(0);
      std::string original = step.path + step.text;
      if (original.starts_with("copy/")) original.erase(0, 5);
      asked.sha256 = sha256_hex(original);
      EXPECT_EQ(archive.read_original(asked), original);
    }
}

Document read_shared(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return read_structure(convert(test::read_file(test::shared_dir() / path), name), name);
}

/// The paragraphs of a document as data, put together as a plain text.
Document read_paragraphs(const std::string& path) {
  std::string text;
  for (const auto& row : nlohmann::json::parse(test::read_file(test::shared_dir() / path))) {
    const std::string prefix = row["prefix"].is_string() ? row["prefix"].get<std::string>() : "";
    text += (prefix.empty() ? "" : prefix + " ") + row["text"].get<std::string>() + "\n\n";
  }
  return read_structure(convert(text, "paragraphs.txt"), "paragraphs.txt");
}

TEST(Likeness, KnowsRealTextsReadFromTwoFormats) {
  UNDEX_NEEDS_SHARED();
  for (const std::string name : {"A_RES_78_1", "A_RES_78_160", "A_RES_79_128", "A_RES_79_26"})
    EXPECT_GE(likeness(runs_of(read_shared("corpus/real/un-pdf/" + name + ".pdf")),
                       runs_of(read_paragraphs("corpus/real/un-paragraph-json/" + name + ".json"))),
              0.99)
        << name;
}

TEST(Likeness, TellsRealTextsOfTwoYearsApart) {
  UNDEX_NEEDS_SHARED();
  const std::vector<std::pair<std::string, std::string>> table = {
      {"A_RES_79_121", "A_RES_78_108"},   {"A_RES_80_94", "A_RES_78_96"},
      {"A_RES_79_194", "A_C.2_80_L.58"},  {"A_RES_78_135", "A_C.2_80_L.10"},
      {"A_C.2_80_L.47", "A_C.2_80_L.18"}, {"A_RES_78_160", "A_C.2_80_L.18"}};
  for (const auto& [one, other] : table)
    EXPECT_LE(likeness(runs_of(read_shared("corpus/real/un-pdf/" + one + ".pdf")),
                       runs_of(read_shared("corpus/real/un-pdf/" + other + ".pdf"))),
              0.85)
        << one << " " << other;
}

}  // namespace
}  // namespace undex
