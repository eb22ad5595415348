#include "searcher/query/nearby.h"

#include <algorithm>
#include <iterator>
#include <map>
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

/// About a second of work each: places of words looked at, bytes of text cut into sentences.
constexpr std::size_t kMostPlaces = 20'000'000;
constexpr std::size_t kMostBytes = 10'000'000;

[[noreturn]] void fail_too_common() {
  throw Error(ErrorKind::usage, "the words of a distance are too common and too many",
              "ask for rarer words, or for all of them in one paragraph with para(...)");
}

using Positions = std::vector<std::size_t>;       ///< in order
using Places = std::map<std::string, Positions>;  ///< of the words of a text that are asked for

/// The places of words in one document of the index after the other.
class IndexedPlaces {
 public:
  IndexedPlaces(const std::vector<std::vector<Way>>& parts, const std::string& prefix,
                const Xapian::Database& db) {
    for (const std::vector<Way>& part : parts)
      for (const Way& way : part)
        for (const std::vector<std::string>& any : way)
          for (const std::string& word : any)
            if (db.term_exists(prefix + word))
              postings_.try_emplace(word, db.postlist_begin(prefix + word));
    if (postings_.size() > kMaxQueryTerms)
      throw Error(ErrorKind::usage, "the words of a distance stand for more than 1,024 others",
                  "write more of their letters");
  }

  /// Docids must come in order.
  Places in(Xapian::docid docid) {
    Places out;
    for (auto& [word, posting] : postings_) {
      if (posting == Xapian::PostingIterator()) continue;
      if (*posting < docid) posting.skip_to(docid);
      if (posting == Xapian::PostingIterator() || *posting != docid) continue;
      Positions& places = out[word];
      for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at)
        places.push_back(*at);
      if ((looked_at_ += places.size()) > kMostPlaces) fail_too_common();
    }
    return out;
  }

 private:
  std::map<std::string, Xapian::PostingIterator> postings_;
  std::size_t looked_at_ = 0;
};

bool stands_at(const std::vector<std::string>& any, std::size_t position, const Places& places) {
  return std::any_of(any.begin(), any.end(), [&](const std::string& word) {
    const auto found = places.find(word);
    return found != places.end() &&
           std::binary_search(found->second.begin(), found->second.end(), position);
  });
}

void add_occurrences(const Way& way, const Places& places, Occurrences& out) {
  for (const std::string& first : way.front()) {
    const auto found = places.find(first);
    if (found == places.end()) continue;
    for (const std::size_t begin : found->second) {
      std::size_t next = 1;
      while (next < way.size() && stands_at(way[next], begin + next, places)) ++next;
      if (next == way.size()) out.push_back({begin, begin + next - 1});
    }
  }
}

std::vector<Occurrences> occurrences(const std::vector<std::vector<Way>>& parts,
                                     const Places& places) {
  std::vector<Occurrences> out;
  for (const std::vector<Way>& part : parts) {
    out.emplace_back();
    for (const Way& way : part) add_occurrences(way, places, out.back());
  }
  return out;
}

/// What holds all the words, wherever.
Query holds_all(const std::vector<std::vector<Way>>& parts, const std::string& prefix) {
  std::vector<Query> all;
  for (const std::vector<Way>& part : parts) {
    std::vector<Query> ways;
    for (const Way& way : part) {
      std::vector<Query> words;
      for (const std::vector<std::string>& any : way) {
        std::vector<Query> forms;
        for (const std::string& word : any) forms.emplace_back(prefix + word);
        words.emplace_back(Query::OP_OR, forms.begin(), forms.end());
      }
      ways.emplace_back(Query::OP_AND, words.begin(), words.end());
    }
    all.emplace_back(Query::OP_OR, ways.begin(), ways.end());
  }
  return Query(Query::OP_AND, all.begin(), all.end());
}

std::size_t words_between(std::size_t end, std::size_t begin) { return begin - end - 1; }

/// A paragraph whose sentences are counted.
class SentencedText {
 public:
  SentencedText(const std::string& text, const std::vector<std::vector<Way>>& parts)
      : sentences_(sentences(text)) {
    std::vector<std::string> wanted;
    for (const std::vector<Way>& part : parts)
      for (const Way& way : part)
        for (const std::vector<std::string>& any : way)
          wanted.insert(wanted.end(), any.begin(), any.end());
    std::sort(wanted.begin(), wanted.end());
    for (const TextTerm& term : text_terms(text)) {
      if (term.kind != TextTerm::Kind::word) continue;
      begins_.resize(std::max(begins_.size(), term.position + 1), term.begin);
      if (!std::binary_search(wanted.begin(), wanted.end(), term.term)) continue;
      places[term.term].push_back(term.position);
      if (term.width > 1) places[term.term].push_back(term.position + term.width - 1);
    }
    for (auto& [word, positions] : places) std::sort(positions.begin(), positions.end());
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
  Nearby(const NearNode& node, const Expansion& expansion) : node_(node) {
    if (!node.ordered && node.parts.size() > kMaxChainParts)
      throw Error(ErrorKind::usage,
                  "NEAR joins more than " + std::to_string(kMaxChainParts) + " parts",
                  "ask for fewer, or for all in this order with ADJ");
    for (const Node& part : node.parts) parts_.push_back(ways_of(part, expansion));
  }

  Docids in(const Xapian::Database& db, const std::string& prefix) const {
    IndexedPlaces indexed(parts_, prefix, db);
    Docids out;
    for (const Xapian::docid docid : found_by(holds_all(parts_, prefix), db)) {
      const bool by_words = node_.unit == NearNode::Unit::word;
      const bool title = !prefix.empty();  // one sentence
      if (by_words ? in_words(indexed.in(docid)) : title || in_sentences(db.get_document(docid)))
        out.push_back(docid);
    }
    return out;
  }

 private:
  bool in_words(const Places& places) const {
    return makes_chain(occurrences(parts_, places), node_.distance, node_.ordered, words_between);
  }

  bool in_sentences(const Xapian::Document& paragraph) const {
    const std::string text = read_paragraph_card(paragraph.get_data()).text;
    if ((bytes_ += text.size()) > kMostBytes) fail_too_common();
    const SentencedText sentenced(text, parts_);
    const auto gap = [&](std::size_t end, std::size_t begin) {
      return sentenced.sentence_of(begin) - sentenced.sentence_of(end);
    };
    return makes_chain(occurrences(parts_, sentenced.places), node_.distance, node_.ordered, gap);
  }

  const NearNode& node_;
  std::vector<std::vector<Way>> parts_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace

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
