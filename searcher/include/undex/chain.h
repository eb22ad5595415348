#pragma once
// Mandates: which resolution asked for which report, which resolution took note of it, and what
// came next; both ways, for documents held and not held. Standard types only, as in undex/search.h;
// strings are UTF-8.
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "undex/error.h"
#include "undex/export.h"

namespace undex {

struct ChainNode {
  std::string symbol{};  ///< or the reference of a paper without one; empty: due, symbol not known
  std::string title{};   ///< of a document not held: the name of its series, if it is of one
  std::string date{};    ///< ISO 8601 as far as known
  std::string date_flag{};  ///< why it is doubtful, or empty
  std::string kind{};       ///< "resolution", "report of the Secretary-General"
  std::string series{};     ///< id in the register of series, or empty
  std::string held_as{};    ///< "text", "abridged record", "catalogue record"; empty: not held
  int depth = 0;            ///< steps from the root; below 0: towards what asked for it
};

/// The later document says of the earlier one what the relation says: A/58/568 is mandated by
/// A/RES/57/295, para. 4.
struct ChainEdge {
  std::size_t from = 0;    ///< in Chain::nodes: the earlier one, which asks or is taken up
  std::size_t to = 0;      ///< the later one, which answers
  std::string relation{};  ///< "mandated by", "takes note of", "recalls", "cites", "answers" (a
                           ///< call), "follows" (in its series)
  std::string pinpoint{};  ///< places of the earlier one in UN style: "para. 4"; or empty
  std::string place{};     ///< where the later one says so: "A/58/568, summary; paras. 1 and 3"
  std::vector<std::string> locators{};  ///< the same, as `undex show` takes them
  std::string evidence{};  ///< of the register of series; empty: the texts alone say so
};

struct Chain {
  std::size_t root = 0;
  std::vector<ChainNode> nodes;  ///< the root first, then by distance
  std::vector<ChainEdge> edges;
  bool cut = false;  ///< there were more documents than asked for
};

struct ChainRequest {
  std::string name;  ///< a symbol in any form, or the reference of a paper without one
  std::string
      place{};    ///< "4", "annex, 46": only what this place of it asks for or says; empty: all
  int depth = 3;  ///< steps each way
  std::size_t most = 200;  ///< documents
};

/// What a resolution cites is in the chain when it is a report it takes note of, or of its own
/// series or the one beside it; what a report cites, when it says that this asked for it. A
/// document that is not held, not cited and of no series: the root alone. Error{usage} when the
/// name is neither a symbol nor held or the place is none, else as Searcher::open. Thread-safe.
UNDEX_API Chain mandate_chain(const std::filesystem::path& archive, const ChainRequest& request);

}  // namespace undex
