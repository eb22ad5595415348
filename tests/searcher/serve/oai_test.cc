#include "searcher/serve/oai/oai.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "corpus/utc.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/serve/oai_archive.h"

namespace undex::serve {
namespace {

using test::get;

Site& dated_site() {
  struct Made {
    Made() { test::make_dated_archive(folder.path() / "archive"); }
    undex::test::TemporaryFolder folder;
  };
  static const Made made;
  static Site site({.archive = made.folder.path() / "archive",
                    .base_url = "https://library.example.org/undex",
                    .name = "Test & library",
                    .admin_email = "library@example.org"});
  return site;
}

std::string body_of(Site& site, const std::string& query) {
  const HttpResponse response = answer(site, get("/oai?" + query));
  EXPECT_EQ(response.status, 200) << query;
  EXPECT_EQ(response.media_type, "text/xml; charset=utf-8");
  return response.body;
}
std::string oai(const std::string& query) { return body_of(dated_site(), query); }

/// What stands between the two, wherever that is in the text.
std::vector<std::string> all_between(const std::string& text, const std::string& begin,
                                     const std::string& end) {
  std::vector<std::string> found;
  for (std::size_t at = 0; (at = text.find(begin, at)) != std::string::npos;) {
    at += begin.size();
    found.push_back(text.substr(at, text.find(end, at) - at));
  }
  return found;
}
std::string first_between(const std::string& text, const std::string& begin,
                          const std::string& end) {
  const std::vector<std::string> found = all_between(text, begin, end);
  return found.empty() ? "" : found.front();
}

/// Codes of the errors: "badArgument badArgument".
std::string codes(const std::string& query) {
  std::string out;
  for (const std::string& code : all_between(oai(query), "<error code=\"", "\""))
    out += (out.empty() ? "" : " ") + code;
  return out;
}

std::string token_of(const std::string& body) {
  const std::string rest = first_between(body, "<resumptionToken", "/resumptionToken>");
  return first_between(rest, ">", "<");
}

/// Identifiers without what all begin with, of the whole list, and how many pages it took.
struct Listed {
  std::vector<std::string> keys;
  std::size_t pages = 0;
};
Listed list(Site& site, const std::string& verb, const std::string& arguments) {
  Listed listed;
  for (std::string more = arguments; !more.empty(); ++listed.pages) {
    const std::string body = body_of(site, "verb=" + verb + "&" + more);
    for (const std::string& key :
         all_between(body, "<identifier>oai:library.example.org:", "</identifier>"))
      listed.keys.push_back(key);
    const std::string token = token_of(body);
    more = token.empty() ? "" : "resumptionToken=" + value_encoded(token);
  }
  return listed;
}
Listed list(const std::string& arguments) {
  return list(dated_site(), "ListIdentifiers", "metadataPrefix=oai_dc" + arguments);
}
std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : " ") + key;
  return out;
}

TEST(Oai, SaysWhoItIs) {
  const std::string body = oai("verb=Identify");
  for (const std::string part :
       {"<request verb=\"Identify\">https://library.example.org/undex/oai</request>",
        "<repositoryName>Test &amp; library</repositoryName>",
        "<adminEmail>library@example.org</adminEmail>",
        "<earliestDatestamp>2031-03-01T10:00:00Z</earliestDatestamp>",
        "<deletedRecord>persistent</deletedRecord>",
        "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>", "<compression>gzip</compression>",
        "<repositoryIdentifier>library.example.org</repositoryIdentifier>"})
    EXPECT_NE(body.find(part), std::string::npos) << part << "\n" << body;
}

TEST(Oai, NamesNoAddressAsADomain) {
  const std::string body = body_of(test::site(), "verb=Identify");
  EXPECT_NE(body.find(">library.example.org<"), std::string::npos);
  Site local({.archive = undex::test::trace_archive()});
  const std::string here = body_of(local, "verb=Identify");
  EXPECT_NE(here.find(">undex.localhost<"), std::string::npos) << here;
}

