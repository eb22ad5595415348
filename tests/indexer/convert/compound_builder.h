#pragma once
// Makes small compound files (OLE2) for tests: a header, one sector of the table, a directory and
// the streams, each padded to the size from which streams have sectors of their own.
#include <cstdint>
#include <map>
#include <string>

namespace undex::test {

inline std::string little(std::uint64_t value, std::size_t width) {
  std::string bytes;
  for (std::size_t i = 0; i < width; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

inline std::string utf16(const std::string& text) {
  std::string wide;
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

inline std::string directory_entry(const std::string& name, char type, std::uint32_t right,
                                   std::uint32_t child, std::uint32_t first, std::uint64_t size) {
  std::string entry = utf16(name);
  entry.resize(64, '\0');
  entry += little(2 * name.size() + 2, 2) + type + '\1';
  entry += little(0xFFFFFFFF, 4) + little(right, 4) + little(child, 4);
  entry.resize(116, '\0');
  return entry + little(first, 4) + little(size, 8);
}

/// Three streams at most; each entry is the right neighbour of the one before it.
inline std::string compound_file(const std::map<std::string, std::string>& streams) {
  constexpr std::uint32_t kEnd = 0xFFFFFFFE;
  std::string table = little(0xFFFFFFFD, 4) + little(kEnd, 4);  // the table and the directory
  std::string directory =
      directory_entry("Root Entry", 5, 0xFFFFFFFF, streams.empty() ? 0xFFFFFFFF : 1, kEnd, 0);
  std::string content;
  std::uint32_t sector = 2;
  std::uint32_t number = 1;
  for (auto [name, bytes] : streams) {
    if (bytes.size() < 4096) bytes.resize(4096, '\0');
    const std::uint64_t size = bytes.size();
    bytes.resize((size + 511) / 512 * 512, '\0');
    const auto sectors = static_cast<std::uint32_t>(bytes.size() / 512);
    directory += directory_entry(name, 2, number < streams.size() ? number + 1 : 0xFFFFFFFF,
                                 0xFFFFFFFF, sector, size);
    for (std::uint32_t i = 1; i < sectors; ++i) table += little(sector + i, 4);
    table += little(kEnd, 4);
    content += bytes;
    sector += sectors;
    ++number;
  }
  table.resize(512, '\xFF');
  directory.resize(512, '\0');
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
  header += little(0x3E, 2) + little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2);
  header.resize(0x2C, '\0');
  header += little(1, 4) + little(1, 4) + little(0, 4) + little(4096, 4);
  header += little(kEnd, 4) + little(0, 4) + little(kEnd, 4) + little(0, 4) + little(0, 4);
  header.resize(512, '\xFF');
  return header + table + directory + content;
}

}  // namespace undex::test
