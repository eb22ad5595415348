// The register of series as a person reads it.
#include <algorithm>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

/// "1996-1999, 2011"
std::string years_in_words(const std::vector<int>& years) {
  std::string out;
  for (std::size_t i = 0; i < years.size();) {
    std::size_t end = i + 1;
    while (end < years.size() && years[end] - years[end - 1] <= 1) ++end;
    const int first = years[i];
    const int last = years[end - 1];
    out += (out.empty() ? "" : ", ") + std::to_string(first);
    if (last > first) out += (last == first + 1 ? ", " : "-") + std::to_string(last);
    i = end;
  }
  return out;
}

std::string rhythm_of(const Series& series) {
  if (series.every == 0) return "no rhythm is known";
  const std::string every =
      series.every == 1 ? "every year" : "every " + std::to_string(series.every) + " years";
  const std::string from = std::to_string(series.from_year);
  if (series.to_year == 0) return every + " from " + from;
  return every + " from " + from + " to " + std::to_string(series.to_year);
}

std::string next_of(const SeriesPage& page) {
  if (page.next_due > 0) return std::to_string(page.next_due);
  if (page.series->every == 0) return "not known";
  return "none after " + std::to_string(page.series->to_year);
}

/// "7 known, 2 held, 5 not held; 9 due of unknown symbol"
std::string counts_of(const SeriesPage& page) {
  const std::size_t unknown = page.rows.size() - page.known;
  std::string out = counted(page.known, "member") + " known, " + std::to_string(page.held) +
                    " held, " + std::to_string(page.known - page.held) + " not held";
  if (unknown > 0) out += "; " + std::to_string(unknown) + " due whose symbol is not known";
  return out;
}

std::string date_of(const SeriesRow& row) {
  const std::string iso = row.held && !row.held->date.empty() ? row.held->date : row.member.date;
  const std::optional<Date> date = parse_date(iso);
  const bool doubtful = row.held && !row.held->date_flag.empty();
  return (date ? date->printed() : iso) + (doubtful ? "?" : "");
}

/// What asked for it and what proves it; once where these are the same.
std::string remark_on(const SeriesRow& row) {
  if (row.by_rhythm()) return "by the rhythm of the series";
  const SeriesMember& member = row.member;
  if (member.answers.parts.empty()) return member.evidence;
  const std::string place = member.answers_place.citation();
  const std::string asked = member.answers.text() + (place.empty() ? "" : ", " + place);
  const bool same = member.evidence.starts_with(asked);
  return "asked for by " + (same ? "" : asked + "; ") + member.evidence;
}

/// Columns that are all as wide as their widest cell, then the remark.
std::string rows_text(const SeriesPage& page, const RenderOptions& options) {
  std::vector<std::vector<std::string>> rows;
  for (const SeriesRow& row : page.rows)
    rows.push_back({"  " + std::to_string(row.member.year),
                    row.is_known() ? bold(printable(row.member.symbol.text()), options.color) : "-",
                    standing_of(row), printable(date_of(row))});
  std::vector<std::size_t> widest(4, 0);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widest[i] = std::max(widest[i], columns_of(row[i]));
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string lead;
    for (std::size_t i = 0; i < widest.size(); ++i)
      if (widest[i] > 0)
        lead += rows[r][i] + std::string(widest[i] - columns_of(rows[r][i]) + 2, ' ');
    out += wrapped(printable(remark_on(page.rows[r])), lead, options.width);
  }
  return out;
}

std::string missing_text(const SeriesPage& page, const RenderOptions& options) {
  std::vector<int> absent;
  std::vector<int> unknown;
  for (const SeriesRow& row : page.rows)
    if (!row.held) (row.is_known() ? absent : unknown).push_back(row.member.year);
  std::string out;
  if (!absent.empty()) out += wrapped(years_in_words(absent), "not held          ", options.width);
  if (!unknown.empty())
    out += wrapped(years_in_words(unknown), "symbol not known  ", options.width);
  return out + "next due          " + next_of(page) + "\n";
}

}  // namespace

std::string series_list_text(const std::vector<SeriesPage>& pages, const RenderOptions& options) {
  std::vector<std::vector<std::string>> rows = {
      {"series", "known", "held", "not held", "symbol not known", "next due"}};
  std::size_t known = 0;
  std::size_t held = 0;
  for (const SeriesPage& page : pages) {
    rows.push_back({bold(printable(page.series->id), options.color), std::to_string(page.known),
                    std::to_string(page.held), std::to_string(page.known - page.held),
                    std::to_string(page.rows.size() - page.known),
                    page.next_due == 0 ? "." : std::to_string(page.next_due)});
    known += page.known;
    held += page.held;
  }
  return std::to_string(pages.size()) + " series, " + counted(known, "member") + " known, " +
         std::to_string(held) + " of them held\n\n" +
         table(rows, {false, true, true, true, true, true});
}

std::string series_text(const SeriesPage& page, const RenderOptions& options) {
  const Series& series = *page.series;
  std::string out = wrapped(bold(printable(series.name), options.color), "", options.width, 4);
  out += wrapped(printable(series.kind + "   " + series.organ + "   " + rhythm_of(series)), "    ",
                 options.width);
  out += wrapped(printable(series.id), "    id        ", options.width);
  if (!series.beside.empty())
    out += wrapped(printable(series.beside), "    beside    ", options.width);
  out += wrapped(printable(series.evidence), "    evidence  ", options.width);
  return out + counts_of(page) + "\n\n" + rows_text(page, options) + "\n" +
         missing_text(page, options);
}

}  // namespace undex::rendering
