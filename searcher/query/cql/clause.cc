#include "searcher/query/cql/clause.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text.h"
#include "searcher/query/cql/diagnostics.h"
#include "searcher/query/cql/relations.h"
#include "searcher/query/scan.h"
#include "searcher/query/values.h"
#include "undex/search.h"

namespace undex::cql {
namespace {

template <typename Value>
Node node_at(Value value, std::size_t begin, std::size_t end) {
  return {.value = std::move(value), .begin = begin, .end = end};
}

std::string joined(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) text += (text.empty() ? "" : " ") + piece.text;
  return text;
}

/// What both kinds of clauses share: where they stand, and how they fail.
class Reader {
 public:
  Reader(const Clause& clause, const RelationOf& relation, const Field* field,
         std::string_view query)
      : clause_(clause),
        relation_(relation),
        field_(field),
        query_(query),
        pieces_(pieces_of(clause.term, relation.masks, query)) {
    if (pieces_.empty()) fail_empty();
  }

 protected:
  [[noreturn]] void fail_empty() const {
    fail({Diagnostic::empty_term, "", "type a word; cql.allRecords = 1 finds every document",
          "there is no word in the term"},
         query_, clause_.term.begin);
  }
  [[noreturn]] void fail_relation() const {
    const std::string index(clause_.index.text);
    const std::string relation(clause_.relation.text);
    fail({Diagnostic::relation_and_index, relation + " " + index,
          "order is for years, dates and numbers; words take = adj all any exact",
          "'" + relation + "' does not go with '" + index + "'"},
         query_, clause_.relation.begin);
  }
  [[noreturn]] void fail_term(const std::string& advice) const {
    const std::string relation =
        clause_.relation.text.empty() ? "=" : std::string(clause_.relation.text);
    fail({Diagnostic::relation_and_term, relation + " " + std::string(clause_.term.text), advice},
         query_, clause_.term.begin);
  }

  Node negated(Node node) const {
    const std::size_t begin = node.begin;
    const std::size_t end = node.end;
    NotNode negation;
    negation.part.push_back(std::move(node));
    return node_at(std::move(negation), begin, end);
  }

  /// Each word of the term for itself: all of them or any.
  template <typename Read>
  Node each(Read read) const {
    std::vector<Node> parts;
    for (const Piece& piece : pieces_) parts.push_back(read(piece));
    if (parts.size() == 1) return std::move(parts.front());
    if (relation_.relation == Relation::any)
      return node_at(OrNode{std::move(parts)}, clause_.term.begin, clause_.term.end);
    return node_at(AndNode{std::move(parts), true}, clause_.term.begin, clause_.term.end);
  }

  const Clause& clause_;
  const RelationOf& relation_;
  const Field* field_;
  std::string_view query_;
  std::vector<Piece> pieces_;
};

/// Words of the whole text or of a title.
class TextReader : Reader {
 public:
  using Reader::Reader;

  Node read() const {
    switch (relation_.relation) {
      case Relation::equal:
      case Relation::exact:
      case Relation::adjacent:
        return phrase();
      case Relation::not_equal:
        return negated(phrase());
      case Relation::all:
      case Relation::any:
        return each([&](const Piece& piece) { return word(piece); });
      case Relation::less:
      case Relation::less_equal:
      case Relation::greater:
      case Relation::greater_equal:
      case Relation::within:
        break;
    }
    fail_relation();
  }

 private:
  Node phrase() const {
    if (pieces_.size() == 1) return word(pieces_.front());
    const std::string text = joined(pieces_);
    if (std::optional<Node> symbol = symbol_in(text, clause_.term.begin, clause_.term.end))
      return std::move(*symbol);
    refuse_long(text);
    for (const Piece& piece : pieces_) refuse_anchors(piece);
    const auto is_masked = [](const Piece& piece) { return piece.masked; };
    if (relation_.stem || relation_.fuzzy || std::any_of(pieces_.begin(), pieces_.end(), is_masked))
      return one_by_one();
    return node_at(Words{text, true, relation_.string, field_}, clause_.term.begin,
                   clause_.term.end);
  }

