#include "corpus/generate/print_frozen.h"

#include <algorithm>
#include <cstdio>

#include "corpus/frozen_table.h"

namespace undex {
namespace {

std::vector<std::uint32_t> slots_of(const std::vector<FrozenRow>& rows) {
  std::size_t count = 1;
  while (count < 2 * rows.size()) count *= 2;
  std::vector<std::uint32_t> slots(count, kFreeSlot);
  std::size_t offset = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const FrozenRow& one = rows[row];
    if (row == 0 || rows[row - 1].key != one.key) {
      std::size_t at = slot_of(one.key, count);
      while (slots[at] != kFreeSlot) at = (at + 1) % count;
      slots[at] = static_cast<std::uint32_t>(offset);
    }
    offset += one.key.size() + one.cells.size() + 2;  // a tab, an end of line
  }
  return slots;
}

}  // namespace

void print_frozen(std::string_view function, std::vector<FrozenRow> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const FrozenRow& a, const FrozenRow& b) { return a.key < b.key; });
  const std::string name(function);
  std::printf("static constexpr char k_%s_lines[] =\n", name.c_str());
  for (const FrozenRow& row : rows)
    std::printf("R\"undex(%s\t%s\n)undex\"\n", row.key.c_str(), row.cells.c_str());
  std::printf("\"\";\nstatic constexpr std::uint32_t k_%s_slots[] = {\n", name.c_str());
  for (const std::uint32_t slot : slots_of(rows)) std::printf("%u,\n", unsigned{slot});
  std::printf(
      "};\nFrozenTable %s() { return {{k_%s_lines, sizeof k_%s_lines - 1}, k_%s_slots}; }\n\n",
      name.c_str(), name.c_str(), name.c_str(), name.c_str());
}

}  // namespace undex
