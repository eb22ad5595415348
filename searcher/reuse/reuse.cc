#include "undex/reuse.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/locator.h"
#include "corpus/natural_order.h"
#include "schemas/index_form.h"
#include "schemas/terms.h"
#include "searcher/reuse/candidates.h"
#include "searcher/reuse/no_chance.h"
#include "searcher/search/index.h"

namespace undex {

struct Reuse::State {
  search::Index index;
};

namespace {

/// Words that may be set into a clause, besides as many as it has.
constexpr std::size_t kSetIn = 20;

using comparing::Match;
using comparing::Word;

/// The text asked for.
struct Asked {
  std::vector<Word> words;
  reuse::Wanted wanted;
};

std::string pinpoint_of(const std::string& locator) {
  const std::optional<Locator> place = parse_locator(locator);
  return place ? place->citation() : locator;
}

/// The bytes of words side by side are one span.
std::vector<Span> spans_of(const std::vector<Match>& common, std::size_t Match::*side,
                           const std::vector<Word>& words) {
  std::vector<Span> out;
  for (std::size_t at = 0; at < common.size(); ++at) {
    const Word& word = words[common[at].*side];
    const bool goes_on = at > 0 && common[at].before == common[at - 1].before + 1 &&
                         common[at].after == common[at - 1].after + 1;
    if (goes_on)
      out.back().end = word.end;
    else
      out.push_back({word.begin, word.end});
  }
  return out;
}

std::vector<Match> all_words(std::size_t count) {
  std::vector<Match> out;
  for (std::size_t at = 0; at < count; ++at) out.push_back({at, at});
  return out;
}

/// What the paragraph shares with the text asked for; nothing when it is too little.
std::optional<ReusedWording> compared(const Asked& asked, ParagraphCard card,
                                      const std::string& language,
                                      comparing::Vocabulary& vocabulary) {
  const std::vector<Word> words = vocabulary.words(card.text, language);
  const std::size_t here = asked.words.size(), there = words.size();
  if (words.empty()) return std::nullopt;
  ReusedWording out;
  out.identical = std::ranges::equal(words, asked.words, {}, &Word::id, &Word::id);
  std::vector<Match> common =
      out.identical ? all_words(here) : reuse::no_chance(asked.words, words, vocabulary);
  if (asked.wanted.clause) common = reuse::within(common, 2 * here + kSetIn);
  out.shared_words = common.size();
  if (!out.identical &&
      (std::min(here, there) < kRunWords || common.size() < asked.wanted.least_words(here, there)))
    return std::nullopt;
  out.kept = static_cast<double>(common.size()) /
             static_cast<double>(asked.wanted.clause ? here : std::min(here, there));
  out.shared = spans_of(common, &Match::after, words);
  out.shared_there = spans_of(common, &Match::before, asked.words);
  out.pinpoint = pinpoint_of(card.locator);
  out.locator = std::move(card.locator);
  out.text = std::move(card.text);
  return out;
}

void describe(ReusedWording& wording, const DocumentCard& document) {
  wording.key = document.key;
  wording.name = document.name;
  wording.title = document.title;
  wording.date = document.date;
  wording.language = document.language;
  wording.abridged = document.abridged;
}

bool better(const ReusedWording& a, const ReusedWording& b) {
  if (a.identical != b.identical) return a.identical;
  if (a.kept != b.kept) return a.kept > b.kept;
  if (a.shared_words != b.shared_words) return a.shared_words > b.shared_words;
  if (a.date.empty() != b.date.empty()) return b.date.empty();
  if (a.date != b.date) return a.date < b.date;
  if (a.name != b.name) return natural_compare(a.name, b.name) < 0;
  return natural_compare(a.locator, b.locator) < 0;
}

/// One place held in two texts, such as a record and the document, is found once.
void keep_places_once(std::vector<ReusedWording>& wordings) {
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::erase_if(wordings, [&](const ReusedWording& one) {
    return !seen.emplace(one.name, one.language, one.locator).second;
  });
}

/// The documents of the index by their docids, each read once.
class Documents {
 public:
  explicit Documents(const search::Index& index) : database_(index.databases.documents) {}
  const DocumentCard& at(std::uint32_t docid) {
    const auto [place, is_new] = cards_.try_emplace(docid);
    if (is_new) place->second = read_card(database_.get_document(docid).get_data());
    return place->second;
  }
  /// 0 when there is none.
  std::uint32_t find(const std::string& key) const {
    const std::string term = bounded_term(std::string(kKeyPrefix) + key);
    return database_.first(term);
  }

