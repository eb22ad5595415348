#include "searcher/search/explain.h"

#include <algorithm>
#include <set>
#include <utility>

#include "corpus/authority.h"
#include "corpus/text.h"
#include "schemas/label_key.h"
#include "schemas/terms.h"
#include "searcher/query/docids.h"
#include "searcher/query/names.h"
#include "searcher/query/symbols.h"
#include "searcher/query/ways.h"
#include "searcher/query/wording.h"
#include "searcher/search/facets.h"
#include "searcher/search/holders.h"
#include "searcher/search/wordings.h"

namespace undex::search {
namespace {

using query::Expansion;
using query::PlanContext;
using query::Side;

constexpr std::size_t kValuesNamed = 5;
/// A query of a thousand words must not ask a thousand more questions.
constexpr std::size_t kLeavesCounted = 32;
constexpr std::size_t kNotesOnNothing = 5;
constexpr std::size_t kFormsNamed = 8;
constexpr std::size_t kHeadingsNoted = 3;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string plural(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string in_field(const Field* field) {
  return field ? " in the " + to_lower(field->label) : std::string();
}

/// "year before 2005", "figure over 1000", "session from 57 on".
std::string range_in_words(const RangeNode& range) {
  const bool time = range.field->kind == FieldKind::year || range.field->kind == FieldKind::date;
  const std::string out = to_lower(range.field->label);
  if (range.from.empty())
    return out + (!range.below ? " up to " : time ? " before " : " under ") + range.to;
  if (range.to.empty() && range.above) return out + (time ? " after " : " over ") + range.from;
  if (range.to.empty()) return out + " from " + range.from + " on";
  return out + " " + range.from + " to " + range.to;
}

/// "with at most 3 words between".
std::string distance_in_words(const NearNode& node) {
  if (node.unit == NearNode::Unit::sentence)
    return node.distance == 0 ? "in one sentence"
                              : "at most " + plural(node.distance, "sentence") + " apart";
  if (node.distance == 0) return "with no word between";
  return "with at most " + plural(node.distance, "word") + " between";
}

/// "name Information Technology Services Division; also Office of Information and Communications
/// Technology (it merged into this, A/RES/63/262)".
std::string names_in_words(const std::vector<NameNode::Value>& values) {
  std::string out;
  for (const NameNode::Value& value : values) {
    const Name* name = find_name(value.id);
    if (!name) continue;
    out += (out.empty() ? "name " : "; also ") + name->preferred;
    const query::NameLink link = query::link_between(values.front().id, value.id);
    if (value.id == values.front().id || link.words.empty()) continue;
    out += " (" + std::string(link.words);
    if (!link.when.empty()) out += ", " + std::string(link.when);
    out += ")";
  }
  return out;
}

/// Any node in words.
struct InWords {
  const Expansion& expansion;

  std::string of(const Node& node) const { return std::visit(*this, node.value); }

  /// What joins others stands in parentheses among them.
  std::string joined(const std::vector<Node>& parts, const std::string& word) const {
    std::string out;
    for (const Node& part : parts) {
      const bool joins = std::holds_alternative<AndNode>(part.value) ||
                         std::holds_alternative<OrNode>(part.value) ||
                         std::holds_alternative<NearNode>(part.value);
      out += (out.empty() ? "" : " " + word + " ") + (joins ? "(" + of(part) + ")" : of(part));
    }
    return out;
  }

  std::string operator()(const Words& words) const {
    const std::string kind = words.exact ? "exactly " : words.quoted ? "phrase " : "word ";
    return kind + quoted(words.text) + in_field(words.field);
  }
  std::string operator()(const ConceptNode& node) const {
    const std::string names = names_in_words(node.names);
    return "concept " + node.id + in_field(node.field) + (names.empty() ? "" : ", " + names);
  }
  std::string operator()(const SymbolNode& node) const {
    const bool held = query::is_held(node.symbol, expansion);
    const std::string name = node.symbol.text();
    if (node.pinpoint && held) return name + ", " + node.pinpoint->citation();
    return "the document " + name + (held ? "" : " (not held)") + " and passages that cite it";
  }
  std::string operator()(const ValueNode& node) const {
    return to_lower(node.field->label) + " " + quoted(node.value);
  }
  std::string operator()(const RangeNode& node) const { return range_in_words(node); }
  std::string operator()(const WildcardNode& node) const {
    return "words like " + quoted(node.pattern) + in_field(node.field);
  }
  std::string operator()(const FuzzyNode& node) const {
    return "words within one letter of " + quoted(node.text) + in_field(node.field);
  }
  std::string operator()(const NearNode& node) const {
    return joined(node.parts, node.ordered ? "before" : "near") + ", " + distance_in_words(node);
  }
  std::string operator()(const ParagraphNode& node) const {
    return "in one paragraph: " + of(node.part.front());
  }
  std::string operator()(const LikeNode& node) const {
    const std::size_t told_by = expansion.of({.value = node}).size();
    return "what is like " + node.name + (node.place ? ", " + node.place->citation() : "") +
           ", by " + std::to_string(told_by) + " of its words, concepts and citations";
  }
  std::string operator()(const SeriesNode& node) const {
    const std::size_t held = own_terms(node, expansion.context()).size();
    const std::size_t cited = expansion.of({.value = node}).size();
    const std::string own = "documents " + node.prefix + "* (" + std::to_string(held) + " held)";
    const std::string symbols = " (" + plural(cited, "symbol") + ")";
    if (!node.field) return own + " and passages that cite one" + symbols;
    if (!query::is_citing(*node.field)) return own;
    return "passages that cite " + node.prefix + "*" + symbols;
  }
  std::string operator()(const NameNode& node) const { return names_in_words(node.values); }
  std::string operator()(const LabelNode& node) const { return "heading " + node.name; }
  std::string operator()(const SomeNode& node) const { return joined(node.parts, "or"); }
  std::string operator()(const AllNode&) const { return "every document"; }
  std::string operator()(const AndNode& node) const { return joined(node.parts, "and"); }
  std::string operator()(const OrNode& node) const { return joined(node.parts, "or"); }
  std::string operator()(const NotNode& node) const { return "not " + of(node.part.front()); }
};

std::string in_words(const Node& node, const Expansion& expansion) {
  return InWords{expansion}.of(node);
}

/// Words that the plan passed over are named in a note instead.
bool is_passed_over(const Node& leaf, const std::vector<std::string>& common) {
  const Words* words = std::get_if<Words>(&leaf.value);
  return words && !words->quoted && !words->exact &&
         std::find(common.begin(), common.end(), words->text) != common.end();
}

std::vector<const Node*> not_passed_over(std::vector<const Node*> parts, const Node& tree) {
  const std::vector<std::string> common = query::passed_over(tree);
  std::erase_if(parts, [&](const Node* part) { return is_passed_over(*part, common); });
  return parts;
}

/// What the words find, and who is named how often.
std::vector<std::pair<std::string, std::size_t>> named_in(const NameNode& node, const Node& leaf,
                                                          const Expansion& expansion,
                                                          const CountParagraphs& count) {
  std::vector<std::pair<std::string, std::size_t>> out;
  out.emplace_back(quoted(node.text),
                   count(plan(query::typed_of(node), Side::paragraphs, expansion)));
  for (const NameNode::Value& value : node.values) {
    const Node named{.value = ValueNode{value.field, value.id}, .begin = leaf.begin};
    if (const Name* name = find_name(value.id))
      out.emplace_back(name->preferred, count(plan(named, Side::paragraphs, expansion)));
  }
  return out;
}

/// What the words find, and the other labels in all languages that any paragraph has.
std::vector<std::pair<std::string, std::size_t>> labelled_in(const LabelNode& node,
                                                             const Expansion& expansion,
                                                             const CountParagraphs& count) {
  std::vector<std::pair<std::string, std::size_t>> out;
  const std::string key = label_key(node.text);
  for (const LabelNode::Label& label : node.labels) {
    if (label_key(label.text) == key) continue;
    const Node one{
        .value = LabelNode{.ids = {}, .name = {}, .labels = {label}, .text = {}, .typed = {}}};
    if (const std::size_t held = count(plan(one, Side::paragraphs, expansion)))
      out.emplace_back(label.text, held);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  out.emplace(out.begin(), quoted(node.text),
              count(plan(query::typed_of(node), Side::paragraphs, expansion)));
  return out;
}

/// NEAR, ADJ and para().
bool joins_closely(const Node& node) {
  return std::holds_alternative<NearNode>(node.value) ||
         std::holds_alternative<ParagraphNode>(node.value);
}

/// NEAR and ADJ within titles.
bool joins_in_title(const Node& node) {
  const NearNode* near = std::get_if<NearNode>(&node.value);
  return near && query::field_of(near->parts.front());
}

/// What joins words closely, each with its leaves behind it, and other leaves.
void collect_asked(const Node& node, std::vector<const Node*>& out) {
  const auto collect = [&](const std::vector<Node>& parts) {
    for (const Node& part : parts) collect_asked(part, out);
  };
  if (const AndNode* all = std::get_if<AndNode>(&node.value)) return collect(all->parts);
  if (const OrNode* any = std::get_if<OrNode>(&node.value)) return collect(any->parts);
  if (const SomeNode* some = std::get_if<SomeNode>(&node.value)) return collect(some->parts);
  if (joins_closely(node)) out.push_back(&node);
  for (const Node* leaf : query::positive_leaves(node)) out.push_back(leaf);
}

/// The words of the index that a wildcard or fuzzy word stands for, the most frequent first. Those
/// of a title are words of no paragraph.
void add_forms(const Node& leaf, const Field* field, const Expansion& expansion,
               const CountParagraphs& count, Understood& out) {
  const query::CountedTerms& forms = expansion.of(leaf);
  if (forms.size() > kFormsNamed)
    out.text += ", " + std::to_string(forms.size()) + " in all, first";
  const bool title = field && field->kind == FieldKind::text;
  const std::size_t before = field ? field->prefix.size() + (title ? 0 : 1) : 0;
  for (std::size_t at = 0; at < std::min(forms.size(), kFormsNamed); ++at) {
    const std::string form = forms[at].term.substr(before);
    if (title)
      out.text += (at == 0 ? ": " : ", ") + form;
    else
      out.variants.emplace_back(form, count(Xapian::Query(forms[at].term)));
  }
}

Understood understood_part(const Node& leaf, const Expansion& expansion,
                           const Xapian::Query& fields, const CountParagraphs& count) {
  const PlanContext& databases = expansion.context();
  Understood out{.text = in_words(leaf, expansion), .variants = {}};
  if (const ConceptNode* node = std::get_if<ConceptNode>(&leaf.value)) {
    if (const std::optional<KnownConcept> known = find_concept(node->id))
      out.variants = wordings(*known, databases.paragraphs, fields, expansion.census().left_out());
  } else if (const NameNode* name = std::get_if<NameNode>(&leaf.value)) {
    out.variants = named_in(*name, leaf, expansion, count);
  } else if (const LabelNode* label = std::get_if<LabelNode>(&leaf.value)) {
    out.variants = labelled_in(*label, expansion, count);
  } else if (const Words* words = std::get_if<Words>(&leaf.value); words && !words->field) {
    out.variants.emplace_back(words->text, count(plan(leaf, Side::paragraphs, expansion)));
  } else if (const WildcardNode* wild = std::get_if<WildcardNode>(&leaf.value)) {
    add_forms(leaf, wild->field, expansion, count, out);
  } else if (const FuzzyNode* fuzzy = std::get_if<FuzzyNode>(&leaf.value)) {
    add_forms(leaf, fuzzy->field, expansion, count, out);
  } else if (joins_closely(leaf) && !joins_in_title(leaf)) {
    out.variants.emplace_back("together", count(plan(leaf, Side::paragraphs, expansion)));
  }
  return out;
}

bool asks_a_question(const Node& tree) {
  if (const AndNode* all = std::get_if<AndNode>(&tree.value))
    return std::any_of(all->parts.begin(), all->parts.end(), asks_a_question);
  return std::holds_alternative<SomeNode>(tree.value);
}

/// Each of the parts of OR, whatever else it is as one.
void collect_any(const Node& node, std::vector<const Node*>& out) {
  const OrNode* any = std::get_if<OrNode>(&node.value);
  if (!any) return out.push_back(&node);
  for (const Node& part : any->parts) collect_any(part, out);
}

void collect_unwanted(const Node& node, std::vector<const Node*>& out) {
  if (const NotNode* negated = std::get_if<NotNode>(&node.value))
    collect_any(negated->part.front(), out);
  if (const AndNode* all = std::get_if<AndNode>(&node.value))
    for (const Node& part : all->parts) collect_unwanted(part, out);
  if (const OrNode* any = std::get_if<OrNode>(&node.value))
    for (const Node& part : any->parts) collect_unwanted(part, out);
}

/// "; there are: General Assembly, Security Council", those first that hold what was typed: a value
/// with blanks may have been cut at the first.
std::string other_values(const ValueNode& node, const Columns& columns) {
  const Field& field = *node.field;
  if (field.kind == FieldKind::symbol && !parse_symbol(node.value))
    return ", which is no whole document symbol as A/RES/57/295 is";
  if (!field.facet) return {};
  const std::vector<std::string> held = labels_held(field, columns, kValuesNamed, node.value);
  std::string out;
  for (const std::string& label : held)
    out += (out.empty() ? "; with it there are: " : ", ") + std::string(field.name) + ":" +
           quoted(label);
  if (!out.empty()) return out;
  for (const std::string& label : labels_held(field, columns, kValuesNamed))
    out += (out.empty() ? "; there are: " : ", ") + label;
  return out;
}

std::string nothing_for(const Node& leaf, const Index& index) {
  const PlanContext& databases = index.databases;
  if (const ValueNode* node = std::get_if<ValueNode>(&leaf.value))
    return "no document has " + in_words(leaf, databases) + other_values(*node, index.columns);
  if (const RangeNode* node = std::get_if<RangeNode>(&leaf.value))
    return "no document held has " + range_in_words(*node);
  if (const SymbolNode* node = std::get_if<SymbolNode>(&leaf.value))
    return node->pinpoint && query::is_held(node->symbol, databases)
               ? node->symbol.text() + " has no " + node->pinpoint->citation()
               : "no document held is or cites " + node->symbol.text();
  if (const LikeNode* node = std::get_if<LikeNode>(&leaf.value)) {
    if (query::documents_of_place(*node, databases).empty())
      return "no document held is " + node->name;
    if (node->place && query::paragraphs_of_place(*node, databases).empty())
      return node->name + " has no " + node->place->citation();
  }
  return "no document holds " + in_words(leaf, databases);
}

}  // namespace

std::vector<Understood> understood(const Node& tree, const Expansion& expansion,
                                   const Xapian::Query& fields, const CountParagraphs& count) {
  std::vector<Understood> out;
  if (asks_a_question(tree))
    out.push_back({.text = "a question: any of its words, best first (--match all asks for all)",
                   .variants = {}});
  std::vector<const Node*> parts;
  collect_asked(tree, parts);
  std::set<std::string> said;
  for (const Node* part : not_passed_over(std::move(parts), tree)) {
    std::string text = in_words(*part, expansion);
    if (!said.insert(text).second) continue;
    if (out.size() < kLeavesCounted)
      out.push_back(understood_part(*part, expansion, fields, count));
    else
      out.push_back({.text = std::move(text), .variants = {}});
  }
  std::vector<const Node*> unwanted;
  collect_unwanted(tree, unwanted);
  for (const Node* part : unwanted)
    out.push_back({.text = "without " + in_words(*part, expansion), .variants = {}});
  return out;
}

std::vector<std::string> notes_on_headings(const std::vector<query::HeadingBeside>& beside) {
  std::vector<std::string> notes;
  for (const query::HeadingBeside& one : beside) {
    if (notes.size() == kHeadingsNoted) break;
    std::string names;
    for (const std::string& heading : one.headings) names += (names.empty() ? "" : ", ") + heading;
    const std::string kind = one.headings.size() == 1 ? "library heading" : "library headings";
    notes.push_back(kind + " for " + quoted(one.typed) + ", not asked for: " + names);
  }
  return notes;
}

std::vector<std::string> notes_on(const Node& tree, const Expansion& expansion) {
  std::vector<std::string> notes;
  std::string common;
  for (const std::string& word : query::passed_over(tree))
    common += (common.empty() ? "" : ", ") + word;
  if (!common.empty())
    notes.push_back("common words passed over: " + common + " (=word asks for one all the same)");
  for (const Node* leaf : query::positive_leaves(tree)) {
    const SymbolNode* node = std::get_if<SymbolNode>(&leaf->value);
    if (!node || query::is_held(node->symbol, expansion)) continue;
    const Citing citing = count_citing(node->symbol, expansion);
    if (citing.paragraphs == 0) continue;  // said where nothing is found
    notes.push_back("the document " + node->symbol.text() + " is not held; " +
                    plural(citing.paragraphs, "paragraph") + " in " +
                    plural(citing.documents, "document") +
                    (citing.paragraphs == 1 ? " cites it" : " cite it"));
  }
  return notes;
}

std::vector<std::string> notes_on_nothing(const Node& tree, const Index& index,
                                          const query::LeftOut& left_out) {
  const PlanContext& databases = index.databases;
  std::vector<std::string> notes;
  std::string found;
  std::vector<const Node*> leaves = not_passed_over(query::positive_leaves(tree), tree);
  leaves.resize(std::min(leaves.size(), kLeavesCounted));
  for (const Node* leaf : leaves) {
    const SymbolNode* symbol = std::get_if<SymbolNode>(&leaf->value);
    const Side counted = symbol && symbol->pinpoint ? Side::paragraphs : Side::documents;
    const query::Database& database =
        counted == Side::documents ? databases.documents : databases.paragraphs;
    const std::size_t count =
        left_out.without(query::found_by(plan(*leaf, counted, databases), database), counted)
            .size();
    if (count == 0 && notes.size() < kNotesOnNothing)
      notes.push_back(nothing_for(*leaf, index));
    else if (count > 0)
      found += (found.empty() ? "" : ", ") + in_words(*leaf, databases) + " " +
               plural(count, counted == Side::documents ? "document" : "paragraph");
  }
  if (notes.empty() && !found.empty())
    notes.push_back("each part is found by itself, but not together: " + found);
  return notes;
}

}  // namespace undex::search
