// A clause through the years as a person reads it: a line a year, then each wording with its uses.
#include <algorithm>

#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"
#include "searcher/trace/figure_words.h"

namespace undex::rendering {
namespace {

/// Uses named under a wording.
constexpr std::size_t kNamedUses = 5;

std::string place_of(const ReusedWording& use) { return use.name + ", " + use.pinpoint; }

std::string dated(const ReusedWording& use) {
  return place_of(use) + (use.date.empty() ? " (no date)" : " (" + day_in_words(use.date) + ")");
}

std::string head(const ClauseHistory& history, const RenderOptions& options) {
  const ReuseResult& found = history.found;
  std::string line =
      std::string(found.all ? "" : "more than ") + counted(found.paragraphs, "paragraph") + " in " +
      counted(found.documents, "document") + ", " + counted(history.wordings.size(), "wording");
  if (!found.all) line += "; the first are those that share most";
  std::string out = wrapped(line, "", options.width, 4);
  const auto& uses = found.wordings;
  const auto last = std::find_if(uses.rbegin(), uses.rend(),
                                 [](const ReusedWording& use) { return !use.date.empty(); });
  if (last == uses.rend()) return out;
  out += wrapped(printable(dated(uses.front())), "first  ", options.width);
  if (history.years.size() > 1 || &*last != &uses.front())
    out += wrapped(printable(dated(*last)), "last   ", options.width);
  return out;
}

/// Years without the clause that follow one another stand in one row, those of which nothing is
/// held apart.
std::vector<std::string> silent_row(const std::vector<ClauseYear>& years, std::size_t& at) {
  const ClauseYear& first = years[at];
  std::size_t held = 0;
  const ClauseYear* last = &first;
  for (; at < years.size() && years[at].paragraphs == 0 && (years[at].held > 0) == (first.held > 0);
       ++at) {
    held += years[at].held;
    last = &years[at];
  }
  return {first.year + (last == &first ? "" : "-" + last->year), std::to_string(held), ".", ".",
          held > 0 ? "not in what is held" : "no document held - not a silence"};
}

std::string years_table(const ClauseHistory& history) {
  std::vector<std::vector<std::string>> rows = {{"year", "held", "documents", "paragraphs", ""}};
  for (std::size_t at = 0; at < history.years.size();) {
    const ClauseYear& year = history.years[at];
    if (year.paragraphs == 0) {
      rows.push_back(silent_row(history.years, at));
      continue;
    }
    rows.push_back({year.year, std::to_string(year.held), std::to_string(year.documents),
                    std::to_string(year.paragraphs), ""});
    ++at;
  }
  std::string out = table(rows, {false, true, true, true, false});
  if (history.undated > 0) out += "without a date: " + counted(history.undated, "paragraph") + "\n";
  return out;
}

std::string wording_text(const ClauseHistory& history, const ClauseWording& wording,
                         const RenderOptions& options) {
  const ReusedWording& first = history.found.wordings[wording.uses.front()];
  const bool as_asked = wording.parts.size() == 1;
  std::string line = as_asked ? "as asked" : printable(in_marks(wording.parts));
  if (!as_asked) line += "   " + percent_of(wording.kept);
  const std::string year = first.date.empty() ? "    " : first.date.substr(0, 4);
  std::string out = wrapped(line, printable(year) + "  ", options.width, 0,
                            !as_asked && is_right_to_left(first.text));
  std::string uses;
  for (std::size_t at = 0; at < std::min(kNamedUses, wording.uses.size()); ++at)
    uses += (at > 0 ? "; " : "") + dated(history.found.wordings[wording.uses[at]]);
  if (wording.uses.size() > kNamedUses)
    uses += "; and " + std::to_string(wording.uses.size() - kNamedUses) + " more, the last " +
            dated(history.found.wordings[wording.uses.back()]);
  return out + wrapped(printable(uses), "        ", options.width, 2);
}

}  // namespace

std::string history_text(const ClauseHistory& history, const RenderOptions& options) {
  std::string out = head(history, options) + "\n";
  if (!history.years.empty()) out += years_table(history) + "\n";
  for (const ClauseWording& wording : history.wordings)
    out += wording_text(history, wording, options);
  return out;
}

}  // namespace undex::rendering
