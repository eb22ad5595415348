#include "searcher/search/tally.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace undex::search {
namespace {

bool is_nothing(const MatchCount& count) { return count.documents == 0 && count.paragraphs == 0; }

void add(const MatchCount& more, MatchCount& count) {
  count.documents += more.documents;
  count.paragraphs += more.paragraphs;
}

bool has_parents(const Column& column) {
  for (std::size_t value = 0; value < column.values(); ++value)
    if (column.value(value).parent != kNoParent) return true;
  return false;
}

}  // namespace

std::vector<MatchCount> count_lists(const Field& field, const Columns& columns,
                                    const Matches& matches) {
  const Column& column = columns.column(field);
  std::vector<MatchCount> counts(column.lists());
  const bool own = field.read_marks != nullptr;
  for (const Matches::OfDocument& match : matches.documents) {
    MatchCount& count = counts[column.of_document(match.document)];
    ++count.documents;
    if (!own) count.paragraphs += match.paragraphs;
  }
  if (own)
    for (const Xapian::docid paragraph : matches.paragraphs)
      ++counts[column.of_paragraph(paragraph)].paragraphs;
  return counts;
}

std::vector<std::uint32_t> with_parents(const Column& column, std::uint32_t list) {
  const Column::Numbers members = column.list(list);
  std::vector<std::uint32_t> values(members.begin(), members.end());
  for (std::size_t at = 0; at < values.size(); ++at) {
    const std::uint32_t parent = column.value(values[at]).parent;
    if (parent != kNoParent && std::find(values.begin(), values.end(), parent) == values.end())
      values.push_back(parent);
  }
  return values;
}

std::vector<MatchCount> count_values(const Column& column, const std::vector<MatchCount>& lists) {
  std::vector<MatchCount> counts(column.values());
  const bool is_flat = !has_parents(column);
  for (std::uint32_t list = 1; list < lists.size(); ++list) {
    if (is_nothing(lists[list])) continue;
    if (is_flat)
      for (const std::uint32_t value : column.list(list)) add(lists[list], counts[value]);
    else
      for (const std::uint32_t value : with_parents(column, list)) add(lists[list], counts[value]);
  }
  return counts;
}

std::vector<Decade> count_decades(const Column& years, const std::vector<MatchCount>& lists) {
  std::map<int, Decade> decades;
  for (std::size_t list = 1; list < lists.size(); ++list) {
    if (is_nothing(lists[list])) continue;
    int last = 0;
    for (const std::uint32_t member : years.list(list)) {  // in order: a decade's years together
      const ColumnValue value = years.value(member);
      int year = 0;
      std::from_chars(value.value.data(), value.value.data() + value.value.size(), year);
      Decade& decade = decades[year / 10];
      decade.first = year / 10 * 10;
      decade.doubtful = decade.doubtful && value.doubtful;
      if (std::exchange(last, decade.first) != decade.first) add(lists[list], decade.count);
    }
  }
  std::vector<Decade> out;
  for (const auto& [number, decade] : decades) out.push_back(decade);
  return out;
}

}  // namespace undex::search
