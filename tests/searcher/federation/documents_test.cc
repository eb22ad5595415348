#include "searcher/federation/documents.h"

#include <gtest/gtest.h>

#include "corpus/hash.h"
#include "tests/searcher/federation/fake_member.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using std::chrono::milliseconds;
using test::FakeMember;
using test::Round;

ListedText text_of(const std::string& name, const std::string& language, bool record = false) {
  ListedText text{.key = name + "." + language, .name = name, .language = language};
  text.sha256 = sha256_hex("original of " + text.key);
  text.xml_sha256 = sha256_hex("xml of " + text.key);
  text.record = record;
  return text;
}

/// Archives "a" and "b".
class Documents : public testing::Test {
 protected:
  Documents() {
    for (int number = 0; number < 2; ++number) crews_.emplace_back(4);
  }
  ~Documents() override { gate_.set_value(); }

  void never(FakeMember& member, Round round) {
    member.waits_for = open_;
    member.fails_in = round;
  }
  std::string found(const std::string& typed) const {
    std::string out;
    for (const ListedText& text : find(archives, typed).texts)
      out += (out.empty() ? "" : " ") + text.archive + ":" + text.key + (text.record ? "?" : "");
    return out;
  }
  std::string fault(const ListedText& text, Kept kept = Kept::xml) const {
    try {
      (void)bytes(archives, text, kept);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
  ListedText text_at_b(const ListedText& text) const {
    ListedText out = text;
    out.archive = "b";
    return out;
  }

  std::shared_ptr<FakeMember> a = std::make_shared<FakeMember>();
  std::shared_ptr<FakeMember> b = std::make_shared<FakeMember>();

 private:
  std::promise<void> gate_;
  std::shared_future<void> open_ = gate_.get_future().share();
  KnownWorks works_{{a, b}};
  Silence silence_{{a, b}, milliseconds(100)};
  Crews crews_;

 protected:
  Archives archives{.names = {"a", "b"},
                    .members = {a, b},
                    .works = works_,
                    .crews = crews_,
                    .silence = silence_,
                    .deadline = milliseconds(5000)};
};

TEST_F(Documents, AreThoseOfAllArchivesInTheOrderOfOne) {
  a->texts = {text_of("A/1/2", "fr"), text_of("A/1/3", "en")};
  b->texts = {text_of("A/1/2", "en")};
  EXPECT_EQ(found("A/1/2"), "b:A/1/2.en a:A/1/2.fr");
  EXPECT_EQ(found("A/1/2.en"), "b:A/1/2.en");
  EXPECT_EQ(found("A/9/9"), "");
}

TEST_F(Documents, AreThoseOfTheFirstThatHoldsThem) {
  a->texts = {text_of("A/1/2", "en")};
  b->texts = {text_of("A/1/2", "en"), text_of("A/1/2", "fr")};
  EXPECT_EQ(found("A/1/2"), "a:A/1/2.en b:A/1/2.fr");
  a->fails_in = Round::find;
  EXPECT_EQ(found("A/1/2"), "b:A/1/2.en b:A/1/2.fr");
}

TEST_F(Documents, StandBeforeTheirCatalogueRecords) {
  a->texts = {text_of("A/1/2", "en", true)};
  b->texts = {text_of("A/1/2", "en")};
  EXPECT_EQ(found("A/1/2"), "b:A/1/2.en a:A/1/2.en?");
}

TEST_F(Documents, AreNamedWithAPlaceToo) {
  a->texts = {text_of("A/1/2", "en"), text_of("A, B", "en")};
  const ListedTexts named = find(archives, "A/1/2, para. 3 (b)");
  EXPECT_EQ(named.name, "A/1/2");
  EXPECT_EQ(named.place, "3 (b)");
  EXPECT_EQ(named.texts.size(), 1U);
  EXPECT_EQ(found("A, B"), "a:A, B.en");
  EXPECT_EQ(find(archives, "A, B").place, "");
  EXPECT_THROW((void)find(archives, "A/1/2: nowhere"), Error);
}

TEST_F(Documents, SayWhoHasNotAnswered) {
  a->texts = {text_of("A/1/2", "en")};
  b->fails_in = Round::find;
  const ListedTexts held = find(archives, "A/1/2");
  EXPECT_EQ(held.archives.at(0).documents, 1U);
  EXPECT_TRUE(held.archives[0].answered);
  EXPECT_FALSE(held.archives.at(1).answered);
  EXPECT_EQ(held.archives[1].why_not, "is broken");
  never(*a, Round::find);
  archives.deadline = milliseconds(100);
  EXPECT_THROW((void)find(archives, "A/1/2"), Error);
}

TEST_F(Documents, ComeFromTheArchiveThatHoldsThem) {
  const ListedText text = text_at_b(text_of("A/1/2", "en"));
  EXPECT_EQ(bytes(archives, text, Kept::xml), "xml of A/1/2.en");
  EXPECT_EQ(bytes(archives, text, Kept::original), "original of A/1/2.en");
}

TEST_F(Documents, ComeAsTheyWereOrNotAtAll) {
  ListedText text = text_at_b(text_of("A/1/2", "en"));
  text.xml_sha256 = "other";
  EXPECT_EQ(fault(text), "'A/1/2.en' cannot be had from b: it is another by now");
  b->fails_in = Round::bytes;
  EXPECT_EQ(fault(text), "'A/1/2.en' cannot be had from b: is broken");
  never(*b, Round::bytes);
  archives.deadline = milliseconds(100);
  EXPECT_EQ(fault(text), "'A/1/2.en' cannot be had from b: no answer in time");
  text.archive = "z";
  EXPECT_EQ(fault(text), "no archive is named 'z'");
}

CitingText citing_in(const std::string& name, const std::string& language) {
  CitingText text{.key = name + "." + language, .language = language};
  text.partner.name = name;
  return text;
}

TEST_F(Documents, AreCitedByTextsOfAllArchivesEachOnce) {
  a->cited_by = {citing_in("A/10/1", "en"), citing_in("A/9/1", "fr")};
  b->cited_by = {citing_in("A/9/1", "en"), citing_in("A/9/1", "fr")};
  const auto told = citing(archives, *parse_symbol("A/1/2"));
  std::string out;
  for (const CitingText& text : told.answer) out += text.archive + ":" + text.key + " ";
  EXPECT_EQ(out, "b:A/9/1.en a:A/9/1.fr a:A/10/1.en ");
  b->fails_in = Round::citing;
  EXPECT_FALSE(citing(archives, *parse_symbol("A/1/2")).archives.at(1).answered);
}

TEST_F(Documents, AreHeldWhereAnyArchiveHoldsThem) {
  a->texts = {text_of("A/1/2", "en")};
  b->texts = {text_of("A/1/2", "en"), text_of("A/1/3", "en")};
  const std::map<std::string, std::string> held = {{"A/1/2", "a"}, {"A/1/3", "b"}};
  EXPECT_EQ(holders_of(archives, {"A/1/3", "A/1/2", "A/9/9"}).answer, held);
  EXPECT_EQ(names_of_work(archives, *parse_symbol("A/1/2")).answer,
            (std::vector<std::string>{"A/1/2", "A/1/3"}));
}

}  // namespace
}  // namespace undex::federation
