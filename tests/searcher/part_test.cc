// Several archives searched as one find, weigh and count what one archive of everything does.
#include "undex/part.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "tests/indexer/real_documents.h"
#include "tests/support.h"
#include "undex/search.h"

namespace undex {
namespace {

constexpr std::size_t kParts = 4;
constexpr std::size_t kListed = 50;
constexpr std::size_t kRealTexts = 60;

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt" || entry.path().extension() == ".json")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void make_archive(const std::filesystem::path& dir, const std::vector<const Document*>& documents) {
  Archive archive = Archive::open(dir, Archive::Mode::write);
  for (const Document* document : documents) archive.put(*document, document->provenance.source);
  archive.commit();
  update_index(archive, true, {});
}

/// The same documents in one archive, and in several.
class Split {
 public:
  /// `others_each`: of how many documents one is held by a second part too; 0 for none.
  explicit Split(const std::vector<std::filesystem::path>& files, std::size_t others_each = 0) {
    std::map<std::string, Document> documents;  // a symbol once
    for (const std::filesystem::path& file : files) {
      Document document = test::read_real_document(file);
      document.provenance.source = file.filename().string();
      const std::string name = document.name();
      if (!name.empty()) documents.emplace(name, std::move(document));
    }
    std::vector<const Document*> all;
    std::vector<std::vector<const Document*>> parts(kParts);
    for (const auto& [name, document] : documents) {
      const std::size_t at = all.size();
      parts[at % kParts].push_back(&document);
      if (others_each > 0 && at % others_each == 0)
        parts[(at + at / others_each % (kParts - 1) + 1) % kParts].push_back(&document);
      all.push_back(&document);
    }
    make_archive(folder_.path() / "whole", all);
    whole_.push_back(Searcher::open(folder_.path() / "whole"));
    for (std::size_t at = 0; at < kParts; ++at) {
      const std::filesystem::path dir = folder_.path() / std::to_string(at);
      make_archive(dir, parts[at]);
      parts_.push_back(Searcher::open(dir));
    }
    leave_to_the_first();
  }

  const Searcher& whole() const { return whole_.front(); }
  const std::vector<Searcher>& parts() const { return parts_; }

  /// Of a part: what those before it hold too.
  const std::vector<std::uint64_t>& elsewhere(std::size_t part) const { return elsewhere_[part]; }

  Shared shared(const Request& request) const {
    Shared out;
    Statistics all = statistics(request, nullptr);
    if (asks_again(all)) all = statistics(request, &all);
    out.statistics = std::make_shared<const Statistics>(all);
    std::vector<double> evidence;
    for (std::size_t at = 0; at < kParts; ++at)
      for (const double weight : parts_[at].evidence(request, all, elsewhere_[at]))
        evidence.push_back(weight);
    out.least_evidence = least_evidence(evidence);
    return out;
  }

 private:
  void leave_to_the_first() {
    std::set<std::uint64_t> held;
    for (const Searcher& part : parts_) {
      elsewhere_.emplace_back();
      for (const std::uint64_t work : part.works())
        if (!held.insert(work).second) elsewhere_.back().push_back(work);
    }
  }

  Statistics statistics(const Request& request, const Statistics* known) const {
    Statistics all;
    for (std::size_t at = 0; at < kParts; ++at)
      add(parts_[at].statistics(request, known, elsewhere_[at]), all);
    return all;
  }

