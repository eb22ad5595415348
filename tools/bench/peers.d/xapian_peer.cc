// undex-bench-peers-xapian build|update|ask FOLDER UNITS [TABLE]: Xapian in its plain way, by
// TermGenerator and QueryParser, with default settings. UNITS is D, a database of documents, or DP,
// one of paragraphs beside it. TABLE is what undex-bench-peers-table prints; `ask` answers lines of
// kind and words with tabs between them by a line of what matches in each database.
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Words = std::vector<std::string>;
using Xapian::Query;

constexpr Xapian::valueno kYear = 0, kStates = 1, kEntities = 2;
constexpr Xapian::doccount kShown = 10;
constexpr std::size_t kSnippet = 240;  ///< bytes

Words split(const std::string& line) {
  Words out;
  std::istringstream parts(line);
  for (std::string part; std::getline(parts, part, '\t');) out.push_back(part);
  return out;
}

std::string folder_of(const std::string& folder, char unit) {
  return folder + (unit == 'D' ? "/documents" : "/paragraphs");
}

Xapian::Document read_document(const Words& row, Xapian::TermGenerator& generator) {
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text(row.at(6));
  document.set_data(row[6]);
  document.add_boolean_term("Q" + row[1]);
  document.add_value(kYear, Xapian::sortable_serialise(std::stod(row[3])));
  document.add_value(kStates, row[4]);
  document.add_value(kEntities, row[5]);
  return document;
}

/// The rows of that kind; what has their numbers is taken out first where there may be any.
void fill(Xapian::WritableDatabase database, char unit, const std::string& table, bool update) {
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream file(table);
  std::string last;
  for (std::string line; std::getline(file, line);) {
    if (line[0] != unit) continue;
    const Words row = split(line);
    if (update && row[1] != last) database.delete_document("Q" + row[1]);
    last = row[1];
    database.add_document(read_document(row, generator));
  }
  database.commit();
}

class Asker {
 public:
  explicit Asker(const std::string& folder) : database_(folder) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  }

  Query query(const Words& asked) {
    for (const Kind& kind : kKinds)
      if (asked[0] == kind.name) return (this->*kind.read)(asked);
    return parser_.parse_query(asked.at(1));
  }

  /// Ten are read, all are counted.
  Xapian::doccount answer(const Words& asked) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query(asked));
    Xapian::ValueCountMatchSpy years(kYear), states(kStates), entities(kEntities);
    const bool counts = asked[0] == "facets";
    if (counts)
      for (Xapian::MatchSpy* spy : {&years, &states, &entities}) enquire.add_matchspy(spy);
    Xapian::MSet found = enquire.get_mset(0, counts ? 0 : kShown, database_.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it)
      if (asked[0] == "snippets")
        found.snippet(it.get_document().get_data(), kSnippet, Xapian::Stem("en"));
      else
        it.get_document().get_value(kYear);
    return found.get_matches_lower_bound();
  }

 private:
  struct Kind {
    const char* name;
    Query (Asker::*read)(const Words&);
  };

  Query all(const Words& asked) { return parsed(asked, " AND "); }
  Query any(const Words& asked) { return parsed(asked, " OR "); }
  Query phrase(const Words& asked) {
    return parser_.parse_query("\"" + asked.at(1) + " " + asked.at(2) + "\"");
  }
  Query range(const Words& asked) {
    return {Query::OP_FILTER, parser_.parse_query(asked.at(1)),
            Query(Query::OP_VALUE_RANGE, kYear, Xapian::sortable_serialise(std::stod(asked.at(2))),
                  Xapian::sortable_serialise(std::stod(asked.at(3))))};
  }
  Query wildcard(const Words& asked) {
    return parser_.parse_query(asked.at(1) + "*", Xapian::QueryParser::FLAG_WILDCARD);
  }
  Query parsed(const Words& asked, const char* mark) {
    std::string text;
    for (std::size_t at = 1; at < asked.size(); ++at) text += (at > 1 ? mark : "") + asked[at];
    return parser_.parse_query(text);
  }

  static constexpr Kind kKinds[] = {
      {"AND", &Asker::all},           {"OR", &Asker::any},
      {"phrase", &Asker::phrase},     {"range", &Asker::range},
      {"wildcard", &Asker::wildcard}, {"facets", &Asker::any},
  };

  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

void ask(const std::string& folder, const std::string& units) {
  std::vector<Asker> askers;
  for (const char unit : units) askers.emplace_back(folder_of(folder, unit));
  for (std::string line; std::getline(std::cin, line);) {
    const Words asked = split(line);
    // What is counted and shown are paragraphs where there are any.
    const bool last_only = asked[0] == "facets" || asked[0] == "snippets";
    for (std::size_t at = last_only ? askers.size() - 1 : 0; at < askers.size(); ++at)
      std::cout << askers[at].answer(asked) << '\t';
    std::cout << std::endl;
  }
}

}  // namespace

int main(int count, char** arguments) {
  const Words given(arguments + 1, arguments + count);
  if (given.size() != (given.empty() || given[0] == "ask" ? 3 : 4)) {
    std::cerr << "usage: undex-bench-peers-xapian build|update|ask FOLDER UNITS [TABLE]\n";
    return 2;
  }
  try {
    if (given[0] == "ask") {
      ask(given[1], given[2]);
      return 0;
    }
    for (const char unit : given[2])
      fill(Xapian::WritableDatabase(folder_of(given[1], unit), Xapian::DB_CREATE_OR_OPEN), unit,
           given[3], given[0] == "update");
    return 0;
  } catch (const Xapian::Error& fault) {
    std::cerr << "undex-bench-peers-xapian: " << fault.get_description() << '\n';
    return 3;
  }
}
