#include "indexer/understand/proposals/renamings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "corpus/date.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "indexer/understand/proposals/name_candidates.h"
#include "indexer/understand/proposals/name_words.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

using Words = std::vector<NameWord>;
using WordSet = std::set<std::string, std::less<>>;
using Kind = NameChange::Kind;

/// Words between an older and a newer name. `strong` ones speak of names alone, so that plain words
/// ("the previous mail gateway") may stand for one.
struct Cue {
  std::string_view words;
  Kind kind;
  bool left_is_new;
  bool strong = false;
};
constexpr Cue kCues[] = {
    {"previously", Kind::renamed, true},
    {"previously the", Kind::renamed, true},
    {"previously known as", Kind::renamed, true},
    {"previously called", Kind::renamed, true},
    {"previously named", Kind::renamed, true},
    {"formerly", Kind::renamed, true},
    {"formerly the", Kind::renamed, true},
    {"formerly known as", Kind::renamed, true},
    {"formerly called", Kind::renamed, true},
    {"now", Kind::renamed, false},
    {"now the", Kind::renamed, false},
    {"now known as", Kind::renamed, false},
    {"now called", Kind::renamed, false},
    {"now renamed", Kind::renamed, false},
    {"renamed", Kind::renamed, false},
    {"renamed as", Kind::renamed, false},
    {"redesignated as", Kind::renamed, false},
    {"henceforth known as", Kind::renamed, false},
    {"replaced by", Kind::replaced_by, false},
    {"superseded by", Kind::replaced_by, false},
    {"succeeded by", Kind::replaced_by, false},
    {"replacing", Kind::replaced_by, true},
    {"replacing the previous", Kind::replaced_by, true, true},
    {"replacing the former", Kind::replaced_by, true, true},
    {"replacing the existing", Kind::replaced_by, true, true},
    {"which replaced", Kind::replaced_by, true},
    {"which replaced the previous", Kind::replaced_by, true, true},
    {"which replaces", Kind::replaced_by, true},
    {"which succeeded", Kind::replaced_by, true},
    {"successor to", Kind::replaced_by, true},
    {"merged into", Kind::merged_into, false},
    {"merged with", Kind::merged_into, false},
    {"absorbed into", Kind::merged_into, false},
    {"absorbed by", Kind::merged_into, false},
    {"incorporated into", Kind::merged_into, false},
    {"made up of the previous", Kind::merged_into, true},
    {"made up of the former", Kind::merged_into, true},
    {"composed of the previous", Kind::merged_into, true},
    {"composed of the former", Kind::merged_into, true},
    {"also referred to as", Kind::term_changed, true},
    {"also known as", Kind::term_changed, true},
};
constexpr std::size_t kLongestCue = 5;  // words

/// What may stand between a name and its cue: "which will be", "has since been".
const WordSet kBetween = {"which", "that",         "was",      "were", "is",    "are",
                          "has",   "have",         "had",      "been", "be",    "will",
                          "would", "since",        "later",    "then", "also",  "to",
                          "being", "subsequently", "recently", "and",  "should"};
const WordSet kArticles = {"the", "a", "an", "its", "their", "his", "new"};
/// Where a phrase in plain words ends.
const WordSet kPhraseEnds = {"which", "that", "was",   "were", "is",   "are",  "has",  "have",
                             "had",   "will", "and",   "as",   "from", "when", "with", "by",
                             "to",    "or",   "while", "who",  "but",  "than", "not"};
constexpr std::size_t kLongestPhrase = 10;  // words
/// Part of a unit's staff that goes elsewhere: "and some staff from the ...".
const WordSet kStaff = {"staff", "posts", "functions", "personnel", "resources", "positions"};

