#pragma once
// Who sends a submission: read from its letterhead, the opening of a note verbale, its title.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/states.h"

namespace undex::submission {

struct Sender {
  const Name* name = nullptr;  ///< of the authority file; nullptr when it is not recognised
  std::string printed;         ///< "Ruritania"; empty: the paper does not say who sends it
  std::string words;           ///< the words that say so: "PERMANENT MISSION OF RURITANIA"
  std::string place;           ///< where they stand
  int former_until = 0;        ///< the name printed was in use until this year; 0: it still is
};

/// From the first lines of the paper and its title, in any of the six languages. `others` are ids
/// of senders that are no Member States.
Sender read_sender(const Document& document, const std::vector<std::string>& others);

/// As the registry states it: a name, an id or a code.
Sender stated_sender(std::string_view text);

/// Codes and names for people: "Norway (NOR)".
std::string described(const Name& name);

}  // namespace undex::submission
