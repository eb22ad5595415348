#include "corpus/authority_trie.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::uint32_t kStop = 1;  ///< numbers of words begin after it

struct Respelling {
  std::string_view word;
  std::string_view first;
  std::string_view second;  ///< empty: one word stays one
};
/// Spellings that UN editors changed over the years (E/2003/75 has "web site", E/2009/21 "website")
/// or that differ from one organization to the next.
constexpr Respelling kRespellings[] = {
    {"programme", "program", ""},
    {"programmes", "programs", ""},
    {"organisation", "organization", ""},
    {"organisations", "organizations", ""},
    {"centre", "center", ""},
    {"centres", "centers", ""},
    {"informatisation", "informatization", ""},
    {"website", "web", "site"},
    {"websites", "web", "sites"},
    {"email", "e", "mail"},
    {"egovernment", "e", "government"},
    {"ecommerce", "e", "commerce"},
    {"elearning", "e", "learning"},
};

/// Blanks, hyphens, en dashes and apostrophes part words of one name; anything else is a stop.
bool is_soft(std::string_view gap) {
  constexpr std::string_view kSoft[] = {" ",      "\t",     "\n",     "\r",     "-",      "'",
                                        "\u00a0", "\u00ad", "\u2009", "\u2010", "\u2011", "\u2012",
                                        "\u2013", "\u2018", "\u2019", "\u202f"};
  while (!gap.empty()) {
    const auto* const found = std::find_if(std::begin(kSoft), std::end(kSoft),
                                           [&](std::string_view s) { return gap.starts_with(s); });
    if (found == std::end(kSoft)) return false;
    gap = gap.substr(found->size());
  }
  return true;
}

/// Length of a genitive at the end: "General's" counts as "General".
std::size_t genitive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\u2019s", "'S", "\u2019S"})
    if (word.size() > ending.size() && word.ends_with(ending)) return ending.size();
  return 0;
}

std::string plain_apostrophes(std::string word) {
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = 0; (at = word.find(kCurly, at)) != std::string::npos; ++at)
    word.replace(at, kCurly.size(), "'");
  return word;
}

std::string folded(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) >= 0x80) return plain_apostrophes(fold(word));
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// An acronym whose case matters: up to five letters, all capitals. Marks and figures are free.
bool is_short_acronym(std::string_view word) {
  std::size_t letters = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    if (is_capital(c)) ++letters;
  }
  return letters > 0 && letters <= 5;
}

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return std::uint64_t{node} << 32 | word;
}

}  // namespace

std::vector<NameTrie::Token> NameTrie::tokens(std::string_view text, const Numbering& number_of) {
  std::vector<Token> out;
  std::size_t last = 0;
  for (const WordSpan& span : words(text)) {
    std::string_view word = text.substr(span.begin, span.end - span.begin);
    if (!out.empty() && !is_soft(text.substr(last, span.begin - last)))
      out.push_back({.word = kStop, .begin = last, .end = span.begin});
    last = span.end;
    word.remove_suffix(genitive(word));
    const std::size_t end = span.begin + word.size();
    std::string key = folded(word);
    const auto* const row = std::find_if(std::begin(kRespellings), std::end(kRespellings),
                                         [&](const Respelling& r) { return r.word == key; });
    if (row != std::end(kRespellings)) key = row->first;
    out.push_back({.word = number_of(std::move(key)), .begin = span.begin, .end = end});
    if (row != std::end(kRespellings) && !row->second.empty())
      out.push_back({.word = number_of(std::string(row->second)), .begin = span.begin, .end = end});
  }
  return out;
}

void NameTrie::insert(const std::vector<std::uint32_t>& words, const End& end, Group group) {
  auto node = static_cast<std::uint32_t>(group);
  for (const std::uint32_t word : words) {
    const auto [child, added] =
        children_.try_emplace(edge(node, word), static_cast<std::uint32_t>(ends_.size()));
    if (added) ends_.emplace_back();
    node = child->second;
  }
  if (!words.empty()) ends_[node].push_back(end);
}

void NameTrie::add(std::string_view spelling, const Name* name, Group group) {
  const auto number_of = [this](std::string word) {
    return words_
        .try_emplace(std::move(word), kStop + 1 + static_cast<std::uint32_t>(words_.size()))
        .first->second;
  };
  std::vector<std::uint32_t> path;
  for (const Token& token : tokens(spelling, number_of)) path.push_back(token.word);
  End end{.name = name};
  if (path.size() == 1) {
    if (is_short_acronym(spelling)) end.exact = spelling;
    end.capital = is_capital(spelling.front());
  }
  insert(path, end, group);

  const std::uint32_t un = number_of("un");
  const std::array<std::uint32_t, 2> united_nations = {number_of("united"), number_of("nations")};
  std::vector<std::vector<std::uint32_t>> others;
  // Commas and brackets of an official name are often left out: "Bolivia, Plurinational State of".
  std::vector<std::uint32_t> bare = path;
  std::erase(bare, kStop);
  if (bare.size() < path.size()) others.push_back(bare);
  // "UN" and "United Nations" stand for each other at the head of a name.
  if (path.size() > 2 && std::equal(united_nations.begin(), united_nations.end(), path.begin())) {
    others.push_back(path);
    others.back().erase(others.back().begin());
    others.back().front() = un;
  } else if (path.size() > 1 && path.front() == un) {
    others.push_back(path);
    others.back().front() = united_nations[1];
    others.back().insert(others.back().begin(), united_nations[0]);
  }
  for (const auto& other : others) insert(other, {.name = name}, group);
}

NameTrie::Found NameTrie::longest(const std::vector<Token>& path, std::size_t from,
                                  std::string_view text, Group group) const {
  Found found;
  auto node = static_cast<std::uint32_t>(group);
  for (std::size_t i = from; i < path.size() && path[i].word != 0; ++i) {
    const auto child = children_.find(edge(node, path[i].word));
    if (child == children_.end()) break;
    node = child->second;
    const std::string_view word = text.substr(path[i].begin, path[i].end - path[i].begin);
    for (const End& end : ends_[node]) {
      if (!end.exact.empty() && end.exact != word) continue;
      if (end.capital && !is_capital(word.front())) continue;
      found = {.tokens = i + 1 - from, .name = end.name};
      break;
    }
  }
  return found;
}

void NameTrie::find(const std::vector<Token>& path, std::string_view text, Group group,
                    std::vector<NameMatch>& matches) const {
  for (std::size_t i = 0; i < path.size();) {
    const Found found = longest(path, i, text, group);
    if (found.name != nullptr)
      matches.push_back({path[i].begin, path[i + found.tokens - 1].end, found.name});
    i += std::max<std::size_t>(found.tokens, 1);
  }
}

std::vector<NameMatch> NameTrie::find(std::string_view text) const {
  // Cutting the text into words costs more than both walks together.
  const std::vector<Token> path = tokens(text, [this](const std::string& word) {
    const auto known = words_.find(word);
    return known == words_.end() ? std::uint32_t{0} : known->second;
  });
  std::vector<NameMatch> matches;
  find(path, text, Group::others, matches);
  const auto middle = static_cast<std::ptrdiff_t>(matches.size());
  find(path, text, Group::initiatives, matches);
  std::inplace_merge(matches.begin(), matches.begin() + middle, matches.end(),
                     [](const NameMatch& a, const NameMatch& b) {
                       return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                     });
  return matches;
}

}  // namespace undex
