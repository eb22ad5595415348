#include "indexer/understand/references/openings.h"

#include <array>

#include "indexer/understand/references/document_words.h"

namespace undex {
namespace {

constexpr std::array<std::string_view, 4> kAdverbs{"also", "further", "furthermore", "thereby"};
constexpr std::array<std::string_view, 26> kSaid{
    "affirmed",    "reaffirmed", "requested",   "decided",   "recognized", "noted",
    "invited",     "encouraged", "called",      "urged",     "stressed",   "emphasized",
    "welcomed",    "underlined", "endorsed",    "expressed", "reiterated", "acknowledged",
    "recommended", "commended",  "underscored", "took",      "authorized", "supported",
    "highlighted", "concluded"};
bool is_year(std::string_view word) {
  return word.size() == 4 && number_of(word) >= 1945 && number_of(word) < 2100;
}

/// "at its fifty-eighth session", "in 2002" in the sentence from word i on: another occasion.
bool tells_occasion(const PhraseText& text, std::size_t i) {
  for (; i < text.size(); ++i) {
    // What is asked for may lie in a later session: "to report at its next session".
    if (text.word(i) == "to" || text.word(i) == "that") return false;
    const bool at_its = text.word(i) == "at" && text.word(i + 1) == "its";
    if (at_its || is_year(text.word(i))) return true;
    if (text.ends_sentence(i)) return false;
  }
  return false;
}

}  // namespace

Opening read_opening(const PhraseText& text) {
  std::size_t words = 0;
  const std::string organ = organ_at(text, 0, words);
  if (organ.empty()) return {};
  std::size_t verb = words;
  while (is_one_of(text.word(verb), kAdverbs) && text.joined(verb)) ++verb;
  if (!text.joined(words - 1) || !is_one_of(text.word(verb), kSaid)) return {};
  if (tells_occasion(text, verb + 1)) return {};
  return {.end = text.end(verb), .organ = organ};
}

}  // namespace undex
