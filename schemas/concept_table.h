#pragma once
// The variants of all concepts as paths of words, ready to be looked up. The table is made when
// undex is built (generate/concept_table.cc): to read the variants takes longer than a search.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/frozen_table.h"
#include "corpus/utf8.h"
#include "schemas/words.h"

namespace undex {

/// The first words of a variant, or all: a hash of its language and of one step after the other
/// (FNV-1a). The generator sees to it that no two paths have the same.
using Path = std::uint64_t;

/// What is asked of a word: its stem, an acronym in any case, one in capitals.
enum class StepKind : char { stem = 's', acronym = 'a', capitals = 'c' };

constexpr Path path_on(Path path, char byte) {
  return (path ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
}
constexpr Path path_on(Path path, StepKind kind, std::string_view text) {
  path = path_on(path, static_cast<char>(kind));
  for (const char byte : text) path = path_on(path, byte);
  return path_on(path, '\0');
}
constexpr Path path_from(std::string_view language) {
  return path_on(0xcbf29ce484222325, StepKind::stem, language);
}

/// A variant ends.
struct ConceptEnd {
  std::uint16_t found = 0;  ///< number of the concept, below concept_count()
  std::uint16_t wording_bytes = 0;
  std::uint32_t wording = 0;  ///< where ConceptVariant::wording begins in concept_wordings()
};
/// A place in the table; 0 ends the search.
struct PathSlot {
  Path path = 0;
  std::uint16_t first_end = 0;  ///< in concept_ends()
  std::uint16_t ends = 0;
};

/// A power of two of slots; a path is in the first free one from its own on.
std::span<const PathSlot> concept_paths();
std::span<const ConceptEnd> concept_ends();
std::string_view concept_wordings();
std::size_t concept_count();

/// Its key is the id of a concept; the cells have its label and, of one variant a line, the
/// language, '!' where it is found in capitals only, the wording and the text.
FrozenTable concept_variants();

inline std::size_t slot_of(Path path, std::size_t slots) { return path & (slots - 1); }

/// What a word is called in a path.
inline const std::string& key_of(const WordForm& form) {
  return form.stem.empty() ? form.word : form.stem;
}

/// A Chinese word is a row of steps, so that it does not matter how a longer name was cut.
inline std::vector<std::string_view> characters_of(std::string_view word) {
  std::vector<std::string_view> list;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = character_end(word, at);
    list.push_back(word.substr(at, end - at));
    at = end;
  }
  return list;
}

}  // namespace undex
