// Asks an archive the topics of standard input. usage: relevance-undex ARCHIVE [MATCH [RANKING]],
// topics as id, tab, query a line; prints topic, tab, name of the document, tab, weight, best
// first, and `topic TAB ! TAB why` for a query that is refused. It asks as an embedder would, by
// the public library, with the settings of production; with a ranking, as that row of
// searcher/search/ranking.cc says.
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "searcher/search/ask.h"
#include "searcher/search/index.h"
#include "undex/search.h"

namespace {

constexpr std::size_t kDepth = 1000;

using Asker = std::function<undex::Result(const undex::Request&)>;

Asker asker(const char* archive, std::string_view ranking) {
  if (ranking.empty()) {
    const auto searcher = std::make_shared<undex::Searcher>(undex::Searcher::open(archive));
    return [searcher](const undex::Request& request) { return searcher->search(request); };
  }
  const auto index = std::make_shared<undex::search::Index>(undex::search::open_index(archive));
  return [index, &row = undex::search::ranking_of(ranking)](const undex::Request& request) {
    return undex::search::ask(*index, request, row);
  };
}

void answer(const Asker& ask, undex::Match match, const std::string& line) {
  const std::size_t tab = line.find('\t');
  const std::string topic = line.substr(0, tab);
  undex::Request request;
  request.query = tab == std::string::npos ? "" : line.substr(tab + 1);
  request.match = match;
  request.limit = kDepth;
  request.passages = 0;
  try {
    for (const undex::Hit& hit : ask(request).hits)
      std::cout << topic << '\t' << hit.name << '\t' << hit.weight << '\n';
  } catch (const undex::QueryError& mistake) {
    std::cout << topic << "\t!\t" << mistake.what() << '\n';
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || count > 4) {
    std::cerr << "usage: relevance-undex ARCHIVE [automatic|any|all [RANKING]]\n";
    return 2;
  }
  const std::string_view word = count > 2 ? arguments[2] : "";
  const undex::Match match = word == "any"   ? undex::Match::any
                             : word == "all" ? undex::Match::all
                                             : undex::Match::automatic;
  try {
    const Asker ask = asker(arguments[1], count > 3 ? arguments[3] : "");
    std::string line;
    while (std::getline(std::cin, line)) answer(ask, match, line);
  } catch (const std::exception& fault) {
    std::cerr << "relevance-undex: " << fault.what() << '\n';
    return 3;
  }
  return 0;
}
