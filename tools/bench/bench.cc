// undex-bench PATH... (tools/bench/run builds and runs it): how fast documents become answers.
// Builds a throw-away archive from the paths and prints, for each stage, documents/s and MB/s; then
// searches, warm, in milliseconds. The same text indexed by Xapian's own TermGenerator in the same
// run gives the ratio that machines of different speed can be compared by.
#include <stdlib.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "indexer/convert/formats.h"
#include "indexer/enter.h"
#include "indexer/index/index.h"
#include "indexer/ingest.h"
#include "indexer/ingest_walk.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "undex/error.h"
#include "undex/search.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Stage {
  const char* name;
  double seconds;
};

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / 1e6; }

void print_stage(const Stage& stage, std::size_t documents, std::size_t bytes) {
  std::printf("%-28s %8.3f s  %8.0f documents/s  %8.2f MB/s\n", stage.name, stage.seconds,
              static_cast<double>(documents) / stage.seconds, megabytes(bytes) / stage.seconds);
}

/// The three steps from bytes to a document with its marks, each by itself and in memory.
void print_steps(const std::vector<fs::path>& paths, std::size_t documents) {
  Stage convert{"  convert", 0}, structure{"  structure", 0}, understand{"  understand", 0};
  std::size_t source_bytes = 0, text_bytes = 0;
  for (const undex::FoundSource& source : undex::find_sources(paths)) {
    if (source.kind != undex::FoundSource::Kind::file) continue;
    try {
      const std::string bytes = undex::read_source(source.path);
      const std::string name = source.path.filename().string();
      Clock::time_point start = Clock::now();
      const undex::ConvertedText text = undex::convert(bytes, name);
      convert.seconds += seconds_since(start);
      start = Clock::now();
      undex::Document document = undex::read_structure(text, name);
      structure.seconds += seconds_since(start);
      start = Clock::now();
      undex::understand(document);
      understand.seconds += seconds_since(start);
      source_bytes += bytes.size();
      for (const undex::Block& block : document.blocks) text_bytes += block.text.size();
    } catch (const undex::Error&) {
      continue;  // counted as not read by the first stage
    }
  }
  print_stage(convert, documents, source_bytes);
  print_stage(structure, documents, text_bytes);
  print_stage(understand, documents, text_bytes);
  std::printf("understand / convert         %8.2f\n", understand.seconds / convert.seconds);
}

/// Texts made to hurt: 10 MB in one paragraph, each of which a rule could be slow on.
void print_hostile_texts() {
  constexpr std::size_t kBytes = 10'000'000;
  for (const std::string_view piece :
       {"A/A/A/A/", "A/1/1/1/", "1 067 067 ", "resolutions 1/1, ", "that resolution of the Board ",
        "(a) (b) (CEB) ", "one hundred and ", "10 to ", "the the Division of the ",
        "\xE2\x80\x9C(A/1, "}) {
    undex::Document document;
    undex::Block block;
    block.kind = undex::BlockKind::paragraph;
    block.locator = undex::parse_locator("1").value();
    while (block.text.size() < kBytes) block.text += piece;
    document.blocks.push_back(std::move(block));
    const Clock::time_point start = Clock::now();
    undex::understand(document);
    const double seconds = seconds_since(start);
    std::printf("understand 10 MB of %-32s %6.2f s  %8.2f MB/s\n",
                ("'" + std::string(piece) + "'").c_str(), seconds, megabytes(kBytes) / seconds);
  }
}

/// Another text under a symbol each time, with nothing in common.
undex::Document rival(std::size_t number) {
  undex::Document document;
  document.symbol = undex::parse_symbol("E/2003/75").value();
  document.provenance.source = std::to_string(number) + ".txt";
  document.provenance.format = "text";
  for (std::size_t at = 1; at <= 20; ++at) {
    undex::Block block;
    block.kind = undex::BlockKind::paragraph;
    block.locator = undex::parse_locator(std::to_string(at)).value();
    for (std::size_t word = 0; word < 50; ++word)
      block.text += "x" + std::to_string((number * 20 + at) * 50 + word) + " ";
    document.blocks.push_back(std::move(block));
  }
  return document;
}

double seconds_of_rivals(std::size_t count, const fs::path& dir) {
  undex::Archive archive = undex::Archive::open(dir, undex::Archive::Mode::write);
  undex::HeldTexts texts;
  const Clock::time_point start = Clock::now();
  for (std::size_t number = 0; number < count; ++number)
    undex::enter_document(archive, texts, rival(number), std::to_string(number));
  archive.commit();
  return seconds_since(start);
}

