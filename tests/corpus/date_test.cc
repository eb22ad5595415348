#include "corpus/date.h"

#include <gtest/gtest.h>

#include <string>

namespace undex {
namespace {

TEST(Date, ReadsWhatUnitedNationsDocumentsPrint) {
  const struct {
    const char* text;
    const char* iso;  // nullptr: no date
  } cases[] = {
      {"28 May 2003", "2003-05-28"},
      {" 28\u00a0May 2003 ", "2003-05-28"},
      {"May 2003", "2003-05"},
      {"2003", "2003"},
      {"2003-05", "2003-05"},
      {"2003-05-28", "2003-05-28"},
      {"29 February 2004", "2004-02-29"},
      {"29 February 2003", nullptr},
      {"31 June 2003", nullptr},
      {"28/5/2003", nullptr},
      {"2003-13-01", nullptr},
      {"2003-00-01", nullptr},
      {"28 May", nullptr},
      {"28 May 2003 and later", nullptr},
      {"20033", nullptr},
      {"May", nullptr},
      {"", nullptr},
  };
  for (const auto& example : cases) {
    const std::optional<Date> date = parse_date(example.text);
    ASSERT_EQ(date.has_value(), example.iso != nullptr) << example.text;
    if (date) {
      EXPECT_EQ(date->iso(), example.iso) << example.text;
    }
  }
}

TEST(Date, PrintsAsTheMastheadDoes) {
  EXPECT_EQ((Date{2003, 5, 28}).printed(), "28 May 2003");
  EXPECT_EQ((Date{2003, 5, 0}).printed(), "May 2003");
  EXPECT_EQ((Date{2003, 0, 0}).printed(), "2003");
}

TEST(Date, IsFoundInRunningTextWithItsPlace) {
  const std::string text = "adopted on 3 May, then again on 4 June 2007 in Geneva, not in 2008";
  const std::optional<DateMatch> match = find_date(text);
  ASSERT_TRUE(match);
  EXPECT_EQ(text.substr(match->begin, match->end - match->begin), "4 June 2007");
  EXPECT_FALSE(find_date(text, match->end));
  EXPECT_FALSE(find_date("", 5));
}

TEST(Date, RangesTakeMonthAndYearFromTheLastDay) {
  const struct {
    const char* text;
    const char* range;
  } cases[] = {
      {"Geneva, 30 June-25 July 2003", "2003-06-30/2003-07-25"},
      {"Geneva, 6-31 July 2009", "2009-07-06/2009-07-31"},
      {"New York, 2\u201327 July 2012", "2012-07-02/2012-07-27"},
      {"2 and 3 May 2003", "2003-05-02/2003-05-03"},
      {"22 November 2023-5 January 2024", "2023-11-22/2024-01-05"},
      {"5 to 9 May 2003", "2003-05-05/2003-05-09"},
      {"9-5 May 2003", nullptr},
      {"28 May 2003", nullptr},
      {"", nullptr},
  };
  for (const auto& example : cases) {
    const std::optional<std::string> range = find_date_range(example.text);
    ASSERT_EQ(range.has_value(), example.range != nullptr) << example.text;
    if (range) {
      EXPECT_EQ(*range, example.range);
    }
  }
}

}  // namespace
}  // namespace undex