  /// "informati* technology": the words one behind the other, each with its variants.
  Node one_by_one() const {
    if (field_)
      fail(
          {Diagnostic::masking_in_phrase, std::string(clause_.term.text),
           "write the words with 'all'",
           "a phrase of a field has its words as they stand: neither masked nor stemmed nor fuzzy"},
          query_, clause_.term.begin);
    NearNode near{.parts = {}, .distance = 0, .ordered = true};
    for (const Piece& piece : pieces_) near.parts.push_back(word(piece));
    return node_at(std::move(near), clause_.term.begin, clause_.term.end);
  }

  Node word(const Piece& piece) const {
    refuse_anchors(piece);
    if (std::optional<Node> symbol = symbol_in(piece.text, piece.begin, piece.end))
      return std::move(*symbol);
    if (words(piece.text).empty() && !piece.masked) fail_empty();
    refuse_long(piece.text);
    if (piece.masked) return masked(piece);
    if (relation_.fuzzy) return fuzzy(piece);
    return node_at(Words{piece.text, false, relation_.string, field_}, piece.begin, piece.end);
  }

  Node masked(const Piece& piece) const {
    if (const std::optional<std::string> prefix = query::series_prefix(piece.text);
        prefix && !field_)
      return node_at(SeriesNode{*prefix, nullptr}, piece.begin, piece.end);
    if (piece.escaped_mask)
      fail({Diagnostic::masking_position, piece.text, "leave out the escaped one",
            "a masking character and an escaped one in the same word"},
           query_, piece.begin);
    if (relation_.fuzzy) fail_term("a word is masked or fuzzy");
    // Compounds are found by their joined form: e-govern* as egovern*.
    std::string pattern = piece.text;
    std::erase(pattern, '-');
    refuse_vague(pattern, Diagnostic::masking, piece);
    return node_at(WildcardNode{std::move(pattern), field_}, piece.begin, piece.end);
  }

  Node fuzzy(const Piece& piece) const {
    refuse_vague(piece.text, Diagnostic::relation_and_term, piece);
    return node_at(FuzzyNode{piece.text, field_}, piece.begin, piece.end);
  }

  /// What too many words of the index fit, and what is no single word.
  void refuse_vague(const std::string& pattern, Diagnostic diagnostic, const Piece& piece) const {
    std::string letters = pattern;
    std::erase_if(letters, [](char c) { return c == '*' || c == '?'; });
    if (grapheme_count(pattern.substr(0, pattern.find_first_of("*?"))) < kMinWildcardLetters)
      fail({Diagnostic::masked_word_too_short, std::to_string(kMinWildcardLetters),
            "write at least three letters before the first masking character",
            "'" + printable(piece.text) + "' fits too many words"},
           query_, piece.begin);
    if (words(letters).size() != 1 || fold(letters_and_digits(letters)) != fold(letters))
      fail({diagnostic, piece.text, "masked and fuzzy words are of letters and digits only",
            "'" + printable(piece.text) + "' is not one word"},
           query_, piece.begin);
    if (pattern.size() > kMaxPatternBytes)
      fail({Diagnostic::term_too_long, std::to_string(pattern.size()), "ask for a shorter word",
            "a masked or fuzzy word is longer than " + std::to_string(kMaxPatternBytes) + " bytes"},
           query_, piece.begin);
  }

  /// The whole term as a symbol, with the paragraph behind it.
  std::optional<Node> symbol_in(const std::string& text, std::size_t begin, std::size_t end) const {
    if (field_ || relation_.string || relation_.fuzzy) return std::nullopt;
    std::optional<query::ScannedSymbol> found = query::scan_symbol(text, 0);
    if (!found || found->end != text.size() || text[found->symbol_end - 1] == '*')
      return std::nullopt;
    return node_at(std::move(found->node), begin, end);
  }

  void refuse_anchors(const Piece& piece) const {
    if (piece.anchored_begin || piece.anchored_end)
      fail({Diagnostic::anchoring, "^", "leave it out: words are found wherever they stand",
            "'^' is not offered for words of a text"},
           query_, piece.begin);
  }

