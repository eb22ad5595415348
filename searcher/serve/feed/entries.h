#pragma once
// What all feeds share: the documents that entered the archive last stand first, however old they
// are, for who follows a feed must not miss an old report that was taken in today.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "searcher/serve/feed/atom.h"
#include "searcher/serve/routes.h"

namespace undex::serve {

inline constexpr std::size_t kEntriesOnAPage = 50;
/// The parameter that says where a page begins.
inline constexpr std::string_view kBefore = "before";

/// A page of a feed, and the `before` of the following page, empty where there is none.
struct FeedPage {
  std::vector<ArchiveEntry> entries;
  std::string next{};
};

/// Those that entered before the revision that `before` of the address names, the last first.
/// Error{usage} when it names none.
FeedPage feed_page(const HttpRequest& request, std::vector<ArchiveEntry> entries);

/// When it entered the archive; where the archive does not tell, when the index was published.
std::string entered_at(const View& view, const ArchiveEntry& entry);

/// A feed without entries: `path` and `parameters` are its address, `page` is the link within the
/// site to the same for people.
Feed feed_at(const Call& call, std::string_view path, std::vector<Parameter> parameters,
             const std::string& next, std::string_view page);

/// The answer of it.
HttpResponse atom_answer(const Call& call, const Feed& feed);

}  // namespace undex::serve
