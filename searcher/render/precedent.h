#pragma once
// Precedents of a text, or of the paragraphs of a draft, for people and programs.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/render.h"
#include "undex/precedent.h"

namespace undex {

/// One text asked for.
struct PrecedentAnswer {
  std::string locator;   ///< in the draft; empty for a text by itself
  std::string pinpoint;  ///< "para. 4"
  std::string text;
  PrecedentResult result;
};

struct PrecedentPage {
  std::string draft{};                     ///< its name; empty for a text by itself
  std::vector<PrecedentAnswer> answers{};  ///< those with nothing too
  std::size_t not_asked = 0;               ///< paragraphs of the draft beyond those
  bool all = false;                        ///< show paragraphs for which nothing was found

  std::size_t answered() const;
};

/// text, json or csv (a row for each precedent). Error{version} for another format.
std::string render_precedents(const PrecedentPage& page, std::string_view format,
                              const RenderOptions& options);

}  // namespace undex
