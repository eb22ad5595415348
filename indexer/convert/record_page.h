#pragma once
// The records of a file as members, a page of them at a time.
#include <cstddef>
#include <string>
#include <utility>

#include "indexer/convert/formats.h"

namespace undex {

class RecordPage {
 public:
  /// The page that begins with record `from`, counted from 0.
  explicit RecordPage(std::size_t from) : from_(from) {}

  /// Goes on to the next record, the first one at first; false for one of an earlier page.
  /// Error{check} for more than 100,000: each page looks through those before it.
  bool go_on();
  /// "record 12"
  std::string name() const { return "record " + std::to_string(count_); }
  /// False where the page is full; then `member` begins the next one. A page takes one at least.
  bool add(Member member);
  Members take() { return std::move(members_); }

 private:
  std::size_t from_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  Members members_;
};

}  // namespace undex
