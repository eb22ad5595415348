#include "searcher/documents/held_notices.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "corpus/citation/against_held.h"

namespace undex {
namespace {

/// Documents held, read once each, as checks of citations ask for them.
class HeldDocuments {
 public:
  HeldDocuments(const Archive& archive, std::string language)
      : archive_(archive), language_(std::move(language)) {}

  /// In the language of the document that cites; nullptr when it is not held so.
  const Document* find(const Symbol& symbol) {
    for (const std::string& part : symbol.parts) {
      for (const ArchiveEntry& entry : archive_.find(part)) {
        if (entry.language != language_) continue;
        const auto known = documents_.find(entry.key);
        if (known != documents_.end()) return &known->second;
        return &documents_.emplace(entry.key, archive_.read(entry)).first->second;
      }
    }
    return nullptr;
  }

 private:
  const Archive& archive_;
  std::string language_;
  std::map<std::string, Document> documents_;
};

}  // namespace

void add_notices_of_held(const Archive& archive, Document& document) {
  HeldDocuments held(archive, document.language());
  std::ranges::move(
      check_against_held(document, [&](const Symbol& symbol) { return held.find(symbol); }),
      std::back_inserter(document.notices));
}

}  // namespace undex
