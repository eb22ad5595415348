#include "indexer/structure/masthead_languages.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "corpus/text.h"
#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

struct Phrase {
  std::string_view words;  ///< folded: small letters without accents
  std::string_view english;
};

// Longer phrases stand before those that begin them.
constexpr std::array kPhrases{
    Phrase{"nations unies", "United Nations"},
    Phrase{"naciones unidas", "United Nations"},
    Phrase{"assemblee generale", "General Assembly"},
    Phrase{"asamblea general", "General Assembly"},
    Phrase{"conseil economique et social", "Economic and Social Council"},
    Phrase{"consejo economico y social", "Economic and Social Council"},
    Phrase{"conseil de securite", "Security Council"},
    Phrase{"consejo de seguridad", "Security Council"},
    Phrase{"conseil des droits de l'homme", "Human Rights Council"},
    Phrase{"consejo de derechos humanos", "Human Rights Council"},
    Phrase{"distr. generale", "Distr.: General"},
    Phrase{"distr.: generale", "Distr.: General"},
    Phrase{"distr. limitee", "Distr.: Limited"},
    Phrase{"distr.: limitee", "Distr.: Limited"},
    Phrase{"distr. restreinte", "Distr.: Restricted"},
    Phrase{"distr. general", "Distr.: General"},
    Phrase{"distr. limitada", "Distr.: Limited"},
    Phrase{"distr.: limitada", "Distr.: Limited"},
    Phrase{"distr. reservada", "Distr.: Restricted"},
    Phrase{"session de fond de", "Substantive session of"},
    Phrase{"session d'organisation de", "Organizational session of"},
    Phrase{"reprise de la session de fond de", "Resumed substantive session of"},
    Phrase{"periodo de sesiones sustantivo de", "Substantive session of"},
    Phrase{"periodo de sesiones de organizacion de", "Organizational session of"},
    Phrase{"rapport du secretaire general", "Report of the Secretary-General"},
    Phrase{"informe del secretario general", "Report of the Secretary-General"},
    Phrase{"rapport de la", "Report of the"},
    Phrase{"rapport du", "Report of the"},
    Phrase{"informe de la", "Report of the"},
    Phrase{"informe del", "Report of the"},
    Phrase{"note du secretaire general", "Note by the Secretary-General"},
    Phrase{"nota del secretario general", "Note by the Secretary-General"},
    Phrase{"note du secretariat", "Note by the Secretariat"},
    Phrase{"nota de la secretaria", "Note by the Secretariat"},
    Phrase{"lettre datee du", "Letter dated"},
    Phrase{"lettres identiques datees du", "Identical letters dated"},
    Phrase{"carta de fecha", "Letter dated"},
    Phrase{"cartas identicas de fecha", "Identical letters dated"},
    Phrase{"note verbale datee du", "Note verbale dated"},
    Phrase{"nota verbal de fecha", "Note verbale dated"},
    Phrase{"resolution adoptee par l'assemblee generale",
           "Resolution adopted by the General Assembly"},
    Phrase{"resolucion aprobada por la asamblea general",
           "Resolution adopted by the General Assembly"},
    Phrase{"resolution adoptee par", "Resolution adopted by"},
    Phrase{"resolucion aprobada por", "Resolution adopted by"},
    Phrase{"projet de resolution", "Draft resolution"},
    Phrase{"proyecto de resolucion", "Draft resolution"},
    Phrase{"rectificatif", "Corrigendum"},
    Phrase{"correccion", "Corrigendum"},
    Phrase{"additif", "Addendum"},
    Phrase{"adicion", "Addendum"},
    Phrase{"geneve,", "Geneva,"},
    Phrase{"ginebra,", "Geneva,"},
    Phrase{"nueva york,", "New York,"},
    Phrase{"vienne,", "Vienna,"},
    Phrase{"viena,", "Vienna,"},
};

// After an item's number.
constexpr std::array kAgendas{
    Phrase{"de l'ordre du jour provisoire", "of the provisional agenda"},
    Phrase{"de l'ordre du jour", "of the agenda"},
    Phrase{"de la liste preliminaire", "of the preliminary list"},
    Phrase{"del programa provisional", "of the provisional agenda"},
    Phrase{"del programa", "of the agenda"},
    Phrase{"de la lista preliminar", "of the preliminary list"},
};

