#include "corpus/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "corpus/text_plausible.h"
#include "undex/error.h"

namespace undex {
namespace {

// An encoding of languages that are none of the six: it must be better by this to be taken.
constexpr int kOther = 30;

struct Encoding {
  std::string_view name;
  const char* icu;            // its converter
  std::string_view detected;  // what the detector calls it in its ISO form; empty: it does not
  Script script;
  int handicap = 0;
};

// The detector names the Windows form when it sees its bytes and the ISO form otherwise.
struct SameToDetector {
  std::string_view windows, iso;
};
constexpr std::array<SameToDetector, 5> kSameToDetector{{{"windows-1252", "ISO-8859-1"},
                                                         {"windows-1250", "ISO-8859-2"},
                                                         {"windows-1254", "ISO-8859-9"},
                                                         {"windows-1253", "ISO-8859-7"},
                                                         {"windows-1255", "ISO-8859-8"}}};

// Where two give the same text, the first is named.
constexpr std::array<Encoding, 27> kEncodings{
    {{"ISO 8859-1", "ISO-8859-1", "ISO-8859-1", Script::latin},
     {"Windows-1252", "windows-1252", "ISO-8859-1", Script::latin},
     {"ISO 8859-15", "ISO-8859-15", "ISO-8859-1", Script::latin},
     {"ISO 8859-2", "ISO-8859-2", "ISO-8859-2", Script::latin, kOther},
     {"Windows-1250", "windows-1250", "ISO-8859-2", Script::latin, kOther},
     {"ISO 8859-9", "ISO-8859-9", "ISO-8859-9", Script::latin, kOther},
     {"Windows-1254", "windows-1254", "ISO-8859-9", Script::latin, kOther},
     {"code page 850", "ibm-850", "", Script::latin},
     {"code page 437", "ibm-437", "", Script::latin},
     {"Mac Roman", "macintosh", "", Script::latin},
     {"Windows-1251", "windows-1251", "windows-1251", Script::cyrillic},
     {"KOI8-R", "KOI8-R", "KOI8-R", Script::cyrillic},
     {"KOI8-U", "KOI8-U", "KOI8-R", Script::cyrillic},
     {"ISO 8859-5", "ISO-8859-5", "ISO-8859-5", Script::cyrillic},
     {"code page 866", "ibm-866", "", Script::cyrillic},
     {"Mac Cyrillic", "x-mac-cyrillic", "", Script::cyrillic},
     {"Windows-1256", "windows-1256", "windows-1256", Script::arabic},
     {"ISO 8859-6", "ISO-8859-6", "ISO-8859-6", Script::arabic},
     {"GB18030", "gb18030", "GB18030", Script::han},
     {"Big5", "Big5", "Big5", Script::han},
     {"ISO 8859-7", "ISO-8859-7", "ISO-8859-7", Script::greek, kOther},
     {"Windows-1253", "windows-1253", "ISO-8859-7", Script::greek, kOther},
     {"ISO 8859-8", "ISO-8859-8", "ISO-8859-8", Script::hebrew, kOther},
     {"Windows-1255", "windows-1255", "ISO-8859-8", Script::hebrew, kOther},
     {"Shift-JIS", "Shift_JIS", "Shift_JIS", Script::japanese, kOther},
     {"EUC-JP", "EUC-JP", "EUC-JP", Script::japanese, kOther},
     {"EUC-KR", "windows-949", "EUC-KR", Script::korean, kOther}}};

constexpr std::size_t kPieceBytes = 1024;
constexpr std::size_t kPieces = 16;
constexpr std::size_t kChunk = 16384;

// How much the detector's word counts beside the words of the text, and how far ahead the best must
// be of one that reads another text to be wholly sure. All in thousandths.
constexpr int kDetectorWeight = 2;
constexpr int kAhead = 200;
// Few bytes can be words in several encodings by chance; an accent in a Latin text is no such case.
constexpr int kFewBytes = 1500;

constexpr int kProse = 800;

bool outside_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(const Encoding& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.icu, &status), &ucnv_close);
  if (U_FAILURE(status))
    throw Error(ErrorKind::archive, "ICU cannot read " + std::string(encoding.name),
                "the installed ICU library is damaged or incomplete");
  return converter;
}

