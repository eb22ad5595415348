// A chain of mandates as a person reads it: what a document comes from and what came of it, each a
// tree that begins at the document.
#include <algorithm>
#include <set>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/chain_side.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

std::string date_of(const ChainNode& node) {
  const std::optional<Date> date = parse_date(node.date);
  return (date ? date->printed() : node.date) + (node.date_flag.empty() ? "" : "?");
}

std::string standing_of(const ChainNode& node) {
  if (node.symbol.empty()) return "symbol not known";
  if (node.held_as.empty()) return "not held";
  return node.held_as == "text" ? "held" : "held, " + node.held_as;
}

/// "A/58/568  12 November 2003  held"
std::string head_of(const ChainNode& node, const RenderOptions& options) {
  const std::string name = node.symbol.empty() ? node.kind + ", due" : node.symbol;
  std::string out = bold(printable(name), options.color);
  if (!node.date.empty()) out += "  " + printable(date_of(node));
  return out + "  " + standing_of(node);
}

/// "mandated by its para. 4: A/58/568, summary; paras. 1 and 3": read from the later document.
std::string link_text(const ChainEdge& edge) {
  if (edge.relation == kChainFollows) return printable("follows in " + edge.evidence);
  const std::string its = edge.pinpoint.empty() ? "" : " its " + edge.pinpoint;
  const std::string said = edge.place.empty() ? "register (" + edge.evidence + ")" : edge.place;
  return printable(edge.relation + its + ": " + said);
}

class Tree {
 public:
  Tree(const Chain& chain, const RenderOptions& options, bool later)
      : chain_(chain), options_(options), side_(chain, later) {
    shown_.insert(chain.root);
  }

  /// The branches below a node, each line behind `indent`.
  std::string branches(std::size_t node, const std::string& indent) {
    std::string out;
    const std::vector<std::size_t> next = side_.next(node, shown_);
    for (std::size_t i = 0; i < next.size(); ++i) {
      const bool last = i + 1 == next.size();
      const bool first_time = shown_.insert(next[i]).second;
      out += indent + (last ? "└─ " : "├─ ") + head_of(chain_.nodes[next[i]], options_) +
             (first_time ? "" : "  (above)") + "\n";
      const std::string below = indent + (last ? "   " : "│  ");
      out += links(node, next[i], below);
      if (first_time) out += branches(next[i], below);
    }
    return out;
  }

 private:
  std::string links(std::size_t node, std::size_t other, const std::string& indent) const {
    std::string out;
    for (const ChainEdge* edge : side_.links(node, other))
      out += continued(wrapped(link_text(*edge), "  ", without(indent)), indent);
    return out;
  }

  std::size_t without(const std::string& indent) const {
    const std::size_t columns = columns_of(indent);
    return options_.width == 0 ? 0 : std::max<std::size_t>(options_.width, columns + 40) - columns;
  }

  static std::string continued(const std::string& lines, const std::string& indent) {
    std::string out;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find('\n', begin);
      out += indent + lines.substr(begin, end - begin) + "\n";
      begin = end == std::string::npos ? lines.size() : end + 1;
    }
    return out;
  }

  const Chain& chain_;
  const RenderOptions& options_;
  const ChainSide side_;
  std::set<std::size_t> shown_;
};

std::string side(const Chain& chain, const RenderOptions& options, bool later) {
  const std::string tree = Tree(chain, options, later).branches(chain.root, "");
  if (tree.empty())
    return later ? "\nNothing here is known to have come of it.\n"
                 : "\nNothing here says what asked for it.\n";
  return (later ? "\nWhat came of it\n" : "\nWhat it comes from\n") + tree;
}

/// "6 documents, 2 of them held; 1 due whose symbol is not known; 7 links"
std::string counts_of(const Chain& chain) {
  const auto count = [&](const auto& is) {
    return static_cast<std::size_t>(std::ranges::count_if(chain.nodes, is));
  };
  const std::size_t due = count([](const ChainNode& node) { return node.symbol.empty(); });
  const std::size_t held = count([](const ChainNode& node) { return !node.held_as.empty(); });
  std::string out =
      counted(chain.nodes.size() - due, "document") + ", " + std::to_string(held) + " held";
  if (due > 0) out += "; " + std::to_string(due) + " due whose symbol is not known";
  return out + "; " + counted(chain.edges.size(), "link") +
         (chain.cut ? "; there are more: the chain was cut" : "") + "\n";
}

}  // namespace

std::string chain_text(const Chain& chain, const RenderOptions& options) {
  const ChainNode& root = chain.nodes[chain.root];
  std::string out = head_of(root, options) + "\n";
  if (!root.title.empty()) out += wrapped(printable(root.title), "    ", options.width);
  return out + counts_of(chain) + side(chain, options, false) + side(chain, options, true);
}

}  // namespace undex::rendering
