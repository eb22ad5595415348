#include "corpus/figure/lexicon.h"

#include <array>
#include <unordered_map>

#include "corpus/strings.h"

namespace undex {
namespace {

using namespace word_kind;

struct WordRow {
  std::uint32_t kinds;
  std::string_view words;  ///< parted by blanks
};

constexpr std::array kWords{
    WordRow{kDeterminer,
            "the a an this that these those its their his her our my your each every all both any "
            "some such no another either neither which whose what several many few various "
            "certain"},
    WordRow{kPreposition,
            "of in on at by for from to with within without into onto upon over under above below "
            "between among amongst through throughout during since until till before after across "
            "against along around about behind beyond despite except inside outside near per plus "
            "towards toward via versus regarding concerning including excluding following pending "
            "than as like unlike owing due pursuant beside besides amid off out up down"},
    WordRow{kConjunction, "and or but nor yet so if because although though unless whether"},
    WordRow{kRelative,
            "which that who whom whose where when while whereby wherein whereas how why"},
    WordRow{kPronoun, "it they he she we i you them him us themselves itself himself one's"},
    WordRow{kVerb,
            "is are was were be been being am has have had having do does did done will would "
            "shall should may might can could must cannot include includes included comprise "
            "comprises comprised consist consists consisted remain remains remained continue "
            "continues continued took take takes taken made make makes came come comes went go "
            "goes gave give gives given held hold holds met meet meets said says say became "
            "become becomes began begin begins begun participate participates participated "
            "attend attends attended receive receives received provide provides provided "
            "represent represents represented agree agrees agreed adopt adopts adopted "
            "need needs needed require requires required seem seems appear appears appeared "
            "increase increases increased decrease decreased rose rise risen fell fall fallen "
            "grew grow grown reach reaches reached total totals totalled totalling amount amounts "
            "amounted amounting stood stand stands cover covers covered serve serves served allow "
            "allows allowed enable enables enabled contribute contributes contributed decide "
            "decides decided request requests requested speak speaks spoke expressed "
            "expresses noted notes organized conducted presented submitted voted led leads left "
            "lies lie sought seek seeks saw see sees knew know knows got get gets ensures ensure "
            "paid pays thought think thinks worked lived"},
    WordRow{kAdverb,
            "now then also only already not however therefore thus still here there today again "
            "together apart ago later earlier respectively worldwide annually monthly weekly daily "
            "yearly quarterly simultaneously overall altogether currently never ever too very "
            "etc alone else instead often once twice thrice well more less most least almost "
            "nearly approximately roughly just even namely i.e e.g further furthermore moreover "
            "meanwhile abroad onward onwards forward"},
    WordRow{kMore, "more further"},
    WordRow{kTimeUnit | kMeasure,
            "second minute hour day night week fortnight month quarter year semester decade "
            "biennium century weekday workday"},
    WordRow{kTimeUnit,
            "seconds minutes hours days nights weeks fortnights months quarters years semesters "
            "decades bienniums biennia centuries weekdays workdays"},
    WordRow{kMonth,
            "january february march april may june july august september october november "
            "december jan feb mar apr jun jul aug sep sept oct nov dec"},
    WordRow{
        kLabel,
        "paragraph paragraphs para paras subparagraph subparagraphs sub-paragraph sub-paragraphs "
        "section sections sect sects subsection subsections chapter chapters chap article articles "
        "art arts annex annexes appendix appendices attachment enclosure table tables figure "
        "figures fig box boxes map item items resolution resolutions decision decisions no nos "
        "number numbers supplement supplements volume volumes vol vols page pages p pp part parts "
        "rule rules regulation regulations principle principles goal goals sdg sdgs target targets "
        "indicator indicators line lines phase phases stage stages step steps level levels tier "
        "class category categories grade session sessions meeting meetings version versions "
        "release room floor building suite note notes footnote footnotes option options "
        "corrigendum addendum track lot component components subprogramme subprogrammes programme "
        "objective objectives outcome outcomes output outputs clause clauses schedule exhibit "
        "question questions recommendation recommendations round rounds order case document "
        "documents report reports series issue issues directive directives protocol protocols "
        "convention conventions ex-post column columns row rows zone zones route model models "
        "commitment commitments priority priorities action actions pillar pillars scenario type "
        "expected-accomplishment accomplishment ref reference id code bulletin circular tel "
        "telephone fax box ext extension postbox century unit"},
    WordRow{kOrdinal,
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth "
            "hundredth thousandth st nd rd th"},
    WordRow{kPlural,
            "people women men children staff personnel data media criteria police youth series "
            "species headquarters feet indices matrices curricula memoranda phenomena aircraft "
            "fora addenda corrigenda symposia geese households percentage personnel cattle"},
    WordRow{kNotPlural,
            "always perhaps news thus plus this is was has does its his whereas across besides "
            "towards afterwards sometimes regardless nevertheless nonetheless less class yes as "
            "us ours theirs hers yours cross access process progress success address business "
            "basis analysis crisis thesis emphasis status census focus consensus virus bonus "
            "campus apparatus various previous numerous serious continuous religious "
            "indigenous economics politics physics mathematics statistics logistics informatics "
            "ethics overseas alas lens gas bus bias atlas corps"},
    WordRow{kDiscourse,
            "hand side sides way ways regard regards time thing example instance sense respect "
            "aspect reason point "
            "place case means such particular important major key common good another else so "
            "area areas element issue issues kind sort voice body size direction world "
            "planet goal message language priority challenge question possibility possible "
            "approach factor concern lesson united extreme behind person's stop mind accord"},
    WordRow{kMeasure,
            "person member people page seat country nation point fold kilometre kilometer metre "
            "meter mile ton tonne litre acre hectare percent story storey room bed session part "
            "module course man volume"},
    WordRow{kNumber,
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
            "eighty ninety"},
    WordRow{kNumber | kScale,
            "hundred thousand million billion trillion dozen hundreds thousands millions billions "
            "trillions dozens"},
    WordRow{kUnitSymbol,
            "km kg cm mm m g t gb mb kb tb pb gbps mbps kbps mhz ghz khz kw mw gw kwh mwh gwh ha "
            "ml ppm dpi bn hz kbit mbit gbit km2 m2 m3 usd eur"},
    WordRow{kFraction,
            "half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths "
            "tenth tenths"},
    WordRow{kAbbreviation,
            "no nos para paras art arts sect sects chap chaps vol vols p pp fig figs ed eds mr mrs "
            "ms dr st cf ca approx add corr rev inc ltd jan feb mar apr jun jul aug sep sept oct "
            "nov dec tel ext vs et al dept gen rep"}};

const std::unordered_map<std::string_view, std::uint32_t>& word_table() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint32_t> made;
    for (const WordRow& row : kWords)
      for (const std::string_view word : split(row.words, ' ')) made[word] |= row.kinds;
    return made;
  }();
  return table;
}

