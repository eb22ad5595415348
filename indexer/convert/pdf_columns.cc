#include "indexer/convert/pdf_columns.h"

#include <cmath>
#include <map>
#include <optional>

namespace undex {
namespace {

constexpr std::size_t kFewestLines = 8;  // in a column, before it is believed

enum class Side { left, right, across };

Side side_of(const PdfLine& line, float gutter) {
  if (line.box.x1 <= gutter + 1) return Side::left;
  return line.box.x0 >= gutter - 1 ? Side::right : Side::across;
}

/// Whether prose stands on both sides of the gutter: many lines, most of them as wide as their
/// column. Cells of tables and labels in the margin are narrower.
bool parts_prose(const PdfPage& page, float gutter, float left, float right) {
  std::size_t lines[2] = {0, 0};
  std::size_t full[2] = {0, 0};
  std::size_t across = 0;
  for (const PdfLine& line : page.lines) {
    const Side side = side_of(line, gutter);
    if (side == Side::across) {
      ++across;
      continue;
    }
    const std::size_t i = side == Side::left ? 0 : 1;
    const float column = i == 0 ? gutter - left : right - gutter;
    ++lines[i];
    full[i] += line.box.width() > column * 0.75F;
  }
  return lines[0] >= kFewestLines && lines[1] >= kFewestLines && full[0] * 2 > lines[0] &&
         full[1] * 2 > lines[1] && across * 3 < lines[0] + lines[1];
}

std::optional<float> find_gutter(const PdfPage& page) {
  if (page.lines.size() < 2 * kFewestLines) return std::nullopt;
  float left = page.width;
  float right = 0;
  for (const PdfLine& line : page.lines) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x1);
  }
  // Lines that end left of the middle and lines that begin right of it bound the gutter.
  std::optional<float> best;
  std::size_t fewest = page.lines.size();
  for (float at = left + (right - left) * 0.35F; at < left + (right - left) * 0.65F; at += 3) {
    std::size_t across = 0;
    for (const PdfLine& line : page.lines) across += side_of(line, at) == Side::across;
    if (across >= fewest) continue;
    fewest = across;
    best = at;
  }
  if (!best || !parts_prose(page, *best, left, right)) return std::nullopt;
  return best;
}

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
void set_edges(const std::vector<PdfRow*>& rows, float body_size) {
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

void append(std::vector<PdfRow>& rows, std::vector<PdfLine> lines, int number, float body_size,
            bool in_columns) {
  std::vector<PdfRow> column = make_rows(std::move(lines), number);
  std::vector<PdfRow*> all;
  for (PdfRow& row : column) {
    row.in_columns = in_columns;
    all.push_back(&row);
  }
  set_edges(all, body_size);
  if (!column.empty()) column.front().new_area = true;
  std::move(column.begin(), column.end(), std::back_inserter(rows));
}

/// The masthead's right side begins at "Distr.": the box of that word's lines and of those below it
/// that begin as it does.
std::optional<PdfBox> find_distribution(const PdfPage& page) {
  std::optional<PdfBox> found;
  for (const PdfLine& line : page.lines)
    if (!found && line.words[0].text.starts_with("Distr") && line.box.x0 > page.width * 0.4F &&
        line.box.y0 < page.height / 2)
      found = line.box;
  if (!found) return found;
  const PdfBox start = *found;
  for (const PdfLine& line : page.lines) {
    const float below = line.box.y0 - start.y0;
    if (line.box.x0 > start.x0 - 3 && line.box.x0 < start.x0 + 30 && below > 0 && below < 110)
      found->include(line.box);
  }
  return found;
}

/// Takes the masthead off the page: its left side first, then the right one, whose lines stand for
/// themselves.
void read_masthead(std::vector<PdfRow>& rows, PdfPage& page, int number, float body_size) {
  const std::optional<PdfBox> right = find_distribution(page);
  if (!right) return;
  std::vector<PdfLine> left_lines;
  std::vector<PdfLine> right_lines;
  std::vector<PdfLine> rest;
  for (PdfLine& line : page.lines) {
    const bool above = line.box.middle() < right->y1;
    const bool beside = line.box.x0 > right->x0 - 3 || line.box.x0 > page.width * 0.6F;
    (!above ? rest : beside ? right_lines : left_lines).push_back(std::move(line));
  }
  page.lines = std::move(rest);
  append(rows, std::move(left_lines), number, body_size, true);
  const std::size_t first = rows.size();
  append(rows, std::move(right_lines), number, body_size, true);
  for (std::size_t i = first; i < rows.size(); ++i) rows[i].own_block = true;
}

}  // namespace

std::vector<PdfRow> read_columns(PdfPage page, int number, float body_size) {
  std::vector<PdfRow> rows;
  if (number == 1) read_masthead(rows, page, number, body_size);
  const std::optional<float> gutter = find_gutter(page);
  if (!gutter) {
    append(rows, std::move(page.lines), number, body_size, false);
    return rows;
  }
  std::stable_sort(page.lines.begin(), page.lines.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<PdfLine> sides[2];
  std::vector<PdfLine> across;
  const auto end_band = [&] {
    for (std::vector<PdfLine>* lines : {&across, &sides[0], &sides[1]}) {
      append(rows, std::move(*lines), number, body_size, lines != &across);
      lines->clear();
    }
  };
  for (PdfLine& line : page.lines) {
    const Side side = side_of(line, *gutter);
    const bool columns = !sides[0].empty() || !sides[1].empty();
    if (side == Side::across && columns) end_band();
    (side == Side::across ? across : sides[side == Side::left ? 0 : 1]).push_back(std::move(line));
  }
  end_band();
  return rows;
}

void share_edges(std::vector<PdfRow>& rows, const std::vector<PdfPage>& pages) {
  using Kind = std::pair<int, bool>;  // width, odd
  std::map<Kind, std::vector<PdfRow*>> kinds;
  for (PdfRow& row : rows) {
    const PdfPage& page = pages[static_cast<std::size_t>(row.page) - 1];
    if (!row.in_columns)
      kinds[Kind{static_cast<int>(std::lround(page.width)), row.page % 2 == 1}].push_back(&row);
  }
  const float body_size = measure(rows).size;
  for (auto& [kind, odd] : kinds) {
    if (!kind.second) continue;
    const auto even = kinds.find(Kind{kind.first, false});
    set_edges(odd, body_size);
    if (even == kinds.end()) continue;
    set_edges(even->second, body_size);
    const float apart = even->second.front()->left_edge - odd.front()->left_edge;
    const float width = odd.front()->right_edge - odd.front()->left_edge;
    const float other_width = even->second.front()->right_edge - even->second.front()->left_edge;
    // Mirrored pages have the same measure; else one side's few lines tell too little.
    if (std::fabs(apart) > 6 && std::fabs(width - other_width) < 6) continue;
    odd.insert(odd.end(), even->second.begin(), even->second.end());
    set_edges(odd, body_size);
  }
}

}  // namespace undex
