#include "indexer/convert/text/encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>

#include <span>

#include "corpus/text.h"
#include "corpus/text_encoding.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

/// UTF-8 -> the encoding by another program's tables; what it does not hold is left out.
std::string encoded(std::string text, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  EXPECT_NE(converter, reinterpret_cast<iconv_t>(-1)) << encoding;
  std::string out(text.size() * 4 + 16, '\0');
  char* from = text.data();
  std::size_t left = text.size();
  char* to = out.data();
  std::size_t room = out.size();
  while (left > 0 && iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) {
    do {
      ++from;
      --left;
    } while (left > 0 && (static_cast<unsigned char>(*from) & 0xC0U) == 0x80U);
  }
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

std::string notice_of(const DecodedText& decoded) {
  std::string all;
  for (const Notice& notice : decoded.notices) all += notice.code + ": " + notice.text;
  return all;
}

/// What becomes of the bytes: the text, or the words of the refusal.
std::string outcome(std::string_view bytes) {
  try {
    const std::optional<DecodedText> decoded = decode_text(bytes);
    return decoded ? decoded->text : "no text";
  } catch (const Error& error) {
    return std::string("refused: ") + error.what() + " (" + error.hint + ")";
  }
}

struct Sentence {
  const char* encoding;
  const char* name;
  const char* text;
};

void expect_read(std::span<const Sentence> sentences) {
  for (const Sentence& sentence : sentences) {
    const std::string bytes = encoded(sentence.text, sentence.encoding);
    EXPECT_EQ(outcome(bytes), sentence.text) << sentence.encoding;
    const std::optional<EncodingGuess> guess = guess_encoding(bytes);
    ASSERT_TRUE(guess);
    EXPECT_EQ(guess->name, sentence.name) << sentence.text << ' ' << guess->sureness;
  }
}

TEST(Encoding, ReadsSentencesOfTheSixLanguagesInTheEncodingsOfTheirTime) {
  const char* const russian = "Мост через реку построили зимой, и теперь по нему ходят поезда.";
  const char* const capitals = "СЕКРЕТАРИАТ ГОТОВИТ ОТВЕТ ГОСУДАРСТВАМ НА ИХ ВОПРОСЫ О МОСТЕ";
  const char* const mixed = "Report 12/3: Секретариат готовит ответ, № 5 (2003).";
  const char* const arabic = "فتحت المكتبة أبوابها في الصباح، ودخل القراء إليها.";
  const char* const letter = "كتب المدير رسالة إلى الدول الأعضاء A/58/1.";
  const char* const simplified = "图书馆在早上开门，读者进来了。我们在河边建了一座新桥。";
  const char* const traditional = "圖書館在早上開門，讀者進來了。我們在河邊建了一座新橋。";
  const char* const french = "Le cœur de l’été : où les élèves, déjà, ont bâti un pont à 5 €.";
  const Sentence sentences[] = {
      {"CP1251", "Windows-1251", russian},
      {"KOI8-R", "KOI8-R", russian},
      {"ISO-8859-5", "ISO 8859-5", russian},
      {"CP1251", "Windows-1251", capitals},
      {"KOI8-R", "KOI8-R", capitals},
      {"ISO-8859-5", "ISO 8859-5", capitals},
      {"CP1251", "Windows-1251", mixed},
      {"KOI8-R", "KOI8-R", "Report 12/3: Секретариат готовит ответ, 5 (2003)."},
      {"ISO-8859-5", "ISO 8859-5", mixed},
      {"CP1256", "Windows-1256", arabic},
      {"ISO-8859-6", "ISO 8859-6", arabic},
      {"CP1256", "Windows-1256", letter},
      {"ISO-8859-6", "ISO 8859-6", letter},
      {"GB18030", "GB18030", simplified},
      {"GB18030", "GB18030", traditional},
      {"GB18030", "GB18030", "委员会的报告"},
      {"BIG5", "Big5", traditional},
      {"BIG5", "Big5", "委員會的報告"},
      {"CP1252", "Windows-1252", french},
      {"ISO-8859-15", "ISO 8859-15", "Le cœur de l'été : où les élèves ont bâti un pont à 5 €."},
      {"ISO-8859-1", "ISO 8859-1", "El puente se abrió en enero; ¿quién lo cruzó? Los niños."},
      {"ISO-8859-1", "ISO 8859-1", "café"},
      {"CP1250", "Windows-1250", "Bibliotekę otwarto rano; źródło ciepła leżało w środku."},
      {"ISO-8859-2", "ISO 8859-2", "Bibliotekę otwarto rano; źródło ciepła leżało w środku."},
  };
  expect_read(sentences);
}

TEST(Encoding, ReadsWhatDosAndMacWrote) {
  const char* const russian = "Мост через реку построили зимой, и теперь по нему ходят поезда.";
  const char* const french =
      "L'été dernier, les élèves ont bâti un pont où passent déjà les trains.";
  const char* const spanish = "El puente se abrió en enero; los niños cruzaron por la mañana.";
  const Sentence sentences[] = {
      {"CP866", "code page 866", russian},
      {"MAC-CYRILLIC", "Mac Cyrillic",
       "Совет открыл мост. Каждый читатель получает билет. Он действует до января."},
      {"KOI8-U", "KOI8-U",
       "Міст через річку збудували взимку, і тепер ним їздять потяги. Її знають."},
      {"CP850", "code page 850", french},
      {"CP850", "code page 850", spanish},
      {"CP437", "code page 850", french},
      {"MACINTOSH", "Mac Roman", french},
  };
  expect_read(sentences);
}

TEST(Encoding, ReadsOtherLanguagesThatWouldElseBeTakenForTheSix) {
  const char* const greek = "Η βιβλιοθήκη άνοιξε το πρωί και οι αναγνώστες μπήκαν στις αίθουσες.";
  const char* const hebrew = "הספרייה נפתחה בבוקר והקוראים נכנסו. בנינו גשר חדש ליד הנהר.";
  const char* const turkish =
      "Kütüphane sabah açıldı ve okuyucular içeri girdi; şehirde öğle oldu.";
  const char* const japanese = "図書館は朝に開き、読者が入ってきました。川のそばに橋を建てました。";
  const char* const korean =
      "도서관은 아침에 문을 열고 독자들이 들어왔다. 강가에 새 다리를 놓았다.";
  const Sentence sentences[] = {
      {"ISO-8859-7", "ISO 8859-7", greek},   {"CP1253", "Windows-1253", "Η βιβλιοθήκη, “Άνοιξη”."},
      {"ISO-8859-8", "ISO 8859-8", hebrew},  {"CP1255", "ISO 8859-8", hebrew},
      {"ISO-8859-9", "ISO 8859-9", turkish}, {"CP1254", "ISO 8859-9", turkish},
      {"SHIFT_JIS", "Shift-JIS", japanese},  {"EUC-JP", "EUC-JP", japanese},
      {"EUC-KR", "EUC-KR", korean},
  };
  expect_read(sentences);
}

TEST(Encoding, RefusesWritingByEscapeSequences) {
  EXPECT_EQ(outcome("\x1B$B4A;z\x1B(B and more"),
            "refused: encoding not recognised: ISO 2022 by escape sequences (save it as plain text "
            "in UTF-8)");
  EXPECT_EQ(outcome("\x1B[31mred\x1B[0m"), "\x1B[31mred\x1B[0m");
}

TEST(Encoding, SaysWhichEncodingHowSureAndByHowManyBytes) {
  const std::string text = "Мост через реку построили зимой.";
  const std::optional<DecodedText> decoded = decode_text(encoded(text, "KOI8-R"));
  ASSERT_TRUE(decoded);
  const std::string notice = notice_of(*decoded);
  EXPECT_TRUE(notice.starts_with("encoding-guessed: not valid UTF-8: read as KOI8-R, ")) << notice;
  EXPECT_TRUE(notice.ends_with(" % sure, by 27 bytes outside ASCII")) << notice;
}

TEST(Encoding, RefusesWhatMakesNoWordsOrTooFewToTell) {
  std::string garbage;
  for (unsigned i = 0; i < 4000; ++i)
    garbage += static_cast<char>(0x20U + (i * 2654435761U >> 13U) % 0xE0U);
  const std::string unclear[] = {garbage, encoded("ООН", "CP1251"), encoded("لكل", "ISO-8859-6"),
                                 encoded("A/58/1 Доклад", "KOI8-R") + "\xFF\xFE\xFF",
                                 std::string(100, '\xFF')};
  for (const std::string& bytes : unclear) {
    const std::string said = outcome(bytes);
    EXPECT_TRUE(said.starts_with("refused: encoding not recognised: ")) << said;
    EXPECT_TRUE(said.ends_with(" % sure (save it as plain text in UTF-8)")) << said;
    EXPECT_TRUE(decode_head(bytes)) << "the first part is read, whatever it is";
  }
}

TEST(Encoding, ReadsATextWithFewDoubtfulBytesAllTheSame) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "The ferry left in the morning and came back at night.\n";
  EXPECT_EQ(outcome(text + "\x81\xFF."), text + "\uFFFDÿ.");
}

