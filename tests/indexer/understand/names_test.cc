// Names beyond the authority's own matches: definitions, short forms, initiatives by description,
// and what the text states of them.
#include <gtest/gtest.h>

#include <string>

#include "indexer/understand/steps.h"
#include "tests/indexer/understand/understood.h"

namespace undex {
namespace {

using test::document_of;

struct Case {
  std::string_view text;
  std::string_view expected;
};

/// "place id=words" of the marks of a rule, "; " between them.
std::string named(Document& document, std::string_view rule) {
  mark_names(document, nullptr);
  std::string out;
  for (const NameMark& mark : document.marks.names) {
    if (mark.rule != rule) continue;
    if (!out.empty()) out += "; ";
    out += locator_of(document, mark.span).text() + " " + (mark.id.empty() ? mark.name : mark.id) +
           "=" + words_of(document, mark.span);
  }
  return out;
}

std::string defined(std::string_view text) {
  Document document = document_of("A/99/1", "> " + std::string(text));
  mark_names(document, nullptr);
  std::string out;
  for (const Definition& definition : document.marks.definitions) {
    if (!out.empty()) out += "; ";
    out += definition.short_form + "=" + definition.long_form + "=" + definition.id;
  }
  return out;
}

TEST(Definitions, AreTakenWithTheirLongForm) {
  const Case cases[] = {
      {"The Gardens Online Network in Park Administration (GONPA) grew.",
       "GONPA=Gardens Online Network in Park Administration="},
      {"The United Nations Development Programme (UNDP) paid.",
       "UNDP=United Nations Development Programme=undp"},
      {"It is kept in ODS (Official Documents System) for all.",
       "ODS=Official Documents System=ods"},
      {"the Division for Rivers and Lakes Management (DRALM)",
       "DRALM=Division for Rivers and Lakes Management="},
      {"the Division for Rivers and Lakes Management (DRLM)",
       "DRLM=Division for Rivers and Lakes Management="},
      {"the Office for Disarmament Affairs (UNODA)", "UNODA=Office for Disarmament Affairs=oda"},
      {"joined the Global Digital Compact (the “Compact”) early",
       "Compact=Global Digital Compact=global-digital-compact"},
      {"a Committee on Quiet Rooms (hereinafter referred to as the Committee) is set up",
       "Committee=Committee on Quiet Rooms="},
      {"the Quiet Rooms Rules (the Loud Rules), the Basic Rules for Rooms (the Room Rules)",
       "Loud Rules=Quiet Rooms Rules=; Room Rules=Basic Rules for Rooms="},
      {"peace in Doha, the Plan of Lamps of the Harbour (“Harbour Plan of Lamps”)",
       "Harbour Plan of Lamps=Plan of Lamps of the Harbour="},
      {"the Convention on Lamps, Locks and Keys (“the Convention”)",
       "Convention=Convention on Lamps, Locks and Keys="},
      {"The General Assembly of the United Nations (hereinafter referred to as the General "
       "Assembly) met",
       "General Assembly=General Assembly of the United Nations=ga"},
      {"the United Nations Office of Drugs and Crime (UNODC)",
       "UNODC=United Nations Office of Drugs and Crime=unodc"},
      {"the United Nations Office for Dogs and Cats (UNODC)",
       "UNODC=United Nations Office for Dogs and Cats="},
      {"use of information and communications technology (ICT) in schools",
       "ICT=information and communications technology="},
      {"the electronic meetings planning and resource allocation (e-Meets) tool",
       "e-Meets=electronic meetings planning and resource allocation=e-meets"},
  };
  for (const Case& c : cases) EXPECT_EQ(defined(c.text), c.expected) << c.text;
}

TEST(Definitions, RefuseWhatOnlyStandsInBrackets) {
  const char* const refused[] = {
      "It was held in Geneva (12 May 2003) again.",
      "The report (A/58/568) was read.",
      "It shall: (a) meet; (b) vote; (c) leave.",
      "Many non-governmental organizations (NGOs) came.",
      "It cost five thousand dollars (US$) a year, or (USD) so.",
      "A minister (Ireland) took the chair.",
      "Resolution 1733 (LIV) was read.",
      "The library (HQ) was shut. (XYZ) was open.",
      "The end. Big Room (EBR) was closed.",
      "The staff worked on (TSO",
      "((((",
      "()",
      ")(",
  };
  for (const char* text : refused) EXPECT_EQ(defined(text), "") << text;
}

TEST(Definitions, HoldInTheWholeDocumentAndBeforeTheAuthority) {
  Document document =
      document_of("A/99/1",
                  "1. Staff of GONPA met.\n"
                  "2. The Gardens Online Network in Park Administration (GONPA) grew.\n"
                  "3. Ozone-depleting substances (ODS) and ODS again.\n");
  EXPECT_EQ(named(document, "acronym"),
            "1 Gardens Online Network in Park Administration=GONPA; "
            "2 Gardens Online Network in Park Administration=GONPA");
  for (const NameMark& mark : document.marks.names) EXPECT_NE(mark.id, "ods");
}

TEST(ShortForms, StandForTheFullNameInTheirReach) {
  const Case cases[] = {
      {"# I. Work of the Information Technology Services Division\n1. The Division tested it.",
       "1 itsd=Division"},
      {"# I. Work\n1. The Information Technology Services Division met.\n"
       "# II. Work of the Division for Public Administration and Development Management\n"
       "2. The Division met.\n(a) the Division’s staff;",
       "2 dpadm=Division; 2 (a) dpadm=Division"},
      {"1. The Information and Communication Technologies Task Force began.\n# II. More\n"
       "2. Members of the Task Force and Task Force members met.",
       "2 ict-task-force=Task Force; 2 ict-task-force=Task Force"},
      {"1. The Assembly, by Council decision, asked the Security Council.", "1 ga=Assembly"},
      {"1. The Dag Hammarskjöld Library opened.\n2. The Users’ Services Section of the Library.",
       "2 dhl=Library"},
      {"1. The Information Technology Services Division met. The new Division’s Garden plan grew.",
       "1 itsd=Division"},
  };
  for (const Case& c : cases) {
    Document document = document_of("A/99/1", c.text);
    EXPECT_EQ(named(document, "short form"), c.expected) << c.text;
  }
  Document council = document_of("E/2099/1", "1. The Council, and the Security Council, met.");
  EXPECT_EQ(named(council, "short form"), "1 ecosoc=Council");
  Document commission = document_of("E/CN.9/2099/1", "1. The Commission asked the Council.");
  EXPECT_EQ(named(commission, "short form"),
            "1 commission-population=Commission; 1 ecosoc=Council");
}

TEST(ShortForms, AreRefusedWhereTwoNamesMayBeMeant) {
  const char* const refused[] = {
      "1. The High-level Committee on Management and the Fifth Committee met. The Committee voted.",
      "1. The Fifth Committee met.\n2. The Committee on Quiet Rooms met.\n3. The Committee voted.",
      "1. The Committee voted.",
      "# I. A\n1. The Information Technology Services Division met.\n# II. B\n2. The Division met.",
      "1. The Group of 77 met and the Group of 20 did not.",
      "1. The Dag Hammarskjöld Library opened. The library and a Library Card shop closed.",
      "1. The Joint Inspection Unit met. The Quiet Rooms Unit did not.",
      "1. It went to the Committee.\n2. The Fifth Committee met.\n3. The Committee voted.",
      "1. The Committee established by resolution 12 met.\n# II. B\n2. The Fifth Committee met. "
      "The Committee voted.",
      "1. The Internet Governance Forum and the World Summit on the Information Society Forum met. "
      "The Forum voted.",
      "1. The Counter-Terrorism Committee Executive Directorate met.\n2. The Committee voted.",
      "1. It went to the Economic and Social Council forum on financing for development "
      "follow-up.\n# I. B\n2. The Council voted.",
  };
  for (const char* text : refused) {
    Document document = document_of("A/99/1", text);
    EXPECT_EQ(named(document, "short form"), "") << text;
  }
}

TEST(ShortForms, SayWhyTheyWereRefused) {
  Document document =
      document_of("A/99/1", "1. The Fifth Committee met the Sixth Committee. The Committee voted.");
  RefusedMarks refused;
  mark_names(document, &refused);
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0].rule, "short form");
  EXPECT_EQ(refused[0].reason, "may be Fifth Committee or Sixth Committee");
}

