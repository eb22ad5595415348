#pragma once
// The innermost part of document XML: running text with its markers, and tables.
#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "corpus/citation.h"
#include "corpus/document.h"
#include "corpus/xml/builder.h"

namespace undex {

/// The text of the block with its note markers, points and citations where they stand. An offset
/// outside the text or inside a character means the nearest place before it. note_id gives the id
/// of the note a marker leads to, or ""; point_id a new id for a point.
void write_running_text(XmlBuilder& xml, const Block& block, std::span<const Citation> citations,
                        const std::function<std::string(const std::string&)>& note_id,
                        const std::function<std::string(const Locator&)>& point_id);

void write_table(XmlBuilder& xml, const Table& table, std::size_t index);

}  // namespace undex
