// undex serve: the archive and its index for catalogues, harvesters and readers, read only.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "corpus/text.h"
#include "searcher/serve/listener.h"
#include "searcher/serve/service.h"
#include "tools/undex/command.h"
#include "tools/undex/draft_reader.h"
#include "tools/undex/served_archives.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// Lines appended to a file, or to standard error for "-".
class LogFile {
 public:
  explicit LogFile(std::string path) : path_(std::move(path)) {
    if (!open())
      throw Error(ErrorKind::archive, "cannot write '" + printable(path_) + "'",
                  "name a file in a folder that is there and yours");
  }

  /// The file of this name, which may be another than before.
  void reopen() {
    const std::lock_guard lock(mutex_);
    tell_of(open());
  }

  void write(const std::string& line) {
    const std::lock_guard lock(mutex_);
    if (path_ == "-") {
      std::fprintf(stderr, "%s\n", line.c_str());
      return;
    }
    file_.clear();  // there may be room again
    file_ << line << std::endl;
    tell_of(file_.good());
  }

 private:
  bool open() {
    if (path_.empty() || path_ == "-") return true;
    file_ = std::ofstream(path_, std::ios::app);
    return file_.is_open();
  }

  /// Once where lines begin to be lost.
  void tell_of(bool good) {
    if (std::exchange(failed_, !good) || good) return;
    note("undex: cannot write to '" + path_ + "': its lines are lost");
  }

  std::string path_;
  std::mutex mutex_;
  std::ofstream file_;
  bool failed_ = false;
};

/// Something with a domain behind "@", as the schema of OAI-PMH has it.
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  const std::size_t point = text.find('.', at + 2);
  return point < text.size() - 1 && text.find_first_of(" \t") == std::string_view::npos;
}

/// As browsers name one: nothing behind the host, or it would never be the same.
void require_origin(const std::string& text) {
  const std::size_t host = text.find("://");
  if (text != "*" && (host == std::string::npos || text.find('/', host + 3) != std::string::npos))
    throw Error(ErrorKind::usage, "--cors: '" + printable(text) + "' is not an origin",
                "write it as https://catalogue.example.org, or * for all");
}

/// Of what the service may take: 0 of it would shut everybody out.
std::size_t limit(const Arguments& arguments, std::string_view option) {
  const std::size_t number = arguments.number(option);
  if (number == 0)
    throw Error(ErrorKind::usage, "--" + std::string(option) + ": 0 leaves nothing to serve with",
                "give 1 or more");
  return number;
}

/// Of a service whose threads wait for other machines more than they work.
constexpr std::size_t kWaitingWorkers = 16;

serve::ListenerLimits limits_of(const Arguments& arguments) {
  constexpr std::size_t kMostWorkers = 1024;
  serve::ListenerLimits limits;
  limits.workers = arguments.number("workers");
  if (limits.workers == 0 && arguments.has("archives")) limits.workers = kWaitingWorkers;
  if (limits.workers > kMostWorkers)
    throw Error(ErrorKind::usage, "--workers: more than 1024 are not started",
                "one or two a core are enough");
  limits.queue = limit(arguments, "queue");
  limits.connections = limit(arguments, "connections");
  limits.connections_per_address = limit(arguments, "per-address");
  limits.body_bytes = limit(arguments, "body-bytes");
  limits.header_deadline = std::chrono::seconds(limit(arguments, "header-seconds"));
  limits.drain = std::chrono::seconds(arguments.number("drain-seconds"));
  return limits;
}

serve::SiteOptions site_options(const Arguments& arguments, const ServedArchives& served) {
  serve::SiteOptions options{.archive = served.own};
  options.holds_nothing = served.stand_in != nullptr;
  options.archives = served.list;
  options.federation = federation_options(arguments);
  options.name = arguments.value("name");
  options.admin_email = arguments.value("admin");
  if (!is_email(options.admin_email))
    throw Error(ErrorKind::usage, "--admin: '" + options.admin_email + "' is not an e-mail address",
                "write it with a domain: library@example.org");
  options.cors_origins = arguments.list("cors");
  for (const std::string& one : options.cors_origins) require_origin(one);
  options.frame_ancestors = arguments.list("frames");
  options.node = arguments.has("node");
  return options;
}

/// "/srv/undex", "3 archives, /srv/undex among them,".
std::string told(const ServedArchives& served) {
  if (served.list.empty()) return served.own.string();
  return std::to_string(served.list.size()) + " archives, " +
         (served.stand_in ? "none of this machine" : served.own.string() + " among them") + ",";
}

/// They wait for the thread that asks for them.
sigset_t heeded_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int one : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, one);
  return signals;
}

/// A thread that heeds them: SIGHUP begins the log anew, for who has moved it away; the others stop
/// the listener. It ends with this object.
class SignalThread {
 public:
  SignalThread(const sigset_t& signals, serve::Listener& listener, LogFile& log)
      : waiting_([&signals, &listener, &log] {
          int which = SIGHUP;
          while (sigwait(&signals, &which) == 0 && which == SIGHUP) log.reopen();
          listener.stop();
        }) {}
  SignalThread(const SignalThread&) = delete;
  SignalThread& operator=(const SignalThread&) = delete;
  ~SignalThread() {
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
  const sigset_t heeded = heeded_signals();
  pthread_sigmask(SIG_BLOCK, &heeded, nullptr);
  DraftReader drafts;
  LogFile log(arguments.value("log"));
  const auto report = [](const std::string& fault) { note("undex: " + fault); };
  const ServedArchives served = served_archives(arguments);
  const serve::ListenerLimits limits = limits_of(arguments);
  serve::SiteOptions options = site_options(arguments, served);
  options.federation.at_once = std::max(limits.workers, options.federation.at_once);
  options.report = report;
  options.read_draft = [&](std::string_view bytes, std::string_view name) {
    return drafts.read(bytes, name);
  };
  serve::Service::Log line;
  if (arguments.has("log")) line = [&](const std::string& text) { log.write(text); };
  std::optional<serve::Service> service;  // once it is known where it listens
  serve::Listener listener(
      arguments.value("listen"), limits, arguments.value("proxy"),
      [&](const serve::HttpRequest& request) { return service->answer(request); }, report);
  const std::string base = arguments.value("base");
  options.base_url = base.empty() ? "http://" + listener.address() : base;
  while (options.base_url.ends_with('/')) options.base_url.pop_back();
  service.emplace(std::move(options), std::move(line));
  service->metrics().watch([&] { return listener.counts(); });
  note("undex: serving " + told(served) + " at http://" + listener.address());
  const SignalThread signals(heeded, listener, log);
  listener.run();
  return 0;
}

}  // namespace undex::tool
