#pragma once
// Errors for programs (RFC 9457): one table of what can be wrong, told with what to do about it.
#include <span>
#include <string>
#include <string_view>

#include "searcher/serve/http.h"
#include "searcher/serve/site.h"

namespace undex::serve {

struct ProblemKind {
  std::string_view id;  ///< "not-held": its type is "https://library.example.org/api#not-held"
  int status;
  std::string_view title;
  std::string_view meaning;  ///< in a sentence, for the page that its type leads to
};

enum class Trouble {
  request,     ///< a parameter, or what stands around it
  query,       ///< the query, with the place of the fault
  not_held,    ///< nothing of that name
  no_address,  ///< no such route
  method,
  version,  ///< a form that is not offered
  media_type,
  draft,        ///< sent to be checked, and not to be read
  not_offered,  ///< by this service, as it is set up
  unavailable,
};

/// In the order of Trouble.
std::span<const ProblemKind> problem_kinds();
std::string problem_type(const Site& site, Trouble trouble);
/// As application/problem+json, with "hint" where there is one.
HttpResponse problem(const Site& site, Trouble trouble, std::string_view detail,
                     std::string_view hint = {});
/// Of an error; one in a query has "query", "offset" (a UTF-8 byte) and "caret", the query and a
/// mark under it.
HttpResponse problem(const Site& site, const Error& error);

}  // namespace undex::serve
