#include "searcher/search/explanation.h"

#include <algorithm>
#include <set>
#include <string>

#include "searcher/query/describe.h"

namespace undex::search {

Explanation explanation_of(const Asked& asked, const query::PlanContext& databases) {
  Explanation out;
  for (const Node* leaf : query::positive_leaves(asked.tree))
    if (const ConceptNode* node = std::get_if<ConceptNode>(&leaf->value))
      if (std::find(out.concepts.begin(), out.concepts.end(), node->id) == out.concepts.end())
        out.concepts.push_back(node->id);
  const std::set<std::string> terms(asked.paragraphs.get_terms_begin(),
                                    asked.paragraphs.get_terms_end());
  for (const std::string& term : terms)
    out.terms.push_back(term + " " + std::to_string(databases.paragraphs.get_termfreq(term)));
  out.documents = query::description_of(asked.documents);
  out.paragraphs = query::description_of(asked.paragraphs);
  return out;
}

}  // namespace undex::search
