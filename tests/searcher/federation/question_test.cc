#include "searcher/federation/question.h"

#include <gtest/gtest.h>

#include <limits>

#include "searcher/federation/wire.h"
#include "searcher/search/cursor.h"
#include "tests/searcher/federation/fake_member.h"

namespace undex::federation {
namespace {

using std::chrono::milliseconds;
using test::FakeMember;
using test::Round;

const std::vector<std::string> kMayCountTwice = {
    "works that several archives hold may be counted more than once"};

Request asking(std::size_t limit, std::optional<Order> order = {}) {
  Request request;
  request.limit = limit;
  request.order = order;
  return request;
}

Request of_archives(const std::vector<std::string>& names) {
  Request request;
  request.filters = {{"archive", names}};
  request.facets = {"archive"};
  return request;
}

/// Archives "a", "b" and "c".
class ThreeArchives : public testing::Test {
 protected:
  ThreeArchives() {
    a->has("k1", 3), a->has("k4", 1);
    b->has("k2", 2), b->has("k5", 1);
    c->has("k3", 2);
    for (int number = 0; number < 3; ++number) crews_.emplace_back(4);
  }
  ~ThreeArchives() override { let_go(); }

  /// Whom it waits for is let go at the end of the test.
  void never(FakeMember& member, Round round) {
    if (!member.waits_for.valid()) member.waits_for = open_;
    member.fails_in = round;
  }
  void let_go() {
    if (!std::exchange(is_open_, true)) gate_.set_value();
  }
  Result ask(const Request& request = {}) {
    return federation::ask({.names = {"a", "b", "c"},
                            .members = {a, b, c},
                            .works = works_,
                            .crews = crews_,
                            .silence = silence_,
                            .deadline = deadline},
                           request);
  }
  static std::string keys(const Result& result) {
    std::string out;
    for (const Hit& hit : result.hits)
      out += (out.empty() ? "" : " ") + hit.archive + ":" + hit.key;
    return out;
  }
  std::string fault(const Request& request) {
    try {
      ask(request);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  std::shared_ptr<FakeMember> a = std::make_shared<FakeMember>();
  std::shared_ptr<FakeMember> b = std::make_shared<FakeMember>();
  std::shared_ptr<FakeMember> c = std::make_shared<FakeMember>();
  milliseconds deadline{5000};

 private:
  std::promise<void> gate_;
  bool is_open_ = false;
  std::shared_future<void> open_ = gate_.get_future().share();
  KnownWorks works_{{a, b, c}};
  Silence silence_{{a, b, c}, milliseconds(100)};
  Crews crews_;
};

TEST_F(ThreeArchives, AnswerInOneOrder) {
  const Result result = ask();
  EXPECT_EQ(keys(result), "a:k1 b:k2 c:k3 a:k4 b:k5");
  EXPECT_EQ(result.documents, 5U);
  EXPECT_EQ(result.paragraphs, 10U);
  EXPECT_EQ(result.next, "");
  EXPECT_FALSE(result.partial());
  ASSERT_EQ(result.archives.size(), 3U);
  EXPECT_EQ(result.archives[1].name, "b");
  EXPECT_EQ(result.archives[1].documents, 2U);
}

TEST_F(ThreeArchives, StandByTheirKeysInOtherOrders) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->answer.result.order = Order::symbol;
  EXPECT_EQ(keys(ask(asking(10, Order::symbol))), "a:k1 b:k2 c:k3 a:k4 b:k5");
}

TEST_F(ThreeArchives, KnowWhatAllOfThemHold) {
  a->told.documents = {.size = 3, .words = 10, .terms = {{"x", {1, 2}}}};
  c->told.documents = {.size = 4, .words = 20, .terms = {{"x", {2, 5}}, {"y", {1, 1}}}};
  ask();
  EXPECT_EQ(b->shared.statistics->documents.size, 7U);
  EXPECT_EQ(b->shared.statistics->documents.words, 30U);
  EXPECT_EQ(b->shared.statistics->documents.terms.at("x"), (TermCounts{3, 7}));
}

TEST_F(ThreeArchives, AreAskedAgainWhereOneNamesNewTerms) {
  a->told.expansions = {{"(like E/2003/75)", {{"x", 2}}}};
  ask();
  EXPECT_TRUE(b->known.expansions.contains("(like E/2003/75)"));
}

TEST_F(ThreeArchives, ArePagedByOffsetAndCursor) {
  Request request = asking(2);
  const Result first = ask(request);
  EXPECT_EQ(keys(first), "a:k1 b:k2");
  EXPECT_EQ(a->requests.back().limit, 3U);
  request.cursor = first.next;
  const Result second = ask(request);
  EXPECT_EQ(keys(second), "c:k3 a:k4");
  EXPECT_EQ(b->requests.back().limit, 5U);
  EXPECT_EQ(b->requests.back().offset, 0U);
  request.cursor = second.next;
  const Result last = ask(request);
  EXPECT_EQ(keys(last), "b:k5");
  EXPECT_EQ(last.next, "");
  request.cursor.clear();
  request.offset = 4;
  EXPECT_EQ(keys(ask(request)), "b:k5");
  request.cursor = first.next;
  EXPECT_EQ(fault(request), "a cursor and an offset are given");
  request.offset = 0;
  b->generation = "gen-000002";
  EXPECT_EQ(fault(request), "an archive has changed, or answers no more, since the page before");
  request.query = "other";
  EXPECT_EQ(fault(request), "the cursor belongs to another question");
}

TEST_F(ThreeArchives, GoOnBehindAKeyWhateverHasChanged) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->answer.result.order = Order::symbol;
  Request request = asking(2, Order::symbol);
  request.cursor = ask(request).next;
  b->generation = "gen-000002";
  ask(request);
  EXPECT_EQ(c->shared.after, "k2");
  EXPECT_EQ(c->requests.back().limit, 3U);
  EXPECT_EQ(c->requests.back().cursor, "");
}

TEST_F(ThreeArchives, AnswerWithoutOneThatIsTooSlow) {
  deadline = milliseconds(1000);
  const std::pair<Round, std::string> table[] = {
      {Round::part, "1000"}, {Round::evidence, "750"}, {Round::statistics, "400"}};
  for (const auto& [round, within] : table) {
    never(*b, round);
    const Result result = ask();
    EXPECT_EQ(keys(result), "a:k1 c:k3 a:k4");
    EXPECT_EQ(result.documents, 3U);
    EXPECT_TRUE(result.partial());
    EXPECT_FALSE(result.archives[1].answered);
    EXPECT_EQ(result.archives[1].why_not, "no answer within " + within + " ms");
    EXPECT_TRUE(result.archives[0].answered);
  }
}

TEST_F(ThreeArchives, AnswerWithoutOneThatDies) {
  for (const Round round : {Round::statistics, Round::evidence, Round::part}) {
    c->fails_in = round;
    const Result result = ask();
    EXPECT_EQ(keys(result), "a:k1 b:k2 a:k4 b:k5");
    EXPECT_EQ(result.archives[2].why_not, "is broken");
    EXPECT_TRUE(result.partial());
  }
}

TEST_F(ThreeArchives, WaitOnceForOneThatIsSilent) {
  never(*b, Round::statistics);
  deadline = milliseconds(500);
  EXPECT_EQ(ask().archives[1].why_not, "no answer within 200 ms");
  while (ask().archives[1].why_not == "no answer within 200 ms") {
  }  // it has not been missed yet
  const Result result = ask();
  EXPECT_EQ(result.archives[1].why_not, "no answer within 200 ms, and silent since");
  EXPECT_EQ(result.archives[1].milliseconds, 0);
  EXPECT_EQ(keys(result), "a:k1 c:k3 a:k4");
  EXPECT_TRUE(result.partial());
  b->fails_in = Round::none;
  let_go();
  while (ask().partial()) {
  }
  EXPECT_EQ(keys(ask()), "a:k1 b:k2 c:k3 a:k4 b:k5");
}

TEST_F(ThreeArchives, AskOnWhomOnlyOneQuestionIsTooMuchFor) {
  never(*b, Round::part);
  deadline = milliseconds(500);
  EXPECT_EQ(ask().archives[1].why_not, "no answer within 500 ms");
  b->fails_in = Round::none;
  EXPECT_FALSE(ask().partial());
}

TEST_F(ThreeArchives, AreAllAskedWhereAllAreSilent) {
  deadline = milliseconds(200);
  for (FakeMember* one : {a.get(), b.get(), c.get()}) never(*one, Round::statistics);
  const std::string waited =
      "no archive answers: a: no answer within 80 ms; "
      "b: no answer within 80 ms; c: no answer within 80 ms";
  EXPECT_EQ(fault({}), waited);
  EXPECT_EQ(fault({}), waited);
  EXPECT_EQ(fault({}), waited);
}

TEST_F(ThreeArchives, SayNothingOfABug) {
  c->fails_in = Round::part;
  c->fault = std::make_exception_ptr(std::logic_error("at 0x1234"));
  EXPECT_EQ(ask().archives[2].why_not, "cannot answer");
}

TEST_F(ThreeArchives, AreAFaultWhereNoneAnswers) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->fails_in = Round::statistics;
  EXPECT_EQ(fault({}), "no archive answers: a: is broken; b: is broken; c: is broken");
}

TEST_F(ThreeArchives, TellAMistakeAsOneArchiveWould) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) {
    one->fails_in = Round::statistics;
    one->fault = std::make_exception_ptr(QueryError("no such field", "", "x:1", 2));
  }
  EXPECT_THROW(ask(), QueryError);
  b->fault = std::make_exception_ptr(Error(ErrorKind::archive, "is broken"));
  EXPECT_THROW(ask(), QueryError);
  // Where another can answer it is none of the question.
  a->fails_in = Round::none;
  EXPECT_EQ(ask().archives[2].why_not, "no such field");
}

