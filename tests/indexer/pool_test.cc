#include "indexer/batch/pool.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>

namespace undex {
namespace {

using namespace std::chrono_literals;

/// Answers with what it was asked and its own number; does as told where the first field tells it.
Job make_job() {
  return [](const Frame& request) {
    if (request[0] == "die") raise(SIGKILL);
    if (request[0] == "hang") pause();
    if (request[0] == "throw") throw 1;
    if (request[0] == "files") {
      std::string open;
      for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code fault;
        open += std::filesystem::read_symlink(entry.path(), fault).string() + "\n";
      }
      return Frame{open};
    }
    Frame answer = request;
    answer.push_back(std::to_string(getpid()));
    return answer;
  };
}

/// Asks all, one ticket each from 0 on, and gives the answers by ticket.
std::map<std::size_t, Answer> ask_all(Pool& pool, const std::vector<Frame>& requests,
                                      std::chrono::milliseconds most = 1min) {
  std::map<std::size_t, Answer> answers;
  for (std::size_t next = 0; answers.size() < requests.size();) {
    while (next < requests.size() && pool.is_ready()) {
      const Frame& request = requests[next];
      pool.ask(next++, {request.begin(), request.end()}, most);
    }
    for (Answer& answer : pool.wait(1min)) answers[answer.ticket] = std::move(answer);
  }
  return answers;
}

TEST(Pool, AnswersEveryRequestOnce) {
  Pool pool(3, make_job);
  std::vector<Frame> requests;
  for (int i = 0; i < 200; ++i) requests.push_back({"echo", std::to_string(i), ""});
  const auto answers = ask_all(pool, requests);
  std::set<std::string> processes;
  for (const auto& [ticket, answer] : answers) {
    ASSERT_TRUE(answer.frame);
    ASSERT_EQ(answer.frame->size(), 4u);
    EXPECT_EQ((*answer.frame)[1], std::to_string(ticket));
    processes.insert((*answer.frame)[3]);
  }
  EXPECT_EQ(answers.size(), 200u);
  EXPECT_EQ(processes.size(), 3u);
}

TEST(Pool, MovesMoreThanASocketHolds) {
  Pool pool(2, make_job);
  const std::string large(std::size_t{20} << 20, 'x');
  const auto answers = ask_all(pool, {{"echo", large}, {"echo", "small"}, {"echo", large}});
  for (const std::size_t ticket : {0u, 2u}) EXPECT_EQ((*answers.at(ticket).frame)[1], large);
}

TEST(Pool, LosesNothingButTheRequestOfWhoDies) {
  Pool pool(2, make_job);
  const auto answers = ask_all(pool, {{"echo"}, {"die"}, {"echo"}, {"throw"}, {"echo"}, {"echo"}});
  for (const std::size_t ticket : {0u, 2u, 4u, 5u}) EXPECT_TRUE(answers.at(ticket).frame) << ticket;
  EXPECT_EQ(answers.at(1).death, "ended by signal 9");
  EXPECT_EQ(answers.at(3).death, "ended with status 1");
}

TEST(Pool, KillsWhoTakesTooLong) {
  Pool pool(1, make_job);
  const auto answers = ask_all(pool, {{"hang"}}, 20ms);
  EXPECT_EQ(answers.at(0).death, "took longer than it may");
  EXPECT_TRUE(ask_all(pool, {{"echo"}}).at(0).frame);
}

TEST(Pool, LeavesNoFileOfTheParentToItsProcesses) {
  const int file = open("/proc/self/maps", O_RDONLY);  // without O_CLOEXEC, as a library may
  Pool pool(1, make_job);
  const std::string open_files = (*ask_all(pool, {{"files"}}).at(0).frame)[0];
  close(file);
  EXPECT_EQ(open_files.find("maps"), std::string::npos) << open_files;
}

}  // namespace
}  // namespace undex
