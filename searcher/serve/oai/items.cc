#include "searcher/serve/oai/items.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/natural_order.h"
#include "searcher/serve/oai/datestamp.h"

namespace undex::serve::oai {
namespace {

Item item_of(const std::string& name, std::vector<ArchiveChange>& changes) {
  std::ranges::sort(changes, [](const ArchiveChange& a, const ArchiveChange& b) {
    return natural_compare(a.entry.key, b.entry.key) < 0;
  });
  Item item{.key = file_name_of(Symbol{{name}}), .datestamp = in_seconds({})};
  for (ArchiveChange& change : changes) {
    item.datestamp = std::max(item.datestamp, in_seconds(change.time));
    item.symbol = std::move(change.symbol);
    if (!change.removed) item.held.push_back(std::move(change.entry));
  }
  for (const ArchiveEntry& entry : item.held) item.languages.push_back(entry.language);
  if (item.held.empty())
    for (const ArchiveChange& change : changes) item.languages.push_back(change.entry.language);
  std::ranges::sort(item.languages);
  item.languages.erase(std::unique(item.languages.begin(), item.languages.end()),
                       item.languages.end());
  return item;
}

}  // namespace

std::vector<Item> items_of(const Archive& archive) {
  std::map<std::string, std::vector<ArchiveChange>> by_name;
  for (ArchiveChange& change : archive.changes()) {
    std::vector<ArchiveChange>& of_name = by_name[change.entry.name];
    of_name.push_back(std::move(change));
  }
  std::vector<Item> items;
  items.reserve(by_name.size());
  for (auto& [name, changes] : by_name) items.push_back(item_of(name, changes));
  std::ranges::sort(items, {}, [](const Item& item) { return std::tie(item.datestamp, item.key); });
  return items;
}

}  // namespace undex::serve::oai
