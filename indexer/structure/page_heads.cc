#include "indexer/structure/page_heads.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/structure/labels.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/openings.h"
#include "undex/symbol.h"

namespace undex::structure {
namespace {

using Use = Piece::Use;
using Role = ConvertedBlock::Role;

constexpr std::size_t kMostHeadLines = 5;

bool is_symbol(std::string_view word) {
  return word.size() <= 60 && word.find('/') != std::string_view::npos &&
         is_upper_letter(word[0]) && parse_symbol(word).has_value();
}

/// "A/RES/78/213", "digital technologies      A/RES/78/213", and the same the other way round.
bool bears_symbol(std::string_view text) {
  if (text.empty() || text.size() > 200) return false;
  const std::size_t first = text.find_first_of(" \t");
  const std::size_t last = text.find_last_of(" \t");
  if (first == std::string_view::npos) return is_symbol(text);
  const auto wide = [&](std::size_t at, std::size_t other) {
    return text[at] == '\t' || (other < text.size() && text[other] == ' ');
  };
  return (wide(first, first + 1) && is_symbol(text.substr(0, first))) ||
         (last > 0 && wide(last, last - 1) && is_symbol(text.substr(last + 1)));
}

/// The first lines of a page after the first, as indices.
std::vector<std::vector<std::size_t>> tops_of(const std::vector<Piece>& pieces) {
  std::vector<std::vector<std::size_t>> tops;
  int page = 1;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.page > page) tops.emplace_back();
    page = std::max(page, piece.page);
    if (tops.empty() || tops.back().size() == kMostHeadLines) continue;
    if (!piece.complete && piece.role == Role::body) tops.back().push_back(at);
  }
  return tops;
}

/// A line of a head is no whole sentence and opens nothing: several resolutions of one file each
/// begin a page with "The General Assembly,".
bool may_head(std::string_view text) {
  return text.size() < 200 && !has_end_mark(text) && !read_label(text) && !is_formula(text) &&
         !read_annex_line(text);
}

}  // namespace

void mark_page_heads(std::vector<Piece>& pieces) {
  const std::vector<std::vector<std::size_t>> tops = tops_of(pieces);
  std::map<std::string, int> seen;
  for (const std::vector<std::size_t>& top : tops) {
    for (const std::size_t at : top) ++seen[collapsed(pieces[at].text)];
  }
  for (const std::vector<std::size_t>& top : tops) {
    std::size_t heads = 0;
    for (std::size_t i = 0; i < top.size() && may_head(pieces[top[i]].text); ++i) {
      if (bears_symbol(pieces[top[i]].text)) heads = i + 1;
    }
    for (std::size_t i = 0; i < top.size(); ++i) {
      Piece& piece = pieces[top[i]];
      const bool again = may_head(piece.text) && seen[collapsed(piece.text)] > 1;
      if (i < heads || again) {
        piece.use = Use::furniture;
      } else {
        break;
      }
    }
  }
}

}  // namespace undex::structure
