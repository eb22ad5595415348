#pragma once
// The real documents, found by symbol and understood when first asked for. Used by the tests that
// read what a table of corpus/data gives as its evidence.
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "corpus/ascii.h"
#include "corpus/document.h"
#include "corpus/text.h"
#include "indexer/convert/formats.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "tests/support.h"

namespace undex::test {

/// "A/RES/77/150" and "A_RES_77_150" alike.
inline std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : fold(name))
    if (is_letter(c) || is_digit(c)) key += c;
  return key;
}

inline std::string stripped(const std::string& text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Paragraph JSON as the text a converter could have made of it.
inline std::string text_of_json(const std::string& bytes, const std::string& stem) {
  std::string symbol = stem;
  std::replace(symbol.begin(), symbol.end(), '_', '/');
  std::string out = "United Nations\n" + symbol + "\n\n";
  for (const auto& item : nlohmann::json::parse(bytes)) {
    const std::string text = stripped(item.at("text").get<std::string>());
    const auto found = item.find("prefix");
    const std::string prefix =
        found == item.end() || found->is_null() ? "" : stripped(found->get<std::string>());
    if (text.empty()) continue;
    out += (prefix.empty() || text.starts_with(prefix) ? text : prefix + "\t" + text) + "\n\n";
  }
  return out;
}

/// A file of any format, understood.
inline Document read_real_document(const std::filesystem::path& path) {
  std::string bytes = test::read_file(path);
  std::string name = path.filename().string();
  if (path.extension() == ".json") {
    bytes = text_of_json(bytes, path.stem().string());
    name = path.stem().string() + ".txt";
  }
  Document document = read_structure(convert(bytes, name), name);
  understand(document);
  return document;
}

/// The real documents by the key of their file's name; read when first asked for.
class Shelf {
 public:
  Shelf() {
    for (const char* folder :
         {"seeds", "real/un-paragraph-json", "real/un-docx", "real/un-pdf", "real/un-other"})
      for (const auto& entry :
           std::filesystem::directory_iterator(test::shared_dir() / "corpus" / folder))
        files_.emplace(key_of(entry.path().stem().string()), entry.path());
  }
  /// nullptr when it is not held.
  const Document* find(const std::string& symbol) {
    const auto file = files_.find(key_of(symbol));
    if (file == files_.end()) return nullptr;
    const auto [row, added] = documents_.try_emplace(file->first);
    if (added) row->second = read_real_document(file->second);
    return &row->second;
  }

 private:
  std::map<std::string, std::filesystem::path> files_;
  std::map<std::string, Document> documents_;
};

}  // namespace undex::test
