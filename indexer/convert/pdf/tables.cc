#include "indexer/convert/pdf/tables.h"

#include <utility>

namespace undex {
namespace {

constexpr std::size_t kFewestRows = 3;    // lines in several columns, before a table is believed
constexpr float kNarrowestStripe = 0.5F;  // type sizes
constexpr float kRowGap = 1.2F;           // pitches between two rows, at least
constexpr std::size_t kMostColumns = 40;
constexpr float kLongestBreak = 3.5F;  // type sizes between two lines of a table

using Parts = std::vector<std::vector<PdfWord>>;
using Stripe = std::pair<float, float>;  // empty from, to

Stripe extent(const std::vector<PdfWord>& part) {
  return {part.front().box.x0, part.back().box.x1};
}

/// Stripes that stay empty when this line is added.
std::vector<Stripe> narrowed(const std::vector<Stripe>& stripes, const Parts& parts, float least) {
  std::vector<Stripe> kept;
  for (const Stripe& stripe : stripes) {
    float from = stripe.first;
    for (const std::vector<PdfWord>& part : parts) {
      const Stripe taken = extent(part);
      if (taken.second <= from || taken.first >= stripe.second) continue;
      if (taken.first - from >= least) kept.push_back({from, taken.first});
      from = std::max(from, taken.second);
    }
    if (stripe.second - from >= least) kept.push_back({from, stripe.second});
  }
  return kept;
}

std::vector<Stripe> between(const Parts& parts) {
  std::vector<Stripe> stripes;
  for (std::size_t i = 1; i < parts.size(); ++i)
    stripes.push_back({extent(parts[i - 1]).second, extent(parts[i]).first});
  return stripes;
}

struct Found {
  std::size_t end = 0;  ///< first line after the table
  std::vector<Stripe> stripes;
  float pitch = 0;    ///< of the lines of one cell
  bool gaps = false;  ///< rows are set apart by more than the pitch
};

/// Rows set apart by gaps show as two kinds of distances between lines.
void study_pitch(const std::vector<PdfRow>& rows, std::size_t begin, Found& found) {
  found.pitch = rows[begin].size * 3;
  for (std::size_t i = begin + 1; i < found.end; ++i)
    found.pitch = std::min(found.pitch, rows[i].box.y1 - rows[i - 1].box.y1);
  std::size_t wide = 0;
  for (std::size_t i = begin + 1; i < found.end; ++i)
    wide += rows[i].box.y1 - rows[i - 1].box.y1 > found.pitch * kRowGap;
  found.gaps = wide * 4 >= found.end - begin;
}

/// The table that begins with this line; end == begin if none does.
Found table_from(const std::vector<PdfRow>& rows, std::size_t begin) {
  Found found{begin, {}};
  const Parts first = apart(rows[begin].words, rows[begin].size);
  if (first.size() < 2 || first.size() > kMostColumns || rows[begin].own_block) return found;
  std::vector<Stripe> stripes = between(first);
  const float least = rows[begin].size * kNarrowestStripe;
  std::size_t several = 1;
  std::size_t last = begin;
  for (std::size_t i = begin + 1; i < rows.size(); ++i) {
    const PdfRow& row = rows[i];
    const float down = row.box.y1 - rows[i - 1].box.y1;
    if (row.new_area || row.own_block || down > row.size * kLongestBreak) break;
    const Parts parts = apart(row.words, row.size);
    if (parts.size() > kMostColumns) break;
    std::vector<Stripe> left = narrowed(stripes, parts, least);
    if (left.empty()) break;
    // One part alone may be a cell that goes on, but only where the columns are sure; and it may
    // not cost a column.
    if (parts.size() < 2 && left.size() < stripes.size()) break;
    stripes = std::move(left);
    if (parts.size() < 2) continue;
    ++several;
    last = i;
  }
  if (several < kFewestRows) return found;
  found.end = last + 1;
  found.stripes = std::move(stripes);
  study_pitch(rows, begin, found);
  // A cell may go on below the last line of several columns.
  while (found.end < rows.size() && !rows[found.end].new_area &&
         rows[found.end].box.x0 > found.stripes.front().second - 1 &&
         rows[found.end].box.y1 - rows[found.end - 1].box.y1 < found.pitch * kRowGap)
    ++found.end;
  return found;
}

std::size_t column_of(const PdfWord& word, const std::vector<Stripe>& stripes) {
  std::size_t column = 0;
  for (const Stripe& stripe : stripes)
    if (word.box.x0 >= (stripe.first + stripe.second) / 2) ++column;
  return column;
}

/// A new row of the table begins at a wider gap; where rows have none, where the first column is
/// filled.
bool begins_row(const PdfRow& line, const PdfRow& above, const Found& found) {
  const bool gap = line.box.y1 - above.box.y1 > found.pitch * kRowGap;
  return gap || (!found.gaps && column_of(line.words.front(), found.stripes) == 0);
}

void append_table(std::vector<PdfRow>& out, const std::vector<PdfRow>& rows, std::size_t begin,
                  const Found& found, int table) {
  for (std::size_t i = begin; i < found.end; ++i) {
    const PdfRow& line = rows[i];
    if (i == begin || begins_row(line, rows[i - 1], found)) {
      out.push_back(line);
      out.back().table = table;
      out.back().cells.resize(found.stripes.size() + 1);
    }
    for (const PdfWord& word : line.words)
      out.back().cells[column_of(word, found.stripes)].push_back(word);
  }
}

}  // namespace

std::vector<PdfRow> find_tables(std::vector<PdfRow> rows) {
  int next_table = 0;
  std::vector<PdfRow> out;
  std::size_t i = 0;
  while (i < rows.size()) {
    const Found found = table_from(rows, i);
    if (found.end > i) {
      append_table(out, rows, i, found, next_table++);
      i = found.end;
      continue;
    }
    // No table: texts that stand far apart at one height are texts of their own.
    const Parts parts = apart(rows[i].words, rows[i].size);
    for (const std::vector<PdfWord>& part : parts) {
      if (parts.size() == 1) {
        out.push_back(std::move(rows[i]));
        break;
      }
      PdfRow row = make_row(part, rows[i].page);
      row.left_edge = rows[i].left_edge;
      row.right_edge = rows[i].right_edge;
      row.column = rows[i].column;
      row.own_block = true;
      out.push_back(std::move(row));
    }
    ++i;
  }
  return out;
}

}  // namespace undex
