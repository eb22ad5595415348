#include "searcher/federation/crew.h"

#include <utility>

namespace undex::federation {

Crew::~Crew() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& one : threads_) one.join();
}

bool Crew::start(std::function<void()> task) {
  const std::lock_guard lock(mutex_);
  if (tasks_.size() >= idle_ + most_) return false;
  if (tasks_.size() >= idle_ && threads_.size() < most_) {
    threads_.emplace_back([this] { work(); });
    ++idle_;
  }
  tasks_.push_back(std::move(task));
  changed_.notify_one();
  return true;
}

void Crew::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    --idle_;
    {
      const std::function<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
    lock.lock();
    ++idle_;
  }
}

}  // namespace undex::federation
