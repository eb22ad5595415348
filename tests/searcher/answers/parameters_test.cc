// What a program or an address gives a question, and what is refused.
#include "searcher/answers/parameters.h"

#include <gtest/gtest.h>

#include <utility>

#include "searcher/answers/answers.h"

namespace undex::answers {
namespace {

using Takes = Rule::Takes;

constexpr Rule kRules[] = {
    {.name = "query", .most = 20},
    {.name = "order", .fallback = "newest", .choices = "newest oldest"},
    {.name = "limit", .takes = Takes::number, .fallback = "10", .least = 1, .most = 100},
    {.name = "explain", .takes = Takes::flag},
    {.name = "facets", .takes = Takes::texts},
    {.name = "filter", .takes = Takes::filters},
};
constexpr Rule kRequired[] = {{.name = "symbol", .required = true, .help = "which document"}};

std::string dump(const Parameters& parameters) {
  std::string out = "query=" + parameters.text("query") + " order=" + parameters.text("order") +
                    " limit=" + std::to_string(parameters.number("limit"));
  if (parameters.flag("explain")) out += " explain";
  for (const std::string& facet : parameters.texts("facets")) out += " facet " + facet;
  for (const Filter& filter : parameters.filters("filter")) {
    out += " " + filter.field + ":";
    for (const std::string& value : filter.values) out += "[" + value + "]";
  }
  return out;
}

/// "message | hint"
template <typename Read>
std::string refusal(Read read) {
  try {
    return "taken: " + dump(read());
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::usage);
    return std::string(error.what()) + " | " + error.hint;
  }
}

TEST(Parameters, AreReadFromAJsonObject) {
  const std::pair<const char*, const char*> table[] = {
      {"", "query= order=newest limit=10"},
      {" {} ", "query= order=newest limit=10"},
      {R"({"query": "help desk", "limit": 5, "order": "oldest", "explain": true})",
       "query=help desk order=oldest limit=5 explain"},
      {R"({"facets": ["year", "organ"], "explain": false})",
       "query= order=newest limit=10 facet year facet organ"},
      {R"({"filter": [{"field": "organ", "values": ["ECOSOC", "A, B"]},
                      {"values": [], "field": "year"}]})",
       "query= order=newest limit=10 organ:[ECOSOC][A, B] year:"},
      {R"({"query": "\u0627\u00e9"})", "query=اé order=newest limit=10"},
  };
  for (const auto& [json, expected] : table)
    EXPECT_EQ(dump(read_json_parameters(kRules, json)), expected) << json;
}

TEST(Parameters, AreReadFromAnAddress) {
  const GivenText given[] = {
      {"query", "help desk"}, {"facets", "year,organ"}, {"filter", "organ:ECOSOC,\"A, B\""},
      {"facets", "body"},     {"limit", "5"},           {"explain", ""},
      {"filter", "year:2003"}};
  EXPECT_EQ(dump(read_text_parameters(kRules, given)),
            "query=help desk order=newest limit=5 explain facet year facet organ facet body "
            "organ:[ECOSOC][A, B] year:[2003]");
  const GivenText off[] = {{"explain", "0"}};
  EXPECT_FALSE(read_text_parameters(kRules, off).flag("explain"));
}

