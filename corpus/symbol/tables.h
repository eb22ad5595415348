#pragma once
// corpus/data/organs.tsv and symbol_kinds.tsv as the symbol code reads them. Built once, never
// changed; the text stays where it is in the program.
#include <string_view>
#include <vector>

namespace undex {

/// The first segment that a symbol may have.
struct SymbolHead {
  std::string_view name;
  bool principal = false;  ///< an organ of the Charter: A, E, S, T, ST
  bool numbered = false;   ///< with a point and a number: IDB.29, GC.11
};

/// nullptr if no document symbol begins so.
const SymbolHead* find_symbol_head(std::string_view head);

struct SymbolBody {
  std::string_view prefix;  ///< "A/AC.292/"; '*' stands for a number: "A/CONF.*/"
  std::string_view name;
  std::vector<std::string_view> also;  ///< other names in texts
  std::string_view resolution;         ///< how its resolutions are named, see organs.tsv; or empty
  std::string_view decision;
};
const std::vector<SymbolBody>& symbol_bodies();
/// The body whose prefix this is ("A/CONF.199/"), or nullptr.
const SymbolBody* find_symbol_body(std::string_view prefix);

/// The kind that a segment ("L", "RES") gives to a symbol; empty for none.
std::string_view kind_of_segment(std::string_view segment, std::string_view symbol);

}  // namespace undex
