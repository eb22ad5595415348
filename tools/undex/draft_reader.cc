#include "tools/undex/draft_reader.h"

#include <poll.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text.h"
#include "indexer/batch/documents_job.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

namespace chrono = std::chrono;
using Clock = chrono::steady_clock;

constexpr std::size_t kReaders = 3;              // at once; a cage may take 512 MB
constexpr chrono::milliseconds kToRead{13'000};  // a draft
constexpr chrono::milliseconds kToWait{4'000};   // for one of the drafts before it

/// One process, made anew when the one before has died.
class Reader {
 public:
  /// What read_made() takes; nothing when the process died or took too long. See death().
  std::optional<Frame> ask(const std::vector<std::string_view>& request, Clock::time_point end) {
    if (process_ != nullptr) process_->move();  // it may have died since the draft before
    if (process_ == nullptr || process_->is_dead())
      process_ = std::make_unique<JobProcess>(kReadDrafts);
    process_->ask(request, chrono::ceil<chrono::milliseconds>(end - Clock::now()));
    while (!process_->is_dead() && Clock::now() < end) {
      const auto left = chrono::ceil<chrono::milliseconds>(end - Clock::now());
      pollfd ready{process_->socket(), process_->events(), 0};
      if (poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
      if (std::optional<Frame> frame = process_->move()) return frame;
    }
    const bool late = !process_->is_dead();
    const std::string death = process_->end();
    death_ = late ? "took longer than it may" : death;
    process_.reset();  // nothing it says later is an answer to another draft
    return {};
  }
  const std::string& death() const { return death_; }

 private:
  std::unique_ptr<JobProcess> process_;
  std::string death_;
};

[[noreturn]] void fail(std::string_view name, const std::string& reason,
                       const std::string& remedy) {
  throw Error(ErrorKind::check, "cannot read '" + printable(name) + "': " + reason, remedy);
}

}  // namespace

struct DraftReader::State {
  std::array<Reader, kReaders> readers;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<Reader*> idle;

  State() {
    for (Reader& reader : readers) idle.push_back(&reader);
  }

  /// One that nobody else has, until it is given back.
  auto taken() {
    std::unique_lock lock(mutex);
    if (!changed.wait_for(lock, kToWait, [this] { return !idle.empty(); }))
      throw Error(ErrorKind::archive, "drafts wait to be read", "try again in a while");
    const auto give_back = [this](Reader* reader) {
      const std::lock_guard again(mutex);
      idle.push_back(reader);
      changed.notify_one();
    };
    std::unique_ptr<Reader, decltype(give_back)> reader(idle.back(), give_back);
    idle.pop_back();
    return reader;
  }
};

DraftReader::DraftReader() : state_(std::make_unique<State>()) {}
DraftReader::~DraftReader() = default;

Document DraftReader::read(std::string_view bytes, std::string_view name) {
  const auto reader = state_->taken();
  const Clock::time_point end = Clock::now() + kToRead;
  const std::vector<std::string_view> request = make_request({NamedBytes{bytes, name}});
  std::optional<Frame> frame = reader->ask(request, end);
  // Once more, for it may have died of something else than the draft.
  if (!frame && Clock::now() < end) frame = reader->ask(request, end);
  if (!frame || frame->empty())
    fail(name, "its reader " + reader->death(), "send it as plain text");
  Made made = read_made(frame->front());
  if (!made.reason.empty()) fail(name, made.reason, made.remedy);
  if (!made.members.empty())
    throw Error(ErrorKind::usage, "'" + printable(name) + "' holds several documents",
                "unpack it and send them one by one");
  return std::move(made.document);
}

int run_draft_reader() {
  answer_requests(make_documents_job);
  return 0;
}

}  // namespace undex::tool
