#include "searcher/search/near_terms.h"

#include <algorithm>
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

/// A letter as its bytes, and where it ends.
struct Letter {
  std::string_view bytes;
  std::size_t end = 0;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = character_end(text, at);
    letters.push_back({text.substr(at, end - at), end});
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

  /// The edits that lead to the term, or more than allowed with the bytes of its beginning that no
  /// near term has.
  std::pair<std::size_t, std::size_t> read(const std::string& term) {
    const std::string before = std::exchange(term_, term);
    const std::vector<Letter> letters = letters_of(term_);
    const auto [differs, ignored] =
        std::mismatch(term_.begin(), term_.end(), before.begin(), before.end());
    const auto same = static_cast<std::size_t>(differs - term_.begin());
    std::size_t depth = 0;
    while (depth + 1 < rows_.size() && depth < letters.size() && letters[depth].end <= same)
      ++depth;
    rows_.resize(depth + 1);
    for (; depth < letters.size(); ++depth) {
      add_row(letters, depth);
      if (least(depth + 1) > most_ && least(depth) + 1 > most_)
        return {most_ + 1, letters[depth].end};
    }
    return {rows_.back().back(), term_.size()};
  }

 private:
  std::size_t least(std::size_t row) const {
    return *std::min_element(rows_[row].begin(), rows_[row].end());
  }

  void add_row(const std::vector<Letter>& letters, std::size_t depth) {
    const std::vector<std::size_t>& above = rows_.back();
    std::vector<std::size_t> row = {depth + 1};
    for (std::size_t at = 1; at <= word_.size(); ++at) {
      const bool same = word_[at - 1].bytes == letters[depth].bytes;
      std::size_t edits =
          std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (same ? 0U : 1U)});
      if (depth > 0 && at > 1 && word_[at - 1].bytes == letters[depth - 1].bytes &&
          word_[at - 2].bytes == letters[depth].bytes)
        edits = std::min(edits, rows_[depth - 1][at - 2] + 1);
      row.push_back(edits);
    }
    rows_.push_back(std::move(row));
  }

  std::vector<Letter> word_;
  std::size_t most_;
  std::string term_;
  std::vector<std::vector<std::size_t>> rows_;
};

}  // namespace

std::vector<NearTerm> near_terms(const Xapian::Database& db, const std::string& prefix,
                                 std::string_view word, std::size_t edits) {
  std::vector<NearTerm> found;
  Edits table(word, edits);
  std::size_t leaps = 0;
  auto it = db.allterms_begin(prefix);
  const auto end = db.allterms_end(prefix);
  while (it != end && leaps < kMostLeaps) {
    const std::string text = (*it).substr(prefix.size());
    if (prefix.empty() && text.front() >= kFirstPrefix && text.front() < *kAfterPrefixes) {
      it.skip_to(kAfterPrefixes);
      continue;
    }
    const auto [distance, read] = table.read(text);
    if (distance > edits && read < text.size()) {
      it.skip_to(prefix + text.substr(0, read) + kAfterAll);
      ++leaps;
      continue;
    }
    if (distance > 0 && distance <= edits) found.push_back({text, distance, it.get_termfreq()});
    ++it;
  }
  return found;
}

}  // namespace undex::search
