#include "undex/precedent.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/citation.h"
#include "corpus/natural_order.h"
#include "corpus/text.h"
#include "schemas/index_form.h"
#include "schemas/run_words.h"
#include "searcher/precedent/close.h"
#include "searcher/precedent/taken_up.h"
#include "searcher/search/index.h"

namespace undex {

struct Precedents::State {
  search::Index index;
  Reuse reuse;
  precedent::Followers followers;

  explicit State(const std::filesystem::path& archive)
      : index(search::open_index(archive)),
        reuse(Reuse::open(archive)),
        followers(index, Archive::open(archive, Archive::Mode::read)) {}
};

namespace {

/// A use has so much of the words asked for, or of its own where it is shorter.
constexpr double kLeastKept = 0.4;
/// Few words are a formula where they are not nearly all.
constexpr std::size_t kFewWords = 8;
constexpr double kNearlyAll = 0.75;
/// And so much of what the nearest use has, or it is one of a part only, such as a formula.
constexpr double kLeastOfNearest = 0.75;
/// So much of what a paragraph shares with a sentence must stand together.
constexpr double kLeastTogether = 0.75;

using Place = std::pair<std::string, std::string>;  ///< document and locator
Place place_of(const ReusedWording& one) { return {one.name, one.locator}; }

/// Whether a document is the one that the text stands in.
class LeftOut {
 public:
  explicit LeftOut(const std::string& name) : name_(name), symbol_(parse_symbol(name)) {}
  bool operator()(const std::string& name) const {
    if (name_.empty()) return false;
    if (!symbol_) return name == name_;
    const std::optional<Symbol> other = parse_symbol(name);
    return other && other->names(*symbol_);
  }

