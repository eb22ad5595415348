#include "searcher/federation/question.h"

#include <algorithm>
#include <any>
#include <utility>

#include "corpus/hash.h"
#include "corpus/text.h"
#include "searcher/federation/merge.h"
#include "searcher/federation/rounds.h"
#include "searcher/federation/wire.h"
#include "searcher/search/cursor.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using search::Cursor;

// When each round ends, as a part of the whole time.
constexpr double kStatisticsEnd = 0.4;
constexpr double kWorksEnd = 0.45;
constexpr double kStatisticsAgainEnd = 0.55;
constexpr double kStatisticsOfMoreEnd = 0.65;
constexpr double kEvidenceEnd = 0.75;
constexpr double kGroupedPartsEnd = 0.85;
constexpr double kPartsEnd = 1;

/// The order that a fingerprint was made in.
Order order_of(const Request& request, const std::string& question) {
  for (const Order order : {Order::relevance, Order::newest, Order::oldest, Order::symbol})
    if (search::fingerprint(request, order) == question) return order;
  throw Error(ErrorKind::usage, "the cursor belongs to another question",
              "ask with the query, the filters and the order of the page before");
}

/// One question on its way.
class Asking {
 public:
  /// `offering`: where nothing is found, other questions are asked too.
  Asking(const Archives& archives, const Request& request, bool offering)
      : archives_(archives),
        request_(request),
        offering_(offering),
        rounds_(archives.members, archives.crews, archives.silence, archives.deadline) {
    choose();
    require_listable();
  }

  Result answer() {
    ask_statistics();
    take_cursor();
    ask_evidence();
    const std::vector<Shared> shared = what_to_know();
    std::vector<Part> parts = ask_parts(shared);
    count_each(parts);
    Request shown = request_;
    shown.filters = asked_.filters;
    Merged merged = merge(shown, std::move(parts));
    Result& result = merged.result;
    if (merged.more) result.next = cursor_behind(merged);
    if (!merged.groups.empty()) ask_others(shared, merged);
    if (!works_known_)
      result.notes.push_back("works that several archives hold may be counted more than once");
    count_offers(result);
    for (std::size_t at = 0; at < archives_.names.size(); ++at) say(at, result);
    result.generation = generation();
    return std::move(merged.result);
  }

 private:
  /// Filters on archives are ours, the others those of all.
  void choose() {
    chosen_.assign(archives_.names.size(), true);
    asked_ = request_;
    asked_.filters.clear();
    asked_.cursor.clear();
    for (const Filter& filter : request_.filters) {
      if (filter.field != kArchiveField) {
        asked_.filters.push_back(filter);
        continue;
      }
      for (const std::string& value : filter.values)
        if (std::ranges::find(archives_.names, value) == archives_.names.end())
          throw Error(ErrorKind::usage, "no archive is named '" + printable(value) + "'",
                      "the facet 'archive' lists them");
      for (std::size_t at = 0; at < chosen_.size(); ++at)
        if (std::ranges::find(filter.values, archives_.names[at]) == filter.values.end())
          chosen_[at] = false;
    }
    std::erase(asked_.facets, std::string(kArchiveField));
  }

  void require_listable() const {
    if (request_.limit == 0) return;
    if (request_.limit >= kMostHits || request_.offset >= kMostHits - request_.limit)
      throw Error(ErrorKind::usage,
                  "hits beyond the first " + std::to_string(kMostHits) +
                      " of several archives cannot be listed",
                  "ask for less, or go on by date or symbol with the cursor of each page");
  }

  std::vector<std::any> ask_all(double end, const Rounds::Question& question) {
    std::vector<std::any> answers = rounds_.ask(end, question);
    if (rounds_.in().empty()) fail_of_all(archives_, rounds_);
    return answers;
  }

  /// Of a work that several hold the first of them tells: as far as was known before, and once more
  /// where that was not so.
  void ask_statistics() {
    const std::vector<std::size_t> asked = rounds_.in();
    leave_to_others(asked, *archives_.works.last_known(asked), counted_elsewhere_);
    sum_up(ask_all(kStatisticsEnd, for_statistics(counted_elsewhere_)));
    count_each_work_once();
    if (asks_again(*statistics_))
      sum_up(ask_all(kStatisticsOfMoreEnd, for_statistics(counted_elsewhere_, statistics_)));
  }

  void count_each_work_once() {
    const std::vector<std::size_t> in = rounds_.in();
    std::vector<Works> right(archives_.names.size());
    leave_to_others(in, *works_elsewhere_now(in), right);
    if (std::ranges::all_of(
            in, [&](std::size_t number) { return right[number] == counted_elsewhere_[number]; }))
      return;
    const auto answers = rounds_.ask_if_all_answer(kStatisticsAgainEnd, for_statistics(right));
    works_known_ = works_known_ && answers;
    if (!answers) return;
    counted_elsewhere_ = std::move(right);
    sum_up(*answers);
  }

