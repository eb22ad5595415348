#include "searcher/query/nearby.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/query/chain.h"
#include "searcher/query/docids.h"
#include "searcher/query/ways.h"
#include "undex/error.h"

namespace undex::query {
namespace {

using Xapian::Query;

/// About a second of work each: places of words looked at, lengths (in terms) of the paragraphs
/// that are cut into sentences.
constexpr std::size_t kMostPlaces = 3'000'000;
constexpr std::size_t kMostTerms = 2'500'000;

[[noreturn]] void fail_too_common() {
  throw Error(ErrorKind::usage, "the words of a distance are too common and too many",
              "ask for rarer words, or for all of them in one paragraph with para(...)");
}

using Positions = std::vector<std::size_t>;  ///< in order
using Places = std::vector<Positions>;       ///< of the words asked for, by their numbers

/// A way to write a part, with the numbers of its words.
using NumberedWay = std::vector<std::vector<std::size_t>>;

/// The words of all parts, numbered.
struct Vocabulary {
  std::vector<std::string> words;  ///< in order
  std::vector<std::vector<NumberedWay>> parts;

  explicit Vocabulary(const std::vector<std::vector<Way>>& ways) {
    for (const std::vector<Way>& part : ways)
      for (const Way& way : part)
        for (const std::vector<std::string>& any : way)
          words.insert(words.end(), any.begin(), any.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::vector<Way>& part : ways) {
      parts.emplace_back();
      for (const Way& way : part) parts.back().push_back(numbered(way));
    }
  }

  /// The count of words for none.
  std::size_t number_of(const std::string& word) const {
    const auto at = std::lower_bound(words.begin(), words.end(), word);
    return at == words.end() || *at != word ? words.size()
                                            : static_cast<std::size_t>(at - words.begin());
  }

 private:
  NumberedWay numbered(const Way& way) const {
    NumberedWay out;
    for (const std::vector<std::string>& any : way) {
      out.emplace_back();
      for (const std::string& word : any) out.back().push_back(number_of(word));
    }
    return out;
  }
};

/// The places of words in one document of the index after the other.
class IndexedPlaces {
 public:
  /// Each place is looked at so many times.
  IndexedPlaces(const Vocabulary& vocabulary, const std::string& prefix, const Database& db,
                std::size_t looks)
      : places_(vocabulary.words.size()), looks_(looks) {
    for (std::size_t word = 0; word < vocabulary.words.size(); ++word)
      if (const std::string term = prefix + vocabulary.words[word]; db.term_exists(term))
        postings_.push_back({word, db.engine().postlist_begin(term)});
    if (postings_.size() > kMaxQueryTerms)
      throw Error(ErrorKind::usage, "the words of a distance stand for more than 1,024 others",
                  "write more of their letters");
  }

  /// Docids must come in order.
  const Places& in(Xapian::docid docid) {
    for (Word& word : postings_) {
      Positions& places = places_[word.number];
      places.clear();
      if (word.posting == Xapian::PostingIterator()) continue;
      if (*word.posting < docid) word.posting.skip_to(docid);
      if (word.posting == Xapian::PostingIterator() || *word.posting != docid) continue;
      for (auto at = word.posting.positionlist_begin(); at != word.posting.positionlist_end(); ++at)
        places.push_back(*at);
      if ((looked_at_ += places.size() * looks_) > kMostPlaces) fail_too_common();
    }
    return places_;
  }

