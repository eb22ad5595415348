#include "indexer/structure/piece.h"

#include <algorithm>

#include "indexer/structure/lexical.h"

namespace undex::structure {

std::vector<Piece> make_pieces(const ConvertedText& text) {
  std::vector<Piece> pieces;
  pieces.reserve(text.blocks.size());
  int blank_lines = 0;
  for (const ConvertedBlock& block : text.blocks) {
    Piece piece{block};
    const std::size_t begin = skip_spaces(piece.text, 0);
    piece.indent = static_cast<int>(std::min<std::size_t>(begin, 1000));
    cut_front(piece, begin);
    piece.text.resize(trimmed(piece.text).size());
    if (piece.text.empty() && piece.cells.empty()) {
      blank_lines += piece.blank_lines_before + 1;
      continue;
    }
    piece.blank_lines_before += blank_lines;
    blank_lines = 0;
    for (NoteReference& note : piece.notes) note.offset = std::min(note.offset, piece.text.size());
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void cut_front(Piece& piece, std::size_t count) {
  piece.text.erase(0, count);
  for (NoteReference& note : piece.notes) note.offset -= std::min(note.offset, count);
}

void append(Piece& piece, Piece& next, std::string_view glue) {
  piece.text += glue;
  const std::size_t base = piece.text.size();
  piece.text += next.text;
  for (NoteReference note : next.notes) {
    note.offset += base;
    piece.notes.push_back(std::move(note));
  }
  next.use = Piece::Use::merged;
}

void collapse(std::string& text, std::vector<NoteReference>& notes) {
  std::stable_sort(notes.begin(), notes.end(), [](const NoteReference& a, const NoteReference& b) {
    return a.offset < b.offset;
  });
  std::string result;
  result.reserve(text.size());
  std::size_t note = 0;
  for (std::size_t at = 0; at < text.size();) {
    for (; note < notes.size() && notes[note].offset <= at; ++note)
      notes[note].offset = result.size();
    if (const std::size_t space = space_at(text, at)) {
      if (!result.empty() && result.back() != ' ') result += ' ';
      at += space;
    } else {
      result += text[at++];
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  for (NoteReference& reference : notes) {
    if (static_cast<std::size_t>(&reference - notes.data()) >= note)
      reference.offset = result.size();
    reference.offset = std::min(reference.offset, result.size());
  }
  text = std::move(result);
}

std::string collapsed(std::string_view text) {
  std::string result(text);
  std::vector<NoteReference> none;
  collapse(result, none);
  return result;
}

}  // namespace undex::structure
