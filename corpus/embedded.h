#pragma once
// Files of the project that are compiled in: tables, calls, schemas. CMakeLists.txt says which.
#include <span>
#include <string_view>

namespace undex {

struct EmbeddedFile {
  std::string_view name;  ///< without folder and extension
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_tables();   ///< corpus/data/*.tsv
std::span<const EmbeddedFile> embedded_calls();    ///< corpus/calls/*.xml
std::span<const EmbeddedFile> embedded_schemas();  ///< schemas/*.xsd; made in the room schemas
std::span<const EmbeddedFile> embedded_texts();    ///< searcher/serve/page/*.tsv; made in that room
std::span<const EmbeddedFile> embedded_styles();   ///< searcher/serve/static/*.css; likewise
std::span<const EmbeddedFile> embedded_scripts();  ///< searcher/serve/static/*.js; likewise
std::span<const EmbeddedFile> embedded_descriptions();  ///< searcher/serve/api/*.yaml; likewise

}  // namespace undex
