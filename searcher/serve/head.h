#pragma once
// The lines of a request before its body, judged before any library reads them. Two readers of one
// request (a proxy and we) must never differ about where it ends, so what RFC 9112 lets a reader
// mend or guess is refused here: bare line ends, folded lines, two lengths, a length beside chunks.
#include <cstddef>
#include <optional>
#include <string_view>

namespace undex::serve {

/// A status from 400 on, and in a few words of ours what is wrong.
struct Refusal {
  int status;
  std::string_view reason;
};

/// Of bytes that have come so far: how many the head takes, its empty line too; 0 while that has
/// not come. The first `seen` bytes were looked through before, so that a head that drips in is
/// read once.
struct HeadEnd {
  std::size_t bytes = 0;
  bool bare = false;  ///< a line ends otherwise than with CR LF
};
HeadEnd head_end(std::string_view bytes, std::size_t seen);

/// Why the head must not be read; nothing when it may. `head` is as long as head_end says.
std::optional<Refusal> refusal_of(std::string_view head);

/// A head longer than is taken: 414 when it is still in its first line, else 431.
Refusal too_long(std::string_view bytes);

/// Methods that the service answers, as the field Allow names them.
inline constexpr std::string_view kOfferedMethods = "GET, HEAD, OPTIONS, POST";

/// Host and the rest of a target with both ("http://host/path?q=x"); of one that begins with "/"
/// the host is empty. A target that refusal_of() let pass is one of the two.
struct TargetParts {
  std::string_view host;
  std::string_view rest;  ///< begins with "/" or "?", or is empty
};
TargetParts target_parts(std::string_view target);

}  // namespace undex::serve
