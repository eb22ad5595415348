#include "searcher/serve/workers.h"

#include <algorithm>
#include <utility>

namespace undex::serve {

Workers::Workers(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

void Workers::add(const std::string& who, Job job) {
  Job refused;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_ >= most_waiting_) {
      const auto most =
          std::ranges::max_element(jobs_, {}, [](const auto& one) { return one.second.size(); });
      const auto own = jobs_.find(who);
      const std::size_t has = own == jobs_.end() ? 0 : own->second.size();
      if (most != jobs_.end() && most->second.size() >= has + 2) {
        refused = std::exchange(most->second.back(), {});
        most->second.pop_back();
        --waiting_;
      } else {
        refused = std::exchange(job, {});
      }
    }
    if (job.run) {
      std::deque<Job>& jobs = jobs_[who];
      if (jobs.empty()) turns_.push_back(who);
      jobs.push_back(std::move(job));
      ++waiting_;
    }
  }
  changed_.notify_one();
  if (refused.refuse) refused.refuse();
}

/// Of whose turn it is. There is one.
Job Workers::next() {
  const std::string who = std::exchange(turns_.front(), {});
  turns_.pop_front();
  const auto found = jobs_.find(who);
  Job job = std::move(found->second.front());
  found->second.pop_front();
  --waiting_;
  if (found->second.empty())
    jobs_.erase(found);
  else
    turns_.push_back(who);
  return job;
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || waiting_ > 0; });
    if (stopping_) return;
    Job job = next();
    lock.unlock();
    job.run();
    job = {};  // what it holds ends before the lock is taken
    lock.lock();
  }
}

void Workers::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

std::size_t Workers::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

}  // namespace undex::serve
