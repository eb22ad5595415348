#pragma once
// Numbers whose marks mean one thing in one language and another in another: 22,5 is 22.5, and
// 1.067 is a thousand and sixty-seven in Spanish and a little more than one in English.
#include "searcher/query/query.h"

namespace undex::query {

/// The tree with such numbers read as the language of the query has it, and as any of their
/// readings where it has no say. Only bare words: "22,5" in quotes and =22,5 stay as they are.
Node with_readings(Node tree);

}  // namespace undex::query
