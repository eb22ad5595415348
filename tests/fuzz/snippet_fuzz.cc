// Any text with any query: marks lie in the text, in order; the snippet is valid and short.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "corpus/text.h"
#include "searcher/search/marks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = bytes.find('\n');
  if (line == std::string::npos) return 0;
  const std::string text = undex::repair_utf8(bytes.substr(line + 1));
  try {
    const undex::search::Marker marker(undex::read_query(bytes.substr(0, line)));
    const std::vector<undex::search::Mark> marks = marker.marks(text, "en");
    std::size_t before = 0;
    for (const undex::Span& mark : undex::search::spans_of(marks)) {
      if (mark.begin < before || mark.end <= mark.begin || mark.end > text.size()) std::abort();
      before = mark.end;
    }
    const undex::search::Snippet snippet = undex::search::make_snippet(text, marks);
    if (!undex::is_valid_utf8(snippet.text)) std::abort();
    // Nothing is left that a terminal would obey, and the snippet is short.
    if (undex::printable(snippet.text) != snippet.text) std::abort();
    if (undex::grapheme_count(snippet.text) > 400) std::abort();
    before = 0;
    for (const undex::Span& match : snippet.matches) {
      if (match.begin < before || match.begin >= match.end) std::abort();
      before = match.end;
    }
    if (before > snippet.text.size()) std::abort();
  } catch (const undex::QueryError&) {
  }
  return 0;
}
