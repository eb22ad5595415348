#include "searcher/query/cql/relations.h"

#include <algorithm>
#include <array>
#include <string>

#include "searcher/query/cql.h"
#include "searcher/query/cql/diagnostics.h"

namespace undex::cql {
namespace {

struct RelationRow {
  std::string_view spelling;
  Relation relation;
};
constexpr auto kRelations = std::to_array<RelationRow>({
    {"=", Relation::equal},
    {"scr", Relation::equal},
    {"==", Relation::exact},
    {"exact", Relation::exact},
    {"<>", Relation::not_equal},
    {"<", Relation::less},
    {"<=", Relation::less_equal},
    {">", Relation::greater},
    {">=", Relation::greater_equal},
    {"adj", Relation::adjacent},
    {"all", Relation::all},
    {"any", Relation::any},
    {"within", Relation::within},
});

/// What a modifier asks for. "as_ever" is what our index does anyway.
enum class Effect { as_ever, stem, fuzzy, string, masked, unmasked };
struct ModifierRow {
  std::string_view name;
  Effect effect;
};
constexpr auto kModifiers = std::to_array<ModifierRow>({
    {"stem", Effect::stem},
    {"relevant", Effect::as_ever},
    {"rel.relevant", Effect::as_ever},
    {"fuzzy", Effect::fuzzy},
    {"word", Effect::as_ever},
    {"string", Effect::string},
    {"ignorecase", Effect::as_ever},
    {"ignoreaccents", Effect::as_ever},
    {"isodate", Effect::as_ever},
    {"number", Effect::as_ever},
    {"masked", Effect::masked},
    {"unmasked", Effect::unmasked},
});

/// Which cannot stand together.
struct Contradiction {
  Effect one;
  Effect other;
};
constexpr auto kContradictions = std::to_array<Contradiction>({
    {Effect::masked, Effect::unmasked},
    {Effect::stem, Effect::string},
    {Effect::stem, Effect::fuzzy},
    {Effect::fuzzy, Effect::string},
});

bool has(const std::vector<Effect>& effects, Effect effect) {
  return std::find(effects.begin(), effects.end(), effect) != effects.end();
}

Effect effect_of(const Modifier& modifier, const std::vector<Prefix>& prefixes,
                 std::string_view query) {
  const std::string name = bare_name(modifier.name.text, "cql", prefixes);
  const auto* row = std::find_if(kModifiers.begin(), kModifiers.end(),
                                 [&](const ModifierRow& one) { return one.name == name; });
  if (row == kModifiers.end() || modifier.comparison.kind != Token::Kind::end)
    fail({Diagnostic::relation_modifier, std::string(modifier.name.text),
          "docs/cql.md lists the modifiers that are offered"},
         query, modifier.name.begin);
  return row->effect;
}

std::vector<Effect> effects_of(const Clause& clause, const std::vector<Prefix>& prefixes,
                               std::string_view query) {
  std::vector<Effect> effects;
  std::string names;
  for (const Modifier& modifier : clause.modifiers) {
    const Effect effect = effect_of(modifier, prefixes, query);
    if (!has(effects, effect)) effects.push_back(effect);
    names += (names.empty() ? "" : "/") + std::string(modifier.name.text);
  }
  for (const Contradiction& pair : kContradictions)
    if (has(effects, pair.one) && has(effects, pair.other))
      fail({Diagnostic::relation_modifiers_together, names, "choose one of them"}, query,
           clause.modifiers.front().name.begin);
  return effects;
}

Relation read_relation(const Clause& clause, const std::vector<Prefix>& prefixes,
                       std::string_view query) {
  if (clause.relation.kind == Token::Kind::end) return Relation::equal;
  const std::string name = clause.relation.kind == Token::Kind::comparison
                               ? std::string(clause.relation.text)
                               : bare_name(clause.relation.text, "cql", prefixes);
  const auto* row = std::find_if(kRelations.begin(), kRelations.end(),
                                 [&](const RelationRow& one) { return one.spelling == name; });
  if (row == kRelations.end())
    fail({Diagnostic::relation, std::string(clause.relation.text),
          "words side by side stand in quotes, or 'and' between them; relations are = == <> < > <= "
          ">= adj all any exact within"},
         query, clause.relation.begin);
  return row->relation;
}

}  // namespace

RelationOf relation_of(const Clause& clause, const std::vector<Prefix>& prefixes,
                       std::string_view query) {
  RelationOf out{.relation = read_relation(clause, prefixes, query)};
  const std::vector<Effect> effects = effects_of(clause, prefixes, query);
  out.string = out.relation == Relation::exact || has(effects, Effect::string);
  out.stem = has(effects, Effect::stem);
  out.fuzzy = has(effects, Effect::fuzzy);
  out.masks = !has(effects, Effect::unmasked);
  if (out.relation == Relation::exact && (out.fuzzy || out.stem))
    fail({Diagnostic::relation_modifiers_together, std::string(clause.modifiers.front().name.text),
          "'" + std::string(clause.relation.text) + "' finds no variants; write '='"},
         query, clause.modifiers.front().name.begin);
  return out;
}

bool is_comparison(Relation relation) {
  return relation == Relation::less || relation == Relation::less_equal ||
         relation == Relation::greater || relation == Relation::greater_equal;
}

}  // namespace undex::cql

namespace undex {

std::vector<std::string_view> cql_relations() {
  std::vector<std::string_view> spellings;
  for (const cql::RelationRow& row : cql::kRelations) spellings.push_back(row.spelling);
  return spellings;
}

}  // namespace undex
