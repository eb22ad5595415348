#include "schemas/columns.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "schemas/columns_writer.h"
#include "schemas/index_form.h"
#include "tests/schemas/aligned.h"
#include "undex/error.h"

namespace undex {
namespace {

using test::Aligned;

std::string sample() {
  std::ostringstream out;
  ColumnsWriter writer(out);
  writer.write(ColumnPart::document, {0, 3, 2, 0, 5});
  writer.write(ColumnPart::rank, {0, 1, 0});
  writer.write(ColumnPart::length, {0, 12, 3, 0, 40});
  GatheredColumn years(*find_field("year"));
  years.add_document(1, write_values({{"2003", "", false}}));
  years.add_document(2, write_values({{"2023", "", true}, {"2022", "", true}}));
  writer.write(years);
  GatheredColumn bodies(*find_field("body"));
  bodies.add_document(1, write_values({{"A/HRC/WG.6/", "Working Group", false}}));
  writer.write(bodies);
  GatheredColumn states(*find_field("state"));
  states.add_document(1, write_values({{"Chad", "", false}, {"Benin", "", false}}));
  states.add_document(2, write_values({{"Chad", "", false}}));
  states.add_paragraph(1, write_values({{"Chad", "", false}}));
  states.add_paragraph(4, write_values({{"Chad", "", false}}));
  writer.write(states);
  writer.finish();
  return out.str();
}

std::string dump(const Column& column, std::size_t list) {
  std::string out;
  for (const std::uint32_t number : column.list(list)) {
    const ColumnValue value = column.value(number);
    out += (out.empty() ? "" : ", ") + std::string(value.value) + (value.doubtful ? "?" : "");
    if (!value.label.empty()) out += " (" + std::string(value.label) + ")";
  }
  return out;
}

TEST(Columns, GiveBackWhatWasWritten) {
  const Aligned file(sample());
  const Columns columns(file.bytes());
  EXPECT_EQ(columns.documents_end(), 3u);
  EXPECT_EQ(columns.paragraphs_end(), 5u);
  EXPECT_EQ(columns.document_of(1), 1u);
  EXPECT_TRUE(columns.is_counted(1));
  EXPECT_EQ(columns.document_of(2), 1u);
  EXPECT_FALSE(columns.is_counted(2));
  EXPECT_EQ(columns.length_of(4), 40u);
  EXPECT_EQ(columns.length_of(5), 0u);
  EXPECT_EQ(columns.document_of(3), 0u);
  EXPECT_EQ(columns.document_of(99), 0u);
  EXPECT_EQ(columns.rank_of(1), 1u);
  EXPECT_EQ(columns.rank_of(2), 0u);

  const Column& years = columns.column(*find_field("year"));
  EXPECT_EQ(dump(years, years.of_document(1)), "2003");
  EXPECT_EQ(dump(years, years.of_document(2)), "2022?, 2023?");
  EXPECT_EQ(dump(years, years.of_document(7)), "");
  const Column& states = columns.column(*find_field("state"));
  EXPECT_EQ(dump(states, states.of_document(1)), "Benin, Chad");
  EXPECT_EQ(dump(states, states.of_paragraph(1)), "Chad");
  EXPECT_EQ(dump(states, states.of_paragraph(2)), "");
  EXPECT_EQ(states.of_document(2), states.of_paragraph(4));
  EXPECT_EQ(states.value(1).documents, 2u);
  EXPECT_THROW(columns.column(*find_field("organ")), Error);
}

TEST(Columns, KnowWhatABodyBelongsTo) {
  const Aligned file(sample());
  const Columns columns(file.bytes());
  const Column& bodies = columns.column(*find_field("body"));
  std::string chain;
  for (std::uint32_t at = bodies.list(bodies.of_document(1)).front(); at != kNoParent;
       at = bodies.value(at).parent)
    chain += std::string(bodies.value(at).value) + " " + std::string(bodies.value(at).label) + "; ";
  EXPECT_EQ(chain, "A/HRC/WG.6/ Working Group; A/HRC/ Human Rights Council; A/ General Assembly; ");
}

TEST(Columns, AreTheSameInWhateverOrderValuesCame) {
  const auto written = [](const std::vector<std::size_t>& order) {
    std::ostringstream out;
    ColumnsWriter writer(out);
    GatheredColumn agenda(*find_field("session"));
    const std::vector<std::string> labels = {"", "session 58", "Session 58"};
    for (const std::size_t docid : order)
      agenda.add_document(docid, write_values({{"58", labels[docid], false}}));
    writer.write(agenda);
    writer.finish();
    const Aligned file(out.str());
    const Columns columns(file.bytes());
    return std::string(columns.column(*find_field("session")).value(0).label);
  };
  EXPECT_EQ(written({0, 1, 2}), "Session 58");
  EXPECT_EQ(written({2, 1, 0}), "Session 58");
}

/// Reads everything that can be asked for.
void read_all(const Columns& columns) {
  for (std::size_t at = 0; at < columns.paragraphs_end() && at < 64; ++at)
    (void)(columns.document_of(at) + columns.rank_of(at) + columns.is_counted(at));
  for (const char* name : {"year", "body", "state"}) {
    const Column& column = columns.column(*find_field(name));
    for (std::size_t at = 0; at < 64; ++at) {
      (void)(column.of_document(at) + column.of_paragraph(at));
      if (at < column.lists()) (void)dump(column, at);
      if (at < column.values()) (void)column.value(at);
    }
  }
}

TEST(Columns, DamagedAreAnErrorAndNeverReadBeyondTheirEnd) {
  const std::string whole = sample();
  std::size_t refused = 0, tried = 0;
  const auto try_bytes = [&](const std::string& bytes) {
    ++tried;
    const Aligned file(bytes);
    try {
      read_all(Columns(file.bytes()));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::archive);
      ++refused;
    }
  };
  for (std::size_t size = 0; size < whole.size(); ++size) try_bytes(whole.substr(0, size));
  EXPECT_EQ(refused, tried);
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const int change : {0x01, 0x10, 0x80, 0xff}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ change);
      try_bytes(bytes);
    }
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 4; ++change)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    try_bytes(bytes);
  }
  EXPECT_GT(refused, tried / 4);
}

}  // namespace
}  // namespace undex