constexpr std::array<std::array<std::string_view, 3>, 12> kMonths{{
    {"January", "janvier", "enero"},
    {"February", "fevrier", "febrero"},
    {"March", "mars", "marzo"},
    {"April", "avril", "abril"},
    {"May", "mai", "mayo"},
    {"June", "juin", "junio"},
    {"July", "juillet", "julio"},
    {"August", "aout", "agosto"},
    {"September", "septembre", "septiembre"},
    {"October", "octobre", "octubre"},
    {"November", "novembre", "noviembre"},
    {"December", "decembre", "diciembre"},
}};

struct Ordinal {
  std::string_view stem;
  int value;
};
// Parts of "soixante-dix-huitième" and "septuagésimo octavo" that are added up; the longer first:
// "septimo" begins with "sept".
constexpr std::array kOrdinals{
    Ordinal{"quincuagesimo", 50},
    Ordinal{"quatre-vingt", 80},
    Ordinal{"cuadragesimo", 40},
    Ordinal{"septuagesimo", 70},
    Ordinal{"sexagesimo", 60},
    Ordinal{"octogesimo", 80},
    Ordinal{"nonagesimo", 90},
    Ordinal{"duodecimo", 12},
    Ordinal{"trigesimo", 30},
    Ordinal{"centesimo", 100},
    Ordinal{"cinquant", 50},
    Ordinal{"premiere", 1},
    Ordinal{"undecimo", 11},
    Ordinal{"vigesimo", 20},
    Ordinal{"quatorz", 14},
    Ordinal{"quarant", 40},
    Ordinal{"soixant", 60},
    Ordinal{"premier", 1},
    Ordinal{"segundo", 2},
    Ordinal{"septimo", 7},
    Ordinal{"decimo", 10},
    Ordinal{"primer", 1},
    Ordinal{"tercer", 3},
    Ordinal{"cuarto", 4},
    Ordinal{"quinto", 5},
    Ordinal{"octavo", 8},
    Ordinal{"noveno", 9},
    Ordinal{"treiz", 13},
    Ordinal{"quinz", 15},
    Ordinal{"trent", 30},
    Ordinal{"trois", 3},
    Ordinal{"quatr", 4},
    Ordinal{"cinqu", 5},
    Ordinal{"vingt", 20},
    Ordinal{"sexto", 6},
    Ordinal{"douz", 12},
    Ordinal{"seiz", 16},
    Ordinal{"deux", 2},
    Ordinal{"sept", 7},
    Ordinal{"huit", 8},
    Ordinal{"neuv", 9},
    Ordinal{"onz", 11},
    Ordinal{"six", 6},
    Ordinal{"dix", 10},
    Ordinal{"un", 1},
};

struct Word {
  std::string folded;
  std::size_t end = 0;  ///< in the line
};

std::vector<Word> words_of(std::string_view line) {
  static constexpr std::size_t kMost = 24;
  std::vector<Word> words;
  for (std::size_t at = 0; at < line.size() && words.size() < kMost;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    std::string folded = fold(line.substr(at, end - at));
    // The typographic apostrophe of "l’ordre".
    for (std::size_t mark = folded.find("\u2019"); mark != std::string::npos;
         mark = folded.find("\u2019"))
      folded.replace(mark, 3, "'");
    words.push_back({std::move(folded), end});
    at = end + 1;
  }
  return words;
}

/// How many words from `at` on are the words of the phrase; marks may follow its last one.
std::size_t matched(const std::vector<Word>& words, std::size_t at, std::string_view phrase) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (at + count >= words.size()) return 0;
    std::string_view word = words[at + count].folded;
    const bool last = end == phrase.size();
    while (last && word.size() > end && (word.back() == '*' || word.back() == ':'))
      word.remove_suffix(1);
    if (word != phrase.substr(0, end)) return 0;
    ++count;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return count;
}

