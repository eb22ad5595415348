#pragma once
// What the verbs of OAI-PMH answer from, and what they write alike.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/archive.h"
#include "searcher/serve/oai/arguments.h"
#include "searcher/serve/oai/items.h"
#include "searcher/serve/site.h"

namespace undex::serve::oai {

struct Repository {
  const Archive& archive;
  const SiteOptions& options;
  const std::vector<Item>& items;
  std::string base_url;  ///< of the protocol
  std::string host;      ///< the middle of every identifier: a domain name
};
Repository repository_of(const View& view, const SiteOptions& options);

/// "oai:library.example.org:A_58_568".
std::string identifier_of(const Repository& repository, const Item& item);
/// nullptr if there is none of that identifier.
const Item* find_item(const Repository& repository, std::string_view identifier);

/// What stands inside the element named like the verb, or why there is none.
struct VerbAnswer {
  std::string xml{};
  std::vector<Fault> faults{};
};
VerbAnswer refused(std::string_view code, std::string text);

VerbAnswer identify(const Repository& repository, const Arguments& arguments);
VerbAnswer list_metadata_formats(const Repository& repository, const Arguments& arguments);
VerbAnswer list_sets(const Repository& repository, const Arguments& arguments);
VerbAnswer get_record(const Repository& repository, const Arguments& arguments);
VerbAnswer list_items(const Repository& repository, const Arguments& arguments);

/// An element with a text, escaped.
std::string element(std::string_view name, std::string_view text,
                    const std::vector<Parameter>& attributes = {});
/// An element around others.
std::string around(std::string_view name, std::string_view xml);

/// "header" of an item.
std::string header_of(const Repository& repository, const Item& item);
/// "record": of a document removed the header alone.
struct MetadataFormat;
std::string record_of(const Repository& repository, const Item& item, const MetadataFormat& format);

}  // namespace undex::serve::oai
