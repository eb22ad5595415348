#pragma once
// The spellings of all names as paths of words, made when undex is built
// (generate/name_paths.cc): to read them takes longer than a search.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace undex {

/// Names of two groups are matched apart, each as if the other were not there.
enum class NameGroup : std::uint64_t { initiatives, others };

/// The first words of a spelling, or all: a hash of its group and of one word after the other. The
/// generator sees to it that no two paths have the same.
using NamePath = std::uint64_t;

constexpr NamePath path_on(NamePath path, std::uint64_t word) {
  const NamePath mixed = (path ^ word) * 0x9e3779b97f4a7c15;
  return mixed ^ (mixed >> 32);
}
constexpr NamePath path_from(NameGroup group) {
  return path_on(0xcbf29ce484222325, static_cast<std::uint64_t>(group));
}

/// A spelling ends.
struct NameEnd {
  std::uint32_t spelling = 0;  ///< where it begins in name_spellings(), when it is a single word
  std::uint16_t spelling_bytes = 0;
  std::int16_t name = -1;  ///< place in authority_names(); -1: a phrase that is no name
  bool exact = false;      ///< the word must stand as it is spelt: "WHO"
  bool capital = false;    ///< the word must begin with a capital: "Chad", never "chad"
};
/// A place in the table; the path 0 ends the search.
struct NameSlot {
  NamePath path = 0;
  std::uint16_t first_end = 0;  ///< in name_ends()
  std::uint16_t ends = 0;
};

/// A power of two of slots; a path is in the first free one from its own on.
std::span<const NameSlot> name_paths();
std::span<const NameEnd> name_ends();
std::string_view name_spellings();

}  // namespace undex
