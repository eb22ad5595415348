#include "corpus/labels.h"

#include <algorithm>
#include <deque>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/language.h"
#include "corpus/states.h"
#include "corpus/strings.h"
#include "corpus/symbol/tables.h"
#include "corpus/text_regions.h"

namespace undex {
namespace {

enum LabelColumn { kFields = 0, kValue, kFirstLanguage };
enum OrganColumn { kPrefix = 0, kName };
constexpr std::string_view kBody = "body";
constexpr std::string_view kState = "state";
constexpr std::string_view kSubmitter = "submitter";

auto place_of(const Label& label) { return std::tie(label.field, label.value, label.language); }

class Table {
 public:
  /// ICU needs a while for the names of the States.
  explicit Table(bool with_states) {
    read_prefixes();
    for (const auto& row : data_rows("labels"))
      for (const std::string_view field : split(row[kFields], ',')) add_row(field, row);
    sort();
    if (!with_states) return;
    add_states();
    sort();
  }
  std::span<const Label> labels() const { return labels_; }

  std::span<const Label> of(std::string_view field) const {
    const auto [begin, end] =
        std::equal_range(labels_.begin(), labels_.end(),
                         Label{.field = field, .value = {}, .language = {}, .text = {}},
                         [](const Label& a, const Label& b) { return a.field < b.field; });
    return {begin, end};
  }

  std::string_view find(std::string_view field, std::string_view value,
                        std::string_view language) const {
    const Label wanted{.field = field, .value = value, .language = language, .text = {}};
    const auto found = std::lower_bound(labels_.begin(), labels_.end(), wanted, goes_before);
    return found == labels_.end() || goes_before(wanted, *found) ? std::string_view() : found->text;
  }

 private:
  static bool goes_before(const Label& a, const Label& b) { return place_of(a) < place_of(b); }

  void sort() { std::sort(labels_.begin(), labels_.end(), goes_before); }

  /// The values of the field "body": some bodies have more than one beginning of symbols.
  void read_prefixes() {
    for (const auto& row : data_rows("organs")) prefixes_.emplace(row[kName], row[kPrefix]);
  }

  void add_row(std::string_view field, const std::vector<std::string_view>& row) {
    if (field != kBody) return add_names(field, row[kValue], row);
    const auto [begin, end] = prefixes_.equal_range(row[kValue]);
    for (auto body = begin; body != end; ++body) add_names(field, body->second, row);
  }

  void add_names(std::string_view field, std::string_view value,
                 const std::vector<std::string_view>& row) {
    for (std::size_t at = 0; at < kLanguages.size(); ++at) {
      std::string_view text = row[kFirstLanguage + at];
      if (text.empty() && at == 0) text = row[kValue];
      if (!text.empty()) labels_.push_back({field, value, kLanguages[at], text});
    }
  }

  void add_states() {
    std::vector<Label> states;
    for (const MemberState& state : member_states())
      for (const std::string_view language : kLanguages) {
        if (!find(kState, state.name->preferred, language).empty()) continue;
        owned_.push_back(language == "en" ? state.name->preferred
                                          : region_name(state.alpha2, language));
        states.push_back({kState, state.name->preferred, language, owned_.back()});
      }
    labels_.insert(labels_.end(), states.begin(), states.end());
  }

  std::unordered_multimap<std::string_view, std::string_view> prefixes_;
  std::deque<std::string> owned_;  ///< names that no table holds
  std::vector<Label> labels_;
};

const Table& whole_table() {
  static const Table kTable(true);
  return kTable;
}

const Table& table_with(std::string_view field) {
  static const Table kWithoutStates(false);
  return field == kState ? whole_table() : kWithoutStates;
}

/// Who sends a submission is called as a Member State is.
std::string_view named_as(std::string_view field) { return field == kSubmitter ? kState : field; }

}  // namespace

std::span<const Label> labels() { return whole_table().labels(); }

std::span<const Label> labels(std::string_view field) {
  return table_with(named_as(field)).of(named_as(field));
}

std::string_view label_of(std::string_view field, std::string_view value,
                          std::string_view language) {
  if (field == kBody)  // UNEP/EA.5/ is a session of what the table has as UNEP/EA.*/
    if (const SymbolBody* body = find_symbol_body(value)) value = body->prefix;
  return table_with(named_as(field)).find(named_as(field), value, language);
}

}  // namespace undex
