#include "indexer/structure/tables.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

/// A cell of letters or a cell that is a number.
struct Cell {
  std::string text;
  bool number = false;
};

/// End of the number at `at`: digits with groups of three after a blank, a no-break blank or a
/// comma.
std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  for (;;) {
    std::size_t group = end;
    if (group < text.size() && text[group] == ',') {
      ++group;
    } else {
      group += space_at(text, group);
    }
    std::size_t digits = group;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (group == end || digits - group != 3 || end - at > 15) return end;
    end = digits;
  }
}

std::vector<Cell> split_cells(std::string_view text, int& glued) {
  std::vector<Cell> cells;
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const bool starts = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
    if (!starts) {
      words += text[at++];
      continue;
    }
    if (at > 0 && is_letter(text[at - 1])) ++glued;
    if (!trimmed(words).empty()) cells.push_back({std::string(trimmed(words)), false});
    words.clear();
    const std::size_t end = number_end(text, at);
    cells.push_back({std::string(text.substr(at, end - at)), true});
    if (end < text.size() && is_letter(text[end])) ++glued;
    at = end;
  }
  if (!trimmed(words).empty()) cells.push_back({std::string(trimmed(words)), false});
  return cells;
}

/// "Equipment typeNumberTypewriters": a capital after a small letter begins a new cell.
std::vector<std::string> split_at_capitals(std::string_view text) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_upper_letter(text[at]) || !is_lower_letter(text[at - 1])) continue;
    cells.emplace_back(trimmed(text.substr(begin, at - begin)));
    begin = at;
  }
  cells.emplace_back(trimmed(text.substr(begin)));
  return cells;
}

std::optional<long long> amount(std::string_view cell) {
  long long value = 0;
  int digits = 0;
  for (const char c : cell) {
    if (is_digit(c)) {
      value = value * 10 + (c - '0');
      if (++digits > 15) return std::nullopt;
    } else if (is_letter(c) || c == '.' || c == '-' || c == '(') {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  return value;
}

bool is_total(std::string_view label) {
  return starts_with_word(label, "total") || starts_with_word(label, "grand total");
}

}  // namespace

std::string check_total(const Table& table) {
  const std::size_t first = static_cast<std::size_t>(table.header_rows);
  if (table.rows.size() < first + 3) return {};
  const std::vector<std::string>& total = table.rows.back();
  if (total.size() < 2 || !is_total(total.front())) return {};
  const std::optional<long long> printed = amount(total.back());
  if (!printed) return {};
  long long sum = 0;
  for (std::size_t row = first; row + 1 < table.rows.size(); ++row) {
    const std::vector<std::string>& cells = table.rows[row];
    if (cells.size() != total.size() || is_total(cells.front())) return {};
    const std::optional<long long> value = amount(cells.back());
    if (!value) return {};
    sum += *value;
  }
  if (sum == *printed) return "total " + total.back() + " agrees";
  return "total " + total.back() + " differs: cells add up to " + std::to_string(sum);
}

bool read_run_together(std::string_view text, RunTogether& result) {
  static constexpr std::size_t kLongest = 20000;
  if (text.size() > kLongest || text.find(". ") != std::string_view::npos) return false;
  int glued = 0;
  const std::vector<Cell> cells = split_cells(text, glued);
  if (glued < 4 || cells.size() < 6 || cells.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].number != (i % 2 == 1)) return false;
    if (!cells[i].number && (cells[i].text.size() < 3 || !begins_capital(cells[i].text)))
      return false;
  }
  Table table;
  table.rebuilt = true;
  std::vector<std::string> head = split_at_capitals(cells[0].text);
  if (head.size() == 3) {
    table.rows.push_back({head[0], head[1]});
    table.header_rows = 1;
  } else if (head.size() != 1) {
    return false;
  }
  table.rows.push_back({head.back(), cells[1].text});
  for (std::size_t i = 2; i + 1 < cells.size(); i += 2)
    table.rows.push_back({cells[i].text, cells[i + 1].text});
  table.check = check_total(table);
  result.table = std::move(table);
  return true;
}

std::string take_caption(Document& document, Table& table) {
  std::vector<Block>& blocks = document.blocks;
  static constexpr std::size_t kBefore = 3;
  for (std::size_t back = 1; back <= std::min(kBefore, blocks.size()); ++back) {
    const Block& block = blocks[blocks.size() - back];
    const bool plain = block.kind == BlockKind::heading || block.kind == BlockKind::unnumbered ||
                       block.kind == BlockKind::continuation;
    if (!plain || block.text.size() > 300) return {};
    if (!starts_with_word(block.text, "table ")) continue;
    const std::string_view text = block.text;
    std::size_t end = skip_spaces(text, 5);
    const std::size_t begin = end;
    while (end < text.size() && (is_digit(text[end]) || is_letter(text[end]) || text[end] == '.'))
      ++end;
    std::string number(text.substr(begin, end - begin));
    while (!number.empty() && number.back() == '.') number.pop_back();
    if (number.empty() || number.size() > 8) return {};
    table.label = "Table " + number;
    table.title = trimmed(text.substr(end));
    for (std::size_t i = blocks.size() - back + 1; i < blocks.size(); ++i)
      table.title += (table.title.empty() ? "" : " ") + blocks[i].text;
    blocks.resize(blocks.size() - back);
    return number;
  }
  return {};
}

void add_table(Document& document, Table table, Locator locator, int section, int page) {
  if (table.rebuilt) {
    document.notices.push_back(
        {Notice::Level::info, "table-rebuilt", locator,
         "cells of a table had been run together; " +
             (table.check.empty() ? "no total proves the split" : table.check)});
  } else if (table.check.find("differs") != std::string::npos) {
    document.notices.push_back({Notice::Level::warning, "table-total", locator, table.check});
  }
  Block block;
  block.kind = BlockKind::table;
  block.locator = std::move(locator);
  block.section = section;
  block.page = page;
  block.table = static_cast<int>(document.tables.size());
  document.tables.push_back(std::move(table));
  document.blocks.push_back(std::move(block));
}

}  // namespace undex::structure
