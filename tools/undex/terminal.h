#pragma once
// What the terminal is and wants: colour, width, progress. Results go to stdout, all else to
// stderr.
#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/render/render.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// Colour and width from --color, NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS and whether stdout is a
/// terminal.
RenderOptions render_options(const Arguments& arguments);

/// Writes a result to stdout; Error{archive} when it cannot be written whole (a full disk is no
/// success).
void print(std::string_view text);
/// A line on stderr, made safe.
void note(std::string_view text);

/// One line of progress on stderr, rewritten in place; silent when stderr is no terminal.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress() { clear(); }
  void show(std::size_t done, std::size_t total, std::string_view what);
  void clear();

 private:
  bool on_;
  bool shown_ = false;
};

}  // namespace undex::tool
