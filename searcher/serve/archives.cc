#include "searcher/serve/archives.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace undex::serve {

ArchivesTogether together(const std::vector<ListedState>& states) {
  ArchivesTogether all;
  for (const ListedState& one : states) {
    if (!one.answers) continue;
    ++all.answering;
    all.documents += one.status.documents;
    all.paragraphs += one.status.paragraphs;
    all.records += one.status.records;
  }
  return all;
}

std::string public_place(const ListedState& state) {
  return state.place.find("://") == std::string::npos ? std::string() : state.place;
}

nlohmann::ordered_json states_json(const std::vector<ListedState>& states) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ListedState& one : states)
    list.push_back({{"name", one.name},
                    {"place", public_place(one)},
                    {"answers", one.answers},
                    {"why_not", one.why_not},
                    {"milliseconds", std::llround(one.milliseconds)},
                    {"documents", one.status.documents},
                    {"paragraphs", one.status.paragraphs},
                    {"records", one.status.records},
                    {"index", one.status.generation},
                    {"index_version", one.status.index_version}});
  return list;
}

}  // namespace undex::serve
