#include "indexer/understand/proposals/name_candidates.h"

#include <algorithm>
#include <set>

#include "corpus/ascii.h"
#include "corpus/text.h"
#include "indexer/understand/proposals/name_words.h"

namespace undex {
namespace {

using Words = std::vector<NameWord>;
using WordSet = std::set<std::string, std::less<>>;

const WordSet kCues = {"entitled", "titled", "called", "named", "dubbed"};
/// What has a title and is no initiative: a document, an item of an agenda.
const WordSet kTitled = {"report",  "reports",     "resolution", "resolutions", "item",
                         "items",   "sub-item",    "document",   "documents",   "note",
                         "paper",   "decision",    "statement",  "chapter",     "section",
                         "article", "publication", "draft",      "study",       "outcome",
                         "letter",  "theme",       "topic"};
/// Units, forms of files and ranks are written in capitals too.
const WordSet kNoAcronyms = {"GMT", "EST", "USD", "PDF", "URL", "HTML", "XML",
                             "TEL", "FAX", "CET", "USG", "ASG", "NPO",  "NGS"};

std::string_view word_at(std::string_view text, const NameWord& word) {
  return text.substr(word.begin, word.end - word.begin);
}

/// Most letters are capitals: a heading or a form, where capitals tell nothing.
bool shouts(std::string_view text) {
  const auto upper = std::count_if(text.begin(), text.end(), is_upper);
  const auto lower = std::count_if(text.begin(), text.end(), is_lower);
  return upper > lower;
}

void add_capitals(std::string_view text, const Words& words, std::vector<NameCandidate>& found) {
  for (const CapitalName& name : capital_names(text, words))
    found.push_back({words[name.first].begin, words[name.last].end,
                     name.apposed ? Proposal::Basis::apposition : Proposal::Basis::capitals,
                     name.head->table, name.head->kind});
}

/// What kind of thing the words before "entitled" name; nullptr when they name a document.
const HeadNoun* kind_before(std::string_view text, const Words& words, std::size_t cue) {
  constexpr std::size_t kWindow = 6;
  const HeadNoun* noun = nullptr;
  for (std::size_t i = cue - std::min(cue, kWindow); i < cue; ++i) {
    const std::string word = to_lower(word_at(text, words[i]));
    if (kTitled.contains(word)) return nullptr;
    if (words[i].opens_sentence) noun = nullptr;
    if (const HeadNoun* one = head_noun(word)) noun = one;
  }
  return noun;
}

void add_quoted(std::string_view text, const Words& words, std::vector<NameCandidate>& found) {
  constexpr std::size_t kLongest = 160;
  constexpr std::string_view kOpen[] = {"“", "\"", "‘"};
  constexpr std::string_view kClose[] = {"”", "\"", "’"};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string_view word = word_at(text, words[i]);
    if (!kCues.contains(word) || !words[i + 1].stop_before || words[i + 1].opens_sentence) continue;
    const std::string_view mark = text.substr(words[i].end, words[i + 1].begin - words[i].end);
    for (std::size_t kind = 0; kind < std::size(kOpen); ++kind) {
      if (!mark.ends_with(kOpen[kind])) continue;
      const std::size_t begin = words[i + 1].begin;
      const std::size_t length = text.substr(begin, kLongest).find(kClose[kind]);
      const HeadNoun* noun = kind_before(text, words, i);
      if (length == std::string_view::npos || !noun || noun->table != "initiatives") continue;
      found.push_back({begin, begin + length, Proposal::Basis::quoted, noun->table, noun->kind});
    }
  }
}

bool is_roman(std::string_view word) {
  return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

/// Capitals that fill a bracket. After a capital a short one is more often a place: "Lyon
/// (France)".
void add_bracketed(std::string_view text, const Words& words, std::vector<NameCandidate>& found) {
  constexpr std::size_t kShortest = 6;
  for (const CapitalRun& run : capital_runs(text, words)) {
    const std::size_t begin = words[run.first].begin;
    const std::size_t end = words[run.last].end;
    if (run.first == 0 || begin == 0 || text[begin - 1] != '(' ||
        !text.substr(end).starts_with(')'))
      continue;
    const std::string_view name = text.substr(begin, end - begin);
    const bool symbol =
        name.find('/') != name.npos || std::any_of(name.begin(), name.end(), is_digit);
    const bool title = words[run.first - 1].capital && run.last < run.first + 3;
    if (title || name.size() < kShortest || is_acronym(name) || symbol || is_roman(name) ||
        is_general_name(name))
      continue;
    const HeadNoun* noun = head_of_phrase(name);
    found.push_back({begin, end, Proposal::Basis::bracketed, noun ? noun->table : "initiatives",
                     noun ? noun->kind : "system"});
  }
}

/// Part of an address, a symbol or a name of a file.
bool in_longer_string(std::string_view text, const NameWord& word) {
  const auto joins = [](char c) {
    return c == '/' || c == '@' || c == '.' || c == '_' || c == '\\';
  };
  const std::string_view inside = word_at(text, word);
  return std::any_of(inside.begin(), inside.end(), joins) ||
         (word.begin > 0 && joins(text[word.begin - 1]));
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), is_lower) &&
         std::any_of(word.begin(), word.end(), is_upper);
}

