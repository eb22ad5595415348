// What a search cannot be quicker than: a process of the engine alone that opens the two databases
// of a generation of the index and asks the paragraphs for one term.
//
// usage: undex-bench-engine GENERATION TERM      (a generation that rests on no other)
#include <xapian.h>

#include <cstdio>
#include <string>

namespace {

void ask(const std::string& generation, const std::string& term) {
  const Xapian::Database documents(generation + "/documents");
  const Xapian::Database paragraphs(generation + "/paragraphs");
  Xapian::Enquire enquire(paragraphs);
  enquire.set_query(Xapian::Query(term));
  const Xapian::MSet best = enquire.get_mset(0, 1);
  for (Xapian::MSetIterator hit = best.begin(); hit != best.end(); ++hit)
    std::printf("%zu bytes\n", hit.get_document().get_data().size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    ask(argv[1], argv[2]);
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "undex-bench-engine: %s\n", error.get_msg().c_str());
    return 3;
  }
}
