// The authority files keep their word: every row has its evidence, no spelling names two things,
// every successor is in name_changes.tsv. tests/indexer/authority_evidence_test.cc reads the
// evidence itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/authority.h"
#include "corpus/data.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "tests/support.h"

namespace undex {
namespace {

constexpr std::string_view kTables[] = {"bodies", "initiatives", "states"};
enum Column { kId, kKind, kPreferred, kVariants, kFrom, kTo, kSuccessor, kEvidence, kLead, kNote };

/// Case, hyphens and apostrophes aside.
std::string plain(std::string_view name) {
  std::string out;
  for (const WordSpan& word : words(name)) {
    if (!out.empty()) out += ' ';
    out += fold(name.substr(word.begin, word.end - word.begin));
  }
  return out;
}

bool is_called(const Name& name, std::string_view spelling) {
  const std::string wanted = plain(spelling);
  return plain(name.preferred) == wanted ||
         std::any_of(name.variants.begin(), name.variants.end(),
                     [&](const std::string& variant) { return plain(variant) == wanted; });
}

TEST(AuthorityData, HasAsManyNamesAsPromised) {
  std::map<Name::Kind, int> count;
  for (const Name& name : authority_names()) ++count[name.kind];
  EXPECT_GE(count[Name::Kind::initiative], 150);
  EXPECT_GE(count[Name::Kind::office] + count[Name::Kind::body] + count[Name::Kind::organization],
            120);
  EXPECT_GE(count[Name::Kind::role], 15);
}

TEST(AuthorityData, SaysWhatEveryRowIs) {
  for (const Name& name : authority_names())
    EXPECT_EQ(name.initiative == Name::Initiative::none, name.kind != Name::Kind::initiative)
        << name.id;
  for (const auto& row : data_rows("bodies")) {
    const Name* name = find_name(row[kId]);
    ASSERT_NE(name, nullptr) << row[kId];
    EXPECT_EQ(name_of(name->kind), row[kKind]) << row[kId];
  }
}

TEST(AuthorityData, KeepsTheColumnsOfItsTables) {
  for (const std::string_view table : kTables) {
    for (const auto& row : data_rows(table)) {
      ASSERT_GE(row.size(), std::size_t{kNote} + 1) << table;
      EXPECT_TRUE(row[kEvidence].find(", ") != std::string_view::npos ||
                  row[kEvidence].find_first_of("0123456789") != std::string_view::npos)
          << row[kId];
      EXPECT_TRUE(row[kLead].empty() || find_name(row[kLead]) != nullptr)
          << row[kId] << " is led by " << row[kLead];
      for (const std::string_view cell : row)
        EXPECT_TRUE(cell.empty() || (cell.front() != ' ' && cell.back() != ' ')) << row[kId];
      for (const std::string_view variant : split(row[kVariants], '|'))
        EXPECT_TRUE(row[kVariants].empty() || !variant.empty()) << row[kId];
    }
  }
}

TEST(AuthorityData, GivesNoSpellingToTwoNames) {
  // Initiatives and all other names are matched apart, so a body may lend its name to one.
  std::map<std::pair<bool, std::string>, std::string> owner;
  for (const Name& name : authority_names()) {
    std::vector<std::string> spellings = name.variants;
    spellings.push_back(name.preferred);
    for (const std::string& spelling : spellings) {
      const bool initiative = name.kind == Name::Kind::initiative;
      const auto [row, added] = owner.emplace(std::pair(initiative, plain(spelling)), name.id);
      EXPECT_TRUE(added || row->second == name.id)
          << spelling << " is " << row->second << " and " << name.id;
    }
  }
}

TEST(AuthorityData, HidesOnlyNamesThatAreThere) {
  for (const auto& row : data_rows("not_names")) {
    EXPECT_NE(find_name(row[1]), nullptr) << row[0];
    for (const NameMatch& match : find_names(row[0])) EXPECT_NE(match.name->id, row[1]) << row[0];
  }
}

TEST(AuthorityData, ReadsEveryRowOfTheChanges) {
  const auto rows = data_rows("name_changes");
  ASSERT_EQ(name_changes().size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const NameChange& change = name_changes()[i];
    EXPECT_EQ(name_of(change.kind), rows[i][2]) << rows[i][0];
    EXPECT_TRUE(is_called(*change.from, change.from_name)) << change.from_name;
    EXPECT_TRUE(is_called(*change.to, change.to_name)) << change.to_name;
    EXPECT_NE(change.from_name, change.to_name);
    EXPECT_FALSE(change.document.empty()) << change.from_name;
    EXPECT_FALSE(change.paragraph.empty()) << change.from_name;
  }
}

TEST(AuthorityData, HasAChangeForEverySuccessorAndTheOtherWayRound) {
  std::set<std::pair<std::string, std::string>> said;
  for (const NameChange& change : name_changes())
    if (change.from != change.to) said.emplace(change.from->id, change.to->id);
  for (const Name& name : authority_names()) {
    if (name.successor.empty()) continue;
    EXPECT_EQ(said.count({name.id, name.successor}), 1U) << name.id << " to " << name.successor;
  }
  for (const auto& [from, to] : said) EXPECT_EQ(find_name(from)->successor, to) << from;
}

TEST(AuthorityData, CarriesEveryChangeOfTheStandard) {
  UNDEX_NEEDS_SHARED();
  enum { kOld, kNew, kHow, kWhen, kDocument, kPara };
  std::istringstream lines(test::read_file(test::shared_dir() / "gold" / "name_changes.tsv"));
  std::string line;
  std::getline(lines, line);
  int seen = 0;
  for (; std::getline(lines, line); ++seen) {
    const std::vector<std::string_view> cells = split(line, '\t');
    const auto fits = [&](const NameChange& change) {
      return is_called(*change.from, cells[kOld]) && is_called(*change.to, cells[kNew]) &&
             cells[kHow].starts_with(name_of(change.kind)) && change.document == cells[kDocument] &&
             change.paragraph == "para. " + std::string(cells[kPara]);
    };
    const auto& changes = name_changes();
    EXPECT_TRUE(std::any_of(changes.begin(), changes.end(), fits)) << line;
  }
  EXPECT_EQ(seen, 6);
}

TEST(AuthorityData, NamesItsKinds) {
  EXPECT_EQ(name_of(Name::Initiative::inventory), "inventory");
  EXPECT_EQ(name_of(Name::Initiative::none), "");
  EXPECT_EQ(name_of(NameChange::Kind::part_transferred_to), "part transferred to");
  EXPECT_EQ(name_of(Name::Kind::role), "role");
}

}  // namespace
}  // namespace undex
