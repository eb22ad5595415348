#include "corpus/symbol/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "corpus/data.h"
#include "corpus/frozen_table.h"
#include "corpus/strings.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

using Names = std::vector<std::string_view>;

std::vector<SymbolBody> read_bodies() {
  std::vector<SymbolBody> bodies;
  std::array<std::string_view, 5> row;
  for (std::string_view rest = data_lines("organs"); take_row(rest, row);) {
    if (row[0].empty() || is_remark(row[0])) continue;
    bodies.push_back({.prefix = row[0],
                      .name = row[1],
                      .also = row[2].empty() ? Names() : split(row[2], ';'),
                      .resolution = row[3],
                      .decision = row[4]});
  }
  return bodies;
}

using Heads = std::map<std::string_view, SymbolHead>;

Heads read_heads() {
  Heads heads;
  for (const SymbolBody& body : symbol_bodies()) {
    std::string_view name = body.prefix.substr(0, body.prefix.find('/'));
    const bool numbered = name.ends_with(".*");
    if (numbered) name.remove_suffix(2);
    const bool principal = name.size() == 1 || name == "ST";
    heads.try_emplace(name, SymbolHead{name, principal, numbered});
  }
  return heads;
}

std::string with_star(std::string_view prefix) {
  std::string starred;
  for (std::size_t at = 0; at < prefix.size(); ++at) {
    starred += prefix[at];
    if (prefix[at] != '.' || !is_digit(peek(prefix, at + 1))) continue;
    starred += '*';
    at += digits_at(prefix, at + 1);
  }
  return starred;
}

using Bodies = std::map<std::string_view, const SymbolBody*>;

Bodies bodies_by_prefix() {
  Bodies map;
  for (const SymbolBody& body : symbol_bodies()) map.emplace(body.prefix, &body);
  return map;
}

struct Kind {
  std::string_view segment, under, kind;
};

std::vector<Kind> read_kinds() {
  std::vector<Kind> kinds;
  for (const auto& row : data_rows("symbol_kinds")) kinds.push_back({row[0], row[1], row[2]});
  return kinds;
}

}  // namespace

const std::vector<SymbolBody>& symbol_bodies() {
  static const std::vector<SymbolBody> bodies = read_bodies();
  return bodies;
}

const SymbolHead* find_symbol_head(std::string_view head) {
  static const Heads heads = read_heads();
  const auto found = heads.find(head);
  return found == heads.end() ? nullptr : &found->second;
}

const SymbolBody* find_symbol_body(std::string_view prefix) {
  static const Bodies bodies = bodies_by_prefix();
  auto found = bodies.find(prefix);
  if (found == bodies.end()) found = bodies.find(with_star(prefix));
  return found == bodies.end() ? nullptr : found->second;
}

std::string_view kind_of_segment(std::string_view segment, std::string_view symbol) {
  static const std::vector<Kind> kinds = read_kinds();
  const auto found = std::ranges::find_if(kinds, [&](const Kind& row) {
    return row.segment == segment && (row.under.empty() || symbol.starts_with(row.under));
  });
  return found == kinds.end() ? std::string_view{} : found->kind;
}

}  // namespace undex
