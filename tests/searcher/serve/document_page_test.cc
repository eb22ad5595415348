#include "searcher/serve/page/document_page.h"

#include <gtest/gtest.h>

#include "searcher/serve/page/document_address.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::ask;

bool holds(const HttpResponse& page, const std::string& what) {
  return page.body.find(what) != std::string::npos;
}

TEST(DocumentAddress, TakesPlaceAndTabFromThePath) {
  const struct {
    const char* path;
    const char* name;
    const char* place;
    Tab tab;
  } rows[] = {
      {"A/58/568", "A/58/568", "", Tab::text},
      {"A/58/568/para/16", "A/58/568", "16", Tab::text},
      {"E/2003/75/para/18 (g)", "E/2003/75", "18 (g)", Tab::text},
      {"E/2003/75/para/18(g)/cite", "E/2003/75", "18 (g)", Tab::cite},
      {"A/58/568/para/annex, 46/citations", "A/58/568", "annex, 46", Tab::citations},
      {"A/58/568/", "A/58/568", "", Tab::text},
      {"A/58/568/original", "A/58/568", "", Tab::original},
      {"xml", "xml", "", Tab::text},
  };
  for (const auto& row : rows) {
    const DocumentAddress read = read_document_address(row.path);
    EXPECT_EQ(read.name, row.name) << row.path;
    EXPECT_EQ(read.place ? read.place->text() : "", row.place) << row.path;
    EXPECT_EQ(read.tab, row.tab) << row.path;
    EXPECT_FALSE(read.bad_place) << row.path;
  }
  EXPECT_TRUE(read_document_address("A/58/568/para/%%%").bad_place);
}

TEST(DocumentPage, ShowsTheTextWithAddressesOfItsParagraphs) {
  const HttpResponse page = ask("/E/2003/75");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "id=\"para_5\"")) << page.body;
  EXPECT_TRUE(holds(page, "href=\"/E/2003/75/para/5\""));
  EXPECT_TRUE(holds(page, "href=\"/E/RES/2002/35\""));  // cited, not held: it has a page
  EXPECT_TRUE(holds(page, "rel=\"canonical\" href=\"https://library.example.org/E/2003/75\""));
}

TEST(DocumentPage, TellsProgramsWhatItIs) {
  const HttpResponse page = ask("/E/2003/75");
  EXPECT_TRUE(holds(page, "name=\"citation_technical_report_number\" content=\"E/2003/75\""));
  EXPECT_TRUE(holds(page, "\"@type\":\"Report\""));
  EXPECT_TRUE(holds(page, "class=\"Z3988\""));
}

TEST(DocumentPage, LeadsOtherFormsToTheOneAddress) {
  for (const std::string path : {"/e/2003/75", "/E/2003/75/"}) {
    const HttpResponse page = ask(path);
    EXPECT_EQ(page.status, 301) << path;
    EXPECT_EQ(page.header("location"), "/E/2003/75") << path;
  }
  EXPECT_EQ(ask("/E/2003/75/para/para_5?lang=en").header("location"), "/E/2003/75/para/5?lang=en");
}

TEST(DocumentPage, ShowsOnePlaceAlone) {
  const HttpResponse page = ask("/E/2003/75/para/5");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "id=\"para_5\""));
  EXPECT_FALSE(holds(page, "id=\"para_4\""));
  EXPECT_EQ(ask("/E/2003/75/para/99").status, 404);
  EXPECT_EQ(ask("/E/2003/75/para/what").status, 404);
}

TEST(DocumentPage, ChoosesTheLanguage) {
  EXPECT_TRUE(holds(ask("/E/2009/21?lang=fr"), "Machines des missions"));
  EXPECT_TRUE(holds(ask("/E/2009/21"), "Machines of the missions"));
  EXPECT_EQ(ask("/E/2009/21?lang=ar").status, 400);
}

TEST(DocumentPage, SaysThatADocumentIsNotHeldAndWhoCitesIt) {
  const HttpResponse cited = ask("/E/RES/2002/35");
  EXPECT_EQ(cited.status, 200);
  EXPECT_TRUE(holds(cited, "is not held here"));
  EXPECT_TRUE(holds(cited, "href=\"/E/2003/75/para/1\"")) << cited.body;
  const HttpResponse unknown = ask("/A/RES/99/999");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_TRUE(holds(unknown, "is not held here"));
}

TEST(DocumentPage, GivesCitationsInTheFormsThatAreAskedFor) {
  const HttpResponse page = ask("/E/2003/75/para/5/cite");
  EXPECT_TRUE(holds(page, "(E/2003/75, para. 5)")) << page.body;
  EXPECT_TRUE(holds(page, "@techreport"));
}

TEST(DocumentPage, HandsOverTheOriginalAndNeverRunsIt) {
  const HttpResponse file = ask("/E/2003/75/original", {{"range", "bytes=0-4"}});
  EXPECT_EQ(file.status, 206);
  EXPECT_EQ(file.body, "bytes");
  EXPECT_EQ(file.media_type, "application/octet-stream");
  EXPECT_TRUE(file.header("content-disposition").starts_with("attachment"))
      << file.header("content-disposition");
  EXPECT_EQ(ask("/E/2003/75/xml").media_type, "application/xml; charset=utf-8");
}

TEST(DocumentPage, SaysWhatCannotBeFound) {
  for (const std::string path : {"/nothing/of/ours", "/../../etc/passwd", "/E/2003/75/../../etc"})
    EXPECT_GE(ask(path).status, 400) << path;
}

}  // namespace
}  // namespace undex::serve
