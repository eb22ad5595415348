#include "indexer/convert/docx/placed_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/convert/docx/fields.h"
#include "indexer/convert/docx/squeeze.h"
#include "indexer/convert/docx/symbols.h"

namespace undex {
namespace {

// Within a paragraph, around runs: comments may begin and end in them.
constexpr std::array<std::string_view, 7> kTransparent{
    {"bdo", "customXml", "dir", "hyperlink", "ins", "moveTo", "smartTag"}};

/// Where in its paragraph a node stands.
struct Anchor {
  xmlNode* top = nullptr;    ///< the child of the paragraph, or of what is transparent in it
  xmlNode* child = nullptr;  ///< of a run that is `top`

  xmlNode* node() const { return child ? child : top; }
};

struct Stretch {
  TextPiece piece;
  std::string text;
  bool raised = false;
};
using Stretches = std::vector<Stretch>;

struct Paragraph {
  std::string style;
  Stretches own;
  std::vector<Stretches> after;  ///< boxes and notes
};

bool is_math(const xmlNode* node) {
  return node->ns && node->ns->href &&
         std::string_view(reinterpret_cast<const char*>(node->ns->href)).ends_with("/math");
}

class Walker {
 public:
  Walker(const DocxStyles& styles, NoteNodes footnotes, NoteNodes endnotes)
      : styles_(styles), footnotes_(std::move(footnotes)), endnotes_(std::move(endnotes)) {}

  PlacedText read(xmlNode* document) {
    walk_children(document, {});
    placed_.paragraphs.push_back(placed_.text.size());
    return std::move(placed_);
  }

 private:
  struct Element {
    std::string_view name;
    void (Walker::*visit)(xmlNode* node, const Anchor& anchor);
  };
  static const std::array<Element, 26> kElements;

  void walk_children(xmlNode* parent, const Anchor& anchor) {
    for (xmlNode* node = parent->children; node; node = node->next) {
      if (node->type == XML_ELEMENT_NODE) walk(node, below(anchor, node));
    }
  }

  Anchor below(const Anchor& anchor, xmlNode* node) const {
    const XmlNode seen(node);
    if (!open_) return {};
    if (!anchor.top) {
      const bool transparent =
          seen.is_word() &&
          std::binary_search(kTransparent.begin(), kTransparent.end(), seen.name());
      return transparent ? Anchor{} : Anchor{node, nullptr};
    }
    const XmlNode top(anchor.top);
    const bool in_run = !anchor.child && top.is_word() && top.name() == "r";
    return in_run ? Anchor{anchor.top, node} : anchor;
  }

  void walk(xmlNode* node, const Anchor& anchor) {
    const XmlNode seen(node);
    const std::string_view name = seen.name();
    const auto* found =
        std::lower_bound(kElements.begin(), kElements.end(), name,
                         [](const Element& element, auto wanted) { return element.name < wanted; });
    const bool known = found != kElements.end() && found->name == name;
    const bool ours =
        seen.is_word() || name == "AlternateContent" || (name == "t" && is_math(node));
    if (known && ours) {
      (this->*found->visit)(node, anchor);
    } else {
      walk_children(node, anchor);
    }
  }

  // Words

  void add(std::string text, const Anchor& anchor, bool divisible) {
    if (!open_ || !fields_.shows_text() || custom_mark_ || look_.hidden.value_or(false)) return;
    int unknown = 0;
    std::string known = without_private_signs(look_.font, text, unknown);
    const bool as_written = known == text;
    open_->own.push_back({.piece = {anchor.node(), divisible && as_written},
                          .text = std::move(known),
                          .raised = look_.raised.value_or(false)});
  }
  void add_text(xmlNode* node, const Anchor& anchor) {
    std::string text;
    for (const xmlNode* part = node->children; part; part = part->next) {
      if (part->content) text += reinterpret_cast<const char*>(part->content);
    }
    add(std::move(text), anchor, anchor.child == node);
  }
  void add_hyphen(xmlNode*, const Anchor& anchor) { add("-", anchor, false); }
  void add_symbol(xmlNode* node, const Anchor& anchor) {
    const XmlNode seen(node);
    add(symbol_text(seen.attribute("font"), seen.attribute("char")), anchor, false);
  }
  void skip(xmlNode*, const Anchor&) {}

  // Runs, fields, alternatives

