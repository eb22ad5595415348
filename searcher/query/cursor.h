#pragma once
// A place in the text of a query, the limits on what is read on the way, and the error that points
// at a place.
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace undex::query {

class Cursor {
 public:
  explicit Cursor(std::string_view query) : query_(query) {}

  std::string_view query() const { return query_; }
  std::size_t at() const { return at_; }
  void move_to(std::size_t place) { at_ = place; }
  bool done() const { return at_ >= query_.size(); }
  /// NUL past the end.
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0';
  }
  /// The character before; NUL at the beginning.
  char peek_back() const { return at_ > 0 ? query_[at_ - 1] : '\0'; }
  void skip_blanks();
  /// The end, or what closes a parenthesis.
  bool at_end_of_part() const { return done() || peek() == ')'; }

  bool at_quote() const;
  /// What stands between the quotes that begin here; moves past them.
  std::string quoted();
  /// All up to a blank, a parenthesis, a quote or one of `stops`; moves past it.
  std::string word(std::string_view stops = {});

  /// A term more. Throws QueryError when there are more than kMaxQueryTerms.
  void count(std::size_t place);
  /// A level deeper. Throws QueryError when there are more than kMaxQueryDepth.
  void enter(std::size_t place);
  void leave() { --depth_; }

  [[noreturn]] void fail(const std::string& message, const std::string& advice,
                         std::size_t place) const;

 private:
  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t terms_ = 0;
};

}  // namespace undex::query
