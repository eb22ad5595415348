#pragma once
// A chain of mandates for people and programs.
#include <string>
#include <string_view>

#include "searcher/render/render.h"
#include "undex/chain.h"

namespace undex {

/// text (a tree each way), json or graphml. Error{version} for another format.
std::string render_chain(const Chain& chain, std::string_view format, const RenderOptions& options);

}  // namespace undex
