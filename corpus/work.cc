#include "corpus/work.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace undex {
namespace {

struct Row {
  std::string_view modifier;
  std::string_view name;
  std::string_view inverse;
};
constexpr std::array<Row, 4> kRows = {{{"Corr.", "corrigendum", "corrects"},
                                       {"Add.", "addendum", "adds to"},
                                       {"Rev.", "revision", "revises"},
                                       {"Amend.", "amendment", "amends"}}};

/// The part without its last modifier; the same when it has none.
std::string above(const std::string& part, const SymbolDetails& details) {
  const std::vector<std::string>& modifiers = details.modifiers;
  if (modifiers.empty() || !part.ends_with("/" + modifiers.back())) return part;
  return part.substr(0, part.size() - modifiers.back().size() - 1);
}

}  // namespace

Symbol work_of(const Symbol& symbol) {
  Symbol work;
  for (const std::string& part : symbol.parts) work.parts.push_back(describe_symbol(part).base);
  return work;
}

std::optional<WorkRelation> work_relation(const Symbol& symbol) {
  WorkRelation relation;
  for (const std::string& part : symbol.parts) {
    const SymbolDetails details = describe_symbol(part);
    if (details.modifiers.empty()) return std::nullopt;
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& candidate) {
      return details.modifiers.back().starts_with(candidate.modifier);
    });
    if (row == kRows.end()) return std::nullopt;
    relation.name = row->name;
    relation.inverse = row->inverse;
    relation.to.parts.push_back(above(part, details));
  }
  if (relation.to.parts.empty() || relation.to == symbol) return std::nullopt;
  return relation;
}

}  // namespace undex
