#pragma once
// Makes zip archives for tests, byte by byte: also those that no zip program would make.
#include <cstdint>
#include <string>
#include <vector>

namespace undex::test {

/// A file in the archive, stored as it is.
struct Stored {
  std::string name;
  std::string bytes;
  std::uint32_t mode = 0100644;    ///< of Unix
  std::uint32_t stated_bytes = 0;  ///< the size its entry states; 0: the true one
  std::uint16_t flags = 0x0800;    ///< names in UTF-8; 1: encrypted
  std::uint16_t method = 0;        ///< 0: stored, 8: deflated
  std::uint32_t sum_error = 0;     ///< wrong bits of its checksum
};

inline std::uint32_t crc32_of(const std::string& bytes) {
  std::uint32_t sum = ~0U;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

inline std::string zip_stored(const std::vector<Stored>& files) {
  const auto number = [](std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
    return out;
  };
  std::string out, directory;
  for (const Stored& file : files) {
    const std::uint64_t size = file.stated_bytes != 0 ? file.stated_bytes : file.bytes.size();
    const std::string common = number(20, 2) + number(file.flags, 2) + number(file.method, 2) +
                               number(0, 4) + number(crc32_of(file.bytes) ^ file.sum_error, 4) +
                               number(file.bytes.size(), 4) + number(size, 4) +
                               number(file.name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(3 << 8 | 20, 2) + common + number(0, 6) +
                 number(std::uint64_t{file.mode} << 16U, 4) + number(out.size(), 4) + file.name;
    out += "PK\x03\x04" + common + file.name + file.bytes;
  }
  return out + directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) +
         number(files.size(), 2) + number(directory.size(), 4) + number(out.size(), 4) +
         number(0, 2);
}

}  // namespace undex::test
