#pragma once
// Member States: codes, regions, and their names in the six official languages, from
// corpus/data/{states,state_names}.tsv and, for the short names in other languages than English,
// from ICU: it knows them all, and nothing on disk depends on them.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"

namespace undex {

struct MemberState {
  const Name* name = nullptr;  ///< in the authority file: id, preferred name
  std::string_view alpha2;     ///< ISO 3166-1: "NO"
  std::string_view alpha3;     ///< "NOR"
  std::string_view m49;        ///< of the Statistics Division: "578"
  std::string_view region;     ///< of M49: "Africa", "Americas", "Asia", "Europe", "Oceania"
};

/// All of them, in the order of the table.
const std::vector<MemberState>& member_states();
/// By the id of the authority file; nullptr if there is none.
const MemberState* find_state(std::string_view id);
/// Region of a State by its id; empty for what is no Member State.
std::string_view region_of(std::string_view id);

/// A State as a text names it.
struct StateMatch {
  const MemberState* state = nullptr;
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  int former_until = 0;  ///< the year in which another name took this one's place; 0: in use
};

/// The State that is named first in a phrase, by the longest name there, official or short, in any
/// of the six languages, former ones too; Russian cases and Arabic particles are allowed for. Only
/// the first 1,000 bytes are looked at.
std::optional<StateMatch> first_state(std::string_view phrase);

/// The whole text as one State: a name as above, an id, or a code.
std::optional<StateMatch> parse_state(std::string_view text);

/// States with a name like the text, the nearest first, three at most.
std::vector<const MemberState*> nearest_states(std::string_view text);

}  // namespace undex
