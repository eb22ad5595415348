// A call file: whatever the bytes are, a call or one clear refusal.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schemas/call.h"
#include "undex/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const undex::Call call = undex::read_call(bytes, "call.xml");
    const auto again = undex::parse_zoned_time(call.deadline.text());
    if (!again || again->instant != call.deadline.instant) std::abort();
  } catch (const undex::Error& error) {
    if (error.kind != undex::ErrorKind::check || error.hint.empty()) std::abort();
  }
  return 0;
}
