// The least that a service can do: one fixed answer by the listener that `undex serve` uses, so
// that what its sockets cost can be told from what a search costs.
//
// usage: undex-bench-serve [BYTES]
//
// Prints its address and answers every request with as many bytes (10,000 unless told otherwise)
// until its standard input ends.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

#include "searcher/serve/listener.h"
#include "undex/error.h"

int main(int argc, char** argv) {
  using namespace undex::serve;
  const std::string body(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000, 'x');
  try {
    Listener listener("127.0.0.1:0", {}, "127.0.0.1",
                      [&](const HttpRequest&) {
                        return HttpResponse{.media_type = "text/html; charset=utf-8", .body = body};
                      },
                      {});
    std::cout << "http://" << listener.address() << std::endl;
    std::thread until_end([&] {
      while (std::getchar() != EOF) {
      }
      listener.stop();
    });
    listener.run();
    until_end.join();
  } catch (const undex::Error& error) {
    std::cerr << "undex-bench-serve: " << error.what() << '\n';
    return static_cast<int>(error.kind);
  }
  return 0;
}
