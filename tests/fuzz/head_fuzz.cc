// libFuzzer: any bytes as the head of a request, at once and as they drip in.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/serve/head.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace undex::serve;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const HeadEnd whole = head_end(bytes, 0);
  HeadEnd dripped;
  std::size_t seen = 0;
  for (std::size_t come = 0; come <= size && dripped.bytes == 0 && !dripped.bare; ++come) {
    dripped = head_end(bytes.substr(0, come), seen);
    seen = come;
  }
  require(dripped.bytes == whole.bytes && dripped.bare == whole.bare);
  if (whole.bytes == 0) {
    require(too_long(bytes).status >= 400);
    return 0;
  }
  const std::string_view head = bytes.substr(0, whole.bytes);
  if (const auto refused = refusal_of(head)) {
    require(refused->status >= 400 && !refused->reason.empty());
    return 0;
  }
  // What passes has lines that every reader parts alike.
  require(std::ranges::count(head, '\r') == std::ranges::count(head, '\n'));
  require(head.find("\r\n ") == std::string_view::npos &&
          head.find("\r\n\t") == std::string_view::npos);
  require(head.find('\0') == std::string_view::npos);
  const std::size_t begin = head.find(' ') + 1;
  const std::string_view target = head.substr(begin, head.find(' ', begin) - begin);
  const TargetParts parts = target_parts(target);
  require(target.ends_with(parts.rest) && (target.starts_with('/') || !parts.host.empty()));
  return 0;
}
