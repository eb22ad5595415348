#include "searcher/query/name_stems.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "schemas/words.h"

namespace undex::query {
namespace {

/// Longer names are known by their spelling only.
constexpr std::size_t kLongestName = 200;  ///< bytes
constexpr std::ptrdiff_t kMostBlanks = 14;
constexpr std::array<std::string_view, 2> kStems = {"Zru:", "Zar:"};
constexpr std::string_view kAnd = "و";

/// The stemmer leaves "ассамбле" of "Ассамблея" and "ассамбл" of "Ассамблеи".
constexpr std::string_view kLeft = "е";

/// Nouns like "Грузия" keep a letter that the stemmer takes away, or loads ("грузов") were one.
constexpr std::array<std::string_view, 5> kKeeping = {"ия", "ии", "ию", "ией", "иею"};
constexpr std::string_view kKept = "и";

bool keeps_letter(std::string_view word) {
  const std::string lower = to_lower(word);
  return std::any_of(kKeeping.begin(), kKeeping.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// Letters of Cyrillic and Arabic, by their first byte.
bool may_have_forms(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.empty() ? 0 : text.front());
  return byte >= 0xD0 && byte <= 0xDB && text.size() <= kLongestName &&
         std::count(text.begin(), text.end(), ' ') <= kMostBlanks;
}

}  // namespace

std::string name_stem_key(std::string_view text) {
  std::string key;
  if (!may_have_forms(text)) return key;
  for (const WordSpan& span : words(text)) {
    const std::string_view word = text.substr(span.begin, span.end - span.begin);
    const WordForm form = word_form(word, {});
    std::string_view stem = form.stem;
    const bool known = std::any_of(kStems.begin(), kStems.end(),
                                   [&](std::string_view one) { return stem.starts_with(one); });
    if (!known) return {};
    stem.remove_prefix(kStems.front().size());
    if (stem.ends_with(kLeft)) stem.remove_suffix(kLeft.size());
    if (!key.empty()) key += ' ';
    key += stem;
    if (keeps_letter(word)) key += kKept;
  }
  return key;
}

std::string_view without_arabic_and(std::string_view text) {
  return text.starts_with(kAnd) ? text.substr(kAnd.size()) : std::string_view();
}

}  // namespace undex::query
