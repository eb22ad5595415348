#include "indexer/structure/openings.h"

#include <algorithm>
#include <array>

#include "corpus/date.h"
#include "indexer/structure/labels.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_languages.h"

namespace undex::structure {
namespace {

template <std::size_t N>
bool has_any_word(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return find_word(text, word) != std::string_view::npos;
  });
}

std::string_view without_quotes(std::string_view text) {
  std::size_t at = 0;
  while (const std::size_t quote = quote_at(text, at)) at += quote;
  return text.substr(at);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

bool is_present_verb(std::string_view word) {
  if (word.size() < 4 || !is_upper_letter(word[0]) || word.back() != 's') return false;
  static constexpr std::array<std::string_view, 5> kOther{"ous", "ess", "States", "Nations",
                                                          "Members"};
  return std::none_of(kOther.begin(), kOther.end(),
                      [&](std::string_view end) { return word.ends_with(end); });
}

bool ends_with_digit(std::string_view text) { return !text.empty() && is_digit(text.back()); }

}  // namespace

bool is_formula(std::string_view raw) {
  const std::string_view text = without_quotes(raw);
  if (text.size() > 160) return false;
  static constexpr std::array<std::string_view, 10> kElsewhere{"l’assemblée générale,",
                                                               "l'assemblée générale,",
                                                               "le conseil de sécurité,",
                                                               "le conseil économique et social,",
                                                               "le conseil des droits de l’homme,",
                                                               "le conseil des droits de l'homme,",
                                                               "la asamblea general,",
                                                               "el consejo económico y social,",
                                                               "el consejo de seguridad,",
                                                               "el consejo de derechos humanos,"};
  const std::string whole = ascii_lower(text);
  if (std::find(kElsewhere.begin(), kElsewhere.end(), whole) != kElsewhere.end()) return true;
  if (!starts_with_word(text, "the ")) return false;
  static constexpr std::array<std::string_view, 9> kBodies{"assembly",  "council",    "commission",
                                                           "committee", "conference", "board",
                                                           "congress",  "parties",    "meeting"};
  const std::string lower = ascii_lower(text);
  if (text.back() != ',')
    return lower == "the general assembly" || lower == "the security council" ||
           lower == "the economic and social council" || lower == "the human rights council";
  return has_any_word(lower, kBodies);
}

bool is_closing(std::string_view text) {
  if (text.size() > 200) return false;
  // "20 décembre 2036", "79e séance plénière", "79ª sesión plenaria"
  if (text.size() < 60 && !text.empty() && is_digit(text[0])) {
    const std::string english = masthead_in_english(text);
    if (!english.empty() && is_closing(english)) return true;
  }
  const std::string lower = ascii_lower(text);
  if (lower.starts_with("(signed)") || lower.starts_with("[adopted ") ||
      lower.starts_with("adopted at the "))
    return true;
  // "54th plenary meeting", "6748th meeting"
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const std::string suffix = lower.substr(digits, 2);
  const bool ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
  const bool counted = digits > 0 && ordinal && text.size() < 80 && !has_end_mark(text) &&
                       lower.find(" meeting") != std::string::npos;
  const bool foreign = digits > 0 && text.size() < 60 && !has_end_mark(text) &&
                       (lower.ends_with("séance plénière") || lower.ends_with("séance") ||
                        lower.ends_with("sesión plenaria") || lower.ends_with("sesión"));
  if (foreign) return true;
  if (counted) return true;
  if (text.size() > 40) return false;
  const auto date = find_date(text);
  if (!date || date->date.day == 0 || date->end + 1 < text.size()) return false;
  // "12 May 2036", "New York, 12 May 2036"
  const std::string_view place = trimmed(text.substr(0, date->begin));
  if (place.empty()) return true;
  return place.back() == ',' && begins_capital(place) &&
         place.find_first_of(".;:(") == place.npos &&
         std::none_of(place.begin(), place.end(), is_digit) && !ends_unfinished(place);
}

std::optional<std::size_t> summary_text_at(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords{"summary", "résumé", "resumen"};
  const auto word = std::find_if(kWords.begin(), kWords.end(),
                                 [&](std::string_view one) { return starts_with_word(text, one); });
  if (word == kWords.end()) return std::nullopt;
  std::size_t at = word->size();
  if (at < text.size() && (text[at] == ':' || text[at] == '.')) ++at;
  const std::size_t begin = skip_spaces(text, at);
  if (begin >= text.size()) return text.size();
  const bool tab = text.substr(at, begin - at).find_first_of("\t\n") != std::string_view::npos;
  return tab ? std::optional(begin) : std::nullopt;
}

bool is_contents_heading(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return lower == "contents" || lower == "table of contents" ||
         (lower.starts_with("contents") && lower.size() < 40 &&
          (lower.ends_with("page") || lower.ends_with("paragraphs")));
}