TEST_F(ThreeArchives, ShowAWorkThatTwoHoldOnce) {
  a->held_works = {1, 5, 9};
  b->held_works = {2, 5};
  c->held_works = {2, 5, 9, 10};
  EXPECT_TRUE(ask().notes.empty());
  EXPECT_TRUE(a->shared.elsewhere.empty());
  EXPECT_EQ(b->shared.elsewhere, (std::vector<std::uint64_t>{5}));
  EXPECT_EQ(c->shared.elsewhere, (std::vector<std::uint64_t>{2, 5, 9}));
  EXPECT_EQ(c->weighed_elsewhere, c->shared.elsewhere);
  ask();
  EXPECT_EQ(b->asked_for_works, 1);
  b->generation = "gen-000002";
  ask();
  EXPECT_EQ(b->asked_for_works, 2);
  EXPECT_EQ(c->asked_for_works, 1);
}

TEST_F(ThreeArchives, CountAWorkThatTwoHoldOnce) {
  a->held_works = {1, 5, 9};
  b->held_works = {2, 5};
  c->told.documents.size = 4;
  const Works none, shared = {5};
  ask();  // before it is known what they hold
  EXPECT_EQ(b->counted_elsewhere, (std::vector<Works>{none, shared}));
  EXPECT_EQ(b->shared.statistics->documents.size, 4U);
  ask();
  EXPECT_EQ(b->counted_elsewhere, (std::vector<Works>{none, shared, shared}));
  b->held_works = {2};
  b->generation = "gen-000002";
  ask();
  EXPECT_EQ(b->counted_elsewhere, (std::vector<Works>{none, shared, shared, shared, none}));
  ask();
  EXPECT_EQ(b->counted_elsewhere.size(), 6U);
  // Who shows it is none of the weights.
  b->held_works = {2, 5};
  b->generation = "gen-000003";
  ask(of_archives({"b", "c"}));
  EXPECT_EQ(b->counted_elsewhere.back(), shared);
  EXPECT_TRUE(b->weighed_elsewhere.empty());
  EXPECT_TRUE(b->shared.elsewhere.empty());
}

