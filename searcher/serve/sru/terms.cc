#include "searcher/serve/sru/terms.h"

#include <map>
#include <string_view>

namespace undex::serve::sru {

std::vector<FacetCount> terms_of(const Facet& facet) {
  std::vector<FacetCount> terms;
  std::map<std::string_view, std::size_t> known;
  for (const FacetCount& value : facet.values) {
    if (value.documents == 0) continue;
    const auto [at, is_new] = known.emplace(value.value, terms.size());
    if (is_new)
      terms.push_back(value);
    else
      terms[at->second].documents += value.documents;
  }
  return terms;
}

std::string in_quotes(std::string_view term) {
  std::string out = "\"";
  for (const char c : term) {
    if (std::string_view("\"\\*?^").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace undex::serve::sru
