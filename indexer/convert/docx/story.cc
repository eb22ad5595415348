#include "indexer/convert/docx/story.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/convert/docx/blocks.h"
#include "indexer/convert/docx/fields.h"
#include "indexer/convert/docx/number_format.h"
#include "indexer/convert/docx/symbols.h"
#include "indexer/convert/docx/xml.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;

bool begins_with_asian(std::string_view words) {
  // Ideographs, kana and hangul begin with these bytes in UTF-8.
  const auto first = static_cast<unsigned char>(words.empty() ? ' ' : words[0]);
  return first >= 0xE3 && first <= 0xED;
}

class StoryReader {
 public:
  StoryReader(std::string_view xml, std::string_view part, DocxContext& context, bool flat)
      : stream_(xml, part), context_(context), blocks_(context, flat) {}

  DocxStory read() {
    while (stream_.next()) {
      if (stream_.kind() == XmlStream::Kind::text) {
        if (in_text_) add_text(stream_.text());
        if (in_instruction_) fields_.add_instruction(stream_.text());
      } else if (const Element* element = element_here()) {
        if (stream_.kind() == XmlStream::Kind::end) {
          if (element->end) (this->*element->end)();
          continue;
        }
        const bool empty = stream_.is_empty();
        if (element->begin) (this->*element->begin)();
        if (empty && element->end) (this->*element->end)();
      }
    }
    story_.blocks = blocks_.take();
    story_.links = fields_.take_links();
    return std::move(story_);
  }

 private:
  struct Element {
    std::string_view name;
    void (StoryReader::*begin)();
    void (StoryReader::*end)();
  };
  static const std::array<Element, 43> kElements;

  const Element* element_here() const {
    const std::string_view name = stream_.name();
    if (stream_.is_math() && name != "t") return nullptr;
    const bool other =
        name == "AlternateContent" || name == "Choice" || name == "Fallback" || name == "relIds";
    if (!stream_.is_word() && !stream_.is_math() && !other) return nullptr;
    const auto* found = std::lower_bound(
        kElements.begin(), kElements.end(), name,
        [](const Element& element, std::string_view wanted) { return element.name < wanted; });
    return found != kElements.end() && found->name == name ? found : nullptr;
  }

  // Words

  void add_text(std::string_view words) {
    if (!blocks_.paragraph() || !fields_.shows_text() || words.empty()) return;
    const RunProperties& look = run_look();
    if (look.hidden.value_or(false)) {
      hidden_here_ = true;
      return;
    }
    std::string written;
    if (words.find('\xEF') != std::string_view::npos) {
      written = without_private_signs(look.font, words, story_.counts.unknown_symbols);
      words = written;
    }
    DocxParagraph& paragraph = *blocks_.paragraph();
    if (custom_mark_) {
      // The run of such a reference holds its own mark, which is no part of the text.
      custom_text_ += words;
      return;
    }
    if (paragraph.page == 0) paragraph.page = page_;
    if (paragraph.empty()) paragraph.page_break |= std::exchange(page_break_, false);
    paragraph.add(words, look);
    const std::string& language = look.right_to_left.value_or(false) ? look.bidi_language
                                  : begins_with_asian(words)         ? look.asian_language
                                                                     : look.language;
    if (!language.empty()) story_.languages[language] += words.size();
  }

  const RunProperties& run_look() {
    if (!look_known_) {
      const DocxStyle& style =
          context_.styles.paragraph_style(blocks_.paragraph()->properties.style);
      inherit(look_, context_.styles.run_style(look_.style));
      inherit(look_, style.run);
      look_known_ = true;
    }
    return look_;
  }

  void begin_run() {
    look_ = {};
    look_known_ = false;
  }
  void end_run() {
    if (custom_mark_) {
      const std::string mark = std::exchange(custom_text_, {});
      refer(*std::exchange(custom_mark_, nullptr), std::exchange(custom_id_, {}), mark);
    }
    if (std::exchange(hidden_here_, false)) ++story_.counts.hidden;
  }
  void read_look() {
    const XmlNode node = stream_.subtree();
    look_ = read_run_properties(node);
    story_.counts.looks += read_changes(node).looked_otherwise ? 1 : 0;
    look_known_ = false;
    stream_.skip();
  }
  void begin_text() { in_text_ = true; }
  void end_text() { in_text_ = false; }
  void add_tab() { add_text("\t"); }
  void add_hyphen() { add_text("-"); }
  void add_line_break() { add_text("\n"); }
  void add_break() {
    const std::string type = stream_.attribute("type");
    if (type == "page") {
      page_break_ = true;
    } else if (type != "column") {
      add_line_break();
    }
  }
  void add_symbol() {
    const std::string text = symbol_text(stream_.attribute("font"), stream_.attribute("char"));
    if (text.empty()) ++story_.counts.unknown_symbols;
    add_text(text);
  }
  void begin_page() {
    ++page_;
    story_.has_pages = true;
  }

  // Fields, changes, alternatives

