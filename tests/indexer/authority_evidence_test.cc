// The evidence of the authority files, read in the real documents: the paragraph a row cites must
// name what the row names.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "corpus/authority.h"
#include "tests/indexer/real_documents.h"
#include "tests/support.h"

namespace undex {
namespace {

using test::key_of;
using test::Shelf;

/// Text of every block at the place or below it, and of its tables.
std::string words_at(const Document& document, const Locator& place) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.locator != place && !place.contains(block.locator)) continue;
    out += block.text + "\n";
    if (block.table < 0) continue;
    for (const auto& row : document.tables[static_cast<std::size_t>(block.table)].rows)
      for (const std::string& cell : row) out += cell + "\n";
  }
  return out;
}

bool names(const std::string& text, const Name& name) {
  const auto matches = find_names(text);
  return std::any_of(matches.begin(), matches.end(),
                     [&](const NameMatch& match) { return match.name == &name; });
}

struct Cited {
  std::string document;
  std::string place;  ///< empty: the whole document
};
Cited split_evidence(const std::string& evidence) {
  const std::size_t comma = evidence.find(", ");
  if (comma == std::string::npos) return {evidence, ""};
  return {evidence.substr(0, comma), evidence.substr(comma + 2)};
}

/// The whole document when no place is given.
std::optional<Locator> place_of(const std::string& place) {
  return place.empty() ? Locator{} : parse_locator(place);
}

/// In so many words, or as the rules of understanding find it there: "the library offers training".
bool names(const Document& document, const Locator& place, const Name& name) {
  if (names(words_at(document, place), name)) return true;
  return std::ranges::any_of(document.marks.names, [&](const NameMark& mark) {
    const Locator found = locator_of(document, mark.span);
    return mark.id == name.id && (found == place || place.contains(found));
  });
}

TEST(AuthorityEvidence, NamesEveryNameInTheParagraphCited) {
  UNDEX_NEEDS_SHARED();
  Shelf shelf;
  int read = 0;
  std::set<std::string> elsewhere;
  for (const Name& name : authority_names()) {
    const Cited cited = split_evidence(name.evidence);
    const Document* document = shelf.find(cited.document);
    if (document == nullptr) {
      elsewhere.insert(cited.document);
      continue;
    }
    ++read;
    const std::optional<Locator> place = place_of(cited.place);
    ASSERT_TRUE(place) << cited.place << " is no place of " << document->name();
    EXPECT_TRUE(names(*document, *place, name)) << name.id << " is not named in " << name.evidence;
  }
  EXPECT_GE(read, 650);
  // Decisions, lists and speeches are no documents that undex reads.
  for (const std::string& document : elsewhere)
    EXPECT_TRUE(document.starts_with("A/DEC/") || document == "WSIS action lines" ||
                document.starts_with("General debate") || document.ends_with(".csv"))
        << document << " is not held";
}

TEST(AuthorityEvidence, NamesBothSidesOfAChangeOrTheNameBefore) {
  UNDEX_NEEDS_SHARED();
  Shelf shelf;
  int read = 0;
  for (const NameChange& change : name_changes()) {
    const Document* document = shelf.find(change.document);
    if (document == nullptr) {
      EXPECT_TRUE(change.document == "UNBIS Thesaurus" || change.document.ends_with(".csv"))
          << change.from_name;
      continue;
    }
    ++read;
    const std::optional<Locator> place = place_of(change.paragraph);
    ASSERT_TRUE(place) << change.paragraph << " is no place of " << document->name();
    EXPECT_TRUE(names(*document, *place, *change.from) || names(*document, *place, *change.to))
        << change.from_name;
  }
  EXPECT_GE(read, 12);
}

TEST(AuthorityEvidence, FindsFormerNamesInTheRowsOfTheThesaurus) {
  UNDEX_NEEDS_SHARED();
  std::map<std::string, std::string> rows;
  std::ifstream file(test::shared_dir() / "corpus/real/library/thesaurus/unbis-thesaurus.tsv");
  for (std::string line; std::getline(file, line);) rows[line.substr(0, line.find('\t'))] += line;
  int read = 0;
  for (const NameChange& change : name_changes()) {
    if (change.document != "UNBIS Thesaurus") continue;
    ++read;
    EXPECT_NE(key_of(rows[change.paragraph]).find(key_of(change.from_name)), std::string::npos)
        << change.from_name;
  }
  EXPECT_GE(read, 20);
}

TEST(AuthorityEvidence, FindsBodiesInTheListsOfTheLibrary) {
  UNDEX_NEEDS_SHARED();
  int read = 0;
  for (const Name& name : authority_names()) {
    const Cited cited = split_evidence(name.evidence);
    if (!cited.document.ends_with(".csv")) continue;
    ++read;
    std::ifstream list(test::shared_dir() / "corpus/real/library/bodies" / cited.document);
    bool found = false;
    for (std::string line; std::getline(list, line);)
      found = found || (line.find(cited.place) != std::string::npos && names(line, name));
    EXPECT_TRUE(found) << name.id << " is not in " << name.evidence;
  }
  EXPECT_GE(read, 10);
}

TEST(AuthorityEvidence, FindsNamesInTheDecisions) {
  UNDEX_NEEDS_SHARED();
  int read = 0;
  for (const Name& name : authority_names()) {
    if (!name.evidence.starts_with("A/DEC/")) continue;
    std::string number = name.evidence.substr(6);
    const std::string session = number.substr(0, number.find('/'));
    std::replace(number.begin(), number.end(), '/', '_');
    const auto decision = nlohmann::json::parse(test::read_file(
        test::shared_dir() / "corpus/real/ga-decisions-json" / session / (number + ".json")));
    ++read;
    EXPECT_TRUE(names(decision.at("ED_DecisionText").get<std::string>(), name)) << name.id;
  }
  EXPECT_GE(read, 4);
}

TEST(AuthorityEvidence, FindsTheActionLinesInTheirList) {
  UNDEX_NEEDS_SHARED();
  const auto list = nlohmann::json::parse(
      test::read_file(test::shared_dir() / "corpus/real/un-other/actions.json"));
  for (int line = 1; line <= 11; ++line) {
    const std::string label = "C" + std::to_string(line);
    const Name* name = find_name("wsis-c" + std::to_string(line));
    ASSERT_NE(name, nullptr) << label;
    EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](const auto& item) {
      const auto text = item.at("name").template get<std::string>();
      return text.starts_with(label + ":") || text.starts_with(label + " ");
    })) << label;
  }
}

}  // namespace
}  // namespace undex
