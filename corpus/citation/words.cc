#include "corpus/citation/words.h"

#include <algorithm>
#include <array>

#include "corpus/citation/act_words.h"
#include "corpus/citation/bodies.h"
#include "corpus/citation/pinpoint.h"
#include "corpus/symbol/grammar.h"
#include "corpus/symbol/letters.h"

namespace undex {
namespace {

// Between a body and the word "resolution": "Security Council's previous resolutions".
constexpr std::array<std::string_view, 25> kFillers{
    "including", "relevant", "previous", "subsequent", "recent",   "other",       "related",
    "earlier",   "s",        "and",      "or",         "the",      "own",         "all",
    "both",      "its",      "in",       "resolution", "decision", "resolutions", "decisions",
    "pertinent", "later",    "landmark", "annual"};
// Between the subject of a sentence and "its resolution": "the Council, in its resolution".
constexpr std::array<std::string_view, 18> kSubjectWords{
    "in",  "by",   "its", "under", "pursuant", "to", "adopted", "has",        "and",
    "had", "with", "the", "also",  "through",  "of", "further", "reaffirmed", "recalled"};
// Of a range, "64/1 to 64/5", both ends are printed and cited.
constexpr std::array<std::string_view, 13> kSeparators{
    ", as well as ", " as well as ", ", and ", "; and ", ", or ", " and ", " or ",
    " & ",           ", ",           "; ",     " et ",   " to ",  "-"};
constexpr std::array<std::string_view, 1> kArticle{"the"};
constexpr std::size_t kNearBytes = 60;
constexpr std::size_t kSentenceBytes = 1500;

// Whether all words of the text are in the list; punctuation other than commas and quotation
// marks' apostrophes ends it.
bool only_words(std::string_view text, const auto& list) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      if (std::string_view(" ,'\n").find(text[at]) == std::string_view::npos) return false;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (is_letter(peek(text, end))) ++end;
    if (std::ranges::find(list, piece(text, at, end - at)) == list.end()) return false;
    at = end;
  }
  return true;
}

bool ends_sentence(std::string_view plain, std::size_t at) {
  if (plain[at] == '\n') return true;
  const std::size_t next = at + 2;
  return plain[at] == '.' && peek(plain, at + 1) == ' ' && is_upper(peek(plain, next)) && at > 0 &&
         (is_lower(plain[at - 1]) || plain[at - 1] == ')' || is_digit(plain[at - 1]));
}

std::size_t separator_end(std::string_view plain, std::size_t at) {
  for (std::string_view text : kSeparators) {
    if (piece(plain, at).starts_with(text)) return at + text.size();
  }
  return at;
}

struct Finder {
  std::string_view plain;
  const SymbolBody* speaker = nullptr;
  std::vector<BodyMention> bodies{};
  std::vector<std::size_t> stops{};
  std::vector<NamedDocument> found{};
  std::vector<RefusedCitation>* refused = nullptr;
};

// Where sentences end, once for the text: asked for at every number.
std::vector<std::size_t> find_stops(std::string_view plain) {
  std::vector<std::size_t> stops;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    if (ends_sentence(plain, at)) stops.push_back(at);
  }
  return stops;
}

std::size_t sentence_begin(const Finder& in, std::size_t at) {
  const std::size_t limit = at > kSentenceBytes ? at - kSentenceBytes : 0;
  const auto stop = std::ranges::lower_bound(in.stops, at);
  return stop == in.stops.begin() ? limit : std::max(limit, *(stop - 1) + 1);
}

std::size_t sentence_end(const Finder& in, std::size_t at) {
  const std::size_t limit = std::min(in.plain.size(), at + kSentenceBytes);
  const auto stop = std::ranges::lower_bound(in.stops, at);
  return stop == in.stops.end() ? limit : std::min(limit, *stop);
}

// "of the General Assembly" after the numbers.
const BodyMention* named_after(const Finder& in, std::size_t at) {
  std::size_t end = at;
  for (std::string_view text : {", of the ", " of the ", " of "}) {
    if (!piece(in.plain, at).starts_with(text)) continue;
    end = at + text.size();
    break;
  }
  if (end == at) return nullptr;
  const auto mention = std::ranges::lower_bound(in.bodies, end, {}, &BodyMention::begin);
  return mention != in.bodies.end() && mention->begin == end ? &*mention : nullptr;
}

