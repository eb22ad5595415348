// undex-bench-search ARCHIVE [ROUNDS [KIND|=QUERY]] (tools/bench/search builds and runs it):
// searches, warm, beside Xapian's own queries for the same words on the same databases, in turns;
// once with nothing shown, once with as much shown as by ours. Prints milliseconds of the processor
// at p50, p95 and p99 of the queries of each kind, or of one, and their ratios. Of a query it
// prints the milliseconds alone that its best hit takes.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "schemas/fields.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/search/index.h"
#include "tools/bench/search_queries.h"
#include "undex/error.h"
#include "undex/search.h"

namespace {

using undex::bench::Pair;
using undex::bench::Word;
using Xapian::Query;

constexpr Xapian::doccount kShown = 10;
constexpr Xapian::doccount kPassages = 3;  ///< of each that is shown
constexpr std::size_t kSnippet = 240;      ///< bytes

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Of this thread alone, so that what else the machine does counts little.
double milliseconds(const std::function<void()>& run) {
  const double start = processor_milliseconds();
  run();
  return processor_milliseconds() - start;
}

double at(std::vector<double> times, double part) {
  std::sort(times.begin(), times.end());
  const auto last = static_cast<double>(times.size() - 1);
  return times[static_cast<std::size_t>(last * part + 0.5)];
}

class Bench {
 public:
  /// Of all kinds where `kind` is empty.
  Bench(const std::string& archive, int rounds, std::string kind)
      : rounds_(rounds),
        kind_(std::move(kind)),
        searcher_(undex::Searcher::open(archive)),
        index_(undex::search::open_index(archive)) {}

  /// The median of many, after the first.
  void print_best_hit(const std::string& query) const {
    undex::Request request;
    request.query = query;
    request.limit = 1;
    std::vector<double> times;
    searcher_.search(request);
    for (int round = 0; round < rounds_; ++round)
      times.push_back(milliseconds([&] { searcher_.search(request); }));
    std::printf("%.4f\n", at(times, 0.5));
  }

  void run() {
    const undex::Status status = searcher_.status();
    const Xapian::Database& paragraphs = index_.databases.paragraphs.engine();
    std::printf("%zu documents, %zu paragraphs\n", status.documents, status.paragraphs);
    using namespace undex::bench;
    const std::vector<Word> words = words_of(paragraphs);
    const Xapian::doccount all = paragraphs.get_doccount();
    const std::vector<Word> rare = chosen(words, 2, 60);
    const std::vector<Word> frequent = chosen(words, all / 50, all);
    std::printf("%-10s %4s %22s %23s %23s %16s %16s\n", "", "", "undex p50   p95   p99",
                "Xapian p50   p95   p99", "shown p50   p95   p99", "ratio p50   p99",
                "to shown p50 p99");
    print("rare", single(rare));
    print("frequent", single(frequent));
    print("AND", joined(frequent, " ", Query::OP_AND));
    print("OR", joined(frequent, " OR ", Query::OP_OR));
    print("phrase", phrases(index_.databases));
    print("range", ranges());
    print("wildcard", wildcards(chosen(words, 200, all / 20)));
    print("concept", concepts(paragraphs));
    if (!kind_.empty()) return;
    print_times("all", all_, all_.ours.size());
    print_facets(frequent);
    print_snippets(frequent);
  }

 private:
  void ask(const std::string& query, std::size_t passages = kPassages) const {
    undex::Request request;
    request.query = query;
    request.passages = passages;
    searcher_.search(request);
  }

  /// Both databases, as undex: documents ranked and counted, paragraphs counted; ten hits read.
  void ask_raw(const Query& query) const {
    found_by(query, kShown, index_.databases.documents.engine());
    found_by(query, kShown, index_.databases.paragraphs.engine());
  }

  /// The same, and of each document the best paragraphs cut to a snippet with its words marked.
  void show_raw(const Query& query) const {
    const Xapian::Database& paragraphs = index_.databases.paragraphs.engine();
    const Xapian::MSet found = found_by(query, kShown, index_.databases.documents.engine());
    found_by(query, kShown, paragraphs);
    for (auto it = found.begin(); it != found.end(); ++it) {
      const std::string key = undex::read_card(it.get_document().get_data()).key;
      const Query own(undex::bounded_term(std::string(undex::kKeyPrefix) + key));
      Xapian::Enquire enquire(paragraphs);
      enquire.set_query(Query(Query::OP_FILTER, query, own));
      const Xapian::MSet best = enquire.get_mset(0, kPassages);
      for (auto one = best.begin(); one != best.end(); ++one)
        best.snippet(index_.databases.cards.at(*one).text, kSnippet, Xapian::Stem("en"));
    }
  }

  /// The first are read, all are counted.
  static Xapian::MSet found_by(const Query& query, Xapian::doccount first,
                               const Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(query);
    Xapian::MSet found = enquire.get_mset(0, first, db.get_doccount());
    for (auto it = found.begin(); it != found.end(); ++it) it.get_document().get_data();
    return found;
  }

  /// Milliseconds, an entry a query.
  struct Times {
    std::vector<double> ours, raw, shown;
  };

  void print(const char* kind, const std::vector<Pair>& pairs) {
    if (!kind_.empty() && kind_ != kind) return;
    Times times;
    std::size_t refused = 0;
    for (const Pair& pair : pairs) {
      try {
        ask(pair.query);
      } catch (const undex::Error&) {  // a wildcard may stand for too many words
        ++refused;
        continue;
      }
      Times rounds;
      for (int round = 0; round < rounds_; ++round) {
        rounds.ours.push_back(milliseconds([&] { ask(pair.query); }));
        rounds.raw.push_back(milliseconds([&] { ask_raw(pair.raw); }));
        rounds.shown.push_back(milliseconds([&] { show_raw(pair.raw); }));
      }
      for (const auto part : {&Times::ours, &Times::raw, &Times::shown}) {
        (times.*part).push_back(at(rounds.*part, 0.5));
        (all_.*part).push_back((times.*part).back());
      }
    }
    if (times.ours.empty())
      std::printf("%-10s none in this archive\n", kind);
    else
      print_times(kind, times, pairs.size() - refused);
  }

