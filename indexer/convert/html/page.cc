#include "indexer/convert/html/page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace undex {
namespace {

using Kind = HtmlElement::Kind;
using Attributes = HtmlEvents::Attributes;

std::string attribute(const Attributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return std::string(value);
  }
  return {};
}

bool has(const Attributes& attributes, std::string_view name) {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& one) { return one.first == name; });
}

int number(const Attributes& attributes, std::string_view name) {
  const std::string text = attribute(attributes, name);
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_hidden(const Attributes& attributes, const std::string& style) {
  if (has(attributes, "hidden")) return true;
  return style_value(style, "display").starts_with("none") ||
         style_value(style, "visibility").starts_with("hidden") ||
         style_value(style, "mso-hide").starts_with("all");
}

/// Names that writers give to the links of notes: sdfootnote1anc, _ftnref1, fn1, cite_note-1.
bool names_note(const Attributes& attributes) {
  for (const char* name : {"href", "name", "id", "class", "role", "epub:type"}) {
    const std::string value = ascii_small(attribute(attributes, name).substr(0, 200));
    for (const char* word : {"footnote", "endnote", "ftn", "edn", "noteref", "cite_note", "#fn"}) {
      if (value.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

/// ISO 639-1 of what the page says of itself: "fr-CA" -> "fr"; "" for "fil", which has no such
/// code.
std::string language_of(const Attributes& attributes) {
  std::string tag = attribute(attributes, "lang");
  if (tag.empty()) tag = attribute(attributes, "xml:lang");
  const std::string code = ascii_small(tag.substr(0, tag.find_first_of("-_")));
  return code.size() == 2 ? code : "";
}

HtmlLook look_of(const HtmlElement& element, const Attributes& attributes, const std::string& style,
                 HtmlLook look) {
  const std::string align = ascii_small(attribute(attributes, "align"));
  const std::string placed = style_value(style, "text-align");
  if (!align.empty() || !placed.empty())
    look.centred = (placed.empty() ? align : placed).starts_with("center");
  const std::string weight = style_value(style, "font-weight");
  if (!weight.empty())
    look.bold = weight.starts_with("bold") || (weight.size() == 3 && weight >= "600");
  if (const std::string slant = style_value(style, "font-style"); !slant.empty())
    look.italic = slant.starts_with("italic") || slant.starts_with("oblique");
  if (style_value(style, "vertical-align").starts_with("super")) look.raised = true;
  if (attribute(attributes, "class").find("MsoFootnoteReference") != std::string::npos)
    look.raised = true;
  switch (element.kind) {
    case Kind::raised:
      look.raised = true;
      break;
    case Kind::bold:
      look.bold = true;
      break;
    case Kind::italic:
      look.italic = true;
      break;
    case Kind::centre:
      look.centred = true;
      break;
    case Kind::navigation:
      look.furniture = true;
      break;
    case Kind::plain:
    case Kind::dropped:
    case Kind::block:
    case Kind::heading:
    case Kind::list:
    case Kind::item:
    case Kind::table:
    case Kind::table_head:
    case Kind::row:
    case Kind::cell:
    case Kind::preformatted:
    case Kind::line_break:
    case Kind::anchor:
      break;
  }
  return look;
}

}  // namespace

void HtmlPage::begin(std::string_view name, const Attributes& attributes) {
  Open open;
  open.element = &html_element(name);
  open.name = name;
  const std::string style = attribute(attributes, "style");
  open.hidden = is_hidden(attributes, style);
  if (dropped_ > 0 || open.hidden || open.element->kind == Kind::dropped) {
    if (dropped_ == 0) last_dropped_ = name;
    ++dropped_;
    open_.push_back(std::move(open));
    return;
  }
  if (!open_.empty()) {
    open.look = open_.back().look;
    open.in_head = open_.back().in_head;
  }
  open.look = look_of(*open.element, attributes, style, open.look);
  begin_element(open, attributes);
  open_.push_back(std::move(open));
}

void HtmlPage::begin_element(Open& open, const Attributes& attributes) {
  switch (open.element->kind) {
    case Kind::plain:
      if (open.name == "html") language_ = language_of(attributes);
      return;
    case Kind::dropped:
    case Kind::raised:
    case Kind::bold:
    case Kind::italic:
      return;
    case Kind::anchor:
      return begin_link(attributes, open.look);
    case Kind::line_break:
      return add_break();
    case Kind::preformatted:
      blocks_.end_paragraph();
      ++preformatted_;
      return;
    case Kind::block:
    case Kind::centre:
    case Kind::navigation:
      blocks_.begin_paragraph(-1, open.look);
      begin_note(open, attributes);
      return;
    case Kind::heading:
      return blocks_.begin_paragraph(open.element->value, open.look);
    case Kind::list:
      blocks_.begin_paragraph(-1, open.look);
      open.list.emplace(open.element->value == 1, attribute(attributes, "type"),
                        attribute(attributes, "start"), has(attributes, "reversed"),
                        attribute(attributes, "style"));
      return;
    case Kind::item:
      return begin_item(open, attributes);
    case Kind::table:
      blocks_.begin_table();
      open.laid_out = attribute(attributes, "role") == "presentation";
      open.in_head = false;
      return;
    case Kind::table_head:
      open.in_head = true;
      return;
    case Kind::row:
      return blocks_.begin_row();
    case Kind::cell:
      open.cell_open = true;
      return blocks_.begin_cell(number(attributes, "colspan"), number(attributes, "rowspan"),
                                open.element->value == 1 || open.in_head);
  }
}

/// A paragraph to which a mark of a note has led is that note.
bool HtmlPage::begin_note(Open& open, const Attributes& attributes) {
  if (note_markers_.empty() ||
      (open.name != "li" && open.name != "p" && open.name != "dd" && open.name != "aside"))
    return false;
  const auto found = note_markers_.find(attribute(attributes, "id"));
  if (found == note_markers_.end()) return false;
  open.note = found->second;
  blocks_.begin_note();
  note_markers_.erase(found);
  return true;
}

void HtmlPage::begin_item(Open& open, const Attributes& attributes) {
  blocks_.begin_paragraph(-1, open.look);
  int level = -1;
  HtmlList* list = nullptr;
  for (Open& outer : open_) {
    if (!outer.list) continue;
    list = &*outer.list;
    ++level;
  }
  const std::string label = list ? list->next(attribute(attributes, "value")) : "-";
  if (begin_note(open, attributes)) return;
  blocks_.label_next(label, std::max(level, 0));
}

void HtmlPage::begin_link(const Attributes& attributes, const HtmlLook& look) {
  const std::string target = attribute(attributes, "href");
  if (!target.starts_with('#')) return;
  link_target_ = target.substr(1);
  blocks_.paragraph().begin_link(target.substr(0, 2), names_note(attributes), look);
}

/// Two breaks end a paragraph: pages of the first decades have no other.
void HtmlPage::add_break() {
  if (preformatted_ > 0) {
    lines_ += '\n';
  } else if (blocks_.paragraph().ends_with_break()) {
    blocks_.begin_paragraph(-1, open_.empty() ? HtmlLook() : open_.back().look);
  } else {
    blocks_.paragraph().add_break();
  }
}

void HtmlPage::text(std::string_view text) {
  if (dropped_ > 0) {
    hidden_words_ = hidden_words_ || text.find_first_not_of(" \t\r\n\f") != std::string_view::npos;
    return;
  }
  if (preformatted_ > 0) {
    lines_ += text;
    return;
  }
  blocks_.paragraph().add(text, open_.empty() ? HtmlLook() : open_.back().look);
}

void HtmlPage::end(std::string_view name) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                  [&](const Open& open) { return open.name == name; });
  if (found == open_.rend()) return;
  const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
  while (open_.size() > keep) {
    const Open open = std::move(open_.back());
    open_.pop_back();
    if (dropped_ == 0) {
      end_element(open);
    } else if (--dropped_ == 0) {
      hidden_count_ += open.hidden && hidden_words_ ? 1 : 0;
      hidden_words_ = false;
    }
  }
}

void HtmlPage::end_element(const Open& open) {
  if (open.cell_open) return blocks_.end_cell();
  switch (open.element->kind) {
    case Kind::plain:
    case Kind::dropped:
    case Kind::raised:
    case Kind::bold:
    case Kind::italic:
    case Kind::line_break:
    case Kind::table_head:
    case Kind::row:
    case Kind::cell:
      return;
    case Kind::anchor:
      if (const std::optional<std::string> marker = blocks_.paragraph().end_link())
        note_markers_.emplace(link_target_, *marker);
      return;
    case Kind::table:
      return blocks_.end_table(open.laid_out);
    case Kind::preformatted:
      if (--preformatted_ == 0) blocks_.add_lines(std::exchange(lines_, {}));
      return;
    case Kind::block:
    case Kind::centre:
    case Kind::navigation:
    case Kind::heading:
    case Kind::list:
    case Kind::item:
      break;
  }
  if (open.note.empty()) {
    // What follows inside the element around it has the look of that.
    blocks_.begin_paragraph(-1, open_.empty() ? HtmlLook() : open_.back().look);
  } else {
    blocks_.end_note(open.note);
  }
  // The number of an empty item is not that of what follows the list.
  if (open.element->kind == Kind::item) blocks_.label_next("", -1);
}

}  // namespace undex