/// Twice as many texts under one symbol should take twice the time.
void print_rivals(const fs::path& work) {
  const double half = seconds_of_rivals(400, work / "rivals-400");
  const double whole = seconds_of_rivals(800, work / "rivals-800");
  std::printf("enter 800 texts of one symbol %7.2f s  %6.2f times what 400 take\n", whole,
              whole / half);
}

/// The plain way: one database, one document a document, TermGenerator over its text.
double plain_xapian_seconds(const undex::Archive& archive, const fs::path& dir) {
  std::vector<std::string> texts;
  for (const undex::ArchiveEntry& entry : archive.list()) {
    std::string text;
    for (const undex::Block& block : archive.read(entry).blocks) text += block.text + "\n";
    texts.push_back(std::move(text));
  }
  const Clock::time_point start = Clock::now();
  Xapian::WritableDatabase db(dir.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (const std::string& text : texts) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    document.set_data(text);
    db.add_document(document);
  }
  db.commit();
  return seconds_since(start);
}

void print_searches(const fs::path& dir) {
  constexpr int kRounds = 21;
  const Clock::time_point cold = Clock::now();
  const undex::Searcher searcher = undex::Searcher::open(dir);
  std::printf("%-28s %8.3f ms\n", "open", seconds_since(cold) * 1e3);
  for (const char* query :
       {"technology", "ICT", "\"digital divide\"", "help desk", "security AND cooperation",
        "development OR training OR capacity", "year:2002..2024", "A/RES/57/295"}) {
    undex::Request request;
    request.query = query;
    std::vector<double> times;
    std::size_t documents = 0;
    for (int i = 0; i < kRounds; ++i) {
      const Clock::time_point start = Clock::now();
      documents = searcher.search(request).documents;
      times.push_back(seconds_since(start) * 1e3);
    }
    std::sort(times.begin(), times.end());
    std::printf("search %-36s median %8.3f ms  max %8.3f ms  %zu documents\n", query,
                times[kRounds / 2], times.back(), documents);
  }
  undex::Request counted;
  counted.facets = {"year", "organ", "kind"};
  counted.limit = 0;
  const Clock::time_point start = Clock::now();
  const undex::Result result = searcher.search(counted);
  std::printf("three facets over %zu paragraphs   %8.3f ms\n", result.paragraphs,
              seconds_since(start) * 1e3);
}

int run(const std::vector<fs::path>& paths, const fs::path& work) {
  std::size_t bytes = 0;
  undex::Archive archive = undex::Archive::open(work / "archive", undex::Archive::Mode::write);
  undex::IngestOptions options;
  options.now = "2024-01-01T00:00:00Z";
  options.report = [&](const undex::Outcome& outcome) {
    std::error_code failed;
    const auto size = fs::file_size(outcome.source, failed);
    if (!failed) bytes += size;
  };
  Clock::time_point start = Clock::now();
  const undex::IngestSummary first = undex::ingest(archive, paths, options);
  if (first.added == 0)
    throw undex::Error(undex::ErrorKind::check, "nothing to measure: no document was read");
  const Stage ingest{"from source to archive", seconds_since(start)};
  start = Clock::now();
  const undex::IndexUpdate update = undex::update_index(archive, false, {});
  const Stage index{"index", seconds_since(start)};
  start = Clock::now();
  options.report = {};
  undex::ingest(archive, paths, options);
  undex::update_index(archive, false, {});
  const Stage again{"second run, nothing changed", seconds_since(start)};

  std::printf("%zu documents, %.2f MB of sources, %zu paragraphs, %zu not read\n", first.added,
              megabytes(bytes), update.paragraphs, first.failed);
  print_stage(ingest, first.added, bytes);
  print_steps(paths, first.added);
  for (const Stage& stage : {index, again}) print_stage(stage, first.added, bytes);
  const double plain = plain_xapian_seconds(archive, work / "plain");
  print_stage({"plain Xapian, same text", plain}, first.added, bytes);
  std::printf("index / plain Xapian         %8.2f\n", index.seconds / plain);
  std::printf("second run / first run       %8.3f\n",
              again.seconds / (ingest.seconds + index.seconds));
  print_searches(work / "archive");
  print_hostile_texts();
  print_rivals(work);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: undex-bench PATH...\n");
    return 2;
  }
  std::string work = (fs::temp_directory_path() / "undex-bench-XXXXXX").string();
  if (!mkdtemp(work.data())) {
    std::perror("undex-bench: cannot make a temporary folder");
    return 3;
  }
  int status = 0;
  try {
    status = run(std::vector<fs::path>(argv + 1, argv + argc), work);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "undex-bench: %s\n", error.what());
    status = 3;
  }
  std::error_code ignored;
  fs::remove_all(work, ignored);
  return status;
}
