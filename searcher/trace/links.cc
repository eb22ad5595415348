#include "searcher/trace/links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "searcher/trace/requests.h"

namespace undex {
namespace {

bool is_act_by(std::string_view kind) {
  return kind.find("resolution") != std::string_view::npos ||
         kind.find("decision") != std::string_view::npos ||
         kind.find("presidential statement") != std::string_view::npos;
}

/// Resolutions, decisions and statements of an organ, drafts of them too.
bool is_act(const Symbol& symbol) {
  return !symbol.parts.empty() && is_act_by(describe_symbol(symbol.parts.front()).kind);
}

bool are_beside(const Series* a, const Series* b) {
  return a != nullptr && b != nullptr && (a->beside == b->id || b->beside == a->id);
}

/// What an act does with what it cites; nothing where that is no part of a chain. The cue of a
/// mandate ("submitted pursuant to resolution 77/37") is there about a report, not about the act.
std::optional<Relation> relation_of_act(const Document& act, const Reference& reference) {
  const Relation relation =
      reference.relation == Relation::mandated_by ? Relation::cites : reference.relation;
  if (relation == Relation::agenda) return std::nullopt;
  const Series* own = series_of(act.symbol);
  const Series* cited = series_of(reference.cited);
  const bool in_line = own != nullptr && own == cited;
  if (is_act(reference.cited)) return in_line ? std::optional(relation) : std::nullopt;
  return relation == Relation::takes_note || are_beside(own, cited) ? std::optional(relation)
                                                                    : std::nullopt;
}

/// The paragraph that the register says asked for this report, wherever the report speaks of it.
bool is_registered_mandate(const Document& report, const Reference& reference) {
  const Series* series = series_of(report.symbol);
  return series != nullptr && std::ranges::any_of(series->members, [&](const SeriesMember& member) {
           return member.symbol.names(report.symbol) && member.answers.names(reference.cited) &&
                  std::ranges::find(reference.pinpoints, member.answers_place) !=
                      reference.pinpoints.end();
         });
}

std::optional<Relation> relation_of(const Document& document, bool act,
                                    const Reference& reference) {
  const bool named =
      reference.kind == ReferenceKind::explicit_ || reference.kind == ReferenceKind::anaphoric;
  if (!named || reference.cited.parts.empty() || reference.cited.names(document.symbol))
    return std::nullopt;
  if (act) return relation_of_act(document, reference);
  const bool asked =
      reference.relation == Relation::mandated_by || is_registered_mandate(document, reference);
  return asked ? std::optional(Relation::mandated_by) : std::nullopt;
}

/// The links of one document while it is read: one for each document and relation, each place once.
class DocumentLinks {
 public:
  explicit DocumentLinks(Symbol later) : later_(std::move(later)) {}

  /// The number of the link.
  std::size_t to(const Symbol& earlier, std::string_view relation) {
    std::size_t number = links_.size();
    for (const std::string& part : earlier.parts) {
      const auto known = numbers_.find({std::string(relation), part});
      if (known != numbers_.end()) number = known->second;
    }
    for (const std::string& part : earlier.parts)
      numbers_.try_emplace({std::string(relation), part}, number);
    if (number == links_.size())
      links_.push_back({.earlier = earlier, .later = later_, .relation = std::string(relation)});
    return number;
  }

  void add_pinpoint(std::size_t link, const Locator& place) {
    if (pinpoints_.emplace(link, place).second) links_[link].pinpoints.push_back(place);
  }
  void add_place(std::size_t link, const Locator& place) {
    if (places_.emplace(link, place).second) links_[link].places.push_back(place);
  }

  /// What no place of the text says, the masthead does.
  std::vector<Link> take() {
    Locator masthead;
    masthead.part = "masthead";
    for (Link& link : links_)
      if (link.places.empty()) link.places = {masthead};
    return std::move(links_);
  }

