#pragma once
// Subject headings proposed for a document from a thesaurus: labels found in its words, each with
// the places that speak for it. Proposals for a cataloguer; no search is ever widened by them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/document.h"
#include "corpus/thesaurus.h"

namespace undex {

struct LabelMatch {
  std::size_t begin = 0;  ///< UTF-8 bytes
  std::size_t end = 0;
  const Concept* concept_ = nullptr;
  /// The preferred label, or another of two words or more. A single word that is only another label
  /// ("work" for labour) speaks for nothing by itself.
  bool strong = true;
  bool apart = false;  ///< other words stand between its own: "[information] and media [policy]"
};

/// A word as labels are compared.
struct LabelWord {
  std::string plain;  ///< folded, singular
  std::size_t begin = 0;
  std::size_t end = 0;
  bool joined = true;   ///< nothing but a blank or a hyphen before it
  bool plural = false;  ///< the singular is another word
  bool capitals = false;
};

/// The labels of one language, ready to be found. The thesaurus must outlive it. Thread-safe.
class Labels {
 public:
  Labels(const Thesaurus& thesaurus, std::string_view language);

  /// By longest match over words, whatever their number, case and hyphens; linear in the text.
  std::vector<LabelMatch> find(std::string_view text) const;
  /// 1 for a label of rare words, less for one that many labels are made of.
  double specificity(const Concept& one) const;
  /// Only words of proceedings (corpus/data/not_subjects.tsv): "reports", "working groups".
  bool is_general(const Concept& one) const;
  const std::string& language() const { return language_; }

 private:
  struct Label {
    const Concept* concept_ = nullptr;
    bool strong = true;
    bool plural = false;    ///< one word in the plural
    bool capitals = false;  ///< one short word that is only another label: "IT", "WORK"
  };
  static bool fits(const Label& label, const LabelWord& word);
  std::size_t shared_noun(const std::vector<LabelWord>& found, std::size_t i, Label& best) const;
  void add(std::string_view text, const Concept* concept_, bool preferred);

  std::string language_;
  std::unordered_map<std::string, Label> labels_;  ///< by words in the singular, one blank between
  std::unordered_set<std::string> beginnings_;     ///< of labels, whole words
  std::unordered_map<std::string, std::size_t> uses_;  ///< of a word, in labels
};

struct Subject {
  const Concept* concept_ = nullptr;
  double score = 0;
  std::vector<std::string> words;  ///< as printed, the commonest first, three at most
  std::vector<Locator> places;     ///< the first five
  std::size_t paragraphs = 0;
  bool in_title = false;
};

/// Best first, at most `limit`. A broader concept gives way to a narrower one that is proposed. The
/// document must have been understood: labels inside names of bodies are passed over.
std::vector<Subject> propose_subjects(const Document& document, const Labels& labels,
                                      std::size_t limit);

}  // namespace undex
