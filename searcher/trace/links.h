#pragma once
// What ties a document to an earlier one: its own words, and the register of series.
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/series.h"
#include "undex/symbol.h"

namespace undex {

/// A member of a series that was asked for, or is due, and whose symbol is not known.
struct DueMember {
  const Series* series = nullptr;  ///< of the register; nullptr: none
  int year = 0;
};

/// Read as a sentence: `later` is `relation` `earlier`.
struct Link {
  Symbol earlier{};
  Symbol later{};  ///< empty: `due`
  DueMember due{};
  std::string relation{};
  std::vector<Locator> pinpoints{};  ///< of the earlier one
  std::vector<Locator> places{};     ///< of the later one, which says so there
  std::string evidence{};            ///< of the register; empty: the document says so
};

/// The name by which a chain knows a document: its symbol, or {name()} of a paper without one and
/// of a submission.
Symbol chain_name(const Document& document);

/// What the document says of its mandate, of the call it answers and, when it is a resolution or
/// decision, of reports and of earlier ones of its series. One link for each document and relation.
std::vector<Link> links_in(const Document& document);

/// What the register says of a document: what it answers, what answers it, and its neighbours in
/// its series. It is the later or the earlier one of each.
std::vector<Link> links_of_register(const Symbol& symbol);

}  // namespace undex
