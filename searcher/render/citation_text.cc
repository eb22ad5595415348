// The page of citations as a person reads it.
#include <algorithm>
#include <map>

#include "corpus/date.h"
#include "corpus/text.h"
#include "searcher/render/archive_answers.h"
#include "searcher/render/renderers.h"
#include "searcher/render/terminal.h"

namespace undex::rendering {
namespace {

constexpr std::size_t kBroadestName = 24;

std::string in_quotes(std::string_view words) { return "\"" + std::string(words) + "\""; }

void append(std::string& out, const std::string& remark) {
  if (!remark.empty()) out += (out.empty() ? "" : ", ") + remark;
}

/// What is to be said of one place: "its para. 4", "mandated by", "as "that resolution"", "twice".
std::string remark_on(const std::vector<const CitingPlace*>& times) {
  std::vector<Locator> pinpoints;
  std::string relations;
  std::string wording;
  bool by_name = false;
  for (const CitingPlace* place : times) {
    const Reference& reference = place->reference;
    for (const Locator& pinpoint : reference.pinpoints)
      if (std::find(pinpoints.begin(), pinpoints.end(), pinpoint) == pinpoints.end())
        pinpoints.push_back(pinpoint);
    const std::string relation(name_of(reference.relation));
    if (reference.relation != Relation::cites && relations.find(relation) == std::string::npos)
      append(relations, relation);
    by_name = by_name || reference.kind == ReferenceKind::explicit_;
    if (wording.empty())
      wording = reference.kind == ReferenceKind::quotation ? "quoted"
                                                           : "as " + in_quotes(place->as_printed);
  }
  std::string out = relations;
  if (!pinpoints.empty()) append(out, "its " + citation_of(pinpoints));
  if (!by_name) append(out, wording);
  if (times.size() > 1)
    append(out, times.size() == 2 ? "twice" : std::to_string(times.size()) + " times");
  return out;
}

/// "masthead; summary (its para. 4); paras. 1, 3 (twice) and 18"
std::string places_in_words(const std::vector<CitingPlace>& places) {
  std::vector<Locator> where;
  std::vector<std::string> remarks;
  std::map<Locator, std::vector<const CitingPlace*>> times;
  for (const CitingPlace& place : places) {
    if (!times.contains(place.at)) where.push_back(place.at);
    times[place.at].push_back(&place);
  }
  for (const Locator& at : where) remarks.push_back(remark_on(times[at]));
  return citation_of(where, remarks);
}

std::string date_of(const CitationPartner& partner) {
  const std::optional<Date> date = parse_date(partner.date);
  return (date ? date->printed() : partner.date) + (partner.date_flag.empty() ? "" : "?");
}

/// Whether it is worth saying of each document that it is held: where some are and some are not.
bool held_differs(const std::vector<CitationPartner>& partners) {
  return std::any_of(partners.begin(), partners.end(), [&](const CitationPartner& partner) {
    return partner.held != partners.front().held;
  });
}

/// What stands before the places of one document, all as wide as the widest that is not too wide.
std::vector<std::string> leads_of(const std::vector<CitationPartner>& partners, bool dated,
                                  const RenderOptions& options) {
  std::vector<std::vector<std::string>> cells;
  const bool held = !dated && held_differs(partners);
  const bool named = std::ranges::any_of(
      partners, [](const CitationPartner& partner) { return !partner.archive.empty(); });
  for (const CitationPartner& partner : partners) {
    cells.push_back({"  " + bold(printable(partner.name), options.color)});
    if (dated) cells.back().push_back(printable(date_of(partner)));
    if (held) cells.back().emplace_back(partner.held ? "held" : "not held");
    if (named) cells.back().push_back(printable(partner.archive));
  }
  std::vector<std::size_t> widest(3, 0);
  for (const auto& row : cells)
    for (std::size_t i = 0; i < row.size(); ++i)
      widest[i] = std::max(widest[i], std::min(columns_of(row[i]), kBroadestName));
  std::vector<std::string> leads;
  for (const auto& row : cells) {
    std::string lead;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t columns = columns_of(row[i]);
      lead += row[i] + std::string(columns < widest[i] ? widest[i] - columns + 2 : 2, ' ');
    }
    leads.push_back(lead);
  }
  return leads;
}

std::string partners_text(const std::vector<CitationPartner>& partners, bool dated,
                          const RenderOptions& options) {
  std::string out;
  const std::vector<std::string> leads = leads_of(partners, dated, options);
  for (std::size_t i = 0; i < partners.size(); ++i)
    out += wrapped(printable(places_in_words(partners[i].places)), leads[i], options.width);
  return out;
}

std::string held_of(const std::vector<CitationPartner>& partners) {
  const auto held = static_cast<std::size_t>(std::count_if(
      partners.begin(), partners.end(), [](const CitationPartner& p) { return p.held; }));
  if (held == 0) return "none held";
  return held == partners.size() ? "all held" : std::to_string(held) + " held";
}

std::string asked(const CitationPage& page) {
  const std::string name = printable(page.name);
  return page.only.empty() ? name : name + ", " + printable(citation_of(page.only)) + ",";
}

std::string cites_text(const CitationPage& page, const RenderOptions& options) {
  if (!page.held) return printable(page.name) + " is not held\n";
  if (page.cites.empty()) return asked(page) + " cites no other document\n";
  return asked(page) + " cites " + counted(page.cites.size(), "document") + " (" +
         held_of(page.cites) + ")\n" + partners_text(page.cites, false, options);
}

std::string cited_by_text(const CitationPage& page, const RenderOptions& options) {
  const std::string head =
      page.only.empty() || !page.held ? "Cited by " : "This place is cited by ";
  const std::string there = page.archives.empty() ? " in this archive" : " in these archives";
  if (page.cited_by.empty()) return head + "no document" + there + "\n";
  return head + counted(page.cited_by.size(), "document") + there + "\n" +
         partners_text(page.cited_by, true, options);
}

/// A heading, then a line a place with its words.
std::string listed(const std::string& head, const std::vector<CitingPlace>& places,
                   const RenderOptions& options) {
  if (places.empty()) return {};
  std::string out = "\n" + head + ": " + std::to_string(places.size()) + "\n";
  std::size_t widest = 0;
  for (const CitingPlace& place : places)
    widest = std::max(widest, std::min(place.at.citation().size(), kBroadestName));
  for (const CitingPlace& place : places) {
    std::string lead = "  " + printable(place.at.citation());
    const std::size_t columns = columns_of(lead);
    lead += std::string(columns < widest + 4 ? widest + 4 - columns : 2, ' ');
    std::string words = in_quotes(place.as_printed);
    if (!place.reference.pinpoints.empty() && place.reference.target.empty())
      words += "  " + citation_of(place.reference.pinpoints);
    out += wrapped(printable(words), lead, options.width);
  }
  return out;
}

}  // namespace

std::string citations_text(const CitationPage& page, const RenderOptions& options, bool all) {
  std::string out = cites_text(page, options) + "\n" + cited_by_text(page, options);
  for (const std::string& missing : missing_archives(page.archives))
    out += wrapped(missing, "note: ", options.width);
  out += listed("Unresolved, more than one document could be meant", page.unresolved, options);
  out += listed("No document in particular", page.generic, options);
  if (all) out += listed("Places of the document itself, and addresses", page.others, options);
  if (!page.notices.empty()) out += "\n";
  for (const Notice& notice : page.notices)
    out +=
        wrapped(printable(notice.locator.citation() + ": " + notice.text), "note: ", options.width);
  return out;
}

}  // namespace undex::rendering
