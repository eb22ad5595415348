#include "indexer/understand/proposals/known_names.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex {
namespace {

// "United Nations" and the article before a name tell nothing apart; a plural is the same name.
constexpr std::string_view kLeading[] = {"the", "unitednations"};

/// What ties more words to a name that ended: "Russian Federation against Ukraine".
constexpr std::string_view kJoining[] = {"of", "for",  "on",   "in",  "to", "against",
                                         "at", "with", "from", "and", "or"};

/// A name has few words; a cell that has more is no name whose parts matter.
constexpr std::size_t kMostWords = 40;

/// "International Trade Centre" -> "ITC"
std::string initials_of(std::string_view name) {
  std::string letters;
  for (std::string_view word : split(name, ' '))
    if (!word.empty() && is_upper(word[0])) letters += word[0];
  return letters;
}

}  // namespace

std::string name_key(std::string_view spelling) {
  if (spelling.starts_with("UN ")) spelling.remove_prefix(3);
  std::string key = letters_and_digits(fold(spelling));
  for (std::string_view word : kLeading)
    if (key.starts_with(word) && key.size() > word.size() + 3) key.erase(0, word.size());
  if (key.size() > 4 && key.ends_with('s')) key.pop_back();
  return key;
}

KnownNames::KnownNames(std::span<const Name> names) {
  for (const Name& name : names) {
    ids_.insert(name.id);
    add(name.preferred);
    initials_.emplace(initials_of(name.preferred), name.preferred);
    for (const std::string& variant : name.variants) add(variant);
  }
  for (const auto& row : data_rows("not_names")) add(row[0]);
  // Ideas ("ICT", "least developed countries") are no names, though a name may have one in it. A
  // concept whose label has a capital is called after a name.
  for (const auto& row : data_rows("concepts")) {
    if (std::any_of(row[1].begin(), row[1].end(), is_upper)) continue;
    for (std::string_view variant : split(row[2], '|')) {
      if (variant.ends_with('!')) variant.remove_suffix(1);
      spellings_.insert(name_key(variant));
    }
  }
}

void KnownNames::add(std::string_view spelling) {
  spellings_.insert(name_key(spelling));
  const auto words = split(spelling, ' ');
  if (words.size() > kMostWords) return;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    at += words[i].size();
    if (i > 0) parts_.insert(name_key(spelling.substr(0, at)));
    ++at;
    if (i + 2 < words.size()) parts_.insert(name_key(spelling.substr(at)));
  }
}

bool KnownNames::has(std::string_view spelling) const {
  return spellings_.contains(name_key(spelling));
}

std::string KnownNames::meant_by(std::string_view short_form) const {
  const auto found = initials_.find(short_form);
  return found == initials_.end() ? std::string() : found->second;
}

bool KnownNames::begins_with_name(std::string_view spelling) const {
  const auto words = split(spelling, ' ');
  if (words.size() > kMostWords) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    at += words[i].size();
    const std::string_view next = words[i + 1];
    const bool joins =
        std::find(std::begin(kJoining), std::end(kJoining), next) != std::end(kJoining);
    if (joins && i > 0 && has(spelling.substr(0, at))) return true;
    ++at;
  }
  return false;
}

bool KnownNames::has_part(std::string_view spelling) const {
  return parts_.contains(name_key(spelling));
}

}  // namespace undex