TEST(Parameters, RefuseJsonThatIsNoRequest) {
  const std::pair<std::string, const char*> table[] = {
      {"{",
       "the request is no JSON: fault at byte 2 | write an object such as "
       R"({"query": "help desk", "limit": 5})"},
      {"[]",
       "the request is not an object | write an object such as "
       R"({"query": "help desk", "limit": 5})"},
      {R"({"limti": 5})", "unknown parameter 'limti' | did you mean 'limit'?"},
      {"{\"\\u001b[2J\": 5}",
       "unknown parameter '\\x1B[2J' | this question takes query, order, limit, explain, facets, "
       "filter"},
      {R"({"limit": "5"})",
       R"(limit: '"5"' is of the wrong type | give a whole number of 1 to 100)"},
      {R"({"limit": 5.0})", "limit: '5.0' is of the wrong type | give a whole number of 1 to 100"},
      {R"({"limit": -5})", "limit: '-5' is of the wrong type | give a whole number of 1 to 100"},
      {R"({"limit": 0})", "limit: '0' is out of bounds | give a whole number of 1 to 100"},
      {R"({"limit": 101})", "limit: '101' is out of bounds | give a whole number of 1 to 100"},
      {R"({"query": null})",
       "query: 'null' is of the wrong type | give a text of at most 20 bytes"},
      {R"({"query": "123456789012345678901"})",
       "query: '123456789012345678901' is too long | give a text of at most 20 bytes"},
      {R"({"order": "best"})", "order: 'best' is not offered | give one of 'newest', 'oldest'"},
      {R"({"explain": 1})", "explain: '1' is of the wrong type | give true or false"},
      {R"({"facets": "year"})", R"(facets: '"year"' is of the wrong type | give a list of names)"},
      {R"({"facets": [1]})", "facets: '1' is of the wrong type | give a list of names"},
      {R"({"filter": [{"field": "year"}]})",
       R"(filter: '{"field":"year"}' is no field and values | write it as )"
       R"({"field": "organ", "values": ["ECOSOC"]})"},
      {R"({"limit": 5, "limit": 6})", "'limit' is given twice | leave one of them out"},
      {R"({"facets": [[[[["year"]]]]]})",
       "the request is nested too deep | a request has at most 4 levels"},
      {std::string(300'000, ' '), "the request is too long | a request has at most 262144 bytes"},
      {"{\"query\": \"\xff\"}",
       "the request is no JSON: fault at byte 12 | write an object such as "
       R"({"query": "help desk", "limit": 5})"},
  };
  for (const auto& [json, expected] : table)
    EXPECT_EQ(refusal([&] { return read_json_parameters(kRules, json); }), expected)
        << json.substr(0, 60);
  EXPECT_EQ(refusal([&] { return read_json_parameters(kRules, std::string(200'000, '[')); }),
            "the request is nested too deep | a request has at most 4 levels");
}

TEST(Parameters, RefuseAddressesLikeJson) {
  const std::pair<std::vector<GivenText>, const char*> table[] = {
      {{{"limti", "5"}}, "unknown parameter 'limti' | did you mean 'limit'?"},
      {{{"limit", ""}}, "limit: '' is not a number | give a whole number of 1 to 100"},
      {{{"limit", "+5"}}, "limit: '+5' is not a number | give a whole number of 1 to 100"},
      {{{"limit", "99999999999999999999"}},
       "limit: '99999999999999999999' is not a number | give a whole number of 1 to 100"},
      {{{"limit", "5"}, {"limit", "5"}}, "'limit' is given twice | leave one of them out"},
      {{{"explain", "yes"}}, "explain: 'yes' is neither true nor false | give true or false"},
      {{{"filter", "ECOSOC"}},
       "filter: 'ECOSOC' is no field and values | write it as organ:ECOSOC or year:2002..2009"},
  };
  for (const auto& [given, expected] : table)
    EXPECT_EQ(refusal([&] { return read_text_parameters(kRules, given); }), expected);
}

TEST(Parameters, MustNameWhatIsRequired) {
  for (const char* json : {"{}", R"({"symbol": ""})"}) {
    try {
      read_json_parameters(kRequired, json);
      ADD_FAILURE() << json;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "'symbol' is missing");
      EXPECT_EQ(error.hint, "it says which document");
    }
  }
}

TEST(Questions, HaveRulesThatHold) {
  for (const Question& question : questions()) {
    EXPECT_NE(question.ask, nullptr) << question.name;
    EXPECT_EQ(&require_question(question.name), &question);
    for (const Rule& rule : question.rules) {
      EXPECT_FALSE(rule.help.empty()) << question.name << " " << rule.name;
      if (rule.required || rule.fallback.empty()) continue;
      const GivenText fallback[] = {{std::string(rule.name), std::string(rule.fallback)}};
      const Rule alone[] = {rule};
      EXPECT_NO_THROW(read_text_parameters(alone, fallback)) << question.name << " " << rule.name;
    }
  }
}

TEST(Parameters, RefuseANumberThatNoMachineHolds) {
  EXPECT_EQ(refusal([] { return read_json_parameters(kRules, R"({"limit": 1e999})"); }),
            "the request holds a number that is too large | numbers are whole, such as {\"limit\": "
            "5}");
}

TEST(Questions, AreOfferedByTheNearestName) {
  try {
    require_question("serach");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "unknown question 'serach'");
    EXPECT_EQ(error.hint, "did you mean 'search'?");
  }
}

}  // namespace
}  // namespace undex::answers
