#pragma once
// The terms of a text for who looks for some of them only: concepts and symbols take the longest to
// find, and most words are not asked for.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/terms.h"

namespace undex {

struct TermsAsked {
  bool concepts = true;
  bool symbols = true;  ///< without, digit groups inside a symbol may be read as one number
  std::function<bool(const std::string& term)> wanted{};  ///< empty: every term
};
/// As text_terms() (terms.h), places and widths too. Thread-safe.
std::vector<TextTerm> terms_asked(std::string_view text, std::string_view language,
                                  const TermsAsked& asked);

/// Without concepts. Thread-safe.
std::vector<TextTerm> text_words(std::string_view text, std::string_view language);

}  // namespace undex
