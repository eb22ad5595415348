#include "indexer/batch/conveyor.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support.h"

namespace undex {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

/// A reader of small texts: "late X" answers late, "die" dies, "die once FILE" until FILE is there,
/// "bad" is refused, "pack A|B|C" holds these, two a slice; all else is a document of that title.
Made made_of(const std::string& bytes, std::size_t from) {
  Made made;
  if (bytes.starts_with("late")) usleep(50'000);
  if (bytes == "die") raise(SIGKILL);
  if (bytes.starts_with("die once ") && !fs::exists(bytes.substr(9))) {
    std::ofstream(bytes.substr(9)) << "died";
    raise(SIGKILL);
  }
  if (bytes == "bad") made.reason = "bad", made.remedy = "mend it";
  if (bytes.starts_with("pack ")) {
    const std::vector<std::string> parts = split(bytes.substr(5), '|');
    for (std::size_t at = from; at < parts.size() && at < from + 2; ++at)
      made.members.push_back({"dir/" + std::to_string(at), parts[at], {}, {}});
    made.next = from + 2 < parts.size() ? from + 2 : 0;
  } else {
    made.document.masthead.add(MastheadItem::title, {.printed = bytes, .normal = {}, .flag = {}});
  }
  return made;
}

Job make_job() {
  return [](const Frame& request) {
    Frame answer;
    if (request[0] == "unpack")
      return Frame{write_made(made_of(request[3], std::stoul(request[1])))};
    for (std::size_t at = 2; at < request.size(); at += 2)
      answer.push_back(write_made(made_of(request[at], 0)));
    return answer;
  };
}

Piece piece_of(const std::string& source, const std::string& bytes) {
  Piece piece;
  piece.outcome.source = piece.name = source;
  piece.bytes = bytes;
  return piece;
}

/// "source: title" or "source! reason" of each, in the order in which they come out.
std::vector<std::string> run(const std::vector<Piece>& pieces, std::size_t jobs = 3,
                             ConveyorLimits limits = {}) {
  Pool pool(jobs, make_job);
  Conveyor conveyor(
      pool, [](Piece& piece) { piece.settled = piece.bytes == "known"; }, limits);
  std::vector<std::string> out;
  for (std::size_t next = 0; next < pieces.size() || !conveyor.empty();) {
    while (next < pieces.size() && conveyor.has_room(pieces[next].bytes.size()))
      conveyor.push(pieces[next++]);
    conveyor.wait(1min);
    while (const auto piece = conveyor.pop()) {
      const Outcome& outcome = piece->outcome;
      if (piece->document)
        out.push_back(outcome.source + ": " +
                      piece->document->masthead.find(MastheadItem::title)->printed);
      else
        out.push_back(outcome.source + "! " + outcome.reason);
    }
  }
  EXPECT_EQ(conveyor.sources(), 0u);
  return out;
}

using Lines = std::vector<std::string>;

TEST(Conveyor, GivesBackInTheOrderOfTheSources) {
  std::vector<Piece> pieces;
  Lines expected;
  for (int at = 0; at < 40; ++at) {
    const std::string name = std::to_string(at);
    pieces.push_back(piece_of(name, (at % 5 == 0 ? "late " : "text ") + name));
    expected.push_back(name + ": " + pieces.back().bytes);
  }
  for (const std::size_t jobs : {1u, 2u, 5u}) {
    EXPECT_EQ(run(pieces, jobs), expected);
    EXPECT_EQ(run(pieces, jobs, {.pieces = 4, .bytes = 10, .depth = 3}), expected);
  }
}

TEST(Conveyor, LosesOneSourceByADeath) {
  test::TemporaryFolder folder;
  const std::string once = "die once " + (folder.path() / "once").string();
  const Lines out = run({piece_of("a", "one"), piece_of("b", "die"), piece_of("c", once),
                         piece_of("d", "bad"), piece_of("e", "two")});
  EXPECT_EQ(out, (Lines{"a: one", "b! the process that read it ended by signal 9", "c: " + once,
                        "d! bad", "e: two"}));
}

TEST(Conveyor, PutsMembersInThePlaceOfTheirContainer) {
  const Lines out = run(
      {piece_of("a", "late"), piece_of("b", "pack 1|late 2|bad|known|5"), piece_of("c", "three")});
  EXPECT_EQ(out, (Lines{"a: late", "b/dir/0: 1", "b/dir/1: late 2", "b/dir/2! bad", "b/dir/3! ",
                        "b/dir/4: 5", "c: three"}));
}

TEST(Conveyor, RefusesContainersInTooManyOthers) {
  const auto packed = [](const std::string& inner) { return "pack " + inner; };
  EXPECT_EQ(run({piece_of("a", packed(packed(packed("x"))))}), (Lines{"a/dir/0/dir/0/dir/0: x"}));
  EXPECT_EQ(run({piece_of("a", packed(packed(packed(packed("x")))))}),
            (Lines{"a/dir/0/dir/0/dir/0! it lies in 3 others and holds more"}));
}

/// Names that share the start of a program are asked for together: one that kills its process must
/// not take the others with it.
TEST(Conveyor, RefusesMoreMembersThanASourceMayHave) {
  const std::vector<Piece> pieces = {piece_of("a", "pack one|two|three"),
                                     piece_of("b", "pack x|y")};
  const std::vector<std::string> expected = {"a/dir/0: one", "a/dir/1: two",
                                             "a! more than 2 files in one source", "b/dir/0: x",
                                             "b/dir/1: y"};
  EXPECT_EQ(run(pieces, 2, {.members = 2}), expected);
}

TEST(Conveyor, TriesEachOfAGroupByItself) {
  std::vector<Piece> pieces;
  Lines expected;
  for (int at = 0; at < 12; ++at) {
    const std::string name = std::to_string(at) + ".doc";
    pieces.push_back(piece_of(name, at == 7 ? "die" : "text"));
    expected.push_back(name +
                       (at == 7 ? "! the process that read it ended by signal 9" : ": text"));
  }
  EXPECT_EQ(run(pieces, 2), expected);
}

TEST(Conveyor, HoldsNoMoreThanItMay) {
  Pool pool(1, make_job);
  Conveyor conveyor(pool, [](Piece&) {}, {.pieces = 2, .bytes = 10, .depth = 3});
  EXPECT_TRUE(conveyor.has_room(1000)) << "one source may be larger than all";
  conveyor.push(piece_of("a", "1234567"));
  EXPECT_TRUE(conveyor.has_room(3));
  EXPECT_FALSE(conveyor.has_room(4));
  conveyor.push(piece_of("b", "1"));
  EXPECT_FALSE(conveyor.has_room(1)) << "two are all it takes";
}

}  // namespace
}  // namespace undex
