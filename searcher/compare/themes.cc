#include "searcher/compare/themes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace undex::comparing {
namespace {

/// p < 0.001 for one degree of freedom.
constexpr double kTelling = 10.83;
constexpr std::size_t kMost = 10;

struct Counts {
  std::map<std::string, double> of;
  double all = 0;
};

/// Terms, and names as terms of their own ("name Help Desk").
Counts counts_of(const std::vector<Paragraph>& paragraphs) {
  Counts out;
  const auto add = [&out](const std::string& thing, double count) {
    out.of[thing] += count;
    out.all += count;
  };
  for (const Paragraph& paragraph : paragraphs) {
    for (const auto& [term, count] : paragraph.terms) add(term, static_cast<double>(count));
    for (const NameMark* mark : paragraph.names) add("name " + mark->name, 1);
  }
  return out;
}

double part(double observed, double expected) {
  return observed == 0 ? 0 : observed * std::log(observed / expected);
}

/// Dunning's log-likelihood that `here` of `all_here` and `there` of `all_there` are of one rate.
double likelihood(double here, double all_here, double there, double all_there) {
  const double rate = (here + there) / (all_here + all_there);
  return 2 * (part(here, all_here * rate) + part(there, all_there * rate));
}

}  // namespace

std::vector<std::string> themes_of(const std::vector<Paragraph>& document,
                                   const std::vector<Paragraph>& other,
                                   const std::map<std::string, std::string>& printed) {
  const Counts here = counts_of(document), there = counts_of(other);
  std::vector<std::pair<double, std::string>> found;
  for (const auto& [thing, count] : here.of) {
    const auto elsewhere = there.of.find(thing);
    const double others = elsewhere == there.of.end() ? 0 : elsewhere->second;
    if (others * here.all >= count * there.all) continue;
    const double telling = likelihood(count, here.all, others, there.all);
    if (telling > kTelling) found.emplace_back(telling, thing);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> out;
  std::set<std::string> said;
  for (const auto& [telling, thing] : found) {
    const auto words = printed.find(thing);
    std::string shown = words != printed.end() ? words->second : thing.substr(thing.find(' ') + 1);
    if (out.size() < kMost && said.insert(shown).second) out.push_back(std::move(shown));
  }
  return out;
}

}  // namespace undex::comparing
