#include "indexer/understand/proposals/discover.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/text.h"
#include "indexer/understand/proposals/known_names.h"
#include "indexer/understand/proposals/name_candidates.h"
#include "indexer/understand/proposals/name_words.h"
#include "indexer/understand/proposals/proposal_row.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

struct BasisRow {
  Proposal::Basis basis;
  std::string_view name;
  double weight;  ///< how often such a proposal is kept by who reviews it
};
constexpr BasisRow kBases[] = {
    {Proposal::Basis::definition, "defined", 3.0},
    {Proposal::Basis::quoted, "quoted", 2.5},
    {Proposal::Basis::capitals, "capitals", 2.0},
    {Proposal::Basis::apposition, "apposition", 1.0},
    {Proposal::Basis::bracketed, "bracketed", 0.8},
    {Proposal::Basis::token, "token", 0.8},
};

const BasisRow& row_of(Proposal::Basis basis) {
  return *std::find_if(std::begin(kBases), std::end(kBases),
                       [&](const BasisRow& row) { return row.basis == basis; });
}

using Counts = std::map<std::string, std::size_t>;

std::string most_often(const Counts& counts) {
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : best->first;
}

/// All that was seen of one name.
struct Seen {
  Counts spellings;
  Counts short_forms;
  Counts kinds;  ///< "bodies office"
  Proposal::Basis basis = Proposal::Basis::token;
  std::size_t paragraphs = 0;
  std::set<std::size_t> documents;
  Place first;
  Place last;

  void see(const Place& place, std::size_t document) {
    const bool again = documents.contains(document) &&
                       ((last.document == place.document && last.locator == place.locator) ||
                        (first.document == place.document && first.locator == place.locator));
    if (!again) ++paragraphs;
    const bool earlier = !place.date.empty() && (first.date.empty() || place.date < first.date);
    if (documents.empty() || earlier) first = place;
    if (documents.empty() || place.date >= last.date) last = place;
    documents.insert(document);
  }
};

/// "least developed countries (LDC)" defines a short form for an idea, not for a name.
bool names_something(std::string_view long_form, std::string_view short_form) {
  std::size_t capitals = 0;
  std::size_t words = 0;
  for (const NameWord& word : name_words(long_form)) {
    if (word.end - word.begin < 4) continue;
    ++words;
    capitals += word.capital ? 1U : 0U;
  }
  return words > 0 && (capitals * 2 > words || is_camel_case(short_form));
}

}  // namespace

std::string_view name_of(Proposal::Basis basis) { return row_of(basis).name; }

struct Discovery::State {
  KnownNames known;
  std::map<std::string, Seen> seen;               ///< by name_key
  std::map<std::string, std::string> defined_as;  ///< key of a short form -> of its long form
  std::size_t documents = 0;

  explicit State(std::span<const Name> names) : known(names) {}

  void see(const NameCandidate& candidate, const std::string& words, const Place& place) {
    const std::string key = name_key(words);
    if (key.size() < 3 || known.has(words)) return;
    if (candidate.basis != Proposal::Basis::token &&
        (known.has_part(words) || known.begins_with_name(words)))
      return;
    Seen& one = seen[key];
    ++one.spellings[words];
    if (!candidate.kind.empty()) ++one.kinds[candidate.table + " " + candidate.kind];
    one.basis = std::min(one.basis, candidate.basis);
    one.see(place, documents);
  }

  void define(const Definition& definition, const Place& place) {
    if (!definition.id.empty() || known.has(definition.long_form) ||
        !names_something(definition.long_form, definition.short_form))
      return;
    const HeadNoun* noun = head_of_phrase(definition.long_form);
    NameCandidate candidate{0, 0, Proposal::Basis::definition, noun ? noun->table : "",
                            noun ? noun->kind : ""};
    see(candidate, definition.long_form, place);
    const std::string key = name_key(definition.long_form);
    const auto found = seen.find(key);
    if (found == seen.end()) return;
    ++found->second.short_forms[definition.short_form];
    defined_as.emplace(name_key(definition.short_form), key);
  }

