// undex mandate: which resolution asked for a document, and what came of it.
#include "searcher/render/chain.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr std::size_t kDeepest = 50;
constexpr std::size_t kMost = 10000;

/// From 1 to `most`.
std::size_t within(const Arguments& arguments, std::string_view option, std::size_t most) {
  const std::size_t number = arguments.number(option);
  if (number >= 1 && number <= most) return number;
  throw Error(ErrorKind::usage,
              "--" + std::string(option) + ": '" + arguments.value(option) + "' is not 1 to " +
                  std::to_string(most),
              "undex mandate A/RES/57/295 --depth 5");
}

}  // namespace

int run_mandate(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "the mandate of what? no symbol given", "undex mandate A/58/568");
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  const Target target = find_target(archive, typed);
  const Chain chain =
      mandate_chain(archive.dir(), {.name = target.name,
                                    .place = target.place ? target.place->text() : "",
                                    .depth = static_cast<int>(within(arguments, "depth", kDeepest)),
                                    .most = within(arguments, "limit", kMost)});
  const ChainNode& root = chain.nodes[chain.root];
  if (chain.edges.empty() && root.held_as.empty())
    return not_held(archive, root.symbol, "no document here and no series names it as a mandate");
  print(render_chain(chain, arguments.value("format"), render_options(arguments)));
  return chain.edges.empty() ? 1 : 0;
}

}  // namespace undex::tool
