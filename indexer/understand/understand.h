#pragma once
// Document -> the same document with its marks: what each paragraph cites, counts and names. The
// step between structure and archive; steps.h lists what happens in which order.
#include <vector>

#include "corpus/document.h"

namespace undex {

/// Number of the rules: raised when understanding the same text would give other marks, so that an
/// archive knows which documents to understand anew.
inline constexpr int kUnderstandingVersion = 4;

/// Makes document.marks anew from its masthead and blocks, and replaces the notices that
/// understanding made before (their codes begin with "cites-"). `refused`, when given, takes what
/// was looked at and refused. Never throws for a bad text; linear in it. Thread-safe.
void understand(Document& document, std::vector<RefusedMark>* refused = nullptr);

}  // namespace undex
