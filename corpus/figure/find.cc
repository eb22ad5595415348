// One pass over the sentences: each number is read with what it counts, refused or kept; then the
// kept ones of a sentence get their time and their measure.
#include "corpus/figure/find.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/figure/measure.h"
#include "corpus/figure/number.h"
#include "corpus/figure/qualifier.h"
#include "corpus/figure/refuse.h"
#include "corpus/figure/special.h"
#include "corpus/figure/times.h"
#include "corpus/figure/unit.h"

namespace undex {
namespace {

using namespace word_kind;

/// A figure of the sentence that is being read.
struct Kept {
  FoundFigure place;  ///< the number with its qualifier
  std::size_t number_begin = 0;
  std::size_t number_end = 0;
  std::size_t unit_end = 0;
  Figure figure{};
  std::string_view rule;
};

class Reader {
 public:
  Reader(std::string_view source, const FigureContext& context, std::vector<RefusedFigure>* refused)
      : text_(source), context_(context), refused_(refused) {
    times_ = find_times(text_, context.document_date);
    for (const TimeMatch& time : times_) take(time);
    for (const FigureContext::Taken& taken : context.taken)
      text_.take_bytes(taken.begin, taken.end);
  }

  std::vector<FigureMatch> read() {
    for (const FigureSentence& sentence : text_.sentences()) read_sentence(sentence);
    return std::move(found_);
  }

 private:
  void take(const TimeMatch& time);
  void read_sentence(const FigureSentence& sentence);
  std::size_t read_special(const SpecialFigure& special, const FigureSentence& sentence);
  std::size_t read_number(const Number& number, const FigureSentence& sentence);
  std::size_t after_brackets(std::size_t token, std::size_t sentence_end) const;
  bool unit_of_subject(Candidate& candidate) const;
  bool unit_after_modifiers(Candidate& candidate) const;
  bool borrow_unit(Candidate& candidate) const;
  bool unit_of_next(Candidate& candidate) const;
  bool unit_of_number_of(Candidate& candidate) const;
  bool on_label_list(const Number& number) const;
  void keep(const Candidate& candidate, std::string_view rule);
  bool is_listed_with(const Kept& kept, const Kept& before) const;
  void finish_sentence();
  void refuse(std::size_t begin, std::size_t end, std::string_view rule, std::string_view reason);
  bool is_taken(std::size_t begin, std::size_t end) const;

