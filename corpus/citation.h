#pragma once
// Citations: where a text names another document, by symbol or in words, with its pinpoint.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/locator.h"
#include "undex/symbol.h"

namespace undex {

struct Citation {
  std::size_t begin = 0;  ///< UTF-8 byte offsets of the words that name the document
  std::size_t end = 0;
  Symbol cited;  ///< normal form: "resolution 57/295" of the Assembly -> A/RES/57/295
  std::vector<Locator>
      pinpoints;          ///< "paras. 15 and 16" gives two; empty for the document as a whole
  std::string reissue;    ///< as in SymbolMatch; no part of the name
  std::string_view rule;  ///< a literal, which rule found it: "symbol", "tail of a symbol",
                          ///< "resolution in words", "decision in words", "supplement"
  bool operator==(const Citation&) const = default;
};

/// What looked like a citation and is none, or none that can be told.
struct RefusedCitation {
  std::size_t begin = 0;  ///< UTF-8 byte offsets
  std::size_t end = 0;
  std::string_view rule;  ///< a literal, which rule refused it: as in Citation, or "number"
  std::string_view
      reason;  ///< a literal, in words: "a job number", "no body is named and the shape tells none"
  bool operator==(const RefusedCitation&) const = default;
};

/// Explicit citations in the text, in order: symbols as printed, resolutions and decisions in
/// words. `organ` is the organ the text speaks for ("General Assembly", "Economic and Social
/// Council", "Human Rights Council", ""), used when words like "its resolution 2002/35" do not name
/// one; the shape of the number decides first (CONVENTIONS: yyyy/n is ECOSOC). Anaphora ("the same
/// resolution") are not resolved here. A citation of a part (resolution 46/36 L) names the part;
/// whole_symbol gives the resolution. `refused`, when given, takes in order what was looked at and
/// left. Linear in the text. Thread-safe.
std::vector<Citation> find_citations(std::string_view text, std::string_view organ = {},
                                     std::vector<RefusedCitation>* refused = nullptr);

/// "(A/58/568, para. 16)": the text note of the UN Editorial Manual.
std::string citation_note(const Symbol& symbol, const Locator& locator);

/// "[A/55/75 = E/2000/55] para 24 e": for tests.
std::string dump(const Citation& citation);

}  // namespace undex
