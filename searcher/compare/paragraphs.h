#pragma once
// The paragraphs of a document as they are compared: one a locator, with its words, its marks and
// its terms.
#include <map>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "searcher/compare/words.h"

namespace undex::comparing {

struct Paragraph {
  Locator at;
  std::string text;  ///< without labels; blocks of one locator parted by a line break
  std::vector<Word> words;
  std::vector<const Reference*> citations;  ///< of other documents
  std::vector<const FigureMark*> figures;
  std::vector<const NameMark*> names;
  /// Concepts and stems with how often they stand there, and each as printed first.
  std::map<std::string, std::size_t> terms;
};

/// Whether the block is text of a paragraph: no heading, formula, table, note or line of the
/// masthead.
bool is_compared(const Block& block);

/// In the order of the text; what is no paragraph is left out. `printed` takes the first wording of
/// each term.
std::vector<Paragraph> paragraphs_of(const Document& document, Vocabulary& vocabulary,
                                     std::map<std::string, std::string>& printed);

/// Those at the place and below it as one; its locator is empty if there is none.
Paragraph joined(const std::vector<Paragraph>& paragraphs, const Locator& at);

}  // namespace undex::comparing
