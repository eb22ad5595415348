#include "indexer/convert/pdf/furniture.h"

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "corpus/ascii.h"

namespace undex {
namespace {

constexpr float kZone = 0.12F;            // part of the page's height at its top and its bottom
constexpr std::size_t kMostLines = 2000;  // of a page of print
constexpr float kHead = 0.095F;  // running heads that nothing but their size tells end here
constexpr float kFoot = 0.065F;  // below the notes, which end at 0.93 of the page
constexpr float kSmall = 0.92F;  // running heads are set smaller than this part of the body's type

/// The line without blanks, digits written '#': what stays the same from page to page.
std::string shape_of(const PdfLine& line) {
  std::string shape;
  for (const PdfWord& word : line.words)
    for (const char c : word.text) {
      if (is_digit(c) && !shape.empty() && shape.back() == '#') continue;
      shape.push_back(is_digit(c) ? '#' : c);
    }
  return shape;
}

/// Shapes of page numbers, job numbers, dates of issue and bar codes.
constexpr std::string_view kFurnitureShapes[] = {
    "#",      "#/#",     "-#-",    "–#–",    "—#—",      "Page#",   "page#",
    "#-#",    "#-#(E)",  "#-#E",   "*#*",    "/...",     "/…",      "...",
    "/..",    "#-#(E)#", "#-#(F)", "#-#(S)", "#-#(F)#",  "#-#(S)#", "#-#(C)",
    "#-#(R)", "#-#(A)",  "*#-#*",  "*#E*",   "Page#of#", "Página#", "#of#"};

bool has_furniture_shape(std::string_view shape) {
  for (const std::string_view known : kFurnitureShapes)
    if (shape == known) return true;
  // "GE.24-01234 (E)", "V.23-09181"; bar codes hold capitals too: "*N0337527*".
  const bool office = shape.starts_with("GE.#") || shape.starts_with("V.#") ||
                      shape.starts_with("N#") || shape.starts_with("HQ.#");
  if (office && shape.size() < 14) return true;
  return shape.size() > 2 && shape.front() == '*' && shape.back() == '*' && shape.size() < 14 &&
         shape.find('#') != std::string_view::npos;
}

/// A document symbol standing alone, as running heads do: capitals, strokes, digits.
bool looks_like_symbol(const std::string& text) {
  if (text.size() < 5 || text.size() > 40 || text.find('/') == std::string::npos) return false;
  bool digit = false;
  for (const char c : text) {
    const bool known = (c >= 'A' && c <= 'Z') || is_digit(c) ||
                       std::string_view("/.-()abcdrv").find(c) != std::string_view::npos;
    if (!known) return false;
    digit = digit || is_digit(c);
  }
  return digit && text[0] >= 'A' && text[0] <= 'Z';
}

using Place = std::pair<std::string, bool>;  // text, at the top

/// Where a text was seen first, and on how many pages at that place.
struct Repeated {
  int pages = 0;
  std::size_t last_page = 0;
  float size = 0;
  float y = 0;
  bool at(const PdfLine& line) const {
    return std::fabs(size - line.size) < 0.6F && std::fabs(y - line.box.y0) < 6;
  }
};

class Finder {
 public:
  Finder(const std::vector<PdfPage>& pages, float body_size) : body_size_(body_size) {
    for (std::size_t p = 0; p < pages.size(); ++p)
      for (const PdfLine& line : pages[p].lines) {
        if (!at_top(pages[p], line) && !at_bottom(pages[p], line)) continue;
        Repeated& entry = places_[{line.plain(), at_top(pages[p], line)}];
        if (entry.pages == 0) entry = {1, p, line.size, line.box.y0};
        if (entry.last_page == p || !entry.at(line)) continue;
        ++entry.pages;
        entry.last_page = p;
      }
    // "Ibid." may stand at one height on two pages of forty and is no running foot.
    enough_ = std::max(2, static_cast<int>(pages.size() / 5));
  }

