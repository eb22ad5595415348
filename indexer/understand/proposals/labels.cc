// Labels of a thesaurus in running text.
#include <algorithm>
#include <cmath>
#include <set>

#include "corpus/ascii.h"
#include "corpus/data.h"
#include "corpus/text.h"
#include "indexer/understand/proposals/subjects.h"

namespace undex {
namespace {

/// No label that is ever printed in a text is longer.
constexpr std::size_t kMostWords = 12;
constexpr std::size_t kLongestAcronym = 5;  // bytes

/// "agencies" and "agency", "women" and "women": enough to compare a label with a text.
std::string singular(std::string word) {
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  if (word.size() > 4 && ends("ies")) return word.replace(word.size() - 3, 3, "y");
  if (word.size() > 4 && (ends("sses") || ends("xes") || ends("ches") || ends("shes")))
    return word.substr(0, word.size() - 2);
  if (word.size() > 3 && ends("s") && !ends("ss") && !ends("us") && !ends("is")) word.pop_back();
  return word;
}

using Word = LabelWord;

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> found;
  for (const WordSpan& span : words(text)) {
    const std::size_t before = found.empty() ? 0 : found.back().end;
    const std::string_view gap = text.substr(before, span.begin - before);
    const bool joined = gap.empty() || gap == " " || gap == "-" || gap == "\xE2\x80\x91";
    const std::string_view printed = text.substr(span.begin, span.end - span.begin);
    const std::string folded = fold(printed);
    const std::string one = singular(folded);
    const bool capitals = std::none_of(printed.begin(), printed.end(), is_lower);
    found.push_back({one, span.begin, span.end, joined, one != folded, capitals});
  }
  return found;
}

std::string joined_words(const std::vector<Word>& found) {
  std::string key;
  for (const Word& word : found) key += (key.empty() ? "" : " ") + word.plain;
  return key;
}

}  // namespace

Labels::Labels(const Thesaurus& thesaurus, std::string_view language) : language_(language) {
  for (const Concept& one : thesaurus.concepts) {
    if (!one.heading) continue;
    if (const auto label = one.preferred.find(language_); label != one.preferred.end())
      add(label->second, &one, true);
  }
  for (const Concept& one : thesaurus.concepts) {
    if (!one.heading) continue;
    if (const auto found = one.alternative.find(language_); found != one.alternative.end())
      for (const std::string& label : found->second) add(label, &one, false);
  }
}

void Labels::add(std::string_view text, const Concept* concept_, bool preferred) {
  // "DRUMS (CONTAINERS)": no text says which drums it means, so such a label is found in none.
  if (text.find('(') != std::string_view::npos) return;
  const std::vector<Word> found = words_in(text);
  if (found.empty() || found.size() > kMostWords) return;
  const std::string key = joined_words(found);
  const bool one_word = found.size() == 1;
  const Label label{concept_, preferred || !one_word, one_word && found.front().plural,
                    one_word && !preferred && key.size() <= kLongestAcronym};
  if (!labels_.emplace(key, label).second) return;
  for (std::size_t at = key.find(' '); at != std::string::npos; at = key.find(' ', at + 1))
    beginnings_.insert(key.substr(0, at));
  if (preferred)
    for (const Word& word : found) ++uses_[word.plain];
}

std::vector<LabelMatch> Labels::find(std::string_view text) const {
  const std::vector<Word> found = words_in(text);
  std::vector<LabelMatch> matches;
  const auto add = [&](std::size_t first, std::size_t last, const Label& label, bool apart) {
    matches.push_back({found[first].begin, found[last].end, label.concept_, label.strong, apart});
  };
  for (std::size_t i = 0; i < found.size();) {
    std::string key;
    std::size_t length = 0;
    Label best;
    for (std::size_t n = 0; n < kMostWords && i + n < found.size(); ++n) {
      if (n > 0 && !found[i + n].joined) break;
      key += (n > 0 ? " " : "") + found[i + n].plain;
      if (const auto label = labels_.find(key);
          label != labels_.end() && fits(label->second, found[i])) {
        length = n + 1;
        best = label->second;
      }
      if (!beginnings_.contains(key)) break;
    }
    if (const std::size_t last = length < 2 ? shared_noun(found, i, best) : 0; last > 0) {
      add(i, last, best, true);
      i += 2;  // The second of the two goes on by itself.
      continue;
    }
    if (length > 0) add(i, i + length - 1, best, false);
    i += std::max<std::size_t>(length, 1);
  }
  return matches;
}

/// "wills" are wills, "will" is a verb: a label in the plural is found in the plural. "IT" is a
/// short form, "it" is none.
bool Labels::fits(const Label& label, const LabelWord& word) {
  return (!label.plural || word.plural) && (!label.capitals || word.capitals);
}

/// "information and communication technology" speaks of information technology too: the word that
/// ends the label that "information" begins; 0 for none.
std::size_t Labels::shared_noun(const std::vector<LabelWord>& found, std::size_t i,
                                Label& best) const {
  constexpr std::size_t kNear = 4;
  if (i + 3 >= found.size() || !found[i + 1].joined || found[i + 1].plain != "and") return 0;
  for (std::size_t last = i + 3; last < std::min(found.size(), i + kNear); ++last) {
    if (!found[last].joined || !found[last - 1].joined) return 0;
    const auto label = labels_.find(found[i].plain + " " + found[last].plain);
    if (label == labels_.end()) continue;
    best = label->second;
    return last;
  }
  return 0;
}

bool Labels::is_general(const Concept& one) const {
  static const std::set<std::string> kGeneral = [] {
    std::set<std::string> keys;
    for (const auto& row : data_rows("not_subjects")) keys.insert(joined_words(words_in(row[0])));
    return keys;
  }();
  return kGeneral.contains(joined_words(words_in(one.label(language_))));
}

double Labels::specificity(const Concept& one) const {
  const auto label = one.preferred.find(language_);
  if (label == one.preferred.end()) return 0.5;
  double sum = 0;
  const std::vector<Word> found = words_in(label->second);
  for (const Word& word : found) {
    const auto uses = uses_.find(word.plain);
    const double count = uses == uses_.end() ? 1.0 : static_cast<double>(uses->second);
    sum += 1.0 / (1.0 + std::log2(count) / 4.0);
  }
  return std::min(sum, 1.6);
}

}  // namespace undex
