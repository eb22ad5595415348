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

/// When the whole of what was typed has been looked for, as a part of the time.
constexpr double kFindWholeEnd = 0.5;

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

/// Those of one archive after the other; what an earlier one has is left out.
template <typename Text, typename Tell>
std::vector<Text> each_once(const Archives& archives,
                            const std::vector<std::pair<std::size_t, std::vector<Text>>>& told,
                            const Tell& tell) {
  std::vector<Text> texts;
  std::set<decltype(tell(Text{}))> shown;
  for (const auto& [number, of_one] : told) {
    std::set<decltype(tell(Text{}))> here;
    for (const Text& text : of_one) {
      here.insert(tell(text));
      if (shown.contains(tell(text))) continue;
      texts.push_back(text);
      texts.back().archive = archives.names[number];
    }
    shown.merge(here);
  }
  return texts;
}

/// Of each archive that has answered, by its number.
template <typename Answer, typename Question>
std::vector<std::pair<std::size_t, Answer>> ask_all(const Archives& archives, Rounds& rounds,
                                                    double end, const Question& question) {
  const std::vector<std::any> answers =
      rounds.ask(end, [question](Member& member, std::size_t, Deadline deadline) {
        return question(member, deadline);
      });
  if (rounds.in().empty()) fail_of_all(archives, rounds);
  std::vector<std::pair<std::size_t, Answer>> told;
  for (const std::size_t number : rounds.in())
    told.emplace_back(number, std::any_cast<Answer>(answers[number]));
  return told;
}

std::vector<ListedText> texts_of(const Archives& archives, Rounds& rounds, double end,
                                 const std::string& name) {
  std::vector<ListedText> texts = each_once(
      archives,
      ask_all<std::vector<ListedText>>(
          archives, rounds, end,
          [name](Member& member, Deadline deadline) { return member.find(name, deadline); }),
      telling);
  put_in_order(texts);
  return texts;
}

std::vector<ArchiveAnswer> said(const Archives& archives, const Rounds& rounds) {
  std::vector<ArchiveAnswer> out;
  for (const Standing& standing : rounds.standings())
    out.push_back({.name = archives.names[out.size()],
                   .answered = standing.in,
                   .why_not = standing.why_not,
                   .milliseconds = standing.milliseconds});
  return out;
}

Rounds rounds_of(const Archives& archives) {
  return {archives.members, archives.crews, archives.silence, archives.deadline};
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
  Rounds rounds = rounds_of(archives);
  ListedTexts found{.name = std::string(typed)};
  found.texts = texts_of(archives, rounds, kFindWholeEnd, found.name);
  if (found.texts.empty())
    if (std::optional<NamedPlace> parts = name_and_place(typed)) {
      found.name = std::move(parts->name);
      found.place = parts->place.text();
      found.texts = texts_of(archives, rounds, 1, found.name);
    }
  found.archives = said(archives, rounds);
  for (ArchiveAnswer& one : found.archives)
    one.documents =
        static_cast<std::size_t>(std::ranges::count(found.texts, one.name, &ListedText::archive));
  return found;
}

std::string bytes(const Archives& archives, const ListedText& text, Kept kept) {
  const std::size_t number = number_of(archives, text.archive);
  const auto promise = std::make_shared<std::promise<std::string>>();
  std::future<std::string> answer = promise->get_future();
  const Deadline deadline = Clock::now() + archives.deadline;
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

Together<std::map<std::string, std::string>> holders_of(const Archives& archives,
                                                        const std::vector<std::string>& names) {
  Together<std::map<std::string, std::string>> out;
  Rounds rounds = rounds_of(archives);
  const auto question = [names](Member& member, Deadline deadline) {
    return member.held(names, deadline);
  };
  for (const auto& [number, held] :
       ask_all<std::vector<std::string>>(archives, rounds, 1, question))
    for (const std::string& name : held) out.answer.emplace(name, archives.names[number]);
  out.archives = said(archives, rounds);
  return out;
}

Together<std::vector<CitingText>> citing(const Archives& archives, const Symbol& cited) {
  Rounds rounds = rounds_of(archives);
  std::vector<CitingText> texts = each_once(
      archives,
      ask_all<std::vector<CitingText>>(
          archives, rounds, 1,
          [cited](Member& member, Deadline deadline) { return member.citing(cited, deadline); }),
      [](const CitingText& text) { return std::pair(text.partner.name, text.language); });
  std::ranges::stable_sort(texts, [](const CitingText& a, const CitingText& b) {
    const std::strong_ordering order = natural_compare(a.partner.name, b.partner.name);
    return order != 0 ? order < 0 : natural_compare(a.key, b.key) < 0;
  });
  return {std::move(texts), said(archives, rounds)};
}

Together<std::vector<std::string>> names_of_work(const Archives& archives, const Symbol& symbol) {
  Rounds rounds = rounds_of(archives);
  std::vector<std::string> names;
  const auto question = [symbol](Member& member, Deadline deadline) {
    return member.names_of_work(symbol, deadline);
  };
  for (const auto& [number, more] :
       ask_all<std::vector<std::string>>(archives, rounds, 1, question))
    names.insert(names.end(), more.begin(), more.end());
  std::ranges::sort(names, [](const std::string& a, const std::string& b) {
    const std::strong_ordering order = natural_compare(a, b);
    return order != 0 ? order < 0 : a < b;
  });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return {std::move(names), said(archives, rounds)};
}

}  // namespace undex::federation
