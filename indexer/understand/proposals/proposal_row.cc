#include "indexer/understand/proposals/proposal_row.h"

#include <algorithm>
#include <set>

#include "corpus/ascii.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex {
namespace {

/// An id is short: the short form when there is one, else the first words that tell something.
std::string id_of(const Proposal& proposal) {
  constexpr std::size_t kMostWords = 4;
  const std::set<std::string, std::less<>> passed = {"the", "of", "for", "and",    "on",
                                                     "in",  "to", "at",  "united", "nations"};
  const auto shortest =
      std::find_if(proposal.variants.begin(), proposal.variants.end(),
                   [](const std::string& text) { return text.find(' ') == std::string::npos; });
  const std::string source =
      to_lower(shortest == proposal.variants.end() ? proposal.name : *shortest);
  std::string id;
  std::size_t words = 0;
  for (std::string_view word : split(source, ' ')) {
    std::string plain;
    for (char c : word)
      if (is_letter(c) || is_digit(c) || c == '-') plain += c;
    if (plain.empty() || passed.contains(plain) || words == kMostWords) continue;
    id += (words++ > 0 ? "-" : "") + plain;
  }
  return id.empty() ? "name" : id;
}

std::string joined(const std::vector<std::string>& cells, char mark) {
  std::string out;
  for (const std::string& cell : cells) out += (out.empty() ? "" : std::string(1, mark)) + cell;
  return out;
}

std::string cell_of(std::string_view text) {
  std::string cell = collapse_spaces(text);
  std::replace(cell.begin(), cell.end(), '|', '/');
  return cell;
}

}  // namespace

void LongerNames::add(std::string_view name, std::size_t paragraphs) {
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] != ' ') continue;
    for (std::string_view part : {name.substr(0, i), name.substr(i + 1)}) {
      std::size_t& most = parts_[name_key(part)];
      most = std::max(most, paragraphs);
    }
  }
}

bool LongerNames::hides(std::string_view name, std::size_t paragraphs) const {
  const auto found = parts_.find(name_key(name));
  return found != parts_.end() && paragraphs <= 2 * found->second;
}

void name_proposals(std::vector<Proposal>& proposals, const KnownNames& known) {
  std::set<std::string> taken;
  for (Proposal& proposal : proposals) {
    const std::string base = id_of(proposal);
    std::string id = base;
    for (int number = 2; known.has_id(id) || taken.contains(id); ++number)
      id = base + "-" + std::to_string(number);
    taken.insert(id);
    proposal.id = id;
  }
}

std::string evidence_of(const Place& place) {
  const std::string where = place.locator.citation();
  return place.document + (where.empty() ? "" : ", " + where);
}

std::string table_row(const Proposal& proposal) {
  std::vector<std::string> variants;
  for (const std::string& text : proposal.variants) variants.push_back(cell_of(text));
  const std::string perhaps =
      proposal.perhaps.empty() ? "" : ", perhaps short for " + proposal.perhaps;
  const std::string note = "proposed (" + std::string(name_of(proposal.basis)) + "): paragraphs " +
                           std::to_string(proposal.paragraphs) + ", documents " +
                           std::to_string(proposal.documents) + ", last " +
                           evidence_of(proposal.last) + perhaps;
  std::string row;
  for (const std::string& cell :
       {proposal.id, proposal.kind, cell_of(proposal.name), joined(variants, '|'), std::string(),
        std::string(), std::string(), cell_of(evidence_of(proposal.first)), std::string(),
        cell_of(note)})
    row += (row.empty() ? "" : "\t") + cell;
  return row;
}

}  // namespace undex
