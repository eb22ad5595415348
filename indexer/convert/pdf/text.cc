#include "indexer/convert/pdf/text.h"

#include <cmath>

#include "corpus/ascii.h"
#include "corpus/text.h"

namespace undex {
namespace {

// Kerning leaves up to 0.133 of the type's height inside a word; the narrowest blanks seen, in
// large type, are 0.157.
constexpr float kInsideWord = 0.145F;
constexpr float kInsideWordOfBlank = 0.6F;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::string_view kHyphen = "\xE2\x80\x90";
constexpr std::string_view kEnDash = "\xE2\x80\x93";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool closes(char c) { return std::string_view(",.;:)]!?").find(c) != std::string_view::npos; }

/// Chinese and Japanese write no blanks: U+2E80 to U+9FFF and the full-width forms.
bool is_ideograph_lead(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0xE3 && byte <= 0xE9) || byte == 0xEF;
}
bool ends_with_ideograph(std::string_view text) {
  return text.size() >= 3 && is_ideograph_lead(text[text.size() - 3]);
}

bool same_word(const PdfWord& a, const PdfWord& b, float blank) {
  const float gap = gap_between(a, b);
  const float height = std::min(a.box.height(), b.box.height());
  if (std::fabs(a.box.middle() - b.box.middle()) > height * 0.6F) return false;  // another line
  return gap < height * kInsideWord && (blank <= 0 || gap < blank * kInsideWordOfBlank);
}

std::string_view last_token(std::string_view text) {
  constexpr std::size_t kLongestWord = 200;
  if (text.size() > kLongestWord) text.remove_prefix(text.size() - kLongestWord);
  const std::size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// Letters, hyphens and apostrophes from the beginning of the word.
std::string_view head_of(std::string_view word) {
  std::size_t n = 0;
  while (n < word.size() && (is_letter_byte(word[n]) || word[n] == '-' || is_digit(word[n]))) ++n;
  return word.substr(0, n);
}

std::string_view trimmed(std::string_view word) {
  while (!word.empty() && !is_letter_byte(word.front()) && !is_digit(word.front()))
    word.remove_prefix(1);
  while (!word.empty() && !is_letter_byte(word.back()) && !is_digit(word.back()))
    word.remove_suffix(1);
  return word;
}

std::string lower(std::string_view word) {
  std::string out(word);
  bool ascii = true;
  for (char& c : out) {
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ascii ? out : to_lower(out);
}

/// Length of the hyphen that ends the text, 0 for none: a dash between blanks is no hyphen.
std::size_t final_hyphen(std::string_view text) {
  for (const std::string_view hyphen : {std::string_view("-"), kSoftHyphen, kHyphen})
    if (text.size() > hyphen.size() && text.ends_with(hyphen) &&
        text[text.size() - hyphen.size() - 1] != ' ')
      return hyphen.size();
  return 0;
}

/// One line's words, glued and marker-free, with one blank between them.
std::string line_text(const std::vector<PdfWord>& words, std::size_t first) {
  const float size = main_height(words);
  const float blank = normal_blank(words);
  PdfBox box;
  for (const PdfWord& word : words)
    if (word.box.height() > size * 0.9F) box = word.box;
  std::string out;
  const PdfWord* last = nullptr;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > 0 && is_raised_marker(words[i], size, box)) continue;
    if (last && !same_word(*last, words[i], blank)) out += ' ';
    out += words[i].text;
    last = &words[i];
  }
  return out;
}

}  // namespace

