#pragma once
// The innermost part of document XML: running text with its markers, and tables.
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/xml/builder.h"
#include "corpus/xml/inline.h"

namespace undex {

/// The text of the block with its note markers, points and elements where they stand. An offset
/// outside the text or inside a character means the nearest place before it. note_id gives the id
/// of the note a marker leads to, or ""; point_id a new id for a point.
void write_running_text(XmlBuilder& xml, const Block& block,
                        std::span<const InlineElement> elements,
                        const std::function<std::string(const std::string&)>& note_id,
                        const std::function<std::string(const Locator&)>& point_id);

/// A text that has no markers.
void write_words(XmlBuilder& xml, std::string_view text, std::span<const InlineElement> elements);

/// `elements` gives those of a cell by row and column.
void write_table(
    XmlBuilder& xml, const Table& table, std::size_t index,
    const std::function<const std::vector<InlineElement>&(int row, int column)>& elements);

}  // namespace undex