  Rounds::Question for_statistics(const std::vector<Works>& elsewhere,
                                  std::shared_ptr<const Statistics> known = nullptr) const {
    return [request = asked_, known = std::move(known),
            elsewhere = std::make_shared<const std::vector<Works>>(elsewhere)](
               Member& member, std::size_t number, Deadline deadline) {
      return member.statistics(request, known.get(), (*elsewhere)[number], deadline);
    };
  }

  void sum_up(const std::vector<std::any>& answers) {
    statistics_ = std::make_shared<Statistics>();
    told_.assign(answers.size(), {});
    for (const std::size_t number : rounds_.in()) {
      told_[number] = std::any_cast<const ToldStatistics&>(answers[number]);
      add(told_[number].statistics, *statistics_);
    }
  }

  void take_cursor() {
    if (request_.cursor.empty()) return;
    if (request_.offset > 0)
      throw Error(ErrorKind::usage, "a cursor and an offset are given", "leave one of them out");
    Cursor cursor = search::read_cursor(request_.cursor);
    (void)order_of(request_, cursor.question);
    if (!cursor.generation.empty() && cursor.generation != state())
      throw Error(ErrorKind::usage,
                  "an archive has changed, or answers no more, since the page before",
                  "ask for the first page again; pages by date or symbol go on all the same");
    request_.offset = cursor.offset;
    require_listable();
    after_ = std::move(cursor.after);
  }

  /// Names the state of all that answer.
  std::string generation() const {
    std::vector<std::pair<std::string, std::string>> all;
    for (const std::size_t number : rounds_.in())
      all.emplace_back(archives_.names[number], told_[number].generation);
    return joint_generation(all);
  }

  /// And whether works that several hold count once.
  std::string state() const { return generation() + (works_known_ ? "" : "?"); }

  std::string cursor_behind(const Merged& merged) const {
    const Result& result = merged.result;
    Cursor cursor;
    cursor.question = search::fingerprint(request_, result.order);
    if (result.order == Order::relevance || result.group != Group::none) {
      cursor.generation = state();
      cursor.offset = request_.offset + result.hits.size();
    } else {
      cursor.after = merged.last;
    }
    return search::write_cursor(cursor);
  }

  void ask_evidence() {
    if (request_.limit == 0 || request_.order.value_or(Order::relevance) != Order::relevance)
      return;
    const auto elsewhere = std::make_shared<const std::vector<Works>>(shown_elsewhere());
    const std::vector<std::any> answers =
        ask_all(kEvidenceEnd, [request = asked_, all = statistics_, elsewhere, chosen = chosen_](
                                  Member& member, std::size_t number, Deadline deadline) {
          return chosen[number] ? member.evidence(request, *all, (*elsewhere)[number], deadline)
                                : std::vector<double>();
        });
    std::vector<double> weights;
    for (const std::size_t number : rounds_.in()) {
      const auto& more = std::any_cast<const std::vector<double>&>(answers[number]);
      weights.insert(weights.end(), more.begin(), more.end());
    }
    least_evidence_ = least_evidence(std::move(weights));
  }

  std::vector<Shared> what_to_know() {
    std::vector<Shared> shared(archives_.names.size());
    for (Shared& one : shared) {
      one.statistics = statistics_;
      one.least_evidence = least_evidence_;
      one.after = after_;
    }
    std::vector<Works> elsewhere = shown_elsewhere();
    for (std::size_t at = 0; at < shared.size(); ++at)
      shared[at].elsewhere = std::move(elsewhere[at]);
    return shared;
  }

  /// Those that are chosen leave a work to the first of them, those that are not to the first of
  /// all.
  std::vector<Works> shown_elsewhere() {
    const std::vector<std::size_t> in = rounds_.in();
    std::vector<std::size_t> chosen;
    for (const std::size_t number : in)
      if (chosen_[number]) chosen.push_back(number);
    std::vector<Works> elsewhere(archives_.names.size());
    if (chosen.size() < in.size()) leave_to_others(in, *works_elsewhere_now(in), elsewhere);
    leave_to_others(chosen, *works_elsewhere_now(chosen), elsewhere);
    return elsewhere;
  }

  /// In the states that answered.
  std::shared_ptr<const Elsewhere> works_elsewhere_now(const std::vector<std::size_t>& members) {
    std::vector<std::string> generations;
    for (const std::size_t number : members) generations.push_back(told_[number].generation);
    auto elsewhere =
        archives_.works.elsewhere(members, generations, archives_.crews, rounds_.end_of(kWorksEnd));
    works_known_ = works_known_ && elsewhere->known;
    return elsewhere;
  }

  static void leave_to_others(const std::vector<std::size_t>& members, const Elsewhere& elsewhere,
                              std::vector<Works>& out) {
    for (std::size_t at = 0; at < members.size(); ++at) out[members[at]] = elsewhere.of[at];
  }

  std::vector<Part> ask_parts(const std::vector<Shared>& shared) {
    Request request = asked_;
    request.offset = 0;
    request.limit = request_.limit == 0 ? 0 : request_.offset + request_.limit + 1;
    request.facet_values = 0;
    request.facet_matching.clear();
    return ask_parts(request, shared, request.group == Group::none ? kPartsEnd : kGroupedPartsEnd);
  }

