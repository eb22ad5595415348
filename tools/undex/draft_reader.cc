#include "tools/undex/draft_reader.h"

#include <poll.h>

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "indexer/batch/documents_job.h"
#include "indexer/batch/pool.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

namespace chrono = std::chrono;
using Clock = chrono::steady_clock;

constexpr chrono::milliseconds kToRead{13'000};    // a draft
constexpr chrono::milliseconds kToAnswer{15'000};  // with the way there and back
constexpr chrono::milliseconds kToWait{4'000};     // for the draft before it

/// The answer: what read_made() takes; of a draft that was not read, empty and why. A second time,
/// because the process may have died of something else since the draft before.
Frame read_one(Pool& pool, const Frame& request) {
  const Clock::time_point end = Clock::now() + kToRead;
  const auto left = [&] { return chrono::ceil<chrono::milliseconds>(end - Clock::now()); };
  std::string death;
  for (int tries = 0; tries < 2 && pool.is_ready(); ++tries) {
    pool.ask(0, make_request({NamedBytes{request[1], request[0]}}), left());
    std::vector<Answer> answers;
    while (answers.empty()) answers = pool.wait(kToRead);
    if (answers.front().frame) return std::move(*answers.front().frame);
    death = answers.front().death;
  }
  return {"", "its reader " + death};
}

Job make_job() {
  return [pool = std::make_shared<Pool>(1, make_documents_job)](const Frame& request) {
    try {
      return read_one(*pool, request);
    } catch (const Error& error) {  // there is no process to be had now
      return Frame{"", error.what()};
    }
  };
}

[[noreturn]] void fail(std::string_view name, const std::string& reason,
                       const std::string& remedy) {
  throw Error(ErrorKind::check, "cannot read '" + printable(name) + "': " + reason, remedy);
}

}  // namespace

struct DraftReader::State {
  JobProcess process{make_job};
  std::timed_mutex mutex;

  Frame answer_to(std::string_view bytes, std::string_view name) {
    process.ask({name, bytes}, kToAnswer);
    while (!process.is_dead() && Clock::now() < process.deadline()) {
      const auto left = chrono::ceil<chrono::milliseconds>(process.deadline() - Clock::now());
      pollfd ready{process.socket(), process.events(), 0};
      if (poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
      if (std::optional<Frame> frame = process.move()) return std::move(*frame);
    }
    process.end();  // nothing it says later is an answer to another draft
    throw Error(ErrorKind::archive, "the reader of drafts has ended", "start the service again");
  }
};

DraftReader::DraftReader() : state_(std::make_unique<State>()) {}
DraftReader::~DraftReader() = default;

Document DraftReader::read(std::string_view bytes, std::string_view name) {
  const std::unique_lock lock(state_->mutex, kToWait);
  if (!lock.owns_lock())
    throw Error(ErrorKind::archive, "drafts wait to be read", "try again in a while");
  if (state_->process.is_dead())
    throw Error(ErrorKind::archive, "the reader of drafts has ended", "start the service again");
  const Frame frame = state_->answer_to(bytes, name);
  if (frame.empty() || frame.front().empty())
    fail(name, frame.size() > 1 ? frame[1] : "it has no answer", "send it as plain text");
  Made made = read_made(frame.front());
  if (!made.reason.empty()) fail(name, made.reason, made.remedy);
  if (!made.members.empty())
    throw Error(ErrorKind::usage, "'" + printable(name) + "' holds several documents",
                "unpack it and send them one by one");
  return std::move(made.document);
}

}  // namespace undex::tool
