#pragma once
// A listener that runs for a test, and what its tests say to it.
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "searcher/serve/listener.h"
#include "tests/searcher/serve/raw_socket.h"

namespace undex::serve {

/// Says what it was asked, so that a test can see it.
inline HttpResponse echo(const HttpRequest& request) {
  HttpResponse answer{.media_type = "text/plain"};
  answer.body = request.method + ' ' + request.path;
  for (const Parameter& one : request.parameters) answer.body += ' ' + one.name + '=' + one.value;
  answer.body += " [" + request.body + "] " + request.client;
  answer.set("x-host", request.header("host"));
  return answer;
}

/// A listener that runs until it is out of scope.
class RunningListener {
 public:
  explicit RunningListener(const ListenerLimits& limits = {}, Handler handler = echo,
                           const std::string& trusted_proxy = {})
      : listener_("127.0.0.1:0", limits, trusted_proxy, std::move(handler),
                  [this](const std::string& line) { told_ = line; }),
        thread_([this] { listener_.run(); }) {}
  ~RunningListener() { stop(); }

  void stop() {
    listener_.stop();
    if (thread_.joinable()) thread_.join();
  }
  std::string address() const { return listener_.address(); }
  ListenerCounts counts() const { return listener_.counts(); }
  const std::string& told() const { return told_; }
  RawSocket connect(const char* from = nullptr) const { return RawSocket(address(), from); }
  void stop_soon() { listener_.stop(); }
  /// Until the counts are so, at most ten seconds.
  bool until(const std::function<bool(const ListenerCounts&)>& so) const {
    for (int i = 0; i < 1000 && !so(counts()); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return so(counts());
  }

 private:
  std::string told_;
  Listener listener_;
  std::thread thread_;
};

/// Holds handlers until it is opened.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(10), [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};

inline std::string get(const std::string& path, const std::string& fields = {}) {
  return "GET " + path + " HTTP/1.1\r\nHost: undex.example\r\n" + fields + "\r\n";
}

inline std::string post(const std::string& fields, const std::string& body) {
  return "POST /p HTTP/1.1\r\nHost: undex.example\r\n" + fields + "\r\n" + body;
}

inline int status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
}

inline std::string body_of(const std::string& answer) {
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace undex::serve