TEST(Oai, TakesFormsByPost) {
  HttpRequest request = get("/oai");
  request.method = "POST";
  request.parameters = parameters_of(
      "verb=GetRecord&metadataPrefix=oai_dc&identifier="
      "oai%3Alibrary.example.org%3AE_2003_75");
  const HttpResponse response = answer(dated_site(), request);
  EXPECT_NE(response.body.find("<dc:identifier>E/2003/75<"), std::string::npos) << response.body;
}

TEST(Oai, RefusesByTheCodesOfTheProtocol) {
  const std::string known = "identifier=oai:library.example.org:E_2003_75";
  const std::map<std::string, std::string> expected = {
      {"", "badVerb"},
      {"verb=", "badVerb"},
      {"verb=identify", "badVerb"},
      {"verb=Identify&verb=Identify", "badVerb"},
      {"verb=Identify&x=1", "badArgument"},
      {"verb=Identify&x=1&y=2", "badArgument badArgument"},
      {"verb=ListSets&set=organ", "badArgument"},
      {"verb=GetRecord", "badArgument badArgument"},
      {"verb=GetRecord&" + known, "badArgument"},
      {"verb=GetRecord&metadataPrefix=oai_dc&identifier=no+uri", "badArgument"},
      {"verb=GetRecord&metadataPrefix=oai_dc&metadataPrefix=oai_dc&" + known, "badArgument"},
      {"verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:E_1",  //
       "idDoesNotExist"},
      {"verb=GetRecord&metadataPrefix=oai_dc&identifier=http://example.org/E_2003_75",
       "idDoesNotExist"},
      {"verb=GetRecord&metadataPrefix=dc&" + known, "cannotDisseminateFormat"},
      {"verb=GetRecord&metadataPrefix=a%20b&" + known, "badArgument"},
      {"verb=ListMetadataFormats&identifier=oai:x", "idDoesNotExist"},
      {"verb=ListMetadataFormats&identifier=oai:library.example.org:E_2031_7", "noMetadataFormats"},
      {"verb=ListSets&resumptionToken=x", "badResumptionToken"},
      {"verb=ListRecords", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", "badArgument"},
      {"verb=ListRecords&resumptionToken=x", "badResumptionToken"},
      {"verb=ListRecords&resumptionToken=", "badArgument"},
      {"verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"},
      {"verb=ListRecords&metadataPrefix=oai_dc&set=organ:XX", "noRecordsMatch"},
      {"verb=ListRecords&metadataPrefix=oai_dc&set=organ::E", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&set=o&set=o", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&until=2031-02-28", "noRecordsMatch"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-04", "noRecordsMatch"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-02-29", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-01T24:00:00Z", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-01T10:00:00", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-02&until=2031-03-01", "badArgument"},
      {"verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-01&until=2031-03-02T00:00:00Z",
       "badArgument"},
  };
  for (const auto& [query, code] : expected) EXPECT_EQ(codes(query), code) << query;
}

TEST(Oai, RepeatsARequestOnlyWhenItCouldBeRead) {
  EXPECT_NE(oai("verb=ListRecords&metadataPrefix=marc").find("metadataPrefix=\"marc\""),
            std::string::npos);
  const std::string bad = oai("verb=ListRecords&metadataPrefix=oai_dc&set=%22%3Cb%3E&%3Ci%3E=1");
  EXPECT_NE(bad.find("<request>"), std::string::npos) << bad;
  EXPECT_EQ(bad.find("<b>"), std::string::npos);
  EXPECT_EQ(bad.find("<i>"), std::string::npos);
}

TEST(Oai, ListsEveryDocumentOnceOverPages) {
  const Listed listed = list("");
  const std::set<std::string> keys(listed.keys.begin(), listed.keys.end());
  EXPECT_EQ(listed.keys.size(), test::kReports + 5);
  EXPECT_EQ(keys.size(), listed.keys.size());
  EXPECT_TRUE(keys.contains("E_2031_7")) << "it was removed, and stays";
  const Listed records = list(dated_site(), "ListRecords", "metadataPrefix=oai_dc");
  EXPECT_EQ(records.keys, listed.keys);
  EXPECT_EQ(records.pages, 3u);
}

TEST(Oai, CountsTheList) {
  const std::string first = oai("verb=ListRecords&metadataPrefix=oai_dc");
  EXPECT_NE(first.find("<resumptionToken completeListSize=\"125\" cursor=\"0\">1/"),
            std::string::npos);
  const std::string second =
      oai("verb=ListRecords&resumptionToken=" + value_encoded(token_of(first)));
  EXPECT_NE(second.find(" cursor=\"50\">"), std::string::npos);
  const std::string third =
      oai("verb=ListRecords&resumptionToken=" + value_encoded(token_of(second)));
  EXPECT_NE(third.find("<resumptionToken completeListSize=\"125\" cursor=\"100\"></"),
            std::string::npos)
      << "the last page says that it is the last";
  EXPECT_EQ(oai("verb=ListRecords&metadataPrefix=oai_dc&from=2031-03-03").find("resumptionToken"),
            std::string::npos)
      << "a list of one page has no token";
}

TEST(Oai, KeepsWhatWasRemoved) {
  const std::string body =
      oai("verb=GetRecord&metadataPrefix=mods&identifier=oai:library.example.org:E_2031_7");
  EXPECT_NE(body.find("<header status=\"deleted\">"), std::string::npos) << body;
  EXPECT_NE(body.find("<datestamp>2031-03-03T12:00:00Z<"), std::string::npos);
  EXPECT_NE(body.find("<setSpec>organ:E<"), std::string::npos) << "sets are told of its going";
  EXPECT_EQ(body.find("<metadata>"), std::string::npos);
  const std::string other =
      oai("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:E_2009_21");
  EXPECT_NE(other.find("<datestamp>2031-03-03T12:00:00Z<"), std::string::npos)
      << "a text of it was removed: the record changed";
  EXPECT_NE(other.find("<dc:language>en<"), std::string::npos);
  EXPECT_EQ(other.find("<dc:language>fr<"), std::string::npos);
}

TEST(Oai, SelectsByTimeToTheSecond) {
  EXPECT_EQ(joined(list("&until=2031-03-01").keys),
            "A_C.5_85_3-E_CN.16_2031_4 E_2003_75 E_2004_80 ODA_2023-00042");
  EXPECT_EQ(list("&until=2031-03-01T10:00:00Z").keys.size(), 4u) << "until is included";
  EXPECT_EQ(codes("verb=ListIdentifiers&metadataPrefix=oai_dc&until=2031-03-01T09:59:59Z"),
            "noRecordsMatch");
  EXPECT_EQ(list("&from=2031-03-02").keys.size(), test::kReports + 1);
  EXPECT_EQ(list("&from=2031-03-02&until=2031-03-02").keys.size(), test::kReports - 1);
  EXPECT_EQ(joined(list("&from=2031-03-03T12:00:00Z").keys), "E_2009_21 E_2031_7")
      << "from is included";
  EXPECT_EQ(codes("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2031-03-03T12:00:01Z"),
            "noRecordsMatch");
}

TEST(Oai, SelectsBySetsAndThoseBelow) {
  EXPECT_EQ(joined(list("&set=organ:A").keys), "A_C.5_85_3-E_CN.16_2031_4");
  EXPECT_EQ(joined(list("&set=organ:A:C.5").keys), "A_C.5_85_3-E_CN.16_2031_4");
  EXPECT_EQ(joined(list("&set=organ:E:CN.16").keys), "A_C.5_85_3-E_CN.16_2031_4");
  EXPECT_EQ(list("&set=organ:E").keys.size(), test::kReports + 4);
  EXPECT_EQ(list("&set=organ").keys.size(), test::kReports + 4) << "the letter has no symbol";
  EXPECT_EQ(joined(list("&set=series:ecosoc-informatics-reports").keys), "E_2003_75 E_2009_21");
  EXPECT_EQ(codes("verb=ListRecords&metadataPrefix=oai_dc&set=language:fr"), "noRecordsMatch");
  EXPECT_EQ(codes("verb=ListRecords&metadataPrefix=oai_dc&set=organ:E:CN"), "noRecordsMatch");
}

TEST(Oai, NamesTheSets) {
  const std::string body = oai("verb=ListSets");
  for (const auto& [spec, name] : std::map<std::string, std::string>{
           {"organ:A", "General Assembly"},
           {"organ:A:C.5", "Fifth Committee"},
           {"organ:E:CN.16", "Commission on Science and Technology for Development"},
           {"series:ecosoc-informatics-reports",
            "International cooperation in the field of informatics (reports)"},
           {"language:en", "English"}})
    EXPECT_NE(body.find("<setSpec>" + spec + "</setSpec>\n<setName>" + name + "</setName>"),
              std::string::npos)
        << spec << body;
}

/// Of a site that was opened anew, after more documents came in.
TEST(Oai, GoesOnWithATokenAfterARestartAndANewIndex) {
  undex::test::TemporaryFolder folder;
  const std::filesystem::path dir = folder.path() / "archive";
  test::make_dated_archive(dir);
  const SiteOptions options{.archive = dir, .base_url = "https://library.example.org"};
  std::string token;
  std::vector<std::string> keys;
  const auto keys_of = [](const std::string& body) {
    return all_between(body, "<identifier>oai:library.example.org:", "</identifier>");
  };
  {
    Site site(options);
    const std::string first = body_of(site, "verb=ListRecords&metadataPrefix=oai_dc");
    keys = keys_of(first);
    token = token_of(first);
  }
  {
    Archive archive = Archive::open(dir, Archive::Mode::write);
    test::put(archive, test::dated(test::report(1, "Bridges"), "2031-03-05T09:00:00Z"));
    test::put(archive, test::dated(test::report(500), "2031-03-05T09:00:00Z"));
    test::publish(archive, "2031-03-05T09:30:00Z");
    archive.remove(archive.find("E_2031_2.en").at(0), "by mistake", "2031-03-05T10:00:00Z");
    test::publish(archive, "2031-03-05T10:30:00Z");
  }
  Site site(options);
  const Listed rest = list(site, "ListRecords", "resumptionToken=" + value_encoded(token));
  keys.insert(keys.end(), rest.keys.begin(), rest.keys.end());
  const std::set<std::string> all(keys.begin(), keys.end());
  EXPECT_EQ(all.size(), test::kReports + 6) << "nothing is missed";
  EXPECT_EQ(keys.size(), all.size() + 2) << "twice comes what changed meanwhile, and it alone";
  const Listed news = list(site, "ListRecords", "metadataPrefix=oai_dc&from=2031-03-05");
  EXPECT_EQ(joined(news.keys), "E_2031_1 E_2031_500 E_2031_2");
}

/// A site over two reports: E/2031/1 was taken in at nine and published at ten, E/2031/2 was taken
/// in at eleven and published at noon.
class Growing : public testing::Test {
 protected:
  Growing() {
    Archive archive = Archive::open(dir_, Archive::Mode::write);
    test::put(archive, test::dated(test::report(1), "2031-03-05T09:00:00Z"));
    test::publish(archive, "2031-03-05T10:00:00Z");
    test::put(archive, test::dated(test::report(2), "2031-03-05T11:00:00Z"));
    test::publish(archive, "2031-03-05T12:00:00Z");
  }
  std::string keys_from(Site& site, const std::string& from) const {
    return joined(list(site, "ListIdentifiers", "metadataPrefix=oai_dc" + from).keys);
  }
  std::filesystem::path publications() const { return dir_ / kIndexFolder / kPublicationsFile; }

  undex::test::TemporaryFolder folder_;
  std::filesystem::path dir_ = folder_.path() / "archive";
  SiteOptions options_{.archive = dir_, .base_url = "https://library.example.org"};
};

TEST_F(Growing, TellsWhoAskedMeanwhileWhatWasPublishedSince) {
  Site site(options_);
  EXPECT_EQ(keys_from(site, "&from=2031-03-05T11:30:00Z"), "E_2031_2")
      << "it was being taken in at half past eleven, and could not be seen";
  EXPECT_EQ(keys_from(site, "&until=2031-03-05T11:30:00Z"), "E_2031_1");
  EXPECT_EQ(keys_from(site, "&from=2031-03-05T12:00:01Z"), "");
}

TEST_F(Growing, DatesWhatNoPublicationToldOfByTheTimeItWasFirstSeen) {
  {
    Archive archive = Archive::open(dir_, Archive::Mode::write);
    test::put(archive, test::dated(test::report(3), "2031-03-05T13:00:00Z"));
    archive.commit();
  }
  const std::string before = utc_now();
  Site site(options_);
  const std::string body = body_of(site,
                                   "verb=GetRecord&metadataPrefix=oai_dc&identifier="
                                   "oai:library.example.org:E_2031_3");
  EXPECT_GE(first_between(body, "<datestamp>", "<"), before);
  EXPECT_LE(first_between(body, "<datestamp>", "<"), first_between(body, "<responseDate>", "<"));
}

TEST_F(Growing, OfAnArchiveThatKeptNoTimesOfPublicationGoesByItsJournal) {
  std::filesystem::remove(publications());
  Site site(options_);
  EXPECT_EQ(keys_from(site, "&from=2031-03-05T11:00:00Z"), "E_2031_2");
  EXPECT_EQ(keys_from(site, "&from=2031-03-05T11:00:01Z"), "");
}

TEST_F(Growing, SaysWhenItCannotTellTheTimes) {
  std::ofstream(publications()) << "1\t2";
  Site site(options_);
  EXPECT_EQ(answer(site, get("/oai?verb=Identify")).status, 503);
}

/// Answers of every kind, in every format.
std::vector<std::string> all_answers() {
  std::vector<std::string> answers;
  for (const std::string query :
       {"", "verb=Identify", "verb=ListSets", "verb=ListMetadataFormats", "verb=GetRecord",
        "verb=ListIdentifiers&metadataPrefix=mods", "verb=ListRecords&resumptionToken=%22%3C",
        "verb=GetRecord&metadataPrefix=mods&identifier=oai:library.example.org:E_2031_7",
        "verb=GetRecord&metadataPrefix=mods&identifier=http://a.b/%25?x=%26y;z",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2031-02-29&x%00%ff=%07"})
    answers.push_back(oai(query));
  for (const std::string prefix : {"oai_dc", "marcxml", "mods", "akn"})
    for (const std::string window : {"&until=2031-03-01", "&from=2031-03-03"})
      answers.push_back(oai("verb=ListRecords&metadataPrefix=" + prefix + window));
  return answers;
}

/// A schema of all those that an answer may hold.
std::string schema_of(const std::filesystem::path& standards) {
  std::string schema = "<schema xmlns=\"http://www.w3.org/2001/XMLSchema\">\n";
  for (const auto& [file, space] : std::map<std::string, std::string>{
           {"OAI-PMH.xsd", "http://www.openarchives.org/OAI/2.0/"},
           {"oai-identifier.xsd", "http://www.openarchives.org/OAI/2.0/oai-identifier"},
           {"oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/"},
           {"MARC21slim.xsd", "http://www.loc.gov/MARC21/slim"},
           {"mods.xsd", "http://www.loc.gov/mods/v3"},
           {"akomantoso30.xsd", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}})
    schema += "<import namespace=\"" + space + "\" schemaLocation=\"" +
              (standards / file).string() + "\"/>\n";
  return schema + "</schema>\n";
}

TEST(Oai, AnswersAreValidByThePublishedSchemas) {
  UNDEX_NEEDS_SHARED();
  UNDEX_NEEDS_PROGRAM("xmllint", "libxml2-utils");
  const std::filesystem::path standards = undex::test::shared_dir() / "standards";
  const undex::test::TemporaryFolder folder;
  const std::filesystem::path schema = folder.path() / "all.xsd";
  std::ofstream(schema) << schema_of(standards);
  const std::string program = "XML_CATALOG_FILES=" + (standards / "catalog.xml").string() +
                              " xmllint --noout --nonet --schema " + schema.string();
  for (const std::string& body : all_answers()) {
    const undex::test::Answer said = undex::test::run_on(program, body);
    EXPECT_EQ(said.status, 0) << said.said.substr(0, 2000) << body.substr(0, 3000);
  }
  std::string broken = oai("verb=Identify");
  broken.replace(broken.find("persistent"), 10, "sometimes");
  EXPECT_NE(undex::test::run_on(program, broken).status, 0) << "the schema is looked at";
}

}  // namespace
}  // namespace undex::serve
