#include "corpus/authority.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>

#include "corpus/data.h"
#include "corpus/frozen_table.h"

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

constexpr std::size_t kSomeNames = 1000;  ///< more than there are

std::vector<Name> read_tables() {
  std::vector<Name> names;
  names.reserve(kSomeNames);
  std::array<std::string_view, kColumns> row;
  for (const AuthorityTable& table : kTables) {
    for (std::string_view rest = data_lines(table.name); take_row(rest, row);) {
      if (row[kId].empty() || is_remark(row[kId])) continue;
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

/// Their places by the hash of the id, each in the first free slot from its own on.
class Places {
 public:
  explicit Places(const std::vector<Name>& names) : names_(names) {
    std::size_t count = 1;
    while (count < 2 * names.size()) count *= 2;
    slots_.resize(count, kFreeSlot);
    for (std::uint32_t at = 0; at < names.size(); ++at)
      if (std::uint32_t& slot = slots_[slot_for(names[at].id)]; slot == kFreeSlot) slot = at;
  }

  const Name* find(std::string_view id) const {
    const std::uint32_t place = slots_[slot_for(id)];
    return place == kFreeSlot ? nullptr : &names_[place];
  }

 private:
  std::size_t slot_for(std::string_view id) const {
    std::size_t at = slot_of(id, slots_.size());
    while (slots_[at] != kFreeSlot && names_[slots_[at]].id != id) at = (at + 1) % slots_.size();
    return at;
  }

  const std::vector<Name>& names_;
  std::vector<std::uint32_t> slots_;
};

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

// Neither is taken apart when the program ends: that takes as long as a search.
const std::vector<Name>& authority_names() {
  static const auto& names = *new std::vector<Name>(read_tables());
  return names;
}

const Name* find_name(std::string_view id) {
  static const auto& places = *new Places(authority_names());
  return places.find(id);
}

}  // namespace undex
