#include "corpus/symbol/tables.h"

#include <algorithm>
#include <map>

#include "corpus/data.h"
#include "corpus/strings.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

std::vector<std::string> names_of(std::string_view list) {
  if (list.empty()) return {};
  const std::vector<std::string_view> pieces = split(list, ';');
  return {pieces.begin(), pieces.end()};
}

std::vector<SymbolBody> read_bodies() {
  std::vector<SymbolBody> bodies;
  for (const auto& row : data_rows("organs")) {
    bodies.push_back({.prefix = std::string(row[0]),
                      .name = std::string(row[1]),
                      .also = names_of(row[2]),
                      .resolution = std::string(row[3]),
                      .decision = std::string(row[4])});
  }
  return bodies;
}

using Heads = std::map<std::string, SymbolHead, std::less<>>;

Heads read_heads() {
  Heads heads;
  for (const SymbolBody& body : symbol_bodies()) {
    std::string name = body.prefix.substr(0, body.prefix.find('/'));
    const bool numbered = name.ends_with(".*");
    if (numbered) name.resize(name.size() - 2);
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

using Bodies = std::map<std::string, const SymbolBody*, std::less<>>;

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
