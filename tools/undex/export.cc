// undex export: what was extracted, for other programs.
#include "searcher/render/export.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "corpus/text.h"
#include "indexer/understand/references/checks.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// Each name once: a document may be held in several languages.
void print_names(const std::vector<ArchiveEntry>& entries) {
  std::string out;
  std::set<std::string> said;
  for (const ArchiveEntry& entry : entries)
    if (said.insert(entry.name).second) out += printable(entry.name) + "\n";
  print(out);
}

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

/// What only other documents held can tell: paragraphs that are not there, words that differ.
void add_notices_of_held(const Archive& archive, Document& document) {
  HeldDocuments held(archive, document.language());
  std::ranges::move(
      check_against_held(document, [&](const Symbol& symbol) { return held.find(symbol); }),
      std::back_inserter(document.notices));
}

/// For people who look inside: one line a block or a mark.
bool is_text(const std::string& what) { return what == "dump" || what == "marks"; }

}  // namespace

int run_export(const Arguments& arguments) {
  if (arguments.value("what") == "subjects") return run_subjects(arguments);
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  std::vector<ArchiveEntry> entries;
  if (arguments.words().empty()) entries = archive.list();
  for (const std::string& word : arguments.words()) {
    const Target target = find_target(archive, word);
    if (target.entries.empty()) return not_held(archive, word);
    entries.insert(entries.end(), target.entries.begin(), target.entries.end());
  }
  const std::string what = arguments.value("what");
  const std::string form = arguments.value("as");
  if (what == "names") {
    print_names(entries);
    return entries.empty() ? 1 : 0;
  }
  if (!is_text(what)) print(render_export_header(what, form));
  for (const ArchiveEntry& entry : entries) {
    Document document = read_understood(archive, entry);
    if (what == "notices") add_notices_of_held(archive, document);
    if (is_text(what))
      print(printable(what == "dump" ? dump(document) : dump_marks(document), true));
    else
      print(render_export(document, what, form));
  }
  return entries.empty() ? 1 : 0;
}

}  // namespace undex::tool
