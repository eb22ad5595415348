#include "corpus/document.h"

#include <algorithm>
#include <array>

namespace undex {
namespace {

constexpr std::array<std::string_view, 12> kBlockKinds = {
    "heading",      "paragraph", "subparagraph", "preambular", "unnumbered",  "quotation",
    "continuation", "formula",   "table",        "footnote",   "annex_title", "furniture"};

/// One line, whatever the text holds: line breaks and tabs shown.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out;
}

std::string dump_block(const Block& block) {
  std::string line(name_of(block.kind));
  if (block.level > 0) line += " level " + std::to_string(block.level);
  line += " <" + block.locator.text() + ">";
  if (block.section >= 0) line += " under " + std::to_string(block.section);
  if (!block.label.empty()) line += " " + one_line(block.label);
  line += " | " + one_line(block.text);
  for (const NoteReference& note : block.notes)
    line += " {note " + note.marker + " at " + std::to_string(note.offset) + "}";
  for (const InlinePoint& point : block.points)
    line += " {point <" + point.locator.text() + "> " + std::to_string(point.begin) + ".." +
            std::to_string(point.end) + "}";
  return line + "\n";
}

std::string dump_table(const Table& table) {
  std::string out = "table " + one_line(table.label) + " | " + one_line(table.title);
  if (table.rebuilt) out += " {rebuilt}";
  if (!table.check.empty()) out += " {" + table.check + "}";
  out += "\n";
  for (const std::vector<std::string>& row : table.rows) {
    out += "  row";
    for (const std::string& cell : row) out += " | " + one_line(cell);
    out += "\n";
  }
  return out;
}

/// A reference is a number, a stroke and free words ("ODA/2023-00042/ICT-Mapping Exercise"): the
/// number names the paper. One without a number is taken whole.
std::string number_of_reference(const std::string& reference) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t last_digit = reference.find_last_of(kDigits);
  if (last_digit == std::string::npos) return reference;
  return reference.substr(0, reference.find('/', last_digit));
}

}  // namespace

std::string_view name_of(BlockKind kind) { return kBlockKinds[static_cast<std::size_t>(kind)]; }

std::optional<BlockKind> block_kind(std::string_view name) {
  const auto found = std::find(kBlockKinds.begin(), kBlockKinds.end(), name);
  if (found == kBlockKinds.end()) return std::nullopt;
  return static_cast<BlockKind>(found - kBlockKinds.begin());
}

std::string Document::name() const {
  const std::string submission = masthead.normal(MastheadItem::submission_number);
  if (!submission.empty()) return submission;
  if (!symbol.parts.empty()) return symbol.text();
  const std::string reference = masthead.normal(MastheadItem::reference);
  if (!reference.empty()) return number_of_reference(reference);
  const std::size_t slash = provenance.source.rfind('/');
  return slash == std::string::npos ? provenance.source : provenance.source.substr(slash + 1);
}

std::string Document::language() const {
  const std::string language = masthead.normal(MastheadItem::language);
  return language.empty() ? "und" : language;
}

std::string text_at(const Document& document, const Locator& locator) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || !locator.contains(block.locator)) continue;
    if (!out.empty()) out += '\n';
    if (!block.label.empty()) out += block.label + " ";
    out += block.text;
    if (block.table < 0) continue;
    for (const std::vector<std::string>& row :
         document.tables.at(static_cast<std::size_t>(block.table)).rows) {
      for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "\n" : "\t") + row[i];
    }
  }
  return out;
}

std::string dump(const Document& document) {
  std::string out = "document " + document.name() + "\n";
  for (const MastheadEntry& entry : document.masthead.entries) {
    out += "masthead " + std::string(name_of(entry.item)) + " = " + one_line(entry.value.normal);
    if (entry.value.printed != entry.value.normal)
      out += " | printed " + one_line(entry.value.printed);
    if (!entry.value.flag.empty()) out += " | flag " + one_line(entry.value.flag);
    out += "\n";
  }
  for (const Block& block : document.blocks) {
    out += dump_block(block);
    if (block.table >= 0)
      out += dump_table(document.tables.at(static_cast<std::size_t>(block.table)));
  }
  for (const Notice& notice : document.notices)
    out += std::string(notice.level == Notice::Level::warning ? "warning " : "info ") +
           notice.code + " <" + notice.locator.text() + "> " + one_line(notice.text) + "\n";
  return out;
}

}  // namespace undex