// The bodies next to the word, nearest first: "General Assembly and Security Council resolutions".
std::size_t named_before(const Finder& in, const Trigger& trigger, BodyContext& context) {
  std::size_t begin = trigger.begin;
  auto mention = std::ranges::lower_bound(in.bodies, trigger.begin, {}, &BodyMention::begin);
  while (mention != in.bodies.begin() && context.named.size() < 4) {
    --mention;
    if (mention->end > begin || begin - mention->end > kNearBytes) break;
    const std::string_view gap = piece(in.plain, mention->end, begin - mention->end);
    // "the Assembly, in its resolution": a subject, weighed with the likely ones.
    if (gap.find("its") != std::string_view::npos || !only_words(gap, kFillers)) break;
    // "the Human Rights Council and resolution 70/1": two things, not one's resolution; but
    // "General Assembly decisions and resolutions".
    const bool apart = context.named.empty() &&
                       (gap == " and " || gap == " or " || gap == ", and " || gap == ", or ");
    // "the General Assembly, including resolutions 75/175": tells the body, is not part of the
    // name.
    const bool example = gap.find("including") != std::string_view::npos;
    if (apart || (example && !context.named.empty())) break;
    context.named.push_back(*mention);
    if (example) break;
    begin = mention->begin;
  }
  return begin;
}

// "the adoption of resolution 2000/22 of 18 August 2000, on dialogue, by the Subcommission".
const BodyMention* named_as_adopter(const Finder& in, const Trigger& trigger,
                                    std::size_t list_end) {
  if (!piece(in.plain, 0, trigger.begin).ends_with("doption of ")) return nullptr;
  const auto after = std::ranges::lower_bound(in.bodies, list_end, {}, &BodyMention::begin);
  if (after == in.bodies.end() || after->row == nullptr) return nullptr;
  const std::string_view gap = piece(in.plain, list_end, after->begin - list_end);
  const bool here = gap.ends_with(" by the ") && after->begin < sentence_end(in, list_end);
  return here ? &*after : nullptr;
}

bool is_introduced(std::string_view before) {
  return before.ends_with("n its ") || before.ends_with("y its ");
}

// "In its decision 2006/101, the Commission reaffirmed": a bare word, which says at least whose it
// is not. A body before ("endorsed by the Council in its resolution 1995/55") is the one meant.
const BodyMention* bare_subject_after(const Finder& in, const Trigger& trigger,
                                      std::size_t list_end) {
  const auto after = std::ranges::lower_bound(in.bodies, list_end, {}, &BodyMention::begin);
  const std::size_t from = sentence_begin(in, trigger.begin);
  const auto first = std::ranges::lower_bound(in.bodies, from, {}, &BodyMention::begin);
  if (after == in.bodies.end() || after->row != nullptr || first->begin < trigger.begin)
    return nullptr;
  const std::string_view gap = piece(in.plain, list_end, after->begin - list_end);
  if (gap.size() > kNearBytes || !is_introduced(piece(in.plain, 0, trigger.begin))) return nullptr;
  return only_words(gap.substr(skip_date_words(gap, 0)), kArticle) ? &*after : nullptr;
}

// "The Sixth United Nations Congress on crime, in its resolution 4": the subject of the sentence.
const BodyMention* bare_subject_before(const Finder& in, const Trigger& trigger) {
  const std::size_t from = sentence_begin(in, trigger.begin);
  const auto subject = std::ranges::lower_bound(in.bodies, from, {}, &BodyMention::begin);
  const bool alone = subject != in.bodies.end() && subject->end < trigger.begin &&
                     (subject + 1 == in.bodies.end() || (subject + 1)->begin > trigger.begin);
  if (!alone || subject->row != nullptr || subject->begin - from > kNearBytes) return nullptr;
  const std::string_view gap = piece(in.plain, subject->end, trigger.begin - subject->end);
  return gap.ends_with(", in its ") || gap.ends_with(", by its ") ? &*subject : nullptr;
}

// "In its resolution 2002/35, the Economic and Social Council requested": the subject comes after,
// at once or, when the sentence names nobody before, after more words.
const SymbolBody* subject_after(const Finder& in, const Trigger& trigger, std::size_t list_end,
                                bool first_in_sentence) {
  const auto after = std::ranges::lower_bound(in.bodies, list_end, {}, &BodyMention::begin);
  if (after == in.bodies.end() || after->row == nullptr) return nullptr;
  const std::string_view gap = piece(in.plain, list_end, after->begin - list_end);
  if (gap.size() > kSentenceBytes) return nullptr;
  if (only_words(gap.substr(skip_date_words(gap, 0)), kArticle)) return after->row;
  // "resolution 6/8 of 1 March 2024 on lifestyles, adopted by the Environment Assembly".
  if (gap.ends_with("dopted by the ") && after->begin < sentence_end(in, list_end))
    return after->row;
  const bool introduced = is_introduced(piece(in.plain, 0, trigger.begin));
  const bool clause = gap.ends_with(", the ") && after->begin < sentence_end(in, list_end);
  return first_in_sentence && introduced && clause ? after->row : nullptr;
}

