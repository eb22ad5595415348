#pragma once
// Blanks that cut in two what was meant as one: organ:General Assembly, year:2002 .. 2009,
// para (a b). Taken as words the rest would give wrong answers in silence.
#include "searcher/query/cursor.h"
#include "searcher/query/values.h"

namespace undex::query {

/// Throws QueryError when the unquoted value that ends here goes on behind the blank: to the end of
/// a range, or to a value that is known without an index.
void refuse_value_with_blank(const Cursor& at, const Field& field, const TypedValue& value);

/// Throws QueryError when "para" and, behind a blank, a parenthesis stand here.
void refuse_paragraph_with_blank(const Cursor& at);

}  // namespace undex::query
