// The settings of nginx in docs/, as nginx reads them, and the service behind it.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "searcher/serve/service.h"
#include "tests/searcher/outside_program.h"
#include "tests/searcher/serve/running_listener.h"
#include "tests/searcher/trace_archive.h"

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

void replace(std::string& text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  ASSERT_NE(at, std::string::npos) << what;
  text.replace(at, what.size(), by);
}

/// Those of docs/serve.md in a folder of the test. Where it listens, and with which certificate, is
/// the machine's: here a socket in the folder.
std::string whole_settings(const std::string& folder, const std::string& service) {
  std::string server = settings_in("serve.md");
  replace(server, "listen 443 ssl;", "listen unix:" + folder + "/socket;");
  replace(server, "http://127.0.0.1:8080/", "http://" + service + "/");
  std::string settings = "daemon off;\npid " + folder + "/pid;\nerror_log stderr;\nevents {}\n";
  settings += "http {\naccess_log off;\n";
  for (const std::string kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    settings += kind + "_temp_path " + folder + "/" + kind + ";\n";
  return settings + server + "}\n";
}

/// nginx for as long as a test needs it, and never longer than half a minute.
class RunningProxy {
 public:
  RunningProxy(const std::string& folder, const std::string& settings)
      : socket_(folder + "/socket"), file_(folder + "/nginx.conf") {
    std::ofstream(file_, std::ios::binary) << settings;
    run("timeout 30 nginx -c " + file_ + " >" + folder + "/said 2>&1 &");
    for (int i = 0; i < 1000 && !std::filesystem::exists(socket_); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ~RunningProxy() { run("nginx -s stop -c " + file_ + " 2>/dev/null"); }

  /// What curl prints of a path of the host.
  std::string get(const std::string& path) const {
    return undex::test::read_by("curl -s --unix-socket " + socket_ + " --config",
                                "url = \"http://library.example.org" + path + "\"\n");
  }

 private:
  static void run(const std::string& command) { (void)!std::system(command.c_str()); }
  std::string socket_;
  std::string file_;
};

TEST(Proxy, HasThePagesOfTheServiceInAFolder) {
  UNDEX_NEEDS_PROGRAM("nginx", "nginx-light");
  UNDEX_NEEDS_PROGRAM("curl", "curl");
  Service service(
      {.archive = undex::test::trace_archive(), .base_url = "https://library.example.org/undex"},
      {});
  const RunningListener listener(
      {}, [&](const HttpRequest& request) { return service.answer(request); }, "127.0.0.1");
  const undex::test::TemporaryFolder folder;
  const std::string settings = whole_settings(folder.path(), listener.address());
  const undex::test::Answer read = undex::test::run_on("nginx -t -q -c", settings);
  ASSERT_EQ(read.status, 0) << read.said << settings;
  const RunningProxy proxy(folder.path(), settings);
  const std::string page = proxy.get("/undex/search?q=help+desk");
  EXPECT_NE(page.find("href=\"/undex/E/2003/75\""), std::string::npos) << page;
  EXPECT_NE(proxy.get("/undex/E/2003/75/para/5").find("It is kept"), std::string::npos);
  EXPECT_NE(
      proxy.get("/undex/feed?q=help+desk").find("https://library.example.org/undex/E/2003/75"),
      std::string::npos);
  EXPECT_NE(proxy.get("/undex/metrics").find("403"), std::string::npos);
}

}  // namespace
}  // namespace undex::serve
