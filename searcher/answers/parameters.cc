#include "searcher/answers/parameters.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "corpus/strings.h"
#include "corpus/text.h"
#include "searcher/answers/reader.h"

namespace undex::answers {
namespace {

const Rule* find_rule(std::span<const Rule> rules, std::string_view name) {
  const auto found = std::ranges::find(rules, name, &Rule::name);
  return found == rules.end() ? nullptr : &*found;
}

/// The value given, or what `fallback` makes of the rule.
template <typename Value, typename Values, typename Fallback>
Value value_of(const Values& values, std::string_view name, Fallback fallback) {
  const auto found = values.find(name);
  return found == values.end() ? fallback() : std::get<Value>(found->second);
}

bool is_choice(const Rule& rule, std::string_view text) {
  const std::vector<std::string_view> choices = split(rule.choices, ' ');
  return rule.choices.empty() || std::ranges::find(choices, text) != choices.end();
}

}  // namespace

std::string Parameters::text(std::string_view name) const {
  const Rule* rule = find_rule(rules_, name);
  assert(rule != nullptr && rule->takes == Rule::Takes::text);
  return value_of<std::string>(values_, name, [&] { return std::string(rule->fallback); });
}

std::size_t Parameters::number(std::string_view name) const {
  const Rule* rule = find_rule(rules_, name);
  assert(rule != nullptr && rule->takes == Rule::Takes::number);
  return value_of<std::size_t>(values_, name, [&] {
    std::size_t number = 0;
    std::from_chars(rule->fallback.data(), rule->fallback.data() + rule->fallback.size(), number);
    return number;
  });
}

bool Parameters::flag(std::string_view name) const {
  return value_of<bool>(values_, name, [] { return false; });
}

std::vector<std::string> Parameters::texts(std::string_view name) const {
  using Texts = std::vector<std::string>;
  return value_of<Texts>(values_, name, [] { return Texts(); });
}

std::vector<Filter> Parameters::filters(std::string_view name) const {
  using Filters = std::vector<Filter>;
  return value_of<Filters>(values_, name, [] { return Filters(); });
}

const Rule& ParameterReader::rule(std::string_view name) const {
  if (const Rule* known = find_rule(read_.rules_, name)) return *known;
  std::vector<std::string_view> names;
  for (const Rule& one : read_.rules_) names.push_back(one.name);
  const std::string near = nearest_name(name, names);
  std::string all;
  for (const std::string_view one : names) all += (all.empty() ? "" : ", ") + std::string(one);
  throw Error(ErrorKind::usage, "unknown parameter '" + printable(name.substr(0, 40)) + "'",
              !near.empty() ? "did you mean '" + near + "'?"
              : all.empty() ? "this question takes none"
                            : "this question takes " + all);
}

void ParameterReader::put(const Rule& rule, Parameters::Value value) {
  if (const auto* number = std::get_if<std::size_t>(&value);
      number != nullptr && (*number < rule.least || *number > rule.most))
    refuse(rule, std::to_string(*number), "is out of bounds", "give " + wanted(rule));
  if (const auto* text = std::get_if<std::string>(&value)) {
    if (rule.most > 0 && text->size() > rule.most)
      refuse(rule, *text, "is too long", "give " + wanted(rule));
    if (!is_choice(rule, *text)) refuse(rule, *text, "is not offered", "give " + wanted(rule));
  }
  if (!read_.values_.emplace(rule.name, std::move(value)).second)
    throw Error(ErrorKind::usage, "'" + std::string(rule.name) + "' is given twice",
                "leave one of them out");
}

Parameters ParameterReader::take() {
  for (const Rule& rule : read_.rules_)
    if (rule.required && read_.text(rule.name).empty())
      throw Error(ErrorKind::usage, "'" + std::string(rule.name) + "' is missing",
                  "it says " + std::string(rule.help));
  return std::move(read_);
}

void refuse(const Rule& rule, std::string_view value, std::string_view why,
            const std::string& hint) {
  constexpr std::size_t kShown = 60;
  const std::string shown = repair_utf8(value.substr(0, kShown));
  throw Error(ErrorKind::usage,
              std::string(rule.name) + ": '" + printable(shown) +
                  (value.size() > kShown ? "...' " : "' ") + std::string(why),
              hint);
}

std::string wanted(const Rule& rule) {
  switch (rule.takes) {
    case Rule::Takes::text: {
      if (rule.choices.empty())
        return rule.most == 0 ? "a text"
                              : "a text of at most " + std::to_string(rule.most) + " bytes";
      std::string all;
      for (const std::string_view one : split(rule.choices, ' '))
        all += (all.empty() ? "'" : ", '") + std::string(one) + "'";
      return "one of " + all;
    }
    case Rule::Takes::number:
      return "a whole number of " + std::to_string(rule.least) + " to " + std::to_string(rule.most);
    case Rule::Takes::flag:
      return "true or false";
    case Rule::Takes::texts:
      return "a list of names";
    case Rule::Takes::filters:
      return "a list of fields, each with its values";
  }
  return {};
}

}  // namespace undex::answers
