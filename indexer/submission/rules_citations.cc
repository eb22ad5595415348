// Rules about what it cites: its mandate, and what the archive holds.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "corpus/citation/against_held.h"
#include "indexer/submission/rules.h"

namespace undex::submission {
namespace {

using Verdict = Finding::Verdict;

constexpr std::size_t kMostFindings = 20;

/// Documents cited, each read once.
class Held {
 public:
  Held(const Archive& archive, std::string language)
      : archive_(archive), language_(std::move(language)) {}

  /// In the language of the submission if it is held in it; nullptr when it is not held.
  const Document* find(const Symbol& symbol) {
    const auto [found, fresh] = read_.try_emplace(symbol.text());
    if (fresh) found->second = read(symbol);
    return found->second.get();
  }

 private:
  std::unique_ptr<Document> read(const Symbol& symbol) const {
    const std::vector<ArchiveEntry> entries = archive_.find(symbol.text());
    if (entries.empty()) return nullptr;
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const ArchiveEntry& entry) {
      return entry.language == language_;
    });
    return std::make_unique<Document>(
        archive_.read(same == entries.end() ? entries.front() : *same));
  }

  const Archive& archive_;
  std::string language_;
  std::map<std::string, std::unique_ptr<Document>> read_;  ///< by symbol; empty: not held
};

bool is_citation(const Reference& reference) {
  return !reference.cited.parts.empty() && reference.kind != ReferenceKind::internal &&
         reference.kind != ReferenceKind::internal_vague && reference.kind != ReferenceKind::url;
}

bool has_place(const Document& document, const Locator& place) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return place.contains(block.locator) ||
           std::any_of(block.points.begin(), block.points.end(),
                       [&](const InlinePoint& point) { return place.contains(point.locator); });
  });
}

/// "A/78/265, annex, para. 46"
std::string citation_text(const Symbol& symbol, const std::vector<Locator>& places) {
  return symbol.text() + (places.empty() ? "" : ", " + citation_of(places));
}

/// What is cited, with all places in it, in the order of the text.
struct Cited {
  Symbol symbol;
  std::vector<Locator> places;
  std::string where;  ///< first place in the submission
};

std::vector<Cited> cited_in(const Document& document) {
  std::vector<Cited> all;
  std::map<std::string, std::size_t> index;
  for (const Reference& reference : document.marks.references) {
    if (!is_citation(reference)) continue;
    const auto [found, fresh] = index.emplace(reference.cited.text(), all.size());
    if (fresh) all.push_back({reference.cited, {}, locator_of(document, reference.span).text()});
    std::vector<Locator>& places = all[found->second].places;
    for (const Locator& place : reference.pinpoints)
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return all;
}

/// That an abridged or catalogue record lacks a place says nothing of the document.
bool is_record(const Document& held) {
  return held.masthead.find(MastheadItem::abridged) || held.masthead.find(MastheadItem::record);
}

/// The places that the document held does not have.
std::vector<Locator> missing_places(const Cited& cited, const Document& held) {
  std::vector<Locator> missing;
  for (const Locator& place : cited.places)
    if (!has_place(held, place)) missing.push_back(place);
  return missing;
}

void check_quotations(const Document& document, Held& held, Findings& findings) {
  const auto find = [&](const Symbol& symbol) { return held.find(symbol); };
  for (const Notice& notice : check_against_held(document, find))
    if (notice.code == "cites-misquoted")
      findings.push_back({{},
                          Verdict::warning,
                          notice.locator.text(),
                          notice.text,
                          "compare it with the document held"});
}

void cut(Findings& findings) {
  if (findings.size() <= kMostFindings) return;
  const std::size_t more = findings.size() - kMostFindings;
  findings.resize(kMostFindings);
  findings.push_back({{}, Verdict::note, {}, "and " + std::to_string(more) + " more", {}});
}

/// What is held whole stands first, what is to be looked at or not held last.
void sum_up(const std::vector<std::string>& sound, const std::vector<std::string>& unsure,
            const std::vector<std::string>& unknown, Findings& findings) {
  if (!sound.empty())
    findings.insert(findings.begin(), {{}, Verdict::ok, {}, "held: " + listed(sound), {}});
  if (!unsure.empty())
    findings.push_back(
        {{}, Verdict::note, {}, "held as a record only, without " + listed(unsure), {}});
  if (!unknown.empty())
    findings.push_back({{}, Verdict::note, {}, "not held: " + listed(unknown), {}});
}

}  // namespace

void check_mandate(const Subject& subject, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  const Call& call = subject.call;
  for (const Reference& reference : subject.document->marks.references) {
    if (!is_citation(reference) || !reference.cited.names(call.mandate)) continue;
    findings.push_back({{},
                        Verdict::ok,
                        locator_of(*subject.document, reference.span).text(),
                        "cites " + citation_text(reference.cited, reference.pinpoints),
                        {}});
    return;
  }
  for (const Block& block : subject.document->blocks) {
    if (block.text.find(call.reference) == std::string::npos) continue;
    findings.push_back({{}, Verdict::ok, block.locator.text(), "cites " + call.reference, {}});
    return;
  }
  findings.push_back({{},
                      Verdict::note,
                      {},
                      "cites neither " + call.reference + " nor " + call.mandate.text(),
                      "see that it answers this call"});
}

void check_citations(const Subject& subject, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  const std::vector<Cited> all = cited_in(*subject.document);
  if (all.empty() || !subject.archive) {
    findings.push_back({{},
                        all.empty() ? Verdict::ok : Verdict::note,
                        {},
                        all.empty() ? "it cites no document"
                                    : "not checked: there is no archive to check them against",
                        {}});
    return;
  }
  Held held(*subject.archive, subject.document->language());
  std::vector<std::string> sound, unsure, unknown;
  for (const Cited& cited : all) {
    const Document* document = held.find(cited.symbol);
    if (!document) {
      unknown.push_back(citation_text(cited.symbol, cited.places));
      continue;
    }
    const std::vector<Locator> missing = missing_places(cited, *document);
    if (missing.empty())
      sound.push_back(citation_text(cited.symbol, cited.places));
    else if (is_record(*document))
      unsure.push_back(citation_text(cited.symbol, missing));
    else
      findings.push_back({{},
                          Verdict::warning,
                          cited.where,
                          "cites " + citation_text(cited.symbol, missing) +
                              ", which the document held does not have",
                          "ask the sender which place is meant"});
  }
  check_quotations(*subject.document, held, findings);
  cut(findings);
  sum_up(sound, unsure, unknown, findings);
}

}  // namespace undex::submission
