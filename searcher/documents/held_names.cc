#include "searcher/documents/held_names.h"

#include <algorithm>
#include <set>

#include "corpus/strings.h"
#include "corpus/work.h"

namespace undex {

const std::vector<std::string>& HeldNames::names() const {
  std::call_once(names_made_, [&] {
    for (ArchiveEntry& entry : archive_.list())
      if (names_.empty() || names_.back() != entry.name) names_.push_back(std::move(entry.name));
  });
  return names_;
}

std::string HeldNames::nearest(std::string_view name) const {
  const std::optional<Symbol> symbol = parse_symbol(name);
  const std::string wanted = symbol ? symbol->text() : std::string(name);
  const std::string near = nearest_name(wanted, {names().begin(), names().end()});
  if (!near.empty()) return near;
  const auto longer = std::ranges::find_if(
      names(), [&](const std::string& held) { return held.starts_with(wanted + "/"); });
  return longer == names().end() ? std::string() : *longer;
}

std::string HeldNames::hint(std::string_view name, std::string_view more) const {
  const std::string near = nearest(name);
  std::string out = near.empty() ? "" : "the nearest name held is " + near;
  if (!more.empty()) out += (out.empty() ? "" : "; ") + std::string(more);
  return out;
}

std::vector<std::string> HeldNames::of_work(const Symbol& symbol) const {
  std::call_once(works_made_, [&] {
    for (std::size_t at = 0; at < names().size(); ++at) {
      if (names()[at].find('/') == std::string::npos) continue;
      const std::optional<Symbol> held = parse_symbol(names()[at]);
      if (!held) continue;
      for (const std::string& part : work_of(*held).parts) works_.emplace(part, at);
    }
  });
  std::set<std::size_t> found;  // once, though two parts of a joint symbol lead there
  for (const std::string& part : work_of(symbol).parts) {
    const auto [begin, end] = works_.equal_range(part);
    for (auto at = begin; at != end; ++at) found.insert(at->second);
  }
  std::vector<std::string> names;
  for (const std::size_t at : found) names.push_back(names_[at]);
  return names;
}

}  // namespace undex
