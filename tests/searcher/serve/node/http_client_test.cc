#include "searcher/federation/http_client.h"

#include <gtest/gtest.h>

#include <future>

#include "tests/searcher/serve/running_listener.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using serve::RunningListener;
using std::chrono::milliseconds;

constexpr std::size_t kBytes = 1024;

Deadline soon(int after_ms = 5000) { return Clock::now() + milliseconds(after_ms); }

std::string fault_of(const HttpClient& client, Deadline deadline = soon()) {
  try {
    client.get("/x", kBytes, deadline);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::archive);
    return error.what();
  }
  return {};
}

TEST(HttpClient, AsksBehindThePathOfItsAddress) {
  const RunningListener listener;
  const HttpClient client("http://" + listener.address() + "/undex/");
  const HttpAnswer answer = client.post_json("/api", R"({"a":1})", kBytes, soon());
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, R"(POST /undex/api [{"a":1}] 127.0.0.1)");
  EXPECT_EQ(client.get("/b", kBytes, soon()).body, "GET /undex/b [] 127.0.0.1");
}

TEST(HttpClient, KeepsItsConnection) {
  const RunningListener listener;
  const HttpClient client("http://" + listener.address());
  for (int turn = 0; turn < 5; ++turn) client.get("/x", kBytes, soon());
  EXPECT_EQ(listener.counts().accepted, 1U);
}

TEST(HttpClient, AsksAgainWhereAKeptConnectionWasClosed) {
  serve::ListenerLimits limits;
  limits.idle_deadline = milliseconds(20);
  const RunningListener listener(limits);
  const HttpClient client("http://" + listener.address());
  EXPECT_EQ(client.get("/x", kBytes, soon()).status, 200);
  EXPECT_TRUE(listener.until([](const auto& counts) { return counts.open == 0; }));
  EXPECT_EQ(client.get("/x", kBytes, soon()).status, 200);
}

TEST(HttpClient, WaitsNoLongerThanItMay) {
  serve::Gate gate;
  const RunningListener listener({}, [&](const serve::HttpRequest& request) {
    gate.pass();
    return serve::echo(request);
  });
  const HttpClient client("http://" + listener.address());
  EXPECT_EQ(fault_of(client, soon(50)), "does not answer in time");
  EXPECT_EQ(fault_of(client, Clock::now()), "does not answer in time");
  gate.open();
  EXPECT_EQ(fault_of(client), "");
}

TEST(HttpClient, WaitsNoLongerThanAnybodyDoes) {
  serve::Gate gate;
  const RunningListener listener({}, [&](const serve::HttpRequest& request) {
    gate.pass();
    return serve::echo(request);
  });
  HttpClient client("http://" + listener.address());
  std::future<std::string> waiting =
      std::async(std::launch::async, [&] { return fault_of(client, soon(600'000)); });
  EXPECT_TRUE(listener.until([](const auto& counts) { return counts.accepted == 1; }));
  client.end();
  EXPECT_EQ(waiting.get(), "cannot be reached: Operation canceled");
  EXPECT_EQ(fault_of(client), "cannot be reached: Operation canceled");
  gate.open();
}

TEST(HttpClient, TakesNoLongerAnswerThanItMay) {
  const RunningListener listener({}, [](const serve::HttpRequest&) {
    return serve::HttpResponse{.media_type = "text/plain", .body = std::string(kBytes + 1, 'x')};
  });
  EXPECT_EQ(fault_of(HttpClient("http://" + listener.address())),
            "cannot be reached: body limit exceeded");
}

TEST(HttpClient, SaysThatNobodyIsThere) {
  std::string address;
  {
    const RunningListener listener;
    address = listener.address();
  }
  EXPECT_EQ(fault_of(HttpClient("http://" + address)), "cannot be reached: Connection refused");
}

TEST(HttpClient, RefusesWhatIsNoAddress) {
  for (const char* address :
       {"", "https://a", "http://", "http://:80", "http://a:", "http://a:1x", "http://a b",
        "http://me@a", "http://a/?x", "http://a:123456", "ftp://a"})
    EXPECT_THROW(HttpClient{address}, Error) << address;
  for (const char* address : {"http://a", "http://a:1/b/", "http://[::1]:80", "http://[::1]/x"})
    EXPECT_NO_THROW(HttpClient{address}) << address;
}

}  // namespace
}  // namespace undex::federation