TEST(Names, LeaveTheAddressOfWhatIsNamedBeforeIt) {
  const Case cases[] = {
      {"1. The Member States portal (http://www.un.int/) opened.",
       "1 member-states-portal=Member States portal"},
      {"1. Seven sites grew under http://www.un.int for all.", "1 mission-web-hosting=www.un.int"},
      {"1. The Member States portal opened (see www.un.int).",
       "1 member-states-portal=Member States portal; 1 mission-web-hosting=www.un.int"},
  };
  for (const Case& c : cases) {
    Document document = document_of("A/99/1", c.text);
    EXPECT_EQ(named(document, "authority"), c.expected) << c.text;
  }
}

TEST(Names, SayWhatTheyHide) {
  Document document =
      document_of("A/99/1",
                  "1. People who work in the Department for General Assembly and Conference "
                  "Management.");
  RefusedMarks refused;
  mark_names(document, &refused);
  ASSERT_EQ(refused.size(), 2U);
  EXPECT_EQ(words_of(document, refused[0].span), "General Assembly");
  EXPECT_EQ(refused[0].reason,
            "hidden by the longer name Department for General Assembly and Conference Management");
  EXPECT_EQ(words_of(document, refused[1].span), "who");
}

TEST(Names, AreMeantWhereTheyEndALongerOne) {
  Document document = document_of(
      "A/99/1", "1. The Technical Subgroup of the Ad Hoc Open-ended Working Group on Informatics.");
  EXPECT_EQ(named(document, "authority"),
            "1 wg-technical-subgroup=Technical Subgroup of the Ad Hoc Open-ended Working Group on "
            "Informatics; 1 wg-informatics=Ad Hoc Open-ended Working Group on Informatics");
}

