#include "corpus/authority.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <unordered_map>

#include "corpus/data.h"

namespace undex {
namespace {

struct KindName {
  Name::Kind kind;
  std::string_view name;
};
constexpr KindName kKinds[] = {
    {Name::Kind::organ, "organ"}, {Name::Kind::office, "office"},
    {Name::Kind::body, "body"},   {Name::Kind::initiative, "initiative"},
    {Name::Kind::state, "state"}, {Name::Kind::organization, "organization"},
    {Name::Kind::role, "role"},
};

struct InitiativeName {
  Name::Initiative initiative;
  std::string_view name;
};
constexpr InitiativeName kInitiatives[] = {
    {Name::Initiative::system, "system"},           {Name::Initiative::service, "service"},
    {Name::Initiative::training, "training"},       {Name::Initiative::event, "event"},
    {Name::Initiative::publication, "publication"}, {Name::Initiative::network, "network"},
    {Name::Initiative::inventory, "inventory"},     {Name::Initiative::agreement, "agreement"},
    {Name::Initiative::programme, "programme"},
};

/// The tables share these columns; others (note) are for people and other rooms.
enum Column {
  kId,
  kKind,
  kPreferred,
  kVariants,
  kFrom,
  kTo,
  kSuccessor,
  kEvidence,
  kLead,
  kColumns
};

struct AuthorityTable {
  std::string_view name;
  Name::Kind kind;  ///< of rows whose kind column says something finer: "training"
};
constexpr AuthorityTable kTables[] = {
    {"bodies", Name::Kind::body},
    {"initiatives", Name::Kind::initiative},
    {"states", Name::Kind::state},
};

Name::Kind kind_of(std::string_view text, Name::Kind otherwise) {
  for (const KindName& row : kKinds)
    if (row.name == text) return row.kind;
  return otherwise;
}

Name::Initiative initiative_of(std::string_view text) {
  for (const InitiativeName& row : kInitiatives)
    if (row.name == text) return row.initiative;
  return Name::Initiative::none;
}

int year_of(std::string_view text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

std::vector<std::string> split_variants(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t bar = cell.find('|');
    if (bar != 0) parts.emplace_back(cell.substr(0, bar));
    if (bar == std::string_view::npos) break;
    cell = cell.substr(bar + 1);
  }
  return parts;
}

std::vector<Name> read_tables() {
  std::vector<Name> names;
  for (const AuthorityTable& table : kTables) {
    for (const auto& row : data_rows(table.name)) {
      if (row.size() < kColumns || row[kId].empty()) continue;
      names.push_back({.id = std::string(row[kId]),
                       .kind = kind_of(row[kKind], table.kind),
                       .initiative = initiative_of(row[kKind]),
                       .preferred = std::string(row[kPreferred]),
                       .variants = split_variants(row[kVariants]),
                       .from_year = year_of(row[kFrom]),
                       .to_year = year_of(row[kTo]),
                       .successor = std::string(row[kSuccessor]),
                       .lead = std::string(row[kLead]),
                       .evidence = std::string(row[kEvidence])});
    }
  }
  return names;
}

struct Authority {
  std::vector<Name> names = read_tables();
  std::unordered_map<std::string_view, const Name*> by_id;

  Authority() {
    for (const Name& name : names) by_id.emplace(name.id, &name);
  }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
};

const Authority& authority() {
  static const Authority kAuthority;
  return kAuthority;
}

}  // namespace

std::string_view name_of(Name::Kind kind) {
  for (const KindName& row : kKinds)
    if (row.kind == kind) return row.name;
  return {};
}

std::string_view name_of(Name::Initiative initiative) {
  for (const InitiativeName& row : kInitiatives)
    if (row.initiative == initiative) return row.name;
  return {};
}

const std::vector<Name>& authority_names() { return authority().names; }

const Name* find_name(std::string_view id) {
  const auto found = authority().by_id.find(id);
  return found == authority().by_id.end() ? nullptr : found->second;
}

}  // namespace undex