  void mark_field() {
    fields_.mark(stream_.attribute("fldCharType"));
    number_by_field();
  }
  void begin_instruction() { in_instruction_ = true; }
  void end_instruction() { in_instruction_ = false; }
  void begin_simple_field() {
    fields_.mark("begin");
    fields_.add_instruction(stream_.attribute("instr"));
    fields_.mark("separate");
    number_by_field();
  }
  void end_simple_field() { fields_.mark("end"); }
  void number_by_field() {
    const std::string number = fields_.take_number();
    if (number.empty() || !blocks_.paragraph()) return;
    ++story_.counts.numbers;
    DocxParagraph& paragraph = *blocks_.paragraph();
    if (paragraph.empty() && paragraph.label.empty()) {
      paragraph.label = number;
    } else {
      add_text(number + " ");
    }
  }
  /// Boxes and lists of forms: what is chosen is no text, and no result of a field.
  void read_form_field() {
    const std::string chosen = form_field_text(stream_.subtree());
    stream_.skip();
    if (blocks_.paragraph() && !chosen.empty()) blocks_.paragraph()->add(chosen, run_look());
  }
  void skip() { stream_.skip(); }
  void skip_deleted() {
    ++story_.counts.deleted;
    stream_.skip();
  }
  void skip_moved() {
    ++story_.counts.moved;
    stream_.skip();
  }
  void count_look() {
    story_.counts.add(read_changes(stream_.subtree()));
    stream_.skip();
  }
  void count_inserted() { ++story_.counts.inserted; }
  void count_comment() { ++story_.counts.comments; }
  /// A whole document of its own in this place (w:altChunk).
  void add_chunk() {
    const auto found = context_.chunks.find(stream_.attribute("id"));
    if (found == context_.chunks.end()) {
      ++story_.counts.unread_chunks;
    } else {
      blocks_.add_chunk(std::move(found->second));
      context_.chunks.erase(found);
    }
  }
  /// A diagram: its words stand in a part of their own.
  void add_diagram() {
    blocks_.begin_box();
    blocks_.add_chunk(std::exchange(context_.chunks[stream_.attribute("dm")], {}));
    blocks_.end_box();
  }
  void begin_alternatives() { chosen_.push_back(0); }
  void end_alternatives() {
    if (!chosen_.empty()) chosen_.pop_back();
  }
  /// The first choice; a text box would come twice with its fallback.
  void choose() {
    if (!chosen_.empty() && std::exchange(chosen_.back(), 1) != 0) stream_.skip();
  }
  void read_content_control() {
    const XmlNode prompt = stream_.subtree().child("showingPlcHdr");
    placeholder_ = prompt && is_on(prompt);
    stream_.skip();
  }
  void begin_content() {
    if (std::exchange(placeholder_, false)) stream_.skip();
  }

  // Notes

  void refer_footnote() { refer_from(context_.footnotes, context_.footnote_format, footnotes_); }
  void refer_endnote() { refer_from(context_.endnotes, context_.endnote_format, endnotes_); }
  void refer_from(DocxNotes& notes, const std::string& format, int& count) {
    if (!blocks_.paragraph()) return;
    const std::string custom = stream_.attribute("customMarkFollows");
    const std::string id = stream_.attribute("id");
    if (custom == "1" || custom == "true" || custom == "on") {
      custom_mark_ = &notes;
      custom_id_ = id;
    } else {
      refer(notes, id, format_number(++count, format));
    }
  }
  /// A note is given out once, however often it is referred to.
  void refer(DocxNotes& notes, const std::string& id, const std::string& marker) {
    if (!blocks_.paragraph()) return;
    DocxParagraph& paragraph = *blocks_.paragraph();
    if (!marker.empty()) paragraph.add_note(marker);
    const auto found = notes.find(id);
    if (found == notes.end()) return;
    for (ConvertedBlock& block : found->second) {
      block.role = Role::footnote;
      if (block.label.empty()) block.label = marker;
      if (!marker.empty() && block.text.starts_with(marker + "\t"))
        block.text.erase(0, marker.size() + 1);
      paragraph.after.push_back(std::move(block));
    }
    notes.erase(found);
  }
  void begin_note() {
    if (const std::string type = stream_.attribute("type"); !type.empty() && type != "normal") {
      stream_.skip();
      return;
    }
    in_note_ = true;
    note_id_ = stream_.attribute("id");
    blocks_.begin_note();
  }
  void end_note() {
    if (std::exchange(in_note_, false)) story_.notes[note_id_] = blocks_.end_note();
  }

  // Paragraphs, boxes, tables