PdfVocabulary::PdfVocabulary(const std::vector<PdfRow>& rows) {
  std::vector<std::string> lines;
  for (const PdfRow& row : rows) lines.push_back(line_text(row.words, 0));
  for (const std::string& line : lines) {
    std::string_view rest = line;
    if (final_hyphen(rest) != 0) rest.remove_suffix(last_token(rest).size());
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = trimmed(rest.substr(0, end));
      if (!word.empty()) words_.insert(lower(word));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  int dropped = 0;
  int kept = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::size_t hyphen = final_hyphen(lines[i - 1]);
    if (hyphen == 0) continue;
    const std::string_view token = last_token(lines[i - 1]);
    const int proof = evidence(token.substr(0, token.size() - hyphen), lines[i]);
    dropped += proof < 0;
    kept += proof > 0;
  }
  hyphenates_ = dropped > kept;
}

/// 1: the hyphen is real, -1: it divides a word, 0: the document does not say.
int PdfVocabulary::evidence(std::string_view before, std::string_view after) const {
  const std::string head = lower(trimmed(before));
  const std::string tail = lower(trimmed(head_of(after)));
  if (head.empty() || tail.empty()) return 1;
  if (words_.contains(head + "-" + tail)) return 1;
  if (words_.contains(head + tail)) return -1;
  return words_.contains(head) && words_.contains(tail) ? 1 : 0;
}

bool PdfVocabulary::keeps_hyphen(std::string_view before, std::string_view after) const {
  if (after.empty() || !is_letter_byte(after[0]) || before.empty() ||
      !is_letter_byte(before.back()) || (after[0] >= 'A' && after[0] <= 'Z'))
    return true;
  const int proof = evidence(before, after);
  return proof == 0 ? !hyphenates_ : proof > 0;
}

void PdfText::begin_line(std::string_view next) {
  if (text.empty()) return;
  if (const std::size_t hyphen = final_hyphen(text)) {
    const std::string_view token = last_token(text);
    const bool soft = text.ends_with(kSoftHyphen);
    if (soft || !vocabulary_.keeps_hyphen(token.substr(0, token.size() - hyphen), next))
      text.erase(text.size() - hyphen);
    return;
  }
  const bool stroke = text.ends_with('/') && (is_letter_byte(next[0]) || is_digit(next[0]));
  const bool range = text.ends_with(kEnDash) && text.size() > kEnDash.size() &&
                     is_digit(text[text.size() - kEnDash.size() - 1]) && is_digit(next[0]);
  if (stroke || range || (ends_with_ideograph(text) && is_ideograph_lead(next[0]))) return;
  text += ' ';
}

void PdfText::add_word(const std::vector<PdfWord>& words, std::size_t i, std::size_t first,
                       float blank) {
  const PdfWord& word = words[i];
  if (i == first) {
    begin_line(word.text);
  } else {
    const bool after_marker = !notes.empty() && notes.back().offset == text.size();
    const bool closing = after_marker && closes(word.text[0]);
    if (!closing && !same_word(words[i - 1], word, after_marker ? 0 : blank)) text += ' ';
  }
  text += word.text;
}

/// Whether the raised word is a note's marker where it stands.
bool PdfText::takes_marker(const PdfRow& row, const PdfWord& word) const {
  if (text.empty() || !is_raised_marker(word, row.size, row.box)) return false;
  // "m" and a raised 2 are square metres; a raised letter in a short word is an ordinal or a slip.
  const std::string_view token = last_token(text);
  if (token == "m" || token == "km" || token == "cm") return false;
  const bool letter = is_ascii_letter(word.text[0]);
  return !letter || token.size() > 3 || !is_letter_byte(text.back());
}

void PdfText::add(const PdfRow& row, std::size_t first) {
  const float blank = normal_blank(row.words);
  for (std::size_t i = first; i < row.words.size(); ++i) {
    const PdfWord& word = row.words[i];
    if (!takes_marker(row, word)) {
      add_word(row.words, i, first, blank);
      continue;
    }
    std::string marker = word.text;
    while (marker.ends_with(',')) marker.pop_back();
    if (!marker.empty()) notes.push_back({text.size(), marker});
  }
}

std::string plain_text(const std::vector<PdfWord>& words) { return line_text(words, 0); }

}  // namespace undex
