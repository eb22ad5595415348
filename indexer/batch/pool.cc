#include "indexer/batch/pool.h"

#include <poll.h>

#include <algorithm>
#include <utility>

#include "undex/error.h"

namespace undex {

using Clock = std::chrono::steady_clock;

Pool::Pool(std::size_t jobs, MakeJob make)
    : jobs_(std::max<std::size_t>(jobs, 1)), make_(std::move(make)) {}

bool Pool::is_ready() {
  for (const Member& member : members_)
    if (!member.process->is_busy()) return true;
  if (members_.size() == jobs_) return false;
  try {
    members_.push_back({std::make_unique<JobProcess>(make_), 0});
  } catch (const Error&) {
    if (members_.empty()) throw;
    jobs_ = members_.size();  // the machine gives no more
    return false;
  }
  return true;
}

void Pool::ask(std::size_t ticket, std::vector<std::string_view> fields,
               std::chrono::milliseconds most) {
  for (Member& member : members_) {
    if (member.process->is_busy()) continue;
    member.ticket = ticket;
    member.process->ask(std::move(fields), most);
    return;
  }
}

int Pool::milliseconds_to_wait(std::chrono::milliseconds most) const {
  Clock::time_point until = Clock::now() + most;
  for (const Member& member : members_)
    if (member.process->is_busy()) until = std::min(until, member.process->deadline());
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
  return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
}

/// What has come of the member's request: its answer, its death, or nothing yet.
std::optional<Answer> Pool::answer_of(Member& member) {
  const bool busy = member.process->is_busy();
  if (std::optional<Frame> frame = member.process->move())
    return Answer{member.ticket, std::move(frame), {}};
  const bool late = busy && Clock::now() >= member.process->deadline();
  if (!member.process->is_dead() && !late) return std::nullopt;
  const std::string death = member.process->end();
  if (!busy) return std::nullopt;
  return Answer{member.ticket, std::nullopt, late ? "took longer than it may" : death};
}

std::vector<Answer> Pool::wait(std::chrono::milliseconds most) {
  std::vector<pollfd> sockets;
  for (const Member& member : members_)
    sockets.push_back({member.process->socket(), member.process->events(), 0});
  ::poll(sockets.data(), sockets.size(), milliseconds_to_wait(most));
  std::vector<Answer> answers;
  for (Member& member : members_)
    if (std::optional<Answer> answer = answer_of(member)) answers.push_back(std::move(*answer));
  std::erase_if(members_, [](const Member& member) { return member.process->is_dead(); });
  return answers;
}

}  // namespace undex
