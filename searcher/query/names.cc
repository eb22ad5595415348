#include "searcher/query/names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/authority.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "schemas/label_key.h"
#include "searcher/query/name_stems.h"
#include "searcher/query/name_table.h"

namespace undex::query {
namespace {

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

bool stands_so(Stands stands, std::string_view spelling, std::string_view typed) {
  if (stands == Stands::as_written) return typed == spelling;
  return stands == Stands::in_any_case || has_capital(typed);
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

/// As typed, else in another form of its grammar.
std::string_view rows_of(std::string_view key, std::string_view typed) {
  const std::string_view rows = lines_of(name_table(), key);
  return rows.empty() ? lines_of(name_stem_table(), name_stem_key(typed)) : rows;
}

std::string_view rows_with_and(std::string_view typed) {
  const std::string_view name = without_arabic_and(typed);
  return name.empty() ? name : rows_of(label_key(name), name);
}

}  // namespace

std::optional<std::vector<NameNode::Value>> named_by(std::string_view key, std::string_view typed) {
  std::vector<NameNode::Value> values;
  bool named = false;
  std::array<std::string_view, 4> row;
  std::string_view rest = rows_of(key, typed);
  if (rest.empty()) rest = rows_with_and(typed);
  while (take_row(rest, row)) {
    const auto& [_, stands, id, spelling] = row;
    if (!stands_so(Stands{stands.front()}, spelling, typed)) continue;
    named = true;
    const Name* name = find_name(id);
    if (!name) return values;
    for (NameNode::Value& value : values_of(*name))
      if (std::none_of(values.begin(), values.end(),
                       [&](const NameNode::Value& one) { return one.id == value.id; }))
        values.push_back(std::move(value));
  }
  if (!named) return std::nullopt;
  return values;
}

std::string_view base_form(std::string_view typed) {
  std::array<std::string_view, 4> row;
  std::string_view rows = lines_of(name_stem_table(), name_stem_key(typed));
  const bool known = take_row(rows, row) && stands_so(Stands{row[1].front()}, row[3], typed);
  return known ? row[3] : std::string_view();
}

Wording foreign_names(const std::vector<NameNode::Value>& values) {
  Wording all;
  std::array<std::string_view, 2> row;
  for (const NameNode::Value& value : values)
    for (std::string_view rest = lines_of(foreign_name_table(), value.id); take_row(rest, row);) {
      const std::vector<std::string_view> terms = split(row.back(), ' ');
      if (terms.size() == 1)
        all.terms.emplace_back(terms.front());
      else
        all.phrases.emplace_back(terms.begin(), terms.end());
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
