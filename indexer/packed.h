#pragma once
// Texts and numbers in a row: what one process of a run tells another.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace undex {

class Packer {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a Packer wrote, in the same order; throws Error{check} where there is less.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::string_view text();  ///< a part of the bytes given
  std::string_view rest() const { return rest_; }

 private:
  std::string_view take(std::uint64_t size);
  std::string_view rest_;
};

}  // namespace undex
