#include "indexer/convert/pdf/edges.h"

#include <cmath>
#include <map>
#include <tuple>

namespace undex {
namespace {

/// The leftmost place where much of the text begins: titles further left are few and narrow.
float common_left(const std::vector<const PdfRow*>& rows) {
  std::map<int, float> widths;
  for (const PdfRow* row : rows)
    widths[static_cast<int>(std::lround(row->box.x0))] += row->box.width();
  float most = 0;
  for (const auto& [x, width] : widths) most = std::max(most, width);
  for (const auto& [x, width] : widths)
    if (width * 3 >= most) return static_cast<float>(x);
  return 0;
}

/// Edges of the rows of one column: its left is where many lines begin, its right where they end.
void set_column(const std::vector<PdfRow*>& rows, float body_size) {
  const auto in_body = [&](const PdfRow* row) {
    return std::fabs(row->size - body_size) < body_size * 0.1F;
  };
  const bool any_body = std::any_of(rows.begin(), rows.end(), in_body);
  std::vector<const PdfRow*> body;
  std::vector<float> rights;
  for (const PdfRow* row : rows) {
    if (any_body && !in_body(row)) continue;
    body.push_back(row);
    rights.push_back(row->box.x1);
  }
  if (rights.empty()) return;
  std::sort(rights.begin(), rights.end());
  const float left = common_left(body);
  const float right = rights[rights.size() - 1 - rights.size() / 10];
  for (PdfRow* row : rows) {
    row->left_edge = left;
    row->right_edge = right;
  }
}

using Rows = std::vector<PdfRow*>;

/// Mirrored pages have the same measure at another place; else one side's few lines tell too little
/// and both are taken together.
bool mirrored(const Rows& odd, const Rows& even) {
  const float apart = even.front()->left_edge - odd.front()->left_edge;
  const float width = odd.front()->right_edge - odd.front()->left_edge;
  const float other_width = even.front()->right_edge - even.front()->left_edge;
  return std::fabs(apart) > 6 && std::fabs(width - other_width) < 6;
}

}  // namespace

void set_edges(std::vector<PdfRow>& rows, const std::vector<PdfPage>& pages, float body_size) {
  using Kind = std::pair<int, int>;  // width of the page, column
  std::map<Kind, Rows> kinds[2];     // of even and odd pages
  for (PdfRow& row : rows) {
    const float width = pages[static_cast<std::size_t>(row.page) - 1].width;
    kinds[row.page % 2][Kind{static_cast<int>(std::lround(width)), row.column}].push_back(&row);
  }
  for (auto& side : kinds)
    for (auto& [kind, side_rows] : side) set_column(side_rows, body_size);
  for (auto& [kind, odd] : kinds[1]) {
    const auto even = kinds[0].find(kind);
    if (even == kinds[0].end() || mirrored(odd, even->second)) continue;
    odd.insert(odd.end(), even->second.begin(), even->second.end());
    set_column(odd, body_size);
  }
}

}  // namespace undex