  void begin_paragraph() {
    blocks_.begin_paragraph();
    before_ = story_.counts;
    begin_run();
  }
  /// The mark of a paragraph counts only where none of its words was changed in the same way.
  void count_mark(const TrackedChanges& mark) {
    story_.counts.add({.inserted = mark.inserted && story_.counts.inserted == before_.inserted,
                       .deleted = mark.deleted && story_.counts.deleted == before_.deleted,
                       .moved_away = mark.moved_away && story_.counts.moved == before_.moved,
                       .looked_otherwise = mark.looked_otherwise});
  }
  void read_paragraph_look() {
    const XmlNode node = stream_.subtree();
    if (DocxParagraph* paragraph = blocks_.paragraph())
      paragraph->properties = read_paragraph_properties(node);
    story_.counts.add(read_changes(node));
    if (const XmlNode section = node.child("sectPr"))
      story_.sections.push_back(read_section(section));
    look_known_ = false;
    stream_.skip();
  }
  void end_paragraph() {
    if (blocks_.open_paragraphs() == 1) fields_.end_paragraph();
    in_text_ = false;
    begin_run();  // a text box may have stood inside a run
    if (const DocxParagraph* paragraph = blocks_.paragraph())
      count_mark(paragraph->properties.mark);
    blocks_.end_paragraph();
  }
  void begin_box() { blocks_.begin_box(); }
  void end_box() { blocks_.end_box(); }
  void begin_table() { blocks_.begin_table(); }
  void end_table() { blocks_.end_table(); }
  void begin_row() { blocks_.begin_row(); }
  void read_row_look() {
    blocks_.read_row_look(stream_.subtree());
    count_look();
  }
  void begin_cell() { blocks_.begin_cell(); }
  void read_cell_look() {
    blocks_.read_cell_look(stream_.subtree());
    count_look();
  }
  void end_cell() { blocks_.end_cell(); }
  void read_section_look() {
    story_.sections.push_back(read_section(stream_.subtree()));
    count_look();
  }

  XmlStream stream_;
  DocxContext& context_;
  DocxBlocks blocks_;
  DocxFields fields_;
  DocxStory story_;
  std::vector<char> chosen_;
  RunProperties look_;
  DocxCounts before_;  // this paragraph
  bool look_known_ = false;
  bool in_text_ = false;
  bool in_instruction_ = false;
  bool in_note_ = false;
  bool hidden_here_ = false;
  bool placeholder_ = false;
  bool page_break_ = false;
  int page_ = 1;
  int footnotes_ = 0;
  int endnotes_ = 0;
  DocxNotes* custom_mark_ = nullptr;
  std::string custom_id_;
  std::string custom_text_;
  std::string note_id_;
};

using R = StoryReader;

// In the order of their names: they are looked up by halves.
const std::array<R::Element, 43> R::kElements{
    {{"AlternateContent", &R::begin_alternatives, &R::end_alternatives},
     {"Choice", &R::choose, nullptr},
     {"Fallback", &R::choose, nullptr},
     {"altChunk", &R::add_chunk, nullptr},
     {"br", &R::add_break, nullptr},
     {"commentReference", &R::count_comment, nullptr},
     {"cr", &R::add_line_break, nullptr},
     {"del", &R::skip_deleted, nullptr},
     {"delInstrText", &R::skip, nullptr},
     {"delText", &R::skip, nullptr},
     {"endnote", &R::begin_note, &R::end_note},
     {"endnoteReference", &R::refer_endnote, nullptr},
     {"ffData", &R::read_form_field, nullptr},
     {"fldChar", &R::mark_field, nullptr},
     {"fldSimple", &R::begin_simple_field, &R::end_simple_field},
     {"footnote", &R::begin_note, &R::end_note},
     {"footnoteReference", &R::refer_footnote, nullptr},
     {"ins", &R::count_inserted, nullptr},
     {"instrText", &R::begin_instruction, &R::end_instruction},
     {"lastRenderedPageBreak", &R::begin_page, nullptr},
     {"moveFrom", &R::skip_moved, nullptr},
     {"noBreakHyphen", &R::add_hyphen, nullptr},
     {"p", &R::begin_paragraph, &R::end_paragraph},
     {"pPr", &R::read_paragraph_look, nullptr},
     {"ptab", &R::add_tab, nullptr},
     {"r", &R::begin_run, &R::end_run},
     {"rPr", &R::read_look, nullptr},
     {"relIds", &R::add_diagram, nullptr},
     {"rt", &R::skip, nullptr},
     {"sdtContent", &R::begin_content, nullptr},
     {"sdtPr", &R::read_content_control, nullptr},
     {"sectPr", &R::read_section_look, nullptr},
     {"sym", &R::add_symbol, nullptr},
     {"t", &R::begin_text, &R::end_text},
     {"tab", &R::add_tab, nullptr},
     {"tbl", &R::begin_table, &R::end_table},
     {"tblGrid", &R::skip, nullptr},
     {"tblPr", &R::count_look, nullptr},
     {"tc", &R::begin_cell, &R::end_cell},
     {"tcPr", &R::read_cell_look, nullptr},
     {"tr", &R::begin_row, nullptr},
     {"trPr", &R::read_row_look, nullptr},
     {"txbxContent", &R::begin_box, &R::end_box}}};

}  // namespace

DocxStory read_story(std::string_view xml, std::string_view part, DocxContext& context, bool flat) {
  return StoryReader(xml, part, context, flat).read();
}

}  // namespace undex
