// The functions of SHA-256 itself, linked into the program: the general interface of OpenSSL first
// sets up everything the library can do, which costs a search more than its answer.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "corpus/hash.h"

#include <fcntl.h>
#include <openssl/sha.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

namespace undex {
namespace {

constexpr std::size_t kBufferBytes = 1 << 18;

std::string finished(SHA256_CTX& context) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &context);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

/// The file's bytes into the sum; false when reading fails.
bool add_file(int file, SHA256_CTX& context, FileSum& sum) {
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    sum.size_bytes += static_cast<std::uint64_t>(count);
    SHA256_Update(&context, buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  return finished(context);
}

std::optional<FileSum> sum_of_file(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  SHA256_CTX context;
  SHA256_Init(&context);
  FileSum sum;
  const bool whole = add_file(file, context, sum);
  const int cause = errno;
  close(file);
  errno = cause;
  if (!whole) return std::nullopt;
  sum.sha256 = finished(context);
  return sum;
}

}  // namespace undex
