// An archive in a folder of this machine.
#include <filesystem>
#include <mutex>
#include <utility>

#include "corpus/archive.h"
#include "searcher/federation/held.h"
#include "searcher/federation/member.h"
#include "searcher/search/generation.h"
#include "undex/search.h"

namespace undex::federation {
namespace {

constexpr std::size_t kMostIdle = 64;

/// A searcher serves one question at a time: as many are opened as are asked at once, and kept for
/// as long as their index is the newest.
class LocalMember : public Member {
  template <typename Ask>
  auto with_searcher(const Ask& ask) {
    const std::string now = search::current_name(archive_);
    Searcher searcher = take(now);
    auto answer = ask(searcher);
    const std::lock_guard lock(mutex_);
    if (now == generation_ && idle_.size() < kMostIdle) idle_.push_back(std::move(searcher));
    return answer;
  }

  Searcher take(const std::string& now) {
    {
      const std::lock_guard lock(mutex_);
      if (now != generation_) idle_.clear();
      generation_ = now;
      if (!idle_.empty()) {
        Searcher searcher = std::move(idle_.back());
        idle_.pop_back();
        return searcher;
      }
    }
    return Searcher::open(archive_);
  }

 public:
  explicit LocalMember(std::filesystem::path archive) : archive_(std::move(archive)) {
    with_searcher([](const Searcher&) { return 0; });
  }

  ToldStatistics statistics(const Request& request, const Statistics* known,
                            const std::vector<std::uint64_t>& elsewhere, Deadline) override {
    return with_searcher([&](const Searcher& searcher) {
      return ToldStatistics{searcher.statistics(request, known, elsewhere),
                            searcher.status().generation};
    });
  }
  std::vector<double> evidence(const Request& request, const Statistics& all,
                               const std::vector<std::uint64_t>& elsewhere, Deadline) override {
    return with_searcher(
        [&](const Searcher& searcher) { return searcher.evidence(request, all, elsewhere); });
  }
  PartAnswer part(const Request& request, const Shared& shared, Deadline) override {
    return with_searcher([&](const Searcher& searcher) { return searcher.part(request, shared); });
  }
  std::vector<std::uint64_t> works(Deadline) override {
    return with_searcher([](const Searcher& searcher) { return searcher.works(); });
  }
  Status status(Deadline) override {
    return with_searcher([](const Searcher& searcher) { return searcher.status(); });
  }

  std::vector<ListedText> find(const std::string& name, Deadline) override {
    return held_under(documents()->archive, name);
  }
  std::string bytes(const std::string& key, Kept kept, Deadline) override {
    return held_bytes(documents()->archive, key, kept);
  }
  std::vector<std::string> held(const std::vector<std::string>& names, Deadline) override {
    return held_of(documents()->archive, names);
  }
  std::vector<CitingText> citing(const Symbol& cited, Deadline) override {
    return held_citing(documents()->archive, cited);
  }
  std::vector<std::string> names_of_work(const Symbol& symbol, Deadline) override {
    return documents()->names.of_work(symbol);
  }

 private:
  struct Documents {
    Archive archive;
    HeldNames names{archive};
    explicit Documents(const std::filesystem::path& folder)
        : archive(Archive::open(folder, Archive::Mode::read)) {}
  };
  /// Read once a state of the index.
  std::shared_ptr<const Documents> documents() {
    const std::string now = search::current_name(archive_);
    const std::lock_guard lock(documents_mutex_);
    if (!documents_ || now != documents_at_) documents_ = std::make_shared<Documents>(archive_);
    documents_at_ = now;
    return documents_;
  }

  const std::filesystem::path archive_;
  std::mutex mutex_;
  std::string generation_;
  std::vector<Searcher> idle_;
  std::mutex documents_mutex_;
  std::string documents_at_;
  std::shared_ptr<const Documents> documents_;
};

}  // namespace

std::shared_ptr<Member> local_member(const std::filesystem::path& archive) {
  return std::make_shared<LocalMember>(archive);
}

}  // namespace undex::federation
