#pragma once
// How a query was understood, in words, and what the user should know about the answer.
#include <functional>
#include <string>
#include <vector>

#include "searcher/query/headings.h"
#include "searcher/query/plan.h"
#include "searcher/search/index.h"
#include "undex/search.h"

namespace undex::search {

/// Paragraphs that match a query, of those that the fields of the question leave over.
using CountParagraphs = std::function<std::size_t(const Xapian::Query&)>;

/// One entry for each thing asked for, in the order typed; NEAR, ADJ and para() have one before
/// those of their words. A wildcard or fuzzy word names the words it stands for, at most eight.
/// `fields` are the paragraphs that the fields of the question leave over.
std::vector<Understood> understood(const Node& tree, const query::Expansion& expansion,
                                   const Xapian::Query& fields, const CountParagraphs& count);

/// Headings of the thesaurus that words lead to and that were not asked for, at most three.
std::vector<std::string> notes_on_headings(const std::vector<query::HeadingBeside>& beside);
/// Words passed over, symbols that are not held.
std::vector<std::string> notes_on(const Node& tree, const query::Expansion& expansion);
/// Which word or filter has no match, or that each has but no document has all.
std::vector<std::string> notes_on_nothing(const Node& tree, const Index& index,
                                          const query::LeftOut& left_out);

}  // namespace undex::search
