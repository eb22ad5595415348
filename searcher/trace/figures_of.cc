// Figures that speak of the subject, and which of them may be set side by side.
#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "corpus/text.h"
#include "searcher/trace/figure_words.h"
#include "searcher/trace/figures.h"
#include "searcher/trace/parts.h"

namespace undex::tracing {
namespace {

/// Words by which a sentence goes on about what the one before it named: "60 missions have
/// benefited from this service".
bool points_back(std::string_view sentence) {
  static constexpr std::array<std::string_view, 5> kWords = {"this", "these", "that", "such", "it"};
  for (const WordSpan& word : words(sentence))
    if (std::ranges::find(kWords, to_lower(sentence.substr(word.begin, word.end - word.begin))) !=
        kWords.end())
      return true;
  return false;
}

/// A body does many things: figures of two of them are not worth setting side by side to say that
/// they cannot be compared. Those of one initiative, or of one question, are.
bool is_worth_saying(const Subject& subject, const Figure& from, const Figure& to,
                     Comparability verdict) {
  const bool one_thing =
      subject.names.empty() || subject.names.front()->kind == Name::Kind::initiative;
  return one_thing || verdict != Comparability::not_comparable || count_alike(from, to);
}

/// The figures of one document.
class Figures {
 public:
  Figures(const Subject& subject, const FigureWords& words, const SpokenDocument& spoken)
      : subject_(subject), words_(words), spoken_(spoken) {}

  bool names_it(const FigureMark& mark) {
    // The title over a table is no paragraph, but part of what its cells say.
    if (mark.span.row >= 0 && !subject_.names.empty()) return is_named_in(mark.figure.measure);
    const SpokenParagraph* paragraph = spoken_.paragraph_of(mark.span.block);
    if (!paragraph) return false;
    if (subject_.names.empty()) return words_.answered_by(mark.figure);
    const TextSpan sentence = sentence_of(mark.span);
    return std::any_of(
        paragraph->mentions.begin(), paragraph->mentions.end(), [&](const Mention& mention) {
          return mention.span.begin >= sentence.begin && mention.span.end <= sentence.end;
        });
  }

  bool points_at_it(const FigureMark& mark) {
    const SpokenParagraph* paragraph = spoken_.paragraph_of(mark.span.block);
    if (!paragraph || mark.span.row >= 0) return false;
    const TextSpan sentence = sentence_of(mark.span);
    const std::string_view text = text_of(spoken_.document, mark.span);
    return paragraph->mentions.front().span.end <= sentence.begin &&
           points_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  }

 private:
  bool is_named_in(std::string_view measure) const {
    const std::vector<NameMatch> names = find_names(measure);
    return std::any_of(names.begin(), names.end(),
                       [&](const NameMatch& match) { return subject_.is(match.name->id); });
  }

  TextSpan sentence_of(const MarkSpan& span) {
    const auto [at, is_new] = sentences_.try_emplace(span.block);
    if (is_new) at->second = sentences(text_of(spoken_.document, span));
    TextSpan found{0, 0};
    for (const TextSpan& sentence : at->second)
      if (sentence.begin <= span.begin) found = sentence;
    return found;
  }

  const Subject& subject_;
  const FigureWords& words_;
  const SpokenDocument& spoken_;
  std::map<int, std::vector<TextSpan>> sentences_;  ///< by block
};

void add_document(const Subject& subject, const FigureWords& words, const SpokenDocument& spoken,
                  FigurePage& page) {
  Figures figures(subject, words, spoken);
  const std::size_t before = page.documents.size();
  undex::add_figures(page, spoken.document, words,
                     [&](const FigureMark& mark) { return figures.names_it(mark); });
  if (page.documents.size() > before) return;
  undex::add_figures(page, spoken.document, words,
                     [&](const FigureMark& mark) { return figures.points_at_it(mark); });
}

TraceFigure figure_of(const FoundFigure& found, TracePlace place) {
  const Figure& figure = found.figure;
  place.locator = found.at.text();
  place.pinpoint = found.at.citation();
  return {.value = figure.value,
          .upper = figure.upper,
          .unit = figure.unit,
          .qualifier = std::string(name_of(figure.qualifier)),
          .measure = figure.measure,
          .period = figure.period.iso,
          .period_printed = figure.period.printed,
          .printed = found.as_printed,
          .quantity = quantity_in_words(figure),
          .when = period_in_words(figure.period),
          .place = std::move(place)};
}

}  // namespace

void add_figures(const Subject& subject, const Spoken& spoken, Trace& trace) {
  const FigureWords words(subject.names.empty() ? subject.query : subject.title);
  FigurePage page;
  std::map<std::string, TracePlace> places;  ///< by the name of the document
  for (const SpokenDocument& document : spoken.documents) {
    places.emplace(document.document.name(), document.paragraphs.front().place);
    add_document(subject, words, document, page);
  }
  compare_neighbours(page);
  std::vector<std::size_t> begin;  ///< of each document, in Trace::figures
  for (const FigureDocument& document : page.documents) {
    begin.push_back(trace.figures.size());
    for (const FoundFigure& found : document.figures)
      trace.figures.push_back(figure_of(found, places[document.name]));
  }
  for (const FigureChange& change : page.changes) {
    const Figure& from = page.documents[change.from_document].figures[change.from].figure;
    const Figure& to = page.documents[change.to_document].figures[change.to].figure;
    if (!is_worth_saying(subject, from, to, change.comparison.verdict)) continue;
    trace.figure_changes.push_back(
        {.from = begin[change.from_document] + change.from,
         .to = begin[change.to_document] + change.to,
         .verdict = std::string(name_of(change.comparison.verdict)),
         .reason = change.comparison.reason,
         .change = change_in_words(from, to, change.comparison.verdict)});
  }
}

}  // namespace undex::tracing
