#pragma once
// Names of the authority file and of Member States as people type them, in any of the six
// languages (name_table.h), without the machinery that finds names in texts.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/wording.h"

namespace undex::query {

/// No name has more words (or Chinese words) than this.
inline constexpr std::size_t kMostNameWords = 40;

/// What a name of that key stands for when it is typed as `typed`; without values for names that no
/// field holds (organs, roles) and for phrases that only hold a name ("Gulf of Guinea"); nullopt
/// for what is no name. Names of several words are known in any case. A name of one word is, where
/// it cannot be another word: short acronyms in capitals ("WHO"), others with a capital or when
/// they have capitals inside ("candiweb"); of States, in any case where the word means nothing
/// else.
std::optional<std::vector<NameNode::Value>> named_by(std::string_view key, std::string_view typed);

/// What a name in another form of its Russian or Arabic grammar is called ("Генеральная Ассамблея"
/// of "Генеральной Ассамблеи"); empty when it is none.
std::string_view base_form(std::string_view typed);

/// The names of these in other languages than English, whose texts have no marks of names. Names
/// that are other words too are left out.
Wording foreign_names(const std::vector<NameNode::Value>& values);

/// How another name of the same node hangs together with the one typed; empty when not at once.
struct NameLink {
  std::string_view words;  ///< "it merged into this"
  std::string_view when;   ///< "A/RES/63/262"; may be empty
};
NameLink link_between(std::string_view typed_id, std::string_view other_id);

}  // namespace undex::query
