// Citations that the editors of the United Nations did not link in their paragraph texts, judged
// one by one: unlinked_citations.tsv says how they were drawn. What was judged right must still be
// found, what was judged wrong must not.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "corpus/strings.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "tests/support.h"

namespace undex {
namespace {

namespace fs = std::filesystem;

struct Judged {
  std::string locator, cited, pinpoint;
  bool right = false;
};

/// By document.
std::map<std::string, std::vector<Judged>> judged_rows() {
  std::istringstream table(
      test::read_file(test::source_path("tests/indexer/understand/unlinked_citations.tsv")));
  std::map<std::string, std::vector<Judged>> rows;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#' || line.starts_with("draw\t")) continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 7) {
      ADD_FAILURE() << "not seven cells: " << line;
      continue;
    }
    rows[std::string(cells[1])].push_back(
        {std::string(cells[2]), std::string(cells[3]), std::string(cells[4]), cells[5] == "right"});
  }
  return rows;
}

/// The paragraphs as a text: the symbol first, then one paragraph a block, its number before it.
std::string text_of_paragraphs(const std::string& symbol, const nlohmann::json& items) {
  std::string text = "United Nations\n" + symbol + "\n";
  for (const nlohmann::json& item : items) {
    const std::string paragraph(structure::trimmed(item["text"].get<std::string>()));
    const std::string number(item["prefix"].is_string()
                                 ? structure::trimmed(item["prefix"].get_ref<const std::string&>())
                                 : "");
    if (paragraph.empty()) continue;
    text += "\n" + (number.empty() || paragraph.starts_with(number) ? "" : number + "\t") +
            paragraph + "\n";
  }
  return text;
}

Document understood(const std::string& symbol) {
  std::string name = symbol;
  if (const std::size_t at = name.find("/Res."); at != std::string::npos)
    name.replace(at, 4, "/RES");
  std::replace(name.begin(), name.end(), '/', '_');
  const fs::path path = test::shared_dir() / "corpus/real/un-paragraph-json" / (name + ".json");
  const std::string text = text_of_paragraphs(symbol, nlohmann::json::parse(test::read_file(path)));
  Document document = read_structure(convert(text, name + ".txt"), name + ".txt");
  understand(document);
  return document;
}

TEST(UnlinkedCitations, AreFoundAsTheyWereJudged) {
  UNDEX_NEEDS_SHARED();
  std::size_t rights = 0;
  for (const auto& [symbol, rows] : judged_rows()) {
    const Document document = understood(symbol);
    std::set<std::string> found;
    for (const Reference& reference : document.marks.references)
      found.insert(locator_of(document, reference.span).text() + " " + reference.cited.text() +
                   " " + citation_of(reference.pinpoints));
    for (const Judged& row : rows) {
      const std::string key = row.locator + " " + row.cited + " " + row.pinpoint;
      EXPECT_EQ(found.contains(key), row.right) << symbol << ": " << key;
      rights += row.right ? 1 : 0;
    }
  }
  EXPECT_GT(rights, 400U);
}

}  // namespace
}  // namespace undex
