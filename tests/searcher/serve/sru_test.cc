// SRU by its rules: what each version answers, that explain tells the truth, and what is refused.
#include <gtest/gtest.h>

#include <algorithm>

#include "searcher/query/cql.h"
#include "searcher/serve/sru/asked.h"
#include "searcher/serve/sru/scan.h"
#include "tests/searcher/serve/sru_answers.h"

namespace undex::serve::test {
namespace {

const std::string k11 = "version=1.1&operation=searchRetrieve&";
const std::string k12 = "version=1.2&operation=searchRetrieve&";

std::string count_of(const std::string& query) {
  return one_of(sru("maximumRecords=0&query=" + value_encoded(query)), "zs:numberOfRecords");
}

TEST(Sru, AnswersInTheNamespacesOfEachVersion) {
  struct Case {
    std::string parameters;
    std::string schema;
    std::string begin;  // behind the declaration
  };
  const std::string zing = "http://www.loc.gov/zing/srw/\">\n <zs:version>";
  const std::string oasis = "http://docs.oasis-open.org/ns/search-ws/";
  const std::vector<Case> cases{
      {k11 + "query=missions", "sru-1.xsd", "searchRetrieveResponse xmlns:zs=\"" + zing + "1.1"},
      {k12 + "query=missions", "sru-1.xsd", "searchRetrieveResponse xmlns:zs=\"" + zing + "1.2"},
      {"query=missions&facetLimit=5", "sru-2.xsd",
       "searchRetrieveResponse xmlns:zs=\"" + oasis + "sruResponse\">\n <zs:version>2.0"},
      {"query=missions&facetLimit=5&x-undex-facets=datasource", "sru-2.xsd",
       "searchRetrieveResponse"},
      {"version=2.0&operation=searchRetrieve&query=missions", "sru-2.xsd",
       "searchRetrieveResponse"},
      {"version=1.1&operation=explain", "sru-1.xsd", "explainResponse xmlns:zs=\"" + zing + "1.1"},
      {"", "sru-1.xsd", "explainResponse xmlns:zs=\"" + zing + "1.2"},
      {"version=2.0", "sru-2.xsd", "explainResponse xmlns:zs=\"" + oasis + "sruResponse\""},
      {"version=1.1&operation=scan&scanClause=year=2003", "sru-1.xsd",
       "scanResponse xmlns:zs=\"" + zing + "1.1"},
      {"scanClause=year=2003&maximumTerms=3", "scan-2.xsd",
       "scanResponse xmlns:zs=\"" + oasis + "scan\">\n <zs:terms>"},
      {k12 + "query=a+b&startRecord=0", "sru-1.xsd", "searchRetrieveResponse"},
      {"query=a+b&startRecord=0", "sru-2.xsd", "searchRetrieveResponse"},
      {"version=1.2&operation=fetch", "sru-1.xsd", "explainResponse"},
      {"scanClause=year=2003&maximumTerms=x", "scan-2.xsd", "scanResponse"},
  };
  for (const Case& one : cases) {
    const std::string body = sru(one.parameters);
    EXPECT_EQ(invalid(one.schema, body), "") << one.parameters << "\n" << body;
    const std::string begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<zs:" + one.begin;
    EXPECT_EQ(body.substr(0, begin.size()), begin) << one.parameters;
  }
}

TEST(Sru, SaysItsMediaType) {
  EXPECT_EQ(ask("/sru?" + k11 + "query=missions").media_type, "text/xml; charset=utf-8");
  EXPECT_EQ(ask("/sru?query=missions").media_type, "application/sru+xml; charset=utf-8");
}

TEST(Sru, TellsEverythingThatIsWrongByItsNumber) {
  struct Case {
    std::string parameters;
    std::string faults;
  };
  const std::vector<Case> cases{
      {"version=3.0&operation=explain", "5 2.0"},
      {"operation=searchRetrieve&query=a", "7 version"},
      {"version=1.2&query=a", "7 operation"},
      {"version=1.2&operation=update", "4 update"},
      {k12, "7 query"},
      {k12 + "query=", "7 query"},
      {"version=1.1&operation=scan", "7 scanClause"},
      {k12 + "query=a&maximumRecrods=5", "8 maximumRecrods"},
      {k12 + "query=a&facetLimit=5", "8 facetLimit"},
      {k12 + "query=a&scanClause=b", "8 scanClause"},
      {k12 + "query=a&x-other=b", ""},
      {k12 + "query=a&query=b", "6 query"},
      {k12 + "query=a&startRecord=0", "6 startRecord"},
      {k12 + "query=a&startRecord=-1", "6 startRecord"},
      {k12 + "query=a&maximumRecords=ten", "6 maximumRecords"},
      {k12 + "query=a&resultSetTTL=soon", "6 resultSetTTL"},
      {k12 + "query=missions&startRecord=99999999999999999999999", "61 1000000000"},
      {k12 + "query=missions&startRecord=4", "61 4"},
      {k12 + "query=nowherefound&startRecord=1", ""},
      {k12 + "query=a&recordSchema=bibtex", "66 bibtex"},
      {k12 + "query=a&recordPacking=json", "71 json"},
      {"query=a&recordXMLEscaping=json", "71 json"},
      {k11 + "query=a&recordXPath=/title", "72"},
      {k12 + "query=a&stylesheet=http://x.example/s.xsl", "110"},
      {"query=a&queryType=searchTerms", "11 searchTerms"},
      {"query=a&httpAccept=application/json", "6 httpAccept"},
      {"query=a&renderedBy=server", "6 renderedBy"},
      {"query=a&facetLimit=many", "6 facetLimit"},
      {"query=a&facetLimit=0", "6 facetLimit"},
      {"query=a&facetLimit=5:title", "16 title"},
      {"query=a&facetLimit=5:nothing.year", "16 nothing.year"},
      {"query=a&facetLimit=5:year,3:undex.year", "6 facetLimit"},
      {k12 + "query=a+b", "10 a term is missing behind 'b'"},
      {k12 + "query=(a", "13 0"},
      {k12 + "query=nothing.title=a", "15 nothing"},
      {k12 + "query=dc.nothing=a", "16 dc.nothing"},
      {k12 + "query=title+encloses+a", "19 encloses"},
      {k12 + "query=title=/regexp+a", "20 regexp"},
      {k12 + "query=cql.resultSetId=a", "50 cql.resultSetId"},
      {k12 + "query=a+sortBy+undex.organ", "80 undex.organ"},
      {k12 + "query=a&sortKeys=undex.organ", "80 undex.organ"},
      {k12 + "query=a&sortKeys=date+title", "84 1"},
      {k12 + "query=a&sortKeys=date,nothing", "87 nothing"},
      {k12 + "query=a&sortKeys=/record/title", "88 /record/title"},
      {k12 + "query=a&sortKeys=date,,up", "6 up"},
      {k12 + "query=a&sortKeys=date,,1,1", "91 1"},
      {k12 + "query=a&sortKeys=date,,1,0,abort", "92 abort"},
      {k12 + "query=a+sortBy+date&sortKeys=date", "96"},
      {"scanClause=undex.source=a", "16 undex.source"},
      {"scanClause=cql.allRecords=1", "16 cql.allRecords"},
      {"scanClause=year+any+2003", "19 any"},
      {"scanClause=year=2003+or+year=2004", "10 year=2003 or year=2004"},
      {"scanClause=year=%222003", "14 5"},
      {"scanClause=year=2003&maximumTerms=0", "6 maximumTerms"},
      {"scanClause=year=2003&maximumTerms=5&responsePosition=7", "120 7"},
      {k12 + "query=a+b&recordSchema=c&d=e", "66 c; 8 d"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(faults_of(sru(one.parameters)), one.faults) << one.parameters;
}

TEST(Sru, GivesNothingBackThatAClientCouldRun) {
  const HttpResponse response =
      ask("/sru?version=1.1&operation=searchRetrieve&query=%3Cscript%3E&%3Cb%3E=1"
          "&stylesheet=javascript:alert(1)&recordSchema=%1B%5B31m");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body.find("<script"), std::string::npos);
  EXPECT_EQ(response.body.find("<b>"), std::string::npos);
  EXPECT_EQ(response.body.find("xml-stylesheet"), std::string::npos);
  EXPECT_EQ(response.body.find('\x1b'), std::string::npos);
  EXPECT_EQ(invalid("sru-1.xsd", response.body), "") << response.body;
}

TEST(Sru, BoundsWhatAnAnswerHolds) {
  const sru::Asked asked = sru::read_asked(get("/sru?query=a&maximumRecords=2000000000"));
  EXPECT_TRUE(asked.faults.empty());
  EXPECT_EQ(asked.maximum_records, sru::kMostRecords);
  const sru::Asked scanned =
      sru::read_asked(get("/sru?scanClause=a&maximumTerms=2000000000&responsePosition=1000000000"));
  EXPECT_TRUE(scanned.faults.empty());
  EXPECT_EQ(scanned.maximum_terms, sru::kMostTerms);
  EXPECT_EQ(scanned.response_position, sru::kMostTerms + 1);
  const sru::Asked facets = sru::read_asked(get("/sru?query=a&facetLimit=2000000000:year"));
  EXPECT_EQ(facets.facets.front().limit, sru::kMostFacetValues);
}

TEST(Sru, GoesThroughAllRecordsByTheirPositions) {
  std::vector<std::string> names;
  std::string next = "1";
  for (int pages = 0; !next.empty() && pages < 9; ++pages) {
    const std::string body = sru(
        k12 + "query=cql.allRecords=1+sortBy+undex.symbol&maximumRecords=2&startRecord=" + next);
    EXPECT_EQ(one_of(body, "zs:recordPosition"), next);
    for (const std::string& name : all_of(body, "zs:recordIdentifier")) names.push_back(name);
    next = one_of(body, "zs:nextRecordPosition");
  }
  EXPECT_EQ(names, (std::vector<std::string>{"E/2003/75", "E/2004/80", "E/2009/21", "E/2009/21",
                                             "ODA/2023-00042"}));
  for (const std::string& name : names)
    EXPECT_NE(count_of("rec.identifier = \"" + name + "\""), "0") << name;
}

TEST(Sru, GivesNoRecordWhereNoneIsWanted) {
  const std::string body = sru(k12 + "query=missions&maximumRecords=0");
  EXPECT_EQ(one_of(body, "zs:numberOfRecords"), "3");
  EXPECT_EQ(body.find("<zs:records>"), std::string::npos);
  EXPECT_EQ(body.find("<zs:nextRecordPosition>"), std::string::npos);
  EXPECT_EQ(body.find("resultSetId"), std::string::npos);
}

TEST(Sru, SortsByTheQueryAndByThoseWhoAskTheOldWay) {
  const auto first = [](const std::string& parameters) {
    return one_of(sru(parameters + "&maximumRecords=1"), "zs:recordIdentifier");
  };
  EXPECT_EQ(first(k12 + "query=missions+sortBy+dc.date"), "E/2003/75");
  EXPECT_EQ(first(k12 + "query=missions+sortBy+dc.date/descending"), "E/2009/21");
  EXPECT_EQ(first(k12 + "query=missions&sortKeys=dc.date"), "E/2003/75");
  EXPECT_EQ(first(k12 + "query=missions&sortKeys=dc.date,dc,0"), "E/2009/21");
}

TEST(Sru, RepeatsTheRequest) {
  const std::string body =
      sru("query=missions&maximumRecords=0&recordSchema=dc&facetLimit=3:year&resultSetTTL=60");
  EXPECT_EQ(one_of(body, "zs:echoedSearchRetrieveRequest"),
            "\n  <zs:query>missions</zs:query>"
            "\n  <zs:maximumRecords>0</zs:maximumRecords>"
            "\n  <zs:recordSchema>dc</zs:recordSchema>"
            "\n  <zs:facetParameters>3:year</zs:facetParameters>"
            "\n  <zs:resultSetTTL>60</zs:resultSetTTL>\n ");
}

TEST(Sru, TakesAFormAsWell) {
  HttpRequest form = get("/sru", {{"content-type", "application/x-www-form-urlencoded"}});
  form.method = "POST";
  form.parameters = parameters_of(k12 + "query=missions&maximumRecords=0");
  EXPECT_EQ(one_of(ask(form).body, "zs:numberOfRecords"), "3");
  form.headers = {{"content-type", "text/xml"}};
  form.body = "<Envelope/>";  // of SOAP
  EXPECT_EQ(ask(form).status, 415);
}

TEST(Sru, CountsTermsAsTheirQueriesFindThem) {
  for (const std::string query :
       {"missions or desk", "undex.year any \"2003 2009\"", "dc.language=en not undex.year=2009",
        "dc.title = \"machines\" sortBy dc.date/descending", "  ",
        "> d = \"info:srw/cql-context-set/1/dc-v1.1\" (d.title any \"machines roads\")"}) {
    const std::string body = sru("maximumRecords=0&facetLimit=100&query=" + value_encoded(query));
    EXPECT_EQ(faults_of(body), "");
    const std::vector<std::string> terms = all_of(body, "facet:term");
    EXPECT_GT(terms.size(), 10U) << query;
    for (const std::string& term : terms) {
      const std::string address = one_of(term, "facet:requestUrl");
      ASSERT_TRUE(address.starts_with("https://library.example.org/sru?query=")) << address;
      EXPECT_EQ(one_of(sru(address.substr(address.find('?') + 1) + "&maximumRecords=0"),
                       "zs:numberOfRecords"),
                one_of(term, "facet:count"))
          << term;
    }
  }
}

TEST(Sru, CountsNoTermThatTheQueryItselfRulesOut) {
  const auto terms = [](const std::string& query) {
    const std::string body =
        sru("maximumRecords=0&facetLimit=5:year&query=" + value_encoded(query));
    std::vector<std::string> all = all_of(body, "facet:actualTerm");
    const std::vector<std::string> counts = all_of(body, "facet:count");
    for (std::size_t at = 0; at < all.size(); ++at) all[at] += " " + counts.at(at);
    std::ranges::sort(all);
    return all;
  };
  using Terms = std::vector<std::string>;
  EXPECT_EQ(terms("missions and year=2003"), Terms{"2003 1"});
  EXPECT_EQ(terms("missions and year >= 2004"), Terms{"2009 2"});
  EXPECT_EQ(terms("missions not year=2003"), Terms{"2009 2"});
  // One doubtful year is two: the text is found by both, and counted under both.
  EXPECT_EQ(terms("year=2022"), (Terms{"2022 1", "2023 1"}));
}

TEST(Sru, ScansAroundATerm) {
  const auto values = [](const std::string& parameters) {
    return all_of(sru(parameters), "zs:value");
  };
  using Values = std::vector<std::string>;
  const std::string clause = "scanClause=undex.year=2004";
  EXPECT_EQ(values(clause), (Values{"2004", "2009", "2022", "2023"}));
  EXPECT_EQ(values(clause + "&maximumTerms=1"), Values{"2004"});
  EXPECT_EQ(values(clause + "&responsePosition=2"),
            (Values{"2003", "2004", "2009", "2022", "2023"}));
  EXPECT_EQ(values(clause + "&responsePosition=0"), (Values{"2009", "2022", "2023"}));
  EXPECT_EQ(values(clause + "&responsePosition=3&maximumTerms=2"), Values{"2003"});
  EXPECT_EQ(values("scanClause=year=2005&responsePosition=0"), (Values{"2009", "2022", "2023"}));
  EXPECT_EQ(values("scanClause=year=%22%22"), (Values{"2003", "2004", "2009", "2022", "2023"}));
  EXPECT_EQ(values("scanClause=dc.identifier=E/2004"),
            (Values{"E/2004/80", "E/2009/21", "ODA/2023-00042"}));
  EXPECT_EQ(all_of(sru("scanClause=year=1000"), "zs:whereInList"),
            (Values{"first", "inner", "inner", "inner", "last"}));
}

/// "help 3, helped 3": terms with what they find.
std::string scanned(const std::string& parameters) {
  std::string out;
  for (const std::string& term : all_of(sru(parameters), "zs:term"))
    out += (out.empty() ? "" : ", ") + one_of(term, "zs:value") + " " +
           one_of(term, "zs:numberOfRecords") + " " + one_of(term, "zs:whereInList");
  return out;
}

TEST(Sru, ScansWordsTitlesAndDays) {
  EXPECT_EQ(scanned("scanClause=Missio&maximumTerms=2"), "mission 3 inner, missions 3 inner");
  EXPECT_EQ(scanned("scanClause=" + value_encoded("cql.anywhere == missio") + "&maximumTerms=2"),
            "mission 1 inner, missions 3 inner")
      << "as the clause finds them, here in no other form";
  EXPECT_EQ(scanned("scanClause=title=%22%22"),
            "des 1 first, letter 1 inner, machines 3 inner, missions 3 inner, of 2 inner, "
            "roads 1 inner, the 2 last");
  EXPECT_EQ(scanned("scanClause=dc.date=2004"),
            "2004-06-01 1 inner, 2009-03-16 2 inner, 2022-10-02 1 last");
  EXPECT_EQ(scanned("scanClause=dc.relation=E/RES"), "E/RES/2002/35 1 only");
  EXPECT_EQ(scanned("scanClause=title=zz"), "");
}

TEST(Sru, ScansWordsAroundATerm) {
  const std::string clause = "scanClause=title=letter";
  EXPECT_EQ(scanned(clause + "&maximumTerms=2&responsePosition=2"), "des 1 first, letter 1 inner");
  EXPECT_EQ(scanned(clause + "&maximumTerms=3&responsePosition=3"), "des 1 first, letter 1 inner")
      << "one stands before it, where two were asked for";
  EXPECT_EQ(scanned(clause + "&maximumTerms=1&responsePosition=2"), "des 1 first");
  EXPECT_EQ(scanned(clause + "&maximumTerms=1&responsePosition=0"), "machines 3 inner");
  EXPECT_EQ(scanned("scanClause=title=letters&maximumTerms=1&responsePosition=0"),
            "machines 3 inner");
  EXPECT_EQ(scanned("scanClause=title=roads&maximumTerms=1&responsePosition=0"), "the 2 last");
}

TEST(Sru, ExplainsItselfTruly) {
  const std::string body = sru("version=2.0&operation=explain");
  const std::string record = one_of(body, "zs:recordData");
  EXPECT_EQ(invalid("zeerex.xsd", record.substr(record.find('<'))), "");
  EXPECT_NE(record.find("<host>library.example.org</host>\n  <port>443</port>\n  "
                        "<database>sru</database>"),
            std::string::npos);
  for (const CqlIndex& index : cql_indexes()) {
    const std::string name = std::string(index.set) + "." + std::string(index.name);
    EXPECT_EQ(sorts(index), faults_of(sru("query=" + value_encoded("a sortBy " + name))) == "")
        << name;
    const std::string body_of_scan = sru("scanClause=" + value_encoded(name + "=\"\""));
    EXPECT_EQ(sru::scans(index), faults_of(body_of_scan) == "") << name;
    for (const std::string& term : all_of(body_of_scan, "zs:term")) {
      const std::string value = one_of(term, "zs:value");
      EXPECT_EQ(count_of(name + " = \"" + value + "\""), one_of(term, "zs:numberOfRecords"))
          << name << " " << value;
    }
  }
}

}  // namespace
}  // namespace undex::serve::test
