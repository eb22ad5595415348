#pragma once
// Numbers of names that are the same in every archive. FNV-1a: names are no secrets, and nobody
// gains by a collision but the loss of his own document.
#include <cstdint>
#include <string_view>

namespace undex::search {

inline constexpr std::uint64_t kIdOfNothing = 0xcbf29ce484222325;

inline void add_to_id(std::string_view text, std::uint64_t& id) {
  for (const char c : text) id = (id ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  id = (id ^ 0xff) * 0x100000001b3;  // no byte of a text
}

}  // namespace undex::search
