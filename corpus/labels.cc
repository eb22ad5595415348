#include "corpus/labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/label_table.h"
#include "corpus/symbol/tables.h"

namespace undex {
namespace {

constexpr std::string_view kBody = "body";
constexpr std::string_view kState = "state";
constexpr std::string_view kSubmitter = "submitter";

std::vector<Label> read_labels() {
  std::vector<Label> labels;
  std::array<std::string_view, 4> row;
  for (std::string_view rest = label_table().lines; take_row(rest, row);)
    labels.push_back({.field = row[0], .value = row[1], .language = row[2], .text = row[3]});
  return labels;
}

/// Who sends a submission is called as a Member State is.
std::string_view named_as(std::string_view field) { return field == kSubmitter ? kState : field; }

}  // namespace

std::span<const Label> labels() {
  static const std::vector<Label> kLabels = read_labels();
  return kLabels;
}

std::span<const Label> labels(std::string_view field) {
  const Label of_it{.field = named_as(field), .value = {}, .language = {}, .text = {}};
  const auto [begin, end] =
      std::equal_range(labels().begin(), labels().end(), of_it,
                       [](const Label& a, const Label& b) { return a.field < b.field; });
  return {begin, end};
}

std::string_view label_of(std::string_view field, std::string_view value,
                          std::string_view language) {
  if (field == kBody)  // UNEP/EA.5/ is a session of what the table has as UNEP/EA.*/
    if (const SymbolBody* body = find_symbol_body(value)) value = body->prefix;
  std::string key(named_as(field));
  for (const std::string_view cell : {value, language}) key.append("\t").append(cell);
  std::string_view lines = lines_of(label_table(), key);
  std::array<std::string_view, 4> row;
  return take_row(lines, row) ? row.back() : std::string_view();
}

}  // namespace undex
