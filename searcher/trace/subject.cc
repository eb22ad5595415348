#include "searcher/trace/subject.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text.h"
#include "schemas/terms.h"
#include "searcher/query/asked_for.h"
#include "searcher/query/query.h"
#include "undex/error.h"

namespace undex::tracing {
namespace {

bool holds(const std::vector<const Name*>& names, const Name* name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "A -> B" of its later names; "Help Desk support (Help Desk -> Service Desk)" where only the form
/// of the name changed.
std::string title_of(const std::vector<const Name*>& names) {
  std::string title, forms;
  for (const NameChange& change : changes_among({names.front()}))
    if (!change.from_name.empty() && !change.to_name.empty())
      forms += (forms.empty() ? " (" : ", ") + change.from_name + " -> " + change.to_name;
  for (const Name* name : and_later(*names.front()))
    title += (title.empty() ? "" : " -> ") + name->preferred;
  return forms.empty() ? title : title + forms + ")";
}

std::string_view kind_of(const Name& name) { return name_of(name.kind); }

Subject named(const std::vector<NameNode::Value>& values) {
  Subject subject;
  for (const NameNode::Value& value : values) {
    const Name* name = find_name(value.id);
    if (!name || holds(subject.names, name)) continue;
    subject.names.push_back(name);
    subject.query +=
        (subject.query.empty() ? "" : " OR ") + std::string(value.field->name) + ":" + name->id;
  }
  if (subject.names.empty()) return subject;
  subject.kind = kind_of(*subject.names.front());
  subject.id = subject.names.front()->id;
  subject.title = title_of(subject.names);
  return subject;
}

/// What the words as a whole are taken for; nothing named for a question of several parts.
struct Meaning {
  std::vector<NameNode::Value> names{};
  const ConceptNode* idea = nullptr;

  void operator()(const NameNode& node) { names = node.values; }
  void operator()(const ConceptNode& node) {
    names = node.names;
    idea = &node;
  }
  template <typename Other>
  void operator()(const Other&) {}
};

std::size_t parts_of(const Node& tree) {
  const AndNode* all = std::get_if<AndNode>(&tree.value);
  if (!all) return 1;
  const auto texts = std::count_if(all->parts.begin(), all->parts.end(), query::is_text);
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, texts));
}

}  // namespace

bool Subject::is(std::string_view name_id) const {
  return std::any_of(names.begin(), names.end(),
                     [&](const Name* name) { return name->id == name_id; });
}

Subject subject_of(const std::string& typed) {
  if (collapse_spaces(typed).empty())
    throw Error(ErrorKind::usage, "trace of what? no name and no query given",
                "undex trace 'help desk'");
  const Node tree = read_query(typed);
  Meaning meaning;
  std::visit(meaning, tree.value);
  Node by_name;
  if (const Name* name = find_name(typed); name && meaning.names.empty()) {
    by_name = read_query("\"" + name->preferred + "\"");
    std::visit(meaning, by_name.value);
  }
  if (Subject subject = named(meaning.names); !subject.names.empty()) return subject;
  if (meaning.idea) {
    const std::optional<KnownConcept> known = find_concept(meaning.idea->id);
    return {.kind = "concept",
            .id = meaning.idea->id,
            .title = std::string(known ? known->label : meaning.idea->text),
            .query = typed};
  }
  return {.kind = "query", .id = {}, .title = typed, .query = typed, .parts = parts_of(tree)};
}

std::vector<const Name*> and_later(const Name& name) {
  std::vector<const Name*> names = {&name};
  const auto add = [&](const Name* later) {
    if (later && !holds(names, later)) names.push_back(later);
  };
  for (std::size_t at = 0; at < names.size(); ++at) {
    for (const NameChange& change : name_changes())
      if (change.from == names[at]) add(change.to);
    add(find_name(names[at]->successor));
  }
  return names;
}

std::vector<NameChange> changes_among(const std::vector<const Name*>& names) {
  std::vector<NameChange> changes;
  for (const NameChange& change : name_changes())
    if (holds(names, change.from) && holds(names, change.to)) changes.push_back(change);
  return changes;
}

}  // namespace undex::tracing
