// Records that SRU gives: valid by the published schemas and by ours, as XML and as text.
#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/xml/builder.h"
#include "searcher/serve/sru/record_schemas.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/serve/sru_answers.h"

namespace undex::serve::test {
namespace {

namespace fs = std::filesystem;
using undex::test::shared_dir;

/// What is wrong with the XML by a published schema; empty if nothing.
std::string faults_by_standard(const std::string& schema, const std::string& xml) {
  const fs::path standards = shared_dir() / "standards";
  const undex::test::Answer answer =
      undex::test::run_on("XML_CATALOG_FILES=" + (standards / "catalog.xml").string() +
                              " xmllint --noout --nonet --schema " + (standards / schema).string(),
                          xml);
  return answer.status == 0 ? std::string() : answer.said.substr(0, 2000);
}

std::vector<std::string> records_in(std::string_view schema) {
  std::vector<std::string> records;
  for (std::string record :
       all_of(sru("query=cql.allRecords=1&recordSchema=" + std::string(schema)), "zs:recordData")) {
    record.erase(0, record.find('<'));
    records.push_back(std::move(record));
  }
  return records;
}

/// SRU's own element around the elements of Dublin Core takes what that of OAI-PMH takes.
std::string as_oai_dc(std::string record) {
  for (const auto& [from, to] :
       {std::pair("srw_dc", "oai_dc"),
        std::pair("info:srw/schema/1/dc-schema", "http://www.openarchives.org/OAI/2.0/oai_dc/")})
    for (std::size_t at = 0; (at = record.find(from)) != std::string::npos;)
      record.replace(at, std::string_view(from).size(), to);
  return record;
}

TEST(SruRecords, AreValidByThePublishedSchemas) {
  UNDEX_NEEDS_SHARED();
  UNDEX_NEEDS_PROGRAM("xmllint", "libxml2-utils");
  struct Case {
    std::string_view name;
    std::string schema;
    std::string collection;  // that a file of several stands in; empty: a file each
  };
  const Case cases[] = {
      {"marcxml", "MARC21slim.xsd", "collection xmlns=\"http://www.loc.gov/MARC21/slim\""},
      {"mods", "mods.xsd", "modsCollection xmlns=\"http://www.loc.gov/mods/v3\""},
      {"dc", "oai_dc.xsd", ""},
      {"oai_dc", "oai_dc.xsd", ""},
      {"akn", "akomantoso30.xsd", ""}};
  for (const auto& [name, schema, collection] : cases) {
    const std::vector<std::string> records = records_in(name);
    EXPECT_EQ(records.size(), 5U) << name;
    std::string all;
    for (const std::string& record : records) {
      all += record;
      if (collection.empty()) {
        EXPECT_EQ(faults_by_standard(schema, as_oai_dc(record)), "") << record;
      }
    }
    if (collection.empty()) continue;
    const std::string end = collection.substr(0, collection.find(' '));
    EXPECT_EQ(faults_by_standard(schema, "<" + collection + ">" + all + "</" + end + ">"), "");
  }
}

TEST(SruRecords, OfOurOwnSayWhereItStands) {
  for (const std::string& record : records_in("undex"))
    EXPECT_EQ(invalid("hit.xsd", record), "") << record;
  const std::string record = one_of(sru("query=calls&recordSchema=undex"), "zs:recordData");
  EXPECT_EQ(invalid("hit.xsd", record.substr(record.find('<'))), "");
  EXPECT_NE(record.find("<passage locator=\"5\" pinpoint=\"para. 5\" "
                        "href=\"https://library.example.org/E/2003/75/para/5\">"),
            std::string::npos)
      << record;
  EXPECT_EQ(one_of(record, "match"), "calls");
}

TEST(SruRecords, AreThoseOfTheTextFoundWithAllLanguagesHeld) {
  const std::string record =
      one_of(sru("query=dc.title=machines+and+language=fr&recordSchema=dc"), "zs:recordData");
  EXPECT_EQ(one_of(record, "dc:title"), "Machines des missions");
  EXPECT_EQ(all_of(record, "dc:language"), (std::vector<std::string>{"fr", "en"}));
}

TEST(SruRecords, AreTheSameAsXmlAndAsText) {
  for (const sru::RecordSchema& schema : sru::record_schemas()) {
    const std::string parameters = "query=lamps&recordSchema=" + std::string(schema.name);
    const std::string packed =
        one_of(sru(parameters + "&recordXMLEscaping=string"), "zs:recordData");
    const std::string plain = one_of(sru(parameters + "&recordXMLEscaping=xml"), "zs:recordData");
    EXPECT_EQ(packed.find('<'), std::string::npos) << schema.name;
    std::string read;
    append_xml(read, plain.substr(plain.find('<'), plain.rfind('>') + 1 - plain.find('<')), false);
    EXPECT_EQ(packed.substr(0, packed.rfind(';') + 1), read) << schema.name;
  }
}

TEST(SruRecords, HaveSchemasByNameAndByIdentifier) {
  for (const sru::RecordSchema& schema : sru::record_schemas()) {
    EXPECT_EQ(sru::find_record_schema(schema.name), &schema);
    EXPECT_EQ(sru::find_record_schema(schema.identifier), &schema);
  }
  EXPECT_EQ(sru::find_record_schema("info:srw/schema/1/mods-v3.0")->name, "mods");
  EXPECT_EQ(sru::find_record_schema("http://www.loc.gov/MARC21/slim")->name, "marcxml");
  EXPECT_EQ(sru::find_record_schema("info:srw/schema/1/dcterms-v1.0"), nullptr);
}

TEST(SruRecords, AreReplacedByADiagnosticWhereOneCannotBeRead) {
  const undex::test::TemporaryFolder folder;
  fs::copy(undex::test::trace_archive(), folder.path() / "archive", fs::copy_options::recursive);
  Site damaged({.archive = folder.path() / "archive"});
  std::size_t removed = 0;
  for (const fs::directory_entry& file :
       fs::recursive_directory_iterator(folder.path() / "archive"))
    if (file.path().filename().string().starts_with("E_2003_75") &&
        file.path().extension() == ".xml")
      removed += fs::remove(file.path()) ? 1U : 0U;
  ASSERT_EQ(removed, 1U);
  const std::string body =
      answer(damaged, get("/sru?query=missions+sortBy+undex.symbol&recordSchema=dc")).body;
  EXPECT_EQ(one_of(body, "zs:numberOfRecords"), "3");
  EXPECT_EQ(
      all_of(body, "zs:recordSchema"),
      (std::vector<std::string>{"info:srw/schema/1/diagnostics-v1.1", "info:srw/schema/1/dc-v1.1",
                                "info:srw/schema/1/dc-v1.1", "dc"}));
  EXPECT_EQ(one_of(body, "diag:uri"), "info:srw/diagnostic/1/64");
  EXPECT_EQ(invalid("sru-2.xsd", body), "");
}

}  // namespace
}  // namespace undex::serve::test
