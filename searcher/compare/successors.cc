#include "searcher/compare/successors.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace undex::comparing {
namespace {

/// Below these two are no successors: by terms alone, and with a name or citation that both have.
constexpr double kByTerms = 0.25;
constexpr double kWithMore = 0.12;
/// What stands in more than this part of the paragraphs ties none of them together.
constexpr double kCommon = 0.2;
constexpr std::size_t kTermsShown = 4;

using Paragraphs = std::vector<Paragraph>;

/// In how many paragraphs of both documents each thing stands.
class Frequencies {
 public:
  Frequencies(const Paragraphs& before, const Paragraphs& after) {
    for (const Paragraphs* list : {&before, &after})
      for (const Paragraph& paragraph : *list) {
        ++all_;
        for (const auto& [term, count] : paragraph.terms) ++of_[term];
        for (const std::string& tie : ties_of(paragraph)) ++of_[tie];
      }
  }
  double weight(const std::string& term) const {
    return std::log((static_cast<double>(all_) + 1) / static_cast<double>(of_.at(term)));
  }
  bool is_common(const std::string& term) const {
    return static_cast<double>(of_.at(term)) > std::max(4.0, kCommon * static_cast<double>(all_));
  }
  /// "cite A/RES/57/295", "name the Help Desk": what may tie two paragraphs together besides terms.
  static std::set<std::string> ties_of(const Paragraph& paragraph) {
    std::set<std::string> out;
    for (const Reference* reference : paragraph.citations)
      out.insert("cite " + reference->cited.text());
    for (const NameMark* mark : paragraph.names)
      if (mark->kind != Name::Kind::state) out.insert("name " + mark->name);
    return out;
  }

 private:
  std::size_t all_ = 0;
  std::map<std::string, std::size_t> of_;
};

/// Terms by weight; the square sum is 1.
std::map<std::string, double> vector_of(const Paragraph& paragraph, const Frequencies& of) {
  std::map<std::string, double> out;
  double sum = 0;
  for (const auto& [term, count] : paragraph.terms) {
    const double weight = (1 + std::log(static_cast<double>(count))) * of.weight(term);
    out[term] = weight;
    sum += weight * weight;
  }
  for (auto& [term, weight] : out) weight /= std::sqrt(sum);
  return out;
}

/// The shared terms with their part in the likeness, the largest first.
std::vector<std::pair<double, std::string>> shared_terms(const std::map<std::string, double>& a,
                                                         const std::map<std::string, double>& b) {
  std::vector<std::pair<double, std::string>> out;
  for (const auto& [term, weight] : a)
    if (const auto other = b.find(term); other != b.end())
      out.emplace_back(weight * other->second, term);
  std::sort(out.begin(), out.end(), [](const auto& x, const auto& y) {
    return std::tuple(-x.first, x.second) < std::tuple(-y.first, y.second);
  });
  return out;
}

class Finder {
 public:
  Finder(const Paragraphs& before, const Paragraphs& after,
         const std::map<std::string, std::string>& printed)
      : before_(before), after_(after), printed_(printed), frequencies_(before, after) {}

  std::vector<Successor> find(const std::vector<bool>& open_before,
                              const std::vector<bool>& open_after) const {
    std::map<std::string, std::vector<std::size_t>> holding;
    std::map<std::size_t, std::map<std::string, double>> vectors;
    for (std::size_t at = 0; at < before_.size(); ++at) {
      if (!open_before[at]) continue;
      vectors[at] = vector_of(before_[at], frequencies_);
      for (const auto& [term, count] : before_[at].terms)
        if (!frequencies_.is_common(term)) holding[term].push_back(at);
    }
    std::vector<Successor> out;
    for (std::size_t at = 0; at < after_.size(); ++at) {
      if (!open_after[at]) continue;
      const std::map<std::string, double> vector = vector_of(after_[at], frequencies_);
      std::set<std::size_t> candidates;
      for (const auto& [term, weight] : vector)
        if (const auto found = holding.find(term); found != holding.end())
          candidates.insert(found->second.begin(), found->second.end());
      for (const std::size_t from : candidates)
        if (Successor one = judged(from, at, shared_terms(vectors.at(from), vector));
            !one.evidence.empty())
          out.push_back(std::move(one));
    }
    return out;
  }

 private:
  /// Without evidence when the two are not like enough.
  Successor judged(std::size_t from, std::size_t to,
                   const std::vector<std::pair<double, std::string>>& shared) const {
    Successor out{from, to, 0, {}};
    for (const auto& [part, term] : shared) out.likeness += part;
    if (out.likeness < kWithMore) return out;
    const std::set<std::string> others = Frequencies::ties_of(after_[to]);
    std::vector<std::string> ties;
    for (const std::string& tie : Frequencies::ties_of(before_[from]))
      if (others.contains(tie) && !frequencies_.is_common(tie)) ties.push_back("both " + tie);
    if (ties.empty() && out.likeness < kByTerms) return out;
    out.evidence = std::move(ties);
    std::string terms;
    for (std::size_t at = 0; at < std::min(shared.size(), kTermsShown); ++at)
      terms += (at > 0 ? ", " : "") + printed_.at(shared[at].second);
    out.evidence.push_back("both speak of " + terms);
    return out;
  }

  const Paragraphs& before_;
  const Paragraphs& after_;
  const std::map<std::string, std::string>& printed_;
  Frequencies frequencies_;
};

}  // namespace

std::vector<Successor> successors(const Paragraphs& before, const std::vector<bool>& open_before,
                                  const Paragraphs& after, const std::vector<bool>& open_after,
                                  const std::map<std::string, std::string>& printed) {
  std::vector<Successor> all = Finder(before, after, printed).find(open_before, open_after);
  std::stable_sort(all.begin(), all.end(),
                   [](const Successor& a, const Successor& b) { return a.likeness > b.likeness; });
  std::vector<Successor> out;
  std::set<std::size_t> before_taken, after_taken;
  for (Successor& one : all) {
    if (before_taken.contains(one.before) || after_taken.contains(one.after)) continue;
    before_taken.insert(one.before);
    after_taken.insert(one.after);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace undex::comparing
