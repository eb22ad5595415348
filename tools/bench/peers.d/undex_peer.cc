// undex-bench-peers-undex ARCHIVE: answers lines of paragraphs to show of each document, tab,
// fields to count with commas between them, tab, query, by a line of documents and paragraphs that
// match.
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

#include "undex/error.h"
#include "undex/search.h"

namespace {

undex::Request read_request(const std::string& line) {
  std::istringstream parts(line);
  undex::Request request;
  std::string passages, facets, field;
  std::getline(parts, passages, '\t');
  std::getline(parts, facets, '\t');
  std::getline(parts, request.query);
  request.passages = static_cast<std::size_t>(std::stoul(passages));
  std::istringstream fields(facets);
  while (std::getline(fields, field, ',')) request.facets.push_back(field);
  if (!request.facets.empty()) request.limit = 0;
  return request;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: undex-bench-peers-undex ARCHIVE\n", stderr);
    return 2;
  }
  try {
    const undex::Searcher searcher = undex::Searcher::open(arguments[1]);
    for (std::string line; std::getline(std::cin, line);) {
      const undex::Result result = searcher.search(read_request(line));
      std::cout << result.documents << '\t' << result.paragraphs << std::endl;
    }
    return 0;
  } catch (const undex::Error& fault) {
    std::fprintf(stderr, "undex-bench-peers-undex: %s\n", fault.what());
    return 3;
  }
}
