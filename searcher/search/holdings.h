#pragma once
// What is held, work by work: what a count of mentions is set against. Read from the columns and
// slots of the index; no document is opened.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/index.h"
#include "undex/search.h"

namespace undex::search {

/// A value of a field of a work.
struct HeldValue {
  std::string value;
  bool doubtful = false;
  auto operator<=>(const HeldValue&) const = default;
};

/// A document held, in one of the languages that it is held in: English, else the first by key.
struct HeldWork {
  std::string key;
  std::string name;  ///< sort key of Document::name(), the same for all its versions
  std::string language;
  std::vector<HeldValue> values;  ///< of the field asked for
  std::size_t words = 0;
};

struct Holdings {
  std::vector<HeldWork> works;  ///< by name
  std::vector<HeldWork>
      records;  ///< those of which a catalogue record is held and no text, by name
};

/// What the filters leave over, with the values of a field that can be counted. Throws as
/// Searcher::search.
Holdings holdings(const Index& index, std::span<const Filter> filters, std::string_view field);

}  // namespace undex::search
