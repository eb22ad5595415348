// Prints the table of stop_word_table.h. Run by the build, as a program of its own.
#include "corpus/stop_word_table.h"

#include <cstdio>

#include "corpus/data.h"
#include "corpus/generate/print_frozen.h"
#include "corpus/strings.h"
#include "corpus/text.h"

int main() {
  std::vector<undex::FrozenRow> rows;
  for (const auto& row : undex::data_rows("stop_words"))
    for (const std::string_view word : undex::split(row[2], ' '))
      rows.push_back({undex::fold(word), std::string(row[0])});
  std::puts("#include \"corpus/stop_word_table.h\"\n\nnamespace undex {\n");
  undex::print_frozen("stop_word_table", std::move(rows));
  std::puts("}  // namespace undex");
}
