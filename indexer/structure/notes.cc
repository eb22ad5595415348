#include "indexer/structure/notes.h"

#include <algorithm>
#include <set>

#include "indexer/structure/lexical.h"

namespace undex::structure {
namespace {

/// A run of asterisks after a word, with what wraps it: "**", "^{**}".
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string marker;
};

Mark mark_at(std::string_view text, std::size_t at) {
  const bool raised = text.substr(at).starts_with("^{");
  const std::size_t begin = raised ? at + 2 : at;
  std::size_t end = begin;
  while (end < text.size() && text[end] == '*' && end - begin < 4) ++end;
  if (end == begin) return {};
  Mark mark{at, end, std::string(text.substr(begin, end - begin))};
  if (raised && (end >= text.size() || text[end] != '}')) return {};
  if (raised) ++mark.end;
  return mark;
}

bool stands_at_word_end(std::string_view text, const Mark& mark) {
  if (mark.begin == 0 || space_at(text, mark.begin - 1) > 0) return false;
  const char before = text[mark.begin - 1];
  if (before == '*' || before == '/' || before == '(') return false;
  if (mark.end >= text.size() || space_at(text, mark.end) > 0) return true;
  const char after = text[mark.end];
  return after == '.' || after == ',' || after == ';' || after == ':' || after == ')';
}

void take_marks(std::string& text, std::vector<NoteReference>& notes,
                const std::set<std::string>* known) {
  if (text.find('*') == std::string::npos) return;
  std::string result;
  std::vector<NoteReference> found;
  std::size_t next_note = 0;
  for (std::size_t at = 0; at < text.size();) {
    for (; next_note < notes.size() && notes[next_note].offset <= at; ++next_note)
      notes[next_note].offset -= std::min(notes[next_note].offset, at - result.size());
    const bool candidate = text[at] == '*' || text[at] == '^';
    const Mark mark = candidate ? mark_at(text, at) : Mark{};
    if (!mark.marker.empty() && stands_at_word_end(text, mark) &&
        (!known || known->contains(mark.marker))) {
      found.push_back({result.size(), mark.marker});
      at = mark.end;
    } else {
      result += text[at++];
    }
  }
  for (; next_note < notes.size(); ++next_note)
    notes[next_note].offset = std::min(notes[next_note].offset, result.size());
  notes.insert(notes.end(), found.begin(), found.end());
  text = std::move(result);
}

}  // namespace

void notes_from_marks(std::string& text, std::vector<NoteReference>& notes) {
  take_marks(text, notes, nullptr);
}

void attach_notes(Document& document) {
  std::set<std::string> known;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::footnote) known.insert(block.label);
  }
  for (Block& block : document.blocks) {
    if (block.kind == BlockKind::footnote || block.kind == BlockKind::furniture) continue;
    if (!block.points.empty()) continue;  // offsets of points would move
    take_marks(block.text, block.notes, &known);
  }
}

}  // namespace undex::structure