TEST(Encoding, SaysWhereUtf8IsBroken) {
  const std::string many = "Мост через реку построили зимой. ";
  struct Case {
    std::string bytes;
    const char* place;
  };
  const Case cases[] = {{many + "\xE9 " + many, "byte 61 (E9)"},
                        {many + "\xEF\xBF " + many, "byte 61 (EF)"},
                        {"\xEF " + many, "byte 1 (EF)"},
                        {"\xEF\xBF\xBD " + many + "\xC3", "byte 65 (C3)"},
                        {many + "\xD0", "byte 61 (D0)"}};
  for (const Case& c : cases) {
    ASSERT_FALSE(is_valid_utf8(c.bytes));
    const std::optional<DecodedText> decoded = decode_text(c.bytes);
    ASSERT_TRUE(decoded);
    const std::string notice = notice_of(*decoded);
    EXPECT_TRUE(notice.starts_with("broken-utf8: 1 broken sequence of UTF-8 ")) << notice;
    EXPECT_TRUE(notice.ends_with(c.place)) << notice << ", not " << c.place;
  }
}

TEST(Encoding, ReadsUnicodeFormsWithAndWithoutAMark) {
  const char* const texts[] = {"Мост через реку\nпостроили зимой.\n", "فتحت المكتبة أبوابها\n",
                               "图书馆在早上开门，读者进来了。\n第一\n", "The lamp room\n"};
  struct Form {
    const char* encoding;
    std::string mark;
  };
  const Form forms[] = {{"UTF-8", "\xEF\xBB\xBF"},
                        {"UTF-16LE", "\xFF\xFE"},
                        {"UTF-16BE", "\xFE\xFF"},
                        {"UTF-32LE", std::string("\xFF\xFE\0\0", 4)},
                        {"UTF-32BE", std::string("\0\0\xFE\xFF", 4)},
                        {"UTF-8", ""},
                        {"UTF-16LE", ""},
                        {"UTF-16BE", ""}};
  for (const char* text : texts) {
    for (const Form& form : forms) {
      const std::optional<DecodedText> decoded =
          decode_text(form.mark + encoded(text, form.encoding));
      ASSERT_TRUE(decoded) << form.encoding << ' ' << text;
      EXPECT_EQ(decoded->text, text) << form.encoding;
      EXPECT_TRUE(decoded->notices.empty()) << notice_of(*decoded);
    }
  }
  EXPECT_EQ(outcome(std::string("lamp room and ferries\0\0\0", 24)), "no text");
}

