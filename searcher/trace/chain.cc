#include "undex/chain.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "corpus/archive.h"
#include "corpus/text.h"
#include "schemas/fields.h"
#include "searcher/search/holders.h"
#include "searcher/search/index.h"
#include "searcher/trace/holding.h"
#include "searcher/trace/links.h"

namespace undex {
namespace {

constexpr std::string_view kCallField = "call";

/// The places of both, each once.
void unite(std::vector<Locator>& all, const std::vector<Locator>& more) {
  if (more.empty() || all == more) return;
  std::set<Locator> known(all.begin(), all.end());
  for (const Locator& one : more)
    if (known.insert(one).second) all.push_back(one);
}

/// A document held, read once.
struct Read {
  Holding holding;
  std::vector<Link> links;
  std::vector<Link> requests;
};

std::optional<Locator> place_of(const ChainRequest& request) {
  if (request.place.empty()) return std::nullopt;
  if (const auto place = parse_locator(request.place)) return place;
  throw Error(ErrorKind::usage, "'" + printable(request.place) + "' is not a place in a document",
              "write it as '18 (g)', 'summary', 'annex, 46' or 'fn *'");
}

/// Whether one of the answers says that this paragraph asked for it, or came for the session.
bool is_answered(const Link& request, const std::vector<Link>& answers) {
  return std::ranges::any_of(answers, [&](const Link& answer) {
    if (answer.relation != request.relation) return false;
    const auto pinned = std::ranges::find(answer.pinpoints, request.pinpoints.front());
    if (pinned != answer.pinpoints.end()) return true;
    return std::ranges::any_of(answer.later.parts, [&](const std::string& part) {
      return describe_symbol(part).session == std::to_string(request.due.session);
    });
  });
}

/// A chain while it is made: nodes with their names, edges with their links.
class Walk {
 public:
  Walk(const Archive& archive, const query::PlanContext& databases, const ChainRequest& request)
      : archive_(archive),
        databases_(databases),
        depth_(request.depth),
        most_(std::max<std::size_t>(request.most, 1)),
        only_(place_of(request)) {
    for (const ArchiveEntry& entry : archive.list()) names_.emplace(entry.key, entry.name);
  }

  Chain from(const Symbol& root) {
    node_of({.later = root}, 0);
    for (std::size_t at = 0; at < chain_.nodes.size(); ++at) {
      const int depth = chain_.nodes[at].depth;
      if (chain_.nodes[at].symbol.empty() || std::abs(depth) >= depth_) continue;
      if (depth <= 0) add(at_place(earlier_than(symbols_[at]), at, &Link::places), at, depth - 1);
      if (depth >= 0) add(at_place(later_than(symbols_[at]), at, &Link::pinpoints), at, depth + 1);
    }
    for (const auto& [ends, link] : links_) add_edge(ends.first, ends.second, link);
    return std::move(chain_);
  }

 private:
  using Ends = std::pair<std::size_t, std::size_t>;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// Links to what the document answers or takes up.
  std::vector<Link> earlier_than(const Symbol& symbol) {
    std::vector<Link> links;
    if (const ArchiveEntry* entry = held(symbol)) links = read(*entry).links;
    for (Link& link : links_of_register(symbol))
      if (link.later.names(symbol)) links.push_back(std::move(link));
    return links;
  }

  /// Links to what answers the document or takes it up.
  std::vector<Link> later_than(const Symbol& symbol) {
    std::vector<Link> links;
    for (const std::string& name : citing(symbol))
      if (const ArchiveEntry* entry = held(Symbol{{name}}))
        for (const Link& link : read(*entry).links)
          if (link.earlier.names(symbol)) links.push_back(link);
    for (Link& link : links_of_register(symbol))
      if (link.earlier.names(symbol)) links.push_back(std::move(link));
    if (const ArchiveEntry* entry = held(symbol))
      for (const Link& request : read(*entry).requests)
        if (!is_answered(request, links)) links.push_back(request);
    return links;
  }

  std::set<std::string> citing(const Symbol& symbol) const {
    std::set<std::string> names;
    for (const std::string_view field : {kCitesField, kCallField})
      for (const std::string& key : search::keys_with(field, symbol.parts, databases_))
        if (const auto name = names_.find(key); name != names_.end()) names.insert(name->second);
    return names;
  }

  /// The version that stands for all; nullptr when it is not held.
  const ArchiveEntry* held(const Symbol& symbol) {
    for (const std::string& part : symbol.parts) {
      const auto [found, added] = versions_.try_emplace(part);
      if (added) found->second = archive_.find(part);
      if (const ArchiveEntry* entry = chosen_version(found->second)) return entry;
    }
    return nullptr;
  }

  const Read& read(const ArchiveEntry& entry) {
    const auto [found, added] = read_.try_emplace(entry.key);
    if (added) {
      const Document document = archive_.read(entry);
      found->second = {holding_of(entry, document), links_in(document), requests_in(document)};
    }
    return found->second;
  }

  /// Of the root those that the place asked for is in.
  std::vector<Link> at_place(std::vector<Link> links, std::size_t node,
                             std::vector<Locator> Link::*places) const {
    if (only_ && node == 0)
      std::erase_if(links, [&](const Link& link) {
        return std::ranges::none_of(link.*places, [&](const Locator& place) {
          return place == *only_ || only_->contains(place);
        });
      });
    return links;
  }

