#include "searcher/search/wanted.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "corpus/ascii.h"
#include "corpus/authority.h"
#include "searcher/query/asked_for.h"
#include "searcher/query/names.h"
#include "searcher/query/wording.h"

namespace undex::search {
namespace {

constexpr std::string_view kSymbolPrefix = "XSYM:";

class Collector {
 public:
  Collector(const Node& tree, const query::Expansion* expansion)
      : expansion_(expansion), common_(query::passed_over(tree)) {
    add(tree);
  }
  Wanted take() { return std::move(out_); }

  void operator()(const AllNode&) {}
  void operator()(const RangeNode& node) {
    if (node.field->name == kFigureField) want_figures(node);
  }
  void operator()(const NotNode&) {}
  void operator()(const AndNode& node) { add_all(node.parts); }
  void operator()(const OrNode& node) { add_all(node.parts); }
  void operator()(const SomeNode& node) { add_all(node.parts); }
  void operator()(const ParagraphNode& node) { add_all(node.part); }

  void operator()(const NearNode& node) {
    Wanted::Chain chain{.first = out_.count,
                        .part_of = {},
                        .parts = node.parts.size(),
                        .distance = node.distance,
                        .ordered = node.ordered,
                        .unit = node.unit};
    for (std::size_t part = 0; part < node.parts.size(); ++part) {
      add(node.parts[part]);
      chain.part_of.resize(out_.count - chain.first, part);
    }
    out_.chains.push_back(std::move(chain));
  }

  void operator()(const Words& words) {
    if (std::find(common_.begin(), common_.end(), words.text) == common_.end())
      want(query::wording_of(words));
  }
  void operator()(const ConceptNode& node) {
    want_named(node.names);
    want(query::wording_of(node));
  }
  void operator()(const SymbolNode& node) {
    if (!node.pinpoint) want(query::wording_of(node));
  }
  void operator()(const NameNode& node) {
    want_named(node.values);
    add(query::typed_of(node));
  }
  void operator()(const LabelNode& node) {
    add(query::typed_of(node));
    want(query::wording_of(node.labels));
  }
  /// In a paragraph what it cites, reports and names stands in its words.
  void operator()(const ValueNode& node) {
    if (query::is_citing(*node.field))
      want({.terms = query::citing_terms(symbol_from_normal_form(node.value)), .phrases = {}});
    else if (node.field->name == kFigureField)
      want_figures({.field = node.field, .from = node.value, .to = node.value});
    else if (node.field->read_marks)
      want_names(node.value);
  }
  void operator()(const SeriesNode& node) {
    if (!node.field || query::is_citing(*node.field))
      out_.series.push_back({std::string(kSymbolPrefix) + node.prefix, out_.count++});
  }
  void operator()(const LikeNode&) { want_expanded(nullptr); }
  void operator()(const WildcardNode& node) { want_expanded(node.field); }
  void operator()(const FuzzyNode& node) { want_expanded(node.field); }

 private:
  void add(const Node& node) {
    leaf_ = &node;
    std::visit(*this, node.value);
  }
  void add_all(const std::vector<Node>& parts) {
    for (const Node& part : parts) add(part);
  }

  void want_names(const std::string& text) {
    const std::size_t number = out_.count++;
    for (const NameMatch& match : find_names(text))
      if (match.end - match.begin == text.size()) out_.names[match.name->id].push_back(number);
  }

  void want_named(const std::vector<NameNode::Value>& values) {
    if (values.empty()) return;
    for (const NameNode::Value& value : values) out_.names[value.id].push_back(out_.count);
    want(query::foreign_names(values));
  }

  void want_figures(const RangeNode& range) {
    out_.figures.push_back({query::bounds_of(range), out_.count++});
  }

  void want_expanded(const Field* field) {
    if (!expansion_ || (field && field->kind != FieldKind::text)) return;
    const std::size_t prefix = field ? field->prefix.size() : 0;
    query::Wording forms;
    for (const query::CountedTerm& form : expansion_->of(*leaf_))
      forms.terms.push_back(form.term.substr(prefix));
    want(forms);
  }

  void want(const query::Wording& wording) {
    const std::size_t number = out_.count++;
    for (const std::string& term : wording.terms) out_.terms[term].push_back(number);
    for (const std::vector<std::string>& phrase : wording.phrases)
      out_.phrases[phrase.front()].push_back({phrase, number});
  }

  const query::Expansion* expansion_;
  std::vector<std::string> common_;
  const Node* leaf_ = nullptr;
  Wanted out_;
};

bool has_digit(const std::string& term) { return std::any_of(term.begin(), term.end(), is_digit); }

bool is_concept(const std::string& term) { return term.starts_with("XC:"); }
bool is_symbol(const std::string& term) { return term.starts_with(kSymbolPrefix); }

}  // namespace

TermsAsked asked_by(const Wanted& wanted) {
  TermsAsked asked{.concepts = false, .symbols = !wanted.figures.empty() || !wanted.series.empty()};
  std::unordered_set<std::string> words;
  const auto ask = [&](const std::string& term) {
    words.insert(term);
    asked.concepts = asked.concepts || is_concept(term);
    asked.symbols = asked.symbols || is_symbol(term) || has_digit(term);
  };
  for (const auto& [term, numbers] : wanted.terms) ask(term);
  for (const auto& [first, phrases] : wanted.phrases)
    for (const Wanted::Phrase& phrase : phrases)
      for (const std::string& word : phrase.words) ask(word);
  // The places of all words tell how far apart some of them are, and where a name stands.
  if (!wanted.chains.empty()) return {.concepts = asked.concepts};
  asked.wanted = [words = std::move(words), symbols = asked.symbols](const std::string& term) {
    return words.contains(term) || (symbols && is_symbol(term));
  };
  return asked;
}

Wanted wanted_by(const Node& tree, const query::Expansion* expansion) {
  return Collector(tree, expansion).take();
}

}  // namespace undex::search
