#pragma once
// Sessions as symbols tell them. A number says nothing without the body whose session it is: the
// General Assembly counts its sessions, the Economic and Social Council names them by the year.
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "undex/symbol.h"

namespace undex {

struct Session {
  std::string body;     ///< as symbols begin: "A", "E", "A/HRC"; empty: not known
  int number = 0;       ///< 58; of one that is named by its year that; 0 where `special` says it
  std::string special;  ///< "S-13", "ES-10"; else empty
  auto operator<=>(const Session&) const = default;

  /// "A/58", "E/2003", "A/S-13"; "session 58" where the body is not known.
  std::string text() const;
};

/// The body whose session a part of a symbol is of: "A" of A/C.1/58/L.1 too, because a Main
/// Committee meets in the sessions of its Assembly.
std::string session_body_of(std::string_view part);

/// One for each part that tells its session: A/79/62-E/2024/3 is of two.
std::vector<Session> sessions_of(const Symbol& symbol);

}  // namespace undex
