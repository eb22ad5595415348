// A record saved as a page by word processors in two ways: what structure reads from the text, it
// reads from the page.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "indexer/convert/html/html.h"
#include "indexer/convert/text/text.h"
#include "indexer/structure/structure.h"
#include "tests/support.h"

namespace undex::test {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_number(const std::string& label) {
  return label.size() > 1 && label.back() == '.' &&
         label.find_first_not_of("0123456789") == label.size() - 1;
}

/// A paragraph a line. `lists`: numbered paragraphs are items of lists, else text with its number
/// in front; points stay in the text.
std::string page_of(const std::string& record, bool lists) {
  std::string page = "<!DOCTYPE html><html><head><title>x</title></head><body>\n";
  std::istringstream lines(record);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    const std::string label = tab == std::string::npos ? "" : line.substr(0, tab);
    if (lists && is_number(label)) {
      page += "<ol start=\"" + label.substr(0, label.size() - 1) + "\"><li><p>" +
              escaped(line.substr(tab + 1)) + "</p></li></ol>\n";
    } else if (tab == std::string::npos) {
      page += "<p>" + escaped(line) + "</p>\n";
    } else {
      page += "<p>" + escaped(label) + "&nbsp;&nbsp; " + escaped(line.substr(tab + 1)) + "</p>\n";
    }
  }
  return page + "</body></html>\n";
}

/// Locators and texts of the numbered paragraphs and points, and the masthead.
std::string essence(const ConvertedText& text) {
  const Document document = read_structure(text, "record");
  std::string lines;
  for (const MastheadEntry& entry : document.masthead.entries)
    lines += std::string(name_of(entry.item)) + " " + entry.value.normal + "\n";
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::subparagraph)
      lines += block.locator.text() + " " + block.text + "\n";
  }
  return lines;
}

TEST(HtmlRecord, HasTheMastheadAndTheNumbersOfItsText) {
  for (const char* name : {"E_2003_75.txt", "E_2009_21.txt", "A_58_568.txt", "A_RES_57_295.txt"}) {
    const std::string record = read_file(source_path("corpus/documents/" + std::string(name)));
    const std::string expected = essence(convert_text(record, name));
    EXPECT_NE(expected.find("\n1 "), std::string::npos) << name;
    EXPECT_EQ(essence(convert_html(page_of(record, false), name)), expected) << name;
    EXPECT_EQ(essence(convert_html(page_of(record, true), name)), expected) << name;
  }
}

TEST(HtmlRecord, ReadsListsInListsAsPointsOfTheirParagraph) {
  const Document document = read_structure(
      convert_html("<p>United Nations<br>E/2101/7<br>Economic and Social Council</p>"
                   "<p>Distr.: General<br>3 May 2101</p><h1>Lamps of the ferry</h1>"
                   "<h2>I. Oil</h2><ol><li>The lamps burn oil:<ol type=a><li>in the hall;<li>on "
                   "the quay.</ol><li>The quay has seven.</ol><h2>II. Wicks</h2><ol start=3>"
                   "<li>Wicks are cut at noon.</ol>",
                   ""),
      "page.html");
  std::string places;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::subparagraph)
      places += block.locator.text() + " ";
  }
  EXPECT_EQ(places, "1 1 (a) 1 (b) 2 3 ");
  ASSERT_TRUE(document.masthead.find(MastheadItem::symbol));
  EXPECT_EQ(document.masthead.find(MastheadItem::symbol)->normal, "E/2101/7");
}

}  // namespace
}  // namespace undex::test