TEST(Descriptions, FollowARunInHeading) {
  const Case cases[] = {
      {"1. Treaty circulars. They go by mail.\n2. Additionally, some go by air.",
       "2 treaty-circulars=Additionally"},
      {"1. Working breakfast, held in June. All ate.\n2. Speakers came late.\n"
       "3. Webcasting. Films are shown.\n4. Speakers came late.",
       "2 working-breakfasts=Speakers"},
      {"1. Working breakfast, held in June. All ate.\n(a) Speakers came late.\n"
       "2. Cyberseek was shown.\n3. Speakers came late.",
       ""},
      {"1. Working breakfast, held in June. All ate.\n# II. Rest\n2. Speakers came late.", ""},
      {"1. A working breakfast was held. All ate.\n2. The speakers came late.", ""},
  };
  for (const Case& c : cases) {
    Document document = document_of("A/99/1", c.text);
    EXPECT_EQ(named(document, "description"), c.expected) << c.text;
  }
}

TEST(Descriptions, AreTheLastInitiativeOfThatKind) {
  const Case cases[] = {
      {"1. The International Conference on E-government for Development met in June.\n"
       "2. The conference closed early.",
       "2 palermo-egov-conference=conference"},
      {"1. A brainstorming session in July 2003 was held. The meeting was short.\n"
       "2. Participants agreed.\n# II. Rest\n3. As at the brainstorming session, all agreed.",
       "1 brainstorming-2003=meeting; 2 brainstorming-2003=Participants; "
       "3 brainstorming-2003=brainstorming session"},
      {"1. An inter-agency search engine was made. The search engine is quick.",
       "1 interagency-search-engine=search engine"},
      {"1. The Ad Hoc Open-ended Working Group on Informatics kept its mandate.\n"
       "2. The mandate of the Working Group ends.",
       "1 wg-mandate=its mandate; 2 wg-mandate=mandate of the Working"},
      {"1. The Ad Hoc Open-ended Working Group on Informatics met for one more year.",
       "1 wg-mandate=more year"},
      {"1. The Ad Hoc Open-ended Working Group on Informatics lost its place, room and mandate.",
       "1 wg-mandate=and mandate"},
      {"1. The Ad Hoc Open-ended Working Group on Informatics has the following new mission.",
       "1 wg-mandate=new mission"},
      {"1. An action plan for all of the system-wide use of ICT was drawn.\n2. The action plan is "
       "long.",
       "1 un-system-ict-action-plan=action plan for all of the system-wide use of ICT; "
       "2 un-system-ict-action-plan=action plan"},
      {"1. All are requested to help with the mapping exercise.\n2. Pursuant to this request, all "
       "came.",
       "2 oda-mapping-exercise=this request"},
  };
  for (const Case& c : cases) {
    Document document = document_of("A/99/1", c.text);
    EXPECT_EQ(named(document, "description"), c.expected) << c.text;
  }
}

