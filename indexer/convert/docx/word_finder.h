#pragma once
// Where in a Word file the words stand that were read from it.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/convert/docx/annotate.h"
#include "indexer/convert/docx/placed_text.h"
#include "indexer/convert/docx/squeeze.h"

namespace undex {

/// First and last byte in PlacedText::text.
struct FoundWords {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Goes through the texts of a document in their order, so that a sentence that comes twice is
/// found in its own place.
class WordFinder {
 public:
  explicit WordFinder(const PlacedText& placed) : placed_(placed) {}

  /// Goes on to the next text. `wanted`: words in it will be asked for.
  void next(std::string_view text, bool wanted);
  /// Bytes of that text, all of it when they are none; nothing when they are not in the file.
  std::optional<FoundWords> find(std::size_t begin, std::size_t end);

 private:
  struct Match {
    bool level = false;  ///< in PlacedText::level_text
    std::size_t at = 0;
  };
  std::string_view haystack(bool level) const;
  std::size_t place(const Match& match, std::size_t offset) const;
  bool is_whole(const Match& match, std::size_t size) const;
  std::optional<Match> search(std::string_view words, bool level, std::size_t from,
                              std::size_t most, bool whole);
  std::optional<Match> search_near(std::string_view words, bool wanted);
  std::optional<FoundWords> find_by_context(std::size_t first, std::size_t last);
  std::optional<FoundWords> find_alone(std::string_view words);

  const PlacedText& placed_;
  SqueezedText text_;
  std::optional<Match> match_;  // of all of text_
  std::size_t cursor_ = 0;
  std::size_t left_ = std::size_t{1} << 30U;  // bytes that may still be looked at
};

}  // namespace undex
