// An index that rests on another answers as one made anew does.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/index.h"
#include "searcher/render/render.h"
#include "searcher/search/generation.h"
#include "tests/indexer/real_documents.h"
#include "tests/support.h"
#include "undex/citations.h"
#include "undex/cross_table.h"
#include "undex/part.h"
#include "undex/reuse.h"
#include "undex/search.h"
#include "undex/suggest.h"
#include "undex/term_list.h"
#include "undex/trace.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// Two indexes of one archive: changed twice beside a base, and made anew.
class Pair {
 public:
  Pair() {
    const BuildBounds all_beside{.beside_share = 1};
    Archive archive = Archive::open(changed(), Archive::Mode::write);
    std::vector<Document> documents;
    for (const auto& entry : fs::directory_iterator(test::source_path("corpus/documents")))
      if (entry.path().extension() == ".txt")
        documents.push_back(test::read_real_document(entry.path()));
    std::sort(documents.begin(), documents.end(),
              [](const Document& a, const Document& b) { return a.name() < b.name(); });
    for (std::size_t at = 3; at < documents.size(); ++at) put(documents[at], archive);
    archive.commit();
    update_index(archive, true, {});
    for (std::size_t at = 0; at < 8; ++at) {
      Document& document = documents[at];  // three of them are new, the others are told otherwise
      if (at >= 3) tell_otherwise(document);
      put(document, archive);
      if (at % 4 != 3) continue;
      archive.commit();
      update_index(archive, false, {}, all_beside);
    }
    for (const char* gone : {"E/2009/21", "A/RES/79/194"})
      for (const ArchiveEntry& entry : archive.find(gone))
        archive.remove(entry, "not ours", "2031-01-02T03:04:05Z");
    archive.commit();
    update_index(archive, false, {}, all_beside);
    fs::copy(changed(), anew(), fs::copy_options::recursive);
    update_index(Archive::open(anew(), Archive::Mode::write), true, {});
  }

  fs::path changed() const { return folder_.path() / "changed"; }
  fs::path anew() const { return folder_.path() / "anew"; }

 private:
  static void put(Document& document, Archive& archive) {
    document.provenance.source = document.name();
    archive.put(document, document.name() + std::to_string(document.blocks.size()) +
                              document.blocks.back().text);
  }
  /// Of its blocks some are gone, and the last has a word that stands nowhere else.
  static void tell_otherwise(Document& document) {
    document.blocks.resize(document.blocks.size() - document.blocks.size() / 5);
    std::erase_if(document.marks.references, [&](const Reference& one) {
      return static_cast<std::size_t>(one.span.block) >= document.blocks.size();
    });
    understand(document);
    document.blocks.back().text += " Zzqx development.";
  }

  test::TemporaryFolder folder_;
};

const Pair& pair() {
  static const Pair pair;
  return pair;
}

TEST(IndexBeside, RestsOnItsBase) {
  const std::string name = search::current_name(pair().changed());
  const search::Generation generation = search::read_generation(pair().changed(), name);
  ASSERT_TRUE(generation.base);
  EXPECT_EQ(generation.base->name, "gen-000001");
  EXPECT_TRUE(Searcher::open(pair().changed()).verify().empty());
  const Status changed = Searcher::open(pair().changed()).status();
  const Status anew = Searcher::open(pair().anew()).status();
  EXPECT_EQ(changed.documents, anew.documents);
  EXPECT_EQ(changed.paragraphs, anew.paragraphs);
  EXPECT_EQ(changed.records, anew.records);
}

std::string told(const Searcher& searcher, const Request& request) {
  Result result = searcher.search(request);
  result.generation.clear();
  result.next.clear();
  std::string out = render(result, "json", {});
  for (const Hit& hit : result.hits) out += std::to_string(hit.weight) + " ";
  return out;
}

constexpr const char* kQueries[] = {"development",
                                    "zzqx",
                                    "information technology",
                                    "\"digital divide\"",
                                    "\"information society\" implementation",
                                    "e-mail",
                                    "informati*",
                                    "zzq*",
                                    "~goverment",
                                    "~zzqy",
                                    "development NOT technology",
                                    "NOT development",
                                    "information NEAR/3 technology",
                                    "(information ADJ/2 communication) development",
                                    "sent(information AND technology)",
                                    "para(development AND technology)",
                                    "title:informatics",
                                    "organ:\"General Assembly\" development",
                                    "year:2003..2009",
                                    "date>2005 technology",
                                    "figure:1000..2000",
                                    "figure>900",
                                    "A/RES/57/295",
                                    "E/2003/75, para. 18",
                                    "A/RES/*",
                                    "cites:A/RES/57/295",
                                    "cites:A/RES/*",
                                    "like:E/2003/75",
                                    "like:E/2003/75#18(g)",
                                    "like:A/RES/57/295",
                                    "A/RES/79/194",
                                    "Norway",
                                    "nothingofthekind",
                                    ""};

