#pragma once
// What a word or several mean in the library's thesaurus, and what they may mean. A preferred label
// is taken in any language. So is another label, but none in English: there the library's own words
// lead elsewhere too often ("training" to TEACHING), and they are only named. A single word in
// plain letters may be another word elsewhere (French "actions" are STOCKS): it is taken in the
// language of the question, or of the user where the question does not tell, and else only named.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/headings.h"
#include "searcher/query/query.h"

namespace undex::query {

/// Headings that words lead to in the thesaurus without being taken for them.
struct HeadingBeside {
  std::string typed;
  std::vector<std::string> headings;  ///< as the library writes them, at most three
};

class HeadingReader {
 public:
  /// Without a table nothing is a heading. The languages are codes of language.h, that of the
  /// question may be empty. The table must live as long.
  HeadingReader(const HeadingTable* table, std::string_view question, std::string_view user)
      : table_(table), question_(question), user_(user) {}

  bool is_there() const { return table_ != nullptr; }
  /// Whether a label begins with the key.
  bool begins(std::string_view key) const;
  /// The headings that a text of that key is taken for; the node is without its `typed`.
  std::optional<LabelNode> meant(std::string_view key, std::string_view typed) const;
  std::optional<HeadingBeside> beside(std::string_view key, std::string_view typed) const;

 private:
  std::vector<HeadingEntry> entries_of(std::string_view key) const;
  LanguageBits languages_taken(const std::vector<HeadingEntry>& entries,
                               std::string_view typed) const;
  std::string name_of(std::uint32_t heading) const;
  void add(std::uint32_t heading, LabelNode& node) const;

  const HeadingTable* table_;
  std::string_view question_, user_;
};

}  // namespace undex::query
