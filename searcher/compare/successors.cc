#include "searcher/compare/successors.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <unordered_map>
#include <utility>

namespace undex::comparing {
namespace {

/// Below these two are no successors: by terms alone, and with a name or citation that both have.
constexpr double kByTerms = 0.25;
constexpr double kWithMore = 0.12;
/// What stands in more than this part of the paragraphs ties none of them together.
constexpr double kCommon = 0.2;
constexpr std::size_t kTermsShown = 4;
/// Of a paragraph after: those it is likest to.
constexpr std::size_t kMostCandidates = 32;

using Paragraphs = std::vector<Paragraph>;

/// The terms and ties of both documents by numbers in their order: in how many paragraphs each
/// stands.
class Frequencies {
 public:
  Frequencies(const Paragraphs& before, const Paragraphs& after) {
    for (const Paragraphs* list : {&before, &after})
      for (const Paragraph& paragraph : *list) {
        ++all_;
        for (const auto& [term, count] : paragraph.terms) ++of_[term].paragraphs;
        for (const std::string& tie : ties_of(paragraph)) ++of_[tie].paragraphs;
      }
    for (auto& [thing, entry] : of_) {
      entry.number = things_.size();
      things_.push_back(&thing);
    }
  }
  std::size_t number_of(const std::string& term) const { return of_.at(term).number; }
  const std::string& thing(std::size_t number) const { return *things_[number]; }
  double weight(const std::string& term) const {
    return std::log((static_cast<double>(all_) + 1) / paragraphs_with(term));
  }
  bool is_common(const std::string& term) const {
    return paragraphs_with(term) > std::max(4.0, kCommon * static_cast<double>(all_));
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
  struct Entry {
    std::size_t paragraphs = 0;
    std::size_t number = 0;
  };
  double paragraphs_with(const std::string& term) const {
    return static_cast<double>(of_.at(term).paragraphs);
  }

  std::size_t all_ = 0;
  std::map<std::string, Entry> of_;
  std::vector<const std::string*> things_;
};

/// What a paragraph speaks of. The square sum of its terms is 1.
struct Subject {
  std::vector<std::pair<std::size_t, double>> terms;  ///< numbers and weights, ascending
  std::vector<std::pair<std::size_t, double>> rare;   ///< those that are not common
  double common = 0;                                  ///< length of the others
  std::vector<std::size_t> ties;                      ///< numbers of those not common, ascending
};

Subject subject_of(const Paragraph& paragraph, const Frequencies& of) {
  Subject out;
  double sum = 0;
  for (const auto& [term, count] : paragraph.terms) {
    const double weight = (1 + std::log(static_cast<double>(count))) * of.weight(term);
    out.terms.emplace_back(of.number_of(term), weight);
    sum += weight * weight;
  }
  std::size_t at = 0;
  for (const auto& [term, count] : paragraph.terms) {
    auto& [number, weight] = out.terms[at++];
    if (sum > 0) weight /= std::sqrt(sum);
    if (of.is_common(term))
      out.common += weight * weight;
    else
      out.rare.emplace_back(number, weight);
  }
  out.common = std::sqrt(out.common);
  for (const std::string& tie : Frequencies::ties_of(paragraph))
    if (!of.is_common(tie)) out.ties.push_back(of.number_of(tie));
  return out;
}

/// The shared terms with their part in the likeness.
std::vector<std::pair<double, std::size_t>> shared_terms(const Subject& a, const Subject& b) {
  std::vector<std::pair<double, std::size_t>> out;
  for (auto one = a.terms.begin(), other = b.terms.begin();
       one != a.terms.end() && other != b.terms.end();) {
    if (one->first == other->first) {
      out.emplace_back(one->second * other->second, one->first);
      ++one, ++other;
    } else {
      ++(one->first < other->first ? one : other);
    }
  }
  return out;
}

std::vector<std::size_t> shared_ties(const Subject& a, const Subject& b) {
  std::vector<std::size_t> out;
  std::ranges::set_intersection(a.ties, b.ties, std::back_inserter(out));
  return out;
}

/// Open paragraphs before, by the rare terms that they hold.
class Finder {
 public:
  Finder(const Paragraphs& before, const Paragraphs& after,
         const std::map<std::string, std::string>& printed)
      : before_(before), after_(after), printed_(printed), frequencies_(before, after) {}