std::string_view rest_after(std::string_view line, const std::vector<Word>& words,
                            std::size_t count) {
  if (count == 0) return line;
  const std::size_t end = words[count - 1].end;
  return line.substr(std::min(end, line.size()));
}

/// Marks that stood at the end of the words taken: "provisoire*" keeps its asterisk.
std::string marks_of(std::string_view folded) {
  std::size_t end = folded.size();
  while (end > 0 && (folded[end - 1] == '*' || folded[end - 1] == ':')) --end;
  return std::string(folded.substr(end));
}

std::string month_of(std::string_view folded) {
  for (const auto& month : kMonths) {
    if (folded == month[1] || folded == month[2]) return std::string(month[0]);
  }
  return {};
}

/// "4 mai 2011", "30 de junio a 25 de julio de 2003": the dates a text begins with in English, what
/// follows them as it is.
std::string dates_in_english(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kSilent{"de", "del", "du", "le", "el", "d'"};
  static constexpr std::array<std::string_view, 3> kTo{"a", "au", "al"};
  const auto is_in = [](const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  std::string result;
  bool found = false;
  std::size_t begin = 0;
  for (const Word& word : words_of(text)) {
    const std::string_view folded = word.folded;
    // "30 juin-25 juillet": day and month on either side of a dash.
    const std::size_t dash = folded.find_first_of("-\xE2");
    const std::string month = month_of(folded.substr(0, dash));
    std::string shown(folded);
    if (is_in(kSilent, folded)) {
      shown.clear();
    } else if (is_in(kTo, folded)) {
      shown = "-";
    } else if (!month.empty()) {
      found = true;
      shown = month;
      if (dash != std::string_view::npos)
        shown += "-" + std::string(folded.substr(dash + (folded[dash] == '-' ? 1 : 3)));
    } else if (folded == "1er" || folded == "1o") {
      shown = "1";
    } else if (folded.empty() || !is_digit(folded[0])) {
      if (found) result += " " + std::string(text.substr(begin));
      break;
    }
    begin = std::min(word.end + 1, text.size());
    const bool tight = result.empty() || result.back() == '-' || shown == "-" || shown.empty();
    result += (tight ? "" : " ") + shown;
  }
  return found ? result : std::string();
}

/// "l'Assemblée des lampes le 1er mai 2036" -> "l'Assemblée des lampes 1 May 2036": the day behind
/// an organ that has no English name here.
std::string day_in_english(std::string_view text) {
  for (const std::string_view article : {" le ", " el "}) {
    const std::size_t at = text.rfind(article);
    if (at == std::string_view::npos) continue;
    const std::string day = dates_in_english(text.substr(at + article.size()));
    if (!day.empty()) return std::string(text.substr(0, at + 1)) + day;
  }
  return std::string(text);
}

/// "Soixante-dix-huitième session", "Septuagésimo octavo período de sesiones" -> "78th session".
std::string session_in_english(std::string_view line, const std::vector<Word>& words) {
  for (const std::string_view plain : {"session de", "periodo de sesiones de"}) {
    const std::size_t year = matched(words, 0, plain);
    if (year == 0 || year >= words.size() || words[year].folded.size() != 4) continue;
    if (!is_digit(words[year].folded[0])) continue;
    return words[year].folded + " session" + std::string(rest_after(line, words, year + 1));
  }
  int value = 0;
  std::size_t at = 0;
  for (; at < words.size() && at < 5; ++at) {
    std::string_view rest = words[at].folded;
    if (rest == "session" || rest == "periodo") break;
    if (rest == "et") continue;
    while (!rest.empty()) {
      const auto part = std::find_if(kOrdinals.begin(), kOrdinals.end(), [&](const Ordinal& row) {
        return rest.starts_with(row.stem);
      });
      if (part == kOrdinals.end()) return {};
      value += part->value;
      rest.remove_prefix(part->stem.size());
      for (const std::string_view end : {"ieme", "eme", "e", "o", "a"}) {
        if (!rest.starts_with(end)) continue;
        rest.remove_prefix(end.size());
        break;
      }
      for (const std::string_view joint : {"-et-", "-"}) {
        if (!rest.starts_with(joint)) continue;
        rest.remove_prefix(joint.size());
        break;
      }
    }
  }
  if (value == 0 || at >= words.size()) return {};
  const std::size_t count =
      words[at].folded == "session" ? 1 : matched(words, at, "periodo de sesiones");
  if (count == 0) return {};
  const std::string_view rest = rest_after(line, words, at + count);
  std::string special;
  const bool extra = rest.find("extraordina") != std::string_view::npos;
  if (extra) special = "special ";
  return std::to_string(value) + "th " + special + "session" + (extra ? "" : std::string(rest));
}

/// "Point 7 c) de l'ordre du jour provisoire* ..." -> "Item 7 (c) of the provisional agenda* ..."
std::string item_in_english(std::string_view line, const std::vector<Word>& words) {
  const std::string_view first = words.empty() ? std::string_view() : words[0].folded;
  const bool several = first == "points" || first == "temas";
  if (!several && first != "point" && first != "tema") return {};
  std::string result = several ? "Items" : "Item";
  std::size_t at = 1;
  bool number = false;
  for (; at < words.size(); ++at) {
    std::string_view word = words[at].folded;
    const bool point = word.size() >= 2 && word.size() <= 4 && word.back() == ')';
    if (!word.empty() && is_digit(word[0])) {
      number = true;
      result += " " + std::string(word);
    } else if (number && point) {
      result += word[0] == '(' ? " " : " (";
      result += word;
    } else if (number && (word == "et" || word == "y")) {
      result += " and";
    } else {
      break;
    }
  }
  if (!number) return {};
  for (const Phrase& agenda : kAgendas) {
    const std::size_t count = matched(words, at, agenda.words);
    if (count == 0) continue;
    result += " " + std::string(agenda.english) + marks_of(words[at + count - 1].folded);
    return result + std::string(rest_after(line, words, at + count));
  }
  return {};
}

}  // namespace

