#include "searcher/search/near_terms.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/utf8.h"

namespace undex::search {
namespace {

constexpr std::size_t kMostLeaps = 20'000;
/// Above every byte of UTF-8.
constexpr char kAfterAll = '\xff';
/// Words have no prefix; prefixes begin with a capital.
constexpr char kFirstPrefix = 'A';
constexpr const char* kAfterPrefixes = "[";

/// A letter as its bytes, the same as a number, and where it ends.
struct Letter {
  std::string_view bytes;
  std::uint32_t code = 0;
  std::size_t end = 0;
};

/// No two letters have the same: none has more than four bytes.
std::uint32_t code_of(std::string_view letter) {
  std::uint32_t code = 0;
  for (const char byte : letter) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = character_end(text, at);
    const std::string_view bytes = text.substr(at, end - at);
    letters.push_back({.bytes = bytes, .code = code_of(bytes), .end = end});
    at = end;
  }
  return letters;
}

/// The table of edits, a row a letter of the term: rows stay true as long as terms begin alike.
class Edits {
 public:
  Edits(std::string_view word, std::size_t most) : word_(letters_of(word)), most_(most) {
    rows_.emplace_back();
    for (std::size_t at = 0; at <= word_.size(); ++at) rows_[0].push_back(at);
  }

  /// The edits that lead to the term; nothing when no near term begins as it does.
  std::optional<std::size_t> read(const std::string& term) {
    const auto [differs, ignored] =
        std::mismatch(term.begin(), term.end(), term_.begin(), term_.end());
    const auto same = static_cast<std::size_t>(differs - term.begin());
    term_ = term;
    letters_ = letters_of(term_);
    std::size_t depth = 0;
    while (depth + 1 < rows_.size() && depth < letters_.size() && letters_[depth].end <= same)
      ++depth;
    rows_.resize(depth + 1);
    for (; depth < letters_.size(); ++depth) {
      add_row();
      if (least(depth + 1) > most_ && !may_differ(depth)) return std::nullopt;
    }
    return rows_.back().back();
  }

  /// Behind the term, of which no near one begins so: the least text that one may begin with. Empty
  /// when none is left.
  std::string next() {
    for (std::size_t depth = rows_.size() - 1; depth-- > 0;) {
      const std::string letter(letters_[depth].bytes);
      const std::string begin = term_.substr(0, letters_[depth].end - letter.size());
      rows_.resize(depth + 1);
      if (may_differ(depth)) return begin + letter + kAfterAll;
      if (const std::string_view other = letter_behind(letter); !other.empty())
        return completed(begin, other);
    }
    return {};
  }

 private:
  std::size_t least(std::size_t row) const {
    return *std::min_element(rows_[row].begin(), rows_[row].end());
  }

  /// Whether the next letter may be any.
  bool may_differ(std::size_t row) const { return least(row) < most_; }

  /// With all letters that are sure, now that no edit is left.
  std::string completed(std::string text, std::string_view letter) {
    while (!letter.empty()) {
      text += letter;
      term_ = text;
      letters_ = letters_of(term_);
      add_row();
      if (rows_.back().back() <= most_ || may_differ(letters_.size())) break;
      letter = letter_behind({});
    }
    return text;
  }

  /// The first behind that one of the letters that may go on where no edit is left.
  std::string_view letter_behind(std::string_view letter) const {
    std::string_view found;
    const auto consider = [&](std::string_view other) {
      if (other > letter && (found.empty() || other < found)) found = other;
    };
    const std::size_t depth = rows_.size() - 1;
    for (std::size_t at = 0; at < word_.size(); ++at) {
      if (rows_[depth][at] <= most_) consider(word_[at].bytes);
      if (depth > 0 && at + 1 < word_.size() && rows_[depth - 1][at] < most_ &&
          word_[at + 1].bytes == letters_[depth - 1].bytes)
        consider(word_[at].bytes);
    }
    return found;
  }

  /// Of the next letter.
  void add_row() {
    const std::size_t depth = rows_.size() - 1;
    const std::vector<std::size_t>& above = rows_.back();
    const std::uint32_t letter = letters_[depth].code;
    std::vector<std::size_t> row;
    row.reserve(word_.size() + 1);
    row.push_back(depth + 1);
    for (std::size_t at = 1; at <= word_.size(); ++at) {
      const bool same = word_[at - 1].code == letter;
      std::size_t edits =
          std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (same ? 0U : 1U)});
      if (depth > 0 && at > 1 && word_[at - 1].code == letters_[depth - 1].code &&
          word_[at - 2].code == letter)
        edits = std::min(edits, rows_[depth - 1][at - 2] + 1);
      row.push_back(edits);
    }
    rows_.push_back(std::move(row));
  }

  std::vector<Letter> word_;
  std::size_t most_;
  std::string term_;
  std::vector<Letter> letters_;  ///< of term_
  std::vector<std::vector<std::size_t>> rows_;
};

}  // namespace

std::vector<NearTerm> near_terms(const query::Database& db, const std::string& prefix,
                                 std::string_view word, std::size_t edits) {
  std::vector<NearTerm> found;
  Edits table(word, edits);
  std::size_t leaps = 0;
  query::TermWalk walk(db, prefix);
  while (!walk.is_done() && leaps < kMostLeaps) {
    const std::string text = walk.term().substr(prefix.size());
    if (prefix.empty() && text.front() >= kFirstPrefix && text.front() < *kAfterPrefixes) {
      walk.skip_to(kAfterPrefixes);
      continue;
    }
    const std::optional<std::size_t> distance = table.read(text);
    if (!distance) {
      const std::string next = table.next();
      if (next.empty()) break;
      walk.skip_to(prefix + next);
      ++leaps;
      continue;
    }
    if (*distance > 0 && *distance <= edits) found.push_back({text, *distance, walk.holders()});
    walk.next();
  }
  return found;
}

}  // namespace undex::search
