#pragma once
// What holds for the tree of every query, whoever made it: for tests and the fuzzers.
#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/query.h"

namespace undex {

/// The nodes right under this one; nullptr for a leaf.
inline const std::vector<Node>* parts_under(const Node& node) {
  return std::visit(
      [](const auto& value) -> const std::vector<Node>* {
        if constexpr (requires { value.parts; })
          return &value.parts;
        else if constexpr (requires { value.part; })
          return &value.part;
        else
          return nullptr;
      },
      node.value);
}

/// A group of field values in a part of a chain in a NOT: a level typed is at most so many nodes.
inline constexpr std::size_t kNodesOfALevel = 5;

/// What is wrong with the tree of a query of that size; empty when all is right: every node lies in
/// the query and inside the node above it, none that joins others is empty, none is too deep.
inline std::string fault_in(const Node& node, std::size_t query_size, std::size_t depth = 0) {
  if (depth > kNodesOfALevel * (kMaxQueryDepth + 1)) return "too deep";
  if (node.begin > node.end || node.end > query_size) return "out of the query: " + dump(node);
  const std::vector<Node>* parts = parts_under(node);
  if (!parts) return {};
  if (parts->empty()) return "empty: " + dump(node);
  for (const Node& part : *parts) {
    if (part.begin < node.begin || part.end > node.end) return "out of its whole: " + dump(node);
    if (std::string fault = fault_in(part, query_size, depth + 1); !fault.empty()) return fault;
  }
  return {};
}

}  // namespace undex
