#pragma once
// Documents made by dice: every kind of block in any order, odd labels, several scripts. Seeded, so
// that a failure can be repeated.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace undex::test {

class RandomDocuments {
 public:
  explicit RandomDocuments(unsigned seed) : random_(seed) {}

  Document next() {
    Document document;
    if (chance(70)) document.symbol.parts.push_back("E/" + std::to_string(below(3000)) + "/75");
    if (chance(15)) document.symbol.parts.push_back("A/RES/57/" + std::to_string(below(400)));
    for (int i = below(8); i > 0; --i) {
      const auto& rows = masthead_items();
      document.masthead.add(
          rows[static_cast<std::size_t>(below(static_cast<int>(rows.size())))].item,
          {text(3), text(3), chance(20) ? text(3) : ""});
    }
    if (chance(50)) document.masthead.add(MastheadItem::document_type, {"", pick(kTypes), ""});
    if (chance(50)) document.masthead.add(MastheadItem::date, {"28 May 2003", "2003-05-28", ""});
    if (chance(50)) document.masthead.add(MastheadItem::language, {"", "en", ""});
    for (int i = below(4); i > 0; --i) document.tables.push_back(table());
    const int blocks = chance(10) ? 0 : below(30);
    for (int i = 0; i < blocks; ++i) document.blocks.push_back(block(document.tables.size()));
    for (int i = below(3); i > 0; --i)
      document.notices.push_back({chance(50) ? Notice::Level::info : Notice::Level::warning,
                                  "date-conflict", locator(), text(5)});
    document.marks = marks(document);
    document.provenance = {"in/" + text(2),
                           "text",
                           "text/plain",
                           std::string(64, 'a'),
                           static_cast<std::size_t>(below(100000)),
                           "2026-01-02T03:04:05Z"};
    return document;
  }

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  static constexpr std::array<const char*, 8> kTypes = {
      "resolution",     "decision",     "report of the Secretary-General",
      "note verbale",   "letter",       "draft resolution",
      "meeting record", "working paper"};
  static constexpr std::array<const char*, 22> kWords = {
      "network",
      "the",
      "Committee",
      "2003",
      "<b>",
      "&amp;",
      "\"quoted",
      "\n",
      "\t",
      " ",
      "  ",
      "a\rb",
      "\xD9\x85\xD8\xB9\xD9\x84\xD9\x88\xD9\x85\xD8\xA7\xD8\xAA",  // Arabic
      "\xE4\xBF\xA1\xE6\x81\xAF\xE6\x8A\x80\xE6\x9C\xAF",          // Chinese
      "\xD1\x81\xD0\xB5\xD1\x82\xD1\x8C",                          // Russian
      "\xF0\x9F\x93\xA1",
      "]]>",
      "e\xCC\x81",
      "\xE2\x80\x8F",
      "'",
      "<!--",
      "100%"};
  static constexpr std::array<const char*, 10> kLabels = {"18.", "(a)", "(ii)", "IV.",    "*",
                                                          "12",  "",    "",     "12 bis", "A.\n"};
  static constexpr std::array<const char*, 7> kParts = {
      "", "", "", "summary", "annex II", "appendix I", "masthead"};
  static constexpr std::array<const char*, 7> kNumbers = {"18",   "12 bis", "*",           "IV",
                                                          "II.A", "3",      "\xE2\x80\xA0"};

