#include "corpus/frozen_table.h"

namespace undex {
namespace {

bool is_of(std::string_view lines, std::string_view key) {
  return lines.starts_with(key) && lines.substr(key.size()).starts_with('\t');
}

}  // namespace

std::string_view lines_of(const FrozenTable& table, std::string_view key) {
  const std::size_t count = table.slots.size();
  for (std::size_t at = slot_of(key, count); table.slots[at] != kFreeSlot; at = (at + 1) % count) {
    const std::string_view from = table.lines.substr(table.slots[at]);
    if (!is_of(from, key)) continue;
    std::string_view rest = from;
    while (is_of(rest, key)) rest.remove_prefix(rest.find('\n') + 1);
    return from.substr(0, from.size() - rest.size());
  }
  return {};
}

bool take_row(std::string_view& lines, std::span<std::string_view> cells) {
  if (lines.empty()) return false;
  const std::size_t end = lines.find('\n');
  std::string_view line = lines.substr(0, end);
  lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  for (std::string_view& cell : cells) {
    const std::size_t tab = line.find('\t');
    cell = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return true;
}

}  // namespace undex
