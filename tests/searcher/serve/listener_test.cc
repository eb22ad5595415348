#include "searcher/serve/listener.h"

#include <gtest/gtest.h>

#include <iterator>
#include <stdexcept>

#include "tests/searcher/serve/running_listener.h"
#include "undex/error.h"

namespace undex::serve {
namespace {

TEST(Listener, AnswersAndKeepsTheConnection) {
  const RunningListener service;
  RawSocket client = service.connect();
  client.send(get("/A/58/568?q=help+desk&x=%3C", "X-Forwarded-For: 203.0.113.9\r\n"));
  const std::string first = client.answer();
  EXPECT_EQ(status_of(first), 200);
  EXPECT_EQ(body_of(first), "GET /A/58/568 q=help desk x=< [] 127.0.0.1");
  EXPECT_TRUE(has(first, "Date: "));
  EXPECT_TRUE(has(first, "Content-Type: text/plain\r\n"));
  client.send(get("/%D8%A3?a", "Connection: close\r\n"));
  EXPECT_EQ(body_of(client.all()), "GET /\u0623 a= [] 127.0.0.1");
  EXPECT_EQ(service.counts().requests, 2u);
}

TEST(Listener, AnswersPipelinedRequestsInOrder) {
  const RunningListener service(ListenerLimits{.workers = 4}, [](const HttpRequest& request) {
    if (request.path == "/0") std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return echo(request);
  });
  RawSocket client = service.connect();
  std::string all;
  for (int i = 0; i < 20; ++i) all += get("/" + std::to_string(i));
  client.send(all + post("Content-Length: 3\r\n", "abc") + get("/last"));
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(body_of(client.answer()), "GET /" + std::to_string(i) + " [] 127.0.0.1");
  EXPECT_EQ(body_of(client.answer()), "POST /p [abc] 127.0.0.1");
  EXPECT_EQ(body_of(client.answer()), "GET /last [] 127.0.0.1");
}

TEST(Listener, SendsNoBodyToHead) {
  const RunningListener service;
  RawSocket client = service.connect();
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n" + get("/b"));
  const std::string head = client.answer(false);
  EXPECT_TRUE(has(head, "Content-Length: 20\r\n")) << head;
  EXPECT_EQ(body_of(client.answer()), "GET /b [] 127.0.0.1");
  client.send("HEAD /a HTTP/1.1\r\n\r\n");
  EXPECT_EQ(body_of(client.all()), "");
}

TEST(Listener, TellsTheLengthOfABodyDroppedBefore) {
  const RunningListener service({}, [](const HttpRequest& request) {
    HttpResponse answer;
    answer.set("content-length", request.path.substr(1));
    return answer;
  });
  const auto head = [&](const std::string& path) {
    RawSocket client = service.connect();
    client.send("HEAD /" + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    return client.all();
  };
  EXPECT_TRUE(has(head("1234"), "\r\nContent-Length: 1234\r\n"));
  for (const char* none : {"", "12x", "-1"})
    EXPECT_FALSE(has(head(none), "Content-Length")) << none;
}

TEST(Listener, SpeaksTheOlderHttp) {
  const RunningListener service;
  RawSocket plain = service.connect();
  plain.send("GET /old HTTP/1.0\r\n\r\n");
  const std::string answer = plain.all();
  EXPECT_TRUE(answer.starts_with("HTTP/1.0 200 ")) << answer;
  EXPECT_EQ(body_of(answer), "GET /old [] 127.0.0.1");
  RawSocket kept = service.connect();
  kept.send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_TRUE(has(kept.answer(), "Connection: keep-alive"));
  kept.send("GET /2 HTTP/1.0\r\n\r\n");
  EXPECT_EQ(body_of(kept.all()), "GET /2 [] 127.0.0.1");
}

TEST(Listener, ReadsBodiesWithLengthInChunksAndAsForms) {
  const RunningListener service;
  RawSocket client = service.connect();
  client.send(post("Content-Length: 5\r\n", "a\r\nbc"));
  EXPECT_EQ(body_of(client.answer()), "POST /p [a\r\nbc] 127.0.0.1");
  client.send(
      post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: u\r\n\r\n"));
  EXPECT_EQ(body_of(client.answer()), "POST /p [abcde] 127.0.0.1");
  client.send(
      post("Content-Length: 7\r\nContent-Type: application/x-www-form-urlencoded\r\n", "q=a+b&c"));
  EXPECT_EQ(body_of(client.answer()), "POST /p q=a b c= [q=a+b&c] 127.0.0.1");
}

TEST(Listener, SaysContinueOnlyWhereTheBodyIsWanted) {
  const RunningListener service(ListenerLimits{.body_bytes = 1000});
  RawSocket client = service.connect();
  client.send(post("Expect: 100-continue\r\nContent-Length: 3\r\n", ""));
  EXPECT_EQ(status_of(client.answer()), 100);
  client.send("abc");
  EXPECT_EQ(body_of(client.answer()), "POST /p [abc] 127.0.0.1");
  client.send(post("Expect: 100-continue\r\nContent-Length: 1001\r\n", ""));
  EXPECT_EQ(status_of(client.all()), 413);
  RawSocket older = service.connect();
  older.send("POST /p HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  older.send("abc");
  EXPECT_TRUE(older.all().starts_with("HTTP/1.0 200 "));
}

TEST(Listener, TakesAnAddressThatNamesTheHost) {
  const RunningListener service;
  RawSocket client = service.connect();
  client.send("GET http://other.example/a?q=1 HTTP/1.1\r\nHost: undex.example\r\n\r\n");
  const std::string answer = client.answer();
  EXPECT_EQ(body_of(answer), "GET /a q=1 [] 127.0.0.1");
  EXPECT_TRUE(has(answer, "x-host: other.example\r\n"));
}

TEST(Listener, RefusesAndClosesWhateverComesAfter) {
  const struct {
    std::string request;
    int status;
  } rows[] = {
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: a\n\n", 400},
      {"\r\n" + get("/"), 400},
      {std::string(5, '\0') + "\r\n", 400},
      {"\x16\x03\x01\x02\x00\x01\n", 400},
      {"GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {get("/", " folded\r\n"), 400},
      {"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 405},
      {"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505},
      {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n", 414},
      {get("/", "X: " + std::string(20'000, 'a') + "\r\n"), 431},
      {post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400},
      {post("Transfer-Encoding: chunked\r\n", "x\r\n"), 400},
      {post("Transfer-Encoding: chunked\r\n", "-1\r\nab\r\n"), 400},
      {post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nab\r\n"), 400},
      {post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n"), 400},
      {post("Transfer-Encoding: chunked\r\n", "3;" + std::string(40'000, 'x')), 400},
  };
  const RunningListener service;
  for (const auto& row : rows) {
    RawSocket client = service.connect();
    client.send(row.request + get("/smuggled"));
    const std::string all = client.all();
    EXPECT_EQ(status_of(all), row.status) << row.request.substr(0, 100) << '\n' << all;
    EXPECT_FALSE(has(all, "smuggled") || has(all, "200 OK")) << all;
    EXPECT_TRUE(has(all, "X-Content-Type-Options: nosniff") ||
                has(all, "x-content-type-options: nosniff"))
        << all;
  }
  EXPECT_EQ(service.counts().requests, 0u);
  EXPECT_EQ(service.counts().malformed, std::size(rows));
}

TEST(Listener, RefusesABodyOverTheLimit) {
  const RunningListener service(ListenerLimits{.body_bytes = 1000});
  for (const std::string& request :
       {post("Content-Length: 1001\r\n", std::string(1001, 'a')),
        post("Content-Length: 400000\r\n", std::string(400'000, 'a')),
        post("Transfer-Encoding: chunked\r\n",
             "3e9\r\n" + std::string(1001, 'a') + "\r\n0\r\n\r\n"),
        post("Transfer-Encoding: chunked\r\n",
             "200\r\n" + std::string(512, 'a') + "\r\n200\r\n" + std::string(512, 'a') + "\r\n")}) {
    RawSocket client = service.connect();
    client.send(request);
    EXPECT_EQ(status_of(client.all()), 413);
  }
  RawSocket client = service.connect();
  client.send(post("Content-Length: 1000\r\n", std::string(1000, 'a')));
  EXPECT_EQ(status_of(client.answer()), 200);
}

TEST(Listener, SaysNothingOfWhatAHandlerThrows) {
  RunningListener service({}, [](const HttpRequest& request) -> HttpResponse {
    if (request.path == "/odd") throw 7;
    throw std::runtime_error("secret\npath");
  });
  RawSocket client = service.connect();
  client.send(get("/x%0A"));
  const std::string answer = client.answer();
  EXPECT_EQ(status_of(answer), 500);
  EXPECT_TRUE(has(answer, "application/problem+json"));
  EXPECT_FALSE(has(answer, "secret"));
  client.send(get("/odd"));
  EXPECT_EQ(status_of(client.answer()), 500);
  service.stop();
  EXPECT_EQ(service.counts().failed, 2u);
  EXPECT_TRUE(service.told().starts_with("GET /odd: ")) << service.told();
}

TEST(Listener, TellsTheOperatorInOneLine) {
  RunningListener service(
      {}, [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("secret\nline"); });
  RawSocket client = service.connect();
  client.send(get("/x"));
  client.answer();
  service.stop();
  EXPECT_TRUE(has(service.told(), "GET /x: secret")) << service.told();
  EXPECT_FALSE(has(service.told(), "\n"));
}

TEST(Listener, SendsNoFieldThatWouldBeTwo) {
  const RunningListener service({}, [](const HttpRequest&) {
    HttpResponse answer{.body = "abc"};
    answer.set("location", "/a\r\nset-cookie: b");
    answer.set("content-length", "99");
    answer.set("transfer-encoding", "chunked");
    answer.set("x-good", "yes");
    return answer;
  });
  RawSocket client = service.connect();
  client.send(get("/"));
  const std::string answer = client.answer();
  EXPECT_TRUE(has(answer, "Content-Length: 3\r\n")) << answer;
  EXPECT_TRUE(has(answer, "x-good: yes\r\n")) << answer;
  EXPECT_FALSE(has(answer, "set-cookie") || has(answer, "99") || has(answer, "chunked")) << answer;
}

TEST(Listener, SaysWhatIsNoAddress) {
  const auto listen = [](const std::string& address, const std::string& proxy = {}) {
    const Listener listener(address, {}, proxy, echo, {});
    return listener.address();
  };
  for (const char* address : {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536",
                              "a.example:80", "127.0.0.1:-1", "127.0.0.1:80x", ":80"}) {
    try {
      listen(address);
      ADD_FAILURE() << address;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::usage) << address;
    }
  }
  EXPECT_THROW(listen("127.0.0.1:0", "proxy.example"), Error);
  const std::string taken = listen("127.0.0.1:0");
  EXPECT_TRUE(taken.starts_with("127.0.0.1:") && !taken.ends_with(":0")) << taken;
}

TEST(Listener, SharesItsPortWithNobody) {
  const Listener first("127.0.0.1:0", {}, {}, echo, {});
  try {
    const Listener second(first.address(), {}, {}, echo, {});
    ADD_FAILURE() << "two listen on " << first.address();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    EXPECT_TRUE(has(error.what(), first.address())) << error.what();
  }
}

}  // namespace
}  // namespace undex::serve
