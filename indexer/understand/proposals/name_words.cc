#include "indexer/understand/proposals/name_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/text.h"

namespace undex {
namespace {

using Words = std::vector<NameWord>;
using WordSet = std::set<std::string, std::less<>>;

constexpr std::string_view kBefore[] = {"(", "[", "\"", "'", "“", "‘", "«", "—", "–", "*", "•"};
constexpr std::string_view kAfter[] = {")", "]", "\"", "'", "”", "’", "»", "—",  "–",
                                       "*", ".", ";",  ":", "!", "?", ",", "’s", "'s"};

const WordSet kPrepositions = {"of", "for", "on", "in", "to", "against", "at", "with", "by"};
/// Words that do not tell one body or initiative from another of its kind.
const WordSet kGeneral = {"headquarters",
                          "director",
                          "president",
                          "chief",
                          "deputy",
                          "assistant",
                          "governing",
                          "monitoring",
                          "optional",
                          "additional",
                          "inquiry",
                          "peace",
                          "political",
                          "whole",
                          "le",
                          "la",
                          "les",
                          "investigative",
                          "review",
                          "strategic",
                          "medium-term",
                          "action",
                          "other",
                          "core",
                          "individual",
                          "external",
                          "internal",
                          "secretariat",
                          "development",
                          "cooperation",
                          "trust",
                          "situation",
                          "institutional",
                          "implementation",
                          "subsidiary",
                          "sustainable",
                          "facto",
                          "group",
                          "coordination",
                          "representative",
                          "representatives",
                          "envoy",
                          "united",
                          "nations",
                          "un",
                          "ad",
                          "hoc",
                          "open-ended",
                          "high-level",
                          "working",
                          "main",
                          "executive",
                          "national",
                          "regional",
                          "international",
                          "special",
                          "general",
                          "global",
                          "world",
                          "joint",
                          "standing",
                          "advisory",
                          "technical",
                          "annual",
                          "permanent",
                          "steering",
                          "senior",
                          "new",
                          "field",
                          "support",
                          "member",
                          "states",
                          "state",
                          "parties",
                          "the",
                          "of",
                          "for",
                          "and",
                          "on",
                          "in",
                          "to",
                          "at",
                          "subregional",
                          "resident",
                          "country",
                          "central",
                          "local",
                          "federal",
                          "first",
                          "second",
                          "third",
                          "expert",
                          "experts",
                          "task",
                          "work",
                          "project",
                          "budget",
                          "programme",
                          "sub",
                          "intergovernmental",
                          "inter-agency",
                          "secretary-general",
                          "government",
                          "governments",
                          "independent",
                          "interim",
                          "preparatory",
                          "final",
                          "specialized",
                          "common",
                          "system",
                          "committee",
                          "help",
                          "official",
                          "proposed",
                          "ministerial",
                          "technology"};

bool starts_with_capital(std::string_view word) {
  if (word.starts_with("e-") || word.starts_with("i-")) word.remove_prefix(2);
  if (word.empty()) return false;
  if (is_upper(word[0])) return true;
  // Accented capitals of Latin script, U+00C0 to U+00DE.
  if (word[0] == '\xC3' && word.size() > 1) return static_cast<unsigned char>(word[1]) <= 0x9E;
  return word.size() > 2 && is_lower(word[0]) && is_upper(word[1]) && is_lower(word[2]);
}

bool strip_front(std::string_view& word) {
  for (std::string_view mark : kBefore)
    if (word.starts_with(mark)) return word.remove_prefix(mark.size()), true;
  return false;
}

std::string_view strip_back(std::string_view& word) {
  for (std::string_view mark : kAfter)
    if (word.size() > mark.size() && word.ends_with(mark))
      return word.remove_suffix(mark.size()), mark;
  return {};
}

/// What the marks after a word say to the next one.
struct Gap {
  bool stop = false;
  bool comma = false;
  bool sentence = true;
};

void close_word(std::string_view& word, Gap& gap) {
  gap = {false, false, false};
  bool stop = false;
  while (true) {
    const std::string_view mark = strip_back(word);
    if (mark.empty()) break;
    gap.sentence |= mark == "." || mark == ":" || mark == "?" || mark == "!" || mark == ";";
    gap.comma |= mark == ",";
    stop |= mark != ",";
  }
  gap.stop = stop;
}

}  // namespace

std::vector<NameWord> name_words(std::string_view text) {
  Words found;
  Gap gap{true, false, true};
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = text.find_first_not_of(" \n\t", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n\t", begin), text.size());
    std::string_view word = text.substr(begin, at - begin);
    while (strip_front(word)) gap.stop = true;
    if (word.empty()) continue;
    const Gap before = gap;
    close_word(word, gap);
    const auto start = static_cast<std::size_t>(word.data() - text.data());
    found.push_back({start, start + word.size(), starts_with_capital(word), before.stop,
                     before.comma, before.sentence});
  }
  return found;
}

std::string lower_word(std::string_view text, const NameWord& word) {
  return to_lower(text.substr(word.begin, word.end - word.begin));
}

const HeadNoun* head_noun(std::string_view word) {
  static const std::map<std::string, HeadNoun, std::less<>> kNouns = [] {
    std::map<std::string, HeadNoun, std::less<>> nouns;
    for (const auto& row : data_rows("head_nouns")) {
      const std::string noun = to_lower(row[0]);
      nouns[noun] = {noun, std::string(row[1]), std::string(row[2])};
    }
    return nouns;
  }();
  const std::string lowered = to_lower(word);
  std::string_view one = lowered;
  auto found = kNouns.find(one);
  if (found == kNouns.end() && one.ends_with("ies"))
    found = kNouns.find(std::string(one.substr(0, one.size() - 3)) + "y");
  if (found == kNouns.end() && one.ends_with("s"))
    found = kNouns.find(one.substr(0, one.size() - 1));
  return found == kNouns.end() ? nullptr : &found->second;
}

bool is_general_name(std::string_view name) {
  for (const NameWord& word : name_words(name)) {
    const std::string one = lower_word(name, word);
    if (!kGeneral.contains(one) && !head_noun(one) && !is_digit(one[0])) return false;
  }
  return true;
}

const HeadNoun* head_of_phrase(std::string_view phrase) {
  const Words words = name_words(phrase);
  const HeadNoun* noun = nullptr;
  for (const NameWord& word : words) {
    const std::string one = lower_word(phrase, word);
    if (kPrepositions.contains(one)) break;
    noun = head_noun(one);
  }
  return noun;
}

}  // namespace undex
