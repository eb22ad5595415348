#include "searcher/serve/deliver.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/searcher/serve/served.h"

namespace undex::serve {
namespace {

using test::get;

HttpResponse text(std::string body) {
  return {.media_type = "text/plain; charset=utf-8", .body = std::move(body)};
}

HttpResponse sent(const HttpRequest& request, HttpResponse response,
                  const SiteOptions& options = {}) {
  return deliver(request, std::move(response), options);
}

TEST(Deliver, NamesTheStateOfAnAnswerAndLeavesOutWhatIsKnown) {
  const HttpResponse first = sent(get("/a"), text("one"));
  const std::string etag(first.header("etag"));
  ASSERT_TRUE(etag.starts_with("W/\"")) << etag;
  EXPECT_EQ(sent(get("/a", {{"if-none-match", etag}}), text("one")).status, 304);
  EXPECT_EQ(sent(get("/a", {{"if-none-match", "\"x\", " + etag}}), text("one")).status, 304);
  EXPECT_EQ(sent(get("/a", {{"if-none-match", "*"}}), text("one")).status, 304);
  EXPECT_EQ(sent(get("/a", {{"if-none-match", etag}}), text("one")).body, "");
  EXPECT_EQ(sent(get("/a", {{"if-none-match", etag}}), text("two")).status, 200);
}

TEST(Deliver, ComparesDatesOnlyWithoutAState) {
  HttpResponse response = text("one");
  response.last_modified = 1'000'000'000;
  const std::string at = http_date(1'000'000'000);
  EXPECT_EQ(at, "Sun, 09 Sep 2001 01:46:40 GMT");
  EXPECT_EQ(sent(get("/a", {{"if-modified-since", at}}), response).status, 304);
  EXPECT_EQ(sent(get("/a", {{"if-modified-since", http_date(999'999'999)}}), response).status, 200);
  EXPECT_EQ(
      sent(get("/a", {{"if-modified-since", at}, {"if-none-match", "\"x\""}}), response).status,
      200);
  EXPECT_EQ(sent(get("/a", {{"if-modified-since", "yesterday"}}), response).status, 200);
}

TEST(Deliver, ReadsItsOwnDates) {
  for (const long long seconds : {0LL, 951'782'400LL, 1'700'000'000LL, 4'102'444'799LL})
    EXPECT_EQ(read_http_date(http_date(seconds)), seconds);
  for (const char* wrong : {"", "Sun, 31 Feb 2001 01:46:40 GMT", "Sun, 09 Sep 2001 25:46:40 GMT",
                            "Sunday, 09-Sep-01 01:46:40 GMT", "Sun, 09 Sep 2001 01:46:40 UTC"})
    EXPECT_FALSE(read_http_date(wrong)) << wrong;
}

TEST(Deliver, GivesPartsOfAnOriginal) {
  HttpResponse file{.media_type = "application/pdf", .body = "0123456789", .ranges = true};
  const struct {
    const char* range;
    int status;
    const char* body;
    const char* content_range;
  } rows[] = {
      {"bytes=0-3", 206, "0123", "bytes 0-3/10"},
      {"bytes=8-", 206, "89", "bytes 8-9/10"},
      {"bytes=-2", 206, "89", "bytes 8-9/10"},
      {"bytes=-99", 206, "0123456789", "bytes 0-9/10"},
      {"bytes=5-99", 206, "56789", "bytes 5-9/10"},
      {"bytes=10-", 416, "", "bytes */10"},
      {"bytes=-0", 416, "", "bytes */10"},
      {"bytes=3-1", 200, "0123456789", ""},
      {"bytes=0-1,3-4", 200, "0123456789", ""},
      {"bytes=a-b", 200, "0123456789", ""},
      {"bytes=99999999999999999999-", 200, "0123456789", ""},
      {"lines=1-2", 200, "0123456789", ""},
  };
  for (const auto& row : rows) {
    const HttpResponse part = sent(get("/a", {{"range", row.range}}), file);
    EXPECT_EQ(part.status, row.status) << row.range;
    EXPECT_EQ(part.body, row.body) << row.range;
    EXPECT_EQ(part.header("content-range"), row.content_range) << row.range;
  }
  EXPECT_EQ(sent(get("/a", {{"range", "bytes=0-3"}, {"if-range", "\"old\""}}), file).status, 200);
}

TEST(Deliver, GivesPartsToGetAlone) {
  HttpResponse file{.media_type = "application/pdf", .body = "0123456789", .ranges = true};
  HttpRequest request = get("/a", {{"range", "Bytes=0-3"}});
  EXPECT_EQ(sent(request, file).status, 206) << "units are read in any case";
  request.method = "HEAD";
  const HttpResponse whole = sent(request, file);
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.header("content-length"), "10");
  EXPECT_EQ(whole.header("accept-ranges"), "bytes");
}

TEST(Deliver, SendsNothingOfAnotherStateThanIsAskedFor) {
  HttpResponse file{.media_type = "application/pdf", .body = "0123456789", .ranges = true};
  file.last_modified = 1'000'000'000;
  const std::string etag(sent(get("/a"), file).header("etag"));
  const struct {
    Header condition;
    int status;
  } rows[] = {
      {{"if-match", etag}, 200},
      {{"if-match", "\"x\", " + etag}, 200},
      {{"if-match", "*"}, 200},
      {{"if-match", "\"x\""}, 412},
      {{"if-match", "W/" + etag}, 412},
      {{"if-unmodified-since", http_date(1'000'000'000)}, 200},
      {{"if-unmodified-since", http_date(999'999'999)}, 412},
      {{"if-unmodified-since", "yesterday"}, 200},
  };
  for (const auto& row : rows) {
    const HttpResponse response = sent(get("/a", {row.condition}), file);
    EXPECT_EQ(response.status, row.status) << row.condition.value;
    EXPECT_EQ(response.body, row.status == 200 ? file.body : "") << row.condition.value;
  }
  const std::string weak(sent(get("/a"), text("one")).header("etag"));
  EXPECT_EQ(sent(get("/a", {{"if-match", weak}}), text("one")).status, 412) << "RFC 9110, 13.1.1";
}

TEST(Deliver, SaysOfWhatIsKnownWhatItDependsOn) {
  const HttpResponse whole = sent(get("/a"), text(std::string(5000, 'x')));
  const HttpResponse known =
      sent(get("/a", {{"if-none-match", "*"}}), text(std::string(5000, 'x')));
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.header("vary"), whole.header("vary"));
  EXPECT_EQ(known.header("vary"), "accept-encoding");
}

std::string unzipped(const std::string& bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return out;
}

TEST(Deliver, MakesTextSmallForThoseWhoTakeIt) {
  const std::string long_text(5000, 'x');
  const HttpResponse small =
      sent(get("/a", {{"accept-encoding", "br, gzip;q=0.5"}}), text(long_text));
  EXPECT_EQ(small.header("content-encoding"), "gzip");
  EXPECT_EQ(small.header("vary"), "accept-encoding");
  EXPECT_LT(small.body.size(), 200u);
  EXPECT_EQ(unzipped(small.body, long_text.size()), long_text);
  EXPECT_EQ(sent(get("/a", {{"accept-encoding", "gzip;q=0"}}), text(long_text)).body, long_text);
  EXPECT_EQ(sent(get("/a"), text(long_text)).body, long_text);
  EXPECT_EQ(sent(get("/a", {{"accept-encoding", "gzip"}}), text("short")).body, "short");
}

TEST(Deliver, SendsNoBodyForHead) {
  HttpRequest request = get("/a");
  request.method = "HEAD";
  const HttpResponse response = sent(request, text("twelve bytes"));
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(response.header("content-length"), "12");
  EXPECT_EQ(response.header("etag"), sent(get("/a"), text("twelve bytes")).header("etag"));
}

TEST(Deliver, LetsInOnlyTheOriginsThatAreConfigured) {
  SiteOptions options;
  options.cors_origins = {"https://catalogue.example.org"};
  const Header ours{"origin", "https://catalogue.example.org"};
  const Header other{"origin", "https://evil.example.org"};
  EXPECT_EQ(sent(get("/a", {ours}), text("a"), options).header("access-control-allow-origin"),
            "https://catalogue.example.org");
  EXPECT_EQ(sent(get("/a", {other}), text("a"), options).header("access-control-allow-origin"), "");
  EXPECT_EQ(sent(get("/a", {other}), text("a"), options).header("vary"), "origin");
  EXPECT_EQ(sent(get("/a", {ours}), text("a")).header("access-control-allow-origin"), "");
  options.cors_origins = {"*"};
  EXPECT_EQ(sent(get("/a", {other}), text("a"), options).header("access-control-allow-origin"),
            "*");
}

TEST(Deliver, KeepsBrowsersSafe) {
  SiteOptions options;
  const HttpResponse page = sent(get("/a"), text("a"), options);
  const std::string policy(page.header("content-security-policy"));
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(page.header("x-content-type-options"), "nosniff");
  options.frame_ancestors = {"https://catalogue.example.org"};
  const HttpResponse embedded = sent(get("/a?embed=1"), text("a"), options);
  EXPECT_NE(embedded.header("content-security-policy")
                .find("frame-ancestors https://catalogue.example.org"),
            std::string::npos);
  EXPECT_NE(sent(get("/a"), text("a"), options)
                .header("content-security-policy")
                .find("frame-ancestors 'none'"),
            std::string::npos);
}

}  // namespace
}  // namespace undex::serve
