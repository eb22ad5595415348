// Any bytes as the labels of a thesaurus: refused, or read where they lie without leaving them.
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/headings.h"
#include "searcher/query/meaning.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Exactly as many bytes as there are, at a place for numbers: reading on would be seen.
  const auto words = std::make_unique<std::uint32_t[]>((size + 3) / 4);
  if (size > 0) std::memcpy(words.get(), data, size);
  try {
    const undex::HeadingTable table({reinterpret_cast<const std::byte*>(words.get()), size});
    std::vector<undex::query::HeadingBeside> beside;
    for (const std::string query : {"lamps", "gas lamps", "\"lampes\"", "one two three four five"})
      undex::dump(undex::query::with_meaning(undex::parse_query(query), query,
                                             {.headings = &table, .beside = &beside}));
    for (std::size_t at = 0; at < table.entries(); ++at) {
      const undex::HeadingEntry entry = table.entry(at);
      (void)table.id(entry.heading);
      const auto [first, end] = table.labels_of(entry.heading);
      for (std::size_t label = first; label < end; ++label) (void)table.label(label);
    }
  } catch (const undex::Error& fault) {
    if (fault.kind != undex::ErrorKind::archive) __builtin_trap();
  }
  return 0;
}