  /// What stands under a short form is counted with the name it stands for.
  std::map<std::string, Seen> merged() const;
  Proposal propose(const Seen& one) const;
};

std::map<std::string, Seen> Discovery::State::merged() const {
  std::map<std::string, Seen> all = seen;
  for (const auto& [short_key, long_key] : defined_as) {
    const auto from = all.find(short_key);
    const auto to = all.find(long_key);
    if (from == all.end() || to == all.end() || from == to) continue;
    Seen& one = to->second;
    one.paragraphs += from->second.paragraphs;
    one.documents.insert(from->second.documents.begin(), from->second.documents.end());
    const Place& later = from->second.last;
    if (later.date > one.last.date) one.last = later;
    const Place& earlier = from->second.first;
    if (!earlier.date.empty() && earlier.date < one.first.date) one.first = earlier;
    all.erase(from);
  }
  return all;
}

Proposal Discovery::State::propose(const Seen& one) const {
  Proposal proposal;
  proposal.name = most_often(one.spellings);
  for (const auto& [text, count] : one.short_forms) proposal.variants.push_back(text);
  for (const auto& [text, count] : one.spellings)
    if (text != proposal.name) proposal.variants.push_back(text);
  proposal.basis = one.basis;
  if (one.basis == Proposal::Basis::token) proposal.perhaps = known.meant_by(proposal.name);
  const std::string kind = most_often(one.kinds);
  const std::size_t blank = kind.find(' ');
  proposal.table = kind.empty() ? "bodies" : kind.substr(0, blank);
  proposal.kind = kind.empty() ? "organization" : kind.substr(blank + 1);
  proposal.paragraphs = one.paragraphs;
  proposal.documents = one.documents.size();
  proposal.first = one.first;
  proposal.last = one.last;
  proposal.score = row_of(one.basis).weight * std::log2(1.0 + static_cast<double>(one.paragraphs)) +
                   0.5 * std::log2(static_cast<double>(one.documents.size()));
  return proposal;
}

Discovery::Discovery(std::span<const Name> known) : state_(std::make_unique<State>(known)) {}
Discovery::Discovery(Discovery&&) noexcept = default;
Discovery::~Discovery() = default;

void Discovery::add(const Document& document) {
  const std::string language = document.language();
  if (language != "en" && language != "und") return;
  ++state_->documents;
  const Masthead& masthead = document.masthead;
  Place place{document.name(), {}, masthead.normal(MastheadItem::date)};
  for (const Definition& definition : document.marks.definitions) {
    place.locator = locator_of(document, definition.span);
    state_->define(definition, place);
  }
  for_each_text(document, Texts::running, [&](const MarkSpan& whole, std::string_view text) {
    if (whole.block < 0) return;  // A title is in capitals for its own sake.
    place.locator = locator_of(document, whole);
    for (const NameCandidate& candidate : name_candidates(text))
      state_->see(candidate,
                  std::string(text.substr(candidate.begin, candidate.end - candidate.begin)),
                  place);
  });
}

std::vector<Proposal> Discovery::proposals(std::size_t min_paragraphs) const {
  const std::map<std::string, Seen> all = state_->merged();
  LongerNames longer;
  for (const auto& [key, one] : all) longer.add(most_often(one.spellings), one.paragraphs);
  std::vector<Proposal> proposals;
  for (const auto& [key, one] : all) {
    const bool certain = one.basis <= Proposal::Basis::quoted;
    if (one.paragraphs < min_paragraphs && !certain) continue;
    const Proposal proposal = state_->propose(one);
    if (!longer.hides(proposal.name, one.paragraphs)) proposals.push_back(proposal);
  }
  std::stable_sort(proposals.begin(), proposals.end(),
                   [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  name_proposals(proposals, state_->known);
  return proposals;
}

}  // namespace undex
