// Facets as a person reads them on a terminal: values under those that they belong to, years with
// bars.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/text.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 8;
constexpr std::size_t kWidth = 80;  ///< where it is not known
constexpr std::string_view kBar = "\u2588";
constexpr std::string_view kThinBar = "\u258f";

/// A value and how many others it stands under.
struct Row {
  const FacetCount* count = nullptr;
  std::size_t depth = 0;
};

/// Each value behind the one it belongs to, where that is shown; else in their order.
class Tree {
 public:
  explicit Tree(const Facet& facet) {
    for (const FacetCount& count : facet.values) shown_.emplace(count.value, &count);
    for (const FacetCount& count : facet.values)
      below_[shown_.contains(count.parent) ? count.parent : std::string()].push_back(&count);
    add({}, 0);
  }
  std::vector<Row> rows;

 private:
  void add(const std::string& parent, std::size_t depth) {
    const auto found = below_.find(parent);
    if (found == below_.end()) return;
    for (const FacetCount* count : std::exchange(found->second, {})) {
      rows.push_back({count, depth});
      if (!count->value.empty()) add(count->value, depth + 1);
    }
  }

  std::map<std::string, const FacetCount*> shown_;
  std::map<std::string, std::vector<const FacetCount*>> below_;
};

/// "* " before what the query asks for; behind a label that two have, the value.
std::string name_of(const Row& row, bool alone) {
  return (row.count->selected ? "* " : "  ") + std::string(2 * row.depth, ' ') +
         printable(row.count->label) + (row.count->doubtful ? "?" : "") +
         (alone ? std::string() : " (" + printable(row.count->value) + ")");
}

std::vector<std::string> lines_of(const std::vector<Row>& rows) {
  std::map<std::pair<std::string, bool>, std::size_t> named;
  for (const Row& row : rows) ++named[{row.count->label, row.count->doubtful}];
  std::vector<std::vector<std::string>> cells;
  for (const Row& row : rows)
    cells.push_back({name_of(row, named[{row.count->label, row.count->doubtful}] == 1),
                     std::to_string(row.count->paragraphs),
                     "(" + std::to_string(row.count->documents) + ")"});
  const std::string text = table(cells, {false, true, true});
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string bar(std::size_t count, std::size_t most, std::size_t width) {
  if (count == 0 || most == 0) return {};
  const std::size_t length = count * width / most;
  if (length == 0) return std::string(kThinBar);
  std::string out;
  for (std::size_t at = 0; at < length; ++at) out += kBar;
  return out;
}

/// A bar a year; years of which nothing is held in one line.
std::string year_lines(const Facet& facet, const RenderOptions& options) {
  std::vector<Row> rows;
  std::size_t most = 0;
  for (const FacetCount& count : facet.values) {
    rows.push_back({&count, 0});
    most = std::max(most, count.paragraphs);
  }
  const std::vector<std::string> lines = lines_of(rows);
  const std::size_t taken = lines.empty() ? 0 : columns_of(lines.front()) + 2;
  const std::size_t width = options.width == 0 ? kWidth : options.width;
  const std::size_t room = width > taken ? std::min(width - taken, kWidestBar) : 0;
  std::string out;
  for (std::size_t at = 0; at < rows.size();) {
    std::size_t end = at;
    const auto is_held = [&](const FacetCount& one) { return one.held > 0 || one.documents > 0; };
    while (end < rows.size() && !is_held(*rows[end].count)) ++end;
    if (end > at) {
      out += "  " + rows[at].count->value + (end - at > 1 ? "-" + rows[end - 1].count->value : "") +
             "  no document held\n";
      at = end;
      continue;
    }
    out += lines[at];
    if (const std::string drawn = bar(rows[at].count->paragraphs, most, room);
        room >= kNarrowestBar && !drawn.empty())
      out += "  " + drawn;
    out += "\n";
    ++at;
  }
  return out;
}

}  // namespace

std::string facet_text(const Facet& facet, const RenderOptions& options) {
  if (facet.values.empty()) return printable(facet.label) + ": nothing to count\n";
  std::string out = printable(facet.label) + ": paragraphs (documents)\n";
  if (facet.field == "year") return out + year_lines(facet, options);
  for (const std::string& line : lines_of(Tree(facet).rows)) out += line + "\n";
  const std::size_t values = std::max(facet.matching, facet.values.size());
  if (facet.values.size() < values)
    out += "  and " + counted(values - facet.values.size(), "more value") + "\n";
  if (facet.matching < facet.distinct && facet.matching > 0)
    out += "  " + counted(facet.distinct, "value") + " in all\n";
  return out;
}

}  // namespace undex::rendering
