#pragma once
// The check of a draft as text and as JSON, and the table of what is checked.
#include <string>
#include <string_view>

#include "searcher/check/check.h"
#include "searcher/render/render.h"

namespace undex {

/// text or json; Error{version} for another format.
std::string render_check(const CheckResult& result, std::string_view format,
                         const RenderOptions& options);
std::string render_check_kinds(std::string_view format, const RenderOptions& options);

}  // namespace undex
