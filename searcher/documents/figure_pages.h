#pragma once
// The figures that answer a few words, gathered from the archive.
#include <string>
#include <string_view>

#include "searcher/documents/target.h"
#include "searcher/render/figure_page.h"

namespace undex {

/// `years` is empty or as in a query: "2002..2010". Error{usage} when the words hold none to look
/// for, Error{archive} when there is no index to ask.
FigurePage figure_page(const Archive& archive, std::string_view words, const std::string& years,
                       const ReadDocument& read);

}  // namespace undex
