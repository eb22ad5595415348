// The public face of a search over several archives.
#include "undex/federation.h"

#include <algorithm>
#include <utility>

#include "searcher/documents/citations.h"
#include "searcher/federation/documents.h"
#include "searcher/federation/listed_shelves.h"
#include "searcher/federation/question.h"

namespace undex {
namespace {

using namespace std::chrono_literals;
using federation::Member;

/// Threads of an archive beside those of questions: one asks for its works, one whether it is
/// there.
constexpr std::size_t kMoreThreads = 2;
/// In this part of a deadline an archive must be able to say that it is there.
constexpr std::size_t kPatience = 4;

std::vector<std::shared_ptr<Member>> members_of(const std::vector<ListedArchive>& archives) {
  std::vector<std::shared_ptr<Member>> members;
  for (const ListedArchive& one : archives)
    members.push_back(one.place.find("://") == std::string::npos
                          ? federation::local_member(one.place)
                          : federation::remote_member(one.place));
  return members;
}

}  // namespace

struct Federation::State {
  std::vector<ListedArchive> list;
  federation::KnownWorks works;
  federation::Silence silence;
  federation::Crews crews;  // wait for what still asks when all else is there
  federation::Archives archives;

  State(const std::vector<ListedArchive>& listed, std::vector<std::shared_ptr<Member>> members,
        const FederationOptions& options)
      : list(listed),
        works(members),
        silence(members, 1ms * options.deadline_ms / kPatience),
        archives{.names = {},
                 .members = std::move(members),
                 .works = works,
                 .crews = crews,
                 .silence = silence,
                 .deadline = 1ms * options.deadline_ms} {
    for (const ListedArchive& one : list) {
      archives.names.push_back(one.name);
      crews.emplace_back(options.at_once + kMoreThreads);
    }
  }

  ~State() {
    for (const auto& member : archives.members) member->end();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// With half of the deadline: for one of two questions.
  federation::Archives half() const {
    federation::Archives all = archives;
    all.deadline /= 2;
    return all;
  }
};

Federation::Federation(std::unique_ptr<State> state) : state_(std::move(state)) {}
Federation::Federation(Federation&&) noexcept = default;
Federation& Federation::operator=(Federation&&) noexcept = default;
Federation::~Federation() = default;

Federation Federation::open(const std::vector<ListedArchive>& archives,
                            const FederationOptions& options) {
  return Federation(std::make_unique<State>(archives, members_of(archives), options));
}

Result Federation::search(const Request& request) const {
  return federation::ask(state_->archives, request);
}

const federation::Archives& Federation::archives() const { return state_->archives; }

ListedTexts Federation::find(std::string_view name) const {
  return federation::find(state_->half(), name);
}

std::string Federation::xml(const ListedText& text) const {
  return federation::bytes(state_->half(), text, federation::Kept::xml);
}

std::string Federation::original(const ListedText& text) const {
  return federation::bytes(state_->half(), text, federation::Kept::original);
}

Citations Federation::citations(std::string_view name) const {
  return citations_of(federation::ListedShelves(*this), name);
}

std::vector<ListedState> Federation::states() const {
  std::vector<ListedState> states;
  for (federation::MemberState& one : federation::ask_states(state_->archives)) {
    const ListedArchive& listed = state_->list[states.size()];
    states.push_back({.name = listed.name,
                      .place = listed.place,
                      .answers = one.answers,
                      .why_not = std::move(one.why_not),
                      .milliseconds = one.milliseconds,
                      .status = std::move(one.status)});
  }
  return states;
}

Status Federation::status() const {
  Status all;
  std::vector<std::pair<std::string, std::string>> answering;
  for (const ListedState& one : states()) {
    if (!one.answers) continue;
    all.documents += one.status.documents;
    all.paragraphs += one.status.paragraphs;
    all.records += one.status.records;
    all.index_version = std::max(all.index_version, one.status.index_version);
    all.archive_revision = std::max(all.archive_revision, one.status.archive_revision);
    answering.emplace_back(one.name, one.status.generation);
  }
  all.generation = federation::joint_generation(answering);
  return all;
}

}  // namespace undex
