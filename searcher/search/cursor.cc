#include "searcher/search/cursor.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "undex/error.h"

namespace undex::search {
namespace {

constexpr char kForm = '1';
constexpr std::size_t kMaxBytes = 8192;
constexpr std::size_t kSumDigits = 16;
constexpr std::string_view kDigits = "0123456789abcdef";

/// FNV-1a: against typing errors and old links, not against forgers, who gain nothing.
std::string sum_of(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  std::string out(kSumDigits, '0');
  for (std::size_t at = kSumDigits; at-- > 0; sum >>= 4) out[at] = kDigits[sum & 15];
  return out;
}

std::string to_hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

[[noreturn]] void fail() {
  throw Error(ErrorKind::usage, "that is no cursor of undex",
              "give the one that the page before ended with, or none for the first page");
}

std::string from_hex(std::string_view digits) {
  if (digits.size() % 2 != 0) fail();
  std::string out;
  for (std::size_t at = 0; at < digits.size(); at += 2) {
    const std::size_t high = kDigits.find(digits[at]);
    const std::size_t low = kDigits.find(digits[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) fail();
    out += static_cast<char>(high << 4 | low);
  }
  return out;
}

std::size_t number_of(std::string_view text) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc() || stop != end) fail();
  return value;
}

}  // namespace

std::string fingerprint(const Request& request, Order order) {
  std::string all = request.query + '\0';
  for (const auto choice :
       {static_cast<int>(request.syntax), static_cast<int>(request.match),
        static_cast<int>(request.unit), static_cast<int>(request.group), static_cast<int>(order)})
    all += std::to_string(choice) + ' ';
  for (const Filter& filter : request.filters) {
    all += '\0' + filter.field + ':';
    for (const std::string& value : filter.values) all += value + '\1';
  }
  return sum_of(all);
}

std::string write_cursor(const Cursor& cursor) {
  const std::string place = cursor.question + '\n' + cursor.generation + '\n' +
                            std::to_string(cursor.offset) + '\n' + cursor.after;
  return kForm + to_hex(place) + sum_of(place);
}

Cursor read_cursor(std::string_view text) {
  if (text.size() > kMaxBytes || text.size() <= kSumDigits || text.front() != kForm) fail();
  const std::string_view sum = text.substr(text.size() - kSumDigits);
  const std::string place = from_hex(text.substr(1, text.size() - 1 - kSumDigits));
  if (sum_of(place) != sum) fail();
  std::array<std::string, 3> parts;
  std::size_t at = 0;
  for (std::string& part : parts) {
    const std::size_t end = place.find('\n', at);
    if (end == std::string::npos) fail();
    part = place.substr(at, end - at);
    at = end + 1;
  }
  return {.question = parts[0],
          .generation = parts[1],
          .offset = number_of(parts[2]),
          .after = place.substr(at)};
}

}  // namespace undex::search
