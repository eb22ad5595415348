#include "corpus/text_plausible.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>

namespace undex {
namespace {

// Costs of a character, in thousandths of one.
constexpr int kWrong = 1000;
constexpr int kNoCharacter = 1500;
constexpr int kUnlikely = 400;
constexpr int kCapital = 80;    // texts are rarely in capitals from end to end
constexpr int kSeldom = 120;    // in use, but not among the most frequent
constexpr int kUncommon = 300;  // in other languages of the script

// About three letters of five, the next fourth of them, and ideographs of both ways of writing
// Chinese.
constexpr std::u32string_view kRussian = U"оеаинтсрвл";
constexpr std::u32string_view kRussianNext = U"кмдпуяыьгзб";
constexpr std::u32string_view kArabic = U"اليمنوترعبدسةهف";
constexpr std::u32string_view kGreek = U"αειοντςσηρπκυλμάέήίόύώ";
constexpr std::u32string_view kHebrew = U"יוהלארתבמשנ";
constexpr std::u32string_view kHebrewLast = U"ךםןףץ";
constexpr std::u32string_view kKorean = U"이다는의에을가고하지를은한로도기사인리어들과";
constexpr std::u32string_view kFrequentHan =
    U"的一是在不了有和人中大上以要用生到作地出成可主年同工也能下子面方多行定法所民得三之部度家力如"
    U"水化"
    U"高自二理小物加量都制使性好合由其前外天政四日事平形相全表重新明利比或第向道此月公情者最立代通"
    U"提直"
    U"文次品式及管特件求基流路少山接知指放治北世金受共收改再名科信每目至示名必安保持"
    U"国会为个时来们于发对过说产种后学经进动实现体当点从业开还关员总区报议书处联际条约权门间问长与"
    U"机"
    U"國會為個時來們於發對過說產種後學經進動實現體當點從業開還關員總區報議書處聯際條約權門間問長與"
    U"機";

constexpr char32_t kFirstHan = 0x4E00;
using HanSet = std::bitset<0x9FFF - kFirstHan + 1>;

bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

/// The ideographs of the rows of an encoding: the first level of GB 2312 and of Big5 are the ones
/// in daily use.
void add_rows(HanSet& set, const char* encoding, int first, int last, std::string_view trails) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  for (int lead = first; lead <= last && U_SUCCESS(status); ++lead) {
    for (const char trail : trails) {
      const std::array<char, 2> bytes{static_cast<char>(lead), trail};
      const char* at = bytes.data();
      UErrorCode none = U_ZERO_ERROR;
      const UChar32 c = ucnv_getNextUChar(converter, &at, at + bytes.size(), &none);
      const auto code = static_cast<char32_t>(c);
      if (U_SUCCESS(none) && code >= kFirstHan && code <= 0x9FFF) set.set(code - kFirstHan);
    }
  }
  ucnv_close(converter);
}

std::string range(int first, int last) {
  std::string bytes;
  for (int c = first; c <= last; ++c) bytes += static_cast<char>(c);
  return bytes;
}

struct HanInUse {
  HanSet simplified;
  HanSet traditional;
  HanSet japanese;
};

HanInUse make_han_in_use() {
  HanInUse sets;
  add_rows(sets.simplified, "gb18030", 0xB0, 0xD7, range(0xA1, 0xFE));
  add_rows(sets.traditional, "Big5", 0xA4, 0xC6, range(0x40, 0x7E) + range(0xA1, 0xFE));
  add_rows(sets.japanese, "EUC-JP", 0xB0, 0xCF, range(0xA1, 0xFE));
  return sets;
}

bool holds(const HanSet& set, char32_t c) {
  return c >= kFirstHan && c <= 0x9FFF && set.test(c - kFirstHan);
}

bool among(std::u32string_view frequent, char32_t c) {
  return frequent.find(c) != std::u32string_view::npos;
}

Script script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_ARABIC:
      return Script::arabic;
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_HEBREW:
      return Script::hebrew;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::japanese;
    case USCRIPT_HANGUL:
      return Script::korean;
    default:
      return Script::latin;
  }
}

bool is_word_letter(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  // The ordinals of "1º" and the micro sign are letters by their property only.
  if (c == 0xAA || c == 0xBA || c == 0xB5) return false;
  return !is_han(c) && (u_isalpha(code) || (c >= 0x640 && c <= 0x652));
}

int cost_of_cyrillic(char32_t c) {
  const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (among(kRussian, small)) return 0;
  return among(kRussianNext, small) ? kSeldom : kUncommon;
}