TEST_F(ThreeArchives, CountOnceWhatTheyKnowOfEachOther) {
  a->held_works = {1, 5, 9};
  b->held_works = {2, 5};
  c->fails_in = Round::works;
  const Works none, shared = {5};
  ask();
  EXPECT_EQ(b->counted_elsewhere, (std::vector<Works>{none, shared}));
  ask();  // not twice again, for ever
  EXPECT_EQ(b->counted_elsewhere, (std::vector<Works>{none, shared, shared}));
}

TEST_F(ThreeArchives, GoOnWithWhatWasToldWhereItCannotBeToldAgain) {
  deadline = milliseconds(1000);
  a->held_works = b->held_works = {5};
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->told.documents.size = 10;
  a->told.expansions = {{"(like E/2003/75)", {{"x", 2}}}};
  c->fails_in = Round::statistics_again;  // dies, and is asked for what is like it as well
  Result result = ask();
  EXPECT_EQ(result.archives[2].why_not, "is broken");
  EXPECT_EQ(keys(result), "a:k1 b:k2 a:k4 b:k5");
  a->told.expansions.clear();
  c->told_once = false;
  b->held_works = {6};
  b->generation = "gen-000002";
  never(*c, Round::statistics_again);
  result = ask();
  EXPECT_FALSE(result.partial());
  EXPECT_EQ(keys(result), "a:k1 b:k2 c:k3 a:k4 b:k5");
  EXPECT_EQ(a->shared.statistics->documents.size, 30U);
  EXPECT_EQ(result.notes, kMayCountTwice);
}

