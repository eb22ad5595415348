#pragma once
// Documents of several archives: what is held under a name, and the bytes of a text from the one
// that holds it.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/federation/question.h"

namespace undex::federation {

/// Each takes the deadline of the archives at most. Error{archive} when none answers. Thread-safe.
/// Errors as Federation::find.
ListedTexts find(const Archives& archives, std::string_view typed);
/// Errors as Federation::xml.
std::string bytes(const Archives& archives, const ListedText& text, Kept kept);

/// What all of them answer together, and who has answered.
template <typename Answer>
struct Together {
  Answer answer{};
  std::vector<ArchiveAnswer> archives{};
};
/// As Shelves::holders_of: the first of those that hold it.
Together<std::map<std::string, std::string>> holders_of(const Archives& archives,
                                                        const std::vector<std::string>& names);
/// As Shelves::citing; what several hold in a language once, from the first of them.
Together<std::vector<CitingText>> citing(const Archives& archives, const Symbol& cited);
/// As HeldNames::of_work.
Together<std::vector<std::string>> names_of_work(const Archives& archives, const Symbol& symbol);

}  // namespace undex::federation