bool is_arabic_mark(char32_t c) { return c >= 0x64B && c <= 0x652; }

int cost_of_arabic(std::u32string_view word, std::size_t at) {
  const char32_t c = word[at];
  constexpr char32_t kShadda = 0x651;
  constexpr std::u32string_view kLast = U"ةى";
  if (is_arabic_mark(c)) {
    const bool stands = at > 0 && (!is_arabic_mark(word[at - 1]) || word[at - 1] == kShadda);
    return stands ? kSeldom : kWrong;
  }
  // Only marks may follow the letters that end a word.
  if (at > 0 && among(kLast, word[at - 1])) return kWrong;
  if (among(kArabic, c)) return 0;
  return c >= 0x641 || (c >= 0x62A && c <= 0x63A) ? c > 0x652 ? kUncommon : kSeldom
                                                  : kUncommon / 2 + kSeldom / 2;
}

int cost_of_greek(std::u32string_view word, std::size_t at) {
  const char32_t c = word[at];
  // One form of sigma ends words, and the other never does.
  if (at + 1 == word.size() ? c == U'σ' : c == U'ς') return kWrong;
  return among(kGreek, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))) ? 0 : kUncommon;
}

int cost_of_hebrew(std::u32string_view word, std::size_t at) {
  if (among(kHebrewLast, word[at])) return at + 1 == word.size() ? 0 : kWrong;
  return among(kHebrew, word[at]) ? 0 : kSeldom;
}

/// Half-width kana are what bytes of any other encoding look like.
int cost_of_kana(char32_t c) { return c >= 0xFF61 && c <= 0xFF9F ? kWrong / 2 : 0; }

int cost_of_lone_latin(char32_t c) { return among(U"àÀóÓéÉèÈáÁ", c) ? 0 : kUnlikely; }

struct Sum {
  std::int64_t cost = 0;
  std::int64_t characters = 0;
  void add(int one) {
    cost += one;
    ++characters;
  }
};

struct Shape {
  std::size_t outside = 0;  // letters outside ASCII
  bool mixed = false;       // letters of two scripts
  bool inner_capital = false;
  bool stutter = false;  // a letter outside ASCII three times over
  Script script = Script::latin;
};

Shape shape_of(std::u32string_view word) {
  Shape shape;
  shape.script = script_of(word.front());
  for (std::size_t i = 0; i < word.size(); ++i) {
    shape.outside += word[i] >= 0x80 ? 1 : 0;
    if (u_charType(static_cast<UChar32>(word[i])) != U_NON_SPACING_MARK)
      shape.mixed |= script_of(word[i]) != shape.script;
    shape.stutter |= i > 1 && word[i] >= 0x80 && word[i] == word[i - 1] && word[i] == word[i - 2];
    shape.inner_capital |= i > 0 && u_islower(static_cast<UChar32>(word[i - 1])) &&
                           u_isupper(static_cast<UChar32>(word[i]));
  }
  return shape;
}

int cost_of_letter(std::u32string_view word, std::size_t at, const Shape& shape) {
  const bool alone = word.size() == 1;
  const int capital = at > 0 && u_isupper(static_cast<UChar32>(word[at])) ? kCapital : 0;
  switch (shape.script) {
    case Script::latin:
      return alone ? cost_of_lone_latin(word[at]) : capital;
    case Script::cyrillic:
      return capital + cost_of_cyrillic(word[at]) + (alone ? kUnlikely : 0);
    case Script::arabic:
      return alone ? kWrong : cost_of_arabic(word, at);
    case Script::greek:
      return capital + cost_of_greek(word, at);
    case Script::hebrew:
      return alone ? kUnlikely : cost_of_hebrew(word, at);
    case Script::japanese:
      return cost_of_kana(word[at]);
    case Script::korean:
      return among(kKorean, word[at]) ? 0 : kSeldom;
    case Script::han:
      break;
  }
  return 0;
}

void add_word(Sum& sum, std::u32string_view word, Script script) {
  const Shape shape = shape_of(word);
  if (shape.outside == 0) return;
  const bool accents_only =
      shape.script == Script::latin && shape.outside >= 2 && shape.outside * 5 > word.size() * 4;
  const bool foreign = shape.script != script && shape.script != Script::latin;
  const bool wrong = shape.mixed || shape.inner_capital || shape.stutter || accents_only || foreign;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] >= 0x80) sum.add(wrong ? kWrong : cost_of_letter(word, i, shape));
  }
}

/// Costs of ideographs: a text is in simplified or in traditional characters, hardly in both.
class HanCost {
 public:
  explicit HanCost(Script script) : script_(script) {}

