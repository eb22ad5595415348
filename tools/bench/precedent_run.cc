// undex-bench-precedent ARCHIVE [COUNT]: takes COUNT paragraphs of an archive (200 unless told
// otherwise), sentences of them too, edits a fifth of their words, and prints how often the source
// is the nearest use of the wording, how often the unedited paragraph has a close one, and how long
// a paragraph takes.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "undex/error.h"
#include "undex/precedent.h"

namespace {

using Random = std::mt19937_64;

constexpr std::size_t kDefaultCount = 200;
constexpr std::size_t kLeastWords = 12;
constexpr double kEdited = 0.2;

/// Of all threads: what else the machine does counts little.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  for (const undex::WordSpan& word : undex::words(text))
    out.push_back(text.substr(word.begin, word.end - word.begin));
  return out;
}

std::vector<std::string> paragraphs_of(const std::filesystem::path& dir) {
  const auto archive = undex::Archive::open(dir, undex::Archive::Mode::read);
  std::vector<std::string> out;
  for (const undex::ArchiveEntry& entry : archive.list())
    for (const undex::Block& block : archive.read(entry).blocks)
      if ((block.kind == undex::BlockKind::paragraph ||
           block.kind == undex::BlockKind::preambular ||
           block.kind == undex::BlockKind::unnumbered) &&
          block.locator.part != "masthead" && words_of(block.text).size() >= kLeastWords)
        out.push_back(block.text);
  return out;
}

/// Words replaced, dropped and put in, by those of other paragraphs.
std::string edited(const std::string& text, const std::vector<std::string>& others,
                   Random& random) {
  std::string out;
  for (const std::string& word : words_of(text)) {
    const bool edit = std::uniform_real_distribution<>(0, 1)(random) < kEdited;
    const std::string& other = others[random() % others.size()];
    const std::size_t how = edit ? random() % 3 : 3;
    if (how != 0) out += (how == 1 ? other : word) + " ";
    if (how == 2) out += other + " ";
  }
  return out;
}

std::string longest_sentence(const std::string& text) {
  std::string longest;
  for (const undex::TextSpan& one : undex::sentences(text))
    if (one.end - one.begin > longest.size()) longest = text.substr(one.begin, one.end - one.begin);
  return longest;
}

struct Tally {
  std::size_t asked = 0, found = 0, close = 0;
  std::vector<double> ms{};
};

void ask(const undex::Precedents& precedents, const std::string& text, const std::string& source,
         Tally& tally) {
  const double begin = processor_ms();
  const undex::PrecedentResult result = precedents.find({.text = text});
  tally.ms.push_back(processor_ms() - begin);
  ++tally.asked;
  if (!result.close.empty()) ++tally.close;
  const std::string wanted = undex::letters_and_digits(source);
  for (const undex::Precedent& one : result.uses)
    if (one.nearest &&
        undex::letters_and_digits(one.wording.text).find(wanted) != std::string::npos)
      ++tally.found;
}

void print(const char* what, Tally& tally) {
  std::sort(tally.ms.begin(), tally.ms.end());
  std::printf(
      "%-22s %4zu asked   recall@1 %.3f   with close ones %.3f   median %.1f ms   95%% %.1f ms\n",
      what, tally.asked, static_cast<double>(tally.found) / static_cast<double>(tally.asked),
      static_cast<double>(tally.close) / static_cast<double>(tally.asked),
      tally.ms[tally.ms.size() / 2], tally.ms[tally.ms.size() * 95 / 100]);
}

int run(const std::filesystem::path& archive, std::size_t count) {
  std::vector<std::string> texts = paragraphs_of(archive);
  if (texts.empty() || count == 0) return 1;
  Random random(count);
  std::vector<std::string> others;
  for (const std::string& text : texts)
    for (std::string& word : words_of(text)) others.push_back(std::move(word));
  std::shuffle(texts.begin(), texts.end(), random);
  texts.resize(std::min(count, texts.size()));
  const undex::Precedents precedents = undex::Precedents::open(archive);
  Tally as_is, whole, sentence;
  for (const std::string& text : texts) {
    ask(precedents, text, text, as_is);
    ask(precedents, edited(text, others, random), text, whole);
    const std::string part = longest_sentence(text);
    ask(precedents, edited(part, others, random), part, sentence);
  }
  print("paragraphs as they are", as_is);
  print("paragraphs edited", whole);
  print("a sentence edited", sentence);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: undex-bench-precedent ARCHIVE [COUNT]\n");
    return 2;
  }
  try {
    return run(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : kDefaultCount);
  } catch (const undex::Error& error) {
    std::fprintf(stderr, "undex-bench-precedent: %s\n", error.what());
    return 3;
  }
}