 private:
  struct Word {
    std::size_t number = 0;
    Xapian::PostingIterator posting;
  };
  std::vector<Word> postings_;
  Places places_;
  std::size_t looks_;
  std::size_t looked_at_ = 0;
};

bool stands_at(const std::vector<std::size_t>& any, std::size_t position, const Places& places) {
  return std::any_of(any.begin(), any.end(), [&](std::size_t word) {
    return std::binary_search(places[word].begin(), places[word].end(), position);
  });
}

void add_occurrences(const NumberedWay& way, const Places& places, Occurrences& out) {
  for (const std::size_t first : way.front())
    for (const std::size_t begin : places[first]) {
      std::size_t next = 1;
      while (next < way.size() && stands_at(way[next], begin + next, places)) ++next;
      if (next == way.size()) out.push_back({begin, begin + next - 1});
    }
}

std::vector<Occurrences> occurrences(const Vocabulary& vocabulary, const Places& places) {
  std::vector<Occurrences> out;
  for (const std::vector<NumberedWay>& part : vocabulary.parts) {
    out.emplace_back();
    for (const NumberedWay& way : part) add_occurrences(way, places, out.back());
  }
  return out;
}

/// What holds the words side by side; their places are looked at where a word has several forms.
Query holds_way(const Way& way, const std::string& prefix) {
  std::vector<std::string> phrase;
  std::vector<Query> all;
  for (const std::vector<std::string>& any : way) {
    std::vector<Query> forms;
    for (const std::string& word : any) forms.emplace_back(prefix + word);
    all.emplace_back(Query::OP_OR, forms.begin(), forms.end());
    if (any.size() == 1) phrase.push_back(prefix + any.front());
  }
  return phrase.size() == way.size() ? Query(Query::OP_PHRASE, phrase.begin(), phrase.end(),
                                             static_cast<Xapian::termcount>(phrase.size()))
                                     : Query(Query::OP_AND, all.begin(), all.end());
}

/// What holds all the parts, wherever.
Query holds_all(const std::vector<std::vector<Way>>& parts, const std::string& prefix) {
  std::vector<Query> all;
  for (const std::vector<Way>& part : parts) {
    std::vector<Query> ways;
    for (const Way& way : part) ways.push_back(holds_way(way, prefix));
    all.emplace_back(Query::OP_OR, ways.begin(), ways.end());
  }
  return Query(Query::OP_AND, all.begin(), all.end());
}

/// More are looked for by their places.
constexpr std::size_t kMostPairs = 256;

/// Two parts that are single words, none in both: the engine knows the distance of these, and its
/// own look at places is many times faster than one from outside.
std::optional<Query> as_pairs(const std::vector<std::vector<Way>>& parts, const NearNode& node,
                              const std::string& prefix, const Database& db) {
  if (parts.size() != 2 || node.unit != NearNode::Unit::word) return std::nullopt;
  std::vector<std::set<std::string>> words(2);
  for (std::size_t part = 0; part < 2; ++part)
    for (const Way& way : parts[part]) {
      if (way.size() > 1) return std::nullopt;
      for (const std::string& word : way.front())
        if (db.term_exists(prefix + word)) words[part].insert(prefix + word);
    }
  if (words[0].size() * words[1].size() > kMostPairs) return std::nullopt;
  std::vector<Query> pairs;
  for (const std::string& one : words[0])
    for (const std::string& other : words[1]) {
      if (one == other) return std::nullopt;
      const std::array<std::string, 2> pair = {one, other};
      pairs.emplace_back(node.ordered ? Query::OP_PHRASE : Query::OP_NEAR, pair.begin(), pair.end(),
                         static_cast<Xapian::termcount>(node.distance + 2));
    }
  return Query(Query::OP_OR, pairs.begin(), pairs.end());
}

std::size_t words_between(std::size_t end, std::size_t begin) { return begin - end - 1; }

/// A paragraph whose sentences are counted.
class SentencedText {
 public:
  SentencedText(const std::string& text, const Vocabulary& vocabulary)
      : places(vocabulary.words.size()), sentences_(sentences(text)) {
    for (const TextTerm& term : text_terms(text)) {
      if (term.kind != TextTerm::Kind::word) continue;
      begins_.resize(std::max(begins_.size(), term.position + 1), term.begin);
      const std::size_t word = vocabulary.number_of(term.term);
      if (word == vocabulary.words.size()) continue;
      places[word].push_back(term.position);
      if (term.width > 1) places[word].push_back(term.position + term.width - 1);
    }
    for (Positions& positions : places) std::sort(positions.begin(), positions.end());
  }

  std::size_t sentence_of(std::size_t position) const {
    const std::size_t byte = position < begins_.size() ? begins_[position] : 0;
    const auto behind = std::upper_bound(
        sentences_.begin(), sentences_.end(), byte,
        [](std::size_t at, const TextSpan& sentence) { return at < sentence.begin; });
    return static_cast<std::size_t>(behind - sentences_.begin());
  }

  Places places;

