#include "searcher/serve/oai/sets.h"

#include <algorithm>
#include <array>
#include <set>

#include "corpus/series.h"
#include "corpus/strings.h"
#include "corpus/symbol/tables.h"
#include "schemas/field_readers.h"

namespace undex::serve::oai {
namespace {

bool is_part(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.!~*'()").find(c) != std::string_view::npos;
  });
}

/// "A/C.5/" of "C.5" below "A": the prefix of symbols that a set of bodies stands for.
std::string body_name(std::string_view path) {
  std::string prefix(path);
  std::ranges::replace(prefix, ':', '/');
  const SymbolBody* body = find_symbol_body(prefix + "/");
  return body == nullptr ? "Documents " + prefix + "/" : std::string(body->name);
}

std::string series_name(std::string_view id) {
  const Series* series = find_series(id);
  return series == nullptr ? std::string(id) : series->name;
}

std::string name_of_language(std::string_view code) {
  const std::string_view name = language_name(code);
  return std::string(name.empty() ? code : name);
}

struct Kind {
  std::string_view spec;
  std::string_view name;
  /// Of a set below, by its path from here.
  std::string (*name_below)(std::string_view path);
};
constexpr std::array kKinds = {
    Kind{"language", "Documents by the languages of their texts", name_of_language},
    Kind{"organ", "Documents by the body that issued them", body_name},
    Kind{"series", "Documents by the series that they belong to", series_name},
};

std::string name_of_set(const std::string& spec) {
  for (const Kind& kind : kKinds) {
    if (spec == kind.spec) return std::string(kind.name);
    if (spec.starts_with(kind.spec) && spec[kind.spec.size()] == ':')
      return kind.name_below(std::string_view(spec).substr(kind.spec.size() + 1));
  }
  return spec;
}

void add(std::vector<std::string>& sets, const std::string& spec) {
  if (is_set_spec(spec) && std::ranges::find(sets, spec) == sets.end()) sets.push_back(spec);
}

}  // namespace

bool is_set_spec(std::string_view text) { return std::ranges::all_of(split(text, ':'), is_part); }

std::vector<std::string> sets_of(const Symbol& symbol, const std::vector<std::string>& languages) {
  std::vector<std::string> sets;
  for (const std::string& part : symbol.parts) {
    std::string body = describe_symbol(part).body;
    if (body.ends_with('/')) body.pop_back();
    std::ranges::replace(body, '/', ':');
    add(sets, "organ:" + body);
  }
  if (const Series* series = series_of(symbol)) add(sets, "series:" + series->id);
  for (const std::string& language : languages) add(sets, "language:" + language);
  return sets;
}

bool is_in_set(const Item& item, std::string_view set) {
  return std::ranges::any_of(item.sets, [&](const std::string& one) {
    return one.starts_with(set) && (one.size() == set.size() || one[set.size()] == ':');
  });
}

std::vector<NamedSet> named_sets_of(const std::vector<Item>& items) {
  std::set<std::string> specs;
  for (const Kind& kind : kKinds) specs.emplace(kind.spec);
  for (const Item& item : items)
    for (const std::string& spec : item.sets)
      for (std::size_t end = spec.size(); end != std::string::npos; end = spec.rfind(':', end - 1))
        if (!specs.insert(spec.substr(0, end)).second) break;
  std::vector<NamedSet> sets;
  for (const std::string& spec : specs) sets.push_back({spec, name_of_set(spec)});
  return sets;
}

}  // namespace undex::serve::oai
