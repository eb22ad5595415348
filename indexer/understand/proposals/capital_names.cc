// Capitalised names in running text.
#include <algorithm>
#include <set>

#include "corpus/ascii.h"
#include "indexer/understand/proposals/name_words.h"

namespace undex {
namespace {

using Words = std::vector<NameWord>;
using WordSet = std::set<std::string, std::less<>>;

/// In words: no name is longer, and what is done with each is bounded.
constexpr std::size_t kLongestName = 30;

const WordSet kPrepositions = {"of", "for", "on", "in", "to", "against", "at", "with", "by"};
/// Words that go on with a name when a capital follows, after "the" too.
const WordSet kJoining = {"of",   "for",  "on",  "in", "to", "against", "at",
                          "with", "from", "and", "or", "de", "la",      "des"};
const WordSet kMonths = {"january", "february", "march",     "april",   "may",      "june",
                         "july",    "august",   "september", "october", "november", "december"};
/// Where a meeting was held, or an office is: no part of its name.
const WordSet kPlaces = {"new",    "geneva", "vienna",    "nairobi", "hague",    "paris",
                         "london", "rome",   "beirut",    "bangkok", "addis",    "annex",
                         "part",   "table",  "paragraph", "monday",  "santiago", "brindisi"};
/// Words whose capital is their sentence's.
const WordSet kOpening = {
    "the",       "a",        "an",       "in",         "on",         "at",       "for",
    "to",        "of",       "by",       "from",       "with",       "under",    "through",
    "following", "as",       "this",     "these",      "that",       "those",    "its",
    "his",       "her",      "their",    "our",        "each",       "all",      "some",
    "several",   "many",     "other",    "both",       "when",       "while",    "if",
    "since",     "after",    "before",   "and",        "or",         "also",     "however",
    "moreover",  "another",  "requests", "invites",    "calls",      "notes",    "recalls",
    "decides",   "welcomes", "urges",    "encourages", "stresses",   "no",       "more",
    "most",      "any",      "one",      "two",        "three",      "first",    "second",
    "third",     "there",    "it",       "such",       "current",    "former",   "new",
    "within",    "upon",     "between",  "via",        "recognizes", "supports", "affirms",
    "reaffirms", "commends", "dear",     "source",     "note",       "see",      "requested",
    "only",      "further"};
/// Ranks and parts of documents: a name may follow them and does not begin with them.
const WordSet kRanks = {"chair",     "co-chair", "director",  "deputy",     "assistant",
                        "president", "chief",    "member",    "members",    "article",
                        "articles",  "chapter",  "item",      "draft",      "subprogramme",
                        "mr",        "ms",       "co-chairs", "vice-chair", "chairman",
                        "the",       "annex",    "table"};
const WordSet kBeforeNoun = {"web", "pilot", "training", "search", "data", "computer", "online"};
constexpr std::string_view kAdjectives[] = {"an", "ish",   "ese",  "ic",
                                            "al", "based", "wide", "related"};

/// "CEB", "CandiWeb"
bool is_short_form(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_upper) > 1;
}
/// A name by itself, or none at all: "CEB", "Secretariat".
bool stands_alone(std::string_view word) { return is_short_form(word) || is_general_name(word); }

/// The words of one text, with those of them in lower case.
struct Reader {
  std::string_view text;
  const Words& words;
  std::vector<std::string> lowered;

  bool is(std::size_t i, const WordSet& set) const { return set.contains(lowered[i]); }
  bool joined(std::size_t i) const {
    return i < words.size() && !words[i].stop_before && !words[i].comma_before;
  }
  bool part_of_name(std::size_t i) const {
    return i < words.size() && (words[i].capital || is_number(i)) && !is(i, kMonths);
  }
  bool is_number(std::size_t i) const {
    return lowered[i].size() == 4 && std::all_of(lowered[i].begin(), lowered[i].end(), is_digit);
  }

  bool begins_name(std::size_t i) const {
    if (!words[i].capital || is(i, kMonths) || is(i, kRanks)) return false;
    return !words[i].opens_sentence || !(is(i, kOpening) || lowered[i].ends_with("ing"));
  }

  /// The index of the capital that goes on with the name after word i; i when none does.
  std::size_t next(std::size_t i) const {
    std::size_t at = i + 1;
    if (!joined(at)) return i;
    if (part_of_name(at)) return at;
    const bool governs = lowered[at] == "the" && lowered[i].ends_with("ing");
    if (!is(at, kJoining) && !governs) return i;
    const bool place = lowered[at] == "in" || lowered[at] == "at";
    for (int passed = 0; passed < 2 && joined(at + 1); ++passed) {
      ++at;
      if (words[at].capital && is(at, kMonths)) return i;
      if (words[at].capital) return place && is(at, kPlaces) ? i : at;
      if (lowered[at] != "the" && lowered[at] != "on" && lowered[at] != "of") return i;
    }
    return i;
  }

  /// "Environment, Science and Technology": a list of a few capitals closed by "and".
  std::size_t past_list(std::size_t i) const {
    if (is_short_form(words_text(i, i))) return i;  // "ESCAP, Economic and Social Commission"
    std::size_t at = i;
    for (int items = 0; items < 4; ++items) {
      if (at + 1 >= words.size() || !words[at + 1].comma_before || words[at + 1].stop_before) break;
      ++at;
      if (!part_of_name(at) || head_noun(lowered[at])) return i;
      for (int more = 0; more < 3 && joined(at + 1) && part_of_name(at + 1); ++more)
        if (head_noun(lowered[++at])) return i;
      if (joined(at + 1) && (lowered[at + 1] == "and" || lowered[at + 1] == "or") &&
          joined(at + 2) && part_of_name(at + 2))
        return at + 2;
    }
    return i;
  }

