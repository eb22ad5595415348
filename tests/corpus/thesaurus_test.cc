// Forms of a thesaurus, with a small vocabulary of our own.
#include "corpus/thesaurus.h"

#include <gtest/gtest.h>

#include "tests/support.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kTurtle = R"(# lamps
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
PREFIX eu: <http://example.org/groups#>
@base <http://example.org/lamps/> .

<01> a eu:Domain ; skos:prefLabel "LIGHT"@en .
<L1> a skos:Concept ;
  skos:prefLabel "LAMPS"@en , 'LAMPES'@fr-CA ;
  skos:altLabel "LANTERNS"@en, "LIGHTS"@en ;
  skos:narrower <L2> ;
  skos:scopeNote """Use for lamps
of "all" kinds."""@en ;
  <http://purl.org/dc/terms/created> "2031"^^<http://www.w3.org/2001/XMLSchema#gYear> ;
  skos:editorialNote [ skos:prefLabel "not a label" ; skos:related ( <L1> <L2> ) ] .
<L2> a skos:Concept ; skos:prefLabel "GAS LAMPS"@en ; skos:related <L1>, <L9> ;
  skos:notation 3.5 , true .
)";

constexpr std::string_view kRdfXml =
    R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:eu="http://example.org/groups#">
 <eu:Domain rdf:about="http://example.org/lamps/01"><skos:prefLabel xml:lang="en">LIGHT</skos:prefLabel></eu:Domain>
 <skos:Concept rdf:about="http://example.org/lamps/L1" xml:lang="en">
  <skos:prefLabel>LAMPS</skos:prefLabel><skos:prefLabel xml:lang="fr">LAMPES</skos:prefLabel>
  <skos:altLabel>LIGHTS</skos:altLabel><skos:altLabel>LANTERNS</skos:altLabel>
  <skos:scopeNote>Use for lamps of "all" kinds.</skos:scopeNote>
  <skos:narrower><skos:Concept rdf:about="http://example.org/lamps/L2">
   <skos:prefLabel>GAS LAMPS</skos:prefLabel></skos:Concept></skos:narrower>
 </skos:Concept>
 <rdf:Description rdf:about="http://example.org/lamps/L2">
  <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
  <skos:related rdf:resource="http://example.org/lamps/L1"/></rdf:Description>
</rdf:RDF>
)";

constexpr std::string_view kTable =
    "01\ttype\t\tDomain\n"
    "01\tprefLabel\ten\tLIGHT\n"
    "L1\ttype\t\tConcept\n"
    "L1\tprefLabel\ten\tLAMPS\n"
    "L1\tprefLabel\tfr\tLAMPES\n"
    "L1\taltLabel\ten\tLANTERNS,LIGHTS\n"
    "L1\tscopeNote\ten\tUse for lamps of \"all\" kinds.\n"
    "L2\tprefLabel\ten\tGAS LAMPS\n"
    "L2\tbroader\t\tL1\n"
    "L2\trelated\t\tL1\n";

constexpr std::string_view kOwn =
    "#undex-thesaurus\t1\n"
    "01\ttype\t\tCollection\n"
    "01\tprefLabel\ten\tLIGHT\n"
    "L1\tprefLabel\ten\tLAMPS\n"
    "L1\tprefLabel\tfr\tLAMPES\n"
    "L1\taltLabel\ten\tLANTERNS\n"
    "L1\taltLabel\ten\tLIGHTS\n"
    "L1\tscopeNote\ten\tUse for lamps of \"all\" kinds.\n"
    "L2\tprefLabel\ten\tGAS LAMPS\n"
    "L2\tbroader\t\tL1\n"
    "L2\trelated\t\tL1\n";

TEST(Thesaurus, IsTheSameInAllFourForms) {
  for (std::string_view form : {kTurtle, kRdfXml, kTable, kOwn})
    EXPECT_EQ(write_thesaurus(read_thesaurus(form, "lamps")), kOwn) << form.substr(0, 40);
}

