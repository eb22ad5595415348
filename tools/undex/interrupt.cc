#include "tools/undex/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "tools/undex/terminal.h"

namespace undex::tool {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};
constexpr unsigned kSecondsToEnd = 4;

volatile sig_atomic_t asked = 0;

void hear(int number) {
  if (asked != 0) _exit(128 + asked);
  asked = number;
  alarm(kSecondsToEnd);
}

void end_now(int) { _exit(128 + asked); }

/// A signal that whoever started the program told it to ignore stays ignored.
void set_handler(int number, void (*handler)(int)) {
  struct sigaction action {};
  if (sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  asked = 0;
  set_handler(SIGALRM, end_now);
  for (const int number : kSignals) set_handler(number, hear);
}

Interrupt::~Interrupt() {
  alarm(0);
  for (const int number : kSignals) set_handler(number, SIG_DFL);
  set_handler(SIGALRM, SIG_DFL);
}

bool Interrupt::is_asked() { return asked != 0; }

int Interrupt::exit_status() { return 128 + asked; }

void Interrupt::check() {
  if (is_asked()) throw Interrupted();
}

void Interrupt::sleep(std::chrono::milliseconds time) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point until = Clock::now() + time;
  // A signal between the question and the sleep is heard a slice later.
  constexpr std::chrono::milliseconds kSlice{250};
  for (Clock::time_point now = Clock::now(); now < until && !is_asked(); now = Clock::now()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - now);
    poll(nullptr, 0, static_cast<int>(std::min(left, kSlice).count()) + 1);
  }
}

int until_interrupted(const std::function<int()>& run) {
  const Interrupt interrupt;
  try {
    return run();
  } catch (const Interrupted&) {
    note("note: stopped; what was reported is kept, and the same command goes on from there");
    return Interrupt::exit_status();
  }
}

}  // namespace undex::tool
