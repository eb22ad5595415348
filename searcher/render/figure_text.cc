// Figures as a person reads them: document by document, then what may be set side by side.
#include <algorithm>

#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"
#include "searcher/trace/figure_words.h"

namespace undex::rendering {
namespace {

constexpr std::size_t kBroadestPlace = 24;

std::string heading(const FigureDocument& document, const RenderOptions& options) {
  const std::string date = day_in_words(document.date) +
                           (document.date_flag.empty() || document.date.empty() ? "" : "?");
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
    out += wrapped(bold(printable(quantity_in_words(found.figure)), options.color) +
                       printable(", " + period_in_words(found.figure.period)),
                   lead, options.width);
    if (!found.context.empty())
      out += wrapped(marked(found.context, found.matches, options.color),
                     std::string(columns_of(lead), ' '), options.width);
  }
  return out;
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
  std::string line =
      printable(value_in_words(from.figure) + " (" + place_of(older, from) + ") -> " +
                value_in_words(to.figure) + " (" + place_of(newer, to) + ")");
  const std::string by = change_in_words(from.figure, to.figure, change.comparison.verdict);
  if (!by.empty()) line += ", " + by;
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
