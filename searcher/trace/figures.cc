#include "searcher/trace/figures.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "corpus/language.h"
#include "corpus/utf8.h"
#include "schemas/terms.h"
#include "searcher/search/marks.h"
#include "searcher/trace/figure_words.h"

namespace undex {
namespace {

/// Two documents with more figures than this are compared by their first ones.
constexpr std::size_t kMaxCompared = 100;
/// How many documents back the like of a figure is looked for.
constexpr std::size_t kMaxBack = 5;
/// Of a number that is added up.
constexpr std::size_t kMostDigits = 15;

std::set<std::string> terms_of(const Figure& figure) {
  std::set<std::string> terms;
  for (const std::string* text : {&figure.unit, &figure.measure})
    for (TextTerm& term : text_terms(*text)) terms.insert(std::move(term.term));
  return terms;
}

/// Words that say something.
std::set<std::string> telling_terms_of(const Figure& figure) {
  std::set<std::string> terms = terms_of(figure);
  std::erase_if(terms, [](const std::string& term) { return is_stop_word(term, "en"); });
  return terms;
}

/// How well two figures go together: the verdict first, then how little is to be said against it,
/// that neither is a part of the other, that they count what was asked for, then the words they
/// share.
struct Pair {
  std::size_t from = 0;
  std::size_t to = 0;
  Comparison comparison;
  bool part = false;      ///< one is a part of what the other adds up
  std::size_t asked = 0;  ///< of the two, those whose unit was asked for
  std::size_t shared = 0;

  auto rank() const {
    const std::string& reason = comparison.reason;
    return std::tuple(comparison.verdict, std::count(reason.begin(), reason.end(), ';'), part,
                      -static_cast<long>(asked), -static_cast<long>(shared));
  }
};

std::size_t shared_of(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& term) { return b.contains(term); }));
}

std::vector<Pair> pairs_of(const FigureDocument& older, const FigureDocument& newer) {
  std::vector<Pair> pairs;
  std::vector<std::set<std::string>> older_terms;
  const std::size_t olds = std::min(older.figures.size(), kMaxCompared);
  const std::size_t news = std::min(newer.figures.size(), kMaxCompared);
  for (std::size_t i = 0; i < olds; ++i)
    older_terms.push_back(telling_terms_of(older.figures[i].figure));
  for (std::size_t to = 0; to < news; ++to) {
    const Figure& figure = newer.figures[to].figure;
    const std::set<std::string> terms = telling_terms_of(figure);
    for (std::size_t from = 0; from < olds; ++from) {
      const Figure& before = older.figures[from].figure;
      pairs.push_back(
          {.from = from,
           .to = to,
           .comparison = compare_figures(before, figure),
           .part = counts_part_of(before, figure) || counts_part_of(figure, before),
           .asked = std::size_t{older.figures[from].asked} + std::size_t{newer.figures[to].asked},
           .shared = shared_of(older_terms[from], terms)});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.rank() < b.rank(); });
  return pairs;
}

/// Of a total that is only partly comparable, what its table has of the things counted by the
/// other: "printers and central processing units come to 1,412". Empty unless there are several.
std::string nearest_sum(const Figure& wanted, const FigureDocument& document, std::size_t total) {
  const Locator& at = document.figures[total].at;
  Figure sum;
  long long value = 0;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < document.figures.size(); ++i) {
    const FoundFigure& part = document.figures[i];
    long long number = 0;
    const std::string& digits = part.figure.value;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (i == total || part.at != at || read.ptr != digits.data() + digits.size() ||
        digits.size() > kMostDigits || !counts_part_of(part.figure, wanted))
      continue;
    sum.unit += (parts++ == 0 ? "" : " and ") + part.figure.unit;
    value += number;
  }
  if (parts < 2) return {};
  sum.value = std::to_string(value);
  return sum.unit + " come to " + value_in_words(sum);
}

void say_nearest_sum(const FigureDocument& older, const FigureDocument& newer, Pair& pair) {
  if (pair.comparison.verdict != Comparability::partly) return;
  const Figure& from = older.figures[pair.from].figure;
  const Figure& to = newer.figures[pair.to].figure;
  for (const std::string& sum :
       {nearest_sum(from, newer, pair.to), nearest_sum(to, older, pair.from)})
    if (!sum.empty()) pair.comparison.reason += "; nearest: " + sum;
}

/// Bytes read on each side of a figure to find its sentence: a paragraph may be very long.
constexpr std::size_t kContextBytes = 600;

