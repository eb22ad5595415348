#include "corpus/xml/schema.h"

#include <libxml/xmlschemas.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <new>

#include "corpus/text.h"

namespace undex {
namespace {

constexpr std::size_t kMostFaults = 20;
constexpr std::size_t kMostOfAValue = 60;

struct SchemaFree {
  void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
};
struct ParserFree {
  void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
};
struct ValidatorFree {
  void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};

/// What stands between two marks, or behind the first to the end; empty if it is not there.
std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + before.size());
  return text.substr(0, text.find(after));
}

/// Namespaces say nothing to the writer of a file: "{urn:undex:call:1}deadline".
std::string without_namespaces(std::string_view message) {
  std::string out;
  while (!message.empty()) {
    const std::size_t open = message.find('{');
    out += message.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = message.find('}', open);
    const std::string_view inside = message.substr(open, close - open);
    // A set of values stands in braces too: "{'docx', 'doc'}".
    if (close == std::string_view::npos || inside.find('\'') != std::string_view::npos) {
      out += message.substr(open);
      break;
    }
    message.remove_prefix(close + 1);
  }
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out;
}

std::string shortened(std::string_view value) {
  if (value.size() <= kMostOfAValue) return std::string(value);
  return repair_utf8(value.substr(0, kMostOfAValue)) + "...";
}

/// "Expected is one of ( formats, languages )." -> "formats, languages"
std::string expected_in(std::string_view body) {
  return collapse_spaces(between(body, "( ", " )"));
}

/// A message of the library, taken apart.
struct Message {
  std::string element;
  std::string attribute;  ///< empty: it is about the element
  std::string body;
};

Message read_message(std::string_view printed) {
  const std::string plain = without_namespaces(printed);
  Message message;
  message.element = between(plain, "Element '", "'");
  const std::size_t colon = plain.find("': ");
  if (message.element.empty() || colon == std::string::npos) return {{}, {}, plain};
  message.attribute = between(plain.substr(0, colon + 1), "attribute '", "'");
  message.body = plain.substr(colon + 3);
  return message;
}

struct Phrase {
  std::string_view sign;  ///< words of the library's message
  std::string (*text)(const Message& message);
};

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

std::string not_accepted(const Message& message) {
  std::string_view value = between(message.body, "The value '", "' ");
  if (value.empty() && message.body.starts_with('\''))
    value = between(message.body, "'", "' is not");
  const std::string whose = message.attribute.empty() ? message.element : message.attribute;
  return "the value " + quoted(shortened(value)) + " of " + quoted(whose) + " is not accepted";
}

constexpr std::array<Phrase, 9> kPhrases{
    {{"This element is not expected",
      [](const Message& message) {
        const std::string expected = expected_in(message.body);
        return quoted(message.element) + " does not belong here" +
               (expected.empty() ? "" : "; expected here: " + expected);
      }},
     {"Missing child element",
      [](const Message& message) {
        const bool choice = message.body.find("one of") != std::string::npos;
        return quoted(message.element) + " is not complete; it lacks " +
               (choice ? "one of: " : "") + expected_in(message.body);
      }},
     {"is required but missing",
      [](const Message& message) {
        return quoted(message.element) + " lacks its attribute " +
               quoted(between(message.body, "The attribute '", "'"));
      }},
     {"is not allowed.",
      [](const Message& message) {
        return quoted(message.element) + " has no attribute " + quoted(message.attribute);
      }},
     {"[facet ", not_accepted},
     {"is not a valid value of", not_accepted},
     {"No matching global declaration",
      [](const Message& message) {
        return "the file begins with " + quoted(message.element) +
               " of another form, or without its namespace";
      }},
     {"Character content",
      [](const Message& message) { return quoted(message.element) + " holds elements, not text"; }},
     {"Element content is not allowed", [](const Message& message) {
        return quoted(message.element) + " holds text, not elements";
      }}}};

