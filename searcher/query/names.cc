#include "searcher/query/names.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/labels.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "corpus/utf8.h"
#include "schemas/label_key.h"

namespace undex::query {
namespace {

/// Names of States that are other words too, folded: a bird, smoke, "of that", financial, country.
constexpr std::array<std::string_view, 18> kOtherWords = {
    "chad", "turkey", "jordan", "guinea", "mali", "maurice", "dominique", "granada", "того",
    "чад",  "перу",   "куба",   "мали",   "مالي", "قطر",     "عمان",      "panama",  "панама"};

bool is_other_word(std::string_view key) {
  return std::find(kOtherWords.begin(), kOtherWords.end(), key) != kOtherWords.end();
}

struct FieldOfKind {
  Name::Kind kind;
  std::string_view field;
};
/// Organs and roles are in no field of what a text names.
constexpr FieldOfKind kFields[] = {
    {Name::Kind::office, "entity"},         {Name::Kind::body, "entity"},
    {Name::Kind::organization, "entity"},   {Name::Kind::state, "state"},
    {Name::Kind::initiative, "initiative"},
};

const Field* field_of(Name::Kind kind) {
  for (const FieldOfKind& row : kFields)
    if (row.kind == kind) return find_field(row.field);
  return nullptr;
}

bool has_capital(std::string_view text) { return to_lower(text) != text; }

std::size_t capitals_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_upper));
}

/// How a name must stand to be meant.
enum class Stands { in_any_case, with_a_capital, as_written };

Stands stands_of(std::string_view key, std::string_view spelling, bool state) {
  constexpr std::size_t kShortAcronym = 5;
  if (key.find(' ') != std::string_view::npos) return Stands::in_any_case;
  const std::size_t capitals = capitals_in(spelling);
  const bool acronym = std::none_of(spelling.begin(), spelling.end(), is_lower) && capitals > 1;
  if (acronym) return capitals <= kShortAcronym ? Stands::as_written : Stands::in_any_case;
  if (state) return is_other_word(key) ? Stands::with_a_capital : Stands::in_any_case;
  return capitals > 1 || !has_capital(spelling) ? Stands::in_any_case : Stands::with_a_capital;
}

struct Entry {
  const Name* name = nullptr;  ///< nullptr: a phrase that is no name
  Stands stands = Stands::in_any_case;
  std::string_view spelling;
};

/// A query needs the names that begin as its words do, and should not wait for the keys of all:
/// each set of them is made when the first one of it is asked for.
class Names {
 public:
  Names() {
    for (const auto& row : data_rows("not_names")) add(row.front(), nullptr);
    for (const Name& name : authority_names()) {
      add_english(name.preferred, name);
      for (const std::string& variant : name.variants) add_english(variant, name);
    }
    for (const auto& row : data_rows("state_names"))
      if (const Name* name = find_name(row[0])) add(row[2], name);
    for (const std::string_view field : {"state", "entity", "initiative"})
      for (const Label& label : labels(field)) add_label(label);
  }

  const std::vector<Entry>* find(std::string_view key) const {
    if (key.empty()) return nullptr;
    const Set& set = sets_[static_cast<unsigned char>(key.front())];
    std::call_once(set.made, [&] { make(set); });
    const auto found = set.by_key.find(key);
    return found == set.by_key.end() ? nullptr : &found->second;
  }

