#include "indexer/outcome.h"

#include <algorithm>
#include <set>
#include <utility>

namespace undex {
namespace {

/// Places of this kind in the main text, or, where it has none, in the annexes: a letter that
/// transmits a report. Each is counted once: a quotation shares the place it stands in.
std::size_t count_of(const Document& document, Locator::Place place) {
  std::set<std::string> main;
  std::set<std::pair<std::string, std::string>> annexed;
  for (const Block& block : document.blocks) {
    if (block.locator.place != place) continue;
    if (block.locator.part.empty())
      main.insert(block.locator.number);
    else
      annexed.emplace(block.locator.part, block.locator.number);
  }
  return main.empty() ? annexed.size() : main.size();
}

std::size_t count_citations(const Document& document) {
  const std::vector<Reference>& references = document.marks.references;
  return static_cast<std::size_t>(std::count_if(
      references.begin(), references.end(),
      [](const Reference& reference) { return reference.kind == ReferenceKind::explicit_; }));
}

}  // namespace

std::string_view name_of(Outcome::What what) {
  switch (what) {
    case Outcome::What::added:
      return "added";
    case Outcome::What::changed:
      return "changed";
    case Outcome::What::same_text:
      return "same-text";
    case Outcome::What::conflict:
      return "conflict";
    case Outcome::What::unchanged:
      return "unchanged";
    case Outcome::What::failed:
      return "failed";
    case Outcome::What::skipped:
      return "skipped";
    case Outcome::What::gone:
      return "gone";
  }
  return "";
}

void describe(const Document& document, Outcome& outcome) {
  outcome.name = document.name();
  outcome.type = document.masthead.normal(MastheadItem::document_type);
  if (const Value* date = document.masthead.find(MastheadItem::date)) {
    outcome.date = date->printed.empty() ? date->normal : date->printed;
    outcome.date_flag = date->flag;
  }
  outcome.format = document.provenance.format;
  outcome.paragraphs = count_of(document, Locator::Place::paragraph);
  outcome.unnumbered = count_of(document, Locator::Place::unnumbered);
  outcome.citations = count_citations(document);
  outcome.notices = document.notices;
}

void fail(Outcome& outcome, std::string reason, std::string remedy) {
  outcome.what = Outcome::What::failed;
  outcome.reason = std::move(reason);
  outcome.remedy = std::move(remedy);
}

}  // namespace undex
