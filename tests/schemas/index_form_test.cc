#include "schemas/index_form.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "schemas/version.h"
#include "undex/error.h"

namespace undex {
namespace {

template <typename Call>
ErrorKind kind_of_error(const Call& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind;
  }
  ADD_FAILURE() << "nothing was thrown";
  return ErrorKind::usage;
}

TEST(Cards, ComeBackAsTheyWereWritten) {
  const DocumentCard card{.key = "A_58_568.en",
                          .name = "A/58/568",
                          .title = "A title: with 3:abc and \n lines",
                          .type = "report",
                          .date = "2003-11-12",
                          .date_flag = "",
                          .date_printed = "12 November 2003",
                          .organ = "General Assembly",
                          .session = "Fifty-eighth session",
                          .agenda_item = "49",
                          .language = "en",
                          .abridged = true,
                          .record = true,
                          .paragraphs = 28};
  const DocumentCard back = read_card(write_card(card));
  EXPECT_EQ(write_card(back), write_card(card));
  EXPECT_EQ(back.title, card.title);
  EXPECT_TRUE(back.abridged);
  EXPECT_TRUE(back.record);
  EXPECT_EQ(back.paragraphs, 28u);
  const ParagraphCard paragraph{.key = "k",
                                .locator = "18 (g)",
                                .kind = "subparagraph",
                                .label = "(g)",
                                .text = std::string("a\0b", 3),
                                .block = 7};
  const ParagraphCard same = read_paragraph_card(write_card(paragraph));
  EXPECT_EQ(same.text, paragraph.text);
  EXPECT_EQ(same.locator, "18 (g)");
  EXPECT_EQ(same.block, 7);
}

TEST(Cards, RefuseDamagedBytes) {
  const std::string whole = write_card(DocumentCard{});
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_EQ(kind_of_error([&] { read_card(std::string_view(whole).substr(0, size)); }),
              ErrorKind::archive);
  for (const char* text : {"", "x", "1", "199999999999999999999:", "15:ab", "1-1:a", "13:abcd"})
    EXPECT_EQ(kind_of_error([&] { read_paragraph_card(text); }), ErrorKind::archive) << text;
  EXPECT_EQ(kind_of_error([&] { read_card(whole + "1:x"); }), ErrorKind::archive);
}

TEST(ValueLists, KeepValuesLabelsAndDoubts) {
  const std::vector<FieldValue> values = {
      {"2022", "", true}, {"en", "English", false}, {"a;b?", "", false}};
  const std::vector<FieldValue> back = read_values(write_values(values));
  ASSERT_EQ(back.size(), 3u);
  EXPECT_TRUE(back[0].doubtful);
  EXPECT_EQ(back[1].label, "English");
  EXPECT_EQ(back[2].value, "a;b?");
  EXPECT_TRUE(read_values("").empty());
  EXPECT_EQ(kind_of_error([] { read_values("=cut"); }), ErrorKind::archive);
}

TEST(ValueLists, OfNumbersLieBesideTheirSortableSlot) {
  EXPECT_EQ(facet_slot(*find_field("organ")), find_field("organ")->slot);
  EXPECT_NE(facet_slot(*find_field("year")), find_field("year")->slot);
  EXPECT_EQ(facet_slot(*find_field("title")), kNoSlot);
}

TEST(NaturalOrder, ComparesNumbersByValue) {
  const std::vector<std::string> ordered = {"A/9/1",          "A/58/568",        "A/58/568/Add.1",
                                            "A/58/568/Add.2", "A/58/568/Add.10", "A/78/265",
                                            "A/C.2/1",        "E/2003/75"};
  for (std::size_t at = 1; at < ordered.size(); ++at)
    EXPECT_LT(natural_sort_key(ordered[at - 1]), natural_sort_key(ordered[at])) << ordered[at];
  EXPECT_EQ(natural_sort_key("A/007"), natural_sort_key("A/7"));
  EXPECT_NE(natural_sort_key("A/0"), natural_sort_key("A/"));
}

Manifest sample() {
  return {.version = kIndexVersion,
          .revision = 42,
          .files = {{"documents/iamglass", 10, std::string(64, 'a')},
                    {"paragraphs/iamglass", 20, std::string(64, 'b')}}};
}

TEST(Manifests, ComeBackAsTheyWereWritten) {
  const Manifest back = read_manifest(write_manifest(sample()));
  EXPECT_EQ(back.revision, 42u);
  EXPECT_EQ(back.version, kIndexVersion);
  ASSERT_EQ(back.files.size(), 2u);
  EXPECT_EQ(back.files[1].path, "paragraphs/iamglass");
  EXPECT_EQ(back.files[1].size_bytes, 20u);
}

TEST(Manifests, RefuseEveryChangedByte) {
  const std::string whole = write_manifest(sample());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(kind_of_error([&] { read_manifest(changed); }), ErrorKind::archive) << at;
    EXPECT_EQ(kind_of_error([&] { read_manifest(std::string_view(whole).substr(0, at)); }),
              ErrorKind::archive);
  }
}

TEST(Manifests, OfANewerFormAreRefusedAsSuch) {
  Manifest newer = sample();
  newer.version = kIndexVersion + 1;
  EXPECT_EQ(kind_of_error([&] { read_manifest(write_manifest(newer)); }), ErrorKind::version);
}

}  // namespace
}  // namespace undex
