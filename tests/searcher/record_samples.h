#pragma once
// Documents of our own whose titles hold what forms of records give a meaning to.
#include <string>
#include <vector>

#include "corpus/document.h"
#include "searcher/render/record/record.h"

namespace undex::test {

inline Document report(const std::string& title) {
  Document document;
  document.symbol.parts = {"E/2003/75"};
  Masthead& masthead = document.masthead;
  masthead.add(MastheadItem::symbol, {"E/2003/75", "E/2003/75", ""});
  masthead.add(MastheadItem::organ,
               {"Economic and Social Council", "Economic and Social Council", ""});
  masthead.add(MastheadItem::title, {title, title, ""});
  masthead.add(MastheadItem::document_type,
               {"Report of the Secretary-General", "report of the Secretary-General", ""});
  masthead.add(MastheadItem::author, {"Secretary-General", "Secretary-General", ""});
  masthead.add(MastheadItem::date, {"28 May 2003", "2003-05-28", ""});
  masthead.add(MastheadItem::language, {"", "en", ""});
  Block summary;
  summary.locator.part = "summary";
  summary.label = "Summary";
  summary.text = "Missions get e-mail.";
  document.blocks.push_back(summary);
  return document;
}

inline Document of_symbol(const std::string& symbol, const std::string& date = {}) {
  Document document;
  document.symbol = symbol_from_normal_form(symbol);
  if (!date.empty()) document.masthead.add(MastheadItem::date, {date, date, ""});
  return document;
}

/// What other forms give a meaning to, and what no form may hold as it is.
inline const std::vector<std::string>& hostile_titles() {
  static const std::vector<std::string> titles{
      R"(Ends with a backslash \)",
      R"(Quotes "double" and 'single' and “curled”)",
      "Braces {within} a title",
      "A brace } that closes none",
      "A brace { that is never closed",
      "50 % of A & B for $5, #1, a_b ~ c^2",
      "``TeX'' -- and --- dashes ?` !`",
      "E, F and G, and others,",
      "<b>bold</b> & <![CDATA[ ]]> --> text",
      "=1+1",
      "\t=cmd|' /C calc'!A0",
      "@techreport{x, title = {y}}",
      "ER  - \r\nTY  - JOUR",
      "Two\nlines\r\nand a third",
      "Bell \x07, escape \x1b[31m and delete \x7f",
      "حوكمة الإنترنت (A/RES/57/295)",
      "Right to left \u202e override \u2066 isolate",
      "中文标题",
  };
  return titles;
}

}  // namespace undex::test
