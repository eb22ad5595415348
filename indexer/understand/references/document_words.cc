#include "indexer/understand/references/document_words.h"

#include <array>
#include <optional>
#include <span>

namespace undex {
namespace {

using Use = DocumentWordUse::Use;

struct Noun {
  std::string_view word;
  DocumentWord noun;
  bool plural;
};
constexpr std::array kNouns{Noun{"resolution", DocumentWord::resolution, false},
                            Noun{"resolutions", DocumentWord::resolution, true},
                            Noun{"decision", DocumentWord::decision, false},
                            Noun{"decisions", DocumentWord::decision, true},
                            Noun{"report", DocumentWord::report, false},
                            Noun{"reports", DocumentWord::report, true},
                            Noun{"letter", DocumentWord::letter, false},
                            Noun{"note", DocumentWord::note, false},
                            Noun{"document", DocumentWord::document, false},
                            Noun{"request", DocumentWord::request, false}};

enum class Points { here, itself, back };
struct Determiner {
  Phrase phrase;
  Points points;
};
// Longer ones first.
constexpr std::array kDeterminers{Determiner{"the above mentioned", Points::back},
                                  Determiner{"the above-mentioned", Points::back},
                                  Determiner{"the abovementioned", Points::back},
                                  Determiner{"the aforementioned", Points::back},
                                  Determiner{"the afore-mentioned", Points::back},
                                  Determiner{"the aforesaid", Points::back},
                                  Determiner{"the present", Points::itself},
                                  Determiner{"that same", Points::back},
                                  Determiner{"this same", Points::back},
                                  Determiner{"the same", Points::back},
                                  Determiner{"the said", Points::back},
                                  Determiner{"the above", Points::back},
                                  Determiner{"the latter", Points::back},
                                  Determiner{"said", Points::back},
                                  Determiner{"that", Points::back},
                                  Determiner{"this", Points::back},
                                  Determiner{"the", Points::here}};

// Words that may follow "the resolution" when nothing more is said of it.
constexpr std::array<std::string_view, 40> kAfterDefinite{
    "is",       "was",       "has",       "had",    "will",   "would",   "shall",   "should",
    "may",      "can",       "could",     "must",   "and",    "or",      "as",      "within",
    "during",   "also",      "further",   "itself", "did",    "gave",    "does",    "provides",
    "provided", "requested", "requests",  "called", "calls",  "decided", "stated",  "states",
    "mandated", "contains",  "contained", "at",     "before", "after",   "through", "without"};
// ... and those before which a noun may be a verb: "States that report to", "to request".
constexpr std::array<std::string_view, 14> kBeforeVerb{
    "to",  "will", "shall",    "should", "must", "may", "not",
    "and", "also", "annually", "would",  "can",  "who", "they"};
constexpr std::array<std::string_view, 12> kSeveral{
    "its",   "their",     "relevant", "previous", "all",     "earlier",
    "other", "pertinent", "relevant", "past",     "various", "subsequent"};
// "at the request of", "draft resolution", "conflict resolution": no document is meant.
constexpr std::array<std::string_view, 8> kNoDocument{
    "conflict", "dispute", "peaceful", "draft", "high", "image", "spatial", "temporal"};

const Noun* noun_of(std::string_view word) {
  for (const Noun& noun : kNouns)
    if (noun.word == word) return &noun;
  return nullptr;
}

const Determiner* determiner_before(const PhraseText& text, std::size_t i, std::size_t& words) {
  for (const Determiner& row : kDeterminers) {
    words = text.match_before(i, row.phrase);
    if (words > 0) return &row;
  }
  words = 0;
  return nullptr;
}

/// Nothing more is said of the noun at i: what follows is a mark, a verb, or the end.
bool stands_alone(const PhraseText& text, std::size_t i) {
  if (!text.joined(i)) return true;
  const std::string_view next = text.word(i + 1);
  if (next == "by") return is_digit(peek(text.word(i + 2), 0));
  if (next == "in") return text.word(i + 2) != "question";
  if (next == "contained") return false;
  return is_one_of(next, kAfterDefinite);
}

/// "In that resolution, the Assembly", "by which the Council": the organ that acts in it.
std::string organ_after(const PhraseText& text, std::size_t i) {
  std::size_t words = 0;
  return organ_at(text, i + 1, words);
}

/// A noun with no determiner that points: named by its own words, or one of several, or no noun.
std::optional<Use> undetermined_use(const PhraseText& text, std::size_t i, const Noun& noun) {
  const bool joined = i > 0 && text.joined(i - 1);
  const std::string_view before = joined ? text.word(i - 1) : std::string_view{};
  if (is_one_of(before, kNoDocument)) return std::nullopt;
  const bool verbal = noun.noun == DocumentWord::report || noun.noun == DocumentWord::request ||
                      noun.noun == DocumentWord::note || noun.noun == DocumentWord::document;
  if (verbal && (before.empty() || is_one_of(before, kBeforeVerb))) return std::nullopt;
  if (!noun.plural) return Use::described;
  const bool acts = noun.noun == DocumentWord::resolution || noun.noun == DocumentWord::decision;
  if (!acts || !is_one_of(before, kSeveral)) return Use::described;
  return is_digit(peek(text.word(i + 1), 0)) ? Use::described : Use::several;
}

/// "that request" may be a verb ("States that request assistance"), "that report" too.
/// "That report" that begins a sentence is none.
bool may_be_verb(const PhraseText& text, std::size_t i, const Noun& noun,
                 std::string_view determiner) {
  return determiner == "that" && noun.noun != DocumentWord::resolution &&
         is_lower(text.printed(i - 1)[0]);
}

std::optional<Use> determined_use(const PhraseText& text, std::size_t i, const Noun& noun,
                                  const Determiner& row, bool in_resolution) {
  const bool alone = stands_alone(text, i);
  if (row.points == Points::itself || noun.plural) return std::nullopt;
  if (row.points == Points::here) return alone ? Use::definite : Use::described;
  const bool self = noun.noun == DocumentWord::resolution
                        ? in_resolution
                        : noun.noun != DocumentWord::request && noun.noun != DocumentWord::decision;
  if (row.phrase == "this" && self) return std::nullopt;
  if (may_be_verb(text, i, noun, row.phrase) && !alone) return std::nullopt;
  return text.joined(i) && text.word(i + 1) == "of" ? Use::described : Use::pointed;
}

/// "the requested report", "the report [so] requested by".
std::optional<DocumentWordUse> requested_use(const PhraseText& text, std::size_t i,
                                             const Noun& noun) {
  if (noun.noun != DocumentWord::report || noun.plural) return std::nullopt;
  const bool after = text.match(i + 1, "requested") > 0 || text.match(i + 1, "so requested") > 0;
  const bool before = text.match_before(i, "the requested") > 0;
  if (!before && !(after && text.joined(i) && text.match_before(i, "the") > 0)) return std::nullopt;
  DocumentWordUse use{.begin = text.begin(before ? i - 2 : i - 1),
                      .end = text.end(i),
                      .word = i,
                      .noun = noun.noun,
                      .use = Use::requested,
                      .organ = {}};
  if (!before) use.end = text.end(text.word(i + 1) == "so" ? i + 2 : i + 1);
  return use;
}

}  // namespace

std::string organ_at(const PhraseText& text, std::size_t i, std::size_t& words) {
  static constexpr std::array<Phrase, 8> kOrgans{"general assembly",
                                                 "assembly",
                                                 "economic and social council",
                                                 "security council",
                                                 "human rights council",
                                                 "council",
                                                 "commission",
                                                 "conference"};
  words = 0;
  if (text.word(i) != "the" || !text.joined(i)) return {};
  for (const Phrase organ : kOrgans) {
    const std::size_t size = text.match(i + 1, organ);
    const bool capital = is_upper(peek(text.printed(i + 1), 0));
    if (size == 0 || !capital) continue;
    words = size + 1;
    return std::string(organ);
  }
  return {};
}

std::vector<DocumentWordUse> find_document_words(const PhraseText& text, bool in_resolution) {
  std::vector<DocumentWordUse> uses;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Noun* noun = noun_of(text.word(i));
    if (noun == nullptr) continue;
    if (auto use = requested_use(text, i, *noun)) {
      uses.push_back(std::move(*use));
      continue;
    }
    std::size_t words = 0;
    const Determiner* row = determiner_before(text, i, words);
    const auto use = row != nullptr ? determined_use(text, i, *noun, *row, in_resolution)
                                    : undetermined_use(text, i, *noun);
    if (!use) continue;
    if (*use == Use::several) words = 1;  // "its", "relevant"
    uses.push_back({.begin = text.begin(i - words),
                    .end = text.end(i),
                    .word = i,
                    .noun = noun->noun,
                    .use = *use,
                    .organ = organ_after(text, i)});
  }
  return uses;
}

}  // namespace undex