  /// Without evidence.
  std::vector<Successor> find(const std::vector<bool>& open_before,
                              const std::vector<bool>& open_after) {
    subjects_.resize(before_.size());
    for (std::size_t at = 0; at < before_.size(); ++at) {
      if (!open_before[at]) continue;
      subjects_[at] = subject_of(before_[at], frequencies_);
      for (const auto& [term, weight] : subjects_[at].rare) holding_[term].emplace_back(at, weight);
    }
    std::vector<Successor> out;
    for (std::size_t at = 0; at < after_.size(); ++at)
      if (open_after[at]) add_likest(at, out);
    return out;
  }

  std::vector<std::string> evidence(const Successor& one) const {
    const Subject from = subject_of(before_[one.before], frequencies_);
    const Subject to = subject_of(after_[one.after], frequencies_);
    std::vector<std::string> out;
    for (const std::size_t tie : shared_ties(from, to))
      out.push_back("both " + frequencies_.thing(tie));
    auto shared = shared_terms(from, to);
    std::ranges::sort(shared, {},
                      [](const auto& term) { return std::pair(-term.first, term.second); });
    std::string terms;
    for (std::size_t at = 0; at < std::min(shared.size(), kTermsShown); ++at)
      terms += (at > 0 ? ", " : "") + printed_.at(frequencies_.thing(shared[at].second));
    out.push_back("both speak of " + terms);
    return out;
  }

 private:
  void add_likest(std::size_t to, std::vector<Successor>& out) const {
    const Subject subject = subject_of(after_[to], frequencies_);
    std::map<std::size_t, double> shared;
    for (const auto& [term, weight] : subject.rare)
      if (const auto found = holding_.find(term); found != holding_.end())
        for (const auto& [from, other] : found->second) shared[from] += weight * other;
    std::vector<Successor> likest;
    for (const auto& [from, part] : shared) {
      // The rest cannot be more than this.
      if (part + subject.common * subjects_[from].common < kWithMore) continue;
      Successor one{from, to, 0, {}};
      for (const auto& [likeness, term] : shared_terms(subjects_[from], subject))
        one.likeness += likeness;
      const double least = shared_ties(subjects_[from], subject).empty() ? kByTerms : kWithMore;
      if (one.likeness >= least) likest.push_back(std::move(one));
    }
    std::ranges::stable_sort(likest, std::greater{}, &Successor::likeness);
    if (likest.size() > kMostCandidates) likest.resize(kMostCandidates);
    out.insert(out.end(), likest.begin(), likest.end());
  }

  const Paragraphs& before_;
  const Paragraphs& after_;
  const std::map<std::string, std::string>& printed_;
  Frequencies frequencies_;
  std::vector<Subject> subjects_;
  std::unordered_map<std::size_t, std::vector<std::pair<std::size_t, double>>> holding_;
};

}  // namespace

std::vector<Successor> successors(const Paragraphs& before, const std::vector<bool>& open_before,
                                  const Paragraphs& after, const std::vector<bool>& open_after,
                                  const std::map<std::string, std::string>& printed) {
  Finder finder(before, after, printed);
  std::vector<Successor> all = finder.find(open_before, open_after);
  std::stable_sort(all.begin(), all.end(),
                   [](const Successor& a, const Successor& b) { return a.likeness > b.likeness; });
  std::vector<Successor> out;
  std::set<std::size_t> before_taken, after_taken;
  for (Successor& one : all) {
    if (before_taken.contains(one.before) || after_taken.contains(one.after)) continue;
    before_taken.insert(one.before);
    after_taken.insert(one.after);
    one.evidence = finder.evidence(one);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace undex::comparing