  std::size_t run_end(std::size_t first) const {
    std::size_t last = first;
    while (last - first < kLongestName) {
      std::size_t at = next(last);
      if (at == last) at = past_list(last);
      if (at == last) break;
      last = at;
    }
    return last;
  }

  const HeadNoun* head(std::size_t first, std::size_t last) const {
    std::size_t at = first;
    while (at < last && !(is(at + 1, kPrepositions) && !words[at + 1].capital)) ++at;
    while (at > first && is_number(at)) --at;
    // "Beijing Declaration and Platform for Action": the first of the two says what it is.
    const bool pair = at > first + 1 && lowered[at - 1] == "and" && head_noun(lowered[at - 2]);
    if (pair && head_noun(lowered[at])) at -= 2;
    return words[at].capital ? head_noun(lowered[at]) : nullptr;
  }

  std::string_view words_text(std::size_t first, std::size_t last) const {
    return text.substr(words[first].begin, words[last].end - words[first].begin);
  }

  /// Index of the "and" that parts two names, each with a head noun of its own; `last` for none.
  /// "and the" parts before a plain "and" does.
  std::size_t parting(std::size_t first, std::size_t last) const {
    for (const bool article : {true, false}) {
      bool list = false;
      for (std::size_t i = first + 1; i < last; ++i) {
        list |= words[i].comma_before;
        if (lowered[i] != "and" || words[i].capital) continue;
        const bool has_article = lowered[i + 1] == "the";
        if (has_article == article && (article || !list) && parts(first, i, last)) return i;
        list = false;
      }
    }
    return last;
  }

  bool parts(std::size_t first, std::size_t at, std::size_t last) const {
    std::size_t right = at + 1;
    while (right < last && !words[right].capital) ++right;
    std::size_t end = right;
    const bool article = lowered[at + 1] == "the";
    while (end < last && (article || lowered[end + 1] != "and")) ++end;
    const HeadNoun* noun = head(right, end);
    // "Vienna Declaration and Programme of Action" is one title.
    const bool bare = right == end || is(right + 1, kPrepositions);
    // "CandiWeb and the Member States", "CEB and Task Force"
    const bool whole = first + 1 == at && stands_alone(words_text(first, first));
    if (whole && (article || noun)) return true;
    return noun && head(first, at - 1) && (article || !bare || noun->table == "bodies");
  }

  /// The names that the run holds.
  void part(std::size_t first, std::size_t last, std::vector<CapitalRun>& runs) const {
    while (first < last && !words[last].capital && !is_number(last)) --last;
    const std::size_t cut = parting(first, last);
    if (cut == last) return runs.push_back({first, last});
    part(first, cut - 1, runs);
    std::size_t right = cut + 1;
    while (!words[right].capital) ++right;
    part(right, last, runs);
  }

  std::vector<CapitalRun> runs() const {
    std::vector<CapitalRun> found;
    for (std::size_t first = 0; first < words.size(); ++first) {
      if (!begins_name(first)) continue;
      const std::size_t last = run_end(first);
      // "2030 Agenda": a year before the name is part of it.
      const bool year = first > 0 && joined(first) && is_number(first - 1) &&
                        !(first > 1 && is(first - 2, kMonths));
      part(year ? first - 1 : first, last, found);
      first = last;
    }
    return found;
  }

  /// The head noun in lower case after the name. One plain word is more often an adjective
  /// ("Nordic portal") or the first of its sentence.
  const HeadNoun* apposition(std::size_t first, std::size_t last) const {
    if (!joined(last + 1) || words[last + 1].capital || words_text(first, last).size() < 4)
      return nullptr;
    const bool telling = first == last ? !words[first].opens_sentence : true;
    const bool adjective =
        std::any_of(std::begin(kAdjectives), std::end(kAdjectives),
                    [&](std::string_view ending) { return lowered[last].ends_with(ending); });
    // "the Beacons web site"
    const bool more = is(last + 1, kBeforeNoun) && joined(last + 2) && !words[last + 2].capital;
    const HeadNoun* noun = head_noun(lowered[last + (more ? 2 : 1)]);
    return telling && !adjective && noun && noun->table == "initiatives" ? noun : nullptr;
  }
};

Reader reader_of(std::string_view text, const Words& words) {
  Reader reader{text, words, {}};
  for (const NameWord& word : words) reader.lowered.push_back(lower_word(text, word));
  return reader;
}

}  // namespace

std::vector<CapitalRun> capital_runs(std::string_view text, const Words& words) {
  return reader_of(text, words).runs();
}

std::vector<CapitalName> capital_names(std::string_view text, const Words& words) {
  const Reader reader = reader_of(text, words);
  std::vector<CapitalName> names;
  for (const auto& [first, last] : reader.runs()) {
    if (is_general_name(reader.words_text(first, last))) continue;
    const HeadNoun* noun = reader.head(first, last);
    if (noun && last > first)
      names.push_back({first, last, noun});
    else if (const HeadNoun* apposed = reader.apposition(first, last))
      names.push_back({first, last, apposed, true});
  }
  return names;
}

}  // namespace undex
