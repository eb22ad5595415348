// Parameters as an address gives them: names and texts.
#include <algorithm>
#include <charconv>

#include "corpus/strings.h"
#include "searcher/answers/reader.h"
#include "searcher/answers/requests.h"

namespace undex::answers {
namespace {

constexpr std::string_view kTrue[] = {"", "1", "true"};
constexpr std::string_view kFalse[] = {"0", "false"};

std::size_t number_in(const Rule& rule, std::string_view text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
    refuse(rule, text, "is not a number", "give " + wanted(rule));
  return number;
}

bool flag_in(const Rule& rule, std::string_view text) {
  if (std::ranges::find(kTrue, text) != std::end(kTrue)) return true;
  if (std::ranges::find(kFalse, text) != std::end(kFalse)) return false;
  refuse(rule, text, "is neither true nor false", "give " + wanted(rule));
}

Filter filter_in(const Rule& rule, std::string_view text) {
  std::optional<Filter> filter = read_filter(text);
  if (!filter)
    refuse(rule, text, "is no field and values", "write it as organ:ECOSOC or year:2002..2009");
  return std::move(*filter);
}

/// What a name that may come more than once has gathered.
struct Lists {
  std::vector<std::string> texts;
  std::vector<Filter> filters;
};

void add(ParameterReader& reader, std::map<const Rule*, Lists>& lists, const GivenText& given) {
  const Rule& rule = reader.rule(given.name);
  switch (rule.takes) {
    case Rule::Takes::text:
      return reader.put(rule, given.value);
    case Rule::Takes::number:
      return reader.put(rule, number_in(rule, given.value));
    case Rule::Takes::flag:
      return reader.put(rule, flag_in(rule, given.value));
    case Rule::Takes::texts:
      for (const std::string_view one : split(given.value, ','))
        if (!one.empty()) lists[&rule].texts.emplace_back(one);
      return;
    case Rule::Takes::filters:
      lists[&rule].filters.push_back(filter_in(rule, given.value));
      return;
  }
}

}  // namespace

Parameters read_text_parameters(std::span<const Rule> rules, std::span<const GivenText> given) {
  ParameterReader reader(rules);
  std::map<const Rule*, Lists> lists;
  for (const GivenText& one : given) add(reader, lists, one);
  for (auto& [rule, gathered] : lists) {
    if (rule->takes == Rule::Takes::texts)
      reader.put(*rule, std::move(gathered.texts));
    else
      reader.put(*rule, std::move(gathered.filters));
  }
  return reader.take();
}

}  // namespace undex::answers
