#include "corpus/xml/content.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/xml/meta.h"

namespace undex {
namespace {

/// What stands at a place of the running text: a note's marker, an end of a point or an element.
struct Mark {
  enum class What { element_end, point_begin, point_end, note, element_begin };
  std::size_t offset = 0;
  What what = What::note;
  std::size_t index = 0;
};

std::size_t place_in(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && offset < text.size() &&
         (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80)
    --offset;
  return offset;
}

/// In the order of writing; elements that begin together keep theirs.
void sort_marks(std::vector<Mark>& marks) {
  const auto turn = [](const Mark& mark) {
    return mark.what == Mark::What::element_end     ? 0
           : mark.what == Mark::What::element_begin ? 2
                                                    : 1;
  };
  std::stable_sort(marks.begin(), marks.end(), [&](const Mark& a, const Mark& b) {
    return std::pair(a.offset, turn(a)) < std::pair(b.offset, turn(b));
  });
}

std::vector<Mark> marks_of(std::span<const InlineElement> elements) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    marks.push_back({elements[i].begin, Mark::What::element_begin, i});
    marks.push_back({elements[i].end, Mark::What::element_end, i});
  }
  return marks;
}

std::vector<Mark> marks_of(const Block& block, std::span<const InlineElement> elements) {
  std::vector<Mark> marks = marks_of(elements);
  for (std::size_t i = 0; i < block.points.size(); ++i) {
    marks.push_back({place_in(block.text, block.points[i].begin), Mark::What::point_begin, i});
    marks.push_back({place_in(block.text, block.points[i].end), Mark::What::point_end, i});
  }
  for (std::size_t i = 0; i < block.notes.size(); ++i)
    marks.push_back({place_in(block.text, block.notes[i].offset), Mark::What::note, i});
  return marks;
}

/// The text, with `marker` called for what is no element.
void write_marked(XmlBuilder& xml, std::string_view text, std::vector<Mark> marks,
                  std::span<const InlineElement> elements,
                  const std::function<void(const Mark&)>& marker) {
  sort_marks(marks);
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    xml.lines(text.substr(at, mark.offset - at));
    at = mark.offset;
    if (mark.what == Mark::What::element_end) {
      xml.close();
    } else if (mark.what == Mark::What::element_begin) {
      xml.open_inline(elements[mark.index].name);
      for (const auto& [name, value] : elements[mark.index].attributes) xml.attribute(name, value);
    } else {
      marker(mark);
    }
  }
  xml.lines(text.substr(at));
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

void write_no_cells(XmlBuilder& xml) {
  xml.attribute("u:cells", 0);
  xml.open("td");
  xml.close();
}

void write_cell(XmlBuilder& xml, const std::string& cell, std::span<const InlineElement> elements) {
  if (cell.empty()) return;
  xml.open("p");
  write_words(xml, cell, elements);
  xml.close();
}

}  // namespace

void write_running_text(XmlBuilder& xml, const Block& block,
                        std::span<const InlineElement> elements,
                        const std::function<std::string(const std::string&)>& note_id,
                        const std::function<std::string(const Locator&)>& point_id) {
  const bool in_order = std::is_sorted(
      block.notes.begin(), block.notes.end(),
      [](const NoteReference& a, const NoteReference& b) { return a.offset < b.offset; });
  const auto write_marker = [&](const Mark& mark) {
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
  };
  write_marked(xml, block.text, marks_of(block, elements), elements, write_marker);
}

void write_words(XmlBuilder& xml, std::string_view text, std::span<const InlineElement> elements) {
  write_marked(xml, text, marks_of(elements), elements, [](const Mark&) {});
}

void write_table(
    XmlBuilder& xml, const Table& table, std::size_t index,
    const std::function<const std::vector<InlineElement>&(int row, int column)>& elements) {
  xml.open("table");
  xml.attribute("u:index", static_cast<long long>(index));
  xml.attribute("u:rows", static_cast<long long>(table.rows.size()));
  if (table.header_rows != 0) xml.attribute("u:headerRows", table.header_rows);
  if (!table.check.empty()) xml.attribute("u:check", table.check);
  if (table.rebuilt) xml.attribute("u:rebuilt", "true");
  write_caption(xml, table);
  int number = 0;
  for (const std::vector<std::string>& row : table.rows) {
    xml.open("tr");
    if (row.empty()) write_no_cells(xml);
    int column = 0;
    for (const std::string& cell : row) {
      xml.open(number < table.header_rows ? "th" : "td");
      write_cell(xml, cell, elements(number, column++));
      xml.close();
    }
    xml.close();
    ++number;
  }
  if (table.rows.empty()) {
    xml.open("tr");
    write_no_cells(xml);
    xml.close();
  }
  xml.close();
}

}  // namespace undex
