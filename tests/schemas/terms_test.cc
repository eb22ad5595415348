#include "schemas/terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "schemas/text_words.h"
#include "tests/support.h"

namespace undex {
namespace {

bool shows(const TextTerm& term, TextTerm::Kind kind) { return term.kind == kind; }

/// Words of one kind, a place each: "e 1, email 1-2, mail 2".
std::string dump(std::string_view text, TextTerm::Kind kind) {
  std::string out;
  for (const TextTerm& term : text_terms(text)) {
    if (!shows(term, kind)) continue;
    if (!out.empty()) out += ", ";
    out += term.term + " " + std::to_string(term.position);
    if (term.width > 1) out += "-" + std::to_string(term.position + term.width - 1);
  }
  return out;
}

struct Case {
  std::string text, terms;
};

std::vector<std::string> lines_of(const std::vector<TextTerm>& terms) {
  std::vector<std::string> lines;
  for (const TextTerm& term : terms)
    lines.push_back(term.term + " " + std::to_string(term.position) + "+" +
                    std::to_string(term.width) + " " + std::to_string(term.begin) + ".." +
                    std::to_string(term.end));
  return lines;
}

TEST(Terms, ThoseAskedForStandWhereAllOfThemDo) {
  const std::string text =
      "The e-mail help desk of 1 067 missions, A/58/568 and \u00c9tat: the HELP desks.";
  for (const std::set<std::string>& words :
       {std::set<std::string>{"help", "Zen:desk"}, {"email"}, {"XC:service-desk", "1067"}, {}}) {
    const auto wanted = [&](const std::string& term) { return words.contains(term); };
    for (const std::string_view language : {"en", "fr", ""}) {
      std::vector<TextTerm> some = text_terms(text, language);
      std::erase_if(some, [&](const TextTerm& term) { return !wanted(term.term); });
      EXPECT_EQ(lines_of(terms_asked(text, language, {.symbols = false, .wanted = wanted})),
                lines_of(some));
    }
  }
  EXPECT_EQ(lines_of(terms_asked(text, "en", {})), lines_of(text_terms(text, "en")));
}

TEST(Terms, AreNotLookedForInSymbolsWhereNoneIsAskedFor) {
  const auto count = [](bool symbols, TextTerm::Kind kind) {
    const auto terms = terms_asked("See A/58/568.", "en", {.concepts = false, .symbols = symbols});
    return std::count_if(terms.begin(), terms.end(),
                         [&](const TextTerm& term) { return term.kind == kind; });
  };
  EXPECT_EQ(count(true, TextTerm::Kind::symbol), 1);
  EXPECT_EQ(count(false, TextTerm::Kind::symbol), 0);
  EXPECT_EQ(count(false, TextTerm::Kind::word), count(true, TextTerm::Kind::word));
}

TEST(Terms, TakesWordsApartAndTogether) {
  const Case cases[] = {
      {"The Help Desk", "the 1, help 2, desk 3"},
      {"e-mail", "e 1, email 1-2, mail 2"},
      {"e\u2011Government", "e 1, egovernment 1-2, government 2"},
      {"UN-I-QUE", "un 1, unique 1-3, i 2, que 3"},
      {"nongovernmental", "nongovernmental 1"},
      {"2010-2011", "2010 1, 2011 2"},
      {"COVID-19", "covid 1, covid19 1-2, 19 2"},
      {"a-b-c-d-e", "a 1, b 2, c 3, d 4, e 5"},
      {"http://www.un.int", "http 1, www 2, www.un.int 2-4, un 3, int 4"},
      {"U.N. and I.C.T.", "un 1, and 2, ict 3"},
      {"the Secretariat\u2019s site", "the 1, secretariat 2, site 3"},
      {"l'informatique", "informatique 1"},
      {"Hammarskj\u00f6ld caf\u00e9", "hammarskjold 1, cafe 2"},
      {"\uff29\uff23\uff34", "ict 1"},
      {"", ""},
      {" - / ... ", ""},
  };
  for (const Case& one : cases)
    EXPECT_EQ(dump(one.text, TextTerm::Kind::word), one.terms) << one.text;
}

TEST(Terms, TakesThousandsMarksOutOfNumbersOnly) {
  const Case cases[] = {
      {"1 067 units", "1067 1, units 2"},
      {"1\u00a0067 units", "1067 1, units 2"},
      {"1\u202f067", "1067 1"},
      {"1,067", "1067 1"},
      {"1,067,933", "1067933 1"},
      {"12 345 678", "12345678 1"},
      {"paras. 15, 16", "paras 1, 15 2, 16 3"},
      {"2002, 2003", "2002 1, 2003 2"},
      {"2002,2003", "2002 1, 2003 2"},
      {"15,16", "15 1, 16 2"},
      {"in 2003 189 staff", "in 1, 2003 2, 189 3, staff 4"},
      {"212 963 0403", "212 1, 963 2, 0403 3"},
      {"0 123", "0 1, 123 2"},
      {"57/295 100 States", "57 1, 295 2, 100 3, states 4"},
      {"933\t345", "933 1, 345 2"},
      {"1  067", "1 1, 067 2"},
      {"22.5 per cent", "22.5 1, per 2, cent 3"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(dump(one.text, TextTerm::Kind::word), one.terms) << one.text;
}

TEST(Terms, StemsOneSpelling) {
  const std::pair<std::string, std::string> pairs[] = {
      {"programmes", "program"},     {"organisation", "organization"},
      {"organised", "organize"},     {"computerised", "computerized"},
      {"labour", "labor"},           {"centres", "center"},
      {"analysed", "analyzed"},      {"technologies", "technology"},
      {"programming", "programmed"}, {"catalogued", "cataloged"},
      {"fulfilment", "fulfillment"}, {"installation", "instalation"},
      {"publicise", "publicize"},    {"Behaviour", "behavior"},
  };
  for (const auto& [left, right] : pairs)
    EXPECT_EQ(dump(left, TextTerm::Kind::stem), dump(right, TextTerm::Kind::stem)) << left;
  EXPECT_EQ(dump("revise", TextTerm::Kind::stem), "Zen:revis 1");
  EXPECT_EQ(dump("revision", TextTerm::Kind::stem), "Zen:revis 1");
  EXPECT_EQ(dump("1067", TextTerm::Kind::stem), "");
}

TEST(Terms, FindsConceptsInEverySpelling) {
  const Case cases[] = {
      {"ICT", "XC:ict 1"},
      {"ICTs", "XC:ict 1"},
      {"ict", "XC:ict 1"},
      {"Information and Communication Technologies", "XC:ict 1-4"},
      {"information and communications technology (ICT)", "XC:ict 1-4, XC:ict 5"},
      {"information\nand communication", ""},
      {"e-mail", "XC:email 1-2"},
      {"E-mails and electronic mail", "XC:email 1-2, XC:email 4-5"},
      {"email", "XC:email 1"},
      {"web site, web-sites, Website", "XC:website 1-2, XC:website 3-4, XC:website 5"},
      {"help desks", "XC:service-desk 1-2"},
      {"the Service Desk", "XC:service-desk 2-3"},
      {"nongovernmental organizations", "XC:ngo 1-2"},
      {"non-governmental organisations (NGOs)", "XC:ngo 1-3, XC:ngo 4"},
      {"eMeets and e-Meets", "XC:e-meets 1, XC:e-meets 3-4"},
      {"ICT security", "XC:ict 1, XC:ict-security 1-2"},
      {"science, technology and innovation", "XC:sti 1-4"},
      {"information technology (IT)", "XC:information-technology 1-2, XC:information-technology 3"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(dump(one.text, TextTerm::Kind::concept_), one.terms) << one.text;
}

TEST(Terms, DoesNotFindConceptsWhereThereAreNone) {
  for (const char* text :
       {"it is said that it works", "It was", "who came, and who did not", "an ai, a sloth",
        "the web. Site visits", "help; desk", "information (and communication) technologies",
        "the desk will help", "mail", "sti\u00e4", "predict", "communication and information"})
    EXPECT_EQ(dump(text, TextTerm::Kind::concept_), "") << text;
}

TEST(Terms, KeepsSymbolsWholeBesideTheirWords) {
  const Case cases[] = {
      {"see A/58/568, para. 16", "XSYM:A/58/568 2-4"},
      {"General Assembly resolution 57/295", "XSYM:A/RES/57/295"},
      {"A/57/6 (Sect. 27D)", "XSYM:A/57/6(Sect.27D) 1-5, XSYM:A/57/6 1-5"},
      {"(A/55/75-E/2000/55)", "XSYM:A/55/75 1-6, XSYM:E/2000/55 1-6"},
      {"and/or HIV/AIDS", ""},
  };
  for (const Case& one : cases) {
    const std::string found = dump(one.text, TextTerm::Kind::symbol);
    EXPECT_TRUE(one.terms.empty() ? found.empty() : found.starts_with(one.terms))
        << one.text << ": " << found;
  }
  EXPECT_EQ(dump("see A/58/568", TextTerm::Kind::word), "see 1, a 2, 58 3, 568 4");
}

TEST(Terms, TellsWhereInTheTextTheyStand) {
  const std::string text = "caf\u00e9s use e-mail";
  std::map<std::string, std::string> places;
  for (const TextTerm& term : text_terms(text))
    places[term.term] = text.substr(term.begin, term.end - term.begin);
  EXPECT_EQ(places["XC:email"], "e-mail");
  EXPECT_EQ(places["email"], "e-mail");
  EXPECT_EQ(places["cafes"], "caf\u00e9s");
}

TEST(Terms, StaysWithinTheLimitsOfTheIndex) {
  const std::string longest(100000, 'x');
  for (const TextTerm& term : text_terms(longest)) EXPECT_LE(term.term.size(), 68u);
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "\u00e9";
  for (const TextTerm& term : text_terms(wide)) EXPECT_LE(term.term.size(), 68u);
  EXPECT_EQ(bounded_term("short"), "short");
  const std::string one = bounded_term(std::string(300, 'a')),
                    two = bounded_term(std::string(301, 'a'));
  EXPECT_LE(one.size(), 245u);
  EXPECT_NE(one, two);
}

TEST(Terms, AnswersHostileTextsInLinearTime) {
  for (const std::string piece :
       {"1 ", "-", "a-", "123 ", "a.", "non-", "information and ", "A/"}) {
    std::string text;
    while (text.size() < 400000) text += piece;
    EXPECT_GE(text_terms(text).size(), 0u);
  }
}

TEST(Terms, MayBeMadeInSeveralThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([] {
      for (int round = 0; round < 50; ++round) EXPECT_EQ(text_terms("Help Desks").size(), 6u);
    });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace undex
