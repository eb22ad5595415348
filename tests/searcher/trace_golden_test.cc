// Six traces over the real texts, each line read beside them by a person. Names, years, places,
// numbers and verdicts are kept; of every line quoted its place and the hash of its words. UPDATE=1
// rewrites the files; the diff is reviewed like code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "corpus/hash.h"
#include "searcher/render/trace.h"
#include "tests/indexer/real_documents.h"
#include "tests/searcher/trace_archive.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

/// Reports, resolutions, drafts and letters in the languages that are there.
constexpr const char* kFolders[] = {"seeds", "real/un-paragraph-json", "real/un-docx",
                                    "real/un-pdf", "real/six-languages"};
/// The resolution that A/58/568 answers; what lies beside it is no document.
constexpr const char* kMandate = "real/un-other/A_RES_57_295.txt";

std::vector<fs::path> real_files() {
  std::vector<fs::path> files;
  for (const char* folder : kFolders)
    for (const auto& entry :
         fs::recursive_directory_iterator(test::shared_dir() / "corpus" / folder))
      if (entry.is_regular_file()) files.push_back(entry.path());
  files.push_back(test::shared_dir() / "corpus" / kMandate);
  std::sort(files.begin(), files.end());
  return files;
}

/// Made once, as `undex index` of these folders would make it.
const fs::path& real_archive() {
  struct Made {
    Made() {
      std::vector<Document> documents;
      for (const fs::path& file : real_files()) try {
          documents.push_back(test::read_real_document(file));
        } catch (const Error&) {
          ADD_FAILURE() << file << " cannot be read";
        }
      test::make_archive(folder.path() / "archive", documents);
      path = folder.path() / "archive";
    }
    test::TemporaryFolder folder;
    fs::path path;
  };
  static const Made made;
  return made.path;
}

std::string at(const TracePlace& place) {
  return place.name.empty() ? "-" : place_name(place.name, place.locator);
}

class Golden {
 public:
  explicit Golden(const Trace& trace) {
    row("trace", {trace.subject, trace.kind, trace.id, trace.title, trace.query});
    row("count", {n(trace.documents), n(trace.paragraphs), n(trace.mentions)});
    for (const TraceName& name : trace.names) add(name);
    for (const TraceChange& change : trace.changes) add("change", change);
    for (const TraceBody& body : trace.bodies) add(body);
    for (const TraceMandate& mandate : trace.mandates) add(mandate);
    for (const TraceStatus& status : trace.statuses)
      row("status", {status.status, at(status.place)});
    for (const TraceCompany& one : trace.company)
      row("with", {one.id, one.name, one.kind, n(one.paragraphs), n(one.documents)});
    for (const TraceFigure& figure : trace.figures)
      row("figure", {at(figure.place), figure.value, figure.upper, figure.unit, figure.qualifier,
                     figure.period});
    for (const TraceFigureChange& change : trace.figure_changes)
      row("beside", {trace.figures[change.from].value, trace.figures[change.to].value,
                     change.verdict, change.change});
    for (const TraceYear& year : trace.years) add(year);
  }
  std::string text;

 private:
  static std::string n(std::size_t number) { return std::to_string(number); }

