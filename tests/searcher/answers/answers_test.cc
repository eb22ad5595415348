// Questions and their answers over a small archive. That they are those of the commands is tried by
// tests/library/run.
#include "searcher/answers/answers.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/series.h"
#include "corpus/strings.h"
#include "schemas/fields.h"
#include "tests/searcher/trace_archive.h"

namespace undex::answers {
namespace {

using Json = nlohmann::json;

class Answers : public testing::Test {
 protected:
  Answer ask(std::string_view question, const Json& request) {
    return answer({archive_, names_, searcher_,
                   [&](const ArchiveEntry& entry) { return archive_.read(entry); },
                   [&](const Request& asked) { return searcher_.search(asked); }, shelves_},
                  question, request.dump());
  }
  Json json(std::string_view question, const Json& request) {
    const Answer given = ask(question, request);
    EXPECT_TRUE(given.nothing.empty()) << given.nothing;
    return Json::parse(given.json);
  }

  Archive archive_ = Archive::open(test::trace_archive(), Archive::Mode::read);
  HeldNames names_{archive_};
  ArchiveShelves shelves_{archive_, names_,
                          [&](const ArchiveEntry& entry) { return archive_.read(entry); }};
  Searcher searcher_ = Searcher::open(test::trace_archive());
};

TEST_F(Answers, FindAndCount) {
  const Json found = json("search", {{"query", "help desk"}, {"limit", 1}, {"facets", {"year"}}});
  EXPECT_EQ(found["hits"].size(), 1u);
  EXPECT_EQ(found["facets"][0]["field"], "year");
  const Json french = json("search", {{"filter", {{{"field", "language"}, {"values", {"fr"}}}}}});
  EXPECT_EQ(french["documents"], 1);
  const Json decades = json("facets", {{"field", "year"}, {"decades", true}});
  EXPECT_EQ(decades["values"][0]["value"], "2000..2009");
  EXPECT_EQ(decades["values"][0]["documents"], 4);
  EXPECT_EQ(json("fields", Json::object())["fields"].size(), fields().size());
  EXPECT_EQ(json("suggest", {{"typed", "symbol:e/2009"}})["suggestions"][0]["value"], "E/2009/21");
  EXPECT_EQ(json("search", {{"query", "nowhere"}})["documents"], 0) << "no hit is an answer";
}

TEST_F(Answers, WeighEveryHitWithANumber) {
  // The engine estimates that "help desk" stands as a phrase in none of so few documents.
  for (const char* unit : {"document", "paragraph"}) {
    const Json found = json("search", {{"query", "help desk"}, {"in", unit}});
    EXPECT_GT(found["hits"].size(), 3u);
    for (const Json& hit : found["hits"])
      EXPECT_TRUE(hit["weight"].is_number() && hit["weight"] > 0.0) << hit["symbol"];
  }
}

TEST_F(Answers, ReadDocumentsOfTheArchive) {
  const Json place = json("show", {{"symbol", "E/2003/75"}, {"para", "4"}});
  EXPECT_EQ(place["blocks"].size(), 1u);
  EXPECT_EQ(place["blocks"][0]["pinpoint"], "para. 4");
  EXPECT_EQ(json("show", {{"symbol", "e/2009/21"}, {"language", "fr"}})["language"], "fr");
  EXPECT_EQ(json("citations", {{"symbol", "E/2003/75"}})["held"], true);
  EXPECT_EQ(json("citations", {{"symbol", "E/RES/2002/35"}})["held"], false)
      << "what is cited has a page though it is not held";
  EXPECT_EQ(json("series", Json::object())["series"].size(), series_register().size());
  const Json chain = json("mandate", {{"symbol", "E/2003/75"}, {"depth", 1}});
  EXPECT_EQ(chain["nodes"][0]["symbol"], "E/2003/75");
  EXPECT_EQ(chain["edges"][1]["relation"], "mandated by");
  EXPECT_EQ(chain["edges"][1]["place"], "E/2003/75, para. 1");
  const Json figure = json("figures", {{"words", "calls"}})["documents"][0]["figures"][0];
  EXPECT_EQ(figure["value"], 1069);
  EXPECT_EQ(figure["pinpoint"], "para. 5");
}

TEST_F(Answers, CompareAndFollowWordings) {
  const Json documents = json("compare", {{"before", "E/2003/75"}, {"after", "E/2009/21"}});
  EXPECT_EQ(documents["gone"], 5);
  EXPECT_EQ(documents["new"], 4);
  const Json places = json("compare", {{"before", "E/2003/75:6"}, {"after", "E/2009/21:4"}});
  EXPECT_EQ(places["kind"], "unlike");
  EXPECT_EQ(places["after"]["place"], "E/2009/21#4");
  const Json reuse = json("reuse", {{"symbol", "E/2003/75"}});
  EXPECT_EQ(reuse["looked_for"], 5);
  EXPECT_TRUE(reuse["paragraphs"].empty()) << "nobody took it up";
  const Json history = json("history", {{"clause", "the web sites of the missions"}});
  EXPECT_EQ(history["wordings"][0]["uses"][0]["place"], "E/2009/21#4");
  const Json precedent = json("precedent", {{"text", "Nothing else is said of the year."}});
  EXPECT_EQ(precedent["answers"][0]["uses"][0]["citation"], "(E/2004/80, para. 1)");
  const Json traced = json("trace", {{"subject", "help desk"}, {"years", "2003..2009"}});
  EXPECT_EQ(traced["years"].size(), 7u);
  EXPECT_EQ(traced["bodies"][0]["id"], "itsd");
  const Json map = json("map", {{"rows", "organ"}, {"columns", "year"}});
  EXPECT_EQ(map["cells"][0]["column"], "2003");
  EXPECT_EQ(map["cells"][0]["paragraphs"], 3);
}

TEST_F(Answers, SayWhatIsHeldAndSound) {
  EXPECT_EQ(json("status", Json::object())["in_step"], true);
  const Json verified = json("verify", Json::object());
  EXPECT_EQ(verified["sound"], true);
  EXPECT_FALSE(verified.contains("register_faults")) << "it was not looked at";
}

TEST_F(Answers, ExportInEveryFormThatIsOffered) {
  for (const Rule& rule : require_question("export").rules) {
    if (rule.name != "as" && rule.name != "what") continue;
    for (const std::string_view choice : split(rule.choices, ' ')) {
      Json request = {{"symbol", "E/2003/75"}, {std::string(rule.name), choice}};
      if (rule.name == "what" && choice != "record") request["as"] = "jsonl";
      EXPECT_EQ(json("export", request)["symbol"], "E/2003/75") << request;
    }
  }
  EXPECT_EQ(json("export", {{"symbol", "E/2003/75"}, {"para", "4"}})["text"],
            "(E/2003/75, para. 4)\n");
}

TEST_F(Answers, SayWhatIsNotHeld) {
  const struct {
    const char* question;
    Json request;
    const char* nothing;
    const char* hint;
  } table[] = {
      {"show",
       {{"symbol", "E/2003/57"}},
       "'E/2003/57' is not held",
       "the nearest name held is E/2003/75"},
      {"show",
       {{"symbol", "E/2003/75, para. 99"}},
       "E/2003/75 has no para. 99",
       "ask for the whole document"},
      {"citations", {{"symbol", "X"}}, "'X' is not held", "no document in this archive cites it"},
      {"compare",
       {{"before", "E/2003/75"}, {"after", "E/2009/12"}},
       "'E/2009/12' is not held",
       "the nearest name held is E/2009/21"},
      {"compare",
       {{"before", "E/2003/75:1"}, {"after", "E/2009/21:99"}},
       "E/2009/21 has no para. 99",
       ""},
      {"reuse",
       {{"symbol", "E/2003/75"}, {"para", "99"}},
       "E/2003/75 has no such place with a text of its own",
       ""},
      {"history",
       {{"clause", "purple trains of the moon"}},
       "no paragraph held has 60 % of the words of this clause in their order",
       "ask for fewer with \"least\", or for its words with \"search\""},
  };
  for (const auto& row : table) {
    const Answer given = ask(row.question, row.request);
    EXPECT_EQ(given.json, "") << row.request;
    EXPECT_EQ(given.nothing, row.nothing) << row.request;
    EXPECT_EQ(given.hint, row.hint) << row.request;
  }
  EXPECT_EQ(ask("series", {{"name", "no such thing"}}).nothing,
            "no series is called 'no such thing'");
}

TEST_F(Answers, RefuseWhatIsNoPlaceAndNoLanguage) {
  const std::pair<Json, const char*> table[] = {
      {{{"symbol", "E/2003/75"}, {"para", "((("}}, "para: '(((' is not a place in a document"},
      {{{"symbol", "E/2003/75"}, {"language", "zh"}}, "'E/2003/75' is not held in language 'zh'"},
      {{{"para", "4"}}, "'symbol' is missing"},
  };
  for (const auto& [request, message] : table) {
    try {
      ask("show", request);
      ADD_FAILURE() << request;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), message);
      EXPECT_EQ(error.kind, ErrorKind::usage);
    }
  }
}

}  // namespace
}  // namespace undex::answers
