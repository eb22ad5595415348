#include "corpus/name_words.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/frozen_table.h"
#include "corpus/letters.h"
#include "corpus/text.h"

namespace undex {
namespace {

struct Respelling {
  std::string_view word;
  std::string_view first;
  std::string_view second;  ///< empty: one word stays one
};
/// Spellings that UN editors changed over the years (E/2003/75 has "web site", E/2009/21 "website")
/// or that differ from one organization to the next.
constexpr Respelling kRespellings[] = {
    {"programme", "program", ""},
    {"programmes", "programs", ""},
    {"organisation", "organization", ""},
    {"organisations", "organizations", ""},
    {"organisational", "organizational", ""},
    {"centre", "center", ""},
    {"centres", "centers", ""},
    {"informatisation", "informatization", ""},
    {"harmonisation", "harmonization", ""},
    {"labour", "labor", ""},
    {"defence", "defense", ""},
    {"icts", "ict", ""},
    {"website", "web", "site"},
    {"websites", "web", "sites"},
    {"webpage", "web", "page"},
    {"webpages", "web", "pages"},
    {"email", "e", "mail"},
    {"egovernment", "e", "government"},
    {"ecommerce", "e", "commerce"},
    {"elearning", "e", "learning"},
    {"interagency", "inter", "agency"},
    {"multistakeholder", "multi", "stakeholder"},
    {"online", "on", "line"},
    {"cooperation", "co", "operation"},
    {"coordination", "co", "ordination"},
    {"cybersecurity", "cyber", "security"},
    {"helpdesk", "help", "desk"},
    {"workstation", "work", "station"},
    {"workstations", "work", "stations"},
    {"nongovernmental", "non", "governmental"},
    {"roadmap", "road", "map"},
    {"videoconferencing", "video", "conferencing"},
};

const Respelling* respelling_of(const std::string& word) {
  static const auto kByWord = [] {
    std::unordered_map<std::string_view, const Respelling*> rows;
    for (const Respelling& row : kRespellings) rows.emplace(row.word, &row);
    return rows;
  }();
  if (word.size() < 4) return nullptr;
  const auto row = kByWord.find(word);
  return row == kByWord.end() ? nullptr : row->second;
}

/// Points and apostrophes between two letters, points and commas between two digits belong to the
/// word they stand in: "UN.INT", "Côte d'Ivoire", "3.2".
std::size_t inner_mark_at(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return 0;
  const char before = text[at - 1];
  const char c = text[at];
  if (c == '_') return 1;
  if ((c == '.' || c == ',') && is_digit(before) && is_digit(text[at + 1])) return 1;
  if ((c == '.' || c == '\'') && is_letter(before) && letter_at(text, at + 1) != 0) return 1;
  constexpr std::string_view kApostrophe = "\u2019";
  const bool curly = text.substr(at, kApostrophe.size()) == kApostrophe;
  const std::size_t next = at + kApostrophe.size();
  return curly && next < text.size() && letter_at(text, next) != 0 ? kApostrophe.size() : 0;
}

/// The next word from `at` on; begins and ends at the end of the text when there is none.
TextSpan next_word(std::string_view text, std::size_t at) {
  while (at < text.size() && letter_at(text, at) == 0) ++at;
  TextSpan word{at, at};
  while (word.end < text.size()) {
    std::size_t length = letter_at(text, word.end);
    if (length == 0 && word.end > word.begin) length = inner_mark_at(text, word.end);
    if (length == 0) break;
    word.end += length;
  }
  return word;
}

/// "information and communication technologies" in all its forms is the one word "ict": the words
/// read so far of it, and where they begin among the tokens.
class IctReader {
 public:
  /// Whether the word ends the phrase; `at` is the place of its token.
  bool read(std::string_view word, std::size_t at) {
    const bool communication = word == "communication" || word == "communications";
    const bool technology = word == "technology" || word == "technologies";
    if (word == "information") {
      state_ = State::information;
      first_ = at;
    } else if (state_ == State::information && word == "and") {
      state_ = State::conjunction;
    } else if ((state_ == State::information || state_ == State::conjunction) && communication) {
      state_ = State::communication;
    } else {
      const bool whole = state_ == State::communication && technology;
      state_ = State::nothing;
      return whole;
    }
    return false;
  }
  void stop() { state_ = State::nothing; }
  std::size_t first() const { return first_; }

 private:
  enum class State { nothing, information, conjunction, communication };
  State state_ = State::nothing;
  std::size_t first_ = 0;
};

std::string singular_of(const std::string& word) {
  const std::string_view view(word);
  if (view.size() > 4 && view.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (view.size() < 4 || !view.ends_with('s')) return word;
  for (const std::string_view ending : {"ss", "us", "is"})
    if (view.ends_with(ending)) return word;
  return word.substr(0, word.size() - 1);
}

/// Blanks, hyphens, en dashes and apostrophes part words of one name; anything else is a stop.
bool is_soft(std::string_view gap) {
  constexpr std::string_view kSoft[] = {" ",      "\t",     "\n",     "\r",     "-",      "'",
                                        "\u00a0", "\u00ad", "\u2009", "\u2010", "\u2011", "\u2012",
                                        "\u2013", "\u2018", "\u2019", "\u202f"};
  while (!gap.empty()) {
    const auto* const found = std::find_if(std::begin(kSoft), std::end(kSoft),
                                           [&](std::string_view s) { return gap.starts_with(s); });
    if (found == std::end(kSoft)) return false;
    gap = gap.substr(found->size());
  }
  return true;
}

/// Length of a genitive at the end: "General's" counts as "General".
std::size_t genitive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\u2019s", "'S", "\u2019S"})
    if (word.size() > ending.size() && word.ends_with(ending)) return ending.size();
  return 0;
}

std::string plain_apostrophes(std::string word) {
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = 0; (at = word.find(kCurly, at)) != std::string::npos; ++at)
    word.replace(at, kCurly.size(), "'");
  return word;
}

}  // namespace

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_short_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    if (is_capital(c)) ++letters;
  }
  return letters > 0 && letters <= 5;
}

std::string folded_name_word(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) >= 0x80) return plain_apostrophes(fold(word));
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<NameToken> name_tokens(std::string_view text) {
  std::vector<NameToken> out;
  out.reserve(text.size() / 4 + 1);
  IctReader ict;
  const auto add = [&](std::string key, std::size_t begin, std::size_t end) {
    if (ict.read(key, out.size())) {
      begin = out[ict.first()].begin;
      out.resize(ict.first());
      key = "ict";
    }
    const std::string singular = singular_of(key);
    const bool same = singular == key;
    const std::uint64_t word = hash_of(key);
    const std::uint64_t one = same ? word : hash_of(singular);
    out.push_back({.word = word, .singular = one, .begin = begin, .end = end});
  };
  std::size_t last = 0;
  for (TextSpan span = next_word(text, 0); span.begin < text.size();
       span = next_word(text, span.end)) {
    std::string_view word = text.substr(span.begin, span.end - span.begin);
    if (!out.empty() && !is_soft(text.substr(last, span.begin - last))) {
      out.push_back({.word = kNameStop, .singular = kNameStop, .begin = last, .end = span.begin});
      ict.stop();
    }
    last = span.end;
    word.remove_suffix(genitive(word));
    const std::size_t end = span.begin + word.size();
    std::string key = folded_name_word(word);
    const Respelling* const row = respelling_of(key);
    add(row == nullptr ? std::move(key) : std::string(row->first), span.begin, end);
    if (row != nullptr && !row->second.empty()) add(std::string(row->second), span.begin, end);
  }
  return out;
}

}  // namespace undex
