// What a listener does with peers that are slow, many or gone.
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <vector>

#include "tests/searcher/serve/running_listener.h"

namespace undex::serve {
namespace {

using namespace std::chrono_literals;

std::size_t descriptors() {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

TEST(ListenerLimits, CutsHeadersThatComeSlowly) {
  const RunningListener service(ListenerLimits{.header_deadline = 200ms});
  RawSocket silent = service.connect();
  RawSocket dripping = service.connect();
  const std::string head = get("/", "X: " + std::string(10'000, 'a') + "\r\n");
  bool taken = true;
  for (std::size_t i = 0; taken && i < 2'000; ++i) {
    taken = dripping.send(head.substr(i, 1));
    std::this_thread::sleep_for(2ms);
  }
  EXPECT_FALSE(taken);
  EXPECT_TRUE(silent.ended());
  EXPECT_TRUE(service.until([](const auto& now) { return now.dropped == 2 && now.open == 0; }));
}

TEST(ListenerLimits, CutsBodiesThatComeSlowlyAndConnectionsThatAskNoMore) {
  const RunningListener service(ListenerLimits{.body_deadline = 100ms, .idle_deadline = 100ms});
  RawSocket slow = service.connect();
  slow.send(post("Content-Length: 3\r\n", "a"));
  EXPECT_EQ(slow.all(), "");
  EXPECT_TRUE(slow.ended());
  RawSocket idle = service.connect();
  idle.send(get("/"));
  EXPECT_EQ(status_of(idle.all()), 200);
  EXPECT_TRUE(idle.ended());
  EXPECT_EQ(service.counts().dropped, 1u);  // to be idle is no fault
}

TEST(ListenerLimits, DropsAPeerThatReadsNothing) {
  const RunningListener service(ListenerLimits{.write_deadline = 200ms}, [](const HttpRequest&) {
    return HttpResponse{.body = std::string(64 * 1024 * 1024, 'a')};
  });
  RawSocket deaf = service.connect();
  deaf.send(get("/"));
  EXPECT_TRUE(service.until([](const auto& now) { return now.dropped == 1 && now.open == 0; }));
}

TEST(ListenerLimits, HoldsNoMoreLongAnswersThanItMay) {
  const RunningListener service(
      ListenerLimits{.held_bytes = 100'000'000}, [](const HttpRequest& request) {
        return HttpResponse{.body = std::string(std::stoul(request.path.substr(1)), 'a')};
      });
  RawSocket deaf = service.connect();
  deaf.send(get("/64000000"));
  ASSERT_TRUE(deaf.begins());
  RawSocket other = service.connect();
  other.send(get("/64000000"));
  EXPECT_EQ(status_of(other.answer()), 503);
  RawSocket deaf_too = service.connect();
  deaf_too.send(get("/35999000"));  // all but a thousand bytes
  ASSERT_TRUE(deaf_too.begins());
  other.send(get("/100000"));
  EXPECT_EQ(status_of(other.answer()), 503);
  other.send(get("/50000"));
  EXPECT_EQ(status_of(other.answer()), 200);
}

TEST(ListenerLimits, AnswersBesideHundredsOfHalfOpenConnections) {
  const RunningListener service;
  std::vector<RawSocket> half;
  for (int i = 0; i < 256; ++i) {
    half.push_back(service.connect("127.0.0.2"));
    half.back().send(i % 2 ? "GET / HTTP/1.1\r\nHost" : "");
  }
  EXPECT_TRUE(service.until([](const auto& now) { return now.open == 256; }));
  RawSocket good = service.connect();
  for (int i = 0; i < 50; ++i) {
    good.send(get("/"));
    ASSERT_EQ(status_of(good.answer()), 200);
  }
  EXPECT_EQ(service.counts().open, 257u);
}

TEST(ListenerLimits, AnswersAtOnceWhenTooManyWait) {
  Gate gate;
  const RunningListener service(ListenerLimits{.workers = 1, .queue = 2},
                                [&](const HttpRequest& request) {
                                  gate.pass();
                                  return echo(request);
                                });
  std::vector<RawSocket> clients;
  for (std::size_t i = 0; i < 3; ++i) {
    clients.push_back(service.connect());
    clients.back().send(get("/" + std::to_string(i)));
    // The first is taken by the worker, the others wait.
    ASSERT_TRUE(
        service.until([&](const auto& now) { return now.requests == i + 1 && now.waiting == i; }));
  }
  RawSocket one_more = service.connect();
  one_more.send(get("/more"));
  const std::string refused = one_more.answer();
  EXPECT_EQ(status_of(refused), 503);
  EXPECT_TRUE(has(refused, "retry-after: 1\r\n")) << refused;
  gate.open();
  for (RawSocket& client : clients) EXPECT_EQ(status_of(client.answer()), 200);
  one_more.send(get("/again"));
  EXPECT_EQ(status_of(one_more.answer()), 200);
  EXPECT_EQ(service.counts().busy, 1u);
}

TEST(ListenerLimits, LetsNobodyWaitForAllThatAnotherAsks) {
  Gate gate;
  std::string order;  // of one worker
  const RunningListener service(ListenerLimits{.workers = 1, .queue = 6},
                                [&](const HttpRequest& request) {
                                  gate.pass();
                                  order += request.path.substr(1);
                                  return echo(request);
                                });
  std::vector<RawSocket> clients;
  const auto ask = [&](const char* from, const std::string& path) {
    clients.push_back(service.connect(from));
    clients.back().send(get(path));
    return service.until([&](const auto& now) { return now.requests == clients.size(); });
  };
  ASSERT_TRUE(ask("127.0.0.2", "/a"));
  ASSERT_TRUE(service.until([](const auto& now) { return now.waiting == 0; }));
  for (const char* path : {"/b", "/c", "/d", "/e", "/f", "/g"}) ASSERT_TRUE(ask("127.0.0.2", path));
  ASSERT_TRUE(ask("127.0.0.3", "/x"));
  EXPECT_EQ(status_of(clients[6].answer()), 503);  // the newest of who has most, for the newcomer
  gate.open();
  for (const std::size_t i : {0, 1, 2, 3, 4, 5, 7}) EXPECT_EQ(status_of(clients[i].answer()), 200);
  EXPECT_EQ(order, "abxcdef");
  clients[6].send(get("/h"));  // the connection went on
  EXPECT_EQ(status_of(clients[6].answer()), 200);
}

TEST(ListenerLimits, DoesNotAnswerWhatWaitedTooLong) {
  Gate gate;
  std::atomic<int> asked = 0;
  const RunningListener service(ListenerLimits{.workers = 1, .answer_deadline = 50ms},
                                [&](const HttpRequest& request) {
                                  ++asked;
                                  gate.pass();
                                  return echo(request);
                                });
  RawSocket first = service.connect();
  first.send(get("/1"));
  ASSERT_TRUE(service.until([&](const auto&) { return asked == 1; }));
  RawSocket second = service.connect();
  second.send(get("/2"));
  ASSERT_TRUE(service.until([](const auto& now) { return now.waiting == 1; }));
  std::this_thread::sleep_for(60ms);  // it has waited for longer than it may, however slow we are
  gate.open();
  EXPECT_EQ(status_of(first.answer()), 200);
  EXPECT_EQ(status_of(second.answer()), 503);
  EXPECT_EQ(asked, 1);
}

TEST(ListenerLimits, DoesNotWorkForWhoHasGoneAway) {
  Gate gate;
  std::string asked;  // of one worker
  const RunningListener service(ListenerLimits{.workers = 1}, [&](const HttpRequest& request) {
    gate.pass();
    asked += request.path;
    return echo(request);
  });
  const auto ask = [&](const std::string& path, std::size_t waiting) {
    RawSocket client = service.connect();
    client.send(get(path));
    EXPECT_TRUE(service.until([&](const auto& now) { return now.waiting == waiting; }));
    return client;
  };
  RawSocket first = ask("/1", 0);
  ASSERT_TRUE(service.until([&](const auto& now) { return now.requests == 1; }));
  ASSERT_TRUE(service.until([&](const auto& now) { return now.waiting == 0; }));
  { const RawSocket gone = ask("/2", 1); }
  RawSocket third = ask("/3", 2);
  gate.open();
  EXPECT_EQ(status_of(first.answer()), 200);
  EXPECT_EQ(status_of(third.answer()), 200);
  EXPECT_EQ(asked, "/1/3");
  EXPECT_EQ(service.counts().gone, 1u);
  EXPECT_TRUE(service.until([](const auto& now) { return now.open == 2; }));
}

TEST(ListenerLimits, CountsConnectionsInAll) {
  const RunningListener service(ListenerLimits{.connections = 3});
  std::vector<RawSocket> clients;
  for (int i = 0; i < 3; ++i) clients.push_back(service.connect());
  ASSERT_TRUE(service.until([](const auto& now) { return now.open == 3; }));
  RawSocket one_more = service.connect();
  EXPECT_EQ(status_of(one_more.all()), 503);
  clients.pop_back();
  ASSERT_TRUE(service.until([](const auto& now) { return now.open == 2; }));
  RawSocket again = service.connect();
  again.send(get("/"));
  EXPECT_EQ(status_of(again.answer()), 200);
  EXPECT_EQ(service.counts().refused, 1u);
}

TEST(ListenerLimits, CountsConnectionsOfAnAddress) {
  const RunningListener service(ListenerLimits{.connections_per_address = 2});
  std::vector<RawSocket> clients;
  for (int i = 0; i < 2; ++i) clients.push_back(service.connect("127.0.0.2"));
  ASSERT_TRUE(service.until([](const auto& now) { return now.open == 2; }));
  EXPECT_EQ(status_of(service.connect("127.0.0.2").all()), 503);
  RawSocket other = service.connect("127.0.0.3");
  other.send(get("/"));
  EXPECT_EQ(body_of(other.answer()), "GET / [] 127.0.0.3");
  clients.clear();
  ASSERT_TRUE(service.until([](const auto& now) { return now.open == 1; }));
  RawSocket again = service.connect("127.0.0.2");
  again.send(get("/"));
  EXPECT_EQ(status_of(again.answer()), 200);
}

TEST(ListenerLimits, DoesNotCountTheConnectionsOfItsOwnMachine) {
  const RunningListener service(ListenerLimits{.connections_per_address = 2});
  std::vector<RawSocket> clients;
  for (int i = 0; i < 4; ++i) clients.push_back(service.connect());
  for (RawSocket& client : clients) {
    client.send(get("/", "X-Forwarded-For: 203.0.113.9\r\n"));
    EXPECT_EQ(body_of(client.answer()), "GET / [] 127.0.0.1");
  }
}

TEST(ListenerLimits, BelievesOnlyTheTrustedProxyWhoAsks) {
  const RunningListener service({}, echo, "127.0.0.2");
  const struct {
    const char* from;
    const char* field;
    const char* client;
  } rows[] = {
      {"127.0.0.2", "X-Forwarded-For: 203.0.113.9\r\n", "203.0.113.9"},
      {"127.0.0.2", "X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n", "203.0.113.9"},
      {"127.0.0.2", "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 2001:db8::9\r\n",
       "2001:db8::9"},
      {"127.0.0.2", "X-Forwarded-For: ::ffff:203.0.113.9\r\n", "203.0.113.9"},
      {"127.0.0.2", "X-Forwarded-For: <b>\r\n", "127.0.0.2"},
      {"127.0.0.2", "X-Forwarded-For: 203.0.113.9,\r\n", "127.0.0.2"},
      {"127.0.0.2", "", "127.0.0.2"},
      {"127.0.0.3", "X-Forwarded-For: 203.0.113.9\r\n", "127.0.0.3"},
  };
  for (const auto& row : rows) {
    RawSocket client = service.connect(row.from);
    client.send(get("/", row.field));
    EXPECT_EQ(body_of(client.answer()), std::string("GET / [] ") + row.client) << row.field;
  }
}

TEST(ListenerLimits, CountsRequestsOfAClientBehindTheProxy) {
  Gate gate;
  const RunningListener service(
      ListenerLimits{.workers = 4, .connections_per_address = 2},
      [&](const HttpRequest& request) {
        gate.pass();
        return echo(request);
      },
      "127.0.0.1");
  const auto forwarded = [](const char* client) {
    return get("/", std::string("X-Forwarded-For: ") + client + "\r\n");
  };
  std::vector<RawSocket> clients;
  for (const char* address : {"2001:db8::1", "2001:db8::2"}) {  // of one network
    clients.push_back(service.connect());
    clients.back().send(forwarded(address));
  }
  ASSERT_TRUE(service.until([](const auto& now) { return now.requests == 2; }));
  RawSocket many = service.connect();
  many.send(forwarded("2001:db8::3"));
  EXPECT_EQ(status_of(many.answer()), 429);
  many.send(forwarded("2001:db8:0:1::3"));
  gate.open();
  EXPECT_EQ(status_of(many.answer()), 200);
  for (RawSocket& client : clients) EXPECT_EQ(status_of(client.answer()), 200);
  many.send(forwarded("2001:db8::3"));
  EXPECT_EQ(status_of(many.answer()), 200);
}

TEST(ListenerLimits, FinishesWhatIsUnderWayWhenItStops) {
  Gate gate;
  RunningListener service({}, [&](const HttpRequest& request) {
    gate.pass();
    return echo(request);
  });
  RawSocket busy = service.connect();
  RawSocket idle = service.connect();
  busy.send(get("/under-way"));
  ASSERT_TRUE(service.until([](const auto& now) { return now.requests == 1 && now.open == 2; }));
  service.stop_soon();
  service.stop_soon();
  EXPECT_TRUE(idle.ended());
  gate.open();
  const std::string answer = busy.all();
  EXPECT_EQ(body_of(answer), "GET /under-way [] 127.0.0.1");
  EXPECT_TRUE(has(answer, "Connection: close\r\n")) << answer;
  service.stop();
  EXPECT_EQ(service.counts().open, 0u);
  EXPECT_TRUE(service.connect().all().empty());
}

TEST(ListenerLimits, StopsWithoutThoseWhoNeverEnd) {
  RunningListener service(ListenerLimits{.drain = 100ms});
  RawSocket half = service.connect();
  half.send("GET / HTTP/1.1\r\nHost");
  ASSERT_TRUE(service.until([](const auto& now) { return now.open == 1; }));
  service.stop();
  SUCCEED();
}

TEST(ListenerLimits, StopsBeforeItRuns) {
  Listener listener("127.0.0.1:0", {}, {}, echo, {});
  listener.stop();
  listener.run();
  EXPECT_EQ(listener.counts().accepted, 0u);
}

TEST(ListenerLimits, LeavesNoDescriptorOpenAfterAnswersThatNobodyTook) {
  const RunningListener service(
      {}, [](const HttpRequest&) { return HttpResponse{.body = std::string(300'000, 'a')}; });
  {
    RawSocket first = service.connect();  // what the process opens once
    first.send(get("/", "Connection: close\r\n"));
    first.all();
  }
  ASSERT_TRUE(service.until([](const auto& now) { return now.accepted == 1 && now.open == 0; }));
  const std::size_t before = descriptors();
  for (int i = 0; i < 500; ++i) service.connect().send(get("/"));
  EXPECT_TRUE(service.until([](const auto& now) { return now.accepted == 501 && now.open == 0; }));
  EXPECT_EQ(descriptors(), before);
}

}  // namespace
}  // namespace undex::serve
