// "Ibid.": the work named in the note just before.
#include <algorithm>
#include <array>
#include <iterator>

#include "corpus/citation/pinpoint.h"
#include "indexer/understand/references/leaning.h"
#include "indexer/understand/references/phrase_text.h"

namespace undex {
namespace {

// "Ibid., Supplement No. 12", "Ibid., vol. 75": another volume of the series, so another document.
constexpr std::array<std::string_view, 9> kOtherVolume{
    "supplement", "vol", "volume", "session", "no", "nos", "year", "resumed", "meeting"};

/// The word "Ibid" that begins the note, "see" before it or not; size() if there is none.
std::size_t ibid_word(const PhraseText& text) {
  if (text.word(0) == "ibid") return 0;
  return text.word(0) == "see" && text.word(1) == "ibid" ? 1 : text.size();
}

bool names_other_volume(const PhraseText& text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_one_of(text.word(i), kOtherVolume)) return true;
  return false;
}

/// What a note cites: the references of one document; several, or none.
struct NoteSource {
  const Reference* only = nullptr;
  bool several = false;
};
NoteSource source_of(const std::vector<Reference>& references,
                     const std::vector<std::size_t>& note) {
  NoteSource source;
  for (const std::size_t i : note) {
    const Reference& reference = references[i];
    if (reference.cited.parts.empty() || reference.kind == ReferenceKind::internal) continue;
    if (source.only != nullptr && !source.only->cited.names(reference.cited)) source.several = true;
    if (source.only == nullptr) source.only = &reference;
  }
  return source;
}

/// Notes 4 and 5, a and b: the note before may have been lost by a converter.
bool follows(std::string_view before, std::string_view label) {
  const int a = number_of(before);
  const int b = number_of(label);
  if (a > 0 || b > 0) return b == a + 1;
  return before.size() == 1 && label.size() == 1 && label[0] == before[0] + 1;
}

Reference ibid_of(const PhraseText& text, std::size_t word, int block, const NoteSource& source) {
  Reference reference;
  reference.span = {.block = block, .begin = text.begin(word), .end = text.end(word)};
  reference.kind = ReferenceKind::anaphoric;
  reference.rule = "ibid";
  if (source.several) return reference;
  reference.cited = source.only->cited;
  const auto pinpoints = find_pinpoints(text.plain());
  if (pinpoints.empty()) reference.pinpoints = source.only->pinpoints;
  for (const Pinpoint& pinpoint : pinpoints)
    std::ranges::move(locators_of(text.plain(), pinpoint), std::back_inserter(reference.pinpoints));
  return reference;
}

}  // namespace

void resolve_ibid(const Document& document, FoundReferences& found, RefusedMarks* refused) {
  int before = -1;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::footnote) continue;
    const int previous = before;
    before = static_cast<int>(i);
    const PhraseText text(block.text.substr(0, 200));
    const std::size_t word = ibid_word(text);
    if (word == text.size() || previous < 0) continue;
    const Block& last = document.blocks[static_cast<std::size_t>(previous)];
    if (last.locator.part != block.locator.part || !found.of_block(i).empty()) continue;
    if (!follows(last.label, block.label)) continue;
    const NoteSource source =
        source_of(found.all(), found.of_block(static_cast<std::size_t>(previous)));
    if (source.only != nullptr && !names_other_volume(text)) {
      found.add(ibid_of(text, word, before, source));
    } else if (refused != nullptr) {
      refused->push_back({{.block = before, .begin = text.begin(word), .end = text.end(word)},
                          "ibid",
                          source.only == nullptr ? "the note before cites no document by its symbol"
                                                 : "names another volume"});
    }
  }
}

}  // namespace undex
