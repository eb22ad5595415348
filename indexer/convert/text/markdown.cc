#include "indexer/convert/text/markdown.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/text/encoding.h"
#include "indexer/convert/text/inline.h"
#include "indexer/convert/text/lines.h"
#include "undex/error.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

std::string_view without_blanks_before(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

/// Number of # of a heading, 0 when the line is none.
std::size_t heading_marks(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = end > 0 && end <= 6 && end + 1 < line.size() && line[end] == ' ';
  return heading ? end : 0;
}

bool is_rule(std::string_view line) {
  if (line.starts_with("```")) return true;
  const char mark = line.empty() ? '\0' : line[0];
  if (mark != '-' && mark != '*' && mark != '_' && mark != '=') return false;
  return line.find_first_not_of(std::string{mark, ' '}) == std::string_view::npos &&
         std::count(line.begin(), line.end(), mark) >= (mark == '*' ? 4 : 3);
}

bool is_row(std::string_view line) {
  return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

bool is_separator(std::string_view line) {
  return is_row(line) && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// "1.", "(a)", "iv)": a list label, before which a dash is the converter's.
bool begins_with_label(std::string_view text) {
  std::size_t at = text.starts_with('(') ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < 5 &&
         ((text[at] >= '0' && text[at] <= '9') || (text[at] >= 'a' && text[at] <= 'z') ||
          (text[at] >= 'A' && text[at] <= 'Z')))
    ++at;
  return at > begin && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') &&
         (text[at + 1] == ' ' || text[at + 1] == '\t');
}

bool is_dashed(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("+ ") || line.starts_with("-\t");
}

int signs_of(std::string_view line) {
  line = without_blanks_before(line);
  if (is_separator(line)) return 2;
  if (heading_marks(line) > 0) return 1;
  if (is_dashed(line) && begins_with_label(without_blanks_before(line.substr(2)))) return 1;
  return inline_signs(line);
}

void take(ConvertedBlock& block, InlineText&& read) {
  block.text = std::move(read.text);
  block.notes = std::move(read.notes);
  block.bold = read.bold;
  block.italic_start = read.italic_start;
  if (read.leading_marker.empty()) return;
  block.role = Role::footnote;
  block.label = std::move(read.leading_marker);
  const std::size_t blanks = block.text.size() - without_blanks_before(block.text).size();
  block.text.erase(0, blanks);
  for (NoteReference& note : block.notes) note.offset -= std::min(note.offset, blanks);
}

class Converter {
 public:
  std::vector<ConvertedBlock> convert(std::string_view text) {
    for (const TextLine& line : split_lines(text)) add(line);
    return std::move(blocks_);
  }

 private:
  void add(const TextLine& line) {
    ConvertedBlock block = block_of(line);
    block.blank_lines_before += std::exchange(skipped_, 0);
    const std::string whole = std::move(block.text);
    std::string_view text = without_blanks_before(whole);
    while (text.starts_with("> ")) text = without_blanks_before(text.substr(2));
    if (is_row(text)) return add_row(block, text);
    if (is_rule(text)) {
      skipped_ = block.blank_lines_before + 1;
      return;
    }
    if (const std::size_t marks = heading_marks(text)) {
      text = without_blanks_before(text.substr(marks));
      while (text.ends_with('#') || text.ends_with(' ')) text.remove_suffix(1);
      block.role = Role::heading;
      block.level = static_cast<int>(marks) - 1;
      block.complete = true;
    } else if (is_dashed(text)) {
      text = without_blanks_before(text.substr(2));
      if (!begins_with_label(text)) block.label = "-";
      block.level = static_cast<int>(block.left / 2);
    }
    take(block, read_inline(text));
    if (without_blanks_before(block.text).empty()) return;
    blocks_.push_back(std::move(block));
  }

  void add_row(ConvertedBlock& block, std::string_view text) {
    // Some converters leave a blank line after every row.
    const bool follows =
        !blocks_.empty() && blocks_.back().role == Role::table_row && block.blank_lines_before <= 1;
    if (is_separator(text)) {
      if (!follows) return;
      // A second line of dashes heads another table.
      if (std::exchange(headed_table_, tables_ - 1) == tables_ - 1)
        headed_table_ = blocks_.back().table = tables_++;
      blocks_.back().header_row = true;
      return;
    }
    block.role = Role::table_row;
    block.complete = true;
    block.table = follows ? tables_ - 1 : tables_++;
    text.remove_prefix(1);
    while (!text.empty()) {
      std::size_t end = 0;
      while (end < text.size() && text[end] != '|') end += text[end] == '\\' ? 2 : 1;
      end = std::min(end, text.size());
      InlineText cell = read_inline(collapse_spaces(text.substr(0, end)));
      if (!block.cells.empty()) block.text += '\t';
      for (NoteReference& note : cell.notes) {
        note.offset += block.text.size();
        block.notes.push_back(std::move(note));
      }
      block.text += cell.text;
      block.cells.push_back(std::move(cell.text));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    blocks_.push_back(std::move(block));
  }

  std::vector<ConvertedBlock> blocks_;
  int tables_ = 0;
  int skipped_ = 0;
  int headed_table_ = -1;
};

}  // namespace

bool recognises_markdown(std::string_view bytes) {
  const std::optional<DecodedText> head = decode_head(bytes);
  if (!head) return false;
  int signs = 0;
  for (const TextLine& line : split_lines(head->text)) {
    signs += signs_of(line.text);
    if (signs >= 2) return true;
  }
  return false;
}

ConvertedText convert_markdown(std::string_view bytes, std::string_view) {
  std::optional<DecodedText> decoded = decode_text(bytes);
  if (!decoded)
    throw Error(ErrorKind::check, "not a format undex reads", "save it as plain text in UTF-8");
  ConvertedText converted;
  converted.notices = std::move(decoded->notices);
  converted.blocks = Converter().convert(decoded->text);
  return converted;
}

}  // namespace undex
