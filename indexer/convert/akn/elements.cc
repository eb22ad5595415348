#include "indexer/convert/akn/elements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace undex {
namespace {

using Kind = AknElement::Kind;

// In the order of their names, as bytes.
constexpr AknElement kElements[] = {
    {"abbr", Kind::running},
    {"affectedDocument", Kind::running},
    {"annex_title", Kind::section},
    {"article", Kind::section},
    {"authorialNote", Kind::note},
    {"b", Kind::running},
    {"block", Kind::block},
    {"book", Kind::section},
    {"br", Kind::line_break},
    {"caption", Kind::block},
    {"chapter", Kind::section},
    {"concept", Kind::running},
    {"crossHeading", Kind::heading},
    {"date", Kind::running},
    {"def", Kind::running},
    {"del", Kind::dropped},
    {"division", Kind::section},
    {"docAuthority", Kind::running},
    {"docDate", Kind::running},
    {"docNumber", Kind::running},
    {"docProponent", Kind::running},
    {"docPurpose", Kind::running},
    {"docStage", Kind::running},
    {"docStatus", Kind::running},
    {"docTitle", Kind::running},
    {"docType", Kind::running},
    {"entity", Kind::running},
    {"eol", Kind::line_break},
    {"eop", Kind::line_break},
    {"event", Kind::running},
    {"footnote", Kind::note},
    {"foreign", Kind::dropped},
    {"heading", Kind::heading},
    {"i", Kind::running},
    {"img", Kind::dropped},
    {"inline", Kind::running},
    {"ins", Kind::running},
    {"li", Kind::block},
    {"listIntroduction", Kind::block},
    {"listWrapUp", Kind::block},
    {"location", Kind::running},
    {"longTitle", Kind::block},
    {"meta", Kind::dropped},
    {"mod", Kind::running},
    {"noteRef", Kind::note_mark},
    {"num", Kind::number},
    {"object", Kind::running},
    {"organization", Kind::running},
    {"p", Kind::block},
    {"part", Kind::section},
    {"person", Kind::running},
    {"process", Kind::running},
    {"quantity", Kind::running},
    {"quotedText", Kind::running},
    {"ref", Kind::running},
    {"remark", Kind::running},
    {"role", Kind::running},
    {"rref", Kind::running},
    {"section", Kind::section},
    {"session", Kind::running},
    {"shortTitle", Kind::running},
    {"span", Kind::running},
    {"sub", Kind::running},
    {"subheading", Kind::heading},
    {"sup", Kind::running},
    {"table", Kind::table},
    {"term", Kind::running},
    {"title", Kind::section},
    {"toc", Kind::dropped},
    {"tome", Kind::section},
    {"u", Kind::running},
};

constexpr auto by_name = [](const AknElement& one, const AknElement& other) {
  return one.name < other.name;
};
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements), by_name));

Kind kind_of(std::string_view name) {
  const auto* row =
      std::lower_bound(std::begin(kElements), std::end(kElements), AknElement{name}, by_name);
  return row != std::end(kElements) && row->name == name ? row->kind : Kind::other;
}

/// These are told by their name attribute.
constexpr std::array<std::string_view, 4> kNamed{"hcontainer", "container", "tblock",
                                                 "blockContainer"};

}  // namespace

Kind akn_element(std::string_view element, std::string_view own_name) {
  if (std::find(kNamed.begin(), kNamed.end(), element) == kNamed.end()) return kind_of(element);
  const Kind kind = kind_of(own_name);
  return kind == Kind::section || kind == Kind::note ? kind : Kind::other;
}

}  // namespace undex
