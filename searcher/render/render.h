#pragma once
// Results as text for a terminal, JSON, JSON lines, tab-separated and comma-separated
// values. One table of formats (renderers.cc). Output is inert: control characters of a text never
// reach a terminal, no value can break out of its field.
#include <string>
#include <string_view>
#include <vector>

#include "undex/search.h"

namespace undex {

/// Another document of the same work, a version of this one, or a further source of it.
struct RelatedDocument {
  std::string relation;  ///< "corrigendum", "corrects", "also in", "other text", "also read from"
  std::string name;      ///< its symbol; a language; a key; a path
  bool held = false;
};

struct RenderOptions {
  bool color = false;           ///< bold matches
  std::size_t width = 100;      ///< columns of the terminal; 0: lines are not broken
  std::string language = "en";  ///< of the names of languages
  std::string go_on{};          ///< options that show the following page
  bool marks = false;           ///< list under each block of a document what was found in it
  std::vector<RelatedDocument> related{};  ///< at the head of a document
};

/// Names of the formats, in the order of the help.
std::vector<std::string_view> render_formats();

/// Ends with a line break unless empty. Error{version} for a format that is not offered.
std::string render(const Result& result, std::string_view format, const RenderOptions& options);
std::string render(const Facet& facet, std::string_view format, const RenderOptions& options);
/// The one facet of the result as JSON, and who has answered where several archives were asked.
std::string render_facet(const Result& result);
std::string render(const std::vector<FieldInfo>& fields, std::string_view format,
                   const RenderOptions& options);
std::string render(const Status& status, std::string_view format, const RenderOptions& options);

/// What a script, a permalink or `undex show` names a place by: "E/2003/75#18(g)",
/// "A/58/568#summary".
std::string place_name(std::string_view document, std::string_view locator);

}  // namespace undex