std::size_t character_begin(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

void set_context(FoundFigure& found, const Document& document, const MarkSpan& span) {
  if (span.row >= 0) {
    found.context = found.figure.measure;
    return;
  }
  const std::string_view text = text_of(document, span);
  if (span.end > text.size() || span.begin >= span.end) return;
  const std::size_t begin =
      span.begin > kContextBytes ? character_begin(text, span.begin - kContextBytes) : 0;
  const std::size_t end = character_begin(text, std::min(text.size(), span.end + kContextBytes));
  search::Snippet snippet = search::make_snippet(text.substr(begin, end - begin),
                                                 {{span.begin - begin, span.end - begin, 0}});
  found.context = std::move(snippet.text);
  found.matches = std::move(snippet.matches);
}

}  // namespace

FigureWords::FigureWords(std::string_view words) {
  const std::string_view language = language_of(words, kLanguages.front());
  for (const TextTerm& term : text_terms(words)) {
    if (term.kind == TextTerm::Kind::word && term.width == 1 && !is_stop_word(term.term, language))
      positions_.insert(term.position);
    if (term.kind != TextTerm::Kind::word) asked_.push_back({term.term, term.position, term.width});
  }
  if (positions_.empty()) asked_.clear();
}

bool FigureWords::answered_by(const Figure& figure) const {
  const std::set<std::string> terms = terms_of(figure);
  std::set<std::size_t> open = positions_;
  for (const Asked& asked : asked_)
    if (terms.contains(asked.term))
      for (std::size_t i = 0; i < asked.width; ++i) open.erase(asked.first + i);
  return !asked_.empty() && open.empty();
}

bool FigureWords::asks_for_unit_of(const Figure& figure) const {
  Figure unit;
  unit.unit = figure.unit;
  // "new web sites" are fewer than the web sites.
  return answered_by(unit) && FigureWords(figure.unit).positions_.size() == positions_.size();
}

void add_figures(FigurePage& page, const Document& document, const FigureWords& words) {
  add_figures(page, document, words,
              [&](const FigureMark& mark) { return words.answered_by(mark.figure); });
}

void add_figures(FigurePage& page, const Document& document, const FigureWords& words,
                 const std::function<bool(const FigureMark&)>& takes) {
  FigureDocument found;
  for (const FigureMark& mark : document.marks.figures) {
    if (!takes(mark)) continue;
    FoundFigure& one = found.figures.emplace_back();
    one.figure = mark.figure;
    one.at = locator_of(document, mark.span);
    one.as_printed = words_of(document, mark.span);
    set_context(one, document, mark.span);
    one.asked = words.asks_for_unit_of(mark.figure);
  }
  if (found.figures.empty()) return;
  found.name = document.name();
  found.title = document.masthead.normal(MastheadItem::title);
  if (const Value* date = document.masthead.find(MastheadItem::date)) {
    found.date = date->normal;
    found.date_flag = date->flag;
  }
  const auto after = std::upper_bound(
      page.documents.begin(), page.documents.end(), found,
      [](const FigureDocument& a, const FigureDocument& b) { return a.date < b.date; });
  page.documents.insert(after, std::move(found));
}

bool count_alike(const Figure& a, const Figure& b) {
  const auto unit_of = [](const Figure& figure) {
    Figure unit;
    unit.unit = figure.unit;
    return telling_terms_of(unit);
  };
  return shared_of(unit_of(a), unit_of(b)) > 0;
}

void compare_neighbours(FigurePage& page) {
  for (std::size_t to = 1; to < page.documents.size(); ++to) {
    std::set<std::size_t> paired;
    for (std::size_t back = 1; back <= std::min(to, kMaxBack); ++back) {
      const bool first = back == 1;
      std::set<std::size_t> older;
      for (Pair& pair : pairs_of(page.documents[to - back], page.documents[to])) {
        // What cannot be compared is said of neighbours that have nothing better to compare.
        const bool apart = pair.comparison.verdict == Comparability::not_comparable;
        if (apart && !(first && older.empty())) break;
        if (older.contains(pair.from) || paired.contains(pair.to)) continue;
        if (!apart) paired.insert(pair.to);
        older.insert(pair.from);
        say_nearest_sum(page.documents[to - back], page.documents[to], pair);
        page.changes.push_back({to - back, pair.from, to, pair.to, std::move(pair.comparison)});
      }
    }
  }
}

}  // namespace undex
