#include "corpus/xml/content.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/xml/meta.h"

namespace undex {
namespace {

/// What stands at a place of the running text: a note's marker, an end of a point or of a citation.
struct Mark {
  enum class What { citation_end, point_begin, point_end, note, citation_begin };
  std::size_t offset = 0;
  What what = What::note;
  std::size_t index = 0;
};

std::size_t place_in(const std::string& text, std::size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() &&
         (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80)
    --offset;
  return offset;
}

/// Where the United Nations shows the document. Decisions have no symbol that could be asked for.
std::string address_of(const Symbol& symbol) {
  if (describe_symbol(symbol.parts.front()).kind == "decision") return {};
  std::string address = "https://undocs.org/";
  for (const char c : symbol.parts.front()) {
    if (c == '[')
      address += "%5B";
    else
      address += c == ']' ? "%5D" : std::string(1, c);
  }
  return address;
}

std::vector<Mark> marks_of(const Block& block, std::span<const Citation> citations) {
  std::vector<Mark> marks;
  std::size_t free = 0;  // the members of "SR.2-6" share their place: one link is enough
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (citations[i].begin < free || address_of(citations[i].cited).empty()) continue;
    free = citations[i].end;
    marks.push_back({citations[i].begin, Mark::What::citation_begin, i});
    marks.push_back({citations[i].end, Mark::What::citation_end, i});
  }
  for (std::size_t i = 0; i < block.points.size(); ++i) {
    marks.push_back({place_in(block.text, block.points[i].begin), Mark::What::point_begin, i});
    marks.push_back({place_in(block.text, block.points[i].end), Mark::What::point_end, i});
  }
  for (std::size_t i = 0; i < block.notes.size(); ++i)
    marks.push_back({place_in(block.text, block.notes[i].offset), Mark::What::note, i});
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    const auto turn = [](const Mark& mark) {
      return mark.what == Mark::What::citation_end     ? 0
             : mark.what == Mark::What::citation_begin ? 2
                                                       : 1;
    };
    return std::pair(a.offset, turn(a)) < std::pair(b.offset, turn(b));
  });
  return marks;
}

void write_row(XmlBuilder& xml, const std::vector<std::string>& cells, bool header) {
  xml.open("tr");
  if (cells.empty()) {
    xml.attribute("u:cells", 0);
    xml.open("td");
    xml.close();
  }
  for (const std::string& cell : cells) {
    xml.open(header ? "th" : "td");
    if (!cell.empty()) {
      xml.open("p");
      xml.lines(cell);
      xml.close();
    }
    xml.close();
  }
  xml.close();
}

void write_caption(XmlBuilder& xml, const Table& table) {
  if (table.label.empty() && table.title.empty()) return;
  xml.open("caption");
  for (const auto& [name, text] :
       {std::pair<std::string_view, std::string_view>{"label", table.label},
        {"title", table.title}}) {
    xml.open_inline("inline");
    xml.attribute("name", name);
    xml.lines(text);
    xml.close();
  }
  xml.close();
}

}  // namespace

void write_running_text(XmlBuilder& xml, const Block& block, std::span<const Citation> citations,
                        const std::function<std::string(const std::string&)>& note_id,
                        const std::function<std::string(const Locator&)>& point_id) {
  const bool in_order = std::is_sorted(
      block.notes.begin(), block.notes.end(),
      [](const NoteReference& a, const NoteReference& b) { return a.offset < b.offset; });
  const std::string_view text = block.text;
  std::size_t at = 0;
  for (const Mark& mark : marks_of(block, citations)) {
    xml.lines(text.substr(at, mark.offset - at));
    at = mark.offset;
    if (mark.what == Mark::What::citation_end) {
      xml.close();
      continue;
    }
    if (mark.what == Mark::What::citation_begin) {
      xml.open_inline("ref");
      xml.attribute("href", address_of(citations[mark.index].cited));
      continue;
    }
    const bool note = mark.what == Mark::What::note;
    xml.open_inline(note ? "noteRef" : "marker");
    if (note) {
      xml.attribute("href", "#" + note_id(block.notes[mark.index].marker));
      xml.attribute("marker", block.notes[mark.index].marker);
    } else if (mark.what == Mark::What::point_begin) {
      const Locator& locator = block.points[mark.index].locator;
      xml.attribute("name", "point");
      xml.attribute("eId", point_id(locator));
      write_locator(xml, locator, "u:");
    } else {
      xml.attribute("name", "pointEnd");
    }
    if (!note || !in_order) xml.attribute("u:index", static_cast<long long>(mark.index));
    xml.close();
  }
  xml.lines(text.substr(at));
}

void write_table(XmlBuilder& xml, const Table& table, std::size_t index) {
  xml.open("table");
  xml.attribute("u:index", static_cast<long long>(index));
  xml.attribute("u:rows", static_cast<long long>(table.rows.size()));
  if (table.header_rows != 0) xml.attribute("u:headerRows", table.header_rows);
  if (!table.check.empty()) xml.attribute("u:check", table.check);
  if (table.rebuilt) xml.attribute("u:rebuilt", "true");
  write_caption(xml, table);
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    write_row(xml, table.rows[row], static_cast<long long>(row) < table.header_rows);
  if (table.rows.empty()) write_row(xml, {}, false);
  xml.close();
}

}  // namespace undex