 private:
  std::string name_;
  std::optional<Symbol> symbol_;
};

std::string citation_of_place(const ReusedWording& one) {
  const std::optional<Symbol> symbol = parse_symbol(one.name);
  const std::optional<Locator> locator = parse_locator(one.locator);
  if (symbol && locator) return citation_note(*symbol, *locator);
  return "(" + one.name + ", " + one.pinpoint + ")";
}

bool is_nearer(const ReusedWording& a, const ReusedWording& b) {
  if (a.identical != b.identical) return a.identical;
  if (a.shared_words != b.shared_words) return a.shared_words > b.shared_words;
  return a.kept > b.kept;
}

bool is_earlier(const ReusedWording& a, const ReusedWording& b) {
  if (a.date.empty() != b.date.empty()) return b.date.empty();
  if (a.date != b.date) return a.date < b.date;
  if (a.name != b.name) return natural_compare(a.name, b.name) < 0;
  return natural_compare(a.locator, b.locator) < 0;
}

/// Whether the shared words stand in one place of the paragraph, no longer than twice the sentence:
/// in a long one half of its words are found by chance, scattered.
bool stands_together(const ReusedWording& one, std::size_t sentence_bytes) {
  std::size_t all = 0, here = 0, most = 0;
  for (const Span& span : one.shared) all += span.end - span.begin;
  for (std::size_t first = 0, last = 0; last < one.shared.size(); ++last) {
    here += one.shared[last].end - one.shared[last].begin;
    for (; one.shared[last].end - one.shared[first].begin > 2 * sentence_bytes && first < last;
         ++first)
      here -= one.shared[first].end - one.shared[first].begin;
    most = std::max(most, here);
  }
  return static_cast<double>(most) >= kLeastTogether * static_cast<double>(all);
}

/// The uses of a wording by date, each place once.
std::vector<ReusedWording> by_date(std::vector<ReusedWording> uses) {
  std::stable_sort(uses.begin(), uses.end(), is_nearer);
  if (!uses.empty()) {
    const double least = kLeastOfNearest * static_cast<double>(uses.front().shared_words);
    std::erase_if(uses, [&](const ReusedWording& one) {
      return static_cast<double>(one.shared_words) < least;
    });
  }
  std::set<Place> seen;
  std::erase_if(uses, [&](const ReusedWording& one) { return !seen.insert(place_of(one)).second; });
  std::stable_sort(uses.begin(), uses.end(), is_earlier);
  return uses;
}

std::size_t limit_of(const PrecedentRequest& request) {
  constexpr std::size_t kAll = 1'000'000'000;
  return request.limit == 0 ? kAll : std::min(request.limit, kAll);
}

/// The nearest, and so many of the earliest and the latest.
std::vector<Precedent> chosen(std::vector<ReusedWording> uses, std::size_t limit) {
  std::vector<Precedent> out;
  if (uses.empty()) return out;
  const auto nearest = static_cast<std::size_t>(
      std::min_element(uses.begin(), uses.end(), is_nearer) - uses.begin());
  const std::size_t dated = static_cast<std::size_t>(
      std::find_if(uses.begin(), uses.end(),
                   [](const ReusedWording& one) { return one.date.empty(); }) -
      uses.begin());
  for (std::size_t i = 0; i < uses.size(); ++i) {
    Precedent one;
    one.nearest = i == nearest;
    one.earliest = i < std::min(limit, dated);
    one.latest = i < dated && i + limit >= dated;
    if (!one.nearest && !one.earliest && !one.latest) continue;
    one.wording = std::move(uses[i]);
    out.push_back(std::move(one));
  }
  return out;
}

ReusedWording described(const search::Index& index, std::uint32_t paragraph) {
  ParagraphCard card = index.databases.cards.at(paragraph);
  const DocumentCard document = read_card(
      index.databases.documents.get_document(index.columns.document_of(paragraph)).get_data());
  const std::optional<Locator> place = parse_locator(card.locator);
  return {.key = document.key,
          .name = document.name,
          .title = document.title,
          .locator = card.locator,
          .pinpoint = place ? place->citation() : card.locator,
          .date = document.date,
          .language = document.language,
          .abridged = document.abridged,
          .text = std::move(card.text),
          .shared = {},
          .shared_there = {}};
}

/// The closest that are no use of the wording; of the same words, and of language versions, one.
std::vector<Precedent> chosen(const search::Index& index,
                              const std::vector<precedent::Close>& found, std::set<Place> seen,
                              const LeftOut& left_out, std::size_t limit) {
  std::vector<Precedent> out;
  std::set<std::string> texts;
  for (const precedent::Close& close : found) {
    if (out.size() == limit) break;
    ReusedWording wording = described(index, close.paragraph);
    if (left_out(wording.name) || !seen.insert(place_of(wording)).second ||
        !texts.insert(letters_and_digits(wording.text)).second)
      continue;
    out.push_back({.wording = std::move(wording),
                   .citation = {},
                   .closeness = close.closeness,
                   .shared = close.shared,
                   .taken_up = {}});
  }
  return out;
}

/// More paragraphs are looked at where the first were left out, and where one that shares less may
/// be closer because it is shorter, up to a bound that is said.
void choose_close(PrecedentResult& out, const search::Index& index, const PrecedentRequest& request,
                  const std::set<Place>& uses) {
  constexpr std::size_t kFirst = 100, kMost = 6400, kMore = 8;
  const LeftOut left_out(request.leave_out);
  const std::size_t limit = limit_of(request);
  for (std::size_t count = kFirst; count <= kMost; count *= kMore) {
    const precedent::CloseParagraphs found =
        precedent::close_paragraphs(index, request.text, request.language, count);
    out.close = chosen(index, found.list, uses, left_out, limit);
    out.close_all =
        found.all || (out.close.size() == limit && out.close.back().closeness >= found.beyond);
    if (out.close_all) return;
  }
}

void complete(std::vector<Precedent>& all, precedent::Followers& followers) {
  for (Precedent& one : all) {
    one.citation = citation_of_place(one.wording);
    followers.tell(one);
  }
}

}  // namespace

Precedents::Precedents(std::unique_ptr<State> state) : state_(std::move(state)) {}
Precedents::Precedents(Precedents&&) noexcept = default;
Precedents& Precedents::operator=(Precedents&&) noexcept = default;
Precedents::~Precedents() = default;

Precedents Precedents::open(const std::filesystem::path& archive) {
  return Precedents(std::make_unique<State>(archive));
}

PrecedentResult Precedents::find(const PrecedentRequest& request) const {
  if (request.text.empty()) return {};
  const std::string& text = request.text;
  const LeftOut left_out(request.leave_out);
  const bool sentence = sentences(text).size() < 2;
  ReuseResult reused = state_->reuse.find({.text = text,
                                           .language = request.language,
                                           .least = kLeastKept,
                                           .limit = 0,
                                           .clause = sentence});
  std::erase_if(reused.wordings, [&](const ReusedWording& one) {
    return left_out(one.name) || one.shared_words < kRunWords ||
           (one.shared_words < kFewWords && one.kept < kNearlyAll) ||
           (sentence && !stands_together(one, text.size()));
  });
  std::vector<ReusedWording> uses = by_date(std::move(reused.wordings));
  PrecedentResult out{
      .uses = {}, .paragraphs = uses.size(), .all = reused.all, .close = {}, .close_all = true};
  std::set<std::string> documents;
  std::set<Place> places;
  for (const ReusedWording& one : uses) {
    documents.insert(one.name);
    places.insert(place_of(one));
  }
  out.documents = documents.size();
  out.uses = chosen(std::move(uses), limit_of(request));
  return search::guarded(state_->index.generation, [&] {
    choose_close(out, state_->index, request, places);
    complete(out.uses, state_->followers);
    complete(out.close, state_->followers);
    return std::move(out);
  });
}

}  // namespace undex