struct ValueRow {
  std::string_view word;
  long long value;
};
constexpr std::array kValues{ValueRow{"zero", 0},
                             ValueRow{"one", 1},
                             ValueRow{"two", 2},
                             ValueRow{"three", 3},
                             ValueRow{"four", 4},
                             ValueRow{"five", 5},
                             ValueRow{"six", 6},
                             ValueRow{"seven", 7},
                             ValueRow{"eight", 8},
                             ValueRow{"nine", 9},
                             ValueRow{"ten", 10},
                             ValueRow{"eleven", 11},
                             ValueRow{"twelve", 12},
                             ValueRow{"thirteen", 13},
                             ValueRow{"fourteen", 14},
                             ValueRow{"fifteen", 15},
                             ValueRow{"sixteen", 16},
                             ValueRow{"seventeen", 17},
                             ValueRow{"eighteen", 18},
                             ValueRow{"nineteen", 19},
                             ValueRow{"twenty", 20},
                             ValueRow{"thirty", 30},
                             ValueRow{"forty", 40},
                             ValueRow{"fifty", 50},
                             ValueRow{"sixty", 60},
                             ValueRow{"seventy", 70},
                             ValueRow{"eighty", 80},
                             ValueRow{"ninety", 90},
                             ValueRow{"dozen", 12},
                             ValueRow{"hundred", 100},
                             ValueRow{"thousand", 1000},
                             ValueRow{"million", 1000000},
                             ValueRow{"bn", 1000000000},
                             ValueRow{"billion", 1000000000},
                             ValueRow{"trillion", 1000000000000}};

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

}  // namespace

std::uint32_t kinds_of_word(std::string_view lower) {
  const auto& table = word_table();
  const auto found = table.find(lower);
  return found == table.end() ? 0U : found->second;
}

std::optional<long long> value_of_word(std::string_view lower) {
  for (const ValueRow& row : kValues)
    if (row.word == lower) return row.value;
  return std::nullopt;
}

int month_of_word(std::string_view lower) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (lower == kMonths[i] || (lower.size() == 3 && lower == kMonths[i].substr(0, 3)) ||
        (i == 8 && lower == "sept"))
      return static_cast<int>(i) + 1;
  return 0;
}

bool is_plural_noun(std::string_view lower) {
  const std::uint32_t kinds = kinds_of_word(lower);
  if ((kinds & kPlural) != 0) return true;
  if ((kinds & (kNotPlural | kBreaksPhrase)) != 0 || lower.size() < 3) return false;
  if (lower.ends_with("'s")) return false;
  if (const std::size_t hyphen = lower.rfind('-'); hyphen != std::string_view::npos)
    return is_plural_noun(lower.substr(hyphen + 1));
  return lower.back() == 's' && !lower.ends_with("ss") && !lower.ends_with("us") &&
         !lower.ends_with("is");
}

std::string singular_of(std::string_view lower) {
  if (lower.size() > 3 && lower.ends_with("ies"))
    return std::string(lower.substr(0, lower.size() - 3)) + "y";
  for (const std::string_view ending : {"sses", "ches", "shes", "xes"})
    if (lower.ends_with(ending)) return std::string(lower.substr(0, lower.size() - 2));
  if (lower.size() > 2 && lower.back() == 's' && !lower.ends_with("ss") && !lower.ends_with("us"))
    return std::string(lower.substr(0, lower.size() - 1));
  return std::string(lower);
}

std::string plural_of(std::string_view lower) {
  if (lower.empty() || lower == "people" || lower.back() == 's') return std::string(lower);
  const bool consonant_y =
      lower.size() > 1 && lower.back() == 'y' &&
      std::string_view("aeiou").find(lower[lower.size() - 2]) == std::string_view::npos;
  if (consonant_y) return std::string(lower.substr(0, lower.size() - 1)) + "ies";
  return std::string(lower) + "s";
}

}  // namespace undex
