#include "indexer/understand/proposals/subjects.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "corpus/text.h"
#include "indexer/understand/texts.h"

namespace undex {
namespace {

constexpr double kTitle = 6.0;
constexpr double kOtherTitle = 2.5;
constexpr double kSummary = 2.0;
constexpr double kHeading = 1.5;  // each of the first three
constexpr double kParagraphs = 1.0;
constexpr double kGeneral = 0.15;
/// A single word outside a title has more meanings than the one of its label.
constexpr double kOneWord = 0.6;
/// Of the best one's score: what is far below it is beside the point.
constexpr double kShareOfBest = 0.18;
constexpr double kLeastSpread = 0.3;
constexpr double kFullShare = 6.0;  // in a sixth of the paragraphs
constexpr std::size_t kMostHeadings = 3;
constexpr std::size_t kMostPlaces = 5;
constexpr std::size_t kMostWords = 3;
/// Below it a label stands for too little to be shown; less is asked of a short paper.
constexpr double kLeast = 2.0;
constexpr double kLeastOfShort = 1.2;
constexpr std::size_t kShortBlocks = 16;

/// Where one concept was found.
struct Found {
  std::map<std::string, std::size_t> words;
  std::vector<Locator> places;
  std::size_t paragraphs = 0;
  std::size_t headings = 0;
  bool title = false;
  bool other_title = false;
  bool summary = false;
  bool strong = false;
};

class Reader {
 public:
  Reader(const Document& document, const Labels& labels) : document_(document), labels_(labels) {
    for (const NameMark& name : document.marks.names)
      if (name.kind != Name::Kind::initiative) names_.push_back(name.span);
    std::sort(names_.begin(), names_.end());
  }

  std::map<const Concept*, Found> read() {
    for_each_text(document_, Texts::running, [&](const MarkSpan& whole, std::string_view text) {
      if (whole.block != MarkSpan::kReference) read_text(whole, text);
    });
    // The paper a letter is about says what the letter is about.
    for (MastheadItem item : {MastheadItem::agenda_item_title, MastheadItem::quoted_title}) {
      const std::string title = document_.masthead.normal(item);
      for (const LabelMatch& match : labels_.find(title)) {
        Found& one = found_[match.concept_];
        ++one.words[to_lower(std::string_view(title).substr(match.begin, match.end - match.begin))];
        one.other_title = true;
        one.strong |= match.strong;
      }
    }
    return std::move(found_);
  }

 private:
  void read_text(const MarkSpan& whole, std::string_view text) {
    const bool title = whole.block == MarkSpan::kTitle;
    const BlockKind kind = title ? BlockKind::heading : block_of(whole).kind;
    if (kind == BlockKind::footnote || kind == BlockKind::formula) return;
    const Locator place = locator_of(document_, whole);
    for (const LabelMatch& match : labels_.find(text)) {
      if (inside_name(whole, match)) continue;
      Found& one = found_[match.concept_];
      ++one.words[to_lower(text.substr(match.begin, match.end - match.begin))];
      one.strong |= match.strong;
      if (title) {
        one.title = true;
      } else {
        one.headings += kind == BlockKind::heading || kind == BlockKind::annex_title ? 1U : 0U;
        one.summary |= place.part == "summary";
      }
      if (!one.places.empty() && one.places.back() == place) continue;
      ++one.paragraphs;
      if (one.places.size() < kMostPlaces) one.places.push_back(place);
    }
  }

  const Block& block_of(const MarkSpan& span) const {
    return document_.blocks[static_cast<std::size_t>(span.block)];
  }

  /// "Committee on Information" is not about information.
  bool inside_name(const MarkSpan& whole, const LabelMatch& match) const {
    MarkSpan span = whole;
    span.begin = match.begin;
    span.end = match.end;
    auto after = std::upper_bound(names_.begin(), names_.end(), span,
                                  [](const MarkSpan& a, const MarkSpan& b) {
                                    return std::tie(a.block, a.row, a.column, a.begin) <
                                           std::tie(b.block, b.row, b.column, b.begin);
                                  });
    if (after == names_.begin()) return false;
    const MarkSpan& name = *std::prev(after);
    const std::size_t length = span.end - span.begin + (match.apart ? 0U : 1U);
    return name.overlaps(span) && name.end - name.begin >= length;
  }

  const Document& document_;
  const Labels& labels_;
  std::vector<MarkSpan> names_;
  std::map<const Concept*, Found> found_;
};

bool is_one_word(std::string_view label) {
  return label.find_first_of(" -") == std::string_view::npos;
}

/// How much of the document speaks of it: a long paper names much that it is not about.
double spread(const Found& one, std::size_t blocks) {
  const double share = static_cast<double>(one.paragraphs) / static_cast<double>(blocks + 1);
  return kLeastSpread + (1.0 - kLeastSpread) * std::min(1.0, kFullShare * share);
}

double score_of(const Found& one, const Concept& concept_, const Labels& labels,
                std::size_t blocks) {
  if (!one.strong) return 0;
  double score = kParagraphs * std::log2(1.0 + static_cast<double>(one.paragraphs));
  score += kHeading * static_cast<double>(std::min(one.headings, kMostHeadings));
  score *= spread(one, blocks);
  if (one.title) score += kTitle;
  if (one.other_title) score += kOtherTitle;
  if (one.summary) score += kSummary;
  if (labels.is_general(concept_)) score *= kGeneral;
  if (is_one_word(concept_.label(labels.language())) && !one.title && !one.other_title)
    score *= kOneWord;
  return score * labels.specificity(concept_);
}

std::vector<std::string> commonest(const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> words;
  for (const auto& [text, count] : rows)
    if (words.size() < kMostWords) words.push_back(text);
  return words;
}

/// All that is above the concept; few levels, and a circle does no harm.
void add_broader(const Concept& one, const std::map<std::string, const Concept*>& by_id,
                 std::set<const Concept*>& above) {
  for (const std::string& id : one.broader) {
    const auto broader = by_id.find(id);
    if (broader != by_id.end() && above.insert(broader->second).second)
      add_broader(*broader->second, by_id, above);
  }
}

}  // namespace

std::vector<Subject> propose_subjects(const Document& document, const Labels& labels,
                                      std::size_t limit) {
  std::vector<Subject> subjects;
  std::map<std::string, const Concept*> by_id;
  const double least = document.blocks.size() <= kShortBlocks ? kLeastOfShort : kLeast;
  for (const auto& [concept_, one] : Reader(document, labels).read()) {
    const double score = score_of(one, *concept_, labels, document.blocks.size());
    if (score < least) continue;
    subjects.push_back(
        {concept_, score, commonest(one.words), one.places, one.paragraphs, one.title});
    by_id[concept_->id] = concept_;
  }
  std::sort(subjects.begin(), subjects.end(), [](const Subject& a, const Subject& b) {
    return a.score != b.score ? a.score > b.score : a.concept_->id < b.concept_->id;
  });
  if (!subjects.empty()) {
    const double enough = subjects.front().score * kShareOfBest;
    std::erase_if(subjects, [&](const Subject& one) { return one.score < enough; });
  }
  // A broader concept stays when it is in the title: the author chose it.
  std::set<const Concept*> above;
  for (std::size_t i = 0; i < std::min(subjects.size(), 2 * limit); ++i)
    add_broader(*subjects[i].concept_, by_id, above);
  std::erase_if(subjects,
                [&](const Subject& one) { return above.contains(one.concept_) && !one.in_title; });
  if (subjects.size() > limit) subjects.resize(limit);
  return subjects;
}

}  // namespace undex
