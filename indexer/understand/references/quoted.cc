// Whose words a quotation is.
#include <algorithm>

#include "corpus/ascii.h"
#include "indexer/understand/references/leaning.h"

namespace undex {
namespace {

constexpr std::size_t kSentence = 600;  // bytes looked at before a quotation

bool names_document(const Reference& reference) {
  return !reference.cited.parts.empty() &&
         (reference.kind == ReferenceKind::explicit_ ||
          reference.kind == ReferenceKind::anaphoric || reference.kind == ReferenceKind::implicit);
}

/// The only document that references of the block name between two bytes: the last of them, so
/// that its pinpoint counts; -1 for none or several.
int only_between(const FoundReferences& found, const std::vector<Reference>& all, std::size_t block,
                 std::size_t begin, std::size_t end) {
  int only = -1;
  for (const std::size_t i : found.of_block(block)) {
    const Reference& reference = all[i];
    if (!names_document(reference) || reference.span.begin < begin || reference.span.end > end)
      continue;
    if (only >= 0 && !all[static_cast<std::size_t>(only)].cited.names(reference.cited)) return -1;
    only = static_cast<int>(i);
  }
  return only;
}

/// Where the sentence begins that the byte stands in.
std::size_t sentence_start(std::string_view text, std::size_t at) {
  const std::size_t from = at > kSentence ? at - kSentence : 0;
  for (std::size_t i = at; i > from + 2; --i) {
    const bool stop = text[i - 3] == '.' && text[i - 2] == ' ' && is_upper(text[i - 1]);
    // "para. II", "No. A" end no sentence: a word of three letters or less is an abbreviation.
    const bool word =
        i > 6 && is_lower(text[i - 4]) && is_lower(text[i - 6]) && (i < 8 || is_lower(text[i - 7]));
    if (stop && word) return i - 1;
  }
  return from;
}

/// '" (A/55/75, para. 24)', '."[5]': what stands right behind the words.
int behind(const Document& document, const FoundReferences& found,
           const std::vector<Reference>& all, std::size_t block, std::size_t end) {
  const Block& bearer = document.blocks[block];
  constexpr std::size_t kBetween = 14;
  for (const std::size_t i : found.of_block(block)) {
    const std::size_t begin = all[i].span.begin;
    if (!names_document(all[i]) || begin < end || begin > end + kBetween) continue;
    const std::string_view between = std::string_view(bearer.text).substr(end, begin - end);
    const std::size_t bracket = between.find('(');
    if (bracket == std::string_view::npos) continue;
    const std::string_view inner = between.substr(bracket + 1);
    const bool plain = between.substr(0, bracket).find_first_of("abcdefghijklmnopqrstuvwxyz") ==
                       std::string_view::npos;
    if (plain && (inner.empty() || inner == "see ")) return static_cast<int>(i);
  }
  constexpr std::size_t kMarker = 5;  // the closing mark and a stop
  for (const NoteReference& marker : bearer.notes) {
    if (marker.offset < end || marker.offset > end + kMarker) continue;
    const int note = found.note_of(block, marker);
    if (note < 0) continue;
    const auto index = static_cast<std::size_t>(note);
    return only_between(found, all, index, 0, document.blocks[index].text.size());
  }
  return -1;
}

/// The block read before this one: no note, no furniture.
int block_before(const Document& document, std::size_t block) {
  while (block-- > 0) {
    const BlockKind kind = document.blocks[block].kind;
    if (kind != BlockKind::furniture && kind != BlockKind::footnote) return static_cast<int>(block);
  }
  return -1;
}

int of_block_quotation(const Document& document, const FoundReferences& found,
                       const std::vector<Reference>& all, std::size_t block) {
  const std::string& text = document.blocks[block].text;
  // A note in brackets or a marker may close it.
  const std::size_t close = text.rfind('(');
  if (close != std::string::npos && close > 0 && text.ends_with(")")) {
    const int last = only_between(found, all, block, close, text.size());
    if (last >= 0) return last;
  }
  const int marked = behind(document, found, all, block, text.size() > 2 ? text.size() - 2 : 0);
  if (marked >= 0) return marked;
  const int before = block_before(document, block);
  if (before < 0) return -1;
  const auto index = static_cast<std::size_t>(before);
  const std::string& lead = document.blocks[index].text;
  if (document.blocks[index].kind == BlockKind::quotation) {
    for (const std::size_t i : found.of_block(index))
      if (all[i].kind == ReferenceKind::quotation) return static_cast<int>(i);
    return -1;
  }
  if (!lead.ends_with(":")) return -1;
  return only_between(found, all, index, sentence_start(lead, lead.size()), lead.size());
}

}  // namespace

int quoted_by(const Document& document, const FoundReferences& found, const MarkSpan& quote) {
  const auto block = static_cast<std::size_t>(quote.block);
  const std::vector<Reference>& all = found.all();
  if (document.blocks[block].kind == BlockKind::quotation)
    return of_block_quotation(document, found, all, block);
  const int after = behind(document, found, all, block, quote.end);
  if (after >= 0) return after;
  const std::string_view text = document.blocks[block].text;
  return only_between(found, all, block, sentence_start(text, quote.begin), quote.begin);
}

}  // namespace undex
