#include "indexer/likeness.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace undex {
namespace {

using Hashes = std::vector<std::size_t>;

/// So that an order changed counts, and a word that a converter cut costs three runs and no more.
constexpr std::size_t kRun = 3;

/// Where fewer numbers agree, a format has lost or invented them: pages of lists in .html, tables
/// in plain text. A revised text keeps most.
constexpr double kNumbersAgree = 0.5;

std::size_t hash_of(const std::string& text) { return std::hash<std::string>()(text); }

std::size_t join(std::size_t a, std::size_t b) {
  return a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2));
}

/// Runs of the words of a text, each joined with `place`.
void add_runs(std::string_view text, std::size_t place, Hashes& runs) {
  Hashes hashes;
  for (const WordSpan& word : words(text))
    hashes.push_back(hash_of(fold(text.substr(word.begin, word.end - word.begin))));
  const std::size_t size = std::min(kRun, hashes.size());
  for (std::size_t at = 0; size > 0 && at + size <= hashes.size(); ++at) {
    std::size_t run = place;
    for (std::size_t i = 0; i < size; ++i) run = join(run, hashes[at + i]);
    runs.push_back(run);
  }
}

bool is_text(const Block& block) {
  return block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
         block.kind != BlockKind::table;
}

struct Numbered {
  Hashes numbers;
  Hashes runs;  ///< with their numbers
};

/// Numbered and preambular paragraphs; points count for their paragraph, for some formats run them
/// together.
Numbered numbered_text(const Document& document) {
  Numbered out;
  for (const Block& block : document.blocks) {
    const bool numbered = block.locator.place == Locator::Place::paragraph ||
                          block.locator.place == Locator::Place::preambular;
    if (!numbered || !is_text(block) || block.kind == BlockKind::heading) continue;
    Locator whole = block.locator;
    whole.points.clear();
    const std::size_t number = hash_of(whole.text());
    if (out.numbers.empty() || out.numbers.back() != number) out.numbers.push_back(number);
    add_runs(block.text, number, out.runs);
  }
  return out;
}

Hashes all_runs(const Document& document) {
  Hashes runs;
  for (const Block& block : document.blocks)
    if (is_text(block)) add_runs(block.text, 0, runs);
  for (const Table& table : document.tables)
    for (const std::vector<std::string>& row : table.rows)
      for (const std::string& cell : row) add_runs(cell, 0, runs);
  return runs;
}

/// What one has twice and the other once counts once.
double shared(Hashes a, Hashes b) {
  if (a.empty() && b.empty()) return 1;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Hashes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace

double likeness(const Document& a, const Document& b) {
  Numbered of_a = numbered_text(a), of_b = numbered_text(b);
  const bool have_numbers = !of_a.numbers.empty() && !of_b.numbers.empty();
  if (have_numbers && shared(std::move(of_a.numbers), std::move(of_b.numbers)) >= kNumbersAgree)
    return shared(std::move(of_a.runs), std::move(of_b.runs));
  return shared(all_runs(a), all_runs(b));
}

}  // namespace undex
