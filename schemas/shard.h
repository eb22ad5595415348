#pragma once
// Databases that are searched as one: a generation that rests on another (index_form.h) has two.
// Their documents are numbered in turn, as the engine does (Xapian::Database::add_database): the
// first of each, then the second of each.
#include <cstdint>

namespace undex {

/// One of several databases. Docids begin at 1.
struct Shard {
  std::uint32_t number = 0;  ///< from 0
  std::uint32_t count = 1;

  /// Of a docid of this database that among all.
  std::uint32_t whole(std::uint32_t own) const { return (own - 1) * count + number + 1; }
  /// Of a docid among all that of its database.
  std::uint32_t own(std::uint32_t whole) const { return (whole - 1) / count + 1; }
  bool holds(std::uint32_t whole) const { return (whole - 1) % count == number; }
};

}  // namespace undex
