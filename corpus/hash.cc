#include "corpus/hash.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <vector>

namespace undex {
namespace {

constexpr std::size_t kBufferBytes = 1 << 18;

std::string hex(const std::array<unsigned char, 32>& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

/// The file's bytes into the sum; false when reading fails.
bool add_file(int file, EVP_MD_CTX* context, FileSum& sum) {
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    sum.size_bytes += static_cast<std::uint64_t>(count);
    EVP_DigestUpdate(context, buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

// The digests fail only when memory is short.
std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    throw std::bad_alloc();
  return hex(digest);
}

std::optional<FileSum> sum_of_file(const std::filesystem::path& path) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
    throw std::bad_alloc();
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  FileSum sum;
  const bool whole = add_file(file, context.get(), sum);
  const int cause = errno;
  close(file);
  errno = cause;
  if (!whole) return std::nullopt;
  std::array<unsigned char, 32> digest{};
  EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
  sum.sha256 = hex(digest);
  return sum;
}

}  // namespace undex
