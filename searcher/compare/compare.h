#pragma once
// Two reports, or two paragraphs, side by side: what stayed, was reworded, moved, went and came,
// with what changed in citations, figures and names. A likely successor is a candidate with its
// evidence, never asserted. Pure functions of two documents with their marks. Thread-safe.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/figure/compare.h"

namespace undex {

/// Words that both texts have, or one of them alone.
struct WordChange {
  enum class Kind { kept, removed, added };
  Kind kind = Kind::kept;
  /// UTF-8 bytes of the text before (kept, removed) or of the one after (added): whole words, with
  /// what stands between them.
  std::size_t begin = 0;
  std::size_t end = 0;
};
/// Word by word, whatever case, accents, punctuation and spelling (schemas/run_words.h): the
/// shortest edit (searcher/compare/common_words.h says of what texts not). What is removed stands
/// before what is added in its place. `language`: of the documents, or what is likely.
std::vector<WordChange> word_diff(std::string_view before, std::string_view after,
                                  std::string_view language);

struct FigureCompared {
  std::string before;  ///< "985 e-mail accounts"
  std::string after;
  Comparison comparison;
};

struct ParagraphPair {
  enum class Kind {
    identical,  ///< but for case, accents, punctuation and spelling
    reworded,   ///< at least kReworded of the shorter one is kept
    successor,  ///< no wording, but evidence that it speaks of the same
    gone,
    added,
    unlike,  ///< of two places: no wording that both have
  };
  Kind kind = Kind::identical;
  bool moved = false;  ///< identical or reworded, and not in the order of the others
  Locator before;      ///< empty of one that was added
  Locator after;       ///< empty of one that is gone
  std::string before_text;
  std::string after_text;
  std::vector<WordChange> changes;  ///< of identical and reworded ones
  /// Words that both have in runs of at least three, as part of the shorter one's, names left out:
  /// 0 to 1.
  double kept = 0;
  std::vector<std::string> evidence;  ///< of a successor: "both cite A/RES/57/295"
  std::vector<std::pair<std::string, std::string>> citations_replaced;
  std::vector<std::string> citations_dropped;
  std::vector<std::string> citations_added;
  std::vector<std::pair<std::string, std::string>> names_changed;  ///< by the authority file
  std::vector<FigureCompared> figures;  ///< that count something alike and differ
};
std::string_view name_of(ParagraphPair::Kind kind);

/// Below it two paragraphs are not the same one in other words. Of the pairs of unrelated
/// paragraphs of two reports none had 0.15.
inline constexpr double kReworded = 0.25;

struct DocumentComparison {
  std::string before;  ///< names of the documents
  std::string after;
  std::size_t before_paragraphs = 0;
  std::size_t after_paragraphs = 0;
  /// In the order of the document after; what is gone behind what stood before it.
  std::vector<ParagraphPair> pairs;
  /// Names and words that one of them has much more often than chance would give: log-likelihood
  /// (Dunning, 1993) over 10.83, at most ten, the most telling first.
  std::vector<std::string> themes_new;
  std::vector<std::string> themes_gone;

  std::size_t count(ParagraphPair::Kind kind) const;
  std::size_t moved() const;
};

/// Numbered and unnumbered paragraphs, sub-paragraphs and preambular ones, annexes and the summary;
/// headings, notes and tables are left out. O(n) in the paragraphs but for those that share words.
DocumentComparison compare_documents(const Document& before, const Document& after);

/// One place of each with all that lies below it; kind unlike where nothing is kept. Empty
/// locators in the result where a document has no such place.
ParagraphPair compare_places(const Document& before, const Locator& from, const Document& after,
                             const Locator& to);

}  // namespace undex