  void read_run(xmlNode* node, const Anchor& anchor) {
    const XmlNode own = XmlNode(node).child("rPr");
    RunProperties outer = std::exchange(look_, own ? read_run_properties(own) : RunProperties());
    inherit(look_, styles_.run_style(look_.style));
    inherit(look_, styles_.paragraph_style(open_ ? open_->style : "").run);
    walk_children(node, anchor);
    look_ = std::move(outer);
    custom_mark_ = false;
  }
  void mark_field(xmlNode* node, const Anchor&) {
    fields_.mark(XmlNode(node).attribute("fldCharType"));
  }
  void read_simple_field(xmlNode* node, const Anchor& anchor) {
    fields_.mark("begin");
    fields_.mark("separate");
    walk_children(node, anchor);
    fields_.mark("end");
  }
  void read_first_choice(xmlNode* node, const Anchor& anchor) {
    for (xmlNode* choice = node->children; choice; choice = choice->next) {
      if (choice->type != XML_ELEMENT_NODE) continue;
      walk_children(choice, anchor);
      return;
    }
  }
  void read_content_control(xmlNode* node, const Anchor& anchor) {
    const XmlNode prompt = XmlNode(node).child("sdtPr").child("showingPlcHdr");
    if (!prompt || !is_on(prompt)) walk_children(node, anchor);
  }

  // Notes

  void refer_footnote(xmlNode* node, const Anchor& anchor) { refer(footnotes_, node, anchor); }
  void refer_endnote(xmlNode* node, const Anchor& anchor) { refer(endnotes_, node, anchor); }
  /// As in the reader, a note comes once, and a mark typed behind its reference is no text.
  void refer(NoteNodes& notes, xmlNode* node, const Anchor& anchor) {
    const XmlNode seen(node);
    const std::string custom = seen.attribute("customMarkFollows");
    const auto found = notes.find(seen.attribute("id"));
    if (open_ && !in_note_ && found != notes.end()) {
      xmlNode* note = found->second;
      notes.erase(found);
      in_note_ = true;
      walk_children(note, anchor);
      in_note_ = false;
    }
    custom_mark_ = custom == "1" || custom == "true" || custom == "on";
  }

  // Paragraphs

  void read_paragraph(xmlNode* node, const Anchor& anchor) {
    Paragraph paragraph;
    if (const XmlNode look = XmlNode(node).child("pPr"))
      paragraph.style = read_paragraph_properties(look).style;
    Paragraph* outer = std::exchange(open_, &paragraph);
    if (!outer && !placed_.first_paragraph) placed_.first_paragraph = node;
    walk_children(node, anchor);
    open_ = outer;
    if (outer) {
      outer->after.push_back(std::move(paragraph.own));
      std::move(paragraph.after.begin(), paragraph.after.end(), std::back_inserter(outer->after));
      return;
    }
    fields_.end_paragraph();
    place(paragraph.own);
    for (const Stretches& stretches : paragraph.after) place(stretches);
  }

  void place(const Stretches& stretches) {
    placed_.paragraphs.push_back(placed_.text.size());
    for (const Stretch& stretch : stretches) {
      const auto piece = static_cast<std::uint32_t>(placed_.pieces.size());
      placed_.pieces.push_back(stretch.piece);
      const SqueezedText squeezed = squeeze(stretch.text);
      for (std::size_t at = 0; at < squeezed.text.size(); ++at) {
        const auto [begin, end] = squeezed.origins[at];
        if (!stretch.raised) {
          placed_.level_text += squeezed.text[at];
          placed_.level_places.push_back(static_cast<std::uint32_t>(placed_.text.size()));
        }
        placed_.text += squeezed.text[at];
        placed_.origins.push_back(
            {piece, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      }
    }
  }

  const DocxStyles& styles_;
  NoteNodes footnotes_, endnotes_;
  PlacedText placed_;
  DocxFields fields_;
  Paragraph* open_ = nullptr;  // the innermost
  RunProperties look_;
  bool custom_mark_ = false;
  bool in_note_ = false;
};

using W = Walker;

// In the order of their names: they are looked up by halves.
const std::array<W::Element, 26> W::kElements{{{"AlternateContent", &W::read_first_choice},
                                               {"del", &W::skip},
                                               {"delInstrText", &W::skip},
                                               {"delText", &W::skip},
                                               {"endnoteReference", &W::refer_endnote},
                                               {"ffData", &W::skip},
                                               {"fldChar", &W::mark_field},
                                               {"fldSimple", &W::read_simple_field},
                                               {"footnoteReference", &W::refer_footnote},
                                               {"instrText", &W::skip},
                                               {"moveFrom", &W::skip},
                                               {"noBreakHyphen", &W::add_hyphen},
                                               {"p", &W::read_paragraph},
                                               {"pPr", &W::skip},
                                               {"r", &W::read_run},
                                               {"rPr", &W::skip},
                                               {"rt", &W::skip},
                                               {"sdt", &W::read_content_control},
                                               {"sdtPr", &W::skip},
                                               {"sectPr", &W::skip},
                                               {"sym", &W::add_symbol},
                                               {"t", &W::add_text},
                                               {"tblGrid", &W::skip},
                                               {"tblPr", &W::skip},
                                               {"tcPr", &W::skip},
                                               {"trPr", &W::skip}}};

}  // namespace

PlacedText read_placed_text(xmlNode* document, const DocxStyles& styles, NoteNodes footnotes,
                            NoteNodes endnotes) {
  return Walker(styles, std::move(footnotes), std::move(endnotes)).read(document);
}

}  // namespace undex