  template <std::size_t Size>
  std::string pick(const std::array<const char*, Size>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(Size)))];
  }

  std::string text(int most_words) {
    std::string out;
    for (int i = below(most_words + 1); i > 0; --i) {
      out += pick(kWords);
      if (chance(60)) out += ' ';
    }
    return out;
  }

  Locator locator() {
    Locator found;
    found.part = pick(kParts);
    found.place = static_cast<Locator::Place>(below(7));
    if (found.place != Locator::Place::whole) found.number = pick(kNumbers);
    for (int i = chance(30) ? below(3) : 0; i > 0; --i)
      found.points.push_back(chance(90) ? "a" : chance(50) ? "" : "b % c");
    return found;
  }

  std::size_t place_in(const std::string& words) {
    auto offset = static_cast<std::size_t>(below(static_cast<int>(words.size()) + 1));
    while (offset < words.size() && (static_cast<unsigned char>(words[offset]) & 0xC0) == 0x80)
      --offset;
    return offset;
  }

  /// Mostly words of the text; also nothing, places that are not there, and spans that cross.
  MarkSpan span(const Document& document) {
    MarkSpan found;
    found.block = below(static_cast<int>(document.blocks.size()) + 3) - 2;
    if (found.block >= 0 && chance(30)) {
      found.row = below(5);
      found.column = below(5);
    }
    const std::string words(text_of(document, found));
    std::tie(found.begin, found.end) = std::minmax({place_in(words), place_in(words)});
    if (chance(5)) found.end += 7;
    return found;
  }

  template <typename Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(below(static_cast<int>(last) + 1));
  }

  Symbol symbol() {
    if (chance(15)) return {};
    if (chance(15)) return {{"A/55/75", "E/2000/55"}};
    return {{"A/RES/57/" + std::to_string(below(9)) + (chance(5) ? "[A-B]" : "")}};
  }

  Marks marks(const Document& document) {
    Marks made;
    if (chance(20)) return made;
    made.rules = 1 + below(3);
    for (int i = below(12); i > 0; --i) {
      Reference mark{span(document),
                     any(ReferenceKind::url),
                     any(Relation::agenda),
                     symbol(),
                     {},
                     chance(9) ? "*" : "",
                     text(1),
                     "",
                     text(2)};
      for (int j = below(3); j > 0; --j) mark.pinpoints.push_back(locator());
      if (chance(20)) mark.target = chance(50) ? text(2) : "https://un.int/a?b=" + text(1);
      made.references.push_back(std::move(mark));
    }
    for (int i = below(8); i > 0; --i) {
      const Period period{any(Period::Kind::relative), text(2), text(1)};
      made.figures.push_back({span(document),
                              {text(1), text(1), text(2), any(Qualifier::at_most), period, text(4)},
                              text(1)});
    }
    for (int i = below(12); i > 0; --i)
      made.names.push_back({span(document), chance(70) ? pick(kNumbers) : "", text(1),
                            any(Name::Kind::role), text(1)});
    for (int i = below(3); i > 0; --i)
      made.statuses.push_back({span(document), text(1), any(InitiativeStatus::ended)});
    for (int i = below(3); i > 0; --i)
      made.dates.push_back({span(document), chance(50) ? "2003-05-28" : "2003-05"});
    for (int i = below(4); i > 0; --i) made.quotes.push_back({span(document), below(12) - 1});
    for (int i = below(3); i > 0; --i)
      made.definitions.push_back({span(document), text(1), text(2), text(1)});
    return made;
  }

  Block block(std::size_t tables) {
    Block made;
    made.kind = static_cast<BlockKind>(below(12));
    made.locator = locator();
    made.label = pick(kLabels);
    if (chance(95)) made.text = text(12);
    made.level = chance(60) ? 0 : below(12) - 1;
    made.section = below(12) - 1;
    made.page = below(5);
    if (tables > 0 && chance(made.kind == BlockKind::table ? 90 : 3))
      made.table = below(static_cast<int>(tables));
    for (int i = chance(30) ? below(4) : 0; i > 0; --i)
      made.notes.push_back({place_in(made.text), pick(kLabels)});
    if (chance(80))
      std::stable_sort(made.notes.begin(), made.notes.end(),
                       [](const auto& a, const auto& b) { return a.offset < b.offset; });
    for (int i = chance(20) ? below(4) : 0; i > 0; --i) {
      const std::pair<std::size_t, std::size_t> ends =
          std::minmax({place_in(made.text), place_in(made.text)});
      made.points.push_back({ends.first, ends.second, locator()});
    }
    return made;
  }

  Table table() {
    Table made;
    if (chance(60)) made.label = "Table " + std::to_string(below(9));
    made.title = text(4);
    for (int row = below(5); row > 0; --row) {
      std::vector<std::string> cells;
      for (int cell = below(5); cell > 0; --cell) cells.push_back(text(2));
      made.rows.push_back(cells);
    }
    made.header_rows = below(3);
    if (chance(30)) made.check = "total 2 395 agrees";
    made.rebuilt = chance(20);
    return made;
  }

  std::mt19937 random_;
};

}  // namespace undex::test
