// undex-bench-reuse FILE [EVERY] (tools/bench/reuse builds and runs it): FILE has a paragraph a
// line. Edits some of their words at random, looks for where each comes from among all of them, and
// counts how often that is found first; looks for texts that come from nowhere too. Then builds and
// asks a quarter, a half and all of them, to see how both grow. Of the queries every EVERYth.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "indexer/index/build.h"
#include "indexer/index/columns.h"
#include "indexer/index/databases.h"
#include "indexer/index/generation.h"
#include "schemas/index_form.h"
#include "schemas/runs.h"
#include "undex/error.h"
#include "undex/reuse.h"

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

constexpr std::size_t kInDocument = 50;

/// Of all threads: what else the machine does counts little.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "undex-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw undex::Error(undex::ErrorKind::archive, "no folder");
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path path;
};

undex::Document document_of(const std::vector<std::string>& texts, std::size_t first,
                            std::size_t end) {
  undex::Document document;
  document.symbol.parts = {"A/1/" + std::to_string(first / kInDocument + 1)};
  document.masthead.add(undex::MastheadItem::language, {"English", "en", ""});
  for (std::size_t at = first; at < end; ++at) {
    undex::Block block;
    block.kind = undex::BlockKind::paragraph;
    block.locator.place = undex::Locator::Place::paragraph;
    block.locator.number = std::to_string(at);
    block.text = texts[at];
    document.blocks.push_back(std::move(block));
  }
  return document;
}

/// What the runs of the first `count` texts take by themselves.
double seconds_of_runs(const std::vector<std::string>& texts, std::size_t count) {
  const Folder folder;
  const double start = processor_seconds();
  undex::RunGatherer runs(folder.path, undex::worker_bounds({}).waiting.sorted_bytes);
  for (std::size_t at = 0; at < count; ++at)
    runs.add(static_cast<std::uint32_t>(at + 1), texts[at], "en");
  undex::write_runs({runs.finish(count + 1)}, folder.path);
  return processor_seconds() - start;
}

