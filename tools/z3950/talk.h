#pragma once
// Z39.50 spoken with one client by YAZ's server library, in a process of its own: the library ends
// the process when memory is short, and answers SRU and HTTP too, which ours is not for.
#include "searcher/serve/site.h"

namespace undex::z3950 {

struct Patience {
  int idle_minutes = 15;  ///< after which a silent client is left
  int first_byte_seconds = 10;
};

/// Talks until the client goes; closes the socket at once when what it sends first is no request of
/// Z39.50. Takes standard input's place.
void talk(int socket, const serve::SiteOptions& options, const Patience& patience);

}  // namespace undex::z3950
