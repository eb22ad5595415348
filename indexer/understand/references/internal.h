#pragma once
// References of a document to itself: "paragraphs 15 and 16", "section II of the report", "the
// annex to the present report"; and the vague ones: "the above-mentioned services", "as outlined
// above".
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/understand/references/phrase_text.h"

namespace undex {

/// The places a document has, for telling its own paragraph 15 from that of another.
class OwnPlaces {
 public:
  explicit OwnPlaces(const Document& document);
  /// All of them are here, or lie around places that are.
  bool have(std::span<const Locator> locators) const;
  /// The points before 16 (f) in its list: 16 (a) to 16 (e).
  std::vector<Locator> points_before(const Locator& locator) const;
  bool is_report() const { return is_report_; }

 private:
  std::set<Locator> places_;
  bool is_report_ = false;
};

struct InternalMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  bool vague = false;
  std::vector<Locator> pinpoints;
  std::string refusal;  ///< not one: why a pinpoint was left; empty for a match
};

/// In order. `cited` are the places of what the text cites: pinpoints that stand in a sentence with
/// them belong to them, and in a note all do, unless "above" or "of the present report" says
/// otherwise. Thread-safe.
std::vector<InternalMatch> find_internal(const PhraseText& text, const Locator& here,
                                         const OwnPlaces& places, bool in_note,
                                         std::span<const MarkSpan> cited);

}  // namespace undex