std::string text_of(const Message& message) {
  for (const Phrase& phrase : kPhrases)
    if (message.body.find(phrase.sign) != std::string::npos) return phrase.text(message);
  return message.element.empty() ? shortened(message.body)
                                 : quoted(message.element) + ": " + shortened(message.body);
}

/// The declaration of an element or attribute of this name, first in the order of the schema.
const xmlNode* declaration(const xmlNode* node, std::string_view kind, std::string_view name) {
  for (const xmlNode* one : elements(node)) {
    if (name_of(one) == kind && attribute(one, "name", "") == name) return one;
    if (const xmlNode* inner = declaration(one, kind, name)) return inner;
  }
  return nullptr;
}

std::string documentation(const xmlNode* declared) {
  const xmlNode* note = declared ? child(child(declared, "annotation"), "documentation") : nullptr;
  if (!note) return {};
  xmlChar* content = xmlNodeGetContent(note);
  if (!content) throw std::bad_alloc();
  const std::string text = collapse_spaces(reinterpret_cast<const char*>(content));
  xmlFree(content);
  return text;
}

void ignore(void*, xmlError*) {}

void collect(void* faults, xmlError* error) {
  auto& messages = *static_cast<std::vector<std::pair<long, std::string>>*>(faults);
  if (messages.size() >= kMostFaults) return;
  const auto* node = static_cast<const xmlNode*>(error->node);
  messages.emplace_back(node ? xmlGetLineNo(node) : error->line,
                        error->message ? error->message : "");
}

}  // namespace

struct XmlSchema::State {
  XmlTree tree;
  std::unique_ptr<xmlSchema, SchemaFree> schema;

  std::string allowed(const Message& message) const {
    const xmlNode* root = xmlDocGetRootElement(tree.get());
    const xmlNode* element = declaration(root, "element", message.element);
    const xmlNode* attribute = message.attribute.empty() || !element
                                   ? nullptr
                                   : declaration(element, "attribute", message.attribute);
    const std::string text = documentation(attribute);
    return text.empty() ? documentation(element) : text;
  }
};

XmlSchema::XmlSchema(std::string_view xsd) : state_(std::make_unique<State>()) {
  state_->tree = parse_xml(xsd, "schema");
  const std::unique_ptr<xmlSchemaParserCtxt, ParserFree> parser(
      xmlSchemaNewMemParserCtxt(xsd.data(), static_cast<int>(xsd.size())));
  if (!parser) throw std::bad_alloc();
  xmlSchemaSetParserStructuredErrors(parser.get(), ignore, nullptr);
  state_->schema.reset(xmlSchemaParse(parser.get()));
  assert(state_->schema);
}
XmlSchema::XmlSchema(XmlSchema&&) noexcept = default;
XmlSchema& XmlSchema::operator=(XmlSchema&&) noexcept = default;
XmlSchema::~XmlSchema() = default;

std::vector<XmlFault> XmlSchema::faults_of(const XmlTree& document) const {
  const std::unique_ptr<xmlSchemaValidCtxt, ValidatorFree> validator(
      xmlSchemaNewValidCtxt(state_->schema.get()));
  if (!validator) throw std::bad_alloc();
  std::vector<std::pair<long, std::string>> messages;
  xmlSchemaSetValidStructuredErrors(validator.get(), collect, &messages);
  const int result = xmlSchemaValidateDoc(validator.get(), document.get());
  if (result < 0) throw std::bad_alloc();
  std::vector<XmlFault> faults;
  for (const auto& [line, printed] : messages) {
    const Message message = read_message(printed);
    XmlFault fault{line, text_of(message), state_->allowed(message)};
    // A value that breaks a rule of its type is reported twice: for the rule, and for the type.
    const bool twice =
        !faults.empty() && faults.back().line == line && faults.back().text == fault.text;
    if (!twice) faults.push_back(std::move(fault));
  }
  if (result > 0 && faults.empty()) faults.push_back({0, "it is not valid", {}});
  std::stable_sort(faults.begin(), faults.end(),
                   [](const XmlFault& a, const XmlFault& b) { return a.line < b.line; });
  return faults;
}

}  // namespace undex
