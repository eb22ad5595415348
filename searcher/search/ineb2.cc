#include "searcher/search/ineb2.h"

#include <cmath>

namespace undex::search {

double IneB2::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                          Xapian::termcount unique) const {
  if (get_termfreq() > 0) return IneB2Weight::get_sumpart(wdf, length, unique);
  if (wdf == 0 || length == 0) return 0;
  const double seen = wdf * std::log2(1 + get_average_length() / length);
  return of_one_document() * seen / (seen + 1);
}

double IneB2::get_maxpart() const {
  return get_termfreq() > 0 ? IneB2Weight::get_maxpart() : of_one_document();
}

double IneB2::of_one_document() const {
  const double all = get_collection_size();
  const double occurrences = get_collection_freq();
  const double expected = all * (1 - std::pow((all - 1) / all, occurrences));
  return get_wqf() * std::log2((all + 1) / (expected + 0.5)) * (occurrences + 1);
}

}  // namespace undex::search
