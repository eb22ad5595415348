// What Xapian does by itself: TermGenerator and QueryParser with the English stemmer, words joined
// by OR, BM25 as it is. usage: relevance-xapian FOLDER DOCUMENTS, an empty folder for the database
// and lines of id, tab, title, tab, text; topics and output as of relevance-undex.
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>

namespace {

constexpr Xapian::doccount kDepth = 1000;

void fill(Xapian::WritableDatabase& database, const std::string& path) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t title = line.find('\t');
    const std::size_t text = line.find('\t', title + 1);
    Xapian::Document document;
    document.set_data(line.substr(0, title));
    generator.set_document(document);
    generator.index_text(line.substr(title + 1, text - title - 1));
    generator.increase_termpos();
    generator.index_text(line.substr(text + 1));
    database.add_document(document);
  }
  database.commit();
}

/// Where the marks of a question make no query of the engine, its words do.
Xapian::Query parsed(Xapian::QueryParser& parser, const std::string& text) {
  try {
    return parser.parse_query(text);
  } catch (const Xapian::QueryParserError&) {
    return parser.parse_query(text, 0);
  }
}

void answer(const Xapian::Database& database, Xapian::QueryParser& parser,
            const std::string& line) {
  const std::size_t tab = line.find('\t');
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight());
  enquire.set_query(parsed(parser, line.substr(tab + 1)));
  const Xapian::MSet found = enquire.get_mset(0, kDepth);
  for (auto it = found.begin(); it != found.end(); ++it)
    std::cout << line.substr(0, tab) << '\t' << it.get_document().get_data() << '\t'
              << it.get_weight() << '\n';
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: relevance-xapian FOLDER DOCUMENTS\n";
    return 2;
  }
  try {
    Xapian::WritableDatabase database(arguments[1], Xapian::DB_CREATE_OR_OVERWRITE);
    fill(database, arguments[2]);
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem("en"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    std::string line;
    while (std::getline(std::cin, line)) answer(database, parser, line);
  } catch (const Xapian::Error& fault) {
    std::cerr << "relevance-xapian: " << fault.get_description() << '\n';
    return 3;
  }
  return 0;
}
