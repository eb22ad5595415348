#pragma once
// What w:pPr, w:rPr and w:sectPr say, as far as undex asks.
#include <optional>
#include <string>
#include <vector>

#include "indexer/convert/docx/xml.h"

namespace undex {

/// Nothing means: not said here, ask the style.
struct RunProperties {
  std::string style;
  std::string font;
  std::optional<bool> bold, italic, hidden, raised, right_to_left;
  std::optional<float> size;  ///< points
  std::string language, asian_language, bidi_language;
};

/// Tracked changes that the look of a paragraph, a row, a cell or a run says.
struct TrackedChanges {
  bool inserted = false;
  bool deleted = false;
  bool moved_away = false;
  bool looked_otherwise = false;  ///< only its look was changed
};

struct ParagraphProperties {
  std::string style;
  std::optional<int> list;        ///< w:numId; 0 takes the style's number away
  std::optional<int> list_level;  ///< w:ilvl
  std::optional<int> outline;     ///< 0 to 8 a heading, 9 body text
  std::optional<bool> centred, page_break_before;
  std::optional<float> left, first;  ///< points; first is relative to left
  bool framed = false;
  TrackedChanges mark;  ///< deleted or moved: it goes on in the next paragraph
  bool mark_hidden = false;
};

struct SectionPart {
  bool header = true;
  std::string type;  ///< "first", "default", "even"
  std::string relationship;
};

struct Section {
  std::vector<SectionPart> parts;
  bool title_page = false;  ///< its first page has a header of its own
};

TrackedChanges read_changes(XmlNode node);
RunProperties read_run_properties(XmlNode node);
ParagraphProperties read_paragraph_properties(XmlNode node);
Section read_section(XmlNode node);

/// Fills what `own` does not say from `base`.
void inherit(RunProperties& own, const RunProperties& base);
void inherit(ParagraphProperties& own, const ParagraphProperties& base);

/// What a switch such as <w:b w:val="0"/> says.
bool is_on(XmlNode node);

}  // namespace undex