  void refuse_long(const std::string& text) const {
    if (words(text).size() > kMaxPhraseWords)
      fail({Diagnostic::term_too_long, std::to_string(text.size()), "ask for a shorter part of it",
            "a phrase has more than " + std::to_string(kMaxPhraseWords) + " words"},
           query_, clause_.term.begin);
  }
};

/// Values of the other fields.
class ValueReader : Reader {
 public:
  using Reader::Reader;

  Node read() const {
    if (relation_.fuzzy || relation_.stem) fail_term("'fuzzy' and 'stem' are for words");
    if (is_comparison(relation_.relation)) return range(joined(pieces_), clause_.relation.text);
    switch (relation_.relation) {
      case Relation::not_equal:
        return negated(whole());
      case Relation::all:
      case Relation::any:
        return each([&](const Piece& piece) { return value(piece.text, piece); });
      case Relation::within:
        if (pieces_.size() != 2) fail_format("write both ends, as in \"2002 2009\"");
        return range(pieces_.front().text + ".." + pieces_.back().text, {});
      case Relation::adjacent:
        fail_relation();
      default:
        return whole();
    }
  }

 private:
  [[noreturn]] void fail_format(const std::string& advice) const {
    fail({Diagnostic::term_format, std::string(clause_.term.text), advice}, query_,
         clause_.term.begin);
  }

  /// The values of a field are compared whole: anchors at both ends say nothing.
  Node whole() const {
    Piece all{.text = joined(pieces_), .begin = clause_.term.begin, .end = clause_.term.end};
    for (const Piece& piece : pieces_) all.masked = all.masked || piece.masked;
    all.anchored_begin = pieces_.front().anchored_begin;
    all.anchored_end = pieces_.back().anchored_end;
    return value(all.text, all);
  }

  Node value(const std::string& text, const Piece& piece) const {
    if (piece.anchored_begin != piece.anchored_end)
      fail({Diagnostic::anchoring, "^", "write the whole value",
            "'^' at one end of a value that is compared whole"},
           query_, piece.begin);
    if (piece.masked) return series(piece);
    return checked({.text = text,
                    .begin = piece.begin,
                    .end = piece.end,
                    .place = piece.begin,
                    .quoted = true,
                    .comparison = {}});
  }

  /// symbol = "A/58/*".
  Node series(const Piece& piece) const {
    const std::optional<std::string> prefix =
        field_->kind == FieldKind::symbol ? query::series_prefix(piece.text) : std::nullopt;
    if (!prefix)
      fail({Diagnostic::masking, piece.text,
            "values are compared whole; symbols may end with /* for a series",
            "a masking character in a value"},
           query_, piece.begin);
    return node_at(SeriesNode{*prefix, field_}, piece.begin, piece.end);
  }

  Node range(const std::string& text, std::string_view comparison) const {
    if (field_->kind == FieldKind::symbol ||
        (field_->kind == FieldKind::exact && field_->name != kFigureField))
      fail_relation();
    return checked({.text = text,
                    .begin = clause_.term.begin,
                    .end = clause_.term.end,
                    .place = clause_.term.begin,
                    .comparison = comparison});
  }

  /// As our own language reads a value, with its errors as ours.
  Node checked(const query::TypedValue& value) const {
    try {
      return query::value_node(*field_, value, query_);
    } catch (const QueryError& fault) {
      fail({Diagnostic::term_format, value.text, fault.hint, fault.what()}, query_, value.begin);
    }
  }
};

}  // namespace

Node node_of(const Clause& clause, const std::vector<Prefix>& prefixes, std::string_view query) {
  // The relation first: of words that stand side by side it is the second.
  const RelationOf relation = relation_of(clause, prefixes, query);
  Target target;
  if (clause.index.kind != Token::Kind::end) target = target_of(clause.index, prefixes, query);
  if (target.kind == Target::Kind::all_records)
    return node_at(AllNode{}, clause.index.begin, clause.term.end);
  if (target.field && target.field->kind != FieldKind::text)
    return ValueReader(clause, relation, target.field, query).read();
  return TextReader(clause, relation, target.field, query).read();
}

}  // namespace undex::cql
