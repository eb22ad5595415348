#include "corpus/symbol/grammar.h"

#include <algorithm>
#include <array>

#include "corpus/symbol/letters.h"
#include "corpus/symbol/tables.h"

namespace undex {
namespace {

constexpr std::size_t kMaxSegments = 12;
constexpr std::size_t kMaxWord = 14;
constexpr std::size_t kMaxDigits = 7;
constexpr std::size_t kMaxQualifier = 28;

struct Canonical {
  std::string_view word;
  bool dotted;  ///< only before a point: UNEP/EA.4/Res.1 but A/RES/57/295
};
// The words that keep small letters in a symbol; all others are capitals.
constexpr std::array kCanonical{
    Canonical{"Add", false},    Canonical{"Corr", false}, Canonical{"Rev", false},
    Canonical{"Amend", false},  Canonical{"Sub", true},   Canonical{"Summary", false},
    Canonical{"Agenda", false}, Canonical{"OzL", true},   Canonical{"Pro", false},
    Canonical{"Res", true},     Canonical{"Dec", true}};
// Words that people write with small letters though the symbol has capitals: A/Res/57/295.
constexpr std::array<std::string_view, 8> kRelaxed{"RES",  "DEC", "CONF", "INF",
                                                   "PRST", "SER", "REP",  "NOTE"};
constexpr std::array<std::string_view, 7> kBodies{"AC", "C", "CN", "CONF", "SC", "Sub", "WG"};
// Words that open a qualifier: a part of a document printed as a document of its own.
struct Qualifier {
  std::string_view word;
  std::string_view normal;
};
constexpr std::array kQualifiers{Qualifier{"income sect", "IncomeSect."},
                                 Qualifier{"sect", "Sect."},
                                 Qualifier{"part", "Part"},
                                 Qualifier{"vol", "Vol."},
                                 Qualifier{"prog", "Prog."},
                                 Qualifier{"supp", "Supp."},
                                 Qualifier{"introduction", "Introduction"},
                                 Qualifier{"foreword", "Foreword"},
                                 Qualifier{"resumption", "Resumption"},
                                 Qualifier{"plan outline", "PlanOutline"},
                                 Qualifier{"summary", "Summary"}};

std::size_t word_at(std::string_view plain, std::size_t at) {
  std::size_t end = at;
  while (is_letter(peek(plain, end)) && end - at <= kMaxWord) ++end;
  return end - at;
}

// The word as a symbol spells it; nothing for a word that no symbol holds ("he" of "S/he").
std::optional<std::string> canonical_word(std::string_view word, bool dotted) {
  for (const Canonical& row : kCanonical) {
    if (same_letters(row.word, word) && (dotted || !row.dotted)) return std::string(row.word);
  }
  if (std::ranges::all_of(word, is_upper)) return std::string(word);
  for (std::string_view row : kRelaxed) {
    if (same_letters(row, word)) return std::string(row);
  }
  return std::nullopt;
}

struct Reader {
  std::string_view plain;
  SymbolSetting setting;
  std::size_t at = 0;
  std::string normal;
  std::size_t segments = 0;
  bool principal = false;  ///< A, E, S, T, ST: the heads that ordinary text may hold too
  bool resolution = false;
  bool last_counts = false;  ///< the last segment may end a symbol
  bool last_number = false;
  bool typed() const { return setting == SymbolSetting::typed; }
};

bool read_head(Reader& in) {
  const std::size_t length = word_at(in.plain, in.at);
  if (length == 0 || length > kMaxWord) return false;
  std::string head(piece(in.plain, in.at, length));
  std::size_t end = in.at + length;
  if (head == "ICC" && piece(in.plain, end).starts_with("-ASP")) {
    head += "-ASP";
    end += 4;
  }
  const std::size_t number = peek(in.plain, end) == '.' ? digits_at(in.plain, end + 1) : 0;
  const SymbolHead* row = find_symbol_head(head);
  if (row == nullptr || row->numbered != (number > 0)) return false;
  if (number > 0) {
    head += piece(in.plain, end, number + 1);
    end += number + 1;
  }
  in.principal = row->principal;
  if (!in.principal && peek(in.plain, end) == '(') {
    const auto session = read_symbol_session(in.plain, end);
    if (session) {
      head += "(" + session->name + ")";
      end = session->end;
    }
  }
  in.normal = head;
  in.at = end;
  return true;
}

// "PRST/2006/28": of the statements only those of the Security Council are numbered within a year.
bool read_bare_statement(Reader& in) {
  constexpr std::string_view kWord = "PRST";
  if (!piece(in.plain, in.at).starts_with("PRST/")) return false;
  if (digits_at(in.plain, in.at + kWord.size() + 1) != 4) return false;
  in.normal = "S/PRST";
  in.principal = true;
  in.at += kWord.size();
  ++in.segments;
  return true;
}

// Part letters glued to a number (31/16A, 58/271A-C), to a session (217(III)A) or in brackets
// ([A-B]): what was added to the normal form tells.
bool read_glued_letters(Reader& in, bool after_session) {
  const bool bracket = peek(in.plain, in.at) == '[';
  const auto letters = read_part_letters(in.plain, in.at + (bracket ? 1 : 0));
  if (!letters || (bracket && peek(in.plain, letters->end) != ']')) return false;
  // "271A-C" is one name, of "271A and B" the second letter is another word of the sentence.
  const bool joined = bracket || letters->end == in.at + letters->name.size();
  const std::string name = joined ? letters->name : letters->name.substr(0, 1);
  in.normal += bracket || after_session ? "[" + name + "]" : name;
  in.at = joined ? letters->end + (bracket ? 1 : 0) : in.at + 1;
  return true;
}

// The same behind a blank: "A/RES/68/247 A, para. 3" but not "A/RES/68/247 A new text".
void read_letters_behind(Reader& in, bool after_session) {
  const auto letters = read_part_letters(in.plain, skip_blanks(in.plain, in.at));
  if (!letters) return;
  const char next = peek(in.plain, letters->end);
  if (next != 0 && std::string_view(",.;:)]").find(next) == std::string_view::npos) return;
  in.normal += after_session ? "[" + letters->name + "]" : letters->name;
  in.at = letters->end;
}

// A/RES/3411 A and B (XXX), A/RES/217 (III) A: the letters of an old resolution stand before or
// behind its session.
void read_resolution_session(Reader& in) {
  std::size_t at = skip_blanks(in.plain, in.at);
  const auto letters = at > in.at ? read_part_letters(in.plain, at) : std::nullopt;
  if (letters) at = skip_blanks(in.plain, letters->end);
  const auto session = read_symbol_session(in.plain, at);
  if (session) {
    in.normal += "(" + session->name + ")";
    in.at = session->end;
  }
  if (session && letters) {
    in.normal += "[" + letters->name + "]";
  } else if (session ? !read_glued_letters(in, true) : is_digit(in.normal.back())) {
    read_letters_behind(in, session.has_value());
  }
}

bool read_number(Reader& in) {
  const std::size_t length = digits_at(in.plain, in.at);
  if (length > kMaxDigits) return false;
  in.normal += piece(in.plain, in.at, length);
  in.at += length;
  read_glued_letters(in, false);
  if (in.resolution) read_resolution_session(in);
  in.last_counts = in.last_number = true;
  return true;
}

// "S-13", "ES-10", "SS-3".
bool read_special_session(Reader& in) {
  for (std::string_view prefix : {"ES-", "SS-", "S-"}) {
    if (!piece(in.plain, in.at).starts_with(prefix)) continue;
    const std::size_t length = digits_at(in.plain, in.at + prefix.size());
    if (length == 0 || length > 3) continue;
    in.normal += piece(in.plain, in.at, prefix.size() + length);
    in.at += prefix.size() + length;
    in.last_counts = in.last_number = true;
    return true;
  }
  return false;
}

// What follows a point inside a segment: digits, or capitals that are no sentence ("SER.A",
// "CONF.VII").
bool read_dotted(Reader& in) {
  const std::size_t digits = digits_at(in.plain, in.at + 1);
  std::size_t length = digits;
  if (digits > kMaxDigits) return false;
  if (digits == 0) {
    length = word_at(in.plain, in.at + 1);
    const std::string_view word = piece(in.plain, in.at + 1, length);
    const bool capital = std::ranges::all_of(word, is_upper);
    if (length == 0 || length > kMaxWord || !(capital || canonical_word(word, true))) return false;
    in.normal += "." + canonical_word(word, peek(in.plain, in.at + 1 + length) == '.').value();
  } else {
    in.normal += piece(in.plain, in.at, 1 + length);
  }
  in.at += 1 + length;
  in.last_counts = digits > 0 || in.last_counts || length <= 5;
  if (digits > 0) read_glued_letters(in, false);
  return true;
}

bool read_word(Reader& in) {
  const std::size_t length = word_at(in.plain, in.at);
  if (length == 0 || length > kMaxWord) return false;
  const bool dotted =
      peek(in.plain, in.at + length) == '.' && is_alnum(peek(in.plain, in.at + length + 1));
  const auto word = canonical_word(piece(in.plain, in.at, length), dotted);
  if (!word) return false;
  // A/B/C, S/N, E/E: one bare letter is a segment further on (A/HRC/22/G/10) or of a treaty body.
  if (length == 1 && !dotted && in.principal && in.segments == 0) return false;
  in.normal += *word;
  in.at += length;
  in.resolution = *word == "RES";
  // The L of "A/C.2/58/L.__" is no fifty.
  const bool roman = roman_value(*word) > 0 && *word != "L" && *word != "C" && *word != "D";
  in.last_counts = *word == "Summary" || roman;
  in.last_number = false;
  int points = 0;
  while (peek(in.plain, in.at) == '.' && is_alnum(peek(in.plain, in.at + 1))) {
    if (!read_dotted(in)) break;
    ++points;
  }
  if (length == 1 && points > 1) return false;  // the sales number E/F.98.XIII.2
  return is_alnum(peek(in.plain, in.at)) ? is_upper(peek(in.plain, in.at)) : true;
}

// (8) of ICCD/COP(8)/16 follows letters at once; after a number it would be a footnote.
void read_word_session(Reader& in) {
  if (in.last_number || peek(in.plain, in.at) != '(') return;
  std::size_t end = in.at + 1;
  while (is_alnum(peek(in.plain, end)) && end - in.at < 7) ++end;
  if (end == in.at + 1 || peek(in.plain, end) != ')' || peek(in.plain, end + 1) != '/') return;
  in.normal += piece(in.plain, in.at, end + 1 - in.at);
  in.at = end + 1;
}

// "(Sect. 29)", "(Part I)", "(Income sect. 1)": normal form without blanks.
void read_qualifier(Reader& in) {
  const std::size_t open = skip_blanks(in.plain, in.at);
  if (peek(in.plain, open) != '(' || open > in.at + 1) return;
  for (const Qualifier& row : kQualifiers) {
    std::size_t at = open + 1;
    if (!same_letters(piece(in.plain, at, row.word.size()), row.word)) continue;
    at += row.word.size();
    if (is_lower(peek(in.plain, at))) continue;
    std::string name(row.normal);
    while (peek(in.plain, at) == '.' || peek(in.plain, at) == ' ') ++at;
    while (at - open < kMaxQualifier && peek(in.plain, at) != ')') {
      const char c = peek(in.plain, at++);
      // "(Vol. I and Vol. I/Corr.1)" speaks of several documents: no name of one.
      if (!is_alnum(c) && c != '.' && c != '/' && c != '-') return;
      name += upper(c);
    }
    if (peek(in.plain, at) != ')') return;
    in.normal += "(" + name + ")";
    in.at = at + 1;
    return;
  }
}

bool read_segment(Reader& in) {
  in.last_counts = in.last_number = false;
  const char c = peek(in.plain, in.at);
  if (is_digit(c)) {
    if (!read_number(in)) return false;
  } else if (!read_special_session(in) && !read_word(in)) {
    return false;
  }
  read_word_session(in);
  read_qualifier(in);
  ++in.segments;
  return true;
}

// E/CN.16 is a commission and A/CONF.199 a conference, no document of theirs.
bool names_only_a_body(const Reader& in) {
  const std::string_view last = std::string_view(in.normal).substr(in.normal.rfind('/') + 1);
  const std::string_view word = last.substr(0, last.find('.'));
  return last.find('.') != std::string_view::npos &&
         std::ranges::find(kBodies, word) != kBodies.end();
}

// What may not follow: more of a word, an address or a file name.
bool ends_well(const Reader& in) {
  const char c = peek(in.plain, in.at);
  // "E/2003/__", "E/2003/...": a number that nobody knew yet.
  const char behind = c == '/' ? peek(in.plain, in.at + 1) : ' ';
  if (c == '/' && in.segments == 1) return false;
  if (is_alnum(behind) || behind == '_' || behind == '.' || behind == kOtherSign) return false;
  // A capitalized word may be glued on by a converter: "E/2003/75Distr.: General".
  if (is_upper(c)) return is_lower(peek(in.plain, in.at + 1));
  if (c == '.' && is_lower(peek(in.plain, in.at + 1))) return false;
  // A range of documents may follow a hyphen in running text, a reference number may not:
  // "A/2023-00042".
  const char ranged = c == '-' ? peek(in.plain, in.at + 1) : ' ';
  if (is_digit(ranged) && (in.typed() || in.segments == 1 || ranged == '0')) return false;
  return !is_alnum(c) && c != '@' && c != '_' && c != kOtherLetter && c != '=';
}

bool is_plausible(const Reader& in) {
  if (in.segments == 0 || !in.last_counts || names_only_a_body(in)) return false;
  if (!std::ranges::any_of(in.normal, is_digit)) return false;
  // "A/4 paper", "E/5": in running text a bare number after the organ has three digits or more.
  const bool short_number = in.segments == 1 && in.normal.size() < in.normal.find('/') + 4;
  const bool bare = std::ranges::none_of(in.normal, [](char c) { return c == '.' || c == '('; });
  return in.typed() || !short_number || !bare;
}

}  // namespace

bool symbol_may_begin(std::string_view plain, std::size_t at) {
  if (at == 0) return true;
  const char before = plain[at - 1];
  if (before == '&') return at < 2 || !is_letter(plain[at - 2]);  // Q&A/2003/12
  return !is_alnum(before) && before != kOtherLetter &&
         std::string_view("/.-_@=#").find(before) == std::string_view::npos;
}

std::optional<SymbolPart> read_symbol_part(std::string_view plain, std::size_t begin,
                                           SymbolSetting setting) {
  Reader in{.plain = plain, .setting = setting, .at = begin, .normal = {}};
  if (!read_bare_statement(in) && !read_head(in)) return std::nullopt;
  while (peek(plain, in.at) == '/' && is_alnum(peek(plain, in.at + 1))) {
    if (in.segments == kMaxSegments) return std::nullopt;
    in.normal += '/';
    ++in.at;
    if (!read_segment(in)) return std::nullopt;
  }
  if (!is_plausible(in) || !ends_well(in)) return std::nullopt;
  std::string reissue;
  while (reissue.size() < 3 && peek(plain, in.at + reissue.size()) == '*') reissue += '*';
  return SymbolPart{
      .end = in.at + reissue.size(), .normal = std::move(in.normal), .reissue = std::move(reissue)};
}

std::optional<SymbolChange> read_symbol_change(std::string_view plain, std::size_t at) {
  const std::size_t length = word_at(plain, at);
  for (std::string_view name : kChangeWords) {
    if (!same_letters(piece(plain, at, length), name) || peek(plain, at + length) != '.') continue;
    const std::size_t number = skip_blanks(plain, at + length + 1);
    const std::size_t digits = digits_at(plain, number);
    if (digits == 0 || digits > 3) return std::nullopt;
    return SymbolChange{.end = number + digits,
                        .name = std::string(name) + ".",
                        .number = std::string(piece(plain, number, digits))};
  }
  return std::nullopt;
}

std::optional<SymbolSession> read_symbol_session(std::string_view plain, std::size_t at) {
  const std::size_t begin = at + 1;
  const std::size_t close = piece(plain, begin, 10).find(')');
  if (peek(plain, at) != '(' || close == std::string_view::npos) return std::nullopt;
  const std::string name = capitals(piece(plain, begin, close));
  const int year = name.size() == 4 ? number_of(name) : -1;
  bool good = roman_value(name) > 0 || (year >= 1946 && year < 2100);
  for (std::string_view prefix : {"S-", "ES-"}) {
    good = good || (name.starts_with(prefix) && roman_value(name.substr(prefix.size())) > 0);
  }
  good = good || (name.starts_with("ORG-") && number_of(name.substr(4)) >= 0);
  if (!good) return std::nullopt;
  return SymbolSession{.end = begin + close + 1, .name = name};
}

std::optional<SymbolSession> read_part_letters(std::string_view plain, std::size_t at) {
  const auto single = [&](std::size_t i) {
    return is_upper(peek(plain, i)) && !is_alnum(peek(plain, i + 1)) &&
           peek(plain, i + 1) != kOtherLetter && peek(plain, i + 1) != '/' &&
           !(peek(plain, i + 1) == '.' && is_alnum(peek(plain, i + 2)));
  };
  if (!single(at)) return std::nullopt;
  SymbolSession letters{.end = at + 1, .name = std::string(1, plain[at])};
  for (std::string_view joint : {"-", " and ", " to ", " - ", " AND ", " TO "}) {
    const std::size_t last = letters.end + joint.size();
    // "A and C" are two parts, "A and B" are all from A to B.
    const bool both = joint == " and " || joint == " AND ";
    if (both && peek(plain, last) != plain[at] + 1) continue;
    if (piece(plain, letters.end).starts_with(joint) && single(last) && plain[last] > plain[at] &&
        plain[last] <= plain[at] + 12) {
      letters.name += std::string("-") + plain[last];
      letters.end = last + 1;
      break;
    }
  }
  return letters;
}

}  // namespace undex