TEST_F(ThreeArchives, ArePagedByOneCountOfWorks) {
  deadline = milliseconds(400);
  never(*c, Round::works);
  Request request = asking(2);
  const Result first = ask(request);
  EXPECT_EQ(first.notes.size(), 1U);
  request.cursor = first.next;
  EXPECT_EQ(keys(ask(request)), "c:k3 a:k4");
  let_go();
  c->fails_in = Round::none;
  // What could not be told of one state is soon asked for of another only.
  for (int turn = 0; !ask().notes.empty(); ++turn)
    c->generation = turn % 2 == 0 ? "gen-000002" : "gen-000001";
  c->generation = "gen-000001";
  EXPECT_TRUE(ask().notes.empty());
  EXPECT_EQ(fault(request), "an archive has changed, or answers no more, since the page before");
}

TEST_F(ThreeArchives, SaySoWhereTheyDoNotKnowWhatIsHeldTwice) {
  c->fails_in = Round::works;
  b->has("k1", 3);  // of the same place: shown once all the same
  const Result result = ask();
  EXPECT_EQ(keys(result), "a:k1 b:k2 c:k3 a:k4 b:k5");
  EXPECT_EQ(result.notes, kMayCountTwice);
}

TEST_F(ThreeArchives, AreWaitedForByOneQuestionAlone) {
  deadline = milliseconds(400);
  never(*b, Round::works);
  ask();
  deadline = std::chrono::hours(1);
  std::future<Result> next = std::async(std::launch::async, [this] { return ask(); });
  EXPECT_EQ(next.wait_for(std::chrono::seconds(20)), std::future_status::ready);
  let_go();
  EXPECT_EQ(keys(next.get()), "a:k1 b:k2 c:k3 a:k4 b:k5");
}

TEST_F(ThreeArchives, SaySoWhereTheyDoNotKnowItOfThoseNotChosen) {
  a->fails_in = Round::works;
  EXPECT_EQ(ask(of_archives({"b", "c"})).notes, kMayCountTwice);
}

/// The members of a group that one archive tells of.
GroupMembers members_of(const std::vector<std::string>& keys) {
  GroupMembers members{.count = keys.size()};
  for (const std::string& key : keys) members.first.emplace_back().key = key;
  members.sort_keys = keys;
  return members;
}

TEST_F(ThreeArchives, ShowOneOfAGroupWithItsOthers) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->answer.result.group = Group::work;
  a->answer.hit_groups = {7, 8};
  a->answer.groups = std::vector<std::uint64_t>{7, 8};
  a->answer.result.groups = 3;  // one has no group
  a->answer.members = {members_of({"k1"}), {}, members_of({"k4"}), {}};
  b->answer.hit_groups = {7, 0};
  b->answer.groups = std::vector<std::uint64_t>{7};
  b->answer.result.groups = 2;
  b->answer.members = {members_of({"k0", "k2"}), {}, {}, {}};
  c->answer.hit_groups = {9};
  c->answer.groups = std::vector<std::uint64_t>{9};
  c->answer.result.groups = 1;
  c->answer.members = {{}, members_of({"k3"}), {}, {}};
  Request request;
  request.group = Group::work;
  const Result result = ask(request);
  EXPECT_EQ(keys(result), "a:k1 c:k3 a:k4 b:k5");
  EXPECT_EQ(a->shared.groups, (std::vector<std::uint64_t>{7, 9, 8, 0}));
  EXPECT_EQ(result.groups, 5U);
  ASSERT_EQ(result.hits[0].others.size(), 2U);
  EXPECT_EQ(result.hits[0].others[0].key, "k0");
  EXPECT_EQ(result.hits[0].others[0].archive, "b");
  EXPECT_EQ(result.hits[0].others_count, 2U);
  EXPECT_EQ(result.hits[1].others_count, 0U);
  EXPECT_TRUE(result.notes.empty());

  b->answer.groups.reset();
  const Result beyond = ask(request);
  EXPECT_EQ(beyond.groups, 6U);
  EXPECT_EQ(beyond.notes.size(), 1U);
}

