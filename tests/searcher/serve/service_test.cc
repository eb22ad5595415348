#include "searcher/serve/service.h"

#include <gtest/gtest.h>

#include "searcher/serve/access_log.h"
#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::get;

TEST(Service, CountsWhatItAnswersByRouteAndStatus) {
  std::vector<std::string> lines;
  Service service({.archive = undex::test::trace_archive()},
                  [&](const std::string& line) { lines.push_back(line); });
  service.answer(get("/health"));
  service.answer(get("/health"));
  service.answer(get("/nowhere"));
  const std::string text = service.answer(get("/metrics")).body;
  EXPECT_NE(text.find("undex_requests_total{route=\"/health\",status=\"2xx\"} 2\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("status=\"4xx\"} 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("undex_answer_seconds_count{route=\"/health\"} 2\n"), std::string::npos)
      << text;
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_NE(lines[2].find("\"GET /nowhere HTTP/1.1\" 404 "), std::string::npos) << lines[2];
}

TEST(Service, TellsItsCountsToThoseWhoReadOnly) {
  Service service({.archive = undex::test::trace_archive()}, {});
  service.metrics().watch([] { return ListenerCounts{.requests = 7, .failed = 2}; });
  HttpRequest request = get("/metrics");
  const std::string text = service.answer(request).body;
  EXPECT_NE(text.find("\nundex_requests_read_total 7\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\nundex_requests_failed_total 2\n"), std::string::npos) << text;
  request.method = "POST";
  EXPECT_EQ(service.answer(request).status, 405);
}

TEST(AccessLog, LetsNoValueOutOfItsMarks) {
  HttpRequest request = get("/a\"b\n\x1b[31m", {{"user-agent", "x\" 200 \"y"}});
  request.client = "192.0.2.7";
  const std::string line = access_line(request, {.status = 200, .body = "12345"}, 12.34, 0);
  EXPECT_EQ(
      line,
      "192.0.2.7 - - [01/Jan/1970:00:00:00 +0000] \"GET /a\\\"b\\x0A\\x1B[31m HTTP/1.1\" 200 5 "
      "\"-\" \"x\\\" 200 \\\"y\" 12.3");
  request.headers = {{"user-agent", "x\\\" 200 \"y\\"}};
  EXPECT_TRUE(access_line(request, {}, 0, 0).ends_with(R"("x\\\" 200 \"y\\" 0.0)"))
      << access_line(request, {}, 0, 0);
}

}  // namespace
}  // namespace undex::serve
