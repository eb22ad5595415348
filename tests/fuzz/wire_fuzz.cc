// Any bytes as what archives say to each other: read, or refused in words that a terminal can bear.
// The first byte says which message. What is read is written and read again, and stays the same.
#include <cstdint>
#include <cstdlib>

#include "searcher/federation/wire.h"
#include "undex/error.h"

namespace {

using namespace undex::federation;

template <typename Message>
void check(std::string_view bytes) {
  Message read{};
  read_message(bytes, read);
  const std::string written = write_message(read);
  Message again{};
  read_message(written, again);
  if (write_message(again) != written) std::abort();
}

void check_works(std::string_view bytes) {
  if (write_works(read_works(bytes)) != bytes) std::abort();
}

constexpr void (*kChecks[])(std::string_view) = {check<StatisticsQuestion>,
                                                 check<ToldStatistics>,
                                                 check<EvidenceQuestion>,
                                                 check<std::vector<double>>,
                                                 check<PartQuestion>,
                                                 check<undex::PartAnswer>,
                                                 check<undex::Status>,
                                                 check<std::vector<undex::ListedText>>,
                                                 check<std::vector<std::string>>,
                                                 check<std::vector<undex::CitingText>>,
                                                 check_works};

bool is_inert(std::string_view text) {
  for (const char c : text)
    if ((c >= 0 && c < ' ') || c == '\x7f') return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  try {
    kChecks[data[0] % std::size(kChecks)]({reinterpret_cast<const char*>(data) + 1, size - 1});
  } catch (const undex::Error& fault) {
    if (!is_inert(fault.what()) || !is_inert(fault.hint)) std::abort();
  }
  return 0;
}
