// undex-z3950: the archive and its index for clients of Z39.50, read only (docs/z3950.md).
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "tools/undex/options.h"
#include "tools/z3950/connections.h"
#include "tools/z3950/talk.h"
#include "undex/error.h"

namespace undex::z3950 {
namespace {

const std::vector<tool::Option> kOptions = {
    {"archive", 'a', "DIR", "", "the archive; else $UNDEX_ARCHIVE, else ./archive"},
    {"listen", 'l', "ADDRESS", "127.0.0.1:9999", "address and port; port 0 is a free one"},
    {"base", 'b', "URL", "http://127.0.0.1:8080", "of `undex serve`, for links in records"},
    {"connections", 'c', "NUMBER", "50", "clients at the same time"},
    {"idle-minutes", 'i', "NUMBER", "15", "after which a silent client is left"},
    {"help", 'h', "", "", "this text"},
};

void print_help() {
  std::puts(
      "undex-z3950: answers Z39.50 from an archive of undex\n\nusage: undex-z3950 [OPTION ...]");
  for (const tool::Option& option : kOptions)
    std::printf("  -%c --%-22s %s%s%s%s\n", option.letter,
                (std::string(option.name) + ' ' + std::string(option.argument)).c_str(),
                std::string(option.help).c_str(), option.fallback.empty() ? "" : " (",
                std::string(option.fallback).c_str(), option.fallback.empty() ? "" : ")");
}

int run(const std::vector<std::string>& words) {
  const tool::Arguments arguments = tool::read_arguments(kOptions, words);
  if (arguments.has("help")) {
    print_help();
    return 0;
  }
  serve::SiteOptions options{.archive = tool::archive_dir(arguments)};
  options.base_url = arguments.value("base");
  while (options.base_url.ends_with('/')) options.base_url.pop_back();
  serve::Site{options};  // an archive that cannot be served is told now, not to the first client
  const Patience patience{.idle_minutes = static_cast<int>(arguments.number("idle-minutes"))};
  Connections connections(arguments.value("listen"), arguments.number("connections"));
  std::fprintf(stderr, "undex-z3950: serving %s at %s\n",
               printable(options.archive.string()).c_str(), connections.address().c_str());
  connections.run([&](int socket) { talk(socket, options, patience); });
  return 0;
}

}  // namespace
}  // namespace undex::z3950

int main(int argc, char** argv) {
  try {
    return undex::z3950::run({argv + 1, argv + argc});
  } catch (const undex::Error& error) {
    std::fprintf(stderr, "undex-z3950: %s\n", undex::printable(error.what()).c_str());
    if (!error.hint.empty()) std::fprintf(stderr, "hint: %s\n", error.hint.c_str());
    return static_cast<int>(error.kind);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "undex-z3950: %s\n", undex::printable(error.what()).c_str());
    return 1;
  }
}