TEST(IndexBeside, AnswersAsOneMadeAnew) {
  const Searcher changed = Searcher::open(pair().changed());
  const Searcher anew = Searcher::open(pair().anew());
  std::size_t found = 0;
  for (const char* query : kQueries)
    for (const Unit unit : {Unit::document, Unit::paragraph})
      for (const Group group : {Group::none, Group::work, Group::series})
        for (const Order order : {Order::relevance, Order::newest, Order::symbol}) {
          SCOPED_TRACE(query);
          Request request{.query = query,
                          .facets = {"organ", "year", "entity", "state"},
                          .limit = 50,
                          .facet_values = 0};
          request.unit = unit;
          request.group = group;
          request.order = order;
          request.explain = true;
          EXPECT_EQ(told(changed, request), told(anew, request));
          found += changed.search(request).hits.size();
        }
  EXPECT_GT(found, 1000u);
}

TEST(IndexBeside, GoesOnFromPageToPage) {
  for (const Unit unit : {Unit::document, Unit::paragraph}) {
    std::vector<std::string> keys[2];
    std::size_t at = 0;
    for (const fs::path& dir : {pair().changed(), pair().anew()}) {
      const Searcher searcher = Searcher::open(dir);
      Request request{.query = "development", .facets = {}, .limit = 3};
      request.unit = unit;
      request.order = Order::oldest;
      do {
        const Result page = searcher.search(request);
        for (const Hit& hit : page.hits) keys[at].push_back(hit.key);
        request.cursor = page.next;
      } while (!request.cursor.empty());
      ++at;
    }
    EXPECT_GT(keys[0].size(), 6u);
    EXPECT_EQ(keys[0], keys[1]);
  }
}

TEST(IndexBeside, IsAPartAsOneMadeAnew) {
  const Searcher changed = Searcher::open(pair().changed());
  const Searcher anew = Searcher::open(pair().anew());
  EXPECT_EQ(changed.works(), anew.works());
  for (const char* query : kQueries) {
    SCOPED_TRACE(query);
    const Request request{.query = query, .facets = {"year"}, .limit = 20};
    const std::vector<std::uint64_t> elsewhere = {changed.works().front(), changed.works().back()};
    const Statistics all = changed.statistics(request);
    EXPECT_EQ(all, anew.statistics(request));
    EXPECT_EQ(changed.statistics(request, nullptr, elsewhere),
              anew.statistics(request, nullptr, elsewhere));
    std::vector<double> here = changed.evidence(request, all, elsewhere);
    std::vector<double> there = anew.evidence(request, all, elsewhere);
    std::sort(here.begin(), here.end());
    std::sort(there.begin(), there.end());
    EXPECT_EQ(here, there);
    Shared shared{.statistics = std::make_shared<const Statistics>(all)};
    shared.elsewhere = elsewhere;
    const PartAnswer one = changed.part(request, shared), other = anew.part(request, shared);
    EXPECT_EQ(one.sort_keys, other.sort_keys);
    EXPECT_EQ(one.result.documents, other.result.documents);
    EXPECT_EQ(one.result.paragraphs, other.result.paragraphs);
  }
}

