#include "searcher/search/figure_marks.h"

#include <algorithm>
#include <optional>

#include "corpus/authority.h"
#include "corpus/citation.h"
#include "corpus/figure/cell.h"
#include "corpus/figure/find.h"
#include "corpus/figure/times.h"

namespace undex::search {
namespace {

std::vector<FigureContext::Taken> taken_in(std::string_view text,
                                           const std::vector<TextTerm>& terms) {
  std::vector<FigureContext::Taken> taken;
  for (const TextTerm& term : terms)
    if (term.kind == TextTerm::Kind::symbol) taken.push_back({term.begin, term.end, "citation"});
  for (const NameMatch& match : find_names(text)) taken.push_back({match.begin, match.end, "name"});
  std::ranges::stable_sort(taken, {}, &FigureContext::Taken::begin);
  return taken;
}

bool is_table(std::string_view text) { return text.find('\t') != std::string_view::npos; }

/// Years head the columns of tables.
bool is_year(std::string_view cell) {
  return cell.size() == 4 && looks_like_year(FigureText(cell), 0);
}

class FigureMarker {
 public:
  FigureMarker(const std::vector<Wanted::Figures>& wanted, std::string_view text)
      : wanted_(wanted), text_(text) {}

  void mark_running(const std::vector<TextTerm>& terms) {
    const std::vector<FigureContext::Taken> taken = taken_in(text_, terms);
    for (const FigureMatch& match : find_figures(text_, {.taken = taken, .document_date = {}}))
      mark(match.begin, match.end, match.figure.value, match.figure.upper);
  }

  /// Rows stand in lines, their cells between tabs (index_document.h).
  void mark_cells() {
    for (std::size_t from = 0; from <= text_.size();) {
      const std::size_t end = std::min(text_.find_first_of("\t\n", from), text_.size());
      const std::string_view text = text_.substr(from, end - from);
      const std::optional<CellNumber> cell = cell_number(text);
      if (cell && !is_year(text)) mark(from + cell->begin, from + cell->end, cell->value, {});
      from = end + 1;
    }
  }

  std::vector<Mark> take() { return std::move(marks_); }

 private:
  void mark(std::size_t begin, std::size_t end, std::string_view value, std::string_view upper) {
    for (const Wanted::Figures& range : wanted_)
      if (range.bounds.hold(value) || range.bounds.hold(upper))
        marks_.push_back({begin, end, range.number});
  }

  const std::vector<Wanted::Figures>& wanted_;
  std::string_view text_;
  std::vector<Mark> marks_;
};

}  // namespace

bool needs_words(std::string_view text) { return !is_table(text) && !find_citations(text).empty(); }

std::vector<Mark> figure_marks(const std::vector<Wanted::Figures>& wanted, std::string_view text,
                               const std::vector<TextTerm>& terms) {
  FigureMarker marker(wanted, text);
  if (is_table(text))
    marker.mark_cells();
  else
    marker.mark_running(terms);
  return marker.take();
}

}  // namespace undex::search
