#pragma once
// Makes small .docx files for tests: a zip archive of the parts given.
#include <gtest/gtest.h>
#include <zip.h>

#include <cstdlib>
#include <map>
#include <string>

#include "indexer/convert/formats.h"
#include "tests/indexer/convert/dump.h"

namespace undex::test {

using Parts = std::map<std::string, std::string>;

inline const std::string kWord =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

inline std::string zip_of(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    EXPECT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline std::string root(const std::string& name, const std::string& inside) {
  return "<?xml version=\"1.0\"?><w:" + name + " " + kWord + ">" + inside + "</w:" + name + ">";
}

/// The parts of a document with this body; `more` has parts beside it by their short names
/// ("styles", "numbering", "footnotes", "header1"), each related to it.
inline Parts docx_parts(const std::string& body, const Parts& more = {}) {
  const std::string types = "http://schemas.openxmlformats.org/package/2006/";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  Parts parts;
  parts["[Content_Types].xml"] =
      "<Types xmlns=\"" + types +
      "content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  parts["_rels/.rels"] = "<Relationships xmlns=\"" + types +
                         "relationships\"><Relationship Id=\"a\""
                         " Type=\"" +
                         office + "officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  parts["word/document.xml"] = root("document", "<w:body>" + body + "</w:body>");
  std::string relations;
  for (const auto& [name, xml] : more) {
    const std::string type = name.substr(0, name.find_first_of("0123456789"));
    relations += "<Relationship Id=\"" + name + "\" Type=\"" + office + type + "\" Target=\"" +
                 name + ".xml\"/>";
    parts["word/" + name + ".xml"] = xml;
  }
  parts["word/_rels/document.xml.rels"] =
      "<Relationships xmlns=\"" + types + "relationships\">" + relations + "</Relationships>";
  return parts;
}

inline std::string docx(const std::string& body, const Parts& more = {}) {
  return zip_of(docx_parts(body, more));
}

inline std::string t(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string p(const std::string& text, const std::string& look = "") {
  return "<w:p>" + (look.empty() ? "" : "<w:pPr>" + look + "</w:pPr>") + t(text) + "</w:p>";
}

inline std::string read_docx(const std::string& body, const Parts& more = {}) {
  return dump(convert(docx(body, more), "a.docx"));
}

/// Numbers of the notices by their codes.
inline std::string notices_of(const ConvertedText& text) {
  std::string lines;
  for (const Notice& notice : text.notices) lines += notice.code + ": " + notice.text + "\n";
  return lines;
}

}  // namespace undex::test
