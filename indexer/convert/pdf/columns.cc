#include "indexer/convert/pdf/columns.h"

#include <optional>

namespace undex {
namespace {

constexpr std::size_t kFewestLines = 8;  // in a column, before it is believed
constexpr float kGutter = 0.9F;          // type sizes: a narrower gap is a blank

enum class Side { left, right, across };

Side side_of(const PdfLine& line, float gutter) {
  if (line.box.x1 <= gutter + 1) return Side::left;
  return line.box.x0 >= gutter - 1 ? Side::right : Side::across;
}

/// The word that begins right of a gap as wide as a gutter at that place; 0 if there is none. Lines
/// of two columns at one height may come as one.
std::size_t split_at(const PdfLine& line, float gutter) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const PdfBox& before = line.words[i - 1].box;
    const PdfBox& after = line.words[i].box;
    if (before.x1 <= gutter + 1 && after.x0 >= gutter - 1 &&
        after.x0 - before.x1 > line.size * kGutter)
      return i;
  }
  return 0;
}

/// The lines, those that reach over the gutter with a gap in two.
std::vector<PdfLine> split_lines(const std::vector<PdfLine>& lines, float gutter) {
  std::vector<PdfLine> out;
  for (const PdfLine& line : lines) {
    const std::size_t at = side_of(line, gutter) == Side::across ? split_at(line, gutter) : 0;
    if (at == 0) {
      out.push_back(line);
      continue;
    }
    const auto middle = line.words.begin() + static_cast<std::ptrdiff_t>(at);
    out.push_back(make_pdf_line({line.words.begin(), middle}));
    out.push_back(make_pdf_line({middle, line.words.end()}));
  }
  return out;
}

/// Whether prose stands on both sides of the gutter: many lines, most of them as wide as their
/// column. Cells of tables and labels in the margin are narrower.
bool parts_prose(const std::vector<PdfLine>& page_lines, float gutter, float left, float right) {
  std::size_t lines[2] = {0, 0};
  std::size_t full[2] = {0, 0};
  std::size_t across = 0;
  for (const PdfLine& line : page_lines) {
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
  if (page.lines.size() < kFewestLines) return std::nullopt;
  float left = page.width;
  float right = 0;
  for (const PdfLine& line : page.lines) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x1);
  }
  // Lines that end left of the middle and lines that begin right of it bound the gutter.
  std::optional<float> best;
  std::size_t fewest = page.lines.size();
  const float step = std::max(3.0F, (right - left) / 150);  // a page may claim to be a mile wide
  for (float at = left + (right - left) * 0.35F; at < left + (right - left) * 0.65F; at += step) {
    std::size_t across = 0;
    for (const PdfLine& line : page.lines)
      across += side_of(line, at) == Side::across && split_at(line, at) == 0;
    if (across >= fewest) continue;
    fewest = across;
    best = at;
  }
  if (!best || !parts_prose(split_lines(page.lines, *best), *best, left, right))
    return std::nullopt;
  return best;
}

void append(std::vector<PdfRow>& rows, std::vector<PdfLine> lines, int number, int column) {
  std::vector<PdfRow> added = make_rows(std::move(lines), number);
  for (PdfRow& row : added) row.column = column;
  if (!added.empty()) added.front().new_area = true;
  std::move(added.begin(), added.end(), std::back_inserter(rows));
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
void read_masthead(std::vector<PdfRow>& rows, PdfPage& page, int number) {
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
  append(rows, std::move(left_lines), number, PdfRow::kMasthead);
  const std::size_t first = rows.size();
  append(rows, std::move(right_lines), number, PdfRow::kMastheadRight);
  for (std::size_t i = first; i < rows.size(); ++i) rows[i].own_block = true;
}

}  // namespace

std::vector<PdfRow> read_columns(PdfPage page, int number) {
  std::vector<PdfRow> rows;
  if (number == 1) read_masthead(rows, page, number);
  const std::optional<float> gutter = find_gutter(page);
  if (!gutter) {
    append(rows, std::move(page.lines), number, PdfRow::kWhole);
    return rows;
  }
  std::vector<PdfLine> lines = split_lines(page.lines, *gutter);
  std::stable_sort(lines.begin(), lines.end(), [](const PdfLine& a, const PdfLine& b) {
    return a.box.middle() < b.box.middle();
  });
  std::vector<PdfLine> parts[3];  // across, left, right: each band of the page is read so
  const auto end_band = [&] {
    for (int column = PdfRow::kWhole; column <= PdfRow::kRight; ++column) {
      append(rows, std::move(parts[column]), number, column);
      parts[column].clear();
    }
  };
  for (PdfLine& line : lines) {
    const Side side = side_of(line, *gutter);
    const bool columns = !parts[PdfRow::kLeft].empty() || !parts[PdfRow::kRight].empty();
    if (side == Side::across && columns) end_band();
    const int column = side == Side::across ? PdfRow::kWhole
                       : side == Side::left ? PdfRow::kLeft
                                            : PdfRow::kRight;
    parts[column].push_back(std::move(line));
  }
  end_band();
  return rows;
}

}  // namespace undex