  bool is_header(const PdfPage& page, const PdfLine& line, bool first_page, float body_top) const {
    if (!at_top(page, line)) return false;
    const std::string shape = shape_of(line);
    if (has_furniture_shape(shape) || repeats(true, line)) return true;
    if (first_page) return false;
    const bool above = line.box.y1 < body_top - body_size_ * 0.2F;
    // Small type lower down may be an annex or a table that begins the page.
    const bool small = line.size < body_size_ * kSmall && line.box.y1 < page.height * kHead;
    return above && (small || looks_like_symbol(line.plain()));
  }

  bool is_footer(const PdfPage& page, const PdfLine& line) const {
    if (!at_bottom(page, line)) return false;
    const std::string shape = shape_of(line);
    // The same note may end two pages: repetition proves a running foot only below the notes.
    const bool foot = line.box.y0 > page.height * (1 - kFoot);
    return has_furniture_shape(shape) || (foot && repeats(false, line)) ||
           shape.find("recycle") != std::string::npos;
  }

  static bool at_top(const PdfPage& page, const PdfLine& line) {
    return line.box.y1 < page.height * kZone;
  }
  static bool at_bottom(const PdfPage& page, const PdfLine& line) {
    return line.box.y0 > page.height * (1 - kZone);
  }

 private:
  bool repeats(bool top, const PdfLine& line) const {
    const std::string text = line.plain();
    const bool rule = text.find_first_not_of('_') == std::string::npos;
    const auto found = places_.find({text, top});
    // Digits alone may be cells of a table or numbers of notes.
    return !rule && shape_of(line).size() > 2 && found != places_.end() &&
           found->second.pages >= enough_ && found->second.at(line);
  }

  float body_size_;
  int enough_ = 2;
  std::map<Place, Repeated> places_;
};

/// Where the body begins: the first line in the body's type, or in any under the heads' zone.
float top_of_body(const PdfPage& page, float body_size) {
  float top = page.height;
  for (const PdfLine& line : page.lines) {
    const bool body = line.size >= body_size * kSmall && line.size < body_size * 1.1F;
    const std::string text = line.plain();
    if ((body && !looks_like_symbol(text) && !has_furniture_shape(shape_of(line))) ||
        line.box.y0 > page.height * kZone)
      top = std::min(top, line.box.y0);
  }
  return top;
}

/// A number with text close beside it is a note's or a list's, whatever its place on the page; away
/// from the very edge of the page, one with any text at its height is a cell of a table.
bool stands_in_text(const PdfPage& page, const PdfLine& line) {
  if (page.lines.size() > kMostLines) return true;
  const bool edge = line.box.y0 > page.height * (1 - kFoot) || line.box.y1 < page.height * kFoot;
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const PdfLine& other) {
    const bool level = other.box.y0 < line.box.middle() && other.box.y1 > line.box.middle();
    if (&other == &line || !level) return false;
    if (other.box.x0 > line.box.x0 && other.box.x0 < line.box.x1 + 25) return true;
    return !edge && !has_furniture_shape(shape_of(other)) && !looks_like_symbol(other.plain());
  });
}

}  // namespace

std::vector<PdfFurniture> take_furniture(std::vector<PdfPage>& pages, float body_size) {
  const Finder finder(pages, body_size);
  std::vector<PdfFurniture> taken(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    PdfPage& page = pages[p];
    const float top = top_of_body(page, body_size);
    std::vector<int> part(page.lines.size(), 0);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      part[i] = line.aside || finder.is_header(page, line, p == 0, top) ? 1
                : finder.is_footer(page, line)                          ? 2
                                                                        : 0;
      const bool bare = part[i] != 0 && !line.aside && shape_of(line).size() <= 2;
      if (bare && stands_in_text(page, line)) part[i] = 0;
    }
    std::vector<PdfLine> kept;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      std::vector<PdfLine>& into = part[i] == 1   ? taken[p].headers
                                   : part[i] == 2 ? taken[p].footers
                                                  : kept;
      into.push_back(std::move(page.lines[i]));
    }
    page.lines = std::move(kept);
  }
  return taken;
}

}  // namespace undex
