#include "searcher/query/census.h"

#include <algorithm>

namespace undex::query {

double Census::size(Side side) const { return static_cast<double>(whole(side).size); }

double Census::average_length(Side side) const {
  const SideStatistics& all = whole(side);
  return all.size == 0 ? 0 : static_cast<double>(all.words) / static_cast<double>(all.size);
}

TermCounts Census::counts(Side side, const std::string& term) const {
  const auto [known, is_new] = asked(side).terms.try_emplace(term);
  if (!is_new) return known->second;
  if (told_) {
    const SideStatistics& all = side == Side::documents ? told_->documents : told_->paragraphs;
    if (const auto told = all.terms.find(term); told != all.terms.end())
      return known->second = told->second;
  }
  const Database& db = database(side);
  TermCounts& counts = known->second;
  if (const Xapian::doccount holders = db.get_termfreq(term); holders > 0)
    counts = {.holders = holders, .occurrences = db.get_collection_freq(term)};
  if (counts.holders > 0 && !left_out_.empty()) {
    const TermCounts less = left_out_.counts(side, term, db);
    counts.holders -= std::min(counts.holders, less.holders);
    counts.occurrences -= std::min(counts.occurrences, less.occurrences);
  }
  return counts;
}

bool Census::holds_here(Side side, const std::string& term) const {
  return told_ ? database(side).term_exists(term) : holds(side, term);
}

bool Census::any(const std::string& part, const std::function<bool()>& here) const {
  const auto known = asked_.answers.find(part);
  if (known != asked_.answers.end()) return known->second;
  const auto told = told_ ? told_->answers.find(part) : asked_.answers.end();
  const bool answer = told_ && told != told_->answers.end() ? told->second : here();
  return asked_.answers[part] = answer;
}

const Census::Terms& Census::expansion(const std::string& leaf,
                                       const std::function<Terms()>& here) const {
  const auto known = asked_.expansions.find(leaf);
  if (known != asked_.expansions.end()) return known->second;
  if (told_)
    if (const auto told = told_->expansions.find(leaf); told != told_->expansions.end())
      return asked_.expansions[leaf] = told->second;
  return asked_.expansions[leaf] = here();
}

const Database& Census::database(Side side) const {
  return side == Side::documents ? context_.documents : context_.paragraphs;
}

const SideStatistics& Census::whole(Side side) const {
  if (told_) return side == Side::documents ? told_->documents : told_->paragraphs;
  SideStatistics& all = asked(side);
  if (all.size == 0) {
    all.size = database(side).get_doccount() - left_out_.docids(side).size();
    all.words = database(side).get_total_length() - left_out_.length(side);
  }
  return all;
}

SideStatistics& Census::asked(Side side) const {
  return side == Side::documents ? asked_.documents : asked_.paragraphs;
}

}  // namespace undex::query
