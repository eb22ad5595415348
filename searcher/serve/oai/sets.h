#pragma once
// Sets to harvest by: the body that issued a document ("organ:E:CN.16"), its series, the languages
// of its texts. What is in a set is in those above it too: in organ:E, and in organ.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/oai/items.h"

namespace undex::serve::oai {

/// "organ:E:CN.16": parts of letters, digits and -_.!~*'(), parted by colons.
bool is_set_spec(std::string_view text);

/// Those that a document is in, each the lowest of its kind; by symbol and language alone.
std::vector<std::string> sets_of(const Symbol& symbol, const std::vector<std::string>& languages);
/// Whether it is in the set or in one below it.
bool is_in_set(const Item& item, std::string_view set);

struct NamedSet {
  std::string spec;
  std::string name;  ///< "Commission on Science and Technology for Development"
};
/// The three kinds, and all below them that have an item; each before those below it.
std::vector<NamedSet> named_sets_of(const std::vector<Item>& items);

}  // namespace undex::serve::oai
