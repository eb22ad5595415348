#pragma once
// An archive that answers as a test says.
#include <algorithm>
#include <atomic>
#include <future>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/federation/member.h"
#include "undex/error.h"

namespace undex::federation::test {

/// Its rounds, to fail in one.
enum class Round { none, statistics, statistics_again, evidence, part, works, find, bytes, citing };

class FakeMember : public Member {
 public:
  PartAnswer answer{};
  Statistics told{};
  std::vector<double> weights{};
  std::vector<std::uint64_t> held_works{};
  std::vector<ListedText> texts{};
  std::vector<CitingText> cited_by{};
  std::string generation = "gen-000001";
  std::atomic<Round> fails_in = Round::none;
  std::atomic<bool> told_once = false;   ///< its statistics, of this question
  std::shared_future<void> waits_for{};  ///< in that round, where it is set
  std::exception_ptr fault = std::make_exception_ptr(Error(ErrorKind::archive, "is broken"));

  // What it was asked.
  std::vector<Request> requests{};
  Shared shared{};
  Statistics known{};
  std::vector<std::vector<std::uint64_t>> counted_elsewhere{};  ///< each time
  std::vector<std::uint64_t> weighed_elsewhere{};
  int asked_for_works = 0;

  ToldStatistics statistics(const Request& request, const Statistics* all,
                            const std::vector<std::uint64_t>& elsewhere, Deadline) override {
    fail_in(told_once ? Round::statistics_again : Round::statistics);
    told_once = true;
    requests.push_back(request);
    counted_elsewhere.push_back(elsewhere);
    if (all) known = *all;
    return {told, generation};
  }
  std::vector<double> evidence(const Request&, const Statistics&,
                               const std::vector<std::uint64_t>& elsewhere, Deadline) override {
    told_once = false;
    fail_in(Round::evidence);
    weighed_elsewhere = elsewhere;
    return weights;
  }
  PartAnswer part(const Request& request, const Shared& all, Deadline) override {
    told_once = false;
    fail_in(Round::part);
    requests.push_back(request);
    shared = all;
    return answer;
  }
  std::vector<std::uint64_t> works(Deadline) override {
    ++asked_for_works;
    fail_in(Round::works);
    return held_works;
  }
  Status status(Deadline) override {
    fail_in(Round::statistics);
    return {.documents = told.documents.size, .generation = generation};
  }

  std::vector<ListedText> find(const std::string& name, Deadline) override {
    fail_in(Round::find);
    std::vector<ListedText> found;
    for (const ListedText& text : texts)
      if (text.name == name || text.key == name) found.push_back(text);
    return found;
  }
  std::string bytes(const std::string& key, Kept kept, Deadline) override {
    fail_in(Round::bytes);
    return (kept == Kept::xml ? "xml of " : "original of ") + key;
  }

  std::vector<std::string> held(const std::vector<std::string>& names, Deadline) override {
    fail_in(Round::find);
    std::vector<std::string> out;
    for (const std::string& name : names)
      if (std::ranges::find(texts, name, &ListedText::name) != texts.end()) out.push_back(name);
    return out;
  }
  std::vector<CitingText> citing(const Symbol&, Deadline) override {
    fail_in(Round::citing);
    return cited_by;
  }
  std::vector<std::string> names_of_work(const Symbol&, Deadline) override {
    fail_in(Round::find);
    std::vector<std::string> names;
    for (const ListedText& text : texts) names.push_back(text.name);
    return names;
  }

  /// A hit that stands by this key; its document found.
  void has(const std::string& key, double weight) {
    Hit& hit = answer.result.hits.emplace_back();
    hit.key = hit.name = key;
    hit.weight = weight;
    answer.sort_keys.push_back(key);
    ++answer.result.documents;
    answer.result.paragraphs += 2;
  }

 private:
  void fail_in(Round round) const {
    if (round != fails_in) return;
    if (waits_for.valid()) waits_for.wait();
    std::rethrow_exception(fault);  // nobody listens any more to one that waited
  }
};

}  // namespace undex::federation::test
