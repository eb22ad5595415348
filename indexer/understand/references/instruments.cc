#include "indexer/understand/references/instruments.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "corpus/data.h"
#include "corpus/strings.h"

namespace undex {
namespace {

struct Entry {
  std::vector<std::string> words;  ///< as printed, with their capitals
  Symbol symbol;
};

/// By the first word in small letters; of one first word the longest name comes first.
using Entries = std::unordered_map<std::string, std::vector<Entry>>;

Entries read_entries() {
  Entries entries;
  for (const auto& row : data_rows("instruments")) {
    for (const std::string_view name : split(row[0], '|')) {
      const PhraseText text(name);
      Entry entry{.words = {}, .symbol = symbol_from_normal_form(row[1])};
      for (std::size_t i = 0; i < text.size(); ++i) entry.words.emplace_back(text.printed(i));
      entries[std::string(text.word(0))].push_back(std::move(entry));
    }
  }
  for (auto& [first, list] : entries)
    std::ranges::stable_sort(list, std::ranges::greater(),
                             [](const Entry& entry) { return entry.words.size(); });
  return entries;
}

const Entries& entries() {
  static const Entries kEntries = read_entries();
  return kEntries;
}

bool stands_at(const PhraseText& text, std::size_t i, const Entry& entry) {
  for (std::size_t n = 0; n < entry.words.size(); ++n) {
    if (n > 0 && !text.joined(i + n - 1)) return false;
    if (text.printed(i + n) != entry.words[n]) return false;
  }
  return true;
}

/// "Sustainable Development Goals Report": a name goes on that is not the instrument's. "Target 4"
/// and "Goal 4" are places in it.
bool goes_on(const PhraseText& text, std::size_t last) {
  if (!text.joined(last) || !is_upper(peek(text.printed(last + 1), 0))) return false;
  const std::string_view next = text.word(last + 1);
  return next != "target" && next != "targets" && next != "goal" && next != "and";
}

}  // namespace

std::vector<InstrumentMatch> find_instruments(const PhraseText& text) {
  std::vector<InstrumentMatch> matches;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto list = entries().find(std::string(text.word(i)));
    if (list == entries().end()) continue;
    for (const Entry& entry : list->second) {
      if (!stands_at(text, i, entry)) continue;
      const std::size_t last = i + entry.words.size() - 1;
      if (!goes_on(text, last)) matches.push_back({text.begin(i), text.end(last), entry.symbol});
      i = last;
      break;
    }
  }
  return matches;
}

}  // namespace undex
