// Discovery and changes of names on the real texts: names, locators and counts only.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "corpus/ascii.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/proposals/discover.h"
#include "indexer/understand/proposals/known_names.h"
#include "indexer/understand/proposals/renamings.h"
#include "indexer/understand/understand.h"
#include "tests/support.h"

namespace undex {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> gold(const std::string& name) {
  std::vector<Row> rows;
  const std::string table = test::read_file(test::shared_dir() / "gold" / name);
  std::vector<std::string_view> header;
  for (std::string_view line : split(table, '\n')) {
    if (line.empty()) continue;
    const auto cells = split(line, '\t');
    if (header.empty()) {
      header = cells;
      continue;
    }
    Row row;
    for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i)
      row[std::string(header[i])] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

std::vector<Document> seeds() {
  std::vector<Document> documents;
  for (const char* name : {"A-58-568", "E-2003-75", "E-2009-21", "ODA-2023-00042"}) {
    const auto path = test::shared_dir() / "corpus/seeds" / (std::string(name) + ".txt");
    Document document =
        read_structure(convert(test::read_file(path), path.filename().string()), name);
    understand(document);
    documents.push_back(std::move(document));
  }
  return documents;
}

bool is_capitalised(std::string_view name) {
  for (std::string_view word : split(name, ' '))
    if (word.size() >= 4 && std::none_of(word.begin(), word.end(), is_upper)) return false;
  return std::any_of(name.begin(), name.end(), is_upper);
}

/// Names of the gold table by id, those in capitals that the seeds print.
std::map<std::string, std::set<std::string>> capitalised_names() {
  std::map<std::string, std::set<std::string>> names;
  for (Row& row : gold("initiatives.tsv")) {
    if (row["name_occurs_verbatim_in_seeds"] != "yes") continue;
    const std::string all = row["name"] + "|" + row["aliases"];
    for (std::string_view form : split(all, '|'))
      if (!form.empty() && is_capitalised(form)) names[row["id"]].insert(std::string(form));
  }
  return names;
}

bool same_name(std::string_view proposed, std::string_view form) {
  const std::string a = name_key(proposed);
  const std::string b = name_key(form);
  return a == b || (std::min(a.size(), b.size()) * 5 >= std::max(a.size(), b.size()) * 3 &&
                    (a.find(b) != a.npos || b.find(a) != b.npos));
}

TEST(DiscoverSeeds, ProposesAgainTheNamesTakenFromTheTables) {
  UNDEX_NEEDS_SHARED();
  std::vector<Name> known;
  const auto wanted = capitalised_names();
  for (const Name& name : authority_names())
    if (name.kind != Name::Kind::initiative && !wanted.contains(name.id)) known.push_back(name);
  Discovery discovery(known);
  for (const Document& document : seeds()) discovery.add(document);
  const auto proposals = discovery.proposals(1);
  std::size_t found = 0;
  for (const auto& [id, forms] : wanted) {
    const bool hit = std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& one) {
      return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return same_name(one.name, form) ||
               std::any_of(one.variants.begin(), one.variants.end(),
                           [&](const std::string& variant) { return same_name(variant, form); });
      });
    });
    found += hit ? 1U : 0U;
    if (!hit) std::cout << "not proposed: " << id << "\n";
  }
  std::cout << "names in capitals proposed again: " << found << " of " << wanted.size() << "\n";
  EXPECT_GE(found * 100, wanted.size() * 65);
}

bool says(const PlacedRenaming& placed, Row& row) {
  const auto citation = [](const Locator& locator) {
    const std::string text = locator.citation();
    return text.substr(text.find(' ') + 1);
  };
  return placed.document == row["doc_symbol"] && citation(placed.locator) == row["para"] &&
         letters_and_digits(row["from"]).starts_with(letters_and_digits(placed.renaming.from));
}

TEST(DiscoverSeeds, KnowsEveryChangeOfAName) {
  UNDEX_NEEDS_SHARED();
  std::vector<PlacedRenaming> found;
  for (const Document& document : seeds())
    for (const PlacedRenaming& one : find_renamings(document)) found.push_back(one);
  std::size_t by_rule = 0;
  std::size_t rows = 0;
  for (Row& row : gold("name_changes.tsv")) {
    ++rows;
    const bool ruled = std::any_of(found.begin(), found.end(),
                                   [&](const PlacedRenaming& one) { return says(one, row); });
    by_rule += ruled ? 1U : 0U;
    const bool carried =
        std::any_of(name_changes().begin(), name_changes().end(), [&](const NameChange& change) {
          return change.document == row["doc_symbol"] && change.paragraph == "para. " + row["para"];
        });
    EXPECT_TRUE(carried) << row["from"];
    if (!ruled) std::cout << "by table only: " << row["from"] << "\n";
  }
  std::cout << "changes of names found by rule: " << by_rule << " of " << rows << "\n";
  EXPECT_GE(by_rule, 5U);
  for (const PlacedRenaming& one : found)
    std::cout << one.document << ", " << one.locator.citation() << ": " << one.renaming.from
              << " > " << one.renaming.to << "\n";
}

}  // namespace
}  // namespace undex
