// Catalogue records: valid by the published schemas, read by other programs, and scored against the
// fields expected of three real documents.
#include <gtest/gtest.h>

#include <sstream>

#include "corpus/strings.h"
#include "corpus/xml.h"
#include "searcher/render/record/forms.h"
#include "searcher/render/record/marc.h"
#include "tests/indexer/real_documents.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/record_samples.h"

namespace undex {
namespace {

using rendering::MarcField;
using test::Answer;
using test::read_by;
using test::run_on;

/// A file of the form with a record for each document.
std::string file_of(std::string_view name, const std::vector<Document>& documents) {
  const RecordForm& form = *find_record_form(name);
  std::string text;
  for (const Document& document : documents) {
    text += text.empty() ? form.begin : form.between;
    text += form.write(record_of(document), "en");
  }
  return text.append(form.end);
}

std::vector<Document> hostile_documents() {
  std::vector<Document> documents;
  for (const std::string& title : test::hostile_titles()) documents.push_back(test::report(title));
  documents.push_back(test::of_symbol("A/RES/3411(XXX)[A-B]"));
  documents.push_back(test::of_symbol("A/55/75-E/2000/55", "2000-05-22"));
  documents.emplace_back().provenance.source = "views of a State.txt";
  return documents;
}

std::string faults(const std::string& schema, const std::string& xml) {
  const std::filesystem::path standards = test::shared_dir() / "standards";
  const Answer answer =
      run_on("XML_CATALOG_FILES=" + (standards / "catalog.xml").string() +
                 " xmllint --noout --nonet --schema " + (standards / schema).string(),
             xml);
  return answer.status == 0 ? std::string() : answer.said.substr(0, 2000);
}

TEST(RecordCatalogue, IsValidByThePublishedSchemas) {
  UNDEX_NEEDS_SHARED();
  UNDEX_NEEDS_PROGRAM("xmllint", "libxml2-utils");
  EXPECT_EQ(faults("MARC21slim.xsd", file_of("marcxml", hostile_documents())), "");
  EXPECT_EQ(faults("mods.xsd", file_of("mods", hostile_documents())), "");
  for (const Document& document : hostile_documents())
    EXPECT_EQ(faults("oai_dc.xsd", file_of("dc", {document})), "");
  for (const std::string& title : {test::hostile_titles().front(), test::hostile_titles().back()})
    EXPECT_EQ(faults("akomantoso30.xsd", write_document_xml(test::report(title))), "");
}

TEST(RecordCatalogue, GoesRoundThroughYaz) {
  UNDEX_NEEDS_PROGRAM("yaz-marcdump", "yaz");
  const std::string marc = file_of("marc", hostile_documents());
  EXPECT_EQ(read_by("yaz-marcdump -n", marc), "");
  EXPECT_TRUE(read_by("yaz-marcdump -i marcxml -o marc", file_of("marcxml", hostile_documents())) ==
              marc);
  const std::string xml = read_by("yaz-marcdump -i marc -o marcxml", marc);
  EXPECT_TRUE(read_by("yaz-marcdump -i marcxml -o marc", xml) == marc);
}

TEST(RecordCatalogue, NeverOutgrowsItsLengths) {
  Document document = test::report(std::string(200000, 'x') + " and \u00e9");
  document.blocks.front().text = std::string(50000, 'y');
  for (int i = 0; i < 5000; ++i)
    document.masthead.add(MastheadItem::subject,
                          {"", "subject " + std::to_string(i) + std::string(900, 's'), ""});
  const std::string marc = file_of("marc", {document});
  EXPECT_LT(marc.size(), 100000U);
  EXPECT_EQ(std::stoul(marc.substr(0, 5)), marc.size());
  for (const MarcField& field : rendering::marc_fields(record_of(document)))
    for (const auto& [code, value] : field.subfields) EXPECT_LE(value.size(), 9000U) << field.tag;
}

/// "$a JN $b N0337527 E".
std::string subfields_of(const MarcField& field) {
  std::string text;
  for (const auto& [code, value] : field.subfields)
    text += (text.empty() ? "$" : " $") + std::string(1, code) + " " + value;
  return text;
}

std::string indicators_of(const MarcField& field) {
  std::string text(field.indicators, 2);
  std::ranges::replace(text, ' ', '_');
  return text;
}

/// Whether one of the fields is as expected. "(none ...)" expects none; other words in parentheses
/// expect any value.
bool is_there(const std::vector<MarcField>& fields, std::string_view tag,
              std::string_view indicators, const std::string& value) {
  const bool none = value.starts_with("(none");
  for (const MarcField& field : fields) {
    if (field.tag != tag) continue;
    if (none) return false;
    const bool any = value.find("$a (") == 0 && subfields_of(field).size() > 3;
    if (indicators_of(field) == indicators && (any || subfields_of(field) == value)) return true;
  }
  return none;
}

// Four of them differ. Subjects need a thesaurus, which the library supplies (undex export
// --headings); and the symbol of the agenda, A/58/251, stands neither in A/58/568, which has the
// item and its title, nor in another document beside the project.
TEST(RecordCatalogue, HasTheFieldsExpectedOfRealDocuments) {
  UNDEX_NEEDS_SHARED();
  test::Shelf shelf;
  std::istringstream lines(test::read_file(test::shared_dir() / "gold" / "marc_expected.tsv"));
  std::string line;
  std::getline(lines, line);
  std::map<std::string, std::vector<MarcField>> records;
  std::size_t expected = 0;
  std::vector<std::string> differing;
  while (std::getline(lines, line)) {
    const std::vector<std::string_view> cells = split(line, '\t');
    ASSERT_GE(cells.size(), 4U);
    const std::string symbol(cells[0]);
    const Document* document = shelf.find(symbol);
    ASSERT_NE(document, nullptr) << symbol;
    if (!records.contains(symbol)) records[symbol] = rendering::marc_fields(record_of(*document));
    ++expected;
    if (!is_there(records[symbol], cells[1], cells[2], std::string(cells[3])))
      differing.push_back(symbol + " " + std::string(cells[1]));
  }
  EXPECT_EQ(expected, 65U);
  EXPECT_EQ(differing, (std::vector<std::string>{"E/2003/75 650", "E/2009/21 650", "A/58/568 650",
                                                 "A/58/568 991"}));
}

}  // namespace
}  // namespace undex
