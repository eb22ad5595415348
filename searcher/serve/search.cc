#include "searcher/serve/search.h"

namespace undex::serve {

Result Search::operator()(const Request& request) {
  if (all_ == nullptr) return here_.search(request);
  Result result = all_->search(request);
  hear(result.archives);
  state_ += result.generation + '\n';
  return result;
}

ListedTexts Search::find(std::string_view name) {
  ListedTexts found = all_->find(name);
  hear(found.archives);
  return found;
}

std::vector<ListedState> Search::states() {
  std::vector<ListedState> states = all_->states();
  for (const ListedState& one : states)
    if (!one.answers) missing_.emplace(one.name, one.why_not);
  return states;
}

void Search::hear(const std::vector<ArchiveAnswer>& answers) {
  for (const ArchiveAnswer& one : answers)
    if (!one.answered) missing_.emplace(one.name, one.why_not);
}

}  // namespace undex::serve
