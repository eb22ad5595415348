#include "tools/undex/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "corpus/text.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr std::size_t kUsualWidth = 100;

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

bool wants_color(const std::string& choice) {
  if (choice == "always") return true;
  if (choice == "never") return false;
  if (is_set("NO_COLOR")) return false;
  if (is_set("CLICOLOR_FORCE") && std::string_view(std::getenv("CLICOLOR_FORCE")) != "0")
    return true;
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) && term && std::string_view(term) != "dumb";
}

std::size_t width_of(int descriptor) {
  if (const char* columns = std::getenv("COLUMNS")) {
    const long given = std::strtol(columns, nullptr, 10);
    if (given >= 20 && given <= 1000) return static_cast<std::size_t>(given);
  }
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return kUsualWidth;
}

void write_all(int descriptor, std::string_view text, const char* where) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0)
      throw Error(ErrorKind::archive,
                  std::string("cannot write to ") + where + ": " + strerror(errno),
                  "make room, or send the output elsewhere");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

RenderOptions render_options(const Arguments& arguments) {
  RenderOptions options;
  options.color = wants_color(arguments.value("color"));
  options.width = width_of(STDOUT_FILENO);
  return options;
}

void print(std::string_view text) { write_all(STDOUT_FILENO, text, "the output"); }

void note(std::string_view text) {
  const std::string line = printable(text, true) + "\n";
  // A closed stderr must not turn a finished job into a failed one.
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

Progress::Progress(bool quiet) : on_(!quiet && isatty(STDERR_FILENO)) {}

void Progress::show(std::size_t done, std::size_t total, std::string_view what) {
  if (!on_) return;
  std::string line = std::to_string(done) + " of " + std::to_string(total) + "  " + printable(what);
  const std::size_t width = width_of(STDERR_FILENO) - 1;
  if (line.size() > width) line.resize(width);
  line = "\r\x1b[K" + repair_utf8(line);
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, "\r\x1b[K", 4);
  shown_ = false;
}

}  // namespace undex::tool
