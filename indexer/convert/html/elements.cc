#include "indexer/convert/html/elements.h"

#include <algorithm>

namespace undex {
namespace {

using Kind = HtmlElement::Kind;

constexpr HtmlElement kElements[] = {
    {"a", Kind::anchor},
    {"address", Kind::block},
    {"applet", Kind::dropped},
    {"article", Kind::block},
    {"aside", Kind::block},
    {"audio", Kind::dropped},
    {"b", Kind::bold},
    {"blockquote", Kind::block},
    {"body", Kind::block},
    {"br", Kind::line_break},
    {"button", Kind::block},
    {"canvas", Kind::dropped},
    {"caption", Kind::block},
    {"center", Kind::centre},
    {"cite", Kind::italic},
    {"datalist", Kind::dropped},
    {"dd", Kind::block},
    {"details", Kind::block},
    {"dialog", Kind::block},
    {"dir", Kind::list},
    {"div", Kind::block},
    {"dl", Kind::block},
    {"dt", Kind::block},
    {"em", Kind::italic},
    {"fieldset", Kind::block},
    {"figcaption", Kind::block},
    {"figure", Kind::block},
    {"footer", Kind::block},
    {"form", Kind::block},
    {"h1", Kind::heading, 0},
    {"h2", Kind::heading, 1},
    {"h3", Kind::heading, 2},
    {"h4", Kind::heading, 3},
    {"h5", Kind::heading, 4},
    {"h6", Kind::heading, 5},
    {"header", Kind::block},
    {"hgroup", Kind::block},
    {"hr", Kind::block},
    {"i", Kind::italic},
    {"iframe", Kind::dropped},
    {"legend", Kind::block},
    {"li", Kind::item},
    {"listing", Kind::preformatted},
    {"main", Kind::block},
    {"menu", Kind::list},
    {"nav", Kind::navigation},
    {"noembed", Kind::dropped},
    {"noscript", Kind::dropped},
    {"ol", Kind::list, 1},
    {"option", Kind::dropped},
    {"p", Kind::block},
    {"plaintext", Kind::preformatted},
    {"pre", Kind::preformatted},
    {"rp", Kind::dropped},
    {"rt", Kind::dropped},
    {"script", Kind::dropped},
    {"section", Kind::block},
    {"select", Kind::dropped},
    {"strong", Kind::bold},
    {"style", Kind::dropped},
    {"summary", Kind::block},
    {"sup", Kind::raised},
    {"svg", Kind::dropped},
    {"table", Kind::table},
    {"td", Kind::cell},
    {"template", Kind::dropped},
    {"textarea", Kind::dropped},
    {"th", Kind::cell, 1},
    {"thead", Kind::table_head},
    {"title", Kind::dropped},
    {"tr", Kind::row},
    {"ul", Kind::list},
    {"var", Kind::italic},
    {"video", Kind::dropped},
    {"xml", Kind::dropped},
    {"xmp", Kind::preformatted},
};

constexpr HtmlElement kPlain{"", Kind::plain};

constexpr auto by_name = [](const HtmlElement& one, const HtmlElement& other) {
  return one.name < other.name;
};
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements), by_name));

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r\n\f") + 1);
}

}  // namespace

const HtmlElement& html_element(std::string_view name) {
  const auto* row =
      std::lower_bound(std::begin(kElements), std::end(kElements), HtmlElement{name}, by_name);
  return row != std::end(kElements) && row->name == name ? *row : kPlain;
}

std::string style_value(std::string_view style, std::string_view property) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view one = style.substr(0, end);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos &&
        ascii_small(without_blanks(one.substr(0, colon))) == property)
      return ascii_small(without_blanks(one.substr(colon + 1)));
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return {};
}

std::string ascii_small(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

}  // namespace undex
