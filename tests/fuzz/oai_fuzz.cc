// Any bytes as the arguments of a harvester, and as a token: refused, or of the forms that an
// answer may repeat.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/serve/oai/arguments.h"
#include "searcher/serve/oai/token.h"
#include "searcher/serve/url.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace undex::serve;
  using namespace undex::serve::oai;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::string_view kBase = "https://library.example.org/oai";
  // Without its sum a token is anything; with it, what is read is written the same.
  for (const std::string& token :
       {std::string(bytes), write_token({.verb = std::string(bytes)}, kBase)})
    if (const auto harvest = read_token(token, kBase))
      require(write_token(*harvest, kBase) == token);
  for (const std::string_view begin : {"", "verb=ListRecords&", "verb=GetRecord&"}) {
    const Asked asked = read_arguments(parameters_of(std::string(begin) + std::string(bytes)));
    if (!asked.faults.empty()) continue;
    for (const Parameter& attribute : attributes_of(asked.arguments)) {
      require(!attribute.value.empty() && attribute.value.size() <= 1000);
      if (attribute.name == "resumptionToken") continue;
      for (const char c : attribute.value) require(c > ' ' && c < 0x7f && c != '"' && c != '<');
    }
  }
  return 0;
}
