#include "searcher/serve/head.h"

#include <gtest/gtest.h>

#include <string>

namespace undex::serve {
namespace {

std::string get(const std::string& fields) { return "GET / HTTP/1.1\r\n" + fields + "\r\n"; }

int status_of(const std::string& head) {
  const auto refused = refusal_of(head);
  return refused ? refused->status : 0;
}

TEST(Head, TakesWhatIsWellFormed) {
  for (const std::string& head : {
           get("Host: a.example\r\n"),
           get("host:\r\n"),
           get("HOST: [::1]:8080 \r\nContent-Length: 0\r\n"),
           get("Host: a\r\nTransfer-Encoding: Chunked\r\n"),
           get("Host: a\r\nExpect: 100-Continue\r\nContent-Length: 3\r\n"),
           get("Host: a\r\nAccept: text/html,\t*/*;q=0.8\r\nCookie: \xC3\xA9\r\n"),
           std::string("GET / HTTP/1.0\r\n\r\n"),
           std::string("OPTIONS /a HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("HEAD /A/RES/1514(XV)?q=%22a%22&b='c' HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("GET /\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("GET HTTP://a.example:80/b?c HTTP/1.1\r\nHost: a\r\n\r\n"),
           std::string("POST https://a.example HTTP/1.1\r\nHost: a\r\n\r\n"),
       })
    EXPECT_EQ(status_of(head), 0) << head;
}

TEST(Head, RefusesWhatTwoReadersMightReadInTwoWays) {
  const struct {
    const char* fields;
    int status;
  } rows[] = {
      {"", 400},  // no Host
      {"Host: a\r\nHost: a\r\n", 400},
      {"Host: a b\r\n", 400},
      {"Host: a/b\r\n", 400},
      {"Host: a@b\r\n", 400},
      {"Host: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n", 400},
      {"Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n", 400},
      {"Host: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n", 400},
      {"Host: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n", 400},
      {"Host: a\r\nContent-Length: 3, 3\r\n", 400},
      {"Host: a\r\nContent-Length: +3\r\n", 400},
      {"Host: a\r\nContent-Length: -3\r\n", 400},
      {"Host: a\r\nContent-Length: 0x3\r\n", 400},
      {"Host: a\r\nContent-Length:\r\n", 400},
      {"Host: a\r\nContent-Length: 9999999999999999999\r\n", 413},
      {"Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400},
      {"Host: a\r\nTransfer-Encoding: chunked, identity\r\n", 501},
      {"Host: a\r\nTransfer-Encoding: gzip, chunked\r\n", 501},
      {"Host: a\r\nTransfer-Encoding: xchunked\r\n", 501},
      {"Host: a\r\nTransfer-Encoding:\r\n", 501},
      {"Host: a\r\nTransfer-Encoding : chunked\r\n", 400},
      {"Host: a\r\n Transfer-Encoding: chunked\r\n", 400},  // folded
      {"Host: a\r\nX: b\r\n\tc\r\n", 400},                  // folded
      {"Host: a\r\nX: b\rc\r\n", 400},
      {"Host: a\r\nX: b\x01\r\n", 400},
      {"Host: a\r\nX\r\n", 400},
      {"Host: a\r\n: b\r\n", 400},
      {"Host: a\r\nX Y: b\r\n", 400},
      {"Host: a\r\nExpect: miracles\r\n", 417},
  };
  for (const auto& row : rows) EXPECT_EQ(status_of(get(row.fields)), row.status) << row.fields;
  EXPECT_EQ(status_of("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"), 400);
  EXPECT_EQ(status_of(get(std::string("Host: a\r\nX: b") + '\0' + "\r\n")), 400);
}

TEST(Head, NamesWhatIsWrongWithTheFirstLine) {
  const struct {
    const char* line;
    int status;
  } rows[] = {
      {"", 400},
      {"GET", 400},
      {"GET /", 400},
      {"GET  / HTTP/1.1", 400},
      {" GET / HTTP/1.1", 400},
      {"GET / HTTP/1.1 ", 400},
      {"GET /a b HTTP/1.1", 400},
      {"GET /\t HTTP/1.1", 400},
      {"GET /#a HTTP/1.1", 400},
      {"GET * HTTP/1.1", 400},
      {"OPTIONS * HTTP/1.1", 400},
      {"GET a HTTP/1.1", 400},
      {"GET a.example:80 HTTP/1.1", 400},
      {"GET ftp://a/ HTTP/1.1", 400},
      {"GET http:///a HTTP/1.1", 400},
      {"GET http://u@a/ HTTP/1.1", 400},
      {"G(T / HTTP/1.1", 400},
      {"GET / http/1.1", 400},
      {"GET / HTTP/11", 400},
      {"GET / HTTP/1.10", 400},
      {"GET / HTTP/2.0", 505},
      {"GET / HTTP/1.2", 505},
      {"PRI * HTTP/2.0", 505},
      {"PUT / HTTP/1.1", 405},
      {"DELETE / HTTP/1.1", 405},
      {"TRACE / HTTP/1.1", 405},
      {"CONNECT a:80 HTTP/1.1", 405},
      {"get / HTTP/1.1", 501},
      {"BREW / HTTP/1.1", 501},
  };
  for (const auto& row : rows)
    EXPECT_EQ(status_of(std::string(row.line) + "\r\nHost: a\r\n\r\n"), row.status) << row.line;
}

TEST(Head, HasAtMostAHundredFields) {
  std::string fields = "Host: a\r\n";
  for (int i = 1; i < 100; ++i) fields += "X: y\r\n";
  EXPECT_EQ(status_of(get(fields)), 0);
  EXPECT_EQ(status_of(get(fields + "X: y\r\n")), 431);
}

TEST(Head, EndsAtItsEmptyLineHoweverItDripsIn) {
  const std::string head = get("Host: a\r\n");
  const std::string bytes = head + "GET /next";
  for (std::size_t come = 0; come < head.size(); ++come)
    for (std::size_t seen = 0; seen <= come; ++seen)
      EXPECT_EQ(head_end(bytes.substr(0, come), seen).bytes, 0u);
  for (std::size_t seen = 0; seen < head.size(); ++seen)
    EXPECT_EQ(head_end(bytes, seen).bytes, head.size());
}

TEST(Head, HasNoBareLineEnds) {
  for (const char* bytes : {"GET / HTTP/1.1\n", "\n", "GET / HTTP/1.1\r\nHost: a\n\r\n",
                            "GET / HTTP/1.1\r\nHost: a\r\n\n"})
    EXPECT_TRUE(head_end(bytes, 0).bare) << bytes;
  EXPECT_FALSE(head_end("GET / HTTP/1.1\r\n", 0).bare);
}

TEST(Head, TellsATargetTooLongFromFieldsTooLong) {
  EXPECT_EQ(too_long("GET /aaaaaaaa").status, 414);
  EXPECT_EQ(too_long("GET / HTTP/1.1\r\nX: aaaa").status, 431);
}

TEST(Head, PartsATarget) {
  const struct {
    const char* target;
    const char* host;
    const char* rest;
  } rows[] = {
      {"/a?b=http://c/", "", "/a?b=http://c/"},
      {"http://a.example:80/b?c", "a.example:80", "/b?c"},
      {"HTTPS://a?c", "a", "?c"},
      {"http://a", "a", ""},
      {"//a/b", "", "//a/b"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(target_parts(row.target).host, row.host) << row.target;
    EXPECT_EQ(target_parts(row.target).rest, row.rest) << row.target;
  }
}

}  // namespace
}  // namespace undex::serve
