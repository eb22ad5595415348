#include "searcher/federation/listed_shelves.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "corpus/xml.h"
#include "searcher/federation/documents.h"
#include "undex/error.h"

namespace undex::federation {

using std::chrono::milliseconds;

ListedShelves::ListedShelves(const Federation& federation)
    : archives_(federation.archives()), end_(Clock::now() + archives_.deadline) {}

Archives ListedShelves::in_time() const {
  Archives archives = archives_;
  const auto left = std::chrono::duration_cast<milliseconds>(end_ - Clock::now());
  archives.deadline = std::max(left / 2, milliseconds(1));
  return archives;
}

ArchiveEntry entry_of(const ListedText& text) {
  return {.key = text.key,
          .name = text.name,
          .language = text.language,
          .sha256 = text.sha256,
          .source = text.file,
          .xml_sha256 = text.xml_sha256,
          .revision = text.revision};
}

void ListedShelves::hear(const std::vector<ArchiveAnswer>& answers) const {
  if (heard_.empty()) heard_ = answers;
  for (std::size_t at = 0; at < answers.size(); ++at)
    if (heard_[at].answered && !answers[at].answered) heard_[at] = answers[at];
}

Target ListedShelves::find(std::string_view typed) const {
  ListedTexts found = federation::find(in_time(), typed);
  hear(found.archives);
  Target target{.entries = {}, .name = std::move(found.name), .place = parse_locator(found.place)};
  if (found.place.empty()) target.place.reset();
  for (ListedText& text : found.texts) {
    target.entries.push_back(entry_of(text));
    texts_.push_back(std::move(text));
  }
  return target;
}

/// Texts of two archives may have the same key, but then not the same words; or it is no matter
/// which of them is read.
const ListedText& ListedShelves::text_of(const ArchiveEntry& entry) const {
  const auto found = std::ranges::find_if(texts_, [&](const ListedText& text) {
    return text.key == entry.key && text.xml_sha256 == entry.xml_sha256;
  });
  if (found == texts_.end())
    throw Error(ErrorKind::usage, "'" + printable(entry.key) + "' was not looked for", "");
  return *found;
}

std::string ListedShelves::xml(const ArchiveEntry& entry) const {
  return bytes(in_time(), text_of(entry), Kept::xml);
}

std::string ListedShelves::original(const ArchiveEntry& entry) const {
  return bytes(in_time(), text_of(entry), Kept::original);
}

Document ListedShelves::read(const ArchiveEntry& entry) const {
  return read_document_xml(xml(entry), entry.key);
}

std::string ListedShelves::archive_of(const ArchiveEntry& entry) const {
  return text_of(entry).archive;
}

std::map<std::string, std::string> ListedShelves::holders_of(
    const std::vector<std::string>& names) const {
  if (names.empty()) return {};
  auto told = federation::holders_of(in_time(), names);
  hear(told.archives);
  return std::move(told.answer);
}

std::vector<CitingText> ListedShelves::citing(const Symbol& cited) const {
  auto told = federation::citing(in_time(), cited);
  hear(told.archives);
  return std::move(told.answer);
}

std::vector<std::string> ListedShelves::names_of_work(const Symbol& symbol) const {
  auto told = federation::names_of_work(in_time(), symbol);
  hear(told.archives);
  return std::move(told.answer);
}

}  // namespace undex::federation
