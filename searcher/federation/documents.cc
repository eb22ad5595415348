#include "searcher/federation/documents.h"

#include <algorithm>
#include <any>
#include <future>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/hash.h"
#include "corpus/natural_order.h"
#include "searcher/documents/target.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

// When each step ends, as a part of the whole time.
constexpr double kFindEnd = 0.25;
constexpr double kFindNameEnd = 0.5;
constexpr double kBytesTake = 0.5;

/// What makes texts of two archives the same, as in searcher/search/works.
using Telling = std::tuple<std::string, std::string, bool>;
Telling telling(const ListedText& text) { return {text.name, text.language, text.record}; }

/// As one archive has them; under the same key a text stands before a catalogue record.
void put_in_order(std::vector<ListedText>& texts) {
  std::ranges::stable_sort(texts, [](const ListedText& a, const ListedText& b) {
    const std::strong_ordering order = natural_compare(a.key, b.key);
    return order != 0 ? order < 0 : a.record < b.record;
  });
}

std::vector<ListedText> texts_of(const Archives& archives, Rounds& rounds, double end,
                                 const std::string& name) {
  const std::vector<std::any> answers =
      rounds.ask(end, [name](Member& member, std::size_t, Deadline deadline) {
        return member.find(name, deadline);
      });
  if (rounds.in().empty()) fail_of_all(archives, rounds);
  std::vector<ListedText> texts;
  std::set<Telling> shown;
  for (const std::size_t number : rounds.in()) {
    std::set<Telling> here;
    for (ListedText text : std::any_cast<const std::vector<ListedText>&>(answers[number])) {
      here.insert(telling(text));
      if (shown.contains(telling(text))) continue;
      text.archive = archives.names[number];
      texts.push_back(std::move(text));
    }
    shown.merge(here);
  }
  put_in_order(texts);
  return texts;
}

std::size_t number_of(const Archives& archives, const std::string& name) {
  const auto found = std::ranges::find(archives.names, name);
  if (found == archives.names.end())
    throw Error(ErrorKind::usage, "no archive is named '" + name + "'",
                "ask for what find() told of");
  return static_cast<std::size_t>(found - archives.names.begin());
}

[[noreturn]] void fail(const ListedText& text, const std::string& why) {
  throw Error(ErrorKind::archive,
              "'" + text.key + "' cannot be had from " + text.archive + ": " + why,
              "see that the machines of the list run 'undex serve --node'");
}

}  // namespace

ListedTexts find(const Archives& archives, std::string_view typed) {
  Rounds rounds(archives.members, archives.crews, archives.silence, archives.deadline);
  ListedTexts found{.name = std::string(typed)};
  found.texts = texts_of(archives, rounds, kFindEnd, found.name);
  if (found.texts.empty())
    if (std::optional<NamedPlace> parts = name_and_place(typed)) {
      found.name = std::move(parts->name);
      found.place = parts->place.text();
      found.texts = texts_of(archives, rounds, kFindNameEnd, found.name);
    }
  for (std::size_t at = 0; at < archives.names.size(); ++at) {
    const Standing& standing = rounds.standings()[at];
    const auto of_it = std::ranges::count(found.texts, archives.names[at], &ListedText::archive);
    found.archives.push_back({.name = archives.names[at],
                              .answered = standing.in,
                              .documents = static_cast<std::size_t>(of_it),
                              .why_not = standing.why_not,
                              .milliseconds = standing.milliseconds});
  }
  return found;
}

std::string bytes(const Archives& archives, const ListedText& text, Kept kept) {
  const std::size_t number = number_of(archives, text.archive);
  const auto promise = std::make_shared<std::promise<std::string>>();
  std::future<std::string> answer = promise->get_future();
  const auto take = std::chrono::duration_cast<Clock::duration>(archives.deadline * kBytesTake);
  const Deadline deadline = Clock::now() + take;
  const auto task = [promise, member = archives.members[number], key = text.key, kept, deadline] {
    try {
      promise->set_value(member->bytes(key, kept, deadline));
    } catch (...) {
      promise->set_exception(std::current_exception());
    }
  };
  if (!archives.crews[number].start(task)) fail(text, "it keeps too many questions waiting");
  if (answer.wait_until(deadline) != std::future_status::ready) fail(text, "no answer in time");
  std::string bytes;
  try {
    bytes = answer.get();
  } catch (const Error& error) {
    fail(text, error.what());
  }
  if (sha256_hex(bytes) != (kept == Kept::xml ? text.xml_sha256 : text.sha256))
    fail(text, "it is another by now");
  return bytes;
}

}  // namespace undex::federation