 private:
  Symbol later_;
  std::vector<Link> links_;
  std::map<std::pair<std::string, std::string>, std::size_t> numbers_;  ///< by relation and part
  std::set<std::pair<std::size_t, Locator>> pinpoints_;
  std::set<std::pair<std::size_t, Locator>> places_;
};

/// "A/78/265, annex, para. 46"
void add_mandate(std::string_view mandate, DocumentLinks& links) {
  const std::size_t comma = mandate.find(',');
  const std::size_t link =
      links.to(symbol_from_normal_form(mandate.substr(0, comma)), name_of(Relation::mandated_by));
  if (comma == std::string_view::npos) return;
  if (const auto place = parse_locator(mandate.substr(comma + 1))) links.add_pinpoint(link, *place);
}

Link answer_of(const SeriesMember& member, const Series& series) {
  Link link{.earlier = member.answers,
            .later = member.symbol,
            .relation = std::string(name_of(Relation::mandated_by)),
            .evidence = member.evidence};
  if (member.symbol.parts.empty())
    link.due = {.id = series.id + " " + std::to_string(member.year),
                .year = member.year,
                .session = 0,
                .kind = series.kind,
                .title = series.name,
                .series = series.id};
  if (member.answers_place.place != Locator::Place::whole) link.pinpoints = {member.answers_place};
  return link;
}

/// Neighbours in a series; what is due between them and not known is said.
Link neighbours(const SeriesMember& before, const SeriesMember& after, const Series& series) {
  const std::vector<SeriesMember> between = due(series, before.year + 1, after.year - 1);
  const auto unknown = std::ranges::count_if(
      between, [](const SeriesMember& member) { return member.symbol.parts.empty(); });
  std::string evidence = "series " + series.id;
  if (unknown > 0)
    evidence += "; " + std::to_string(unknown) + " due between them whose symbol is not known";
  return {.earlier = before.symbol,
          .later = after.symbol,
          .relation = "follows",
          .evidence = std::move(evidence)};
}

void add_neighbours(const Symbol& symbol, const Series& series, std::vector<Link>& links) {
  const SeriesMember* last = nullptr;
  for (const SeriesMember& member : series.members) {
    if (member.symbol.parts.empty()) continue;
    if (last != nullptr && (last->symbol.names(symbol) || member.symbol.names(symbol)))
      links.push_back(neighbours(*last, member, series));
    last = &member;
  }
}

}  // namespace

bool is_act(const Document& document) {
  return is_act(document.symbol) ||
         is_act_by(document.masthead.normal(MastheadItem::document_type));
}

Symbol chain_name(const Document& document) {
  const std::string name = document.name();
  return name == document.symbol.text() ? document.symbol : Symbol{{name}};
}

std::vector<Link> links_in(const Document& document) {
  DocumentLinks links(chain_name(document));
  const bool act = is_act(document);
  for (const Reference& reference : document.marks.references) {
    const std::optional<Relation> relation = relation_of(document, act, reference);
    if (!relation) continue;
    const std::size_t link = links.to(reference.cited, name_of(*relation));
    for (const Locator& pinpoint : reference.pinpoints) links.add_pinpoint(link, pinpoint);
    links.add_place(link, locator_of(document, reference.span));
  }
  for (const Value* mandate : document.masthead.all(MastheadItem::mandate))
    add_mandate(mandate->normal, links);
  for (const Value* call : document.masthead.all(MastheadItem::call))
    links.to(Symbol{{call->normal}}, "answers");
  return links.take();
}

std::vector<Link> requests_in(const Document& document) {
  std::vector<Link> links;
  if (!is_act(document)) return links;
  const Symbol earlier = chain_name(document);
  for (const ReportRequest& request : report_requests(document)) {
    const std::string id = earlier.text() + " " + request.place.text();
    links.push_back(
        {.earlier = earlier,
         .due = {.id = id + " " + std::to_string(request.session),
                 .year = request.year(),
                 .session = request.session,
                 .kind = "report",
                 .title = "General Assembly, session " + std::to_string(request.session),
                 .series = {}},
         .relation = std::string(name_of(Relation::mandated_by)),
         .pinpoints = {request.place},
         .places = {request.place}});
  }
  return links;
}

std::vector<Link> links_of_register(const Symbol& symbol) {
  std::vector<Link> links;
  for (const Series& series : series_register())
    for (const SeriesMember& member : series.members)
      if (member.answers.names(symbol) ||
          (member.symbol.names(symbol) && !member.answers.parts.empty()))
        links.push_back(answer_of(member, series));
  if (const Series* series = series_of(symbol)) add_neighbours(symbol, *series, links);
  return links;
}

}  // namespace undex
