// The public face of the search: opens an index and turns the faults of the engine into ours.
#include <algorithm>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "schemas/fields.h"
#include "schemas/terms.h"
#include "searcher/search/ask.h"
#include "searcher/search/facets.h"
#include "searcher/search/index.h"
#include "searcher/search/suggest.h"
#include "searcher/search/term_list.h"
#include "searcher/search/works.h"
#include "undex/part.h"
#include "undex/search.h"

namespace undex {

struct Searcher::State {
  search::Index index;
  std::optional<search::Works> works{};  ///< when they were asked for

  struct Elsewhere {
    std::vector<std::uint64_t> works;
    query::LeftOut left_out;
  };
  /// Of the last questions, which are most often those of the next: what others tell of, what they
  /// show.
  std::list<Elsewhere> left_out{};
  static constexpr std::size_t kMostElsewhere = 2;

  const search::Works& held_works() {
    if (!works) works.emplace(index);
    return *works;
  }

  const query::LeftOut& leaving_out(const std::vector<std::uint64_t>& elsewhere) {
    if (elsewhere.empty()) return query::LeftOut::none();
    const auto known = std::ranges::find(left_out, elsewhere, &Elsewhere::works);
    if (known != left_out.end()) {
      left_out.splice(left_out.begin(), left_out, known);
    } else {
      if (left_out.size() == kMostElsewhere) left_out.pop_back();
      left_out.push_front({elsewhere, {held_works().documents_of(elsewhere), index.databases}});
    }
    return left_out.front().left_out;
  }
};

namespace {

/// Documents of which only a catalogue record is held.
std::size_t records_in(const query::Database& documents) {
  const FieldValue record{.value = "record", .label = {}, .doubtful = false};
  return documents.get_termfreq(field_terms(*find_field("status"), record).front());
}

constexpr std::string_view name_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "words";
    case FieldKind::exact:
      return "value";
    case FieldKind::symbol:
      return "symbol";
    case FieldKind::number:
      return "number";
    case FieldKind::year:
      return "year";
    case FieldKind::date:
      return "date";
  }
  return {};
}

}  // namespace

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::filesystem::path& archive) {
  return Searcher(std::make_unique<State>(State{search::open_index(archive)}));
}

Result Searcher::search(const Request& request) const {
  return search::guarded(state_->index.generation,
                         [&] { return search::ask(state_->index, request); });
}

Facet Searcher::facet(std::string_view field, std::string_view query, std::size_t values) const {
  Request request{.query = std::string(query), .facets = {std::string(field)}, .limit = 0};
  request.facet_values = values;
  return std::move(search(request).facets.front());
}

bool Result::partial() const { return !std::ranges::all_of(archives, &ArchiveAnswer::answered); }

std::vector<Suggestion> Searcher::suggest(const SuggestRequest& request) const {
  return search::guarded(state_->index.generation,
                         [&] { return search::suggest(state_->index, request); });
}

TermList Searcher::terms(const TermRequest& request) const {
  if (!lists_terms(request.field))
    throw Error(ErrorKind::usage, "the terms of '" + printable(request.field) + "' are not listed",
                "those of the whole text, a title, symbols and days are");
  return search::guarded(state_->index.generation,
                         [&] { return search::list_terms(state_->index, request); });
}

Status Searcher::status() const {
  return search::guarded(state_->index.generation, [&] {
    const search::Index& index = state_->index;
    return Status{
        .documents = index.databases.documents.get_doccount(),
        .paragraphs = index.databases.paragraphs.get_termfreq(std::string(kParagraphTerm)),
        .records = records_in(index.databases.documents),
        .index_version = index.generation.manifest.version,
        .archive_revision = index.generation.manifest.revision,
        .generation = index.generation.name};
  });
}

Statistics Searcher::statistics(const Request& request, const Statistics* known,
                                const std::vector<std::uint64_t>& elsewhere) const {
  return search::guarded(state_->index.generation, [&] {
    return search::ask_statistics(state_->index, request, known, state_->leaving_out(elsewhere));
  });
}

std::vector<double> Searcher::evidence(const Request& request, const Statistics& all,
                                       const std::vector<std::uint64_t>& elsewhere) const {
  return search::guarded(state_->index.generation, [&] {
    return search::ask_evidence(state_->index, request, all, state_->leaving_out(elsewhere));
  });
}

PartAnswer Searcher::part(const Request& request, const Shared& shared) const {
  return search::guarded(state_->index.generation, [&] {
    return search::ask_part(state_->index, request, shared, state_->leaving_out(shared.elsewhere));
  });
}

std::vector<std::uint64_t> Searcher::works() const {
  return search::guarded(state_->index.generation, [&] { return state_->held_works().ids(); });
}

std::vector<FieldInfo> Searcher::fields() {
  std::vector<FieldInfo> out;
  for (const Field& field : undex::fields())
    out.push_back({.name = std::string(field.name),
                   .label = std::string(field.label),
                   .kind = std::string(name_of(field.kind)),
                   .example = std::string(field.example),
                   .help = std::string(field.help),
                   .facet = field.facet});
  return out;
}

std::vector<std::string> Searcher::verify() const {
  const search::Generation& generation = state_->index.generation;
  std::vector<std::string> faults = search::faults_of(generation);
  if (!faults.empty()) return faults;  // on changed bytes the engine's own check may crash
  const auto check = [&](const search::Generation& one, std::string_view folder) {
    try {
      const std::size_t found = Xapian::Database::check((one.dir / folder).string());
      if (found > 0)
        faults.push_back("the engine finds " + std::to_string(found) + " faults in '" + one.name +
                         "/" + std::string(folder) + "'");
    } catch (const Xapian::Error& fault) {
      faults.push_back("the engine cannot read '" + one.name + "/" + std::string(folder) +
                       "': " + printable(fault.get_msg()));
    }
  };
  for (const std::string_view folder : {kDocumentsFolder, kParagraphsFolder})
    check(generation, folder);
  if (generation.base)
    for (const std::string_view folder : {kDocumentsFolder, kParagraphsFolder})
      check(*generation.base, folder);
  return faults;
}

}  // namespace undex
