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

std::string values(const std::vector<NameNode::Value>& list) {
  std::string out;
  for (const NameNode::Value& value : list)
    out += " " + std::string(value.field->name) + ":" + atom(value.id);
  return out;
}

/// The words of a name or heading as typed.
template <typename Named>
std::string typed(const Named& node) {
  return node.typed.empty() ? "(phrase " + atom(fold(node.text)) + ")" : dump(node.typed.front());
}

struct Dumper {
  std::string operator()(const AllNode&) const { return "(all)"; }
  std::string operator()(const Words& words) const {
    const std::string head =
        words.quoted ? (words.exact ? "exact-phrase" : "phrase") : (words.exact ? "exact" : "text");
    return "(" + head + field_part(words.field) + " " + atom(fold(words.text)) + ")";
  }
  std::string operator()(const ConceptNode& node) const {
    return "(concept" + field_part(node.field) + " " + atom(node.id) + values(node.names) + ")";
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
    return "(range " + std::string(node.field->name) + " " + (node.above ? ">" : "") +
           end(node.from) + " " + (node.below ? "<" : "") + end(node.to) + ")";
  }
  std::string operator()(const WildcardNode& node) const {
    return "(wildcard" + field_part(node.field) + " " + atom(fold(node.pattern)) + ")";
  }
  std::string operator()(const FuzzyNode& node) const {
    return "(fuzzy" + field_part(node.field) + " " + atom(fold(node.text)) + ")";
  }
  std::string operator()(const NearNode& node) const {
    return list(std::string(node.ordered ? "adj " : "near ") +
                    (node.unit == NearNode::Unit::sentence ? "sentence " : "") +
                    std::to_string(node.distance),
                node.parts);
  }
  std::string operator()(const ParagraphNode& node) const { return list("para", node.part); }
  std::string operator()(const LikeNode& node) const {
    std::string out = "(like " + atom(node.name);
    if (node.place) out += " " + atom(node.place->text());
    return out + ")";
  }
  std::string operator()(const SeriesNode& node) const {
    return "(series" + field_part(node.field) + " " + atom(node.prefix) + ")";
  }
  std::string operator()(const NameNode& node) const {
    return "(name " + typed(node) + values(node.values) + ")";
  }
  std::string operator()(const LabelNode& node) const {
    std::string out = "(label " + typed(node);
    for (const std::string& id : node.ids) out += " " + atom(id);
    return out + ")";
  }
  std::string operator()(const SomeNode& node) const { return list("some", node.parts); }
  std::string operator()(const AndNode& node) const { return list("and", node.parts); }
  std::string operator()(const OrNode& node) const { return list("or", node.parts); }
  std::string operator()(const NotNode& node) const { return list("not", node.part); }
};

}  // namespace

std::string dump(const Node& node) { return std::visit(Dumper{}, node.value); }

}  // namespace undex