bool is_contents_entry(std::string_view text) {
  if (text.size() > 400) return false;
  static constexpr std::array<std::string_view, 6> kHeads{"page",    "paragraphs", "chapter",
                                                          "section", "annex",      "annexes"};
  const std::string lower = ascii_lower(text);
  if (std::find(kHeads.begin(), kHeads.end(), lower) != kHeads.end()) return true;
  if (text.find("....") != std::string_view::npos || text.find(". . .") != std::string_view::npos)
    return true;
  const std::size_t tab = text.rfind('\t');
  return ends_with_digit(text) && tab != std::string_view::npos && text.size() - tab <= 8;
}

bool begins_operative(std::string_view raw) {
  const std::string_view text = without_quotes(raw);
  const std::string_view first = first_word(text);
  if (is_present_verb(first)) return true;
  static constexpr std::array<std::string_view, 6> kAdverbs{"Also",     "Further", "Strongly",
                                                            "Urgently", "Again",   "Solemnly"};
  if (std::find(kAdverbs.begin(), kAdverbs.end(), first) == kAdverbs.end()) return false;
  const std::string_view rest = text.substr(skip_spaces(text, first.size()));
  std::string second(first_word(rest));
  if (second.empty()) return false;
  second[0] = static_cast<char>(second[0] & ~0x20);
  return is_present_verb(second);
}

bool begins_preambular(std::string_view raw) {
  static constexpr std::array<std::string_view, 17> kOther{
      "Alarmed", "Aware",    "Cognizant",  "Concerned",  "Conscious",  "Convinced",
      "Deeply",  "Desirous", "Determined", "Disturbed",  "Encouraged", "Gravely",
      "Guided",  "Inspired", "Mindful",    "Profoundly", "Resolved"};
  const std::string_view first = first_word(without_quotes(raw));
  if (first.empty() || !is_upper_letter(first[0])) return false;
  return (first.size() > 5 && first.ends_with("ing")) ||
         std::find(kOther.begin(), kOther.end(), first) != kOther.end();
}

bool begins_issuance(std::string_view text) {
  const std::string head = ascii_lower(text.substr(0, 40));
  return head.starts_with("the secretary-general, pursuant") ||
         head.starts_with("the secretary-general, for the purpose") ||
         head.starts_with("the under-secretary-general for") ||
         head.starts_with("the assistant secretary-general for");
}

bool begins_letter(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kAnywhere{
      "presents its compliments", "present their compliments", "présente ses compliments",
      "saluda atentamente"};
  // Speakers have the honour to speak and greet excellencies: those are no letters.
  static constexpr std::array<std::string_view, 36> kBeginnings{"i have the honour to transmit",
                                                                "i have the honour to forward",
                                                                "i have the honour to refer",
                                                                "i have the honour to inform",
                                                                "i have the honour to enclose",
                                                                "i have the honour to attach",
                                                                "i have the honour to bring",
                                                                "i have the honour to draw",
                                                                "i have the honour to write",
                                                                "i have the honour to request",
                                                                "i have the honour to submit",
                                                                "i have the honour to convey",
                                                                "i have the honour to communicate",
                                                                "i have the honour to acknowledge",
                                                                "i have the honour to circulate",
                                                                "i have the honour to notify",
                                                                "i have the honour, ",
                                                                "on instructions from",
                                                                "upon instructions",
                                                                "pursuant to instructions",
                                                                "i am writing",
                                                                "i write ",
                                                                "dear mr",
                                                                "dear ms",
                                                                "dear mrs",
                                                                "dear dr",
                                                                "dear sir",
                                                                "dear madam",
                                                                "dear excellency",
                                                                "dear ambassador",
                                                                "dear secretary",
                                                                "dear colleague",
                                                                "j'ai l'honneur de ",
                                                                "j’ai l’honneur de ",
                                                                "tengo el honor de ",
                                                                "d'ordre de mon gouvernement"};
  const std::string head = ascii_lower(text.substr(0, 400));
  if (head == "excellency," || head == "your excellency,") return true;
  const auto is_in = [&](std::string_view words) { return head.find(words) != std::string::npos; };
  const auto begins = [&](std::string_view words) { return head.starts_with(words); };
  return std::any_of(kAnywhere.begin(), kAnywhere.end(), is_in) ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(), begins);
}

namespace {

/// "to the letter dated ...", "à la note verbale", "de la carta": what an annex belongs to; with
/// the words it fills its line and its title stands below.
bool belongs_to_letter(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kTo{"to the ", "à la ", "de la ", "aux "};
  static constexpr std::array<std::string_view, 10> kPapers{
      "letter",       "identical letters",
      "note verbale", "notes verbales",
      "lettre",       "lettres",
      "carta",        "cartas",
      "nota verbal",  "statement by the president"};
  for (const std::string_view to : kTo) {
    if (!starts_with_word(text, trimmed(to))) continue;
    const std::string_view paper = text.substr(skip_spaces(text, trimmed(to).size()));
    const auto begins = [&](std::string_view word) { return starts_with_word(paper, word); };
    if (std::any_of(kPapers.begin(), kPapers.end(), begins)) return true;
  }
  return false;
}

}  // namespace

