#pragma once
// A feed as a plain value, and as Atom 1.0 (RFC 4287), in pages as RFC 5005 has them.
#include <string>
#include <vector>

namespace undex::serve {

struct FeedEntry {
  std::string id;        ///< an address that never changes
  std::string link;      ///< where a reader reads it
  std::string title;     ///< one line
  std::string language;  ///< of the title; empty: that of the feed
  std::string updated;   ///< RFC 3339
  std::string summary;   ///< a few words, lines parted by line feeds
};

struct Feed {
  std::string id;  ///< the address of its first page
  std::string title;
  std::string subtitle{};  ///< what a reader must know of it, or empty
  std::string language;
  std::string author;
  std::string updated;  ///< RFC 3339, where no entry is newer
  std::string self;     ///< address of this page
  std::string next{};   ///< of the older entries; empty: there are none
  std::string page;     ///< of the same for people
  std::vector<FeedEntry> entries{};
};

std::string write_atom(const Feed& feed);

}  // namespace undex::serve