std::string masthead_in_english(std::string_view line) {
  static constexpr std::size_t kLongest = 400;
  if (line.empty() || line.size() > kLongest) return {};
  const std::vector<Word> words = words_of(line);
  if (std::string item = item_in_english(line, words); !item.empty()) return item;
  if (std::string session = session_in_english(line, words); !session.empty()) return session;
  if (is_digit(line[0])) return dates_in_english(line);
  for (const Phrase& phrase : kPhrases) {
    const std::size_t count = matched(words, 0, phrase.words);
    if (count == 0) continue;
    const std::string_view rest = rest_after(line, words, count);
    std::string english = std::string(phrase.english) + marks_of(words[count - 1].folded);
    // A date beside an organ or a distribution is read by itself.
    const bool dated = phrase.words.ends_with(",") || phrase.english.ends_with("dated") ||
                       phrase.english.starts_with("Resolution");
    const std::string dates = dated ? dates_in_english(trimmed(rest)) : std::string();
    if (dates.empty() && phrase.english.ends_with(" by")) return english + day_in_english(rest);
    return english + (dates.empty() ? std::string(rest) : " " + dates);
  }
  return {};
}

std::string language_in_english(std::string_view name) {
  static constexpr std::array<std::array<std::string_view, 4>, 6> kNames{{
      {"English", "english", "anglais", "ingles"},
      {"French", "french", "francais", "frances"},
      {"Spanish", "spanish", "espagnol", "espanol"},
      {"Russian", "russian", "russe", "ruso"},
      {"Arabic", "arabic", "arabe", "arabe"},
      {"Chinese", "chinese", "chinois", "chino"},
  }};
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && (is_letter(name[end]) || (name[end] & 0x80) != 0)) ++end;
    const std::string folded = fold(name.substr(at, end - at));
    const auto row = std::find_if(kNames.begin(), kNames.end(), [&](const auto& names) {
      return std::find(names.begin() + 1, names.end(), folded) != names.end();
    });
    result += row == kNames.end() ? name.substr(at, end - at) : row->front();
    if (end < name.size()) result += name[end];
    at = end + 1;
  }
  return result;
}

}  // namespace undex::structure