void add_likely(const Finder& in, const Trigger& trigger, std::size_t list_end,
                BodyContext& context) {
  const std::size_t from = sentence_begin(in, trigger.begin);
  const auto here = std::ranges::lower_bound(in.bodies, trigger.begin, {}, &BodyMention::begin);
  std::vector<const SymbolBody*> sentence;
  for (auto mention = here; mention != in.bodies.begin() && (mention - 1)->begin >= from;) {
    --mention;
    const std::string_view gap = piece(in.plain, mention->end, trigger.begin - mention->end);
    const bool subject = gap.size() <= kNearBytes && only_words(gap, kSubjectWords);
    if (mention->row == nullptr) continue;
    if (subject && context.likely.empty()) context.likely.push_back(mention->row);
    sentence.push_back(mention->row);
    if (sentence.size() > 8) break;
  }
  if (const SymbolBody* subject = subject_after(in, trigger, list_end, sentence.empty())) {
    context.likely.push_back(subject);
  }
  if (in.speaker != nullptr) context.likely.push_back(in.speaker);
  context.likely.insert(context.likely.end(), sentence.begin(), sentence.end());
}

// The year that a date ends with.
int year_before(std::string_view plain, std::size_t end) {
  if (peek(plain, end - 1) == ')') --end;
  return std::max(0, number_of(piece(plain, end - 4, 4)));
}

// "68/248 A and C": the letter of another part of the resolution before.
std::optional<PrintedNumber> read_next_letter(std::string_view plain, std::size_t at,
                                              const PrintedNumber& before) {
  const auto letters = read_part_letters(plain, at);
  if (!letters || before.letters.empty() || letters->name <= before.letters) return std::nullopt;
  PrintedNumber number = before;
  number.begin = at;
  number.end = letters->end;
  number.letters = letters->name;
  return number;
}

// Numbers joined by commas and "and" ("52/214, sect. B, 57/283 B, sect. III, and 58/250"), dates
// and pinpoints between them skipped, from `at` on; the end of the last.
std::size_t read_list(std::string_view plain, std::size_t at, std::vector<PrintedNumber>& list) {
  std::size_t end = at;
  while (true) {
    auto number = read_printed_number(plain, at);
    if (!number && !list.empty()) number = read_next_letter(plain, at, list.back());
    if (!number) return end;
    end = number->end;
    const std::size_t dated = skip_date_words(plain, end);
    // "60/50 and 61/60, of 8 December 2005 and 6 December 2006 respectively": the dates of all.
    const bool of_all = !list.empty() && more_dates_at(plain, dated);
    if (dated > end && !of_all) number->dated = year_before(plain, dated);
    list.push_back(std::move(*number));
    const std::size_t next = skip_pinpoint(plain, dated);
    at = separator_end(plain, next);
    if (at == next) return end;
  }
}

// A number that goes on with the list after other words: only one whose date or session is printed
// ("entitled ..., 57/295 of 20 December 2002") or that is said to be an example ("resolutions on
// informatics, including 57/295").
bool is_sure(std::string_view plain, const PrintedNumber& number) {
  static constexpr std::array<std::string_view, 6> kLeads{
      "including ", "such as ", "namely ", "notably ", "in particular ", "especially "};
  const std::string_view before = piece(plain, 0, number.begin);
  if (std::ranges::any_of(kLeads, [&](std::string_view lead) { return before.ends_with(lead); }))
    return true;
  if (number.shape == NumberShape::in_year || number.shape == NumberShape::roman) {
    return number.first.size() > 1;
  }
  return skip_date_words(plain, number.end) > number.end;
}

void continue_list(const Finder& in, std::size_t at, std::size_t limit,
                   std::vector<PrintedNumber>& list) {
  const std::string_view plain = in.plain;
  const std::size_t stop = std::min(limit, sentence_end(in, at));
  while (at < stop) {
    const char c = plain[at];
    if (!is_digit(c) && c != 'S' && c != 'E') {
      ++at;
      continue;
    }
    const auto number = read_printed_number(plain, at);
    if (number && number->end <= stop && is_sure(plain, *number)) {
      at = std::max(read_list(plain, at, list), at + 1);
    } else {
      at += std::max<std::size_t>(1, digits_at(plain, at));
    }
  }
}

