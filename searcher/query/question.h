#pragma once
// A long run of bare words is a question: any of them answers, and the more the better.
#include <string_view>

#include "searcher/query/query.h"
#include "undex/search.h"

namespace undex::query {

/// Bare words, concepts, names and headings that stand side by side, with no operator and in no
/// group under OR or NOT, become one SomeNode where they are more than kQuestionWords, common words
/// not counted; with Match::any where they are two. Fields, phrases, symbols and what else stands
/// among them stay conditions.
Node with_question(Node tree, std::string_view query, Match match);

}  // namespace undex::query