  void row(const std::string& kind, const std::vector<std::string>& cells) {
    text += kind;
    for (const std::string& cell : cells) text += "\t" + cell;
    text += "\n";
  }
  void add(const TraceName& name) {
    row("name", {name.id, name.name, n(name.mentions), n(name.paragraphs), at(name.first),
                 at(name.last), name.evidence});
    for (const TraceName::Form& form : name.forms) row("form", {form.words, n(form.mentions)});
  }
  void add(const char* kind, const TraceChange& change) {
    row(kind, {change.from, change.to, change.kind, change.when, change.document, change.paragraph,
               change.held ? "held" : "not held"});
  }
  void add(const TraceBody& body) {
    row("body", {body.id, body.name, std::to_string(body.from_year), std::to_string(body.to_year),
                 at(body.evidence)});
    for (const TraceChange& change : body.changes) add("body change", change);
  }
  void add(const TraceMandate& mandate) {
    std::string years, places;
    for (const std::string& year : mandate.years) years += (years.empty() ? "" : " ") + year;
    for (const TracePlace& place : mandate.places)
      places += (places.empty() ? "" : " ") + at(place);
    row("mandate", {mandate.symbol, mandate.of_documents ? "documents" : "subject",
                    mandate.held ? "held" : "not held", years, places});
  }
  void add(const TraceYear& year) {
    std::string due;
    for (const TraceExpected& one : year.expected)
      due += (due.empty() ? "" : ", ") + one.series + " " +
             (one.symbol.empty() ? "-" : one.symbol) + " " + std::string(name_of(one.state));
    row("year", {year.label, std::string(state_of(year)), n(year.held), n(year.documents),
                 n(year.paragraphs), n(year.mentions), n(year.words), due});
    for (const TraceQuote& quote : year.quotes)
      row("line", {at(quote.place), n(quote.matches.size()), sha256_hex(quote.text).substr(0, 16)});
  }
};

/// Compares with the golden file, or writes it when UPDATE is set.
void expect_golden(const std::string& file, const std::string& found) {
  const fs::path golden = test::source_path("tests/golden/trace/" + file);
  if (std::getenv("UPDATE")) {
    fs::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << found;
    return;
  }
  EXPECT_EQ(test::read_file(golden), found) << golden;
}

struct Case {
  const char* subject;
  const char* file;
};

class TraceGolden : public testing::TestWithParam<Case> {};

TEST_P(TraceGolden, OfTheRealTextsIsAsReviewed) {
  UNDEX_NEEDS_SHARED();
  expect_golden(GetParam().file,
                Golden(trace(real_archive(), {.subject = GetParam().subject})).text);
}

INSTANTIATE_TEST_SUITE_P(
    Subjects, TraceGolden,
    testing::Values(Case{"help desk", "help-desk.tsv"},
                    Case{"e-mail accounts", "e-mail-accounts.tsv"},
                    Case{"CandiWeb", "candiweb.tsv"}, Case{"ITSD", "itsd.tsv"},
                    Case{"computers donated", "computers-donated.tsv"},
                    Case{"information and communication technologies for development",
                         "ict-for-development.tsv"}),
    [](const auto& one) {
      std::string name = one.param.file;
      name.erase(name.find('.'));
      std::erase(name, '-');
      return name;
    });

struct Series {
  const char* subject;
  const char* from;
  const char* to;
  const char* verdict;
};

/// The judgements of gold/series.tsv.
TEST(TraceSeries, GetTheVerdictsOfAPerson) {
  UNDEX_NEEDS_SHARED();
  const Series kSeries[] = {
      {"e-mail accounts", "985", "792", "comparable"},
      {"help desk", "1069", "1920", "not comparable"},
      {"computers donated", "1308", "2395", "partly comparable"},
      {"trained mission staff", "189", "217", "comparable with care"},
      {"web sites", "155", "60", "not comparable"},
  };
  for (const Series& one : kSeries) {
    const Trace found = trace(real_archive(), {.subject = one.subject});
    const bool said = std::any_of(
        found.figure_changes.begin(), found.figure_changes.end(), [&](const auto& change) {
          return found.figures[change.from].value == one.from &&
                 found.figures[change.to].value == one.to && change.verdict == one.verdict;
        });
    std::string all;
    for (const TraceFigureChange& change : found.figure_changes)
      all += found.figures[change.from].quantity + " -> " + found.figures[change.to].quantity +
             ": " + change.verdict + "\n";
    EXPECT_TRUE(said) << one.subject << ": " << one.from << " " << one.to << "\n" << all;
  }
}

}  // namespace
}  // namespace undex