  static void print_times(const char* kind, const Times& times, std::size_t count) {
    std::printf("%-10s %4zu", kind, count);
    for (const auto* list : {&times.ours, &times.raw, &times.shown})
      std::printf("   %7.2f %6.2f %6.2f", at(*list, 0.5), at(*list, 0.95), at(*list, 0.99));
    for (const auto* list : {&times.raw, &times.shown})
      std::printf("   %7.2f %6.2f", at(times.ours, 0.5) / at(*list, 0.5),
                  at(times.ours, 0.99) / at(*list, 0.99));
    std::printf("\n");
  }

  struct Visit : Xapian::MatchSpy {
    std::size_t seen = 0;
    void operator()(const Xapian::Document&, double) override { ++seen; }
  };

  /// Facets over most of the archive, beside a pass that only visits the matches.
  void print_facets(const std::vector<Word>& frequent) const {
    std::string query;
    std::vector<Query> terms;
    for (const Word& word : frequent) {
      query += (query.empty() ? "" : " OR ") + word.text;
      terms.emplace_back(word.stem);
    }
    const Query raw(Query::OP_OR, terms.begin(), terms.end());
    std::vector<double> visiting, spying, counting, without;
    std::size_t seen = 0;
    for (int round = 0; round < rounds_; ++round) {
      visiting.push_back(milliseconds([&] { seen = visited(raw); }));
      spying.push_back(milliseconds([&] { spy(raw); }));
      without.push_back(milliseconds([&] { count(query, {}); }));
      counting.push_back(milliseconds([&] { count(query, {"entity", "state", "series"}); }));
    }
    const double visit = at(visiting, 0.5), plain = at(without, 0.5), facets = at(counting, 0.5);
    std::printf(
        "facets over %zu matches: visit %.1f ms, count %.1f ms, count with three facets "
        "%.1f ms; facets / visit %.2f, search with facets / visit %.2f\n",
        seen, visit, plain, facets, (facets - plain) / visit, facets / visit);
    std::vector<double> ratios;
    for (std::size_t round = 0; round < counting.size(); ++round)
      ratios.push_back(counting[round] / spying[round]);
    std::printf(
        "three ValueCountMatchSpy %.1f ms; search with facets / these: least %.2f, median %.2f, "
        "most %.2f\n",
        at(spying, 0.5), at(ratios, 0), at(ratios, 0.5), at(ratios, 1));
  }

  /// What a paragraph of each of ten documents costs, chosen, marked and cut: more than the same
  /// documents without any.
  void print_snippets(const std::vector<Word>& words) const {
    std::vector<double> costs;
    for (const Word& word : words) {
      std::vector<double> with, none;
      for (int round = 0; round < rounds_; ++round) {
        with.push_back(milliseconds([&] { ask(word.text, 1); }));
        none.push_back(milliseconds([&] { ask(word.text, 0); }));
      }
      costs.push_back(at(with, 0.5) - at(none, 0.5));
    }
    std::printf("ten pinpointed snippets, of %zu frequent words: p50 %.2f ms, p95 %.2f, p99 %.2f\n",
                costs.size(), at(costs, 0.5), at(costs, 0.95), at(costs, 0.99));
  }

  /// The same three fields, as the engine counts them.
  void spy(const Query& query) const {
    Xapian::ValueCountMatchSpy entities(undex::facet_slot(*undex::find_field("entity")));
    Xapian::ValueCountMatchSpy states(undex::facet_slot(*undex::find_field("state")));
    Xapian::ValueCountMatchSpy series(undex::kSlotSeries);
    Xapian::Enquire enquire(index_.databases.paragraphs.engine());
    enquire.set_query(query);
    for (Xapian::ValueCountMatchSpy* one : {&entities, &states, &series}) enquire.add_matchspy(one);
    enquire.get_mset(0, 0, index_.databases.paragraphs.get_doccount());
  }

  std::size_t visited(const Query& query) const {
    Visit visit;
    Xapian::Enquire enquire(index_.databases.paragraphs.engine());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    enquire.add_matchspy(&visit);
    enquire.get_mset(0, 1, index_.databases.paragraphs.get_doccount());
    return visit.seen;
  }

  void count(const std::string& query, const std::vector<std::string>& facets) const {
    undex::Request request;
    request.query = query;
    request.facets = facets;
    request.limit = 0;
    searcher_.search(request);
  }

  int rounds_;
  std::string kind_;
  undex::Searcher searcher_;
  undex::search::Index index_;
  Times all_{};
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: undex-bench-search ARCHIVE [ROUNDS [KIND|=QUERY]]\n", stderr);
    return 2;
  }
  try {
    const int rounds = count > 2 ? std::max(1, std::atoi(arguments[2])) : 5;
    const std::string asked = count > 3 ? arguments[3] : "";
    if (asked.starts_with('='))
      Bench(arguments[1], rounds, "").print_best_hit(asked.substr(1));
    else
      Bench(arguments[1], rounds, asked).run();
    return 0;
  } catch (const undex::Error& fault) {
    std::fprintf(stderr, "undex-bench-search: %s\n", fault.what());
    return 3;
  }
}