TEST(Encoding, LeavesValidUtf8AsItIs) {
  const char* const texts[] = {"", "plain", "Straße 报告 отчёт", "\xC3\xA9\xC3\xA9"};
  for (const char* text : texts) {
    const std::optional<DecodedText> decoded = decode_text(text);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, text);
    EXPECT_TRUE(decoded->notices.empty());
  }
  EXPECT_FALSE(guess_encoding("all ASCII"));
}

TEST(Encoding, DecodesByTheNamesThatFilesDeclare) {
  struct Case {
    const char* name;
    const char* text;
  };
  const Case cases[] = {{"latin1", "Äã“"},      {"ISO-8859-1", "Äã“"}, {"cp1251", "Дг“"},
                        {"gb2312", "你\uFFFD"}, {"GBK", "你\uFFFD"},   {"iso-8859-15", "Äã\uFFFD"},
                        {"koi8-r", "дЦ⌠"}};
  for (const Case& c : cases) EXPECT_EQ(decode_as(c.name, "\xC4\xE3\x93"), c.text) << c.name;
  for (const char* none : {"", "utf-8", "utf-7", "ebcdic-cp-us", "no such name"})
    EXPECT_FALSE(decode_as(none, "a")) << none;
}

TEST(Encoding, ReadsTenMegabytesOfALine) {
  const std::string text(10U << 20U, 'a');
  EXPECT_EQ(outcome(text + " caf\xE9"), text + " café");
  const std::string bytes = encoded("Мост построили ", "KOI8-R");
  std::string much;
  while (much.size() < (10U << 20U)) much += bytes;
  EXPECT_EQ(guess_encoding(much)->name, "KOI8-R");
  EXPECT_TRUE(guess_encoding(std::string(10U << 20U, '\x80')));
}

TEST(Encoding, ReadsRealTextsInEveryEncodingOfTheirLanguage) {
  UNDEX_NEEDS_SHARED();
  struct Real {
    const char* language;
    const char* encoding;
  };
  const Real reals[] = {{"rus", "CP1251"},     {"rus", "KOI8-R"},     {"rus", "ISO-8859-5"},
                        {"arb", "CP1256"},     {"arb", "ISO-8859-6"}, {"cmn_hans", "GB18030"},
                        {"fra", "CP1252"},     {"fra", "ISO-8859-1"}, {"fra", "ISO-8859-15"},
                        {"spa", "ISO-8859-1"}, {"spa", "CP1252"}};
  for (const Real& real : reals) {
    const std::string file = std::string("udhr_") + real.language + ".xml";
    const std::string text = read_file(shared_dir() / "corpus/real/six-languages/udhr" / file);
    const std::string bytes = encoded(text, real.encoding);
    const std::optional<DecodedText> decoded = decode_text(bytes);
    ASSERT_TRUE(decoded) << file << ' ' << real.encoding;
    EXPECT_TRUE(encoded(decoded->text, real.encoding) == bytes) << file << ' ' << real.encoding;
    EXPECT_EQ(decoded->notices.size(), 1U);
    // Only signs that the encoding does not have may be missing.
    EXPECT_GE(letters_and_digits(decoded->text).size() * 1000,
              letters_and_digits(text).size() * 998)
        << file << ' ' << real.encoding;
  }
}

}  // namespace
}  // namespace undex::test
