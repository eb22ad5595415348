#include "searcher/serve/page/document_address.h"

#include <array>

namespace undex::serve {
namespace {

struct TabRow {
  std::string_view name;
  Tab tab;
};
constexpr std::array<TabRow, 6> kTabs = {{{"cite", Tab::cite},
                                          {"citations", Tab::citations},
                                          {"reuse", Tab::reuse},
                                          {"original", Tab::original},
                                          {"xml", Tab::xml},
                                          {"feed", Tab::feed}}};

}  // namespace

std::string_view name_of(Tab tab) {
  for (const TabRow& row : kTabs)
    if (row.tab == tab) return row.name;
  return "";
}

DocumentAddress read_document_address(std::string_view rest) {
  constexpr std::string_view kPlace = "/para/";
  DocumentAddress address;
  while (rest.ends_with('/')) rest.remove_suffix(1);
  for (const TabRow& row : kTabs) {
    if (rest.size() <= row.name.size() + 1 || !rest.ends_with(row.name) ||
        rest[rest.size() - row.name.size() - 1] != '/')
      continue;
    address.tab = row.tab;
    rest.remove_suffix(row.name.size() + 1);
    break;
  }
  if (const std::size_t at = rest.find(kPlace); at != std::string_view::npos) {
    address.place = parse_locator(rest.substr(at + kPlace.size()));
    address.bad_place = !address.place;
    rest = rest.substr(0, at);
  }
  address.name = rest;
  return address;
}

std::string canonical_path(std::string_view name, const std::optional<Locator>& place, Tab tab) {
  std::string path = "/" + std::string(name);
  if (place) path += "/para/" + place->text();
  if (tab != Tab::text) path += "/" + std::string(name_of(tab));
  return path;
}

}  // namespace undex::serve
