#pragma once
// A clause through the years: where it stands, year by year, and how its wording changed. A year
// without it is told from one of which no document is held.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/compare/compare.h"
#include "searcher/render/render.h"
#include "undex/reuse.h"

namespace undex {

/// A piece of a wording, beside the clause asked for.
struct WordingPart {
  WordChange::Kind kind = WordChange::Kind::kept;
  std::string text;  ///< as the clause has it, of what was added as the paragraph has it
};

/// One way to write the clause, with the places that have it, in order of date.
struct ClauseWording {
  std::vector<WordingPart> parts;  ///< one that is kept where the words are those asked for
  double kept = 0;
  std::vector<std::size_t> uses;  ///< places in ClauseHistory::found
};

struct ClauseYear {
  std::string year;
  std::size_t held = 0;  ///< documents of that year
  std::size_t documents = 0, paragraphs = 0;
};

struct ClauseHistory {
  std::string clause;
  ReuseResult found;                      ///< in order of date, undated last
  std::vector<ClauseYear> years{};        ///< from the first with the clause to the last
  std::size_t undated = 0;                ///< paragraphs
  std::vector<ClauseWording> wordings{};  ///< in order of their first use
};

/// `held`: documents held by year. The result's uses are moved into the history.
ClauseHistory clause_history(std::string clause, ReuseResult found,
                             const std::map<std::string, std::size_t>& held);

/// text, json, tsv or csv. Error{version} for another format.
std::string render_history(const ClauseHistory& history, std::string_view format,
                           const RenderOptions& options);

}  // namespace undex
