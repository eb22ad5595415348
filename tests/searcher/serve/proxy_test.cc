// The settings of nginx in docs/, as nginx reads them.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/searcher/outside_program.h"
#include "tests/support.h"

namespace undex::serve {
namespace {

/// The blocks of a page that are marked as nginx's.
std::string settings_in(const std::string& page) {
  const std::string text = undex::test::read_file(undex::test::source_path("docs/" + page));
  const std::string begin = "```nginx\n";
  std::string settings;
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    at += begin.size();
    settings += text.substr(at, text.find("```", at) - at);
  }
  return settings;
}

/// Where it listens, and with which certificate, is the machine's: here a socket in the folder.
std::string on_a_socket(std::string settings, const std::string& folder) {
  const std::string listen = "listen 443 ssl;";
  const std::size_t at = settings.find(listen);
  if (at == std::string::npos) return {};
  return settings.replace(at, listen.size(), "listen unix:" + folder + "/socket;");
}

TEST(Proxy, ReadsTheSettingsOfThePage) {
  UNDEX_NEEDS_PROGRAM("nginx", "nginx-light");
  const undex::test::TemporaryFolder folder;
  const std::string place = folder.path();
  const std::string settings = on_a_socket(settings_in("serve.md"), place);
  ASSERT_NE(settings, "");
  const std::string whole = "pid " + place + "/pid;\nerror_log stderr;\nevents {}\nhttp {\n" +
                            "access_log off;\nclient_body_temp_path " + place + "/body;\n" +
                            "proxy_temp_path " + place + "/proxy;\nfastcgi_temp_path " + place +
                            "/fastcgi;\nuwsgi_temp_path " + place + "/uwsgi;\nscgi_temp_path " +
                            place + "/scgi;\n" + settings + "}\n";
  const undex::test::Answer answer = undex::test::run_on("nginx -t -q -c", whole);
  EXPECT_EQ(answer.status, 0) << answer.said << whole;
  const undex::test::Answer wrong =
      undex::test::run_on("nginx -t -q -c", whole + "no_such_setting on;\n");
  EXPECT_NE(wrong.status, 0);
}

}  // namespace
}  // namespace undex::serve
