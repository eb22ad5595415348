// Any bytes as a query: read, given a meaning in every way there is, and dumped, or refused with a
// place inside it.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "searcher/query/meaning.h"
#include "searcher/query/query.h"
#include "tests/searcher/query_tree.h"
#include "undex/search.h"

namespace {

/// A thesaurus with a heading of every short text.
class EveryHeading : public undex::query::Headings {
 public:
  std::optional<undex::LabelNode> find(std::string_view text) const override {
    if (text.size() > 12) return std::nullopt;
    return undex::LabelNode{.id = "1", .labels = {std::string(text)}, .text = std::string(text)};
  }
};

void check(const undex::Node& tree, const std::string& query) {
  if (!undex::fault_in(tree, query.size()).empty()) std::abort();
  undex::dump(tree);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  const EveryHeading headings;
  try {
    const undex::Node tree = undex::parse_query(query);
    check(tree, query);
    for (const undex::Match match : {undex::Match::automatic, undex::Match::all, undex::Match::any})
      check(undex::query::with_meaning(tree, query, {.match = match, .headings = &headings}),
            query);
  } catch (const undex::QueryError& fault) {
    if (fault.offset > query.size()) std::abort();
    if (fault.caret().find('\x1b') != std::string::npos) std::abort();
    if (std::string_view(fault.what()).find('\x1b') != std::string_view::npos) std::abort();
    if (fault.hint.find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
