// dump(): a query tree as one s-expression.
#include "corpus/text.h"
#include "searcher/query/query.h"

namespace undex {
namespace {

bool is_plain(unsigned char c) { return c > ' ' && c != '(' && c != ')' && c != '"'; }

/// Bare when it reads as one atom, else in quotes.
std::string atom(std::string_view text) {
  bool plain = !text.empty();
  for (const char c : text) plain = plain && is_plain(static_cast<unsigned char>(c));
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string list(std::string_view head, const std::vector<Node>& parts) {
  std::string out = "(" + std::string(head);
  for (const Node& part : parts) out += " " + dump(part);
  return out + ")";
}

std::string field_part(const Field* field) {
  return field ? " " + std::string(field->name) : std::string();
}

struct Dumper {
  std::string operator()(const AllNode&) const { return "(all)"; }
  std::string operator()(const Words& words) const {
    const std::string head =
        words.quoted ? (words.exact ? "exact-phrase" : "phrase") : (words.exact ? "exact" : "text");
    return "(" + head + field_part(words.field) + " " + atom(fold(words.text)) + ")";
  }
  std::string operator()(const ConceptNode& node) const {
    return "(concept" + field_part(node.field) + " " + atom(node.id) + ")";
  }
  std::string operator()(const SymbolNode& node) const {
    std::string out = "(symbol " + atom(node.symbol.text());
    if (node.pinpoint) out += " " + atom(node.pinpoint->text());
    return out + ")";
  }
  std::string operator()(const ValueNode& node) const {
    return "(field " + std::string(node.field->name) + " " + atom(node.value) + ")";
  }
  std::string operator()(const RangeNode& node) const {
    const auto end = [](const std::string& value) { return value.empty() ? "*" : atom(value); };
    return "(range " + std::string(node.field->name) + " " + end(node.from) + " " + end(node.to) +
           ")";
  }
  std::string operator()(const AndNode& node) const { return list("and", node.parts); }
  std::string operator()(const OrNode& node) const { return list("or", node.parts); }
  std::string operator()(const NotNode& node) const { return list("not", node.part); }
};

}  // namespace

std::string dump(const Node& node) { return std::visit(Dumper{}, node.value); }

}  // namespace undex
