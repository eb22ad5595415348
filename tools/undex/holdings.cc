#include "tools/undex/holdings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "corpus/text.h"
#include "indexer/understand/references/checks.h"
#include "indexer/understand/understand.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"
#include "undex/symbol.h"

namespace undex::tool {
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

std::string stated_reason(const Arguments& arguments) {
  return collapse_spaces(repair_utf8(arguments.value("reason")));
}

ArchiveEntry chosen_version(const std::vector<ArchiveEntry>& entries, const std::string& language) {
  const ArchiveEntry& found = version_in(entries, language);
  if (entries.size() > 1)
    note("note: " + std::to_string(entries.size()) + " versions of " + found.name +
         " are held; this is " + found.key);
  return found;
}

std::vector<Locator> places_of(const Arguments& arguments, const Target& target) {
  std::vector<Locator> places;
  if (target.place) places.push_back(*target.place);
  if (!arguments.has("para")) return places;
  const std::string typed = arguments.value("para");
  const std::optional<Locator> place = parse_locator(typed);
  if (!place)
    throw Error(ErrorKind::usage, "--para: '" + typed + "' is not a place in a document",
                "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
  places.push_back(*place);
  return places;
}

Document read_understood(const Archive& archive, const ArchiveEntry& entry) {
  Document document = archive.read(entry);
  if (document.marks.rules < kUnderstandingVersion) understand(document);
  return document;
}

ReadDocument reader_of(const Archive& archive) {
  return [&archive](const ArchiveEntry& entry) { return read_understood(archive, entry); };
}

void add_notices_of_held(const Archive& archive, Document& document) {
  HeldDocuments held(archive, document.language());
  std::ranges::move(
      check_against_held(document, [&](const Symbol& symbol) { return held.find(symbol); }),
      std::back_inserter(document.notices));
}

int not_held(const Archive& archive, const std::string& name, const std::string& more) {
  note("undex: '" + name + "' is not held");
  const std::string near = nearest_held(archive, name);
  std::string hint = near.empty() ? "" : "the nearest name held is " + near;
  if (!more.empty()) hint += (hint.empty() ? "" : "; ") + more;
  if (!hint.empty()) note("hint: " + hint);
  return 1;
}

}  // namespace undex::tool