struct Side {
  std::size_t first = 0;
  std::size_t last = 0;
  bool plain = false;  ///< in small letters
};

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), words_(name_words(text)) {
    for (const NameWord& word : words_) lowered_.push_back(lower_word(text, word));
  }

  std::vector<Renaming> find() {
    std::vector<Renaming> found;
    for (std::size_t i = 1; i + 1 < words_.size(); ++i)
      if (const Cue* cue = cue_at(i)) i = add(i, *cue, found);
    return found;
  }

 private:
  bool joined(std::size_t i) const {
    return i < words_.size() && !words_[i].stop_before && !words_[i].comma_before;
  }
  std::size_t length(const Cue& cue) const { return split(cue.words, ' ').size(); }

  /// The longest cue that begins at word i.
  const Cue* cue_at(std::size_t i) const {
    static const std::map<std::string_view, const Cue*> kByWords = [] {
      std::map<std::string_view, const Cue*> cues;
      for (const Cue& cue : kCues) cues[cue.words] = &cue;
      return cues;
    }();
    static const WordSet kFirst = [] {
      WordSet first;
      for (const Cue& cue : kCues) first.emplace(split(cue.words, ' ')[0]);
      return first;
    }();
    if (!kFirst.contains(lowered_[i])) return nullptr;
    const Cue* longest = nullptr;
    std::string phrase;
    for (std::size_t n = 0; n < kLongestCue && i + n < words_.size(); ++n) {
      if (n > 0 && !joined(i + n)) break;
      phrase += (n > 0 ? " " : "") + lowered_[i + n];
      const auto cue = kByWords.find(phrase);
      if (cue != kByWords.end()) longest = cue->second;
    }
    return longest;
  }

  /// The runs are made when the first cue asks for them: most texts have none.
  const std::vector<CapitalRun>& runs() {
    if (!runs_) runs_ = capital_runs(text_, words_);
    return *runs_;
  }

  /// The run that holds word i, without what "from" ties to it.
  std::optional<Side> run_at(std::size_t i) {
    const auto after =
        std::upper_bound(runs().begin(), runs().end(), i,
                         [](std::size_t at, const CapitalRun& run) { return at < run.first; });
    if (after == runs().begin()) return {};
    const CapitalRun run = *std::prev(after);
    if (i > run.last) return {};
    Side side{run.first, run.last};
    for (std::size_t at = run.last; at > run.first; --at) {
      if (lowered_[at] != "from") continue;
      if (i < at)
        side.last = at - 1;
      else
        side.first = at + 1 + (lowered_[at + 1] == "the" ? 1U : 0U);
      if (i > at) break;
    }
    return side;
  }

  std::optional<Side> right_of(std::size_t i) {
    if (i >= words_.size() || words_[i].comma_before) return {};
    while (i + 1 < words_.size() && kArticles.contains(lowered_[i]) && !words_[i].capital) ++i;
    if (words_[i].capital) {
      const auto run = run_at(i);
      return run && run->first == i ? run : std::nullopt;
    }
    std::size_t last = i;
    while (last - i < kLongestPhrase && joined(last + 1) &&
           !kPhraseEnds.contains(lowered_[last + 1]))
      ++last;
    return Side{i, last, true};
  }

  std::optional<Side> left_of(std::size_t i) {
    std::size_t at = i;  // the word after the name
    for (int passed = 0; passed < 4 && at > 0 && kBetween.contains(lowered_[at - 1]); ++passed)
      --at;
    if (at == 0 || (words_[at].opens_sentence && at != i)) return {};
    --at;
    // "a new Office of Pilots (OOP), which": the short form in between.
    if (at > 0 && words_[at].stop_before && is_acronym(word(at))) --at;
    if (words_[at].capital)
      if (const auto run = run_at(at); run && run->last == at) {
        const auto phrase = plain_left(at);
        return sound(*run) || !phrase ? run : phrase;
      }
    return plain_left(at);
  }

  /// Back to the article of the phrase that ends at word `last`.
  std::optional<Side> plain_left(std::size_t last) const {
    std::size_t first = last;
    for (std::size_t n = 0; n < kLongestPhrase && first > 0 && joined(first); ++n) {
      if (kArticles.contains(lowered_[first - 1])) return Side{first, last, true};
      --first;
    }
    return {};
  }

  std::string_view word(std::size_t i) const {
    return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
  }
  std::string words_of(const Side& side) const {
    return std::string(
        text_.substr(words_[side.first].begin, words_[side.last].end - words_[side.first].begin));
  }

  /// A name by its head noun, its letters, or the authority files.
  bool sound(const Side& side) const {
    const std::string words = words_of(side);
    const HeadNoun* noun = head_of_phrase(words);
    if (side.plain) return noun && side.last > side.first;
    if (noun && side.last > side.first) return !is_general_name(words);
    if (side.first == side.last && (is_camel_case(words) || is_acronym(words))) return true;
    const auto names = find_names(words);
    return !names.empty() && names.front().end - names.front().begin == words.size();
  }

  /// The date printed just after the change.
  std::string date_after(std::size_t last) const {
    constexpr std::size_t kNear = 48;
    const std::string_view rest = text_.substr(words_[last].end, kNear);
    const auto date = find_date(rest.substr(0, rest.find('.')));
    return date ? date->date.iso() : std::string();
  }

  void push(const Side& left, const Side& right, const Cue& cue, Kind kind,
            std::vector<Renaming>& found) const {
    const Side& older = cue.left_is_new ? right : left;
    const Side& newer = cue.left_is_new ? left : right;
    found.push_back({words_[left.first].begin, words_[right.last].end, words_of(older),
                     words_of(newer), kind, date_after(right.last)});
  }

  std::size_t add(std::size_t i, const Cue& cue, std::vector<Renaming>& found) {
    const std::size_t after = i + length(cue);
    const auto right = right_of(after);
    const auto left = left_of(i);
    if (!left || !right || !sound(*left) || !sound(*right)) return i;
    if (((left->plain || right->plain) && !cue.strong) || words_of(*left) == words_of(*right))
      return i;
    push(*left, *right, cue, cue.kind, found);
    if (cue.kind != Kind::merged_into || !cue.left_is_new) return right->last;
    return add_staff(*left, right->last, cue, found);
  }

  /// "and some ICT staff from the Y": part of another unit goes there too.
  std::size_t add_staff(const Side& left, std::size_t from, const Cue& cue,
                        std::vector<Renaming>& found) {
    constexpr std::size_t kNear = 24;
    for (std::size_t i = from + 1; i + 1 < words_.size() && i < from + kNear; ++i) {
      if (words_[i].opens_sentence) break;
      if (!kStaff.contains(lowered_[i]) || lowered_[i + 1] != "from") continue;
      const auto right = right_of(i + 2);
      if (!right || right->plain || !sound(*right)) continue;
      push(left, *right, cue, Kind::part_transferred_to, found);
      return right->last;
    }
    return from;
  }

  std::string_view text_;
  Words words_;
  std::vector<std::string> lowered_;
  std::optional<std::vector<CapitalRun>> runs_;
};

