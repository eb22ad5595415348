#include "indexer/index/output.h"

#include <algorithm>
#include <vector>

#include "undex/error.h"

namespace undex {

void Output::put_file(const std::filesystem::path& from, std::uint64_t bytes) {
  constexpr std::uint64_t kAtOnce = 256 << 10;
  std::ifstream in(from, std::ios::binary);
  std::vector<char> buffer(std::min(bytes, kAtOnce));
  for (; bytes > 0; bytes -= static_cast<std::uint64_t>(in.gcount())) {
    const auto wanted = static_cast<std::streamsize>(std::min(bytes, kAtOnce));
    if (!in.read(buffer.data(), wanted))
      throw Error(ErrorKind::archive, "cannot read '" + from.string() + "'",
                  "see that the disk is sound, then run the command again");
    out_.write(buffer.data(), wanted);
  }
}

void Output::close() {
  out_.close();
  if (!out_)
    throw Error(ErrorKind::archive, "cannot write '" + path_.string() + "'",
                "see that the disk has room and may be written, then run the command again");
}

}  // namespace undex
