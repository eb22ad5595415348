// usage: ask_cpp ARCHIVE: a line a question, by every public header.
#include <undex/chain.h>
#include <undex/citations.h>
#include <undex/cross_table.h>
#include <undex/precedent.h>
#include <undex/reuse.h>
#include <undex/search.h>
#include <undex/symbol.h>
#include <undex/trace.h>

#include <iostream>
#include <thread>
#include <vector>

namespace {

template <typename List>
const char* some(const List& list) {
  return list.empty() ? "none" : "some";
}

void ask(const std::string& archive) {
  undex::Request request;
  request.query = "help desk";
  request.facets = {"year"};
  const undex::Result result = undex::Searcher::open(archive).search(request);
  std::cout << "search: " << result.hits.front().name << " "
            << result.hits.front().passages.front().pinpoint << ", " << result.facets.size()
            << " facet\n";
  const std::optional<undex::Symbol> symbol = undex::parse_symbol("a/res/57/295");
  std::cout << "symbol: " << symbol->text() << ", "
            << undex::describe_symbol(symbol->parts.front()).kind << "\n";
  std::cout << "citations: " << some(undex::citations_of(archive, "E/2003/75").cites) << "\n";
  std::cout << "citing keys: " << some(undex::citing_keys(archive, *symbol)) << "\n";
  const undex::CrossTable table =
      undex::cross_table(archive, {.query = "", .rows = "organ", .columns = "year"});
  std::cout << "cross table: " << some(table.cells) << "\n";
  const undex::HeldText held = undex::Reuse::open(archive).held("E_2009_21.en");
  std::cout << "reuse: " << held.name << "\n";
  const undex::PrecedentResult precedents =
      undex::Precedents::open(archive).find({.text = held.paragraphs.front().text});
  std::cout << "precedents: " << some(precedents) << "\n";
  std::cout << "trace: " << undex::trace(archive, {.subject = "help desk"}).title << "\n";
  std::cout << "chain: " << some(undex::mandate_chain(archive, {.name = "A/58/568"}).edges) << "\n";
}

/// What is thrown in the library is caught here by its type.
void fail(const std::string& archive) {
  try {
    undex::Searcher::open(archive).search({.query = "year:20033"});
  } catch (const undex::QueryError& error) {
    std::cout << "query error at " << error.offset << ": " << error.what() << "\n"
              << error.caret() << "\n";
  }
  try {
    undex::Searcher::open(archive + "/none");
  } catch (const undex::Error& error) {
    std::cout << "error of kind " << static_cast<int>(error.kind) << "\n";
  }
}

}  // namespace

int main(int, char** words) {
  ask(words[1]);
  fail(words[1]);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { undex::Searcher::open(words[1]).search({.query = "help desk"}); });
  for (std::thread& thread : threads) thread.join();
  std::cout << "threads: " << threads.size() << "\n";
}
