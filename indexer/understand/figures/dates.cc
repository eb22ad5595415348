#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/figure/times.h"
#include "indexer/understand/steps.h"
#include "indexer/understand/texts.h"

namespace undex {

void mark_dates(Document& document, RefusedMarks* refused) {
  const std::string dated = document.masthead.normal(MastheadItem::date);
  std::vector<DateMark> dates;
  for_each_text(document, Texts::running_and_cells,
                [&](const MarkSpan& whole, std::string_view source) {
                  if (std::ranges::none_of(source, is_digit)) return;  // no day and no year
                  const FigureText text(source);
                  for (TimeMatch& time : find_times(text, dated)) {
                    if (!time.month) continue;
                    MarkSpan span = whole;
                    span.begin = text.source_begin(time.begin);
                    span.end = text.source_end(time.end - 1);
                    if (!time.iso.empty())
                      dates.push_back({span, std::move(time.iso)});
                    else if (refused != nullptr)
                      refused->push_back(
                          {span, "date", "a day without its year, or no date of the calendar"});
                  }
                });
  document.marks.dates = std::move(dates);
}

}  // namespace undex
