#include "searcher/documents/figure_pages.h"

#include <map>
#include <set>
#include <vector>

#include "corpus/text.h"
#include "undex/error.h"
#include "undex/search.h"

namespace undex {
namespace {

/// The words as a query that finds the documents to read: nothing in them is an operator.
std::string query_of(std::string_view words) {
  std::string query;
  for (const WordSpan& word : undex::words(words)) {
    const bool joined = word.begin > 0 && words[word.begin - 1] == '-' && !query.empty();
    query += joined ? "-" : query.empty() ? "" : " ";
    query += to_lower(words.substr(word.begin, word.end - word.begin));
  }
  return query;
}

/// The documents that hold the words, each once though it may be held in several languages.
std::vector<ArchiveEntry> candidates(const Archive& archive, const std::string& query,
                                     const std::string& years) {
  const std::vector<ArchiveEntry> held = archive.list();
  std::map<std::string_view, const ArchiveEntry*> by_key;
  for (const ArchiveEntry& entry : held) by_key.emplace(entry.key, &entry);
  Request request;
  request.query = query;
  if (!years.empty()) request.filters.push_back({"year", {years}});
  request.limit = held.size();
  request.passages = 0;
  std::vector<ArchiveEntry> found;
  std::set<std::string> said;
  for (const Hit& hit : Searcher::open(archive.dir()).search(request).hits) {
    const auto entry = by_key.find(hit.key);
    if (entry != by_key.end() && said.insert(hit.name).second) found.push_back(*entry->second);
  }
  return found;
}

}  // namespace

FigurePage figure_page(const Archive& archive, std::string_view words, const std::string& years,
                       const ReadDocument& read) {
  FigurePage page;
  page.words = words;
  const FigureWords asked(words);
  if (asked.empty())
    throw Error(ErrorKind::usage,
                words.empty() ? "figures of what? no words given"
                              : "'" + page.words + "' holds no word to look for",
                "undex figures 'e-mail accounts'");
  for (const ArchiveEntry& entry : candidates(archive, query_of(words), years))
    add_figures(page, read(entry), asked);
  compare_neighbours(page);
  return page;
}

}  // namespace undex
