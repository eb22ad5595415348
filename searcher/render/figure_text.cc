// Figures as a person reads them: document by document, then what may be set side by side.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

constexpr std::size_t kBroadestPlace = 24;

/// "1,308", "1,000.5".
std::string with_commas(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  if (digits.find_first_not_of("-.0123456789") != std::string::npos) return digits;
  for (std::size_t at = whole; at > 3 && digits[at - 4] != '-'; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string value_of(const Figure& figure) {
  std::string out =
      figure.qualifier == Qualifier::exact ? "" : std::string(name_of(figure.qualifier)) + " ";
  out += with_commas(figure.value);
  return figure.upper.empty() ? out : out + " to " + with_commas(figure.upper);
}

std::string day_of(const std::string& iso) {
  const std::optional<Date> date = parse_date(iso);
  return date ? date->printed() : iso;
}

std::string period_of(const Period& period) {
  const std::size_t stroke = period.iso.find('/');
  switch (period.kind) {
    case Period::Kind::unstated:
      return "as at the date of the document";
    case Period::Kind::date:
      return "as at " + (period.iso.empty() ? period.printed : day_of(period.iso));
    case Period::Kind::span:
    case Period::Kind::relative:
      if (period.iso.empty()) return period.printed;
      if (stroke == std::string::npos) return "in " + day_of(period.iso);
      return day_of(period.iso.substr(0, stroke)) + " to " + day_of(period.iso.substr(stroke + 1));
  }
  return {};
}

std::string heading(const FigureDocument& document, const RenderOptions& options) {
  const std::string date =
      day_of(document.date) + (document.date_flag.empty() || document.date.empty() ? "" : "?");
  std::string text = bold(printable(document.name), options.color);
  if (!document.title.empty()) text += "  " + printable(document.title);
  if (!date.empty()) text += "   " + printable(date);
  return wrapped(text, "", options.width, 4);
}

std::string document_figures(const FigureDocument& document, const RenderOptions& options) {
  std::string out = heading(document, options);
  std::size_t widest = 0;
  for (const FoundFigure& found : document.figures)
    widest = std::max(widest, std::min(found.at.citation().size(), kBroadestPlace));
  for (const FoundFigure& found : document.figures) {
    std::string lead = "  " + printable(found.at.citation());
    const std::size_t columns = columns_of(lead);
    lead += std::string(columns < widest + 4 ? widest + 4 - columns : 2, ' ');
    const std::string unit = found.figure.unit.empty() ? "" : " " + found.figure.unit;
    out += wrapped(bold(printable(value_of(found.figure) + unit), options.color) +
                       printable(", " + period_of(found.figure.period)),
                   lead, options.width);
    if (!found.context.empty())
      out += wrapped(marked(found.context, found.matches, options.color),
                     std::string(columns_of(lead), ' '), options.width);
  }
  return out;
}

std::optional<double> number_of(const std::string& digits) {
  double value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string plain(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", std::abs(value));
  std::string out = text;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return with_commas(out);
}

/// ": -193 (-19.6 %)"; nothing where the two may not be compared.
std::string change_of(const Figure& from, const Figure& to, const Comparison& comparison) {
  const std::optional<double> before = number_of(from.value), after = number_of(to.value);
  const bool ranges = !from.upper.empty() || !to.upper.empty();
  if (comparison.verdict == Comparability::not_comparable || ranges || !before || !after) return {};
  if (*before == *after) return ", no change";
  const std::string sign = *after > *before ? "+" : "-";
  std::string out = ", " + sign + plain(*after - *before);
  if (*before == 0) return out;
  const double percent = std::round(1000 * std::abs(*after - *before) / *before) / 10;
  return out + " (" + sign + plain(percent) + " %)";
}

std::string place_of(const FigureDocument& document, const FoundFigure& found) {
  return document.name + ", " + found.at.citation();
}

std::string change_text(const FigurePage& page, const FigureChange& change,
                        const RenderOptions& options) {
  const FigureDocument& older = page.documents[change.from_document];
  const FigureDocument& newer = page.documents[change.to_document];
  const FoundFigure& from = older.figures[change.from];
  const FoundFigure& to = newer.figures[change.to];
  std::string line = printable(value_of(from.figure) + " (" + place_of(older, from) + ") -> " +
                               value_of(to.figure) + " (" + place_of(newer, to) + ")");
  line += change_of(from.figure, to.figure, change.comparison);
  const std::string verdict = bold(name_of(change.comparison.verdict), options.color);
  return wrapped(line, "  ", options.width, 2) +
         wrapped(verdict + ": " + printable(change.comparison.reason), "    ", options.width);
}

}  // namespace

std::string figures_text(const FigurePage& page, const RenderOptions& options) {
  std::size_t count = 0;
  for (const FigureDocument& document : page.documents) count += document.figures.size();
  if (count == 0) return "no figure found\n";
  std::string out = counted(count, "figure") + " in " + counted(page.documents.size(), "document") +
                    (page.documents.size() > 1 ? ", oldest first\n" : "\n");
  for (const FigureDocument& document : page.documents)
    out += "\n" + document_figures(document, options);
  if (!page.changes.empty()) out += "\nSide by side\n";
  for (const FigureChange& change : page.changes) out += change_text(page, change, options);
  return out;
}

}  // namespace undex::rendering