/// Calls `take` with each character of the text, in order.
template <typename Take>
void for_each_character(const Encoding& encoding, std::string_view bytes, Take take) {
  const Converter converter = open(encoding);
  std::array<UChar, kChunk> units;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  char32_t high = 0;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter.get(), &to, to + units.size(), &at, end, nullptr, true, &status);
    for (const UChar* unit = units.data(); unit != to; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        high = *unit;
      } else if (U16_IS_TRAIL(*unit)) {
        take(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, *unit)));
      } else {
        take(static_cast<char32_t>(*unit));
      }
    }
  }
}

std::u32string characters(const Encoding& encoding, std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size());
  for_each_character(encoding, bytes, [&](char32_t c) { text += c; });
  return text;
}

/// The part of the line that is worth reading: nothing when it is all ASCII. Bytes below '0' are no
/// half of a character in any encoding of the table.
std::string_view piece_of(std::string_view line) {
  const auto first = static_cast<std::size_t>(
      std::find_if(line.begin(), line.end(), outside_ascii) - line.begin());
  if (first == line.size()) return {};
  std::size_t begin = 0;
  if (first > kPieceBytes / 2) {
    begin = first;
    while (begin > first - 64 && static_cast<unsigned char>(line[begin - 1]) >= '0') --begin;
  }
  return line.substr(begin, kPieceBytes);
}

/// Calls `take` with the piece of each line that has one.
template <typename Take>
void for_each_piece(std::string_view bytes, Take take) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view piece = piece_of(bytes.substr(0, end));
    if (!piece.empty()) take(piece);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

/// Lines with bytes outside ASCII, from all over the text.
std::string sample_of(std::string_view bytes) {
  std::size_t size = 0;
  for_each_piece(bytes, [&](std::string_view piece) { size += piece.size() + 1; });
  const std::size_t most = kPieces * kPieceBytes;
  std::string sample;
  std::size_t passed = 0;
  for_each_piece(bytes, [&](std::string_view piece) {
    // Taken when the sample lags behind its share of what has been passed.
    const bool lags = size <= most || sample.size() * (size / most + 1) <= passed;
    passed += piece.size() + 1;
    if (lags && sample.size() + piece.size() < most) sample.append(piece) += '\n';
  });
  return sample;
}

using Confidences = std::array<int, kEncodings.size()>;

/// What ICU's detector makes of it, 0 to 100 a row of the table.
Confidences detect(std::string_view sample) {
  Confidences confidences{};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (int32_t i = 0; i < count && U_SUCCESS(status); ++i) {
    std::string_view name = ucsdet_getName(matches[i], &status);
    for (const SameToDetector& same : kSameToDetector)
      if (name.starts_with(same.windows) || name.starts_with(same.iso)) name = same.iso;
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    for (std::size_t row = 0; row < kEncodings.size(); ++row) {
      if (name == kEncodings[row].detected)
        confidences[row] = std::max(confidences[row], confidence);
    }
  }
  return confidences;
}

struct Candidate {
  const Encoding* encoding = nullptr;
  std::u32string text;
  int plausible = 0;
  int score = 0;
};

