#pragma once
// What ties a document to an earlier one: its own words, and the register of series.
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/series.h"
#include "undex/symbol.h"

namespace undex {

/// What was asked for, or is due in a series, and of which not even the symbol is known.
struct DueDocument {
  std::string id;  ///< one for each: "wsis-followup-reports 2023", "A/RES/79/175 16"
  int year = 0;
  int session = 0;  ///< of the General Assembly that it is for; 0: not said
  std::string kind;
  std::string title;   ///< of its series, or what it is for
  std::string series;  ///< id, or empty
};

/// Read as a sentence: `later` is `relation` `earlier`.
struct Link {
  Symbol earlier{};
  Symbol later{};  ///< empty: `due`
  DueDocument due{};
  std::string relation{};
  std::vector<Locator> pinpoints{};  ///< of the earlier one
  std::vector<Locator> places{};     ///< of the later one, which says so there; of the earlier one
                                     ///< where it says what is due
  std::string evidence{};            ///< of the register; empty: the document says so
};

/// Resolutions, decisions and statements of an organ, drafts of them too.
bool is_act(const Document& document);

/// The name by which a chain knows a document: its symbol, or {name()} of a paper without one and
/// of a submission.
Symbol chain_name(const Document& document);

/// What the document says of its mandate, of the call it answers and, when it is a resolution or
/// decision, of reports and of earlier ones of its series. One link for each document and relation.
std::vector<Link> links_in(const Document& document);

/// What the paragraphs of a resolution or decision ask for. Whether it came, other links tell.
std::vector<Link> requests_in(const Document& document);

/// What the register says of a document: what it answers, what answers it, and its neighbours in
/// its series. It is the later or the earlier one of each.
std::vector<Link> links_of_register(const Symbol& symbol);

}  // namespace undex