  FigureText text_;
  const FigureContext& context_;
  std::vector<RefusedFigure>* refused_;
  std::vector<TimeMatch> times_;
  std::vector<Kept> kept_;
  std::vector<FigureMatch> found_;
  std::size_t label_end_ = 0;  ///< after the last number that was a label; 0 for none
};

/// A year alone may be a count ("over 2000 users") and is judged with what stands around it.
void Reader::take(const TimeMatch& time) {
  const bool year = time.end == time.begin + 1 && !time.month && !time.governs;
  if (year || (time.kind == Period::Kind::relative && time.iso.empty())) return;
  bool number = false;
  for (std::size_t i = time.begin; i < time.end; ++i) {
    number = number || !text_.number(i).empty();
    text_.take(i);
  }
  if (number) refuse(time.begin, time.end, "date", "part of a date");
}

void Reader::refuse(std::size_t begin, std::size_t end, std::string_view rule,
                    std::string_view reason) {
  if (refused_ == nullptr || begin >= end || end > text_.size()) return;
  refused_->push_back({text_.source_begin(begin), text_.source_end(end - 1), std::string(rule),
                       std::string(reason)});
}

bool Reader::is_taken(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end && i < text_.size(); ++i)
    if (text_.at(i).taken) return true;
  return false;
}

/// "paragraphs 15, 16 and 18 (a) to (c)": only joints since the last label.
bool Reader::on_label_list(const Number& number) const {
  constexpr std::size_t kMostJoints = 7;
  if (label_end_ == 0 || label_end_ > number.begin || number.begin - label_end_ > kMostJoints)
    return false;
  for (std::size_t i = label_end_; i < number.begin; ++i) {
    const std::string_view word = text_.word(i);
    const char sign = text_.sign(i);
    const bool joint = word == "and" || word == "or" || word == "to" || word == "through" ||
                       word.size() == 1 || roman_value(capitals(word)) > 0;
    const bool mark = sign == ',' || sign == '(' || sign == ')' || sign == '/' || text_.is_dash(i);
    if (!joint && !mark) return false;
  }
  return number.begin > label_end_;
}

/// "10, 15 and 20 posts": the unit of the number that the list leads to.
bool Reader::unit_of_next(Candidate& candidate) const {
  constexpr int kMostNumbers = 5;
  std::size_t at = candidate.number.end;
  for (int numbers = 0; numbers < kMostNumbers; ++numbers) {
    std::size_t joints = 0;
    while (joints < 2 && (text_.sign(at) == ',' || text_.word(at) == "and" ||
                          text_.word(at) == "or" || text_.word(at) == "to")) {
      ++at;
      ++joints;
    }
    if (joints == 0 || at >= candidate.sentence.end) return false;
    const std::size_t number_at_token = text_.sign(at) == '$' ? at + 1 : at;
    const std::optional<Number> next = number_at(text_, number_at_token);
    if (!next || is_taken(at, next->end) || next->digits != candidate.number.digits) return false;
    if (next->compound) return false;
    const UnitPhrase unit = unit_at(text_, next->end, false);
    candidate.unit.text = !next->unit.empty() ? next->unit : unit.text;
    if (!candidate.unit.text.empty()) return true;
    at = next->end;
  }
  return false;
}

/// "the number of users rose from 120 to 345", "of which 12 were": said before.
bool Reader::unit_of_number_of(Candidate& candidate) const {
  constexpr std::size_t kFarthest = 30;
  if (!candidate.number.digits || candidate.number.begin <= candidate.sentence.begin) return false;
  const std::size_t previous = candidate.number.begin - 1;
  const std::size_t first_word = candidate.qualifier.begin;
  const bool led =
      text_.is(previous, kVerb | kPreposition | kRelative) || first_word < candidate.number.begin;
  if (!led) return false;
  for (std::size_t i = previous; i-- > candidate.sentence.begin && previous - i < kFarthest;) {
    if (text_.word(i) != "number" || text_.word(i + 1) != "of") continue;
    candidate.unit.text = unit_at(text_, i + 2, false).text;
    return !candidate.unit.text.empty();
  }
  const bool of_which = text_.word(previous) == "which" || text_.word(previous) == "whom";
  const bool changed = text_.word(previous) == "to" || text_.word(previous) == "from";
  const bool large = candidate.number.value.size() > 1;
  const bool compared = text_.word(previous) == "with" && previous > candidate.sentence.begin &&
                        text_.word(previous - 1) == "compared";
  if (kept_.empty() || (!of_which && !((changed || compared) && large))) return false;
  if (kept_.back().rule != "digits" || kept_.back().unit_end + kFarthest < previous) return false;
  candidate.unit.text = kept_.back().figure.unit;
  return !candidate.unit.text.empty();
}

/// "Accounts fell from 985 to 792", "users numbered 600": the noun right before the verb.
bool Reader::unit_of_subject(Candidate& candidate) const {
  static constexpr std::array<std::string_view, 14> kVerbs = {
      "rose",     "fell",    "grew",     "increased", "decreased", "declined", "dropped",
      "numbered", "reached", "totalled", "totaled",   "rise",      "fall",     "grow"};
  static constexpr std::array<std::string_view, 2> kJoints = {"to", "from"};
  if (!candidate.number.digits || candidate.number.value.size() < 2) return false;
  const std::size_t begin = candidate.sentence.begin;
  std::size_t verb = candidate.qualifier.begin;
  if (verb <= begin + 1) return false;
  --verb;
  if (std::ranges::find(kJoints, text_.word(verb)) != kJoints.end()) --verb;
  if (verb <= begin || std::ranges::find(kVerbs, text_.word(verb)) == kVerbs.end()) return false;
  std::size_t first = verb;
  while (first > begin && verb - first < 5 && !text_.word(first - 1).empty() &&
         !text_.is(first - 1, kBreaksPhrase | kNumber | kPreposition))
    --first;
  if (first == verb || !is_plural_noun(text_.word(verb - 1))) return false;
  candidate.unit.text = text_.printed(first, verb);
  return true;
}

/// "985 individual and 75 group accounts": the noun that both share.
bool Reader::unit_after_modifiers(Candidate& candidate) const {
  const std::size_t begin = candidate.number.end;
  std::size_t at = begin;
  while (at < begin + 3 && at < candidate.sentence.end && !text_.word(at).empty() &&
         !text_.is(at, kBreaksPhrase | kNumber))
    ++at;
  if (at == begin || text_.word(at) != "and" || !candidate.number.digits) return false;
  const std::optional<Number> next = number_at(text_, at + 1);
  if (!next || !next->digits || !next->unit.empty() || is_taken(at + 1, next->end)) return false;
  const UnitPhrase unit = unit_at(text_, next->end, false);
  if (unit.text.empty() || unit.time || unit.end < unit.begin + 2) return false;
  candidate.unit.text = text_.printed(begin, at) + " " + text_.printed(unit.end - 1, unit.end);
  candidate.unit.begin = begin;
  candidate.unit.end = at;
  return true;
}

bool Reader::borrow_unit(Candidate& candidate) const {
  return unit_of_next(candidate) || unit_of_number_of(candidate) || unit_of_subject(candidate) ||
         unit_after_modifiers(candidate);
}

std::size_t Reader::read_special(const SpecialFigure& special, const FigureSentence& sentence) {
  const QualifierMatch qualifier = qualifier_of(text_, sentence.begin, special.begin, special.end);
  Kept kept{.place = {qualifier.begin, special.unit_end, sentence},
            .number_begin = special.begin,
            .number_end = special.end,
            .unit_end = special.unit_end,
            .figure = {},
            .rule = special.rule};
  kept.figure.value = special.value;
  kept.figure.upper = special.upper;
  kept.figure.unit = special.unit;
  kept.figure.qualifier = qualifier.qualifier;
  kept_.push_back(std::move(kept));
  return special.end;
}

void Reader::keep(const Candidate& candidate, std::string_view rule) {
  const Number& number = candidate.number;
  Kept kept{.place = {candidate.qualifier.begin, candidate.qualifier.end, candidate.sentence},
            .number_begin = number.begin,
            .number_end = number.end,
            .unit_end = std::max(candidate.unit.end, candidate.qualifier.end),
            .figure = {},
            .rule = rule};
  kept.figure.value = number.value;
  kept.figure.upper = number.upper;
  kept.figure.unit = number.unit.empty() ? candidate.unit.text : number.unit;
  kept.figure.qualifier = candidate.qualifier.qualifier;
  kept_.push_back(std::move(kept));
}

/// "five (5) years", "3 (three) posts", "345 (12 per cent) of the members": after the brackets.
std::size_t Reader::after_brackets(std::size_t token, std::size_t sentence_end) const {
  constexpr std::size_t kMostInside = 10;
  const bool number = !text_.number(token + 1).empty() || text_.is(token + 1, kNumber | kAdverb) ||
                      text_.sign(token + 1) == '$' || text_.word(token + 1) == "or";
  if (text_.sign(token) != '(' || !text_.at(token).blank || !number) return token;
  for (std::size_t i = token + 1; i < sentence_end && i <= token + kMostInside; ++i)
    if (text_.sign(i) == ')') return i + 1;
  return token;
}

std::size_t Reader::read_number(const Number& number, const FigureSentence& sentence) {
  Candidate candidate{
      text_, sentence, number, qualifier_of(text_, sentence.begin, number.begin, number.end), {}};
  std::size_t noun = candidate.qualifier.end;
  noun = after_brackets(noun, sentence.end);
  const bool one = number.value == "1" && number.upper.empty();
  if (number.unit.empty()) {
    candidate.unit = unit_at(text_, noun, one);
    if (text_.glued(number.end) && text_.is(number.end, kUnitSymbol))
      candidate.unit.text = text_.printed(number.end, number.end + 1);
  } else if (!number.compound) {
    std::size_t end = noun;
    const std::string per = per_unit_at(text_, noun, end);
    if (!per.empty()) candidate.number.unit += "/" + per;
  }
  candidate.labelled = on_label_list(number);
  if (candidate.unit.text.empty() && number.unit.empty() && !candidate.labelled)
    borrow_unit(candidate);
  const Refusal* refusal = refusal_of(candidate);
  if (refusal == nullptr) {
    keep(candidate, number.compound ? "compound" : number.digits ? "digits" : "words");
    return number.end;
  }
  if (refusal->rule == "label") label_end_ = number.end;
  refuse(number.begin, number.end, refusal->rule, refusal->reason);
  return number.end;
}

void Reader::read_sentence(const FigureSentence& sentence) {
  label_end_ = 0;
  for (std::size_t i = sentence.begin; i < sentence.end;) {
    const FigureToken& token = text_.at(i);
    if (token.taken || token.kind == FigureToken::Kind::sign || text_.is_letter_alone(i) ||
        text_.is_unknown_word(i)) {
      ++i;
      continue;
    }
    const std::optional<SpecialFigure> special = special_figure_at(text_, i);
    if (special && special->end <= sentence.end && !is_taken(special->begin, special->end)) {
      i = read_special(*special, sentence);
      continue;
    }
    std::optional<Number> number = number_at(text_, i);
    if (!number || number->end > sentence.end || is_taken(number->begin, number->end)) {
      ++i;
      continue;
    }
    i = std::max(i + 1, read_number(*number, sentence));
  }
  finish_sentence();
}

/// Figures listed in one clause share its begin: "there were 17 officers, 38 presidents".
bool Reader::is_listed_with(const Kept& kept, const Kept& before) const {
  constexpr std::size_t kFarthest = 60;
  if (kept.place.begin > before.unit_end + kFarthest) return false;
  for (std::size_t i = before.unit_end; i < kept.place.begin; ++i)
    if (turns_away(text_, i)) return false;
  return true;
}

void Reader::finish_sentence() {
  MeasureBounds bounds;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    Kept& kept = kept_[i];
    const bool last = i + 1 == kept_.size();
    if (i == 0 || !is_listed_with(kept, kept_[i - 1])) {
      bounds.from = i == 0 ? kept.place.sentence.begin : kept_[i - 1].unit_end;
      for (std::size_t k = bounds.from; i > 0 && k < kept.place.begin; ++k)
        if (turns_away(text_, k)) bounds.from = k + 1;
      bounds.head = kept.place.begin;
    }
    bounds.next = last ? kept.place.sentence.end : kept_[i + 1].place.begin;
    const TimeMatch* time = nullptr;
    kept.figure.period = period_of(text_, kept.place, times_, context_.document_date, &time);
    kept.figure.measure = measure_of(text_, kept.place, bounds, time);
    found_.push_back({text_.source_begin(kept.number_begin), text_.source_end(kept.number_end - 1),
                      std::move(kept.figure), std::string(kept.rule)});
  }
  kept_.clear();
}

}  // namespace

std::vector<FigureMatch> find_figures(std::string_view text, const FigureContext& context,
                                      std::vector<RefusedFigure>* refused) {
  std::vector<FigureMatch> found = Reader(text, context, refused).read();
  if (refused != nullptr) std::ranges::stable_sort(*refused, {}, &RefusedFigure::begin);
  return found;
}

}  // namespace undex
