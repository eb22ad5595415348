#include "indexer/convert/pdf_columns.h"

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

/// Edges of the rows of one column: its left is where most full lines begin, its right where they
/// end.
void set_edges(std::vector<PdfRow>& rows, float body_size) {
  std::vector<float> lefts;
  std::vector<float> rights;
  for (const PdfRow& row : rows) {
    if (row.size < body_size * 0.9F || row.size > body_size * 1.1F) continue;
    lefts.push_back(row.box.x0);
    rights.push_back(row.box.x1);
  }
  if (rights.empty())
    for (const PdfRow& row : rows) {
      lefts.push_back(row.box.x0);
      rights.push_back(row.box.x1);
    }
  if (rights.empty()) return;
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  const float left = lefts[lefts.size() / 10];
  const float right = rights[rights.size() - 1 - rights.size() / 10];
  for (PdfRow& row : rows) {
    row.left_edge = left;
    row.right_edge = right;
  }
}

void append(std::vector<PdfRow>& rows, std::vector<PdfLine> lines, int number, float body_size) {
  std::vector<PdfRow> column = make_rows(std::move(lines), number);
  set_edges(column, body_size);
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
  append(rows, std::move(left_lines), number, body_size);
  const std::size_t first = rows.size();
  append(rows, std::move(right_lines), number, body_size);
  for (std::size_t i = first; i < rows.size(); ++i) rows[i].own_block = true;
}

}  // namespace

std::vector<PdfRow> read_columns(PdfPage page, int number, float body_size) {
  std::vector<PdfRow> rows;
  if (number == 1) read_masthead(rows, page, number, body_size);
  const std::optional<float> gutter = find_gutter(page);
  if (!gutter) {
    append(rows, std::move(page.lines), number, body_size);
    return rows;
  }
  std::stable_sort(page.lines.begin(), page.lines.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<PdfLine> sides[2];
  std::vector<PdfLine> across;
  const auto end_band = [&] {
    for (std::vector<PdfLine>* lines : {&across, &sides[0], &sides[1]}) {
      append(rows, std::move(*lines), number, body_size);
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

}  // namespace undex
