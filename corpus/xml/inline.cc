#include "corpus/xml/inline.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/xml/meta.h"

namespace undex {
namespace {

/// Deep enough for a name in a link in a quotation in a quotation; the reader refuses 256.
constexpr std::size_t kDeepest = 6;
constexpr std::string_view kQuote = "embeddedText";

/// How elements over the same words stand in each other, the outermost first.
constexpr std::array<std::string_view, 8> kOrder = {
    kQuote, "ref", "quantity", "organization", "concept", "location", "role", "date"};

std::size_t turn(std::string_view name) {
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), name) - kOrder.begin());
}

struct NameShape {
  std::string_view element;
  std::string_view entry;
};
NameShape shape_of(Name::Kind kind) {
  switch (kind) {
    case Name::Kind::organ:
    case Name::Kind::office:
    case Name::Kind::body:
    case Name::Kind::organization:
      return {"organization", "TLCOrganization"};
    case Name::Kind::initiative:
      return {"concept", "TLCConcept"};
    case Name::Kind::state:
      return {"location", "TLCLocation"};
    case Name::Kind::role:
      return {"role", "TLCRole"};
  }
  return {};
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// What an address may hold stays; other bytes as %XX.
std::string escape_address(std::string_view text) {
  constexpr std::string_view kKept = "-._~/?#&=%+,;!*'()@:$";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  bool fragment = false;
  for (const char c : text) {
    const bool second = c == '#' && fragment;
    fragment = fragment || c == '#';
    if (is_letter(c) || is_digit(c) || (kKept.find(c) != std::string_view::npos && !second)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

/// Where the United Nations shows the document. Decisions have no symbol that could be asked for.
std::string address_of(const Symbol& symbol) {
  if (symbol.parts.empty() || describe_symbol(symbol.parts.front()).kind == "decision") return {};
  return "https://undocs.org/" + escape_address(symbol.parts.front());
}

/// A URL as a link, when its host is one: a schema refuses other addresses.
std::string link_of(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (scheme == std::string_view::npos || !target.starts_with("http")) return {};
  const std::string_view rest = target.substr(scheme + 3);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.';
  });
  const bool whole = target.find('%') == std::string_view::npos;  // a lone % is no escape
  return plain && whole ? escape_address(target) : std::string();
}

/// Where in this document an internal citation leads: ids of the blocks by their locators.
std::unordered_map<std::string, std::string> places_in(const Document& document,
                                                       const std::vector<std::string>& ids) {
  std::unordered_map<std::string, std::string> places;
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    places.emplace(document.blocks[i].locator.text(), "#" + ids[i]);
  return places;
}

/// What crosses another is left out, and so is a link in a link.
std::vector<InlineElement> nested(std::vector<InlineElement> elements) {
  std::stable_sort(elements.begin(), elements.end(),
                   [](const InlineElement& a, const InlineElement& b) {
                     if (a.begin != b.begin) return a.begin < b.begin;
                     return a.end != b.end ? a.end > b.end : turn(a.name) < turn(b.name);
                   });
  std::vector<InlineElement> out;
  std::vector<std::pair<std::size_t, std::string_view>> open;  // end and name
  for (InlineElement& element : elements) {
    while (!open.empty() && open.back().first <= element.begin) open.pop_back();
    const bool inside_its_like =
        element.name != kQuote && std::any_of(open.begin(), open.end(), [&](const auto& outer) {
          return outer.second == element.name;
        });
    const bool crosses = !open.empty() && element.end > open.back().first;
    if (crosses || inside_its_like || open.size() == kDeepest) continue;
    open.emplace_back(element.end, element.name);
    out.push_back(std::move(element));
  }
  return out;
}

}  // namespace

/// The ids of names and units, given at first mention.
struct InlineElements::Names {
  std::vector<OntologyEntry>& ontology;
  const std::function<std::string(std::string_view)>& new_id;
  std::map<std::pair<std::string_view, std::string>, std::string> known = {};  // kind and name

  std::string refers_to(std::string_view entry, std::string_view kind, const std::string& wanted,
                        const std::string& show_as) {
    std::string& id = known[{kind, wanted}];
    if (id.empty()) {
      id = new_id(wanted);
      ontology.push_back({.element = entry, .kind = kind, .id = id, .show_as = show_as});
    }
    return "#" + id;
  }
};

InlineElements::InlineElements(const Document& document, const std::vector<std::string>& ids,
                               const std::function<std::string(std::string_view)>& new_id) {
  const Marks& marks = document.marks;
  const auto places = places_in(document, ids);
  const auto link = [&](const Reference& mark) {
    if (mark.kind == ReferenceKind::internal) {
      if (mark.pinpoints.empty()) return std::string();
      const auto place = places.find(mark.pinpoints.front().text());
      return place == places.end() ? std::string() : place->second;
    }
    return mark.kind == ReferenceKind::url ? link_of(mark.target) : address_of(mark.cited);
  };
  for (const Reference& mark : marks.references)
    if (std::string address = link(mark); !address.empty())
      add(document, mark.span, {.name = "ref", .attributes = {{"href", std::move(address)}}});
  Names names{.ontology = ontology_, .new_id = new_id};
  for (const NameMark& mark : marks.names) {
    const NameShape shape = shape_of(mark.kind);
    const std::string& wanted = mark.id.empty() ? mark.name : mark.id;
    add(document, mark.span,
        {.name = shape.element,
         .attributes = {
             {"refersTo", names.refers_to(shape.entry, shape.element, wanted, mark.name)}}});
  }
  for (const FigureMark& mark : marks.figures) {
    const std::string unit = mark.figure.unit.empty() ? "number" : mark.figure.unit;
    add(document, mark.span,
        {.name = "quantity",
         .attributes = {
             {"refersTo", names.refers_to("TLCConcept", "concept", "unit_" + unit, unit)},
             {"normalized", mark.figure.value}}});
  }
  for (const DateMark& mark : marks.dates)
    if (is_full_date(mark.iso))
      add(document, mark.span, {.name = "date", .attributes = {{"date", mark.iso}}});
  for (const QuoteMark& mark : marks.quotes) {
    InlineElement element{.name = kQuote, .attributes = {}};
    const auto index = static_cast<std::size_t>(mark.reference);
    if (mark.reference >= 0 && index < marks.references.size())
      if (std::string address = link(marks.references[index]); !address.empty())
        element.attributes.emplace_back("href", std::move(address));
    add(document, mark.span, std::move(element));
  }
  for (auto& [key, elements] : texts_) elements = nested(std::move(elements));
}

void InlineElements::add(const Document& document, const MarkSpan& span, InlineElement element) {
  const std::string_view text = text_of(document, span);
  if (span.begin >= span.end || span.end > text.size() || !is_boundary(text, span.begin) ||
      !is_boundary(text, span.end))
    return;
  element.begin = span.begin;
  element.end = span.end;
  texts_[{span.block, span.row, span.column}].push_back(std::move(element));
}

const std::vector<InlineElement>& InlineElements::of(int block, int row, int column) const {
  static const std::vector<InlineElement> kNone;
  const auto found = texts_.find({block, row, column});
  return found == texts_.end() ? kNone : found->second;
}

}  // namespace undex
