#include "searcher/documents/held_notices.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/citation/against_held.h"

namespace undex {
namespace {

/// Documents held, read once each, as checks of citations ask for them.
class HeldDocuments {
 public:
  HeldDocuments(const Shelves& shelves, const Document& citing)
      : shelves_(shelves), language_(citing.language()) {
    std::vector<std::string> names;
    for (const Reference& reference : citing.marks.references)
      for (const std::string& part : reference.cited.parts) names.push_back(part);
    held_ = shelves.holders_of(names);
  }

  /// In the language of the document that cites; nullptr when it is not held so.
  const Document* find(const Symbol& symbol) {
    for (const std::string& part : symbol.parts)
      if (held_.contains(part))
        if (const Document* document = in_the_language(part)) return document;
    return nullptr;
  }

 private:
  const Document* in_the_language(const std::string& name) {
    const auto [at, is_new] = documents_.try_emplace(name);
    if (is_new)
      for (const ArchiveEntry& entry : shelves_.find(name).entries)
        if (entry.language == language_ && !at->second) at->second = shelves_.read(entry);
    return at->second ? &*at->second : nullptr;
  }

  const Shelves& shelves_;
  std::string language_;
  std::map<std::string, std::string> held_;
  std::map<std::string, std::optional<Document>> documents_;  ///< by what they are cited as
};

}  // namespace

void add_notices_of_held(const Shelves& shelves, Document& document) {
  HeldDocuments held(shelves, document);
  std::ranges::move(
      check_against_held(document, [&](const Symbol& symbol) { return held.find(symbol); }),
      std::back_inserter(document.notices));
}

void add_notices_of_held(const Archive& archive, Document& document) {
  const HeldNames names(archive);
  const ReadDocument read = [&](const ArchiveEntry& entry) { return archive.read(entry); };
  add_notices_of_held(ArchiveShelves(archive, names, read), document);
}

}  // namespace undex
