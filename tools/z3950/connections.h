#pragma once
// Who connects: a process each, bounded in number.
#include <cstddef>
#include <functional>
#include <string>

namespace undex::z3950 {

class Connections {
 public:
  /// Listens. Error{usage} when the address is none, or taken.
  Connections(const std::string& address, std::size_t most);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  /// With the port that was given for 0: "127.0.0.1:9999".
  std::string address() const;
  /// Calls `talk` with the socket of each client, in a process of its own, until a signal asks for
  /// the end (SIGTERM, SIGINT, SIGHUP); then ends those that still talk. Who comes when there are
  /// as many as may be is turned away.
  void run(const std::function<void(int socket)>& talk);

 private:
  int listener_ = -1;
  std::size_t most_;
};

}  // namespace undex::z3950