  std::vector<Part> ask_parts(const Request& request, const std::vector<Shared>& shared,
                              double end) {
    const auto all = std::make_shared<const std::vector<Shared>>(shared);
    const std::vector<std::any> answers = ask_all(
        end,
        [request, all, chosen = chosen_](Member& member, std::size_t number, Deadline deadline) {
          Request mine = request;
          if (!chosen[number]) mine.facets.clear(), mine.limit = 0;
          return member.part(mine, (*all)[number], deadline);
        });
    std::vector<Part> parts;
    for (const std::size_t number : rounds_.in()) {
      const std::size_t held =
          told_[number].statistics.documents.size + counted_elsewhere_[number].size();
      parts.push_back({.archive = archives_.names[number],
                       .chosen = chosen_[number],
                       .held = held - std::min(held, shared[number].elsewhere.size()),
                       .answer = std::any_cast<PartAnswer>(answers[number])});
    }
    return parts;
  }

  void count_each(const std::vector<Part>& parts) {
    counts_.resize(archives_.names.size());
    std::size_t at = 0;
    for (const std::size_t number : rounds_.in()) {
      const Result& result = parts[at++].answer.result;
      counts_[number] = {result.documents, result.paragraphs};
    }
  }

  /// Of the groups that are shown.
  void ask_others(std::vector<Shared> shared, Merged& merged) {
    for (Shared& one : shared) one.groups = merged.groups;
    Request request = asked_;
    request.offset = request.limit = 0;
    request.facets.clear();
    std::vector<Part> parts = ask_parts(request, shared, kPartsEnd);
    std::erase_if(parts, [](const Part& part) { return !part.chosen; });
    merge_others(std::move(parts), merged);
  }

  /// What each finds in all archives; one of which that cannot be told in time is not made.
  void count_offers(Result& result) const {
    std::vector<Offer> counted;
    if (!offering_) result.offers.clear();
    for (Offer& offer : result.offers) {
      Request request = request_;
      request.query = offer.query;
      request.filters = offer.filters;
      for (const Filter& filter : request_.filters)
        if (filter.field == kArchiveField) request.filters.push_back(filter);
      request.facets.clear();
      request.cursor.clear();
      request.group = Group::none;
      request.limit = request.offset = 0;
      Archives later = archives_;
      later.deadline = std::chrono::duration_cast<std::chrono::milliseconds>(
          rounds_.end_of(kPartsEnd) - Clock::now());
      if (later.deadline.count() <= 0) break;
      try {
        const Result found = Asking(later, request, false).answer();
        offer.documents = found.documents;
        offer.paragraphs = found.paragraphs;
        if (found.documents > 0) counted.push_back(std::move(offer));
      } catch (const Error&) {
        break;  // no archive answers any more
      }
    }
    result.offers = std::move(counted);
  }

  void say(std::size_t number, Result& result) const {
    const Standing& standing = rounds_.standings()[number];
    result.archives.push_back({.name = archives_.names[number],
                               .answered = standing.in,
                               .documents = counts_[number].first,
                               .paragraphs = counts_[number].second,
                               .why_not = standing.why_not,
                               .milliseconds = standing.milliseconds});
  }

  const Archives& archives_;
  Request request_;  ///< of all
  Request asked_;    ///< of each
  bool offering_;
  Rounds rounds_;
  std::vector<bool> chosen_;
  std::vector<Works> counted_elsewhere_ = std::vector<Works>(archives_.names.size());
  std::vector<ToldStatistics> told_;
  std::shared_ptr<Statistics> statistics_;
  double least_evidence_ = 0;
  std::string after_;
  bool works_known_ = true;
  std::vector<std::pair<std::size_t, std::size_t>> counts_;
};

}  // namespace

void fail_of_all(const Archives& archives, const Rounds& rounds) {
  std::string why;
  for (std::size_t at = 0; at < archives.names.size(); ++at)
    why += (why.empty() ? "" : "; ") + archives.names[at] + ": " + rounds.standings()[at].why_not;
  throw Error(ErrorKind::archive, "no archive answers: " + why,
              "see that the machines of the list run 'undex serve --node'");
}

Result ask(const Archives& archives, const Request& request) {
  return Asking(archives, request, true).answer();
}

std::vector<MemberState> ask_states(const Archives& archives) {
  Rounds rounds(archives.members, archives.crews, archives.silence, archives.deadline);
  const std::vector<std::any> answers = rounds.ask(
      kPartsEnd,
      [](Member& member, std::size_t, Deadline deadline) { return member.status(deadline); });
  std::vector<MemberState> states;
  for (std::size_t at = 0; at < answers.size(); ++at) {
    const Standing& standing = rounds.standings()[at];
    states.push_back({.answers = standing.in,
                      .why_not = standing.why_not,
                      .milliseconds = standing.milliseconds});
    if (standing.in) states.back().status = std::any_cast<const Status&>(answers[at]);
  }
  return states;
}

std::string joint_generation(const std::vector<std::pair<std::string, std::string>>& archives) {
  std::string all;
  for (const auto& [name, generation] : archives) all += name + '\t' + generation + '\n';
  return sha256_hex(all).substr(0, 16);
}

}  // namespace undex::federation