/// The name of the authority files that the words are, without an article or more around it.
const Name* name_in(const std::string& words) {
  for (const NameMatch& match : find_names(words))
    if ((match.end - match.begin) * 2 > words.size()) return match.name;
  return nullptr;
}

}  // namespace

std::vector<Renaming> find_renamings(std::string_view text) { return Finder(text).find(); }

std::vector<PlacedRenaming> find_renamings(const Document& document) {
  std::vector<PlacedRenaming> found;
  for_each_text(document, Texts::running, [&](const MarkSpan& whole, std::string_view text) {
    for (Renaming& renaming : find_renamings(text))
      found.push_back({std::move(renaming), document.name(), locator_of(document, whole)});
  });
  return found;
}

std::string table_row(const PlacedRenaming& placed) {
  const Renaming& one = placed.renaming;
  const Name* from = name_in(one.from);
  const Name* to = name_in(one.to);
  std::string row;
  for (const std::string& cell :
       {from ? from->id : std::string(), to ? to->id : std::string(),
        std::string(name_of(one.kind)), one.when, placed.document, placed.locator.citation(),
        collapse_spaces(one.from), collapse_spaces(one.to)})
    row += cell + "\t";
  return row + "proposed";
}

bool is_known(const Renaming& renaming) {
  const Name* from = name_in(renaming.from);
  const Name* to = name_in(renaming.to);
  if (!from || !to) return false;
  if (from == to) return true;  // Two spellings of one name.
  return from->successor == to->id ||
         std::any_of(name_changes().begin(), name_changes().end(), [&](const NameChange& change) {
           return change.from == from && change.to == to;
         });
}

}  // namespace undex
