// Any bytes as a query: read, given a meaning in every way there is, and dumped, or refused with a
// place inside it.
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "corpus/thesaurus.h"
#include "schemas/headings_writer.h"
#include "searcher/query/meaning.h"
#include "searcher/query/query.h"
#include "tests/searcher/query_tree.h"
#include "undex/search.h"

namespace {

/// A thesaurus with headings of short words, alone and side by side.
std::string small_thesaurus() {
  std::string table;
  for (const char a : std::string("abcdefgh"))
    for (const char b : std::string("abcdefgh"))
      table += std::string("H") + a + b + "\tprefLabel\ten\t" + a + " " + b + "\n" + "H" + a + b +
               "\taltLabel\tfr\t" + a + "\n";
  return undex::write_headings(undex::read_thesaurus(table, "small"), std::string(64, '0'));
}

void check(const undex::Node& tree, const std::string& query) {
  if (!undex::fault_in(tree, query.size()).empty()) std::abort();
  undex::dump(tree);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string query(reinterpret_cast<const char*>(data), size);
  static const std::string bytes = small_thesaurus();
  static const undex::HeadingTable headings(std::as_bytes(std::span(bytes)));
  std::vector<undex::query::HeadingBeside> beside;
  try {
    const undex::Node tree = undex::parse_query(query);
    check(tree, query);
    for (const undex::Match match : {undex::Match::automatic, undex::Match::all, undex::Match::any})
      check(undex::query::with_meaning(tree, query,
                                       {.match = match, .headings = &headings, .beside = &beside}),
            query);
  } catch (const undex::QueryError& fault) {
    if (fault.offset > query.size()) std::abort();
    if (fault.caret().find('\x1b') != std::string::npos) std::abort();
    if (std::string_view(fault.what()).find('\x1b') != std::string_view::npos) std::abort();
    if (fault.hint.find('\x1b') != std::string::npos) std::abort();
  }
  return 0;
}
