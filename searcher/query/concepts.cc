#include "searcher/query/concepts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/authority.h"
#include "corpus/language.h"
#include "corpus/text.h"
#include "schemas/label_key.h"
#include "schemas/terms.h"
#include "searcher/query/names.h"

namespace undex::query {
namespace {

constexpr std::string_view kConceptPrefix = "XC:";

bool may_join(const Node& node) {
  const Words* words = std::get_if<Words>(&node.value);
  return words && !words->quoted && !words->exact && !words->field;
}

/// Chinese is typed without blanks: each of its words is a part, as if blanks stood between them.
std::vector<Node> words_apart(Node node, std::string_view query) {
  std::vector<Node> out;
  const std::string text = std::get<Words>(node.value).text;
  std::size_t from = 0;
  const auto take_to = [&](std::size_t end) {
    const std::string_view part = std::string_view(text).substr(from, end - from);
    if (!part.empty())
      out.push_back({.value = Words{std::string(part), false, false, nullptr},
                     .begin = node.begin + from,
                     .end = node.begin + end});
    from = end;
  };
  if (query.substr(node.begin, node.end - node.begin) == text)
    for (const WordSpan& word : words(text)) {
      if (!word.ideographic) continue;
      take_to(word.begin);
      take_to(word.end);
    }
  if (out.size() + (from < text.size() ? 1 : 0) < 2) return {std::move(node)};
  take_to(text.size());
  return out;
}

/// Nothing but blanks between two nodes: no operator, no parenthesis.
bool stand_side_by_side(const Node& left, const Node& right, std::string_view query) {
  const std::string_view between = query.substr(left.end, right.begin - left.end);
  return std::all_of(between.begin(), between.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// Terms lie in the order of their places in the text.
bool begins_before(const TextTerm& term, std::size_t begin) { return term.begin < begin; }

/// First and last word position of a stretch of the text; first > last when it holds no word.
struct Positions {
  std::size_t first = 1;
  std::size_t last = 0;
};

Positions positions_within(const std::vector<TextTerm>& terms, std::size_t begin, std::size_t end) {
  Positions found;
  auto first = std::lower_bound(terms.begin(), terms.end(), begin, begins_before);
  for (; first != terms.end() && first->begin < end; ++first) {
    const TextTerm& term = *first;
    if (term.kind != TextTerm::Kind::word || term.end > end) continue;
    if (found.first > found.last) found = {term.position, term.position};
    found.first = std::min(found.first, term.position);
    found.last = std::max(found.last, term.position);
  }
  return found;
}

/// The concept that covers exactly these positions, or nullptr.
const TextTerm* concept_over(const std::vector<TextTerm>& terms, const Positions& positions) {
  if (positions.first > positions.last) return nullptr;
  auto term = std::lower_bound(
      terms.begin(), terms.end(), positions.first,
      [](const TextTerm& one, std::size_t position) { return one.position < position; });
  for (; term != terms.end() && term->position == positions.first; ++term)
    if (term->kind == TextTerm::Kind::concept_ &&
        term->position + term->width == positions.last + 1)
      return &*term;
  return nullptr;
}

/// The concept that a whole text is, in another form of its grammar too.
std::optional<TextTerm> concept_of(std::string_view text) {
  for (const std::string_view one : {text, base_form(text)}) {
    const std::vector<TextTerm> terms = text_terms(one, {});
    if (const TextTerm* found = concept_over(terms, positions_within(terms, 0, one.size())))
      return *found;
  }
  return std::nullopt;
}

std::string concept_id(const TextTerm& term) { return term.term.substr(kConceptPrefix.size()); }

/// Whether a word of the index begins before `end` and goes on after `begin`. Only the last term
/// that begins before `end`, and those at its place, can.
bool spans_both(const std::vector<TextTerm>& terms, std::size_t end, std::size_t begin) {
  auto term = std::lower_bound(terms.begin(), terms.end(), end, begins_before);
  const std::size_t place = term == terms.begin() ? 0 : std::prev(term)->position;
  while (term != terms.begin() && std::prev(term)->position == place) {
    --term;
    if (term->kind == TextTerm::Kind::word && term->end > begin) return true;
  }
  return false;
}

/// One number typed in groups ("1 067") is one word of the index: the nodes it spans become one.
std::vector<Node> with_numbers_joined(std::vector<Node> run, std::string_view query,
                                      const std::vector<TextTerm>& terms) {
  const std::size_t base = run.front().begin;
  std::vector<Node> out;
  for (Node& node : run) {
    if (out.empty() || !spans_both(terms, out.back().end - base, node.begin - base)) {
      out.push_back(std::move(node));
      continue;
    }
    Node& last = out.back();
    last.end = node.end;
    last.value =
        Words{std::string(query.substr(last.begin, last.end - last.begin)), false, false, nullptr};
  }
  return out;
}

using Names = std::vector<NameNode::Value>;

/// The names that the words stand for, where the concept means the same: the ODS is a system in
/// English and the goals in Spanish.
Names names_of_concept(const std::string& id, std::string_view text, Names names) {
  const std::optional<KnownConcept> known = find_concept(id);
  const Name* name = names.empty() ? nullptr : find_name(names.front().id);
  if (!known || !name) return {};
  const std::string typed = label_key(text), preferred = label_key(name->preferred);
  const auto agrees = [&](const ConceptVariant& variant) {
    const std::string key = label_key(variant.text);
    return key == preferred || (key == typed && variant.language == kLanguages.front());
  };
  if (std::none_of(known->variants.begin(), known->variants.end(), agrees)) names.clear();
  return names;
}

/// Side by side words as one text: the longest name, concept or heading over whole words at each
/// place.
class RunReader {
 public:
  RunReader(std::vector<Node> run, std::string_view query, const Vocabulary& vocabulary)
      : query_(query), base_(run.front().begin), vocabulary_(vocabulary) {
    terms_ = text_terms(query.substr(base_, run.back().end - base_), {});
    run_ = with_numbers_joined(std::move(run), query, terms_);
    for (const Node& node : run_)
      positions_.push_back(positions_within(terms_, node.begin - base_, node.end - base_));
  }

  void read(std::vector<Node>& out) const {
    for (std::size_t i = 0; i < run_.size();) {
      const Heading heading = heading_at(i);
      const std::size_t end = read_next(i, run_.size(), heading.end, out);
      if (end == i)
        add_heading(i, heading, out);
      else if (heading.beside && std::holds_alternative<Words>(out.back().value))
        vocabulary_.beside->push_back(*heading.beside);
      i = std::max(end, heading.end);
    }
  }

 private:
  struct Found {
    std::size_t end = 0;  ///< where it began: nothing
    const TextTerm* concept_ = nullptr;
    Names values{};
  };
  struct Heading {
    std::size_t end = 0;
    std::optional<LabelNode> label{};
    std::optional<HeadingBeside> beside{};  ///< where none is taken
  };

  /// The name, concept or word that begins here and goes on behind all of `after`; where it ends.
  /// Where none does, the word alone, or nothing if `after` is longer than that.
  std::size_t read_next(std::size_t i, std::size_t end, std::size_t after,
                        std::vector<Node>& out) const {
    const Found known = concept_at(i, end);
    const Found name = name_at(i, end);
    const std::size_t longer = std::max(known.end, name.end);
    if (longer < after) return i;
    if (longer == i) {
      out.push_back(run_[i]);
      return i + 1;
    }
    if (known.end >= name.end)
      out.push_back(concept_node(i, known, known.end == name.end ? name.values : Names()));
    else
      add_name(i, name, out);
    return longer;
  }

  /// The longest label that begins here.
  Heading heading_at(std::size_t first) const {
    Heading found{.end = first};
    const HeadingReader& headings = vocabulary_.headings;
    if (!headings.is_there()) return found;
    std::string key;
    for (std::size_t at = first; at < run_.size(); ++at) {
      add_to_label_key(key, text(at, at + 1), stands_apart(first, at));
      if (!headings.begins(key)) break;
      const std::string typed = text(first, at + 1);
      if (std::optional<LabelNode> label = headings.meant(key, typed))
        found = {.end = at + 1, .label = std::move(label)};
      else if (vocabulary_.beside && (at > first || run_.size() == 1))
        found.beside = headings.beside(key, typed);
    }
    return found;
  }

  void add_heading(std::size_t first, const Heading& heading, std::vector<Node>& out) const {
    std::vector<Node> parts;
    for (std::size_t i = first; i < heading.end;) i = read_next(i, heading.end, 0, parts);
    Node node = node_over(first, heading.end);
    Node typed = node_over(first, heading.end);
    if (parts.size() == 1)
      typed = std::move(parts.front());
    else
      typed.value = AndNode{.parts = std::move(parts)};
    LabelNode label = *heading.label;
    label.typed.push_back(std::move(typed));
    node.value = std::move(label);
    out.push_back(std::move(node));
  }

  bool stands_apart(std::size_t first, std::size_t at) const {
    return at == first || run_[at].begin > run_[at - 1].end;
  }

  Found concept_at(std::size_t first, std::size_t end) const {
    constexpr std::size_t kMostConceptWords = 12;
    for (std::size_t last = std::min(end, first + kMostConceptWords); last > first; --last)
      if (const TextTerm* found =
              concept_over(terms_, {positions_[first].first, positions_[last - 1].last}))
        return {.end = last, .concept_ = found};
    return {.end = first};
  }

  Found name_at(std::size_t first, std::size_t end) const {
    Found found{.end = first};
    std::string key;
    for (std::size_t at = first; at < std::min(end, first + kMostNameWords); ++at) {
      add_to_label_key(key, text(at, at + 1), stands_apart(first, at));
      if (std::optional<Names> values = named_by(key, text(first, at + 1)))
        found = {.end = at + 1, .values = std::move(*values)};
    }
    return found;
  }

  std::string text(std::size_t first, std::size_t end) const {
    const std::size_t begin = run_[first].begin;
    return std::string(query_.substr(begin, run_[end - 1].end - begin));
  }

  Node node_over(std::size_t first, std::size_t end) const {
    return {.value = AllNode{}, .begin = run_[first].begin, .end = run_[end - 1].end};
  }

  Node concept_node(std::size_t first, const Found& found, Names names) const {
    Node node = node_over(first, found.end);
    const std::string id = concept_id(*found.concept_), typed = text(first, found.end);
    node.value = ConceptNode{id, typed, nullptr, names_of_concept(id, typed, std::move(names))};
    return node;
  }

  std::vector<Node> concepts_in(std::size_t first, std::size_t end) const {
    std::vector<Node> out;
    while (first < end) {
      const Found found = concept_at(first, end);
      out.push_back(found.concept_ ? concept_node(first, found, {}) : run_[first]);
      first = std::max(found.end, first + 1);
    }
    return out;
  }

  /// A name that no field holds only hides the names inside it.
  void add_name(std::size_t first, const Found& found, std::vector<Node>& out) const {
    if (const std::optional<TextTerm> known = concept_of(text(first, found.end)))
      return out.push_back(concept_node(first, {found.end, &*known}, found.values));
    std::vector<Node> parts = concepts_in(first, found.end);
    if (found.values.empty()) {
      std::move(parts.begin(), parts.end(), std::back_inserter(out));
      return;
    }
    Node typed = node_over(first, found.end);
    if (parts.size() == 1)
      typed = std::move(parts.front());
    else
      typed.value = AndNode{.parts = std::move(parts)};
    Node node = node_over(first, found.end);
    node.value = NameNode{found.values, text(first, found.end), {std::move(typed)}};
    out.push_back(std::move(node));
  }

  std::string_view query_;
  std::size_t base_;
  const Vocabulary& vocabulary_;
  std::vector<TextTerm> terms_;
  std::vector<Node> run_;
  std::vector<Positions> positions_;
};

void join_run(std::vector<Node>& run, std::string_view query, const Vocabulary& vocabulary,
              std::vector<Node>& out) {
  RunReader(std::move(run), query, vocabulary).read(out);
  run.clear();
}

}  // namespace

std::vector<Node> with_concepts(std::vector<Node> parts, std::string_view query,
                                const Vocabulary& vocabulary) {
  std::vector<Node> out;
  std::vector<Node> run;
  for (Node& part : parts) {
    const bool joins = may_join(part);
    if (!run.empty() && (!joins || !stand_side_by_side(run.back(), part, query)))
      join_run(run, query, vocabulary, out);
    if (joins)
      for (Node& word : words_apart(std::move(part), query)) run.push_back(std::move(word));
    else
      out.push_back(with_concept(std::move(part), vocabulary));
  }
  if (!run.empty()) join_run(run, query, vocabulary, out);
  return out;
}

Node with_concept(Node node, const Vocabulary& vocabulary) {
  const Words* words = std::get_if<Words>(&node.value);
  if (!words || words->exact) return node;
  const std::optional<TextTerm> found = concept_of(words->text);
  const std::string key = words->field ? std::string() : label_key(words->text);
  Names names;
  if (!words->field) names = named_by(key, words->text).value_or(Names());
  if (found) {
    const std::string id = concept_id(*found);
    node.value = ConceptNode{id, words->text, words->field,
                             names_of_concept(id, words->text, std::move(names))};
  } else if (!names.empty()) {
    node.value = NameNode{std::move(names), words->text, {}};
  } else if (std::optional<LabelNode> label = vocabulary.headings.meant(key, words->text)) {
    if (!words->quoted) label->typed.push_back(node);
    node.value = std::move(*label);
  } else if (std::optional<HeadingBeside> beside = vocabulary.headings.beside(key, words->text);
             beside && vocabulary.beside) {
    vocabulary.beside->push_back(std::move(*beside));
  }
  return node;
}

}  // namespace undex::query
