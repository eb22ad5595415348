#include "searcher/serve/oai/items.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/natural_order.h"
#include "corpus/utc.h"
#include "schemas/index_form.h"
#include "schemas/publications.h"
#include "searcher/serve/oai/datestamp.h"
#include "searcher/serve/oai/sets.h"

namespace undex::serve::oai {
namespace {

/// None where the archive keeps none.
std::vector<Publication> publications_of(const std::filesystem::path& archive) {
  std::ifstream in(archive / kIndexFolder / kPublicationsFile, std::ios::binary);
  if (!in) return {};
  return read_publications(
      std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));
}

/// When changes were published: by the first publication that had them.
class Times {
 public:
  Times(const std::filesystem::path& archive, long long opened)
      : publications_(publications_of(archive)), opened_(utc_time(opened)) {}

  std::string of(const ArchiveChange& change) const {
    if (publications_.empty()) return in_seconds(change.time);
    const auto first =
        std::ranges::lower_bound(publications_, change.revision, {}, &Publication::revision);
    if (first == publications_.end()) return opened_;
    return first->time.empty() ? in_seconds(change.time) : first->time;
  }

 private:
  std::vector<Publication> publications_;
  std::string opened_;
};

Item item_of(const std::string& name, std::vector<ArchiveChange>& changes, const Times& times) {
  std::ranges::sort(changes, [](const ArchiveChange& a, const ArchiveChange& b) {
    return natural_compare(a.entry.key, b.entry.key) < 0;
  });
  Item item{.key = file_name_of(Symbol{{name}}), .datestamp = in_seconds({})};
  for (ArchiveChange& change : changes) {
    item.datestamp = std::max(item.datestamp, times.of(change));
    item.symbol = std::move(change.symbol);
    if (!change.removed) item.held.push_back(change.entry);
  }
  std::vector<std::string> languages;
  for (const ArchiveChange& change : changes)
    if (!change.removed || item.held.empty()) languages.push_back(change.entry.language);
  std::ranges::sort(languages);
  item.sets = sets_of(item.symbol, languages);
  return item;
}

std::vector<Item> items_of(const Archive& archive, const Times& times) {
  std::map<std::string, std::vector<ArchiveChange>> by_name;
  for (ArchiveChange& change : archive.changes()) {
    std::vector<ArchiveChange>& of_name = by_name[change.entry.name];
    of_name.push_back(std::move(change));
  }
  std::vector<Item> items;
  items.reserve(by_name.size());
  for (auto& [name, changes] : by_name) items.push_back(item_of(name, changes, times));
  std::ranges::sort(items, {}, [](const Item& item) { return std::tie(item.datestamp, item.key); });
  return items;
}

}  // namespace

const std::vector<Item>& Items::list() const {
  std::call_once(made_, [&] { items_ = items_of(*archive_, Times(archive_->dir(), opened_)); });
  return items_;
}

}  // namespace undex::serve::oai
