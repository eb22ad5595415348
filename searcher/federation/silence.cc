#include "searcher/federation/silence.h"

#include <exception>
#include <utility>

namespace undex::federation {
namespace {

constexpr std::chrono::seconds kRemembered{10};

}  // namespace

Silence::Silence(std::vector<std::shared_ptr<Member>> members, std::chrono::milliseconds patience)
    : members_(std::move(members)), patience_(patience), held_(members_.size()) {}

std::string Silence::why_not(std::size_t number, Crews& crews) {
  const std::lock_guard lock(mutex_);
  const Held& held = held_[number];
  if (held.why.empty()) return {};
  const Deadline now = Clock::now();
  // A folder does not stop at the end of its time: that it still asks is silence enough.
  const bool is_silent = now < held.until || (held.asking && now >= held.asked_at + patience_);
  ask(number, crews);
  if (!is_silent) return {};
  return held.why + ", and silent since";
}

void Silence::suspect(std::size_t number, const std::string& why) {
  const std::lock_guard lock(mutex_);
  held_[number].why = why;
}

void Silence::ask(std::size_t number, Crews& crews) {
  Held& held = held_[number];
  if (held.asking) return;
  held.asked_at = Clock::now();
  held.asking = crews[number].start([this, number, end = held.asked_at + patience_] {
    bool answers = true;
    try {
      members_[number]->status(end);
    } catch (const std::exception&) {
      answers = Clock::now() < end;  // whatever it says, it says it in time
    }
    hear(number, answers);
  });
}

void Silence::hear(std::size_t number, bool answers) {
  const std::lock_guard lock(mutex_);
  Held& held = held_[number];
  if (answers)
    held = {};
  else
    held.until = Clock::now() + kRemembered;
  held.asking = false;
}

}  // namespace undex::federation