 private:
  std::vector<TextSpan> sentences_;
  Positions begins_;  ///< byte at which the word of each position begins
};

/// One NEAR over one of the databases.
class Nearby {
 public:
  Nearby(const NearNode& node, const Expansion& expansion)
      : node_(node), cards_(expansion.context().cards) {
    if (!node.ordered && node.parts.size() > kMaxChainParts)
      throw Error(ErrorKind::usage,
                  "NEAR joins more than " + std::to_string(kMaxChainParts) + " parts",
                  "ask for fewer, or for all in this order with ADJ");
    for (const Node& part : node.parts) parts_.push_back(ways_of(part, expansion));
    vocabulary_.emplace(parts_);
  }

  Docids in(const Database& db, const std::string& prefix) const {
    if (const std::optional<Query> pairs = as_pairs(parts_, node_, prefix, db))
      return found_by(*pairs, db);
    const bool by_words = node_.unit == NearNode::Unit::word;
    const bool title = !prefix.empty();  // one sentence
    const Docids candidates = found_by(holds_all(parts_, prefix), db);
    if (!by_words && !title) refuse_long_texts(candidates, db);
    IndexedPlaces indexed(*vocabulary_, prefix, db, looks());
    Docids out;
    for (const Xapian::docid docid : candidates) {
      if (by_words ? in_words(indexed.in(docid)) : title || in_sentences(docid))
        out.push_back(docid);
    }
    return out;
  }

 private:
  /// In any order, parts are looked at for every set of the others (chain.cc).
  std::size_t looks() const {
    return node_.ordered || parts_.size() < 3 ? 1 : std::size_t{1} << (parts_.size() - 2);
  }

  /// Before any text is read: the engine knows how long each is.
  static void refuse_long_texts(const Docids& paragraphs, const Database& db) {
    std::size_t terms = 0;
    for (const Xapian::docid docid : paragraphs)
      if ((terms += db.engine().get_doclength(docid)) > kMostTerms) fail_too_common();
  }

  bool in_words(const Places& places) const {
    return makes_chain(occurrences(*vocabulary_, places), node_.distance, node_.ordered,
                       words_between);
  }

  bool in_sentences(Xapian::docid paragraph) const {
    const std::string text = cards_.at(paragraph).text;
    const SentencedText sentenced(text, *vocabulary_);
    const auto gap = [&](std::size_t end, std::size_t begin) {
      return sentenced.sentence_of(begin) - sentenced.sentence_of(end);
    };
    return makes_chain(occurrences(*vocabulary_, sentenced.places), node_.distance, node_.ordered,
                       gap);
  }

  const NearNode& node_;
  const ShardedCards& cards_;
  std::vector<std::vector<Way>> parts_;
  std::optional<Vocabulary> vocabulary_;
};

}  // namespace

double cost_of(const NearNode& node, const Expansion& expansion) {
  // Places read from outside cost more than those that the engine looks at by itself.
  constexpr double kFromOutside = 8;
  const Database& db = expansion.context().paragraphs;
  double rarest = db.get_doccount();
  bool single = node.parts.size() == 2;
  for (const Node& part : node.parts) {
    double held = 0;
    for (const Way& way : ways_of(part, expansion)) {
      single = single && way.size() == 1;
      for (const std::string& word : way.front()) held += db.get_termfreq(word);
    }
    rarest = std::min(rarest, held);
  }
  return rarest * static_cast<double>(node.parts.size()) * (single ? 1 : kFromOutside);
}

Docids paragraphs_near(const NearNode& node, const Expansion& expansion) {
  const PlanContext& context = expansion.context();
  const Field* field = node.parts.empty() ? nullptr : field_of(node.parts.front());
  if (field) return paragraphs_of(documents_near(node, expansion), context);
  return expansion.docids("paragraphs " + dump({.value = node}),
                          [&] { return Nearby(node, expansion).in(context.paragraphs, {}); });
}

Docids documents_near(const NearNode& node, const Expansion& expansion) {
  const PlanContext& context = expansion.context();
  const Field* field = node.parts.empty() ? nullptr : field_of(node.parts.front());
  return expansion.docids("documents " + dump({.value = node}), [&] {
    Docids found = Nearby(node, expansion)
                       .in(context.documents, std::string(field ? field->prefix : kTitlePrefix));
    if (field) return found;
    const Docids others = documents_of(paragraphs_near(node, expansion), context);
    Docids all;
    std::set_union(found.begin(), found.end(), others.begin(), others.end(),
                   std::back_inserter(all));
    return all;
  });
}

}  // namespace undex::query
