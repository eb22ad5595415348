#include "corpus/session.h"

#include <algorithm>
#include <charconv>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

/// "58", "XV"; 0 for a special session.
int counted(std::string_view session) {
  int number = 0;
  const auto read = std::from_chars(session.data(), session.data() + session.size(), number);
  if (read.ec == std::errc() && read.ptr == session.data() + session.size()) return number;
  return roman_value(session);
}

}  // namespace

std::string Session::text() const {
  const std::string name = special.empty() ? std::to_string(number) : special;
  return body.empty() ? "session " + name : body + "/" + name;
}

std::string session_body_of(std::string_view part) {
  std::string body = describe_symbol(part).body;
  if (body.starts_with("A/C.") || body == "A/BUR/") return "A";
  while (body.ends_with('/')) body.pop_back();
  return body;
}

std::vector<Session> sessions_of(const Symbol& symbol) {
  std::vector<Session> sessions;
  for (const std::string& part : symbol.parts) {
    const SymbolDetails details = describe_symbol(part);
    Session session{
        .body = session_body_of(part), .number = counted(details.session), .special = {}};
    if (session.number == 0) session.special = details.session;
    // E/2003/75 bears the year for which the session is named; E/CN.16/2016/2 that of the paper.
    if (details.session.empty() && session.body == "E") session.number = details.year.value_or(0);
    if (session.number > 0 || !session.special.empty()) sessions.push_back(std::move(session));
  }
  return sessions;
}

}  // namespace undex
