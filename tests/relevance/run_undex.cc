// Asks an archive the topics of standard input, as an embedder would: by the public library, with
// the settings of production. usage: relevance-undex ARCHIVE [any|all], topics as id, tab, query a
// line; prints topic, tab, name of the document, tab, weight, best first, and `topic TAB ! TAB why`
// for a query that is refused.
#include <iostream>
#include <string>
#include <string_view>

#include "undex/search.h"

namespace {

constexpr std::size_t kDepth = 1000;

void answer(const undex::Searcher& searcher, undex::Match match, const std::string& line) {
  const std::size_t tab = line.find('\t');
  const std::string topic = line.substr(0, tab);
  undex::Request request;
  request.query = tab == std::string::npos ? "" : line.substr(tab + 1);
  request.match = match;
  request.limit = kDepth;
  request.passages = 0;
  try {
    for (const undex::Hit& hit : searcher.search(request).hits)
      std::cout << topic << '\t' << hit.name << '\t' << hit.weight << '\n';
  } catch (const undex::QueryError& mistake) {
    std::cout << topic << "\t!\t" << mistake.what() << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || count > 4) {
    std::cerr << "usage: relevance-undex ARCHIVE [any|all]\n";
    return 2;
  }
  const std::string_view word = count > 2 ? arguments[2] : "";
  const undex::Match match = word == "any"   ? undex::Match::any
                             : word == "all" ? undex::Match::all
                                             : undex::Match::automatic;
  try {
    const undex::Searcher searcher = undex::Searcher::open(arguments[1]);
    std::string line;
    while (std::getline(std::cin, line)) answer(searcher, match, line);
  } catch (const std::exception& fault) {
    std::cerr << "relevance-undex: " << fault.what() << '\n';
    return 3;
  }
  return 0;
}