void add_tokens(std::string_view text, const Words& words, std::vector<NameCandidate>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = word_at(text, words[i]);
    const bool camel = is_camel_case(word);
    if ((!camel && !is_acronym(word)) || in_longer_string(text, words[i])) continue;
    const auto capitals_at = [&](std::size_t at, std::size_t later) {
      return !words[later].stop_before && !words[later].comma_before &&
             is_capitals(word_at(text, words[at]));
    };
    if ((i > 0 && capitals_at(i - 1, i)) || (i + 1 < words.size() && capitals_at(i + 1, i + 1)))
      continue;
    NameCandidate candidate{words[i].begin, words[i].end, Proposal::Basis::token, "", ""};
    const HeadNoun* noun = i + 1 < words.size() && !words[i + 1].stop_before
                               ? head_noun(word_at(text, words[i + 1]))
                               : nullptr;
    if (noun && noun->table == "initiatives" && !words[i + 1].capital) {
      candidate.table = noun->table;
      candidate.kind = noun->kind;
    } else if (camel) {
      candidate.table = "initiatives";
      candidate.kind = "system";
    }
    found.push_back(candidate);
  }
}

}  // namespace

bool is_camel_case(std::string_view word) {
  if (word.starts_with("Mc") || word.starts_with("Mac") || word.size() < 4) return false;
  if (word.starts_with("e-") && word.size() > 4) return is_upper(word[2]);
  for (std::size_t i = 0; i + 1 < word.size(); ++i)
    if (is_lower(word[i]) && is_upper(word[i + 1])) return true;
  // "UNBISnet": two capitals, then at least three small letters.
  const auto small = std::find_if(word.begin(), word.end(), is_lower);
  return small - word.begin() >= 3 && word.end() - small >= 3 &&
         std::all_of(word.begin(), small, is_upper) && std::all_of(small, word.end(), is_lower);
}

bool is_acronym(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  const bool plain = std::all_of(word.begin(), word.end(),
                                 [](char c) { return is_upper(c) || is_digit(c) || c == '-'; });
  return plain && capitals >= 3 && word.size() <= 12 && is_upper(word.front()) &&
         !is_digit(word.back()) && !is_roman(word) && !kNoAcronyms.contains(word);
}

std::vector<NameCandidate> name_candidates(std::string_view text) {
  if (shouts(text)) return {};
  const Words words = name_words(text);
  std::vector<NameCandidate> found;
  add_capitals(text, words, found);
  add_quoted(text, words, found);
  add_bracketed(text, words, found);
  add_tokens(text, words, found);
  return found;
}

}  // namespace undex
