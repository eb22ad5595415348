#include <algorithm>
#include <string>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/frozen_table.h"
#include "corpus/name_paths.h"
#include "corpus/name_words.h"

namespace undex {
namespace {

/// "HRC" in A/HRC/53/42 and "UNEP" in UNEP/EA.5/Res.6 are parts of a symbol: written together with
/// a stroke and a figure. "UNDP/UNFPA" names both.
bool stands_in_symbol(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view word = text.substr(begin, end - begin);
  if (std::any_of(word.begin(), word.end(), is_lower)) return false;
  constexpr std::size_t kFar = 40;  // longer than a symbol; keeps the work linear
  const auto is_part = [](char c) {
    return is_letter(c) || is_digit(c) || c == '/' || c == '.' || c == '(' || c == ')' || c == '-';
  };
  std::size_t from = begin;
  while (from > 0 && begin - from < kFar && is_part(text[from - 1])) --from;
  std::size_t to = end;
  while (to < text.size() && to - end < kFar && is_part(text[to])) ++to;
  const bool stroke = (begin > from && text[begin - 1] == '/') || (to > end && text[end] == '/');
  const std::string_view run = text.substr(from, to - from);
  return stroke && std::any_of(run.begin(), run.end(), is_digit);
}

const NameSlot* find_path(NamePath path) {
  const std::span<const NameSlot> slots = name_paths();
  for (std::size_t at = path % slots.size(); slots[at].path != 0; at = (at + 1) % slots.size())
    if (slots[at].path == path) return &slots[at];
  return nullptr;
}

std::uint64_t word_of(const NameToken& token, NameGroup group) {
  return group == NameGroup::initiatives ? token.singular : token.word;
}

/// Whether a name that is one word is meant by this one: of an acronym it has the case, of no name
/// is it the plural.
bool is_meant(const NameEnd& end, std::string_view word) {
  if (end.capital && !is_capital(word.front())) return false;
  const std::string_view spelling = name_spellings().substr(end.spelling, end.spelling_bytes);
  if (spelling.empty()) return true;
  if (end.exact) return spelling == word;
  return folded_name_word(spelling) == folded_name_word(word);
}

/// The longest name from a token on: its last token, and what ends there.
struct Found {
  std::size_t tokens = 0;  ///< 0: nothing
  const NameEnd* end = nullptr;
};

Found longest(const std::vector<NameToken>& tokens, std::size_t from, std::string_view text,
              NameGroup group) {
  constexpr std::uint64_t kThe = hash_of("the");
  Found found;
  NamePath path = path_from(group);
  for (std::size_t i = from; i < tokens.size(); ++i) {
    const NameSlot* slot = find_path(path_on(path, word_of(tokens[i], group)));
    // An article more does not make another name: "inventory of the framework agreements".
    if (!slot && i > from && tokens[i].word == kThe && tokens[i - 1].word != kThe) continue;
    if (!slot) break;
    path = slot->path;
    const std::string_view word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    for (const NameEnd& end : name_ends().subspan(slot->first_end, slot->ends)) {
      if (!is_meant(end, word)) continue;
      found = {.tokens = i + 1 - from, .end = &end};
      break;
    }
  }
  return found;
}

void find(const std::vector<NameToken>& tokens, std::string_view text, NameGroup group,
          std::vector<NameMatch>& matches) {
  for (std::size_t i = 0; i < tokens.size();) {
    const Found found = longest(tokens, i, text, group);
    const bool in_symbol =
        found.tokens == 1 && stands_in_symbol(text, tokens[i].begin, tokens[i].end);
    if (found.end && found.end->name >= 0 && !in_symbol)
      matches.push_back({tokens[i].begin, tokens[i + found.tokens - 1].end,
                         &authority_names()[static_cast<std::size_t>(found.end->name)]});
    i += std::max<std::size_t>(found.tokens, 1);
  }
}

}  // namespace

/// A walk is never deeper than the longest spelling, so the work is linear in the text.
std::vector<NameMatch> find_names(std::string_view text) {
  // Cutting the text into words costs more than both walks together.
  const std::vector<NameToken> tokens = name_tokens(text);
  std::vector<NameMatch> matches;
  find(tokens, text, NameGroup::others, matches);
  const auto middle = static_cast<std::ptrdiff_t>(matches.size());
  find(tokens, text, NameGroup::initiatives, matches);
  std::inplace_merge(matches.begin(), matches.begin() + middle, matches.end(),
                     [](const NameMatch& a, const NameMatch& b) {
                       return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                     });
  return matches;
}

}  // namespace undex
