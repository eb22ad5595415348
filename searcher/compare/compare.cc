#include "searcher/compare/compare.h"

#include <algorithm>
#include <array>
#include <optional>

#include "searcher/compare/align.h"
#include "searcher/compare/changes.h"
#include "searcher/compare/common_words.h"
#include "searcher/compare/successors.h"
#include "searcher/compare/themes.h"

namespace undex {
namespace {

using comparing::Paragraph;
using comparing::Word;
using Kind = ParagraphPair::Kind;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

void add_change(std::vector<WordChange>& out, WordChange::Kind kind, const std::vector<Word>& words,
                std::size_t first, std::size_t behind) {
  if (first < behind) out.push_back({kind, words[first].begin, words[behind - 1].end});
}

std::vector<WordChange> changes_of(const std::vector<Word>& before,
                                   const std::vector<Word>& after) {
  std::vector<comparing::Match> matches = comparing::common_words(before, after);
  matches.push_back({before.size(), after.size()});
  std::vector<WordChange> out;
  std::size_t a = 0, b = 0;
  for (std::size_t at = 0; at < matches.size();) {
    add_change(out, WordChange::Kind::removed, before, a, matches[at].before);
    add_change(out, WordChange::Kind::added, after, b, matches[at].after);
    a = matches[at].before;
    b = matches[at].after;
    const std::size_t first = a;
    for (; at < matches.size() && matches[at].before == a && matches[at].after == b &&
           a < before.size() && b < after.size();
         ++at, ++a, ++b) {
    }
    add_change(out, WordChange::Kind::kept, before, first, a);
    if (a == before.size() && b == after.size()) break;
  }
  return out;
}

/// Two documents and what is open of each.
class Comparer {
 public:
  Comparer(const Document& before, const Document& after)
      : before_document_(before),
        after_document_(after),
        before_(comparing::paragraphs_of(before, vocabulary_, printed_)),
        after_(comparing::paragraphs_of(after, vocabulary_, printed_)) {}

  DocumentComparison compare() {
    DocumentComparison out;
    out.before = before_document_.name();
    out.after = after_document_.name();
    out.before_paragraphs = before_.size();
    out.after_paragraphs = after_.size();
    out.pairs = pairs();
    out.themes_new = comparing::themes_of(after_, before_, printed_);
    out.themes_gone = comparing::themes_of(before_, after_, printed_);
    return out;
  }

  ParagraphPair compare(const Locator& from, const Locator& to) {
    const Paragraph before = comparing::joined(before_, from);
    const Paragraph after = comparing::joined(after_, to);
    ParagraphPair out = pair_of(&before, &after);
    if (before.text.empty() || after.text.empty()) return out;
    out.kept = comparing::kept_of(before.words, after.words);
    out.changes = changes_of(before.words, after.words);
    const bool identical = std::ranges::all_of(out.changes, [](const WordChange& change) {
      return change.kind == WordChange::Kind::kept;
    });
    out.kind = identical ? Kind::identical : out.kept > 0 ? Kind::reworded : Kind::unlike;
    return out;
  }

 private:
  /// Either may be missing.
  ParagraphPair pair_of(const Paragraph* before, const Paragraph* after) const {
    ParagraphPair out;
    if (before) out.before = before->at;
    if (before) out.before_text = before->text;
    if (after) out.after = after->at;
    if (after) out.after_text = after->text;
    if (before && after)
      comparing::set_changes(out, {*before, before_document_}, {*after, after_document_});
    return out;
  }

  ParagraphPair aligned_pair(const comparing::Aligned& one) const {
    ParagraphPair out = pair_of(&before_[one.before], &after_[one.after]);
    out.kind = one.identical ? Kind::identical : Kind::reworded;
    out.moved = one.moved;
    out.kept = one.kept;
    out.changes = changes_of(before_[one.before].words, after_[one.after].words);
    return out;
  }

  ParagraphPair successor_pair(comparing::Successor&& one) const {
    ParagraphPair out = pair_of(&before_[one.before], &after_[one.after]);
    out.kind = Kind::successor;
    out.kept = comparing::kept_of(before_[one.before].words, after_[one.after].words);
    out.evidence = std::move(one.evidence);
    return out;
  }

  std::vector<ParagraphPair> pairs() const {
    std::vector<std::optional<ParagraphPair>> found(after_.size());
    std::vector<std::size_t> to(before_.size(), kNone);
    for (const comparing::Aligned& one : comparing::align(before_, after_)) {
      found[one.after] = aligned_pair(one);
      to[one.before] = one.after;
    }
    std::vector<bool> open_before, open_after;
    for (const std::size_t after : to) open_before.push_back(after == kNone);
    for (const auto& pair : found) open_after.push_back(!pair);
    for (comparing::Successor& one :
         comparing::successors(before_, open_before, after_, open_after, printed_)) {
      to[one.before] = one.after;
      found[one.after] = successor_pair(std::move(one));
    }
    return in_order(std::move(found), to);
  }

  /// What is gone stands behind what came before it.
  std::vector<ParagraphPair> in_order(std::vector<std::optional<ParagraphPair>> found,
                                      const std::vector<std::size_t>& to) const {
    std::vector<std::vector<std::size_t>> gone(after_.size() + 1);
    std::size_t behind = 0;
    for (std::size_t at = 0; at < before_.size(); ++at) {
      if (to[at] == kNone)
        gone[behind].push_back(at);
      else
        behind = to[at] + 1;
    }
    std::vector<ParagraphPair> out;
    for (std::size_t at = 0; at <= after_.size(); ++at) {
      for (const std::size_t one : gone[at]) {
        out.push_back(pair_of(&before_[one], nullptr));
        out.back().kind = Kind::gone;
      }
      if (at == after_.size()) break;
      out.push_back(found[at] ? std::move(*found[at]) : pair_of(nullptr, &after_[at]));
      if (!found[at]) out.back().kind = Kind::added;
    }
    return out;
  }

  const Document& before_document_;
  const Document& after_document_;
  comparing::Vocabulary vocabulary_;
  std::map<std::string, std::string> printed_;
  std::vector<Paragraph> before_;
  std::vector<Paragraph> after_;
};

}  // namespace

std::string_view name_of(ParagraphPair::Kind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "identical", "reworded", "likely successor", "gone", "new", "unlike"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<WordChange> word_diff(std::string_view before, std::string_view after,
                                  std::string_view language) {
  comparing::Vocabulary vocabulary;
  return changes_of(vocabulary.words(before, language), vocabulary.words(after, language));
}

std::size_t DocumentComparison::count(ParagraphPair::Kind kind) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      pairs, [kind](const ParagraphPair& pair) { return pair.kind == kind; }));
}

std::size_t DocumentComparison::moved() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(pairs, [](const ParagraphPair& pair) { return pair.moved; }));
}

DocumentComparison compare_documents(const Document& before, const Document& after) {
  return Comparer(before, after).compare();
}

ParagraphPair compare_places(const Document& before, const Locator& from, const Document& after,
                             const Locator& to) {
  return Comparer(before, after).compare(from, to);
}

}  // namespace undex