/// An index of the first `count` texts, and the seconds that its runs took.
double build(const fs::path& archive, const std::vector<std::string>& texts, std::size_t count) {
  fs::create_directories(archive);
  const undex::NextGeneration next = undex::begin_generation(archive / undex::kIndexFolder);
  const fs::path& folder = next.building;
  undex::Databases databases(folder, undex::Databases::Mode::create,
                             undex::worker_bounds({}).waiting);
  for (std::size_t first = 0; first < count; first += kInDocument)
    databases.add(undex::index_document(
        document_of(texts, first, std::min(first + kInDocument, count)), std::to_string(first)));
  undex::finish_index(databases.finish(), folder);
  const double seconds = seconds_of_runs(texts, count);
  undex::write_columns(folder);
  std::printf("%8zu  %10.2f  %10ju\n", count, seconds,
              static_cast<std::uintmax_t>(fs::file_size(folder / undex::kRunsFile)));
  undex::publish_generation(archive / undex::kIndexFolder, next, 1);
  return seconds;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (const undex::WordSpan& span : undex::words(text))
    words.push_back(text.substr(span.begin, span.end - span.begin));
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Words of the texts, each as often as it is used there.
class Editor {
 public:
  Editor(const std::vector<std::string>& texts, Random& random) : random_(random) {
    for (std::size_t at = 0; at < texts.size(); at += 10)
      for (std::string& word : words_of(texts[at])) vocabulary_.push_back(std::move(word));
  }
  /// Each word is edited with this chance: every other time it becomes another one, else it goes or
  /// has another set before it.
  std::string edited(const std::string& text, double share) {
    std::vector<std::string> out;
    for (std::string& word : words_of(text)) {
      if (chance() >= share) {
        out.push_back(std::move(word));
        continue;
      }
      const double kind = chance();
      if (kind < 0.75) out.push_back(any_word());
      if (kind >= 0.5 && kind < 0.75) out.push_back(std::move(word));
    }
    return joined(out);
  }
  /// The words in any order: none of the wording is left.
  std::string shuffled(const std::string& text) {
    std::vector<std::string> words = words_of(text);
    std::shuffle(words.begin(), words.end(), random_);
    return joined(words);
  }

 private:
  double chance() { return std::uniform_real_distribution<>(0, 1)(random_); }
  const std::string& any_word() { return vocabulary_[random_() % vocabulary_.size()]; }

  Random& random_;
  std::vector<std::string> vocabulary_;
};

struct Tally {
  std::size_t asked = 0, right = 0, wrong = 0;  ///< the rest found nothing
  double seconds = 0;

  double part(std::size_t count) const {
    return static_cast<double>(count) / static_cast<double>(asked);
  }
};

/// Looks for the text that each query was made of.
template <typename Edit>
Tally ask(const undex::Reuse& reuse, const std::vector<std::string>& texts, std::size_t count,
          std::size_t every, const Edit& edit) {
  Tally tally;
  for (std::size_t at = 0; at < count; at += every) {
    undex::ReuseRequest request;
    request.text = edit(texts[at]);
    request.limit = 1;
    const double start = processor_seconds();
    const undex::ReuseResult found = reuse.find(request);
    tally.seconds += processor_seconds() - start;
    ++tally.asked;
    if (found.wordings.empty()) continue;
    const bool right = found.wordings.front().text == texts[at];
    ++(right ? tally.right : tally.wrong);
  }
  return tally;
}

void print(const char* what, const Tally& tally) {
  std::printf("%-16s  %6zu  %10.4f  %10.4f  %10.4f  %8.3f\n", what, tally.asked,
              tally.part(tally.right), tally.part(tally.wrong),
              tally.part(tally.asked - tally.right - tally.wrong),
              1000 * tally.seconds / static_cast<double>(tally.asked));
}

void print_recall(const fs::path& archive, const std::vector<std::string>& texts,
                  std::size_t every) {
  const undex::Reuse reuse = undex::Reuse::open(archive);
  Random random(1);
  Editor editor(texts, random);
  std::printf("\nwords edited       asked  first right  first wrong     nothing  ms each\n");
  const std::pair<const char*, double> shares[] = {{"5 %", 0.05}, {"20 %", 0.2}, {"40 %", 0.4}};
  for (const auto& [name, share] : shares) {
    const auto edit = [&, part = share](const std::string& text) {
      return editor.edited(text, part);
    };
    print(name, ask(reuse, texts, texts.size(), every, edit));
  }
  const auto shuffle = [&](const std::string& text) { return editor.shuffled(text); };
  print("in any order", ask(reuse, texts, texts.size(), every, shuffle));
}

void run(const std::vector<std::string>& texts, std::size_t every) {
  const Folder folder;
  std::printf("paragraphs  build, s    runs.bin, bytes\n");
  double builds[3] = {}, queries[3] = {};
  for (std::size_t part = 0; part < 3; ++part) {
    const std::size_t count = texts.size() >> (2 - part);
    const fs::path archive = folder.path / std::to_string(count);
    builds[part] = build(archive, texts, count);
    Random random(2);
    Editor editor(texts, random);
    const undex::Reuse reuse = undex::Reuse::open(archive);
    queries[part] = ask(reuse, texts, count, every, [&](const std::string& text) {
                      return editor.edited(text, 0.2);
                    }).seconds;
  }
  std::printf("twice as many: build %.2f, %.2f times; all their queries %.2f, %.2f times\n",
              builds[1] / builds[0], builds[2] / builds[1], queries[1] / queries[0],
              queries[2] / queries[1]);
  print_recall(folder.path / std::to_string(texts.size()), texts, every);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: undex-bench-reuse FILE [EVERY]\n", stderr);
    return 2;
  }
  std::vector<std::string> texts;
  std::ifstream in(arguments[1]);
  for (std::string line; std::getline(in, line);) texts.push_back(line);
  if (texts.size() < 4) {
    std::fputs("undex-bench-reuse: the file has fewer than four lines\n", stderr);
    return 2;
  }
  try {
    run(texts, count > 2 ? static_cast<std::size_t>(std::max(1, std::atoi(arguments[2]))) : 10);
    return 0;
  } catch (const undex::Error& fault) {
    std::fprintf(stderr, "undex-bench-reuse: %s\n", fault.what());
    return 3;
  }
}