std::vector<Candidate> candidates_of(std::string_view sample) {
  const Confidences confidences = detect(sample);
  std::vector<Candidate> candidates;
  for (std::size_t row = 0; row < kEncodings.size(); ++row) {
    Candidate candidate{&kEncodings[row], characters(kEncodings[row], sample), 0, 0};
    candidate.plausible = plausibility(candidate.text, kEncodings[row].script);
    candidate.score =
        candidate.plausible + kDetectorWeight * confidences[row] - kEncodings[row].handicap;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

/// The units as characters; nothing when one is a control, which no text holds.
std::optional<std::u32string> prose_of_units(std::string_view bytes, ByteOrder order) {
  std::u32string text;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = order == ByteOrder::big ? static_cast<char32_t>(first << 8U | second)
                                                  : static_cast<char32_t>(second << 8U | first);
    if (unit < 0x20 && (unit < '\t' || unit > '\r')) return std::nullopt;
    text += unit;
  }
  return text;
}

// Names that files declare and ICU takes for narrower encodings than what is meant by them.
struct Declared {
  const char* name;
  std::string_view means;
};
constexpr std::array<Declared, 7> kDeclared{{{"iso-8859-1", "Windows-1252"},
                                             {"us-ascii", "Windows-1252"},
                                             {"gbk", "GB18030"},
                                             {"gb2312", "GB18030"},
                                             {"windows-936", "GB18030"},
                                             {"big5-hkscs", "Big5"},
                                             {"windows-950", "Big5"}}};

std::string canonical(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const char* found = ucnv_getAlias(name, 0, &status);
  return U_SUCCESS(status) && found != nullptr ? found : "";
}

const Encoding* find(const std::string& name) {
  const std::string wanted = canonical(name.c_str());
  std::string_view means = name;
  for (const Declared& declared : kDeclared) {
    if (!wanted.empty() && wanted == canonical(declared.name)) means = declared.means;
  }
  for (const Encoding& encoding : kEncodings) {
    if (encoding.name == means) return &encoding;
  }
  for (const Encoding& encoding : kEncodings) {
    if (!wanted.empty() && wanted == canonical(encoding.icu)) return &encoding;
  }
  return nullptr;
}

}  // namespace

std::optional<EncodingGuess> guess_encoding(std::string_view bytes) {
  const auto outside =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), outside_ascii));
  if (outside == 0) return std::nullopt;
  const std::vector<Candidate> candidates = candidates_of(sample_of(bytes));
  const auto best =
      std::max_element(candidates.begin(), candidates.end(),
                       [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
  int ahead = kAhead;
  for (const Candidate& rival : candidates) {
    if (rival.text != best->text) ahead = std::min(ahead, best->score - rival.score);
  }
  const bool latin = best->encoding->script == Script::latin;
  const int chance = latin ? 0 : kFewBytes / static_cast<int>(std::min<std::size_t>(outside, 9999));
  const int sureness = std::max(0, best->plausible - (kAhead - ahead) - chance) / 10;
  return EncodingGuess{
      .name = best->encoding->name, .sureness = sureness, .outside_ascii = outside};
}

std::optional<ByteOrder> unmarked_utf16(std::string_view head) {
  head = head.substr(0, kChunk - kChunk % 2);
  // Read by twos, plain ASCII is ideographs.
  const auto strange = std::count_if(
      head.begin(), head.end(), [](char c) { return outside_ascii(c) || (c >= 0 && c < 0x20); });
  if (static_cast<std::size_t>(strange) * 5 < head.size()) return std::nullopt;
  for (const ByteOrder order : {ByteOrder::little, ByteOrder::big}) {
    const std::optional<std::u32string> text = prose_of_units(head, order);
    if (!text) continue;
    for (const Script script : {Script::cyrillic, Script::arabic, Script::han}) {
      if (plausibility(*text, script) >= kProse) return order;
    }
  }
  return std::nullopt;
}

std::optional<std::string> decode_as(std::string_view encoding, std::string_view bytes,
                                     std::size_t* broken) {
  const Encoding* known = find(std::string(encoding));
  if (known == nullptr) return std::nullopt;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::size_t replaced = 0;
  for_each_character(*known, bytes, [&](char32_t c) {
    // Bytes 80 to 9F without a character are no controls that someone meant.
    if (c >= 0x80 && c < 0xA0) c = 0xFFFD;
    replaced += c == 0xFFFD ? 1 : 0;
    std::array<char, 4> buffer;
    int length = 0;
    U8_APPEND_UNSAFE(buffer.data(), length, static_cast<UChar32>(c));
    out.append(buffer.data(), static_cast<std::size_t>(length));
  });
  if (broken != nullptr) *broken = replaced;
  return out;
}

std::string describe(const EncodingGuess& guess) {
  return "read as " + std::string(guess.name) + ", " + std::to_string(guess.sureness) +
         " % sure, by " + std::to_string(guess.outside_ascii) +
         (guess.outside_ascii == 1 ? " byte" : " bytes") + " outside ASCII";
}

}  // namespace undex
