#include "indexer/packed.h"

#include <cstring>

#include "undex/error.h"

namespace undex {

void Packer::number(std::uint64_t value) {
  bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void Packer::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t Unpacker::number() {
  std::uint64_t value = 0;
  std::memcpy(&value, take(sizeof value).data(), sizeof value);
  return value;
}

std::string_view Unpacker::text() { return take(number()); }

std::string_view Unpacker::take(std::uint64_t size) {
  if (size > rest_.size())
    throw Error(ErrorKind::check, "its reader broke off", "report this source");
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

}  // namespace undex
