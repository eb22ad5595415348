#include "corpus/authority_trie.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/letters.h"
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
    {"organisational", "organizational", ""},
    {"centre", "center", ""},
    {"centres", "centers", ""},
    {"informatisation", "informatization", ""},
    {"harmonisation", "harmonization", ""},
    {"labour", "labor", ""},
    {"defence", "defense", ""},
    {"icts", "ict", ""},
    {"website", "web", "site"},
    {"websites", "web", "sites"},
    {"webpage", "web", "page"},
    {"webpages", "web", "pages"},
    {"email", "e", "mail"},
    {"egovernment", "e", "government"},
    {"ecommerce", "e", "commerce"},
    {"elearning", "e", "learning"},
    {"interagency", "inter", "agency"},
    {"multistakeholder", "multi", "stakeholder"},
    {"online", "on", "line"},
    {"cooperation", "co", "operation"},
    {"coordination", "co", "ordination"},
    {"cybersecurity", "cyber", "security"},
    {"helpdesk", "help", "desk"},
    {"workstation", "work", "station"},
    {"workstations", "work", "stations"},
    {"nongovernmental", "non", "governmental"},
    {"roadmap", "road", "map"},
    {"videoconferencing", "video", "conferencing"},
};

const Respelling* respelling_of(const std::string& word) {
  static const auto kByWord = [] {
    std::unordered_map<std::string_view, const Respelling*> rows;
    for (const Respelling& row : kRespellings) rows.emplace(row.word, &row);
    return rows;
  }();
  if (word.size() < 4) return nullptr;
  const auto row = kByWord.find(word);
  return row == kByWord.end() ? nullptr : row->second;
}

/// Points and apostrophes between two letters, points and commas between two digits belong to the
/// word they stand in: "UN.INT", "Côte d'Ivoire", "3.2".
std::size_t inner_mark_at(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return 0;
  const char before = text[at - 1];
  const char c = text[at];
  if (c == '_') return 1;
  if ((c == '.' || c == ',') && is_digit(before) && is_digit(text[at + 1])) return 1;
  if ((c == '.' || c == '\'') && is_letter(before) && letter_at(text, at + 1) != 0) return 1;
  constexpr std::string_view kApostrophe = "\u2019";
  const bool curly = text.substr(at, kApostrophe.size()) == kApostrophe;
  const std::size_t next = at + kApostrophe.size();
  return curly && next < text.size() && letter_at(text, next) != 0 ? kApostrophe.size() : 0;
}

/// The next word from `at` on; begins and ends at the end of the text when there is none.
TextSpan next_word(std::string_view text, std::size_t at) {
  while (at < text.size() && letter_at(text, at) == 0) ++at;
  TextSpan word{at, at};
  while (word.end < text.size()) {
    std::size_t length = letter_at(text, word.end);
    if (length == 0 && word.end > word.begin) length = inner_mark_at(text, word.end);
    if (length == 0) break;
    word.end += length;
  }
  return word;
}

/// "information and communication technologies" in all its forms is the one word "ict": the words
/// read so far of it, and where they begin among the tokens.
class IctReader {
 public:
  /// Whether the word ends the phrase; `at` is the place of its token.
  bool read(std::string_view word, std::size_t at) {
    const bool communication = word == "communication" || word == "communications";
    const bool technology = word == "technology" || word == "technologies";
    if (word == "information") {
      state_ = State::information;
      first_ = at;
    } else if (state_ == State::information && word == "and") {
      state_ = State::conjunction;
    } else if ((state_ == State::information || state_ == State::conjunction) && communication) {
      state_ = State::communication;
    } else {
      const bool whole = state_ == State::communication && technology;
      state_ = State::nothing;
      return whole;
    }
    return false;
  }
  void stop() { state_ = State::nothing; }
  std::size_t first() const { return first_; }

 private:
  enum class State { nothing, information, conjunction, communication };
  State state_ = State::nothing;
  std::size_t first_ = 0;
};

std::string singular_of(const std::string& word) {
  const std::string_view view(word);
  if (view.size() > 4 && view.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (view.size() < 4 || !view.ends_with('s')) return word;
  for (const std::string_view ending : {"ss", "us", "is"})
    if (view.ends_with(ending)) return word;
  return word.substr(0, word.size() - 1);
}

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

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return std::uint64_t{node} << 32 | word;
}

}  // namespace

std::vector<NameTrie::Token> NameTrie::tokens(std::string_view text, const Numbering& number_of) {
  std::vector<Token> out;
  out.reserve(text.size() / 4 + 1);
  IctReader ict;
  const auto add = [&](std::string key, std::size_t begin, std::size_t end) {
    if (ict.read(key, out.size())) {
      begin = out[ict.first()].begin;
      out.resize(ict.first());
      key = "ict";
    }
    std::string singular = singular_of(key);
    const bool same = singular == key;
    const std::uint32_t word = number_of(std::move(key));
    const std::uint32_t one = same ? word : number_of(std::move(singular));
    out.push_back({.word = word, .singular = one, .begin = begin, .end = end});
  };
  std::size_t last = 0;
  for (TextSpan span = next_word(text, 0); span.begin < text.size();
       span = next_word(text, span.end)) {
    std::string_view word = text.substr(span.begin, span.end - span.begin);
    if (!out.empty() && !is_soft(text.substr(last, span.begin - last))) {
      out.push_back({.word = kStop, .singular = kStop, .begin = last, .end = span.begin});
      ict.stop();
    }
    last = span.end;
    word.remove_suffix(genitive(word));
    const std::size_t end = span.begin + word.size();
    std::string key = folded(word);
    const Respelling* const row = respelling_of(key);
    add(row == nullptr ? std::move(key) : std::string(row->first), span.begin, end);
    if (row != nullptr && !row->second.empty()) add(std::string(row->second), span.begin, end);
  }
  return out;
}

std::uint32_t NameTrie::number(const Token& token, Group group) {
  return group == Group::initiatives ? token.singular : token.word;
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
  for (const Token& token : tokens(spelling, number_of)) path.push_back(number(token, group));
  the_ = number_of("the");
  End end{.name = name};
  if (path.size() == 1) {
    if (is_short_acronym(spelling)) end.exact = spelling;
    end.plain = folded(spelling);
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
  for (std::size_t i = from; i < path.size() && number(path[i], group) != 0; ++i) {
    const auto child = children_.find(edge(node, number(path[i], group)));
    // An article more does not make another name: "inventory of the framework agreements".
    if (child == children_.end() && i > from && path[i].word == the_ && path[i - 1].word != the_)
      continue;
    if (child == children_.end()) break;
    node = child->second;
    const std::string_view word = text.substr(path[i].begin, path[i].end - path[i].begin);
    for (const End& end : ends_[node]) {
      if (!end.exact.empty() && end.exact != word) continue;
      if (end.capital && !is_capital(word.front())) continue;
      if (!end.plain.empty() && end.plain != folded(word)) continue;
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
    const bool in_symbol = found.tokens == 1 && stands_in_symbol(text, path[i].begin, path[i].end);
    if (found.name != nullptr && !in_symbol)
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
