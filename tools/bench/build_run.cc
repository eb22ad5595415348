// How fast an index is made and kept in step (tools/bench/build), beside Xapian's plain way
// (build_plain.cc). Each measurement is a process of its own, in turns; the archive is changed by
// it.
//
// usage: undex-bench-build ARCHIVE SCRATCH ROUNDS [WORKERS] [MEMORY_MB]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>
#include <vector>

#include "corpus/archive.h"
#include "indexer/index/index.h"

namespace {

namespace fs = std::filesystem;
using undex::Archive;

struct Cost {
  double wall_s = 0;
  double cpu_s = 0;
  double peak_mb = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Of a child that does the work and nothing else.
Cost cost_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    try {
      work();
      _exit(0);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "undex-bench-build: %s\n", error.what());
    }
    _exit(3);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) std::exit(3);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {.wall_s = wall.count(),
          .cpu_s = seconds(used.ru_utime) + seconds(used.ru_stime),
          .peak_mb = static_cast<double>(used.ru_maxrss) / 1024};
}

/// By the program beside this one, which has the allocator that a program has when nobody chooses.
void build_plainly(const fs::path& dir, const fs::path& folder) {
  const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "undex-bench-plain";
  execl(program.c_str(), program.c_str(), dir.c_str(), folder.c_str(), nullptr);
  throw std::system_error(errno, std::generic_category(), program.string());
}

/// Every hundredth document with a word more in its last block.
void change_one_in_a_hundred(const fs::path& dir, std::size_t round) {
  Archive archive = Archive::open(dir, Archive::Mode::write);
  const std::vector<undex::ArchiveEntry> entries = archive.list();
  for (std::size_t at = round; at < entries.size(); at += 100) {
    undex::Document document = archive.read(entries[at]);
    if (document.blocks.empty()) continue;
    document.blocks.back().text += " changed";
    archive.put(document, "round " + std::to_string(round) + " of " + entries[at].key);
  }
  archive.commit();
}

double text_megabytes(const Archive& archive) {
  std::size_t bytes = 0;
  for (const undex::ArchiveEntry& entry : archive.list())
    for (const undex::Block& block : archive.read(entry).blocks) bytes += block.text.size();
  return static_cast<double>(bytes) / 1e6;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Way {
  const char* name;
  std::function<void()> work;
  std::vector<Cost> costs{};

  double median_of(double Cost::*member) const {
    std::vector<double> values;
    for (const Cost& cost : costs) values.push_back(cost.*member);
    return median(std::move(values));
  }
};

/// The median of the ratios within a round, and the least and the greatest.
void print_ratio(const char* name, const Way& one, const Way& other, double Cost::*member) {
  std::vector<double> ratios;
  for (std::size_t round = 0; round < one.costs.size(); ++round)
    ratios.push_back(one.costs[round].*member / other.costs[round].*member);
  const auto [least, greatest] = std::minmax_element(ratios.begin(), ratios.end());
  std::printf("%-36s %7.4f   %7.4f to %.4f\n", name, median(ratios), *least, *greatest);
}

void run(const fs::path& dir, const fs::path& scratch, std::size_t rounds,
         const undex::BuildBounds& bounds) {
  const double megabytes = text_megabytes(Archive::open(dir, Archive::Mode::read));
  const auto in_step = [&](bool from_scratch) {
    undex::update_index(Archive::open(dir, Archive::Mode::write), from_scratch, {}, bounds);
  };
  std::array<Way, 4> ways = {{{"Xapian, plain", [&] { build_plainly(dir, scratch); }},
                              {"undex, anew", [&] { in_step(true); }},
                              {"undex, nothing changed", [&] { in_step(false); }},
                              {"undex, 1 % changed", [&] { in_step(false); }}}};
  for (std::size_t round = 0; round < rounds; ++round)
    for (Way& way : ways) {
      if (&way == &ways.back()) cost_of([&] { change_one_in_a_hundred(dir, round); });
      way.costs.push_back(cost_of(way.work));
    }
  std::printf("%.1f MB of text, %zu rounds, medians\n", megabytes, rounds);
  for (const Way& way : ways)
    std::printf("%-24s %9.2f s  %9.2f s of the processor  %8.2f MB/s  peak %7.1f MB\n", way.name,
                way.median_of(&Cost::wall_s), way.median_of(&Cost::cpu_s),
                megabytes / way.median_of(&Cost::wall_s), way.median_of(&Cost::peak_mb));
  print_ratio("plain / anew, time", ways[0], ways[1], &Cost::wall_s);
  print_ratio("plain / anew, processor", ways[0], ways[1], &Cost::cpu_s);
  print_ratio("nothing changed / anew, time", ways[2], ways[1], &Cost::wall_s);
  print_ratio("nothing changed / anew, processor", ways[2], ways[1], &Cost::cpu_s);
  print_ratio("1 % changed / anew, time", ways[3], ways[1], &Cost::wall_s);
  print_ratio("1 % changed / anew, processor", ways[3], ways[1], &Cost::cpu_s);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4 || argc > 6) {
    std::fprintf(stderr, "usage: undex-bench-build ARCHIVE SCRATCH ROUNDS [WORKERS] [MEMORY_MB]\n");
    return 2;
  }
  undex::BuildBounds bounds;
  if (argc > 4) bounds.workers = std::strtoul(argv[4], nullptr, 10);
  if (argc > 5) bounds.memory_bytes = std::strtoul(argv[5], nullptr, 10) << 20;
  try {
    run(argv[1], argv[2], std::max(1UL, std::strtoul(argv[3], nullptr, 10)), bounds);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "undex-bench-build: %s\n", error.what());
    return 3;
  }
}
