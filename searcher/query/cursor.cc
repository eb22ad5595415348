#include "searcher/query/cursor.h"

#include <algorithm>

#include "searcher/query/scan.h"
#include "undex/search.h"

namespace undex::query {

void Cursor::skip_blanks() {
  while (!done() && is_blank(peek())) ++at_;
}

bool Cursor::at_quote() const { return quote_at(query_, at_) != nullptr; }

std::string Cursor::quoted() {
  const std::size_t open = at_;
  const Quote& quote = *quote_at(query_, at_);
  at_ += quote.open.size();
  const std::size_t close = query_.find(quote.close, at_);
  if (close == std::string_view::npos)
    fail("a quote is not closed", "close it with '" + std::string(quote.close) + "'", open);
  std::string text(query_.substr(at_, close - at_));
  at_ = close + quote.close.size();
  return text;
}

std::string Cursor::word(std::string_view stops) {
  const std::size_t begin = at_;
  while (!done() && !is_mark(peek()) && stops.find(peek()) == std::string_view::npos && !at_quote())
    ++at_;
  return std::string(query_.substr(begin, at_ - begin));
}

void Cursor::count(std::size_t place) {
  if (++terms_ > kMaxQueryTerms)
    fail("the query has more than 1,024 terms", "ask a shorter question", place);
}

void Cursor::enter(std::size_t place) {
  if (++depth_ > kMaxQueryDepth)
    fail("the query is nested more than " + std::to_string(kMaxQueryDepth) + " deep",
         "use fewer parentheses", place);
}

void Cursor::fail(const std::string& message, const std::string& advice, std::size_t place) const {
  throw QueryError(message, advice, std::string(query_), place);
}

}  // namespace undex::query