TEST(Descriptions, AreRefusedWhereAnotherThingMayBeMeant) {
  const char* const refused[] = {
      "1. The International Conference on E-government for Development met.\n"
      "2. A conference on soup was held.\n3. The conference closed early.",
      "1. The International Conference on E-government for Development met.\n"
      "2. The conference areas are clean. The conference of lawyers met.",
      "1. The conference closed early.",
      "1. The International Conference on E-government for Development met.\n# II. Rest\n"
      "2. The conference closed early.",
      "1. The Security Council kept its mandate.",
      "1. The Ad Hoc Open-ended Working Group on Informatics met. All know its mandate.",
      "1. The Ad Hoc Open-ended Working Group on Informatics told the Fifth Committee its mandate.",
      "1. Cyberseek and the mapping exercise are requested.\n2. Pursuant to this request, all "
      "came.",
  };
  for (const char* text : refused) {
    Document document = document_of("A/99/1", text);
    EXPECT_EQ(named(document, "description"), "") << text;
  }
}

TEST(Descriptions, FindTheWordsOfANameInOneSentence) {
  Document scattered = document_of(
      "A/99/1", "1. Permanent missions asked; 12 computers were donated to those missions.");
  EXPECT_EQ(named(scattered, "description"),
            "1 computer-donation=Permanent missions asked; 12 computers were donated to those "
            "missions");
  const char* const refused[] = {
      "1. Permanent missions asked. Computers were donated.",  // two sentences
      "1. Missions gave computers.",
      "1. They helped permanent missions to move, and that computers were donated was said.",
      "1. Computers were donated, to be shown with resolution 9/9 to permanent missions.",
      "1. Permanent missions wrote resolutions 8/8, and 9/9 on donated computers.",
      "1. Permanent staff gave what was left of soup, bread, tea, rice, salt, oil, milk and eggs "
      "to "
      "missions, and donated computers.",
      "1. The International Conference on Soup and Development met the Government.",
      "1. The Ad Hoc Open-ended Working Group on Informatics has a mandate.",
  };
  for (const char* text : refused) {
    Document document = document_of("A/99/1", text);
    EXPECT_EQ(named(document, "description"), "") << text;
  }
}

/// "id status=words" of the statuses, "; " between them.
std::string stated(std::string_view text) {
  Document document = document_of("A/99/1", "1. " + std::string(text));
  mark_names(document, nullptr);
  mark_statuses(document, nullptr);
  std::string out;
  for (const StatusMark& mark : document.marks.statuses) {
    if (!out.empty()) out += "; ";
    out += mark.id + " " + std::string(name_of(mark.status)) + "=" + words_of(document, mark.span);
  }
  return out;
}

TEST(Statuses, AreReadFromTheVerbBesideTheName) {
  const Case cases[] = {
      {"The Extranet will be opened in June.", "un-extranet planned=will be"},
      {"The Extranet, currently being developed, is large.",
       "un-extranet planned=currently being developed"},
      {"The Extranet, the first of its kind, will be opened.", "un-extranet planned=will be"},
      {"The Extranet will continue to grow.", "un-extranet running=will continue"},
      {"The office continues to maintain CandiWeb.", "candiweb running=continues to"},
      {"CandiWeb provides lists, and UNBISnet was discontinued in June.",
       "candiweb running=provides; unbisnet ended=was discontinued"},
      {"They built a portal pilot for Member States.", "member-states-portal pilot=pilot"},
      {"The new tool is replacing UNBISnet.", "unbisnet replaced=replacing"},
      {"UNBISnet has been replaced by a new tool.", "unbisnet replaced=has been replaced"},
      {"The International Conference on E-government for Development was held in June.",
       "palermo-egov-conference ended=was held"},
      {"Treaty circulars. They are slow. So a pilot began.", "treaty-circulars pilot=pilot"},
  };
  for (const Case& c : cases) EXPECT_EQ(stated(c.text), c.expected) << c.text;
}

TEST(Statuses, AreNotGuessed) {
  const char* const refused[] = {
      "The Extranet. It will be good.",  // another sentence
      "The Extranet is not available.",
      "Costs are handled under the strategic heritage plan.",
      "The need for talks on UNBISnet is clear.",
      "The ground for an optical disk system was completed.",
      "With the help of CandiWeb, the office will be shut.",
      "Seminars conducted by the UNBISnet team.",
      "Technical advice and secretariat support to the Ad Hoc Open-ended Working Group on "
      "Informatics.",
      "CandiWeb and the extranets.",
      "The Security Council will be there.",
  };
  for (const char* text : refused) EXPECT_EQ(stated(text), "") << text;
}

}  // namespace
}  // namespace undex
