#include "schemas/spelling.h"

#include <span>

#include "corpus/text.h"

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

struct Ending {
  std::string_view from;
  std::string_view to;
};
constexpr Ending kFrenchEndings[] = {
    {"ite", "it\u00e9"}, {"ites", "it\u00e9s"}, {"ee", "\u00e9e"},
    {"ees", "\u00e9es"}, {"iere", "i\u00e8re"}, {"ieres", "i\u00e8res"},
};
constexpr Ending kSpanishEndings[] = {
    {"cion", "ci\u00f3n"}, {"logia", "log\u00eda"}, {"logias", "log\u00edas"},
    {"dades", "dad"},      {"tades", "tad"},
};

template <std::size_t kCount>
std::string with_ending(std::string_view word, const Ending (&endings)[kCount]) {
  for (const Ending& ending : endings)
    if (word.size() > ending.from.size() && word.ends_with(ending.from))
      return std::string(word.substr(0, word.size() - ending.from.size())).append(ending.to);
  return std::string(word);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
  return text;
}

constexpr std::string_view kArticle = "\u0627\u0644";
/// What may stand before an Arabic word as one with it, and the bytes (two a letter) that must be
/// left of the word: shorter ones begin with these letters themselves. First the article with what
/// stands before it.
struct Particle {
  std::string_view letters;
  std::size_t least_bytes = 4;
};
constexpr Particle kArticles[] = {
    {"\u0648\u0628\u0627\u0644"},
    {"\u0648\u0643\u0627\u0644"},
    {"\u0641\u0628\u0627\u0644"},
    {"\u0648\u0627\u0644"},
    {"\u0641\u0627\u0644"},
    {"\u0628\u0627\u0644"},
    {"\u0643\u0627\u0644"},
    {"\u0648\u0644\u0644"},
    {"\u0644\u0644"},
    {kArticle},
};
/// Words that begin like the article ("electronic") are the same with it and without.
constexpr Particle kArticleTwice[] = {{kArticle}};
constexpr Particle kConjunctions[] = {{"\u0648", 10}, {"\u0628", 12}, {"\u0644", 12}};

void take_off(std::string_view& word, std::span<const Particle> particles) {
  for (const Particle& particle : particles) {
    if (!word.starts_with(particle.letters)) continue;
    if (word.size() < particle.letters.size() + particle.least_bytes) continue;
    word.remove_prefix(particle.letters.size());
    return;
  }
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

std::string french_spelling(std::string_view folded) { return with_ending(folded, kFrenchEndings); }

std::string spanish_spelling(std::string_view folded) {
  return with_ending(folded, kSpanishEndings);
}

std::string russian_spelling(std::string_view raw) {
  return replaced(replaced(to_lower(normal_text(raw)), "\u0451", "\u0435"), "\u0301", "");
}

std::string arabic_writing(std::string_view folded) {
  std::string word = replaced(std::string(folded), "\u0640", "");  // tatweel
  word = replaced(std::move(word), "\u0649", "\u064a");
  return replaced(std::move(word), "\u0629", "\u0647");
}

std::string arabic_spelling(std::string_view written) {
  std::string_view word = written;
  take_off(word, kArticles);
  take_off(word, kArticleTwice);
  take_off(word, kConjunctions);
  std::string out = std::string(kArticle).append(word);
  if (out.ends_with("\u0647")) out.replace(out.size() - 2, 2, "\u0629");
  return out;
}

}  // namespace undex
