#include "indexer/likeness.h"

#include <algorithm>
#include <functional>
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

Hashes words_of(std::string_view text) {
  Hashes hashes;
  for (const WordSpan& word : words(text))
    hashes.push_back(hash_of(fold(text.substr(word.begin, word.end - word.begin))));
  return hashes;
}

/// Runs of the words of a text, each joined with `place`.
void add_runs(const Hashes& text, std::size_t place, Hashes& runs) {
  const std::size_t size = std::min(kRun, text.size());
  for (std::size_t at = 0; size > 0 && at + size <= text.size(); ++at) {
    std::size_t run = place;
    for (std::size_t i = 0; i < size; ++i) run = join(run, text[at + i]);
    runs.push_back(run);
  }
}

bool is_text(const Block& block) {
  return block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
         block.kind != BlockKind::table;
}

bool is_numbered(const Block& block) {
  return block.kind != BlockKind::heading && (block.locator.place == Locator::Place::paragraph ||
                                              block.locator.place == Locator::Place::preambular);
}

/// Points count for their paragraph, for some formats run them together.
std::size_t number_of(const Block& block) {
  Locator whole = block.locator;
  whole.points.clear();
  return hash_of(whole.text());
}

void add_block(const Block& block, TextRuns& out) {
  const Hashes text = words_of(block.text);
  add_runs(text, 0, out.all);
  if (!is_numbered(block)) return;
  const std::size_t number = number_of(block);
  if (out.numbers.empty() || out.numbers.back() != number) out.numbers.push_back(number);
  add_runs(text, number, out.numbered);
}

/// What one has twice and the other once counts once. Both are sorted.
double shared(const Hashes& a, const Hashes& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::size_t of_a = a[i], of_b = b[j];
    both += of_a == of_b;
    i += of_a <= of_b;
    j += of_b <= of_a;
  }
  return 2 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

}  // namespace

TextRuns runs_of(const Document& document) {
  TextRuns out;
  for (const Block& block : document.blocks)
    if (is_text(block)) add_block(block, out);
  for (const Table& table : document.tables)
    for (const std::vector<std::string>& row : table.rows)
      for (const std::string& cell : row) add_runs(words_of(cell), 0, out.all);
  for (Hashes* hashes : {&out.numbers, &out.numbered, &out.all})
    std::sort(hashes->begin(), hashes->end());
  return out;
}

double likeness(const TextRuns& a, const TextRuns& b) {
  const bool have_numbers = !a.numbers.empty() && !b.numbers.empty();
  if (have_numbers && shared(a.numbers, b.numbers) >= kNumbersAgree)
    return shared(a.numbered, b.numbered);
  return shared(a.all, b.all);
}

}  // namespace undex