  void add(const std::vector<Link>& links, std::size_t here, int depth) {
    for (const Link& link : links) {
      const std::size_t other =
          depth < 0 ? node_of({.later = link.earlier}, depth) : node_of(link, depth);
      if (other == kNone || other == here) continue;
      const Ends ends = depth < 0 ? Ends(other, here) : Ends(here, other);
      merge(ends, link);
    }
  }

  /// The node of what is later in the link; a new one at this depth when there is none.
  std::size_t node_of(const Link& link, int depth) {
    for (const std::string& name : names_in_chain(link))
      if (const auto found = nodes_.find(name); found != nodes_.end()) return found->second;
    if (chain_.nodes.size() >= most_) {
      chain_.cut = true;
      return kNone;
    }
    chain_.nodes.push_back(link.later.parts.empty() ? due_node(link.due) : node(link.later));
    chain_.nodes.back().depth = depth;
    symbols_.push_back(link.later.parts.empty() ? Symbol{} : symbol_of(link.later));
    for (const std::string& name : names_in_chain(link)) nodes_.emplace(name, symbols_.size() - 1);
    for (const std::string& part : symbols_.back().parts) nodes_.emplace(part, symbols_.size() - 1);
    return symbols_.size() - 1;
  }

  static std::vector<std::string> names_in_chain(const Link& link) {
    if (!link.later.parts.empty()) return link.later.parts;
    return {link.due.id};
  }

  /// With all its parts, as the archive or the register has it.
  Symbol symbol_of(const Symbol& symbol) {
    if (const ArchiveEntry* entry = held(symbol)) {
      const auto parsed = parse_symbol(entry->name);
      return parsed && parsed->names(symbol) ? *parsed : Symbol{{entry->name}};
    }
    if (const Series* series = series_of(symbol))
      for (const SeriesMember& member : series->members)
        if (member.symbol.names(symbol)) return member.symbol;
    return symbol;
  }

  ChainNode node(const Symbol& symbol) {
    const Series* series = series_of(symbol);
    ChainNode node{.symbol = symbol_of(symbol).text(),
                   .kind = describe_symbol(symbol.parts.front()).kind,
                   .series = series == nullptr ? "" : series->id};
    if (const ArchiveEntry* entry = held(symbol)) {
      const Holding& holding = read(*entry).holding;
      node.title = holding.title;
      node.date = holding.date;
      node.date_flag = holding.date_flag;
      if (!holding.kind.empty()) node.kind = holding.kind;
      node.held_as = holding.held_as;
    } else if (series != nullptr) {
      node.title = series->name;
      for (const SeriesMember& member : series->members)
        if (member.symbol.names(symbol))
          node.date = member.date.empty() ? std::to_string(member.year) : member.date;
      if (node.kind == "document") node.kind = series->kind;
    }
    return node;
  }

  static ChainNode due_node(const DueDocument& due) {
    return {.title = due.title,
            .date = std::to_string(due.year),
            .kind = due.kind,
            .series = due.series};
  }

  void merge(const Ends& ends, const Link& link) {
    const auto [first, last] = links_.equal_range(ends);
    const auto same = std::find_if(
        first, last, [&](const auto& other) { return other.second.relation == link.relation; });
    if (same == last) {
      links_.emplace(ends, link);
      return;
    }
    unite(same->second.pinpoints, link.pinpoints);
    unite(same->second.places, link.places);
    if (same->second.evidence.empty()) same->second.evidence = link.evidence;
  }

  void add_edge(std::size_t from, std::size_t to, const Link& link) {
    ChainEdge edge{.from = from,
                   .to = to,
                   .relation = link.relation,
                   .pinpoint = citation_of(link.pinpoints),
                   .evidence = link.evidence};
    for (const Locator& place : link.places) edge.locators.push_back(place.text());
    if (!link.places.empty())
      edge.place = chain_.nodes[link.later.parts.empty() ? from : to].symbol + ", " +
                   citation_of(link.places);
    chain_.edges.push_back(std::move(edge));
  }

  const Archive& archive_;
  const query::PlanContext& databases_;
  const int depth_;
  const std::size_t most_;
  const std::optional<Locator> only_;
  std::map<std::string, std::string> names_;  ///< of what is held, by key
  std::map<std::string, std::vector<ArchiveEntry>> versions_;
  std::map<std::string, Read> read_;  ///< by key
  Chain chain_;
  std::vector<Symbol> symbols_;               ///< of the nodes
  std::map<std::string, std::size_t> nodes_;  ///< by every part of a symbol
  std::multimap<Ends, Link> links_;
};

}  // namespace

Chain mandate_chain(const std::filesystem::path& dir, const ChainRequest& request) {
  const search::Index index = search::open_index(dir);
  const Archive archive = Archive::open(dir, Archive::Mode::read);
  const std::optional<Symbol> symbol = parse_symbol(request.name);
  const std::vector<ArchiveEntry> versions = archive.find(request.name);
  if (!symbol && versions.empty())
    throw Error(ErrorKind::usage, "'" + printable(request.name) + "' is no document symbol",
                "write it as A/RES/57/295");
  const Symbol root = symbol ? *symbol : Symbol{{versions.front().name}};
  return search::guarded(index.generation,
                         [&] { return Walk(archive, index.databases, request).from(root); });
}

}  // namespace undex
