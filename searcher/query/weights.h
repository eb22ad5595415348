#pragma once
// What words weigh. A word weighs its factor, which rests on how many hold it and how often, times
// its share, which rests on how often it stands in a text of what length. Factors are reckoned when
// a question is planned, from the census, because several archives that are searched as one must
// weigh alike. The engine's weight of a leaf is told its word by a number: the engine passes on how
// often a word stands in a query, and every word is given its own.
#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "searcher/query/census.h"

namespace undex::query {

enum class Weighting { ineb2, bm25 };

/// Rounded so that sums are the same in any order: to multiples of 2^-24.
double rounded_weight(double weight);

/// What counts as one word: any of these terms, or phrases of terms.
struct Synonyms {
  std::vector<std::string> terms;
  std::vector<std::vector<std::string>> phrases{};
};

/// The words of one question on one side of the index.
class Weights {
 public:
  /// The census must live as long.
  Weights(Weighting weighting, Side side, const Census& census)
      : weighting_(weighting), side_(side), census_(census) {}

  /// For a leaf that stands for all of these: how often it is to stand in the query.
  Xapian::termcount number_of(const Synonyms& words);
  /// A term as a leaf that weighs by itself.
  Xapian::Query leaf(const std::string& term) { return Xapian::Query(term, number_of({{term}})); }
  /// Of a word of that factor that stands so many times in a text of so many words.
  double weight(double factor, Xapian::termcount times, Xapian::termcount length) const;
  /// None weighs more that stands no more often, in a text that is no shorter.
  double most(double factor, Xapian::termcount times, Xapian::termcount length) const;

  /// Of leaves of that number. The engine gives synonyms the number 1, which has the factor 1.
  double factor(Xapian::termcount number) const;

  Weighting weighting() const { return weighting_; }
  double average_length() const { return census_.average_length(side_); }

 private:
  double factor_of(const Synonyms& words) const;
  double measure_of(Xapian::termcount length) const;

  Weighting weighting_;
  Side side_;
  const Census& census_;
  std::map<std::vector<std::vector<std::string>>, Xapian::termcount> numbers_;
  std::vector<double> factors_ = {0, 1};  ///< by number
  /// By length, as it takes long to tell; 0 where nobody asked.
  mutable std::vector<double> measures_;
};

/// These words for the engine. The weights must live as long as the search.
void set_weights(Xapian::Enquire& enquire, const Weights& weights);

}  // namespace undex::query
