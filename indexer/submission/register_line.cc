#include "indexer/submission/register_line.h"

#include <array>
#include <charconv>

#include "corpus/xml/builder.h"
#include "corpus/xml/parse.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kNamespace = "urn:undex:submission:1";

/// Elements, in the order of RegisterEvent::What.
constexpr std::array<std::string_view, 3> kElements = {"received", "replaced", "withdrawn"};

struct TextAttribute {
  std::string_view name;
  std::string RegisterEvent::*member;
};
/// In the order they are written; what is empty is left out, the schema says what must be there.
constexpr std::array<TextAttribute, 10> kTexts = {{
    {"number", &RegisterEvent::number},
    {"replaces", &RegisterEvent::replaces},
    {"recorded", &RegisterEvent::recorded},
    {"received", &RegisterEvent::received},
    {"call", &RegisterEvent::call},
    {"submitter", &RegisterEvent::submitter},
    {"source", &RegisterEvent::source},
    {"format", &RegisterEvent::format},
    {"sha256", &RegisterEvent::sha256},
    {"reason", &RegisterEvent::reason},
}};

struct NumberAttribute {
  std::string_view name;
  std::size_t RegisterEvent::*member;
};
constexpr std::array<NumberAttribute, 2> kNumbers = {{
    {"line", &RegisterEvent::line},
    {"size", &RegisterEvent::size_bytes},
}};

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_xml(out, value, true);
  out += '"';
}

std::size_t number_of(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::string write_register_line(const RegisterEvent& event) {
  const std::string element(kElements[static_cast<std::size_t>(event.what)]);
  std::string out = "<" + element;
  append_attribute(out, "xmlns", kNamespace);
  for (const NumberAttribute& number : kNumbers)
    if (event.*number.member > 0)
      append_attribute(out, number.name, std::to_string(event.*number.member));
  for (const TextAttribute& text : kTexts)
    if (!(event.*text.member).empty()) append_attribute(out, text.name, event.*text.member);
  out += '>';
  for (const Override& override : event.overrides) {
    out += "<override";
    append_attribute(out, "rule", override.rule);
    append_attribute(out, "reason", override.reason);
    out += "/>";
  }
  return out + "</" + element + ">";
}

RegisterEvent read_register_line(std::string_view xml, std::string_view name) {
  const XmlTree tree = parse_xml(xml, name);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  RegisterEvent event;
  std::size_t what = 0;
  while (what < kElements.size() && kElements[what] != name_of(root)) ++what;
  if (what == kElements.size() || namespace_of(root) != kNamespace)
    refuse_xml(name, root, "is no event of a register");
  event.what = static_cast<RegisterEvent::What>(what);
  for (const TextAttribute& text : kTexts)
    event.*text.member = attribute(root, text.name, "").value_or("");
  for (const NumberAttribute& number : kNumbers)
    event.*number.member = number_of(attribute(root, number.name, "").value_or(""));
  for (const xmlNode* node : elements(root))
    event.overrides.push_back({.rule = attribute(node, "rule", "").value_or(""),
                               .reason = attribute(node, "reason", "").value_or("")});
  if (write_register_line(event) != xml) refuse_xml(name, root, "is no event as undex writes it");
  return event;
}

}  // namespace undex
