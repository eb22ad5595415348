// Any bytes as plain text through structure and understanding: every mark cuts whole characters out
// of a text that is there.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/convert/text/text.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "undex/error.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

/// Bytes that are no text at all are refused before structure sees them.
undex::ConvertedText converted(std::string_view bytes) {
  try {
    return undex::convert_text(bytes, "fuzz.txt");
  } catch (const undex::Error&) {
    return {};
  }
}

bool is_inside_a_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

void check(const undex::Document& document, const undex::MarkSpan& span) {
  const std::string_view text = undex::text_of(document, span);
  require(span.begin < span.end && span.end <= text.size());
  require(!is_inside_a_character(text, span.begin) && !is_inside_a_character(text, span.end));
}

template <typename Mark>
void check_all(const undex::Document& document, const std::vector<Mark>& marks) {
  for (const Mark& mark : marks) check(document, mark.span);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  undex::Document document = undex::read_structure(converted(bytes), "fuzz.txt");
  std::vector<undex::RefusedMark> refused;
  undex::understand(document, &refused);
  const undex::Marks& marks = document.marks;
  check_all(document, marks.references);
  check_all(document, marks.figures);
  check_all(document, marks.names);
  check_all(document, marks.statuses);
  check_all(document, marks.dates);
  check_all(document, marks.quotes);
  check_all(document, marks.definitions);
  check_all(document, refused);
  for (const undex::QuoteMark& quote : marks.quotes)
    require(quote.reference >= -1 && quote.reference < static_cast<int>(marks.references.size()));
  require(undex::dump_marks(document).empty() ==
          (marks.references.empty() && marks.figures.empty() && marks.names.empty() &&
           marks.statuses.empty() && marks.dates.empty() && marks.quotes.empty() &&
           marks.definitions.empty()));
  return 0;
}