TEST(Thesaurus, FindsConceptsAndLabels) {
  const Thesaurus thesaurus = read_thesaurus(kTurtle, "lamps");
  ASSERT_NE(thesaurus.find("L1"), nullptr);
  EXPECT_EQ(thesaurus.find("L1")->label("fr"), "LAMPES");
  EXPECT_EQ(thesaurus.find("L2")->label("fr"), "GAS LAMPS");
  EXPECT_FALSE(thesaurus.find("01")->heading);
  EXPECT_EQ(thesaurus.find("L9"), nullptr);
}

TEST(Thesaurus, ReadsEscapesAndKeepsCommasInLabels) {
  const Thesaurus one = read_thesaurus(
      "@prefix s: <http://www.w3.org/2004/02/skos/core#>.\n"
      "<x/a> s:prefLabel \"\\u00c9t\\U000000e9\\t\\\"x\\\"\"@fr.",
      "x");
  EXPECT_EQ(one.find("a")->label("fr"), "Été \"x\"");
  const Thesaurus two = read_thesaurus("a\tprefLabel\ten\tA\na\taltLabel\ten\tB, C,D\n", "x");
  EXPECT_EQ(two.find("a")->alternative.at("en"), (std::vector<std::string>{"B, C", "D"}));
}

struct Refusal {
  std::string text;
  std::string message;
};

TEST(Thesaurus, RefusesWithTheLine) {
  const std::string prefix = "@prefix s: <http://www.w3.org/2004/02/skos/core#>.\n";
  const Refusal kRefusals[] = {
      {"", "'x' line 1: it holds no concept with a preferred label"},
      {"no thesaurus at all", "'x' line 1: 'no' is no name: it has no ':'"},
      {prefix + "<a> s:prefLabel \"open", "'x' line 2: a string has no end"},
      {prefix + "<a> s:prefLabel \"two\nlines\".", "'x' line 2: a string has no end"},
      {prefix + "\n<a> t:prefLabel \"A\".", "'x' line 3: the prefix 't:' is not declared"},
      {prefix + "<a> s:prefLabel \"A\" \"B\".",
       "'x' line 2: ';', ',' or '.' is missing after an object"},
      {prefix + "<a> s:prefLabel \"\\ud800\".", "'x' line 2: an escape stands for no character"},
      {prefix + "<a b> s:prefLabel \"A\".", "'x' line 2: an address has no end"},
      {prefix + "<a> s:note " + std::string(100, '['), "'x' line 2: a name is missing"},
      {prefix + "<a> s:note " + std::string(100, '('), "'x' line 2: it is nested too deep"},
      {"a\tprefLabel\ten\tA\nb\tprefLabel\ten\n", "'x' line 2: it has 3 cells, a statement has 4"},
      {"<rdf:RDF xmlns:rdf=\"http://example.org/\"/>", "'x' line 1: its root is not rdf:RDF"},
      {"<?xml version=\"1.0\"?><!DOCTYPE a><a/>", "'x' line 1: a DOCTYPE is not accepted"},
      {"#undex-thesaurus\t2\n", "'x' is a thesaurus of form 2, this program reads form 1"},
      {"a\tprefLabel\ten\t" + std::string(20'000, 'A'),
       "'x' line 1: a value has more than 10,000 bytes"},
      {"\xff", "'x' line 1: it is not UTF-8"},
  };
  for (const Refusal& one : kRefusals) {
    try {
      read_thesaurus(one.text, "x");
      ADD_FAILURE() << one.text.substr(0, 80);
    } catch (const Error& error) {
      EXPECT_EQ(std::string(error.what()), one.message);
    }
  }
}

TEST(Thesaurus, ReadsTheTableOfARealOne) {
  UNDEX_NEEDS_SHARED();
  const auto path = test::shared_dir() / "corpus/real/library/thesaurus/unbis-thesaurus.tsv";
  const Thesaurus thesaurus = read_thesaurus(test::read_file(path), "table");
  EXPECT_EQ(thesaurus.concepts.size(), 7293U);
  std::size_t headings = 0;
  for (const Concept& one : thesaurus.concepts) headings += one.heading ? 1U : 0U;
  EXPECT_EQ(headings, 7131U);
  EXPECT_EQ(read_thesaurus(write_thesaurus(thesaurus), "own"), thesaurus);
}

}  // namespace
}  // namespace undex