TEST(IndexBeside, ListsAndSuggestsAsOneMadeAnew) {
  const Searcher changed = Searcher::open(pair().changed());
  const Searcher anew = Searcher::open(pair().anew());
  for (const char* field : {"", "title", "symbol", "date"}) {
    TermRequest request{.field = field, .from = {}, .before = 0, .limit = 100'000};
    const TermList list = changed.terms(request);
    EXPECT_GT(list.values.size(), 3u) << field;
    EXPECT_EQ(list.values, anew.terms(request).values) << field;
  }
  for (const char* typed : {"A/RES/79", "A/", "E/2009", "gen", "entity:un", "zzq"}) {
    const std::vector<Suggestion> here = changed.suggest({.typed = typed});
    const std::vector<Suggestion> there = anew.suggest({.typed = typed});
    ASSERT_EQ(here.size(), there.size()) << typed;
    for (std::size_t at = 0; at < here.size(); ++at) {
      EXPECT_EQ(here[at].value, there[at].value);
      EXPECT_EQ(here[at].documents, there[at].documents);
    }
  }
}

TEST(IndexBeside, TracesComparesAndFindsWordingAsOneMadeAnew) {
  const CrossRequest map{
      .query = "development", .rows = "year", .columns = "entity", .having = {}, .places = 0};
  const CrossTable here = cross_table(pair().changed(), map);
  const CrossTable there = cross_table(pair().anew(), map);
  ASSERT_EQ(here.cells.size(), there.cells.size());
  EXPECT_GT(here.cells.size(), 3u);
  for (std::size_t at = 0; at < here.cells.size(); ++at) {
    EXPECT_EQ(here.cells[at].paragraphs, there.cells[at].paragraphs);
    ASSERT_EQ(here.cells[at].places.size(), there.cells[at].places.size());
    for (std::size_t place = 0; place < here.cells[at].places.size(); ++place)
      EXPECT_EQ(here.cells[at].places[place].locator, there.cells[at].places[place].locator);
  }
  const Trace traced = trace(pair().changed(), {.subject = "digital divide"});
  EXPECT_GT(traced.paragraphs, 0u);
  EXPECT_EQ(traced.paragraphs, trace(pair().anew(), {.subject = "digital divide"}).paragraphs);
  const Reuse changed = Reuse::open(pair().changed()), anew = Reuse::open(pair().anew());
  const Archive archive = Archive::open(pair().anew(), Archive::Mode::read);
  std::size_t wordings = 0;
  for (const ArchiveEntry& entry : archive.list()) {
    const HeldText text = changed.held(entry.key);
    ASSERT_EQ(text.paragraphs.size(), anew.held(entry.key).paragraphs.size()) << entry.key;
    for (const HeldText::Paragraph& paragraph : text.paragraphs) {
      const ReuseRequest request{.text = paragraph.text, .from_key = entry.key, .limit = 0};
      const ReuseResult one = changed.find(request), other = anew.find(request);
      ASSERT_EQ(one.wordings.size(), other.wordings.size()) << entry.key << paragraph.locator;
      wordings += one.wordings.size();
      for (std::size_t at = 0; at < one.wordings.size(); ++at) {
        EXPECT_EQ(one.wordings[at].key, other.wordings[at].key);
        EXPECT_EQ(one.wordings[at].locator, other.wordings[at].locator);
      }
    }
  }
  EXPECT_GT(wordings, 0u);
  for (const char* cited : {"A/RES/57/295", "A/RES/60/252"})
    EXPECT_EQ(citing_keys(pair().changed(), *parse_symbol(cited)),
              citing_keys(pair().anew(), *parse_symbol(cited)));
}

TEST(IndexBeside, OfNothingButWhatIsGoneAnswersAsOneMadeAnew) {
  test::TemporaryFolder folder;
  const fs::path gone = folder.path() / "gone", anew = folder.path() / "anew";
  fs::copy(pair().anew(), gone, fs::copy_options::recursive);
  {
    Archive archive = Archive::open(gone, Archive::Mode::write);
    archive.remove(archive.find("E/2003/75").front(), "not ours", "2031-01-02T03:04:05Z");
    archive.commit();
    update_index(archive, false, {}, {.beside_share = 1});
    fs::copy(gone, anew, fs::copy_options::recursive);
    update_index(Archive::open(anew, Archive::Mode::write), true, {});
  }
  ASSERT_TRUE(search::read_generation(gone, search::current_name(gone)).base);
  const Searcher here = Searcher::open(gone), there = Searcher::open(anew);
  EXPECT_EQ(here.status().documents, there.status().documents);
  for (const char* query : kQueries)
    for (const Unit unit : {Unit::document, Unit::paragraph}) {
      SCOPED_TRACE(query);
      Request request{.query = query, .facets = {"year"}, .limit = 30};
      request.unit = unit;
      EXPECT_EQ(told(here, request), told(there, request));
    }
}

TEST(IndexBeside, IsRefusedWithoutItsBase) {
  test::TemporaryFolder folder;
  const fs::path copy = folder.path() / "copy";
  fs::copy(pair().changed(), copy, fs::copy_options::recursive);
  fs::remove_all(copy / "index" / "gen-000001");
  try {
    (void)Searcher::open(copy);
    FAIL() << "it was opened";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    EXPECT_NE(std::string(error.what()).find("gen-000001"), std::string::npos) << error.what();
    EXPECT_NE(error.hint.find("undex rebuild"), std::string::npos);
  }
}

}  // namespace
}  // namespace undex
