// The four real documents, row by row against the tables made by hand.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "corpus/date.h"
#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "tests/indexer/structure/lines.h"
#include "tests/support.h"

namespace undex {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(test::shared_dir() / "gold" / name);
  std::vector<std::string> head;
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> cells;
    for (std::size_t at = 0;;) {
      const std::size_t end = line.find('\t', at);
      cells.push_back(line.substr(at, end - at));
      if (end == std::string::npos) break;
      at = end + 1;
    }
    if (head.empty()) {
      head = cells;
      continue;
    }
    Row row;
    for (std::size_t i = 0; i < head.size() && i < cells.size(); ++i) row[head[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

const std::map<std::string, Document>& seeds() {
  static const std::map<std::string, Document> documents = [] {
    std::map<std::string, Document> read;
    for (const std::string name : {"E-2003-75", "E-2009-21", "A-58-568", "ODA-2023-00042"}) {
      const auto path = test::shared_dir() / "corpus" / "seeds" / (name + ".txt");
      Document document = read_structure(convert(test::read_file(path), name + ".txt"), name);
      read[document.name()] = std::move(document);
    }
    return read;
  }();
  return documents;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

/// Text of the places that a row names: all blocks of the locator, or the masthead, or the tail.
std::string text_of(const Document& document, const Row& row) {
  const std::string& kind = row.at("kind");
  const std::string& place = row.at("locator");
  std::string text;
  bool body = false;
  for (const Block& block : document.blocks) {
    const bool front = block.kind == BlockKind::furniture || block.locator.part == "masthead";
    body = body || (!front && block.kind != BlockKind::footnote);
    bool here = false;
    std::string words = block.text;
    if (kind == "masthead") {
      here = front && !body;
    } else if (kind == "tail") {
      here = block.kind == BlockKind::furniture && body;
    } else if (kind == "heading") {
      words = block.label + " " + block.text;
      here = block.kind == BlockKind::heading &&
             "heading " + words.substr(0, place.size() - 8) == place;
    } else if (kind == "annex") {
      here = block.locator.part == place;
      if (block.table >= 0) {
        for (const auto& cells : document.tables[static_cast<std::size_t>(block.table)].rows)
          for (const std::string& cell : cells) words += cell;
      }
    } else {
      here = !front && block.locator.text() == place;
    }
    if (here) text += (text.empty() ? "" : " ") + words;
  }
  return collapse_spaces(text);
}

/// Marks of the converter that are no part of the text.
std::string without_marks(std::string text) {
  for (const std::string mark : {"<u>", "</u>", "^{*} "}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

TEST(Seeds, EveryPlaceOfTheTableIsThereWithItsText) {
  UNDEX_NEEDS_SHARED();
  std::size_t checked = 0;
  for (const Row& row : rows_of("structure.tsv")) {
    const std::string at = row.at("doc_symbol") + " " + row.at("locator");
    ASSERT_TRUE(seeds().contains(row.at("doc_symbol"))) << at;
    const std::string text = text_of(seeds().at(row.at("doc_symbol")), row);
    const std::string begins = collapse_spaces(without_marks(row.at("starts_with")));
    const std::string& kind = row.at("kind");
    ++checked;
    if (kind == "masthead" || kind == "tail" || kind == "annex") {
      EXPECT_TRUE(letters_and_digits(text).starts_with(letters_and_digits(begins)))
          << at << ": " << text.substr(0, 300);
      continue;
    }
    EXPECT_TRUE(text.starts_with(begins)) << at << ": " << text.substr(0, 100);
    const std::size_t chars = std::stoul(row.at("chars_normalised"));
    // Marks of converters are counted in the table: ^{*}, <u>, **, $\underline{10}$.
    const bool marked = row.at("starts_with") != without_marks(row.at("starts_with")) ||
                        row.at("doc_symbol").starts_with("ODA/");
    if (marked) {
      EXPECT_LE(characters(text), chars) << at;
      EXPECT_GE(characters(text) + 30, chars) << at;
    } else {
      EXPECT_EQ(characters(text), chars) << at;
    }
  }
  EXPECT_GT(checked, 100U);
}

std::string sections_of(const Document& document) {
  std::string out;
  bool open = false;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::heading || block.locator.place != Locator::Place::section)
      continue;
    const std::string number = block.label.substr(0, block.label.find('.'));
    if (block.level == 1) {
      if (open) out += ")";
      open = false;
      out += (out.empty() ? "" : "; ") + number;
    } else {
      out += (open ? "; " : " (") + number;
      open = true;
    }
  }
  return open ? out + ")" : out;
}

std::string counted(const Document& document, BlockKind kind) {
  std::size_t count = 0;
  for (const Block& block : document.blocks) count += block.kind == kind ? 1 : 0;
  return std::to_string(count);
}

/// What the document has for a row of metadata.tsv; nothing for rows about the file itself.
std::optional<std::string> value_of(const Document& document, const Row& row) {
  const std::string& field = row.at("field");
  static const std::map<std::string, std::string> names = {
      {"mandating_resolution", "mandate"}, {"issuer", "author"}, {"email_header", "email"}};
  if (field == "seed_file" || field == "converter_noise") return std::nullopt;
  if (field == "sections") return sections_of(document);
  if (field == "symbol_2")
    return document.symbol.parts.size() > 1 ? document.symbol.parts[1] : std::string();
  if (field == "annexes") {
    std::string title;
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::annex_title) title = block.text;
    const std::string count = counted(document, BlockKind::annex_title);
    return title.empty() ? count : count + " (" + title + ")";
  }
  if (field == "paragraph_count") {
    std::size_t unnumbered = 0;
    for (const Block& block : document.blocks)
      unnumbered += block.locator.place == Locator::Place::unnumbered ? 1 : 0;
    if (unnumbered > 0) return std::to_string(unnumbered) + " unnumbered";
    return counted(document, BlockKind::paragraph);
  }
  if (field.starts_with("footnote ")) {
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::footnote && block.label == field.substr(9)) return block.text;
    return std::string();
  }
  const auto nth = [&](MastheadItem item, std::size_t index) {
    const std::vector<const Value*> values = document.masthead.all(item);
    return index < values.size() ? values[index]->normal : std::string();
  };
  if (field == "date_as_printed") {
    const Value* date = document.masthead.find(MastheadItem::date);
    const auto printed = date ? parse_date(date->printed) : std::nullopt;
    return printed ? printed->iso() : std::string();
  }
  if (field == "contact_copy") return nth(MastheadItem::contact, 1);
  if (field == "quoted_title_1") return nth(MastheadItem::quoted_title, 0);
  if (field == "quoted_title_2") return nth(MastheadItem::quoted_title, 1);
  const auto renamed = names.find(field);
  const auto item = masthead_item(renamed == names.end() ? field : renamed->second);
  if (!item) return "no such item";
  return document.masthead.normal(*item);
}

TEST(Seeds, EveryMastheadValueOfTheTableIsRead) {
  UNDEX_NEEDS_SHARED();
  std::size_t checked = 0;
  for (const Row& row : rows_of("metadata.tsv")) {
    const auto value = value_of(seeds().at(row.at("doc")), row);
    if (!value) continue;
    ++checked;
    EXPECT_EQ(*value, row.at("value_normalised")) << row.at("doc") << " " << row.at("field");
  }
  EXPECT_GT(checked, 70U);
}

TEST(Seeds, DoubtsAreFlaggedAndNotRepairedInSilence) {
  UNDEX_NEEDS_SHARED();
  EXPECT_EQ(test::notice_codes(seeds().at("E/2003/75")), "section-number-twice <sect. IV>");
  EXPECT_EQ(test::notice_codes(seeds().at("E/2009/21")), "table-rebuilt <annex, table 1>");
  EXPECT_EQ(test::notice_codes(seeds().at("A/58/568")),
            "joined-pages <6>, joined-pages <10>, joined-pages <16>, joined-pages <21>");
  EXPECT_EQ(test::notice_codes(seeds().at("ODA/2023-00042")), "date-conflict <masthead>");
  const Value* date = seeds().at("ODA/2023-00042").masthead.find(MastheadItem::date);
  ASSERT_NE(date, nullptr);
  EXPECT_NE(date->flag.find("2023"), std::string::npos);
}

TEST(Seeds, TheRunTogetherTableIsProvedByItsTotal) {
  UNDEX_NEEDS_SHARED();
  const Document& document = seeds().at("E/2009/21");
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables[0];
  EXPECT_TRUE(table.rebuilt);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.rows.size(), 6U);
  EXPECT_EQ(table.rows[1], (std::vector<std::string>{"Central processing units", "1 067"}));
  EXPECT_EQ(table.check, "total 2 395 agrees");
}

TEST(Seeds, NotesStandWhereTheirMarkersStood) {
  UNDEX_NEEDS_SHARED();
  std::size_t found = 0;
  for (const Block& block : seeds().at("E/2003/75").blocks) {
    if (block.text == "Report of the Secretary-General") {
      ASSERT_EQ(block.notes.size(), 1U);
      EXPECT_EQ(block.notes[0].marker, "**");
      EXPECT_EQ(block.notes[0].offset, block.text.size());
      ++found;
    }
  }
  EXPECT_EQ(found, 1U);
}

TEST(Seeds, PointsInsideAParagraphCanBePinned) {
  UNDEX_NEEDS_SHARED();
  for (const Block& block : seeds().at("A/58/568").blocks) {
    if (block.locator.text() != "9") continue;
    ASSERT_EQ(block.points.size(), 5U);
    EXPECT_EQ(block.points[2].locator.text(), "9 (c)");
    EXPECT_TRUE(std::string_view(block.text)
                    .substr(block.points[2].begin)
                    .starts_with("(c) an inter-agency search engine"));
  }
}

}  // namespace
}  // namespace undex
