#include "searcher/federation/known_works.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/federation/wire.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

constexpr std::chrono::seconds kToTell{60};
constexpr std::chrono::seconds kPeace{30};
constexpr std::size_t kMostMade = 4;

}  // namespace

Elsewhere works_elsewhere(const WorksHeld& held) {
  Elsewhere out;
  Works shown;
  std::size_t all = 0;
  for (const auto& works : held) {
    Works& twice = out.of.emplace_back();
    if (!works) {
      out.known = false;
      continue;
    }
    std::ranges::set_intersection(*works, shown, std::back_inserter(twice));
    all += twice.size();
    Works more;
    std::ranges::set_union(shown, *works, std::back_inserter(more));
    shown = std::move(more);
  }
  if (all <= kMostElsewhere) return out;
  for (Works& works : out.of) works.clear();
  out.known = false;
  return out;
}

KnownWorks::KnownWorks(std::vector<std::shared_ptr<Member>> members)
    : members_(std::move(members)) {
  book_->held.resize(members_.size());
}

std::shared_ptr<const Elsewhere> KnownWorks::last_known(const std::vector<std::size_t>& members) {
  WorksHeld held;
  {
    const std::lock_guard lock(book_->mutex);
    for (const std::size_t number : members) held.push_back(book_->held[number].works);
  }
  return elsewhere_of(std::move(held));
}

void KnownWorks::ask(Book& book, std::size_t number, Member& member) {
  std::shared_ptr<const Works> works;
  try {
    works = std::make_shared<const Works>(member.works(Clock::now() + kToTell));
  } catch (const std::exception&) {
    // The question that waits for them goes on without them, and says so.
  }
  const std::lock_guard lock(book.mutex);
  Held& held = book.held[number];
  held.works = std::move(works);
  held.asking = false;
  if (!held.works) held.not_before = Clock::now() + kPeace;
  book.changed.notify_all();
}

std::shared_ptr<const Elsewhere> KnownWorks::elsewhere(const std::vector<std::size_t>& members,
                                                       const std::vector<std::string>& generations,
                                                       Crews& crews, Deadline deadline) {
  if (members.size() < 2)
    return std::make_shared<const Elsewhere>(Elsewhere{.of = std::vector<Works>(members.size())});
  std::unique_lock lock(book_->mutex);
  for (std::size_t at = 0; at < members.size(); ++at) {
    const std::size_t number = members[at];
    Held& held = book_->held[number];
    const bool newest = held.generation == generations[at];
    if (held.asking || (newest && (held.works || Clock::now() < held.not_before))) continue;
    const auto task = [book = book_, number, member = members_[number]] {
      ask(*book, number, *member);
    };
    held = {.generation = generations[at], .waited_for = deadline};
    held.asking = crews[number].start(task);
  }
  const auto is_asking = [&](std::size_t number) { return book_->held[number].asking; };
  Deadline until = Clock::now();
  for (const std::size_t number : members)
    if (is_asking(number))
      until = std::max(until, std::min(deadline, book_->held[number].waited_for));
  book_->changed.wait_until(lock, until, [&] { return std::ranges::none_of(members, is_asking); });
  WorksHeld held;
  for (std::size_t at = 0; at < members.size(); ++at) {
    const Held& one = book_->held[members[at]];
    held.push_back(one.generation == generations[at] ? one.works : nullptr);
  }
  lock.unlock();
  return elsewhere_of(std::move(held));
}

std::shared_ptr<const Elsewhere> KnownWorks::elsewhere_of(WorksHeld held) {
  {
    const std::lock_guard lock(book_->mutex);
    const auto known = std::ranges::find(book_->made, held, &Made::held);
    if (known != book_->made.end()) {
      std::rotate(known, std::next(known), book_->made.end());
      return book_->made.back().elsewhere;
    }
  }
  const auto made = std::make_shared<const Elsewhere>(works_elsewhere(held));
  const std::lock_guard lock(book_->mutex);
  if (book_->made.size() == kMostMade) book_->made.pop_front();
  book_->made.push_back({std::move(held), made});
  return made;
}

}  // namespace undex::federation
