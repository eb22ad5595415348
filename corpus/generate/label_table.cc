// Prints the table of label_table.h. Run by the build, as a program of its own.
#include "corpus/label_table.h"

#include <cstdio>
#include <map>
#include <string>

#include "corpus/data.h"
#include "corpus/generate/print_frozen.h"
#include "corpus/language.h"
#include "corpus/strings.h"
#include "corpus/text_regions.h"

namespace undex {
namespace {

enum LabelColumn { kFields = 0, kValue, kFirstLanguage };
enum OrganColumn { kPrefix = 0, kName };
enum StateColumn { kPreferred = 2, kAlpha2 = 10 };
constexpr std::string_view kBody = "body";
constexpr std::string_view kState = "state";

class Labels {
 public:
  Labels() {
    // Some bodies have more than one beginning of symbols.
    for (const auto& row : data_rows("organs")) prefixes_.emplace(row[kName], row[kPrefix]);
    for (const auto& row : data_rows("labels"))
      for (const std::string_view field : split(row[kFields], ',')) add_row(field, row);
    for (const auto& row : data_rows("states"))
      for (const std::string_view language : kLanguages)
        add(kState, row[kPreferred], language,
            language == "en" ? std::string(row[kPreferred]) : region_name(row[kAlpha2], language));
  }

  std::vector<FrozenRow> rows() const {
    std::vector<FrozenRow> rows;
    for (const auto& [key, text] : texts_) rows.push_back({key, text});
    return rows;
  }

 private:
  void add_row(std::string_view field, const std::vector<std::string_view>& row) {
    if (field != kBody) return add_names(field, row[kValue], row);
    const auto [begin, end] = prefixes_.equal_range(row[kValue]);
    for (auto body = begin; body != end; ++body) add_names(field, body->second, row);
  }

  void add_names(std::string_view field, std::string_view value,
                 const std::vector<std::string_view>& row) {
    for (std::size_t at = 0; at < kLanguages.size(); ++at) {
      std::string_view text = row[kFirstLanguage + at];
      if (text.empty() && at == 0) text = row[kValue];
      if (!text.empty()) add(field, value, kLanguages[at], std::string(text));
    }
  }

  /// The first text of a key stays.
  void add(std::string_view field, std::string_view value, std::string_view language,
           std::string text) {
    std::string key(field);
    for (const std::string_view cell : {value, language}) key.append("\t").append(cell);
    texts_.emplace(std::move(key), std::move(text));
  }

  std::multimap<std::string_view, std::string_view> prefixes_;
  std::map<std::string, std::string> texts_;
};

}  // namespace
}  // namespace undex

int main() {
  std::puts("#include \"corpus/label_table.h\"\n\nnamespace undex {\n");
  undex::print_frozen("label_table", undex::Labels().rows());
  std::puts("}  // namespace undex");
}
