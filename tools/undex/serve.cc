// undex serve: the archive and its index for catalogues, harvesters and readers, read only.
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <thread>

#include "corpus/text.h"
#include "searcher/serve/listener.h"
#include "searcher/serve/service.h"
#include "tools/undex/command.h"
#include "tools/undex/draft_reader.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// Lines appended to a file, or to standard error for "-".
class LogFile {
 public:
  explicit LogFile(const std::string& path) {
    if (path.empty() || path == "-") return;
    file_.open(path, std::ios::app);
    if (!file_)
      throw Error(ErrorKind::archive, "cannot write '" + printable(path) + "'",
                  "name a file in a folder that is there and yours");
  }
  void write(const std::string& line) {
    const std::lock_guard lock(mutex_);
    if (file_.is_open())
      file_ << line << std::endl;
    else
      std::fprintf(stderr, "%s\n", line.c_str());
  }

 private:
  std::mutex mutex_;
  std::ofstream file_;
};

/// Something with a domain behind "@", as the schema of OAI-PMH has it.
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  const std::size_t point = text.find('.', at + 2);
  return point < text.size() - 1 && text.find_first_of(" \t") == std::string_view::npos;
}

serve::SiteOptions site_options(const Arguments& arguments) {
  serve::SiteOptions options{.archive = archive_dir(arguments)};
  options.name = arguments.value("name");
  options.admin_email = arguments.value("admin");
  if (!is_email(options.admin_email))
    throw Error(ErrorKind::usage, "--admin: '" + options.admin_email + "' is not an e-mail address",
                "write it with a domain: library@example.org");
  options.cors_origins = arguments.list("cors");
  options.frame_ancestors = arguments.list("frames");
  return options;
}

/// Signals that end the service: they wait for the thread that asks for them.
sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int one : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, one);
  return signals;
}

/// A thread that waits for a signal and stops the listener; it ends with this object.
class StopOnSignal {
 public:
  StopOnSignal(const sigset_t& signals, serve::Listener& listener)
      : waiting_([&signals, &listener] {
          int which = 0;
          sigwait(&signals, &which);
          listener.stop();
        }) {}
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal() {
    pthread_kill(waiting_.native_handle(), SIGTERM);  // it may still wait
    waiting_.join();
  }

 private:
  std::thread waiting_;
};

}  // namespace

int run_serve(const Arguments& given) {
  Arguments arguments = given;
  add_settings(arguments, require_command("serve").options, given.value("config"), "UNDEX_SERVE_");
  const sigset_t ending = ending_signals();
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  DraftReader drafts;  // forks, so before any thread
  LogFile log(arguments.value("log"));
  serve::SiteOptions options = site_options(arguments);
  options.read_draft = [&](std::string_view bytes, std::string_view name) {
    return drafts.read(bytes, name);
  };
  const std::string base = arguments.value("base");
  options.base_url = base.empty() ? "http://" + arguments.value("listen") : base;
  while (options.base_url.ends_with('/')) options.base_url.pop_back();
  serve::Service::Log line;
  if (arguments.has("log")) line = [&](const std::string& text) { log.write(text); };
  serve::Service service(std::move(options), std::move(line));
  serve::ListenerLimits limits;
  limits.workers = arguments.number("workers");
  limits.queue = arguments.number("queue");
  limits.connections = arguments.number("connections");
  limits.connections_per_address = arguments.number("per-address");
  limits.body_bytes = arguments.number("body-bytes");
  limits.header_deadline = std::chrono::seconds(arguments.number("header-seconds"));
  limits.drain = std::chrono::seconds(arguments.number("drain-seconds"));
  serve::Listener listener(
      arguments.value("listen"), limits, arguments.value("proxy"),
      [&](const serve::HttpRequest& request) { return service.answer(request); },
      [](const std::string& fault) { note("undex: " + fault); });
  service.metrics().watch([&] { return listener.counts(); });
  std::fprintf(stderr, "undex: serving %s at http://%s\n",
               printable(archive_dir(arguments).string()).c_str(), listener.address().c_str());
  const StopOnSignal stop(ending, listener);
  listener.run();
  return 0;
}

}  // namespace undex::tool