 private:
  const query::Database& database_;
  std::map<std::uint32_t, DocumentCard> cards_;
};

ReuseResult find_in(const search::Index& index, const ReuseRequest& request) {
  const TextRuns runs = text_runs(request.text, request.language);
  Documents documents(index);
  const std::uint32_t own = request.from_key.empty() ? 0 : documents.find(request.from_key);
  const std::string own_name = own == 0 ? std::string() : documents.at(own).name;
  const auto is_wanted = [&](std::uint32_t paragraph) {
    const std::uint32_t document = index.columns.document_of(paragraph);
    return document != 0 && document != own;
  };
  comparing::Vocabulary vocabulary;
  const Asked asked{vocabulary.words(request.text, request.language),
                    {.kept = request.least, .clause = request.clause, .paragraph = is_wanted}};
  const reuse::Candidates found = reuse::candidates(index.runs, runs, asked.wanted);
  ReuseResult out{.wordings = {}, .all = found.all};
  for (const reuse::Candidate& one : found.list) {
    const DocumentCard& document = documents.at(index.columns.document_of(one.paragraph));
    if (own != 0 && document.name == own_name) continue;
    auto wording =
        compared(asked, index.databases.cards.at(one.paragraph), document.language, vocabulary);
    if (!wording) continue;
    describe(*wording, document);
    out.wordings.push_back(std::move(*wording));
  }
  std::sort(out.wordings.begin(), out.wordings.end(), better);
  keep_places_once(out.wordings);
  std::set<std::string_view> names;
  for (const ReusedWording& one : out.wordings) names.insert(one.name);
  out.paragraphs = out.wordings.size();
  out.documents = names.size();
  if (request.limit > 0 && out.wordings.size() > request.limit) {
    out.wordings.resize(request.limit);
    out.wordings.shrink_to_fit();  // what is left out may be long
  }
  return out;
}

HeldText held_in(const search::Index& index, const std::string& key) {
  Documents documents(index);
  const std::uint32_t docid = documents.find(key);
  if (docid == 0) return {};
  const DocumentCard& card = documents.at(docid);
  HeldText out{.key = card.key,
               .name = card.name,
               .title = card.title,
               .date = card.date,
               .language = card.language,
               .paragraphs = {}};
  const query::Database& paragraphs = index.databases.paragraphs;
  const std::string term = bounded_term(std::string(kKeyPrefix) + key);
  for (const Xapian::docid paragraph : paragraphs.docids(term)) {
    if (!index.columns.is_counted(paragraph)) continue;
    ParagraphCard one = index.databases.cards.at(paragraph);
    out.paragraphs.push_back({one.locator, pinpoint_of(one.locator), std::move(one.text)});
  }
  return out;
}

}  // namespace

Reuse::Reuse(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reuse::Reuse(Reuse&&) noexcept = default;
Reuse& Reuse::operator=(Reuse&&) noexcept = default;
Reuse::~Reuse() = default;

Reuse Reuse::open(const std::filesystem::path& archive) {
  return Reuse(std::make_unique<State>(State{search::open_index(archive)}));
}

ReuseResult Reuse::find(const ReuseRequest& request) const {
  return search::guarded(state_->index.generation, [&] { return find_in(state_->index, request); });
}

HeldText Reuse::held(const std::string& key) const {
  return search::guarded(state_->index.generation, [&] { return held_in(state_->index, key); });
}

}  // namespace undex
