#pragma once
// Tables that are made when undex is built (corpus/generate/print_frozen.h): lines of text, and
// where each key begins. They are looked up where they lie, so that a process which starts reads
// nothing, builds nothing, and has nothing to relocate.
#include <cstdint>
#include <span>
#include <string_view>

namespace undex {

struct FrozenTable {
  std::string_view lines;                ///< "key\tcell\tcell\n", those of one key side by side
  std::span<const std::uint32_t> slots;  ///< a power of two of them, by the hash of the key
};
inline constexpr std::uint32_t kFreeSlot = 0xFFFFFFFF;

/// FNV-1a.
constexpr std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}
inline std::size_t slot_of(std::string_view key, std::size_t slots) {
  return hash_of(key) & (slots - 1);
}

/// The lines of a key; a key of several cells has tabs between them.
std::string_view lines_of(const FrozenTable& table, std::string_view key);

/// Takes the first line away and cuts it at its tabs; cells that it lacks are empty. False when
/// there is none.
bool take_row(std::string_view& lines, std::span<std::string_view> cells);

}  // namespace undex
