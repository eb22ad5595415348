#pragma once
// The words of a text as a name is made of them, and the capitalised names that a head noun ends
// or begins: "Office of the Capital Master Plan", "Staff Training Portal". For proposals; names of
// the authority file are found by find_names().
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace undex {

struct NameWord {
  std::size_t begin = 0;  ///< UTF-8 bytes, without punctuation around the word
  std::size_t end = 0;
  bool capital = false;         ///< "Portal", "e-Meets", "ICT"
  bool stop_before = false;     ///< more than a blank or a comma parts it from the word before
  bool comma_before = false;    ///< a comma does
  bool opens_sentence = false;  ///< its capital may be the sentence's
};
std::vector<NameWord> name_words(std::string_view text);
std::string lower_word(std::string_view text, const NameWord& word);

/// What a head noun says of the name it heads.
struct HeadNoun {
  std::string noun;   ///< "portal"
  std::string table;  ///< "bodies" or "initiatives"
  std::string kind;   ///< "office", "system", ...
};
/// By the noun or its plural, in any case; nullptr for other words.
const HeadNoun* head_noun(std::string_view word);

/// Words first..last in capitals, with the small words between them.
struct CapitalRun {
  std::size_t first = 0;
  std::size_t last = 0;
};
/// In order, apart. "Department of Management and the Office of Legal Affairs" is two runs,
/// "Department of Economic and Social Affairs" is one.
std::vector<CapitalRun> capital_runs(std::string_view text, const std::vector<NameWord>& words);

struct CapitalName {
  std::size_t first = 0;  ///< index of its first word
  std::size_t last = 0;   ///< and of its last
  const HeadNoun* head = nullptr;
  bool apposed = false;  ///< the head noun follows in lower case: "the Atlas system"
};
/// The runs with a head noun. What is only general words ("the Working Group", "a Special
/// Committee") is none.
std::vector<CapitalName> capital_names(std::string_view text, const std::vector<NameWord>& words);

/// No word of it tells one from another of its kind: "Executive Board", "United Nations System".
bool is_general_name(std::string_view name);

/// The head noun of a phrase: that of the last word before its first preposition. nullptr if that
/// is no head noun.
const HeadNoun* head_of_phrase(std::string_view phrase);

}  // namespace undex
