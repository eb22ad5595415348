#include "searcher/search/explanation.h"

#include <algorithm>
#include <set>
#include <string>

#include "searcher/query/describe.h"

namespace undex::search {

Explanation explanation_of(const Asked& asked, const query::PlanContext& databases) {
  Explanation out;
  const auto add = [](std::vector<std::string>& ids, const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  for (const Node* leaf : query::positive_leaves(asked.tree)) {
    if (const ConceptNode* node = std::get_if<ConceptNode>(&leaf->value))
      add(out.concepts, node->id);
    if (const LabelNode* node = std::get_if<LabelNode>(&leaf->value))
      for (const std::string& id : node->ids) add(out.headings, id);
  }
  const std::set<std::string> terms(asked.paragraphs.get_terms_begin(),
                                    asked.paragraphs.get_terms_end());
  for (const std::string& term : terms)
    out.terms.push_back(term + " " + std::to_string(databases.paragraphs.get_termfreq(term)));
  out.documents = query::description_of(asked.documents);
  out.paragraphs = query::description_of(asked.paragraphs);
  return out;
}

}  // namespace undex::search
