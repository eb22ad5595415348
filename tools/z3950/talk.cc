#include "tools/z3950/talk.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <yaz/backend.h>

#include <array>
#include <string>

#include "corpus/text.h"
#include "searcher/serve/sru/diagnostics.h"
#include "tools/z3950/refusal.h"
#include "tools/z3950/session.h"

namespace undex::z3950 {
namespace {

/// The library asks for memory by numbers that a client names, before it asks us.
constexpr rlim_t kMostBytes = rlim_t{1} << 30;
/// The tag of an initialize request, with which every client begins.
constexpr unsigned char kFirstByte = 0xB4;

const serve::SiteOptions* site_options = nullptr;  ///< the library's functions are given none

/// No exception passes through the library: each is told by its number.
template <typename Asked, typename Answer>
int told(Asked* asked, Answer answer) {
  const auto tell = [&](int number, const std::string& details) {
    asked->errcode = number;
    asked->errstring = odr_strdupn(asked->stream, details.data(), details.size());
  };
  try {
    answer(*asked);
  } catch (const Refusal& refusal) {
    tell(refusal.number, refusal.details);
  } catch (const QueryError& error) {  // of what only the index shows, too
    tell(bib_1_number(serve::sru::diagnostic(error).number), printable(error.what()));
  } catch (const Error&) {
    tell(YAZ_BIB1_DATABASE_UNAVAILABLE, {});
  } catch (const std::exception&) {
    tell(YAZ_BIB1_PERMANENT_SYSTEM_ERROR, {});
  }
  return 0;
}

Session& session_of(void* handle) { return *static_cast<Session*>(handle); }

int search(void* handle, bend_search_rr* asked) {
  return told(asked, [&](bend_search_rr& one) { session_of(handle).search(one); });
}

int fetch(void* handle, bend_fetch_rr* asked) {
  return told(asked, [&](bend_fetch_rr& one) { session_of(handle).fetch(one); });
}

int scan(void* handle, bend_scan_rr* asked) {
  return told(asked, [&](bend_scan_rr& one) { session_of(handle).scan(one); });
}

int remove(void* handle, bend_delete_rr* asked) {
  session_of(handle).remove(*asked);
  return 0;
}

bend_initresult* begin(bend_initrequest* asked) {
  auto* result = static_cast<bend_initresult*>(odr_malloc(asked->stream, sizeof(bend_initresult)));
  *result = {};
  try {
    result->handle = new Session(*site_options);
  } catch (const std::exception&) {
    result->errcode = YAZ_BIB1_DATABASE_UNAVAILABLE;
  }
  asked->implementation_name = odr_strdup(asked->stream, "undex");
  asked->named_result_sets = 1;
  asked->bend_search = search;
  asked->bend_fetch = fetch;
  asked->bend_scan = scan;
  asked->bend_delete = remove;
  return result;
}

void end(void* handle) { delete static_cast<Session*>(handle); }

bool speaks_z3950(int socket, int seconds) {
  timeval wait{.tv_sec = seconds, .tv_usec = 0};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  unsigned char first = 0;
  const bool is_there = recv(socket, &first, 1, MSG_PEEK) == 1;
  wait.tv_sec = 0;
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  return is_there && first == kFirstByte;
}

}  // namespace

void talk(int socket, const serve::SiteOptions& options, const Patience& patience) {
  const rlimit limit{kMostBytes, kMostBytes};
  setrlimit(RLIMIT_DATA, &limit);
  if (!speaks_z3950(socket, patience.first_byte_seconds)) return;
  dup2(socket, STDIN_FILENO);
  close(socket);
  site_options = &options;
  // As a child of inetd: one client, on standard input.
  std::array<std::string, 6> words = {"undex-z3950", "-i", "-v",
                                      "none,fatal",  "-t", std::to_string(patience.idle_minutes)};
  std::array<char*, words.size() + 1> arguments{};
  for (std::size_t at = 0; at < words.size(); ++at) arguments[at] = words[at].data();
  statserv_main(static_cast<int>(words.size()), arguments.data(), begin, end);
}

}  // namespace undex::z3950