  test::TemporaryFolder folder_;
  std::vector<Searcher> whole_;
  std::vector<Searcher> parts_;
  std::vector<std::vector<std::uint64_t>> elsewhere_;
};

/// One line a hit: what must be the same, in the order it must have.
std::string line_of(const Hit& hit) {
  std::string out = hit.key + " " + std::to_string(hit.weight) + " " +
                    std::to_string(hit.paragraphs) + (hit.across ? " across" : "");
  for (const Passage& passage : hit.passages) out += " [" + passage.locator + "]";
  return out;
}

std::string lines_of(const Facet& facet) {
  std::map<std::string, std::tuple<std::size_t, std::size_t, std::size_t>> values;
  for (const FacetCount& value : facet.values) {
    auto& [documents, paragraphs, held] = values[value.value + (value.doubtful ? " ?" : "")];
    documents += value.documents;
    paragraphs += value.paragraphs;
    held += value.held;
  }
  std::string out = facet.field + "\n";
  for (const auto& [value, counts] : values) {
    const auto [documents, paragraphs, held] = counts;
    if (documents > 0)
      out += "  " + value + " " + std::to_string(documents) + " " + std::to_string(paragraphs) +
             " of " + std::to_string(held) + "\n";
  }
  return out;
}

struct Answer {
  std::size_t documents = 0;
  std::size_t paragraphs = 0;
  std::string hits;
  std::string facets;
};

Answer answer_of_one(const Split& split, const Request& request) {
  const Result result = split.whole().search(request);
  Answer out{result.documents, result.paragraphs, {}, {}};
  for (const Hit& hit : result.hits) out.hits += line_of(hit) + "\n";
  for (const Facet& facet : result.facets) out.facets += lines_of(facet);
  return out;
}

Answer answer_of_parts(const Split& split, const Request& request) {
  Shared shared = split.shared(request);
  std::vector<std::tuple<double, std::string, std::string>> hits;  // weight, key, line
  std::vector<Facet> facets;
  Answer out;
  for (std::size_t number = 0; number < kParts; ++number) {
    shared.elsewhere = split.elsewhere(number);
    const PartAnswer answer = split.parts()[number].part(request, shared);
    out.documents += answer.result.documents;
    out.paragraphs += answer.result.paragraphs;
    EXPECT_EQ(answer.sort_keys.size(), answer.result.hits.size());
    for (std::size_t at = 0; at < answer.sort_keys.size(); ++at) {
      const Hit& hit = answer.result.hits[at];
      const bool by_weight = answer.result.order == Order::relevance;
      hits.emplace_back(by_weight ? -hit.weight : 0, answer.sort_keys[at], line_of(hit));
    }
    facets.resize(answer.result.facets.size());
    for (std::size_t at = 0; at < facets.size(); ++at) {
      const Facet& one = answer.result.facets[at];
      facets[at].field = one.field;
      facets[at].values.insert(facets[at].values.end(), one.values.begin(), one.values.end());
    }
  }
  std::sort(hits.begin(), hits.end());
  for (std::size_t at = 0; at < std::min(hits.size(), request.limit); ++at)
    out.hits += std::get<2>(hits[at]) + "\n";
  for (const Facet& facet : facets) out.facets += lines_of(facet);
  return out;
}

void expect_alike(const Split& split, const Request& request) {
  SCOPED_TRACE(request.query);
  const Answer one = answer_of_one(split, request);
  const Answer many = answer_of_parts(split, request);
  EXPECT_EQ(one.documents, many.documents);
  EXPECT_EQ(one.paragraphs, many.paragraphs);
  EXPECT_EQ(one.hits, many.hits);
  EXPECT_EQ(one.facets, many.facets);
}

Request asking(const std::string& query) {
  return {.query = query,
          .facets = {"organ", "year", "kind", "entity"},
          .limit = kListed,
          .facet_values = 0};
}

constexpr const char* kQueries[] = {
    "informatics",
    "development",
    "technology development",
    "information and communication technologies for development",
    "help desk",
    "\"help desk\"",
    "service-desk",
    "e-mail",
    "\"digital divide\"",
    "\"information society\" implementation",
    "ICT4D OR website",
    "=website",
    "informati*",
    "title:inform*",
    "wom?n",
    "~goverment",
    "~comitee",
    "title:informatics",
    "title:\"information society\"",
    "organ:\"General Assembly\" development",
    "year:2003..2009 desk",
    "date>2005 technology",
    "development NOT desk",
    "NOT desk",
    "help NEAR/3 desk",
    "(information ADJ/2 communication) development",
    "para(mission AND desk)",
    "A/RES/57/295",
    "E/2003/75, para. 18",
    "A/RES/57/295 technology",
    "A/RES/*",
    "cites:A/RES/57/295",
    "General Assembly",
    "Economic and Social Council resolution",
    "Committee on Non-Governmental Organizations",
    "how many calls did the help desk of the missions take in the year",
    "what did the Assembly decide about the world summit on the information society?",
    "like:E/2003/75",
    "like:E/2003/75#18(g)",
    "figure:1000..2000",
    "figure>900 desk",
    "(help OR service) desk",
    "Unicode Bolivia",
    "nothingofthekind",
    "",
};

const Split& bundled() {
  static const Split split(files_in(test::source_path("corpus/documents")));
  return split;
}

TEST(Parts, AnswerAsOneArchiveDoes) {
  for (const char* query : kQueries) expect_alike(bundled(), asking(query));
}

TEST(Parts, AnswerAsOneArchiveDoesInEveryOrder) {
  for (const Order order : {Order::newest, Order::oldest, Order::symbol}) {
    Request request = asking("development");
    request.order = order;
    expect_alike(bundled(), request);
  }
}

TEST(Parts, AnswerAsOneArchiveDoesByParagraph) {
  for (const char* query : kQueries) {
    Request request = asking(query);
    request.unit = Unit::paragraph;
    expect_alike(bundled(), request);
  }
}

TEST(Parts, AnswerAsOneArchiveDoesForFilters) {
  Request request = asking("development");
  request.filters = {{"organ", {"General Assembly"}}, {"year", {"2006..2024"}}};
  expect_alike(bundled(), request);
}

TEST(Parts, AnswerAsOneArchiveDoesWhereSomeHoldTheSame) {
  const Split split(files_in(test::source_path("corpus/documents")), 3);
  for (std::size_t part = 1; part < kParts; ++part) ASSERT_FALSE(split.elsewhere(part).empty());
  for (const Unit unit : {Unit::document, Unit::paragraph})
    for (const char* query : kQueries) {
      Request request = asking(query);
      request.unit = unit;
      expect_alike(split, request);
    }
}

TEST(Parts, OfRealTextsAnswerAsOneArchiveDoes) {
  UNDEX_NEEDS_SHARED();
  std::vector<std::filesystem::path> files =
      files_in(test::shared_dir() / "corpus/real/un-paragraph-json");
  if (!std::getenv("UNDEX_ALL_TEXTS")) files.resize(std::min(files.size(), kRealTexts));
  const Split split(files);
  for (const char* query : kQueries) expect_alike(split, asking(query));
}

TEST(Parts, GoOnBehindTheLastHitShown) {
  Request request = asking("development");
  request.order = Order::symbol;
  request.limit = 3;
  Shared shared = bundled().shared(request);
  const PartAnswer first = bundled().parts().front().part(request, shared);
  ASSERT_EQ(first.sort_keys.size(), 3U);
  shared.after = first.sort_keys[1];
  const PartAnswer next = bundled().parts().front().part(request, shared);
  ASSERT_FALSE(next.sort_keys.empty());
  EXPECT_EQ(next.sort_keys.front(), first.sort_keys[2]);
}

TEST(Parts, NeitherListNorCountWhatOthersShow) {
  const Searcher& part = bundled().parts().front();
  Request request = asking("development");
  request.order = Order::symbol;
  Shared shared = bundled().shared(request);
  const PartAnswer all = part.part(request, shared);
  ASSERT_GT(all.result.documents, 1U);
  EXPECT_TRUE(std::ranges::is_sorted(part.works()));
  shared.elsewhere = part.works();
  const PartAnswer none = part.part(request, shared);
  EXPECT_EQ(none.result.documents, 0U);
  EXPECT_EQ(none.result.paragraphs, 0U);
  EXPECT_TRUE(none.result.hits.empty());
  for (const Facet& facet : none.result.facets) EXPECT_TRUE(facet.values.empty());

  // Each work for itself, as another archive may hold any of them.
  std::size_t documents = 0;
  for (const std::uint64_t work : part.works()) {
    shared.elsewhere = part.works();
    std::erase(shared.elsewhere, work);
    documents += part.part(request, shared).result.documents;
  }
  EXPECT_EQ(documents, all.result.documents);
}

TEST(Parts, HoldTheSameWorkUnderTheSameNumber) {
  std::vector<std::uint64_t> all;
  for (const Searcher& part : bundled().parts())
    for (const std::uint64_t work : part.works()) all.push_back(work);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, bundled().whole().works());
}

