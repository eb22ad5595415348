#pragma once
// Numbers that count nothing: a table of rules, each with its reason in words.
#include <cstddef>
#include <string_view>

#include "corpus/figure/number.h"
#include "corpus/figure/qualifier.h"
#include "corpus/figure/tokens.h"
#include "corpus/figure/unit.h"

namespace undex {

/// A number with what stands around it.
struct Candidate {
  const FigureText& text;
  FigureSentence sentence;
  Number number{};
  QualifierMatch qualifier;
  UnitPhrase unit;
  bool labelled = false;  ///< "paragraphs 15 and 16": goes on a list of labels
};

struct Refusal {
  std::string_view rule{};
  std::string_view reason{};
  bool (*applies)(const Candidate& candidate);
};

/// The first rule that refuses the number; nullptr when it may be a figure.
const Refusal* refusal_of(const Candidate& candidate);

/// The number stands right after "paragraph", "No.", "Goal".
bool follows_label(const FigureText& text, std::size_t number, std::size_t sentence_begin);

}  // namespace undex
