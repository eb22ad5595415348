// libFuzzer: any bytes as a typed symbol, as running text and as a normal form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "undex/symbol.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto symbol = undex::parse_symbol(text)) {
    require(!symbol->parts.empty());
    const auto again = undex::parse_symbol(symbol->text());
    require(again.has_value() && *again == *symbol);
    require(undex::symbol_from_normal_form(symbol->text()) == *symbol);
    require((*symbol <=> *symbol) == 0 && symbol->names(*symbol));
    for (const std::string& part : symbol->parts) undex::describe_symbol(part);
  }
  std::size_t begin = 0;
  for (const undex::SymbolMatch& match : undex::find_symbols(text)) {
    require(match.begin >= begin && match.begin < match.end && match.end <= size);
    begin = match.begin;
    undex::file_name_of(match.symbol);
  }
  undex::describe_symbol(text);
  undex::file_name_of(undex::symbol_from_normal_form(text));
  return 0;
}
