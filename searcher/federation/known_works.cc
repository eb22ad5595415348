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

Elsewhere works_elsewhere(const std::vector<std::shared_ptr<const Works>>& held) {
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

std::shared_ptr<const Elsewhere> KnownWorks::Book::elsewhere(
    std::vector<std::shared_ptr<const Works>> of) {
  const auto known = std::ranges::find(made, of, &Made::held);
  if (known != made.end()) return known->elsewhere;
  if (made.size() == kMostMade) made.pop_front();
  const auto elsewhere_of = std::make_shared<const Elsewhere>(works_elsewhere(of));
  made.push_back({std::move(of), elsewhere_of});
  return elsewhere_of;
}

std::shared_ptr<const Elsewhere> KnownWorks::last_known(const std::vector<std::size_t>& members) {
  const std::lock_guard lock(book_->mutex);
  std::vector<std::shared_ptr<const Works>> held;
  for (const std::size_t number : members) held.push_back(book_->held[number].works);
  if (members.size() > 1 && std::ranges::find(held, nullptr) == held.end())
    return book_->elsewhere(std::move(held));
  return std::make_shared<const Elsewhere>(Elsewhere{.of = std::vector<Works>(members.size())});
}

KnownWorks::KnownWorks(std::vector<std::shared_ptr<Member>> members)
    : members_(std::move(members)) {
  book_->held.resize(members_.size());
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
  if (members.size() < 2) return std::make_shared<const Elsewhere>(Elsewhere{.of = {{}}});
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
  std::vector<std::shared_ptr<const Works>> held;
  for (std::size_t at = 0; at < members.size(); ++at) {
    const Held& one = book_->held[members[at]];
    held.push_back(one.generation == generations[at] && !one.asking ? one.works : nullptr);
  }
  return book_->elsewhere(std::move(held));
}

}  // namespace undex::federation