TEST_F(ThreeArchives, DoNotWaitLongForWhatIsHeldTwice) {
  never(*c, Round::works);
  deadline = milliseconds(1000);
  const Result result = ask();
  EXPECT_FALSE(result.partial());
  EXPECT_EQ(result.notes.size(), 1U);
}

TEST(WorksElsewhere, AreNotSaidWhereTheyAreTooMany) {
  Works many(kMostElsewhere + 1);
  for (std::size_t at = 0; at < many.size(); ++at) many[at] = at;
  const auto works = std::make_shared<const Works>(std::move(many));
  const Elsewhere elsewhere = works_elsewhere({works, works});
  EXPECT_FALSE(elsewhere.known);
  EXPECT_TRUE(elsewhere.of.at(1).empty());
}

TEST_F(ThreeArchives, MayBeChosen) {
  a->held_works = {7};
  b->held_works = {7};
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->told.documents.size = 6;
  const Result result = ask(of_archives({"b", "c"}));
  EXPECT_EQ(keys(result), "b:k2 c:k3 b:k5");
  EXPECT_EQ(result.documents, 3U);
  EXPECT_TRUE(b->requests.back().filters.empty());
  EXPECT_TRUE(b->requests.back().facets.empty());
  EXPECT_TRUE(b->shared.elsewhere.empty());  // who shows it else is not asked
  // Counted as if the facet were not chosen from.
  ASSERT_EQ(result.facets.size(), 1U);
  const Facet& facet = result.facets[0];
  ASSERT_EQ(facet.values.size(), 3U);
  EXPECT_EQ(facet.values[0].documents, 2U);
  EXPECT_FALSE(facet.values[0].selected);
  // The one that b leaves to a in what weighs it shows itself here.
  for (const FacetCount& value : facet.values) EXPECT_EQ(value.held, value.label == "b" ? 7U : 6U);
  EXPECT_TRUE(facet.values[2].selected);
  EXPECT_EQ(a->requests.back().limit, 0U);
  EXPECT_EQ(fault(of_archives({"z"})), "no archive is named 'z'");
}

TEST_F(ThreeArchives, NoteOnceWhatAllSay) {
  for (FakeMember* one : {a.get(), b.get(), c.get()}) one->answer.result.notes = {"common words"};
  b->answer.result.notes.push_back("no thesaurus");
  b->answer.notes_on_nothing = {"not said, for something is found"};
  EXPECT_EQ(ask().notes, (std::vector<std::string>{"common words", "b: no thesaurus"}));
}

TEST_F(ThreeArchives, FindNothingWhereNobodyWhoIsChosenAnswers) {
  b->fails_in = Round::statistics;
  const Result result = ask(of_archives({"b"}));
  EXPECT_EQ(result.documents, 0U);
  EXPECT_TRUE(result.hits.empty());
  EXPECT_TRUE(result.partial());
  ASSERT_EQ(result.facets.size(), 1U);
  EXPECT_EQ(result.facets[0].values.size(), 2U);
  Request nobody = of_archives({"a"});
  nobody.filters.push_back({"archive", {"c"}});
  EXPECT_EQ(ask(nobody).documents, 0U);
}

TEST_F(ThreeArchives, AddUpHowTheQueryWasUnderstood) {
  a->answer.result.understood = {{"concept desk", {{"help desk", 3}, {"service desk", 1}}}};
  c->answer.result.understood = {{"concept desk", {{"service desk", 2}, {"desk", 4}}},
                                 {"word x", {}}};
  const Result result = ask();
  ASSERT_EQ(result.understood.size(), 2U);
  EXPECT_EQ(result.understood[0].variants,
            (std::vector<std::pair<std::string, std::size_t>>{
                {"help desk", 3}, {"service desk", 3}, {"desk", 4}}));
}

TEST_F(ThreeArchives, ListNoMoreThanTheFirst) {
  const std::string beyond = "hits beyond the first 10000 of several archives cannot be listed";
  Request request = asking(10);
  request.offset = kMostHits;
  EXPECT_EQ(fault(request), beyond);
  request.limit = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(fault(request), beyond);
  // A cursor is no more than a number that a client sends.
  request = asking(2);
  search::Cursor cursor = search::read_cursor(ask(request).next);
  for (const std::size_t far : {kMostHits - 2, std::numeric_limits<std::size_t>::max()}) {
    cursor.offset = far;
    request.cursor = search::write_cursor(cursor);
    EXPECT_EQ(fault(request), beyond);
  }
}

}  // namespace
}  // namespace undex::federation
