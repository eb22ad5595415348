#pragma once
// Resumption tokens: they hold all that the next page of a list needs, so that nothing is kept here
// and one taken before a restart, or before a new index, is as good as ever.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex::serve::oai {

/// A list under way: what was asked for, and the last item that was given.
struct Harvest {
  std::string verb{};
  std::string prefix{};
  std::string from{};  ///< as asked for, and so the next two; empty: not asked for
  std::string until{};
  std::string set{};
  std::string datestamp{};  ///< of the last item given; empty: none was yet
  std::string key{};        ///< of that item
  std::size_t given = 0;    ///< items so far
  bool operator==(const Harvest&) const = default;
};

/// Letters, digits and -_.!~*'():/ only. It ends with a checksum over itself and the base address:
/// a token cut short, changed, or of another repository is refused. It is no secret: who makes one
/// by himself learns nothing that the arguments would not tell him.
std::string write_token(const Harvest& harvest, std::string_view base_url);
/// Nothing for what write_token() did not write.
std::optional<Harvest> read_token(std::string_view token, std::string_view base_url);

}  // namespace undex::serve::oai
