#include "searcher/render/chain.h"

#include <array>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "corpus/xml/builder.h"
#include "schemas/version.h"
#include "searcher/render/renderers.h"

namespace undex {
namespace {

using Json = nlohmann::ordered_json;

Json node_json(const ChainNode& node) {
  return {{"symbol", node.symbol.empty() ? Json() : Json(node.symbol)},
          {"title", node.title},
          {"date", node.date},
          {"date_flag", node.date_flag},
          {"kind", node.kind},
          {"series", node.series},
          {"held", !node.held_as.empty()},
          {"held_as", node.held_as.empty() ? Json() : Json(node.held_as)},
          {"depth", node.depth}};
}

Json edge_json(const ChainEdge& edge) {
  return {{"from", edge.from},         {"to", edge.to},       {"relation", edge.relation},
          {"pinpoint", edge.pinpoint}, {"place", edge.place}, {"locators", edge.locators},
          {"evidence", edge.evidence}};
}

std::string chain_json(const Chain& chain) {
  Json out = {{"format_version", kOutputVersion},
              {"root", chain.root},
              {"cut", chain.cut},
              {"nodes", Json::array()},
              {"edges", Json::array()}};
  for (const ChainNode& node : chain.nodes) out["nodes"].push_back(node_json(node));
  for (const ChainEdge& edge : chain.edges) out["edges"].push_back(edge_json(edge));
  return printable_json(out.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

struct Key {
  const char* name;
  const char* of;
  const char* type;
};
constexpr std::array kKeys = {
    Key{"symbol", "node", "string"},   Key{"title", "node", "string"},
    Key{"date", "node", "string"},     Key{"kind", "node", "string"},
    Key{"series", "node", "string"},   Key{"held", "node", "boolean"},
    Key{"held_as", "node", "string"},  Key{"depth", "node", "int"},
    Key{"relation", "edge", "string"}, Key{"pinpoint", "edge", "string"},
    Key{"place", "edge", "string"},    Key{"evidence", "edge", "string"},
};

void add_data(XmlBuilder& xml, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  xml.open("data");
  xml.attribute("key", key);
  xml.text(printable(value));
  xml.close();
}

std::string id_of(std::size_t node) { return "n" + std::to_string(node); }

void add_node(XmlBuilder& xml, const ChainNode& node, std::size_t number) {
  xml.open("node");
  xml.attribute("id", id_of(number));
  add_data(xml, "symbol", node.symbol);
  add_data(xml, "title", node.title);
  add_data(xml, "date", node.date);
  add_data(xml, "kind", node.kind);
  add_data(xml, "series", node.series);
  add_data(xml, "held", node.held_as.empty() ? "false" : "true");
  add_data(xml, "held_as", node.held_as);
  add_data(xml, "depth", std::to_string(node.depth));
  xml.close();
}

void add_edge(XmlBuilder& xml, const ChainEdge& edge) {
  xml.open("edge");
  xml.attribute("source", id_of(edge.from));
  xml.attribute("target", id_of(edge.to));
  add_data(xml, "relation", edge.relation);
  add_data(xml, "pinpoint", edge.pinpoint);
  add_data(xml, "place", edge.place);
  add_data(xml, "evidence", edge.evidence);
  xml.close();
}

std::string chain_graphml(const Chain& chain) {
  XmlBuilder xml;
  xml.open("graphml");
  xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  for (const Key& key : kKeys) {
    xml.open("key");
    xml.attribute("id", key.name);
    xml.attribute("for", key.of);
    xml.attribute("attr.name", key.name);
    xml.attribute("attr.type", key.type);
    xml.close();
  }
  xml.open("graph");
  xml.attribute("id", "mandates");
  xml.attribute("edgedefault", "directed");
  for (std::size_t i = 0; i < chain.nodes.size(); ++i) add_node(xml, chain.nodes[i], i);
  for (const ChainEdge& edge : chain.edges) add_edge(xml, edge);
  xml.close();
  xml.close();
  return xml.take();
}

}  // namespace

std::string render_chain(const Chain& chain, std::string_view format,
                         const RenderOptions& options) {
  if (format == "text") return rendering::chain_text(chain, options);
  if (format == "json") return chain_json(chain);
  if (format == "graphml") return chain_graphml(chain);
  throw Error(ErrorKind::version, "format '" + printable(format) + "' is not offered",
              "choose text, json or graphml");
}

}  // namespace undex
