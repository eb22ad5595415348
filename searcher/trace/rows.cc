// Years or sessions: what is held of each, and what of it speaks of the subject.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "corpus/series.h"
#include "corpus/text.h"
#include "corpus/utf8.h"
#include "searcher/trace/parts.h"
#include "searcher/trace/row_key.h"

namespace undex::tracing {
namespace {

/// The sentence of the first match; of a table the line.
TextSpan line_of(std::string_view text, const Span& match) {
  constexpr std::size_t kBytes = 4000;  ///< looked through on each side
  if (const std::size_t tab = text.find('\t'); tab != std::string_view::npos) {
    const std::size_t begin = text.rfind('\n', match.begin);
    return {begin == std::string_view::npos ? 0 : begin + 1,
            std::min(text.find('\n', match.begin), text.size())};
  }
  std::size_t from = match.begin > kBytes ? match.begin - kBytes : 0;
  while (from > 0 && is_continuation(text[from])) --from;
  std::size_t to = std::min(text.size(), match.end + kBytes);
  while (to < text.size() && is_continuation(text[to])) ++to;
  TextSpan line{from, to};
  for (const TextSpan& sentence : sentences(text.substr(from, to - from)))
    if (from + sentence.begin <= match.begin) line = {from + sentence.begin, from + sentence.end};
  line.end = std::max(line.end, match.end);
  return line;
}

TraceQuote quote_of(const SpokenParagraph& paragraph) {
  const TextSpan line = line_of(paragraph.text, paragraph.mentions.front().span);
  TraceQuote quote{.place = paragraph.place,
                   .text = paragraph.text.substr(line.begin, line.end - line.begin),
                   .matches = {}};
  std::replace(quote.text.begin(), quote.text.end(), '\t', ' ');
  while (!quote.text.empty() && (quote.text.back() == ' ' || quote.text.back() == '\n'))
    quote.text.pop_back();
  for (const Span& match : paragraph.matches)
    if (match.begin >= line.begin && match.end <= line.begin + quote.text.size())
      quote.matches.push_back({match.begin - line.begin, match.end - line.begin});
  return quote;
}

class RowMaker {
 public:
  RowMaker(const TraceRequest& request, const search::Holdings& held, const Archive& archive)
      : request_(request) {
    std::map<std::string, std::string> names;  // by key
    if (request.by_session)
      for (ArchiveEntry& entry : archive.list()) names[entry.key] = std::move(entry.name);
    for (const search::HeldWork& work : held.records) records_.insert(work.key);
    for (const search::HeldWork& work : held.works) {
      texts_.insert(work.key);
      std::vector<RowKey>& keys = of_work_[work.name];
      keys = request.by_session ? sessions_of(work, names[work.key]) : years_of(work);
      for (const RowKey& key : keys) {
        TraceYear& row = rows_[key];
        ++row.held;
        row.words += work.words;
      }
    }
    request.by_session ? fill_sessions() : fill_years();
  }

  std::vector<std::string> add(const SpokenDocument& spoken) {
    std::vector<std::string> labels;
    for (const RowKey& key : of_work_[spoken.work]) {
      TraceYear& row = rows_[key];
      ++row.documents;
      row.paragraphs += count_paragraphs(spoken);
      row.mentions += count_mentions(spoken);
      for (const SpokenParagraph& paragraph : spoken.paragraphs)
        if (!paragraph.goes_on) row.quotes.push_back(quote_of(paragraph));
      labels.push_back(label_of(key));
    }
    return labels;
  }

  /// What the series of the documents spoken of were to bring.
  void expect(const Spoken& spoken, const Archive& archive) {
    std::set<const Series*> series;
    for (const SpokenDocument& one : spoken.documents)
      if (const Series* its = series_of(one.document.symbol)) series.insert(its);
    for (const Series& one : series_register()) {
      if (!series.contains(&one)) continue;
      for (const SeriesMember& member : due(one, 0, last_due(one)))
        expect(one, member, spoken, archive);
    }
  }

  std::vector<TraceYear> take() {
    std::vector<TraceYear> years;
    for (auto& [key, row] : rows_) {
      row.label = label_of(key);
      if (row.words > 0)
        row.per_10000 =
            10'000.0 * static_cast<double>(row.mentions) / static_cast<double>(row.words);
      years.push_back(std::move(row));
    }
    return years;
  }