/// A query of Xapian that all threads have in common would be freed while some still hold it.
TEST(Parts, MayEachBeAskedByAThreadOfItsOwn) {
  constexpr int kTurns = 200000;
  (void)bundled();
  std::vector<std::thread> threads;
  std::vector<std::size_t> sums(kParts);
  for (std::size_t at = 0; at < kParts; ++at)
    threads.emplace_back([&, at] {
      Request all;
      all.limit = 0;
      for (int turn = 0; turn < kTurns; ++turn)
        sums[at] += bundled().parts()[at].statistics(all).documents.size;
    });
  for (std::thread& one : threads) one.join();
  for (std::size_t at = 0; at < kParts; ++at)
    EXPECT_EQ(sums[at], kTurns * bundled().parts()[at].status().documents);
}

TEST(Parts, RefuseACursorOfOneArchive) {
  Request request = asking("development");
  request.cursor = "1";
  EXPECT_THROW((void)bundled().parts().front().part(request, {}), Error);
}

TEST(Statistics, AreSums) {
  const Request request = asking("\"help desk\" informati*");
  Statistics all;
  for (const Searcher& part : bundled().parts()) add(part.statistics(request), all);
  const Statistics whole = bundled().whole().statistics(request);
  EXPECT_EQ(all.documents.size, whole.documents.size);
  EXPECT_EQ(all.paragraphs.words, whole.paragraphs.words);
  for (const auto& [term, counts] : whole.documents.terms)
    EXPECT_EQ(all.documents.terms[term], counts) << term;
}

TEST(Evidence, IsThatOfTheBestOfAllParts) {
  EXPECT_EQ(least_evidence({}), 0);
  std::vector<double> weights(501);
  std::iota(weights.begin(), weights.end(), 1);
  EXPECT_EQ(least_evidence(weights), 1);
  weights.push_back(7.5);
  EXPECT_EQ(least_evidence(weights), 2);
  weights.resize(500);
  EXPECT_EQ(least_evidence(weights), 0);
}

}  // namespace
}  // namespace undex
