#pragma once
// Figures that answer a few words, document by document in order of date, and what neighbours in
// time may be compared. A figure answers when what it counts holds all the words, in any spelling
// or name that the search knows for them.
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/figure/compare.h"
#include "undex/search.h"

namespace undex {

/// Words that figures must hold. Stop words ask for nothing.
class FigureWords {
 public:
  explicit FigureWords(std::string_view words);
  /// Whether there is a word to ask for.
  bool empty() const { return asked_.empty(); }
  bool answered_by(const Figure& figure) const;
  /// Whether it counts just that, whatever its measure.
  bool asks_for_unit_of(const Figure& figure) const;

 private:
  struct Asked {
    std::string term;
    std::size_t first = 0;
    std::size_t width = 1;
  };
  std::vector<Asked> asked_;
  std::set<std::size_t> positions_;
};

struct FoundFigure {
  Figure figure;
  Locator at;
  std::string as_printed;
  std::string context;  ///< the sentence it stands in, "..." where cut; of a table its measure
  std::vector<Span> matches;  ///< the figure in it
  bool asked = false;         ///< its unit is what was asked for
};

struct FigureDocument {
  std::string name;
  std::string title;
  std::string date;       ///< ISO 8601; empty when not known
  std::string date_flag;  ///< why the date is doubtful; empty if it is not
  std::vector<FoundFigure> figures;
};

/// Two figures of different documents, side by side.
struct FigureChange {
  std::size_t from_document = 0, from = 0;  ///< places in FigurePage::documents and in its figures
  std::size_t to_document = 0, to = 0;
  Comparison comparison;
};

struct FigurePage {
  std::string words;
  std::vector<FigureDocument> documents;
  std::vector<FigureChange> changes;
};

/// Adds the figures of a document that answer, if any.
void add_figures(FigurePage& page, const Document& document, const FigureWords& words);
/// Adds those that `takes` wants.
void add_figures(FigurePage& page, const Document& document, const FigureWords& words,
                 const std::function<bool(const FigureMark&)>& takes);
/// Whether the names of what the two count share a word that says something.
bool count_alike(const Figure& a, const Figure& b);
/// Sets each figure beside one that may be compared with it, of the latest earlier document that
/// has one; where two neighbours have none, beside one that looks alike, to say why not.
void compare_neighbours(FigurePage& page);

}  // namespace undex