std::optional<AnnexLine> read_annex_line(std::string_view text) {
  struct Word {
    std::string_view word;
    std::string_view part;
  };
  static constexpr std::array<Word, 8> kWords{{{"annex", "annex"},
                                               {"annexe", "annex"},
                                               {"anexo", "annex"},
                                               {"appendice", "appendix"},
                                               {"apéndice", "appendix"},
                                               {"appendix", "appendix"},
                                               {"enclosure", "annex"},
                                               {"attachment", "annex"}}};
  if (text.size() > 300) return std::nullopt;
  for (const Word& row : kWords) {
    if (!starts_with_word(text, row.word)) continue;
    std::size_t at = row.word.size();
    std::size_t number = skip_spaces(text, at);
    std::size_t end = number;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    const std::string core(text.substr(number, end - number));
    const bool numbered =
        !core.empty() && is_upper_letter(core[0]) && (roman_value(core) || letter_value(core));
    const bool digits = !core.empty() && std::all_of(core.begin(), core.end(), is_digit);
    AnnexLine line{.part = std::string(row.part), .label = std::string(text.substr(0, at))};
    if (numbered || digits) {
      line.part += " " + core;
      line.label = collapsed(text.substr(0, end));
      at = end;
    }
    while (at < text.size() && (text[at] == '*' || text[at] == '.' || text[at] == ':')) ++at;
    line.title = skip_spaces(text, at);
    if (line.title >= text.size()) return line;
    if (belongs_to_letter(text.substr(line.title)) && !has_end_mark(text)) {
      line.title = text.size();
      return line;
    }
    const std::string_view between = text.substr(at, line.title - at);
    const bool apart = between.find_first_of("\t\n") != std::string_view::npos;
    const std::string_view title = text.substr(line.title);
    const char mark = last_mark(title);
    const bool sentence = mark == '.' || mark == ';' || mark == ',';
    if (!sentence && (apart || ((numbered || digits) && begins_capital(title)))) return line;
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<DivisionLine> read_division_line(std::string_view text) {
  struct Word {
    std::string_view word;
    std::string_view shown;
    int level;
  };
  static constexpr std::array<Word, 8> kWords{{{"article", "Art.", 3},
                                               {"principle", "Princ.", 3},
                                               {"rule", "Rule", 3},
                                               {"guideline", "Guid.", 3},
                                               {"regulation", "Reg.", 3},
                                               {"section", "Sect.", 2},
                                               {"chapter", "Chap.", 1},
                                               {"part", "Part", 1}}};
  if (text.size() > 200) return std::nullopt;
  for (const Word& row : kWords) {
    if (!starts_with_word(text, row.word) || !is_upper_letter(text[0])) continue;
    const std::size_t number = skip_spaces(text, row.word.size());
    std::size_t end = number;
    while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    const std::string core(text.substr(number, end - number));
    const bool lettered = core.size() > 1 && is_upper_letter(core.back());  // "Section 29B"
    const bool digits =
        !core.empty() && std::all_of(core.begin(), core.end() - (lettered ? 1 : 0), is_digit);
    if (core.size() > 8 || !(digits || (roman_value(core) && is_upper_letter(core[0]))))
      return std::nullopt;
    DivisionLine line{.label = collapsed(text.substr(0, end)),
                      .number = std::string(row.shown) + core,
                      .level = row.level};
    if (end < text.size() && (text[end] == '.' || text[end] == ':')) ++end;
    line.title = skip_spaces(text, end);
    if (line.title >= text.size()) return line;
    const std::string_view title = text.substr(line.title);
    const char mark = last_mark(title);
    if (title.size() > 120 || mark == '.' || mark == ';' || mark == ',' || !begins_capital(title))
      return std::nullopt;
    return line;
  }
  return std::nullopt;
}

bool has_form_of_heading(const Piece& piece) {
  const std::string_view text = piece.text;
  static constexpr std::size_t kLongest = 200;
  if (text.empty() || text.size() > kLongest || text[0] == '(' || text[0] == '[') return false;
  if (!begins_capital(text) && !is_digit(text[0])) return false;
  // Captions belong to what follows them.
  const std::size_t number = starts_with_word(text, "table ")    ? 6
                             : starts_with_word(text, "figure ") ? 7
                                                                 : text.size();
  if (number < text.size() && (is_digit(text[number]) || is_upper_letter(text[number])))
    return false;
  const char mark = last_mark(text);
  if (mark == ',' || mark == '-' || has_end_mark(text) || ends_unfinished(text)) return false;
  if (quote_at(text, 0) > 0) return false;
  // "Strategy No. 1", "J. Smith" are no ends of sentences.
  const std::size_t stop = text.find(". ");
  if (stop == std::string_view::npos || stop < 8 || is_upper_letter(text[stop - 1])) return true;
  return text.substr(0, stop).ends_with(" No") || text.substr(0, stop).ends_with(" vs");
}

}  // namespace undex::structure
