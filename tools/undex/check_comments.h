#pragma once
// The findings of a check as comments in a copy of the draft.
#include <filesystem>
#include <string>
#include <string_view>

#include "searcher/check/check.h"

namespace undex::tool {

/// Where the copy goes, and what it is a copy of.
struct CommentedCopy {
  std::filesystem::path draft;  ///< empty: standard input
  std::filesystem::path out;
};

/// Throws Error{usage} when the draft is no .docx, or the copy would be written over it.
void require_copy(const CommentedCopy& copy, const Document& draft);

/// Writes the copy, whole or not at all; comments bear the date. Says on standard error what has no
/// place in the text.
void write_copy(const CommentedCopy& copy, std::string_view bytes, const Document& draft,
                const CheckResult& result, const Date& date);

}  // namespace undex::tool
