#pragma once
// Counting the values of fields over everything that matches. Of most fields paragraphs have the
// values of their document: they are counted by document. What a paragraph names is its own
// (Field::read_marks): these values are counted by paragraph. Counts are exact, and so are those of
// a value that others belong to: what has any of them is counted once.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/fields.h"
#include "searcher/search/matches.h"
#include "searcher/search/tally.h"
#include "undex/search.h"

namespace undex::search {

/// The field of that name; Error{usage} when there is none or it cannot be counted.
const Field& facet_field(std::string_view name);

struct FacetCounting {
  std::function<Matches(const Node&)> find;  ///< what another question finds
  /// Set where the archive is a part of several: documents that others show. Every value held is
  /// told then, in natural order, whatever the request asks for: they are added up first.
  const Docids* elsewhere = nullptr;
};

/// The fields of Request::facets over what the tree finds. A field on which the tree has conditions
/// is counted without them, in a pass of its own. A field that is named twice is counted once.
std::vector<Facet> count_facets(const Request& request, const Node& tree, const Matches& matches,
                                const Index& index, const FacetCounting& counting);

/// The facet of a field whose values (Column) have these counts.
Facet make_facet(const Field& field, const Column& column, const std::vector<MatchCount>& counts,
                 const Request& request, const Node& tree);

/// In the reader's language where it is known, else as the index has it: `otherwise`, or the value.
std::string label_for(std::string_view field, std::string_view value, std::string_view otherwise,
                      std::string_view language);
/// Error{usage} when it is no language of the labels.
void check_language(const std::string& language);

/// The first values of a field over all documents held, as count_facets() orders them; only those
/// that hold `matching`.
std::vector<std::string> labels_held(const Field& field, const Columns& columns, std::size_t most,
                                     const std::string& matching = {});

/// Years between the first and the last of the facet of which no document is held, as ranges:
/// "2004-2008, 2010-2022".
std::string years_not_held(const Facet& years);

}  // namespace undex::search
