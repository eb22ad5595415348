#include "searcher/query/word_lists.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/utf8.h"
#include "schemas/terms.h"

namespace undex::query {
namespace {

/// Bytes of the character that begins here.
std::size_t character(std::string_view text) { return character_end(text, 0); }

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Letters that scanned print confuses, written for one another. One letter for another is an edit
/// already.
constexpr std::pair<std::string_view, std::string_view> kAlike[] = {
    {"rn", "m"}, {"cl", "d"}, {"vv", "w"}, {"li", "h"}, {"ri", "n"}};

/// More letters at one place of a word are tried only in writings of thousands of characters.
constexpr std::size_t kMostLetters = 4000;

class Neighbours {
 public:
  Neighbours(std::string_view word, const std::string& prefix, const Database& db)
      : word_(word), prefix_(prefix), db_(db) {}

  std::set<std::string> find() {
    take(std::string(word_));
    for (std::size_t at = 0; at <= word_.size(); at += character_at(at)) {
      without_letter(at);
      with_letters(at);
      with_letters_alike(at);
    }
    return std::move(found_);
  }

 private:
  std::size_t character_at(std::size_t at) const {
    return at == word_.size() ? 1 : character(word_.substr(at));
  }

  void take(const std::string& word) {
    if (!word.empty() && db_.term_exists(prefix_ + word)) found_.insert(prefix_ + word);
  }

  std::string replaced(std::size_t at, std::size_t size, std::string_view by) const {
    return std::string(word_.substr(0, at)).append(by).append(word_.substr(at + size));
  }

  /// The letter left out, or swapped with the next.
  void without_letter(std::size_t at) {
    if (at == word_.size()) return;
    const std::size_t width = character_at(at);
    take(replaced(at, width, ""));
    const std::size_t next = at + width;
    if (next == word_.size()) return;
    const std::size_t both = width + character_at(next);
    take(replaced(
        at, both,
        std::string(word_.substr(next, both - width)) + std::string(word_.substr(at, width))));
  }

  /// Every letter that goes on a word of the index here, put in or put in place of this one.
  void with_letters(std::size_t at) {
    const std::string begin = prefix_ + std::string(word_.substr(0, at));
    const std::size_t width = at == word_.size() ? 0 : character_at(at);
    std::size_t letters = 0;
    for (TermWalk walk(db_, begin); !walk.is_done();) {
      const std::string term = walk.term();
      if (term.size() == begin.size()) {
        walk.next();
        continue;
      }
      if (is_capital(term[begin.size()])) {  // a stem, or a term of a field
        walk.skip_to(begin + '[');
        continue;
      }
      const std::string letter =
          term.substr(begin.size(), character(std::string_view(term).substr(begin.size())));
      take(replaced(at, 0, letter));
      if (width > 0) take(replaced(at, width, letter));
      if (++letters == kMostLetters) return;
      walk.skip_to(begin + letter + '\xff');
    }
  }

  void with_letters_alike(std::size_t at) {
    for (const auto& [one, other] : kAlike) {
      if (word_.substr(at).starts_with(one)) take(replaced(at, one.size(), other));
      if (word_.substr(at).starts_with(other)) take(replaced(at, other.size(), one));
    }
  }

  std::string_view word_;
  const std::string& prefix_;
  const Database& db_;
  std::set<std::string> found_;
};

std::vector<std::string> stems_of(const std::string& word) {
  std::vector<std::string> stems;
  for (TextTerm& term : text_terms(word, {}))
    if (term.kind == TextTerm::Kind::stem) stems.push_back(std::move(term.term));
  std::sort(stems.begin(), stems.end());
  return stems;
}

/// A stem is "Zen:desk", or "Zdesk": the letters it has from the beginning in common with the word.
std::size_t shared_with(const std::string& stem, const std::string& word) {
  const std::size_t colon = stem.find(':');
  const std::string_view bare =
      std::string_view(stem).substr(colon == std::string::npos ? 1 : colon + 1);
  const auto [differs, ignored] = std::mismatch(word.begin(), word.end(), bare.begin(), bare.end());
  return static_cast<std::size_t>(differs - word.begin());
}

bool have_one_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& stem) {
    return std::binary_search(b.begin(), b.end(), stem);
  });
}

}  // namespace

/// Goes back to the last star only, so it takes time by the product of the lengths at most.
bool fits(std::string_view word, std::string_view pattern) {
  std::size_t at = 0, in = 0, star = std::string_view::npos, behind = 0;
  while (at < word.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      behind = at;
    } else if (in < pattern.size() && pattern[in] == '?') {
      at += character(word.substr(at));
      ++in;
    } else if (in < pattern.size() && pattern[in] == word[at]) {
      ++at;
      ++in;
    } else if (star != std::string_view::npos) {
      in = star + 1;
      behind += character(word.substr(behind));
      at = behind;
    } else {
      return false;
    }
  }
  while (in < pattern.size() && pattern[in] == '*') ++in;
  return in == pattern.size();
}

WordList words_like(std::string_view pattern, const std::string& prefix, std::size_t limit,
                    const Database& db) {
  const std::string begin = prefix + std::string(pattern.substr(
                                         0, std::min(pattern.find_first_of("*?"), pattern.size())));
  WordList out;
  for (TermWalk walk(db, begin); !walk.is_done();) {
    const std::string_view word = std::string_view(walk.term()).substr(prefix.size());
    if (!word.empty() && is_capital(word.front())) {
      walk.skip_to(prefix + '[');
      continue;
    }
    if (fits(word, pattern) && ++out.found <= limit) out.terms.push_back(walk.term());
    walk.next();
  }
  return out;
}

WordList words_near(std::string_view word, const std::string& prefix, std::size_t limit,
                    const Database& db) {
  const std::set<std::string> found = Neighbours(word, prefix, db).find();
  WordList out{.terms = {found.begin(), found.end()}, .found = found.size()};
  out.terms.resize(std::min(limit, out.found));
  return out;
}

std::vector<std::string> words_of_stem(const std::string& word, std::size_t limit,
                                       const Database& db) {
  // Fewer letters begin too many other words ("e", "web").
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLookedAt = 5000;
  std::vector<std::string> forms = {word};
  const std::vector<std::string> stems = stems_of(word);
  std::size_t shared = word.size();
  for (const std::string& stem : stems) shared = std::min(shared, shared_with(stem, word));
  if (stems.empty() || shared < kShortest) return forms;
  const std::string begin = word.substr(0, shared);
  std::size_t seen = 0;
  for (TermWalk walk(db, begin); !walk.is_done(); walk.next()) {
    if (++seen > kLookedAt || forms.size() == limit) break;
    const std::string& form = walk.term();
    if (form != word && have_one_in_common(stems_of(form), stems)) forms.push_back(form);
  }
  return forms;
}

}  // namespace undex::query
