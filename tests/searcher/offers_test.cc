// Other questions that are offered where one finds nothing or holds a slip.
#include <gtest/gtest.h>
#include <xapian.h>

#include <set>
#include <utility>
#include <vector>

#include "searcher/search/near_terms.h"
#include "tests/searcher/sample_index.h"
#include "undex/search.h"

namespace undex {
namespace {

struct Case {
  std::string query;
  std::string offers;  ///< "query documents/paragraphs" of each
};

class Offers : public testing::TestWithParam<Case> {
 protected:
  static std::string offered(const Request& request) {
    std::string out;
    for (const Offer& offer : Searcher::open(test::sample_archive()).search(request).offers)
      out += (out.empty() ? "" : "; ") + offer.query + " " + std::to_string(offer.documents) + "/" +
             std::to_string(offer.paragraphs);
    return out;
  }
};

TEST_P(Offers, AreCounted) {
  EXPECT_EQ(offered({.query = GetParam().query, .facets = {}}), GetParam().offers);
}

INSTANTIATE_TEST_SUITE_P(
    Slips, Offers,
    testing::Values(Case{"mision", "mission 2/6"}, Case{"misison", "mission 2/6"},
                    Case{"mission", ""}, Case{"volunters", ""},  // its stem is held
                    Case{"the mision rang", "the mission ring 1/1"},
                    Case{"dely", ""},  // too far from any word
                    Case{"1068", ""},  // a number is no slip
                    Case{"\"help dsek\"", "\"help desk\" 2/5"},
                    Case{"comittee delegats", "committee delegates 1/1"},
                    Case{"mision OR portal", "mission OR portal 3/7"},
                    Case{"organ:ECOSC", "organ:ECOSOC 2/12"},
                    Case{"organ:\"Generl Assembly\"", "organ:\"General Assembly\" 2/7"},
                    Case{"E/2003/57", "E/2003/75 1/0"}, Case{"A/RES/57/259", "A/RES/57/295 1/3"},
                    Case{"symbol:E/2003/57", "symbol:E/2003/75 1/7"}));

INSTANTIATE_TEST_SUITE_P(
    Nothing, Offers,
    testing::Values(Case{"year:1999 \"help desk\"", "\"help desk\" 2/5"},
                    Case{"portal organ:\"Economic and Social Council\"",
                         "organ:\"Economic and Social Council\" 2/12; portal 1/1"},
                    Case{"portal AND volunteers", "volunteers 1/1; portal 1/1"},
                    Case{"portal volunteers year:1999", "(portal OR volunteers) 2/2"},
                    Case{"portal year:1999 organ:zzzzzzzz", "portal 1/1"},
                    Case{"portal -web", "portal 1/1"}, Case{"zzzzzz", ""}));

TEST_F(Offers, LeaveOutAFilter) {
  const Request request{.query = "portal", .filters = {{"year", {"2009"}}}, .facets = {}};
  EXPECT_EQ(offered(request), "portal 1/1");
}

class CqlOffers : public Offers {};

TEST_P(CqlOffers, AreCounted) {
  const Request request{.query = GetParam().query, .syntax = Syntax::cql, .facets = {}};
  EXPECT_EQ(offered(request), GetParam().offers);
}

INSTANTIATE_TEST_SUITE_P(
    Slips, CqlOffers,
    testing::Values(Case{"mision", "mission 2/6"}, Case{"mission", ""},
                    Case{"the and mision and rang", "the and mission and ring 1/1"},
                    Case{"cql.serverChoice = mision", "cql.serverChoice = mission 2/6"},
                    Case{"undex.organ = ECOSC", "undex.organ = ECOSOC 2/12"},
                    Case{"organ = \"Generl Assembly\"", "organ = \"General Assembly\" 2/7"},
                    Case{"symbol = E/2003/57", "symbol = E/2003/75 1/7"}));

/// Each can be asked as it is offered.
INSTANTIATE_TEST_SUITE_P(
    Nothing, CqlOffers,
    testing::Values(Case{"year = 1999 and \"help desk\"", "\"help desk\" 2/5"},
                    Case{"portal and volunteers", "volunteers 1/1; portal 1/1"},
                    Case{"portal and volunteers and year = 1999", "(portal OR volunteers) 2/2"},
                    Case{"portal not web", "portal 1/1"}, Case{"zzzzzz", ""}));

TEST(NearTerms, AreThoseOfSoManyEdits) {
  const test::TemporaryFolder folder;
  Xapian::WritableDatabase db(folder.path().string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::Document document;
  for (const char* term : {"desk", "desks", "disk", "dsek", "task", "Sdesk", "Zen:desk",
                           "\u0441\u0435\u0442\u044c", "\u0441\u0435\u0442\u0438", "d\u00e9sk"})
    document.add_term(term);
  db.add_document(document);
  db.commit();
  const auto near = [&](const std::string& word, std::size_t edits) {
    std::string out;
    for (const search::NearTerm& term : search::near_terms(db, "", word, edits))
      out += (out.empty() ? "" : " ") + term.text + std::to_string(term.edits);
    return out;
  };
  EXPECT_EQ(near("desk", 1), "desks1 disk1 dsek1 d\u00e9sk1");
  EXPECT_EQ(near("desk", 2), "desks1 disk1 dsek1 d\u00e9sk1 task2");
  EXPECT_EQ(near("\u0441\u0435\u0442", 1), "\u0441\u0435\u0442\u04381 \u0441\u0435\u0442\u044c1");
  EXPECT_EQ(near("portal", 2), "");
}

/// What one edit makes of a word, by trying them all.
std::set<std::string> one_edit_from(const std::string& word, const std::string& letters) {
  std::set<std::string> out;
  for (std::size_t at = 0; at <= word.size(); ++at) {
    for (const char letter : letters) out.insert(std::string(word).insert(at, 1, letter));
    if (at == word.size()) continue;
    out.insert(std::string(word).erase(at, 1));
    for (const char letter : letters) out.insert(std::string(word).replace(at, 1, 1, letter));
    if (at == 0) continue;
    std::string swapped = word;
    std::swap(swapped[at - 1], swapped[at]);
    out.insert(swapped);
  }
  out.erase(word);
  out.erase("");  // no term
  return out;
}

TEST(NearTerms, AreAllThatTryingEveryEditFinds) {
  const std::string letters = "abc";
  std::vector<std::string> words = {"a", "b", "c"};
  for (std::size_t at = 0; words[at].size() < 5; ++at)
    for (const char letter : letters) words.push_back(words[at] + letter);
  test::TemporaryFolder folder;
  Xapian::WritableDatabase db((folder.path() / "db").string(), Xapian::DB_CREATE);
  Xapian::Document document;
  // Not all of them, so that there are gaps to leap over.
  for (std::size_t at = 0; at < words.size(); at += 1 + at % 3) document.add_term(words[at]);
  db.add_document(document);
  db.commit();
  for (const char* word : {"a", "abc", "cab", "bbbb", "acbca", "ccccc"}) {
    std::set<std::string> held, near;
    for (const std::string& other : one_edit_from(word, letters))
      if (db.term_exists(other)) held.insert(other);
    for (const search::NearTerm& term : search::near_terms(db, "", word, 1)) near.insert(term.text);
    EXPECT_EQ(near, held) << word;
  }
}

}  // namespace
}  // namespace undex
