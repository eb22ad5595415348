// Any bytes as a plain-text draft, checked against itself under every symbol it cites: findings
// stand at words of the draft.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/convert/text/text.h"
#include "indexer/structure/structure.h"
#include "indexer/understand/understand.h"
#include "searcher/check/check.h"
#include "undex/error.h"

namespace {

class Mirror : public undex::CheckHoldings {
 public:
  explicit Mirror(const undex::Document& document) : document_(document) {}
  const undex::Document* held(const undex::Symbol&) override { return &document_; }
  bool is_held(const undex::Symbol& symbol) override { return symbol.text().size() % 2 == 0; }
  std::size_t citing(const undex::Symbol& symbol) override { return symbol.text().size() % 3; }
  const std::vector<undex::PrintedDate>& dates(const undex::Symbol&) override { return dates_; }

 private:
  const undex::Document& document_;
  std::vector<undex::PrintedDate> dates_{{{2001, 2, 3}, {"A/1", "A/2", "A/3", "A/4"}}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  undex::ConvertedText text;
  try {
    text = undex::convert_text({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  } catch (const undex::Error&) {
    return 0;
  }
  undex::Document draft = undex::read_structure(text, "fuzz.txt");
  undex::understand(draft);
  Mirror mirror(draft);
  const undex::CheckResult result = undex::check_draft(draft, mirror, {2004, 5, 6});
  if (result.right + result.unsure > result.checked) std::abort();
  for (const undex::CheckFinding& finding : result.findings) {
    if (finding.span.begin > finding.span.end) std::abort();
    if (finding.span.end > undex::text_of(draft, finding.span).size()) std::abort();
  }
  return 0;
}