std::size_t skip_number_word(std::string_view plain, std::size_t at) {
  if (peek(plain, at) == '.') ++at;
  at = skip_blanks(plain, at);
  for (std::string_view word : {"Nos. ", "No. ", "nos. ", "no. ", "number ", "numbers "}) {
    if (piece(plain, at).starts_with(word)) return at + word.size();
  }
  return at;
}

std::string_view rule_of(ActKind kind) {
  return kind == ActKind::resolution ? "resolution in words" : "decision in words";
}

// "its" and "the" belong to the words that name the document.
std::size_t phrase_begin(std::string_view plain, std::size_t begin) {
  for (std::string_view word : {"its ", "Its "}) {
    if (begin >= word.size() && piece(plain, begin - word.size(), word.size()) == word) {
      return begin - word.size();
    }
  }
  return begin;
}

void read_trigger(Finder& in, const Trigger& trigger, std::size_t limit) {
  std::vector<PrintedNumber> list;
  const std::size_t first = skip_number_word(in.plain, trigger.end);
  const std::size_t list_end = read_list(in.plain, first, list);
  const std::size_t direct = list.size();
  continue_list(in, std::max(list_end, trigger.end), limit, list);
  if (list.empty()) return;
  BodyContext context{.named = {}, .likely = {}, .speaker = in.speaker};
  const std::size_t begin = phrase_begin(in.plain, named_before(in, trigger, context));
  if (direct > 0) {
    const BodyMention* after = named_after(in, skip_date_words(in.plain, list_end));
    if (after == nullptr) after = named_as_adopter(in, trigger, list_end);
    if (after == nullptr) after = bare_subject_after(in, trigger, list_end);
    if (after == nullptr) after = bare_subject_before(in, trigger);
    if (after != nullptr) context.named.insert(context.named.begin(), *after);
  }
  add_likely(in, trigger, list_end, context);
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string_view why;
    auto symbol = symbol_of(list[i], trigger.kind, context, why);
    const std::size_t from = i == 0 && direct > 0 ? begin : list[i].begin;
    if (!in.found.empty() && from < in.found.back().end) continue;
    if (symbol) {
      in.found.push_back({from, list[i].end, std::move(*symbol), rule_of(trigger.kind)});
    } else if (in.refused != nullptr) {
      in.refused->push_back({from, list[i].end, rule_of(trigger.kind), why});
    }
  }
}

// "general assembly resolution": the names of bodies have capitals.
std::string with_capitals(std::string_view text) {
  std::string result(text);
  for (std::size_t at = 0; at < result.size(); ++at) {
    const std::string_view rest = std::string_view(result).substr(at);
    const bool small = rest.starts_with("and ") || rest.starts_with("of ") ||
                       rest.starts_with("on ") || rest.starts_with("for ") ||
                       rest.starts_with("the ");
    if ((at == 0 || result[at - 1] == ' ') && !small) result[at] = upper(result[at]);
  }
  return result;
}

}  // namespace

std::vector<NamedDocument> find_named_documents(std::string_view plain, std::string_view organ,
                                                std::vector<RefusedCitation>* refused) {
  const std::vector<Trigger> triggers = find_triggers(plain);
  if (triggers.empty()) return {};
  Finder in{.plain = plain, .speaker = body_named(organ), .bodies = find_bodies(plain)};
  in.stops = find_stops(plain);
  in.refused = refused;
  for (std::size_t i = 0; i < triggers.size(); ++i) {
    const std::size_t limit = i + 1 < triggers.size() ? triggers[i + 1].begin : plain.size();
    read_trigger(in, triggers[i], limit);
  }
  return std::move(in.found);
}

std::optional<Symbol> read_named_document(std::string_view plain) {
  const std::string text = with_capitals(plain);
  const std::vector<NamedDocument> found = find_named_documents(text, {});
  if (found.size() != 1) return std::nullopt;
  const std::size_t begin = text.starts_with("the ") ? 4 : 0;
  const bool whole =
      found.front().begin == begin && skip_date_words(text, found.front().end) == text.size();
  if (!whole) return std::nullopt;
  return found.front().symbol;
}

}  // namespace undex
