#include <cstddef>

#include "corpus/authority.h"
#include "corpus/data.h"

namespace undex {
namespace {

struct KindName {
  NameChange::Kind kind;
  std::string_view name;
};
constexpr KindName kKinds[] = {
    {NameChange::Kind::merged_into, "merged into"},
    {NameChange::Kind::part_transferred_to, "part transferred to"},
    {NameChange::Kind::renamed, "renamed"},
    {NameChange::Kind::replaced_by, "replaced by"},
    {NameChange::Kind::term_changed, "term changed"},
};

enum Column {
  kFrom,
  kTo,
  kKind,
  kWhen,
  kDocument,
  kParagraph,
  kFromName,
  kToName,
  kNote,
  kColumns
};

/// The name the row gives, else the preferred one.
std::string name_or_preferred(std::string_view given, const Name& name) {
  return given.empty() ? name.preferred : std::string(given);
}

std::vector<NameChange> read_changes() {
  std::vector<NameChange> changes;
  for (const auto& row : data_rows("name_changes")) {
    if (row.size() < kColumns) continue;
    const Name* from = find_name(row[kFrom]);
    const Name* to = find_name(row[kTo]);
    if (from == nullptr || to == nullptr) continue;
    NameChange change{.from = from,
                      .to = to,
                      .from_name = name_or_preferred(row[kFromName], *from),
                      .to_name = name_or_preferred(row[kToName], *to),
                      .when = std::string(row[kWhen]),
                      .document = std::string(row[kDocument]),
                      .paragraph = std::string(row[kParagraph]),
                      .note = std::string(row[kNote])};
    for (const KindName& kind : kKinds)
      if (kind.name == row[kKind]) change.kind = kind.kind;
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

std::string_view name_of(NameChange::Kind kind) {
  for (const KindName& row : kKinds)
    if (row.kind == kind) return row.name;
  return {};
}

const std::vector<NameChange>& name_changes() {
  static const std::vector<NameChange> kChanges = read_changes();
  return kChanges;
}

}  // namespace undex