  /// In other languages than English.
  const std::vector<std::string_view>& labels_of(const Name* name) const {
    static const std::vector<std::string_view> kNone;
    const auto found = labels_.find(name);
    return found == labels_.end() ? kNone : found->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct Spelling {
    std::string_view text;
    const Name* name = nullptr;
  };
  /// Names whose keys begin with one byte.
  struct Set {
    std::vector<Spelling> spellings;
    mutable std::once_flag made;
    mutable std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> by_key;
  };

  static void make(const Set& set) {
    for (const auto& [text, name] : set.spellings) {
      std::string key = label_key(text);
      const bool state = name && name->kind == Name::Kind::state;
      const Stands stands = stands_of(key, text, state);
      set.by_key[std::move(key)].push_back({name, stands, text});
    }
  }

  void add(std::string_view spelling, const Name* name) {
    std::size_t begin = 0;
    while (const std::size_t mark = label_mark_at(spelling, begin)) begin += mark;
    if (begin == spelling.size()) return;
    const std::size_t end = character_end(spelling, begin);
    const std::string first = fold(spelling.substr(begin, end - begin));
    if (!first.empty())
      sets_[static_cast<unsigned char>(first.front())].spellings.push_back({spelling, name});
  }

  void add_english(std::string_view spelling, const Name& name) {
    english_.emplace(spelling, &name);
    add(spelling, &name);
  }

  void add_label(const Label& label) {
    const auto known = english_.find(label.value);
    if (label.language == kLanguages.front() || known == english_.end()) return;
    labels_[known->second].push_back(label.text);
    add(label.text, known->second);
  }

  std::array<Set, 256> sets_;
  std::unordered_map<std::string_view, const Name*> english_;
  std::unordered_map<const Name*, std::vector<std::string_view>> labels_;
};

const Names& names() {
  static const Names kNames;
  return kNames;
}

bool stands_so(const Entry& entry, std::string_view typed) {
  if (entry.stands == Stands::as_written) return typed == entry.spelling;
  return entry.stands == Stands::in_any_case || has_capital(typed);
}

using Ids = std::vector<const Name*>;

/// What the last of the list became, or was before, and so on; never both ways.
void follow(Ids& ids, bool later) {
  const auto add = [&](const Name* name) {
    if (name && std::find(ids.begin(), ids.end(), name) == ids.end()) ids.push_back(name);
  };
  for (std::size_t at = 0; at < ids.size(); ++at) {
    const Name* name = ids[at];
    for (const NameChange& change : name_changes())
      if ((later ? change.from : change.to) == name) add(later ? change.to : change.from);
    if (later) add(find_name(name->successor));
    for (const Name& before : authority_names())
      if (!later && before.successor == name->id) add(&before);
  }
}

std::vector<NameNode::Value> values_of(const Name& name) {
  Ids ids = {&name};
  follow(ids, true);
  Ids earlier = {&name};
  follow(earlier, false);
  ids.insert(ids.end(), earlier.begin() + 1, earlier.end());
  std::vector<NameNode::Value> values;
  for (const Name* one : ids)
    if (const Field* field = field_of(one->kind)) values.push_back({field, one->id});
  return values;
}

struct LinkWords {
  NameChange::Kind kind;
  std::string_view later;
  std::string_view former;
};
constexpr LinkWords kLinks[] = {
    {NameChange::Kind::merged_into, "it merged into this", "merged into it"},
    {NameChange::Kind::part_transferred_to, "part of it went to this", "part of this went to it"},
    {NameChange::Kind::renamed, "its later name", "its earlier name"},
    {NameChange::Kind::replaced_by, "replaced it", "replaced by it"},
    {NameChange::Kind::term_changed, "its later name", "its earlier name"},
};

}  // namespace

std::optional<std::vector<NameNode::Value>> named_by(std::string_view key, std::string_view typed) {
  const std::vector<Entry>* entries = names().find(key);
  if (!entries) return std::nullopt;
  std::vector<NameNode::Value> values;
  bool named = false;
  for (const Entry& entry : *entries) {
    if (!stands_so(entry, typed)) continue;
    named = true;
    if (!entry.name) return values;
    for (NameNode::Value& value : values_of(*entry.name))
      if (std::none_of(values.begin(), values.end(),
                       [&](const NameNode::Value& one) { return one.id == value.id; }))
        values.push_back(std::move(value));
  }
  if (!named) return std::nullopt;
  return values;
}

Wording foreign_names(const std::vector<NameNode::Value>& values) {
  Wording all;
  for (const NameNode::Value& value : values)
    for (const std::string_view label : names().labels_of(find_name(value.id))) {
      if (is_other_word(label_key(label))) continue;
      Wording one = wording_of(Words{.text = std::string(label), .quoted = true});
      std::move(one.terms.begin(), one.terms.end(), std::back_inserter(all.terms));
      std::move(one.phrases.begin(), one.phrases.end(), std::back_inserter(all.phrases));
    }
  return all;
}

NameLink link_between(std::string_view typed_id, std::string_view other_id) {
  for (const NameChange& change : name_changes()) {
    const bool later = change.from->id == typed_id && change.to->id == other_id;
    const bool former = change.to->id == typed_id && change.from->id == other_id;
    if (!later && !former) continue;
    for (const LinkWords& row : kLinks)
      if (row.kind == change.kind) return {later ? row.later : row.former, change.when};
  }
  const Name* typed = find_name(typed_id);
  const Name* other = find_name(other_id);
  if (typed && typed->successor == other_id) return {"came after it", {}};
  if (other && other->successor == typed_id) return {"came before it", {}};
  return {};
}

}  // namespace undex::query
