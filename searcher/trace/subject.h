#pragma once
// What a trace is of: a name of the authority file with what it was called before and became, a
// concept, or a query of any kind.
#include <string>
#include <string_view>
#include <vector>

#include "corpus/authority.h"

namespace undex::tracing {

struct Subject {
  std::string kind;   ///< "initiative", "office", "state", ...; "concept"; "query"
  std::string id;     ///< of the name asked for, or of the concept
  std::string title;  ///< "Help Desk -> Service Desk"
  std::string query;  ///< finds its paragraphs
  /// The one asked for, what it became, what it was before; empty for a concept or a query.
  std::vector<const Name*> names{};
  std::size_t parts =
      1;  ///< things of which a paragraph must hold all: "computers donated" has two

  bool is(std::string_view name_id) const;
};

/// Of a name in any language and variant, its id, or a query. Throws QueryError, and Error{usage}
/// when it is empty.
Subject subject_of(const std::string& typed);

/// What the name became, one after the other, itself first.
std::vector<const Name*> and_later(const Name& name);

/// The changes that lead from one of these names to another, or from one form of a name to another.
std::vector<NameChange> changes_among(const std::vector<const Name*>& names);

}  // namespace undex::tracing
