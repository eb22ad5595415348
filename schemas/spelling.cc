#include "schemas/spelling.h"

namespace undex {
namespace {

struct Spelling {
  std::string_view from;
  std::string_view to;
  bool whole = false;  ///< the word or its plural only: "programmed" is no "programd"
};

/// Beginnings of words; the endings that follow are left to the stemmer.
constexpr Spelling kBeginnings[] = {
    {"acknowledgement", "acknowledgment"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"armour", "armor"},
    {"artefact", "artifact"},
    {"behaviour", "behavior"},
    {"cancell", "cancel"},
    {"catalogue", "catalog", true},
    {"catalogued", "cataloged"},
    {"catalogui", "catalogi"},
    {"centre", "center", true},
    {"centred", "centered"},
    {"channell", "channel"},
    {"cheque", "check", true},
    {"colour", "color"},
    {"counsell", "counsel"},
    {"defence", "defense"},
    {"endeavour", "endeavor"},
    {"enrol", "enroll"},
    {"favour", "favor"},
    {"fibre", "fiber", true},
    {"fuell", "fuel"},
    {"fulfil", "fulfill"},
    {"grey", "gray"},
    {"harbour", "harbor"},
    {"honour", "honor"},
    {"instal", "install"},
    {"judgement", "judgment"},
    {"labell", "label"},
    {"labour", "labor"},
    {"levell", "level"},
    {"licence", "license"},
    {"modell", "model"},
    {"neighbour", "neighbor"},
    {"offence", "offense"},
    {"paediatric", "pediatric"},
    {"practise", "practice"},
    {"programme", "program", true},
    {"rumour", "rumor"},
    {"signall", "signal"},
    {"skilful", "skillful"},
    {"sulphur", "sulfur"},
    {"theatre", "theater", true},
    {"travell", "travel"},
    {"tumour", "tumor"},
    {"vapour", "vapor"},
};
constexpr std::string_view kIseEndings[] = {"isational", "isations", "isation", "isers", "iser",
                                            "ised",      "ises",     "ising",   "ise"};
constexpr std::string_view kYzeEndings[] = {"yzers", "yzer", "yzed", "yzes", "yzing", "yze"};

/// A new beginning only where the longer form is not there already: "install" begins with "instal".
std::string with_one_beginning(std::string_view word) {
  for (const Spelling& spelling : kBeginnings) {
    if (!word.starts_with(spelling.from)) continue;
    if (spelling.to.size() > spelling.from.size() && word.starts_with(spelling.to)) continue;
    const std::string_view rest = word.substr(spelling.from.size());
    if (spelling.whole && !rest.empty() && rest != "s") continue;
    return std::string(spelling.to).append(rest);
  }
  return std::string(word);
}

/// "revise", "precise", "exercise" are no -ize words, and their kin in -ision must keep their stem.
bool takes_ize(std::string_view stem, std::string_view ending) {
  if (ending.starts_with("isation")) return stem.size() >= 3;
  if (stem.size() < 4) return false;
  if (stem.ends_with('v')) return false;
  return !stem.ends_with('c') || stem.ends_with("ic");
}

}  // namespace

std::string one_spelling(std::string_view folded) {
  std::string word = with_one_beginning(folded);
  for (const std::string_view ending : kIseEndings) {
    if (!word.ends_with(ending)) continue;
    const std::size_t stem = word.size() - ending.size();
    if (takes_ize(std::string_view(word).substr(0, stem), ending)) word[stem + 1] = 'z';
    return word;
  }
  for (const std::string_view ending : kYzeEndings) {
    if (!word.ends_with(ending)) continue;
    word[word.size() - ending.size() + 1] = 's';
    return word;
  }
  return word;
}

}  // namespace undex
