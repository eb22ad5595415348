// libFuzzer: any bytes as a text in which names are looked for that no table has.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/text.h"
#include "indexer/understand/proposals/name_candidates.h"
#include "indexer/understand/proposals/renamings.h"
#include "indexer/understand/proposals/subjects.h"

namespace {

// A fault of ours must stop the run in every build, so no assert here.
void require(bool condition) {
  if (!condition) std::abort();
}

const undex::Thesaurus& vocabulary() {
  static const undex::Thesaurus kVocabulary = undex::read_thesaurus(
      "a\tprefLabel\ten\tLAMPS\nb\tprefLabel\ten\tGAS LAMPS\nb\taltLabel\ten\tGAS,A AND B\n",
      "vocabulary");
  return kVocabulary;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text =
      undex::repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  for (const undex::NameCandidate& one : undex::name_candidates(text)) {
    require(one.begin < one.end && one.end <= text.size());
    require(undex::is_valid_utf8(std::string_view(text).substr(one.begin, one.end - one.begin)));
  }
  for (const undex::Renaming& one : undex::find_renamings(text)) {
    require(one.begin < one.end && one.end <= text.size());
    require(undex::is_valid_utf8(one.from) && undex::is_valid_utf8(one.to));
  }
  static const undex::Labels kLabels(vocabulary(), "en");
  for (const undex::LabelMatch& one : kLabels.find(text))
    require(one.begin < one.end && one.end <= text.size());
  return 0;
}
