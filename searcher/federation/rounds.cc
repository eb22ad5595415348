#include "searcher/federation/rounds.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using Answer = RoundAnswer;

/// Of one round. Who is too slow finds it when everybody else has left.
struct Board {
  std::mutex mutex{};
  std::condition_variable changed{};
  std::vector<Answer> answers{};
  std::size_t waited_for = 0;

  void put(std::size_t number, Answer answer) {
    answer.at = Clock::now();
    answer.there = true;
    const std::lock_guard lock(mutex);
    answers[number] = std::move(answer);
    --waited_for;
    changed.notify_all();
  }
};

Answer answer_of(const Rounds::Question& question, Member& member, std::size_t number,
                 Deadline deadline) {
  Answer answer;
  try {
    answer.value = question(member, number, deadline);
  } catch (...) {
    answer.fault = std::current_exception();
  }
  return answer;
}

/// What a fault says of the archive; its own words are kept where they are a mistake in the
/// question.
void take_fault(const std::exception_ptr& fault, Standing& standing) {
  try {
    std::rethrow_exception(fault);
  } catch (const Error& error) {
    standing.why_not = error.what();
    if (error.kind == ErrorKind::usage) standing.mistake = fault;
  } catch (const std::exception&) {
    standing.why_not = "cannot answer";  // of a bug not a word
  }
}

}  // namespace

Rounds::Rounds(std::vector<std::shared_ptr<Member>> members, Crews& crews, Silence& silence,
               std::chrono::milliseconds most)
    : members_(std::move(members)),
      crews_(crews),
      silence_(silence),
      begin_(Clock::now()),
      most_(most),
      standings_(members_.size()) {
  std::vector<Standing> standings;
  for (std::size_t number = 0; number < members_.size(); ++number) {
    const std::string why_not = silence_.why_not(number, crews_);
    standings.push_back({.in = why_not.empty(), .why_not = why_not});
  }
  if (std::ranges::any_of(standings, &Standing::in)) standings_ = std::move(standings);
}

std::vector<std::size_t> Rounds::in() const {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < standings_.size(); ++number)
    if (standings_[number].in) numbers.push_back(number);
  return numbers;
}

std::vector<RoundAnswer> Rounds::answers_of(const std::vector<std::size_t>& asked,
                                            Deadline deadline, const Question& question) {
  const auto board = std::make_shared<Board>();
  board->answers.resize(members_.size());
  board->waited_for = asked.size();
  for (const std::size_t number : asked) {
    const auto task = [board, question, number, member = members_[number], deadline] {
      board->put(number, answer_of(question, *member, number, deadline));
    };
    if (!crews_[number].start(task))
      board->put(number, {.fault = std::make_exception_ptr(
                              Error(ErrorKind::archive, "keeps too many questions waiting"))});
  }
  std::unique_lock lock(board->mutex);
  board->changed.wait_until(lock, deadline, [&] { return board->waited_for == 0; });
  std::vector<Answer> answers = std::move(board->answers);
  board->answers.assign(members_.size(), {});  // for those that are too slow
  return answers;
}

std::optional<std::vector<std::any>> Rounds::ask_if_all_answer(double end,
                                                               const Question& question) {
  std::vector<Answer> answers = answers_of(in(), end_of(end), question);
  std::vector<std::any> values(members_.size());
  for (const std::size_t number : in()) {
    if (!answers[number].there || answers[number].fault) return std::nullopt;
    values[number] = std::move(answers[number].value);
  }
  return values;
}

std::vector<std::any> Rounds::ask(double end, const Question& question) {
  const Deadline deadline = end_of(end);
  const std::vector<std::size_t> asked = in();
  std::vector<Answer> answers = answers_of(asked, deadline, question);
  std::vector<std::any> values(members_.size());
  for (const std::size_t number : asked) {
    Standing& standing = standings_[number];
    Answer& answer = answers[number];
    const std::chrono::duration<double, std::milli> took =
        (answer.there ? answer.at : Clock::now()) - begin_;
    standing.milliseconds = took.count();
    standing.in = answer.there && !answer.fault;
    if (standing.in)
      values[number] = std::move(answer.value);
    else if (!answer.there || answer.at >= deadline) {
      standing.why_not = "no answer within " +
                         std::to_string(std::lround(end * static_cast<double>(most_.count()))) +
                         " ms";
      silence_.suspect(number, standing.why_not);
    } else
      take_fault(answer.fault, standing);
  }
  if (in().empty())
    for (const std::size_t number : asked)
      if (standings_[number].mistake) std::rethrow_exception(standings_[number].mistake);
  return values;
}

}  // namespace undex::federation