  int of(char32_t c) {
    static const HanInUse sets = make_han_in_use();
    if (script_ == Script::korean) return kWrong / 2;  // hardly written any more
    if (script_ == Script::japanese)
      return holds(sets.japanese, c) ? among(kFrequentHan, c) ? 0 : kSeldom : kUnlikely;
    const bool simplified = holds(sets.simplified, c);
    const bool traditional = holds(sets.traditional, c);
    if (!simplified && !traditional) return kWrong;
    not_simplified_ += simplified ? 0 : 1;
    not_traditional_ += traditional ? 0 : 1;
    return among(kFrequentHan, c) ? 0 : kSeldom;
  }
  std::int64_t of_both() const { return kUnlikely * std::min(not_simplified_, not_traditional_); }

 private:
  Script script_;
  std::int64_t not_simplified_ = 0;
  std::int64_t not_traditional_ = 0;
};

/// Ideographs stand together: one alone inside a Latin word is two Latin letters.
void add_han(Sum& sum, HanCost& han, std::u32string_view text, std::size_t begin, std::size_t end) {
  const char32_t before = begin > 0 ? text[begin - 1] : U'\n';
  const char32_t after = end < text.size() ? text[end] : U'\n';
  const auto in_latin = [](char32_t c) {
    const bool letter = is_word_letter(c);
    return letter && script_of(c) != Script::japanese && script_of(c) != Script::korean;
  };
  const bool in_word = end - begin == 1 && (in_latin(before) || in_latin(after));
  for (std::size_t i = begin; i < end; ++i) sum.add(in_word ? kWrong : han.of(text[i]));
}

bool is_inner_sign(char32_t c) {
  return c == 0x2019 || c == 0xAD || c == 0xB7 || (c >= 0x2010 && c <= 0x2014) || c == 0xA0;
}

/// Quotes, dashes, marks of a paragraph: they may touch a letter.
bool touches_letters(char32_t c) {
  return (c >= 0x2010 && c <= 0x203A) || among(U"\u00A0§°«»¡¿©®ªº™·…№؟،؛", c);
}

int cost_of_sign(char32_t before, char32_t c, char32_t after, Script script) {
  const int type = u_charType(static_cast<UChar32>(c));
  if (c == 0xFFFD || type == U_CONTROL_CHAR || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR)
    return kNoCharacter;
  const bool wide = c >= 0x2E80 && c <= 0xFFEF;
  if (wide) return script == Script::han || script == Script::japanese ? 0 : kWrong;
  const bool after_letter = is_word_letter(before);
  const bool before_letter = is_word_letter(after);
  if (after_letter && before_letter && !is_inner_sign(c)) return kWrong;
  // Dashes join words at times; letters of the Mac stand at their places.
  if (after_letter && before_letter && (c == 0x2013 || c == 0x2014)) return kUnlikely;
  if (!touches_letters(c) && (after_letter || before_letter)) return kWrong / 2;
  if (c == 0xA0 && before == c && after == c) return kUnlikely;  // the last byte in DOS
  const bool drawn = c >= 0x2500 && c < 0x25A0;
  const bool crowd = !touches_letters(c) && (before >= 0x80 || after >= 0x80);
  return crowd || drawn || among(U"¤¦¨¬¯´¸µ×÷", c) ? kUnlikely : 0;
}

}  // namespace

int plausibility(std::u32string_view text, Script script) {
  Sum sum;
  HanCost han(script);
  std::int64_t ideographs = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto in_run = is_word_letter(text[at]) ? is_word_letter : is_han;
    std::size_t end = at;
    while (end < text.size() && in_run(text[end])) ++end;
    if (end == at) {
      const char32_t before = at > 0 ? text[at - 1] : U' ';
      const char32_t after = at + 1 < text.size() ? text[at + 1] : U' ';
      if (text[at] >= 0x80) sum.add(cost_of_sign(before, text[at], after, script));
      ++at;
      continue;
    }
    if (is_han(text[at])) {
      ideographs += static_cast<std::int64_t>(end - at);
      add_han(sum, han, text, at, end);
    } else {
      add_word(sum, text.substr(at, end - at), script);
    }
    at = end;
  }
  if (sum.characters == 0) return 0;
  // Japanese without kana is Chinese.
  if (script == Script::japanese && ideographs * 4 > sum.characters * 3)
    sum.cost += kUnlikely * ideographs;
  const std::int64_t cost = (sum.cost + han.of_both()) / sum.characters;
  return static_cast<int>(std::max<std::int64_t>(0, 1000 - cost));
}

}  // namespace undex
