#include "searcher/serve/gzip.h"

#include <zlib.h>

#include <new>

namespace undex::serve {

std::string gzipped(std::string_view bytes) {
  constexpr int kGzip = 15 + 16;  // window bits, with the wrapper of gzip
  z_stream stream{};
  if (deflateInit2(&stream, 5, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);  // deflateBound() is enough for one call
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace undex::serve
