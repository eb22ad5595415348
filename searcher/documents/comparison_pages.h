#pragma once
// Two documents or two places side by side, taken from the archive.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/series.h"
#include "searcher/compare/compare.h"
#include "searcher/documents/target.h"

namespace undex {

/// One of `documents` and `places` is there, or else one of `not_held` and `lacks` says why not.
struct ComparisonPage {
  std::string before;  ///< names of the documents
  std::string after;
  std::optional<DocumentComparison> documents;
  std::optional<ParagraphPair> places;
  std::string not_held;  ///< the name of what is not held
  std::string lacks;     ///< "E/2003/75 has no para. 99"
};

/// "E/2003/75" and "E/2009/21", or a place of each: "E/2003/75:1". The language is as for
/// version_in(), for both. Error{usage} when only one names a place, and as find_target() and
/// version_in().
ComparisonPage comparison_page(const Archive& archive, std::string_view before,
                               std::string_view after, std::string_view language,
                               const ReadDocument& read);

/// Each document of a series that is held as text beside the one before it.
struct SeriesComparison {
  std::size_t held = 0;  ///< documents with a text; two are needed
  std::vector<DocumentComparison> comparisons;
};
SeriesComparison compare_series(const Archive& archive, const Series& series,
                                std::string_view language, const ReadDocument& read);

}  // namespace undex