 private:
  std::string label_of(const RowKey& key) const {
    return request_.by_session ? session_label_of(key) : year_label_of(key);
  }

  /// The last year that a row may be of. Not every session tells one: then the last year asked for
  /// in which the series has a member.
  int last_due(const Series& series) const {
    int last = 0;
    bool told = true;
    for (const auto& [key, row] : rows_) {
      const int year = last_year_of(key);
      told = told && (key.none || year > 0);
      last = std::max(last, year);
    }
    if (told || series.members.empty()) return last;
    const int known = series.members.back().year;
    return std::max(last, request_.to_year == 0 ? known : std::min(known, request_.to_year));
  }

  void expect(const Series& series, const SeriesMember& member, const Spoken& spoken,
              const Archive& archive) {
    const std::optional<TraceExpected::State> state = state_of(member.symbol, spoken, archive);
    if (!state) return;
    for (RowKey key :
         request_.by_session ? session_rows_of(series, member) : year_rows_of(member)) {
      if (key.none) rows_.try_emplace(key);
      key.doubtful = !rows_.contains(key);
      if (const auto row = rows_.find(key); row != rows_.end())
        row->second.expected.push_back(
            {.series = series.id, .symbol = member.symbol.text(), .state = *state});
    }
  }

  /// Nothing for a document that is held and that the filters leave out.
  std::optional<TraceExpected::State> state_of(const Symbol& symbol, const Spoken& spoken,
                                               const Archive& archive) const {
    using State = TraceExpected::State;
    if (symbol.parts.empty()) return State::unknown;
    const auto is_it = [&](const SpokenDocument& one) { return one.document.symbol.names(symbol); };
    if (std::ranges::any_of(spoken.documents, is_it)) return State::mentions;
    std::vector<ArchiveEntry> versions;
    for (const std::string& part : symbol.parts)
      for (ArchiveEntry& one : archive.find(part)) versions.push_back(std::move(one));
    if (versions.empty()) return State::not_held;
    const auto is_among = [&](const std::set<std::string>& keys) {
      return std::ranges::any_of(versions, [&](const auto& one) { return keys.contains(one.key); });
    };
    if (is_among(texts_)) return State::silent;
    return is_among(records_) ? std::optional(State::record) : std::nullopt;
  }

  /// Those between the first and the last, held or not.
  void fill_years() {
    int first = request_.from_year, last = request_.to_year;
    for (const auto& [key, row] : rows_) {
      if (key.none) continue;
      if (first == 0) first = key.session.number;
      if (request_.to_year == 0) last = std::max(last, key.session.number);
    }
    RowKey key;
    for (key.session.number = first; first > 0 && key.session.number <= last; ++key.session.number)
      add_row(key);
  }

  /// Those of a body between two that are held. A body may have named its sessions by the year
  /// first and counted them later: no session is between these.
  void fill_sessions() {
    constexpr int kWidestGap = 100;
    std::vector<RowKey> held;
    for (const auto& [key, row] : rows_)
      if (!key.session.body.empty() && key.session.special.empty()) held.push_back(key);
    for (std::size_t at = 1; at < held.size(); ++at) {
      RowKey key = held[at - 1];
      const Session& next = held[at].session;
      if (key.session.body != next.body || next.number - key.session.number > kWidestGap) continue;
      key.doubtful = false;
      while (++key.session.number < next.number) add_row(key);
    }
  }

  /// If there is no doubtful one.
  void add_row(RowKey key) {
    key.doubtful = true;
    if (rows_.contains(key)) return;
    key.doubtful = false;
    rows_.try_emplace(key);
  }

  const TraceRequest& request_;
  std::map<RowKey, TraceYear> rows_;
  std::map<std::string, std::vector<RowKey>> of_work_;
  std::set<std::string> texts_, records_;  ///< keys of what the filters leave over
};

}  // namespace

Rows rows_of(const TraceRequest& request, const search::Holdings& held, const Spoken& spoken,
             const Archive& archive) {
  RowMaker maker(request, held, archive);
  Rows rows;
  for (const SpokenDocument& document : spoken.documents)
    rows.labels.push_back(maker.add(document));
  maker.expect(spoken, archive);
  rows.years = maker.take();
  return rows;
}

}  // namespace undex::tracing
