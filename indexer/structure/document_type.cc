// The kinds of document that a line of a masthead names.
#include <array>

#include "corpus/ordinal.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_lines.h"

namespace undex::structure {

std::string document_type_of(std::string_view line) {
  struct Row {
    std::string_view begins;
    std::string_view normal;  ///< empty: the line itself, its first letter small
  };
  static constexpr std::array<Row, 30> kTypes{{
      {"report of ", ""},
      {"reports of ", ""},
      {"progress report of ", ""},
      {"interim report of ", ""},
      {"note by ", ""},
      {"letter dated ", "letter"},
      {"identical letters dated ", "letter"},
      {"letters dated ", "letter"},
      {"note verbale dated ", "note verbale"},
      {"notes verbales dated ", "note verbale"},
      {"resolution adopted by ", "resolution"},
      {"resolutions adopted by ", "resolution"},
      {"adopted by the security council", "resolution"},
      {"decision adopted by ", "decision"},
      {"statement by the president of the security council", "presidential statement"},
      {"draft resolution", "draft resolution"},
      {"draft decision", "draft decision"},
      {"working paper submitted by ", "working paper"},
      {"working paper", "working paper"},
      {"memorandum by ", ""},
      {"summary record of the ", "meeting record"},
      {"provisional summary record of the ", "meeting record"},
      {"verbatim record of the ", "meeting record"},
      {"provisional verbatim record of the ", "meeting record"},
      {"secretary-general's bulletin", "administrative issuance"},
      {"secretary-general’s bulletin", "administrative issuance"},
      {"administrative instruction", "administrative issuance"},
      {"information circular", "administrative issuance"},
      {"corrigendum", "corrigendum"},
      {"addendum", "addendum"},
  }};
  if (line.size() > 400) return {};
  for (const Row& row : kTypes) {
    const std::string_view begins = row.begins;
    if (ascii_lower(line.substr(0, begins.size())) != begins) continue;
    if (!row.normal.empty()) return std::string(row.normal);
    std::string normal(line);
    if (is_lower_letter(normal[1])) normal[0] = static_cast<char>(normal[0] | 0x20);
    return normal;
  }
  // "Thirty-second report of the Advisory Committee on ..."
  const std::size_t word = line.find(' ');
  if (word < 30 && ordinal_value(line.substr(0, word)) &&
      starts_with_word(line.substr(word + 1), "report of "))
    return std::string(line.substr(word + 1));
  // "Resolution 2427 (2018)"
  if (starts_with_word(line, "resolution ") && line.size() > 11 && is_digit(line[11]) &&
      line.size() < 40)
    return "resolution";
  return {};
}

}  // namespace undex::structure
