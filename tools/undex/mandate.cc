// undex mandate: which resolution asked for a document, and what came of it.
#include "searcher/render/chain.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr std::size_t kDeepest = 50;

int depth_of(const Arguments& arguments) {
  const std::size_t depth = arguments.number("depth");
  if (depth < 1 || depth > kDeepest)
    throw Error(ErrorKind::usage, "--depth: '" + arguments.value("depth") + "' is not 1 to 50",
                "undex mandate A/RES/57/295 --depth 5");
  return static_cast<int>(depth);
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
                                    .depth = depth_of(arguments),
                                    .most = arguments.number("limit")});
  const ChainNode& root = chain.nodes[chain.root];
  if (chain.edges.empty() && root.held_as.empty())
    return not_held(archive, root.symbol, "no document here and no series names it as a mandate");
  print(render_chain(chain, arguments.value("format"), render_options(arguments)));
  return chain.edges.empty() ? 1 : 0;
}

}  // namespace undex::tool
