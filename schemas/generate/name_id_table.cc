// Prints the table of name_id_table.h. Run by the build, as a program of its own.
#include "schemas/name_id_table.h"

#include <cstdio>
#include <map>
#include <string>

#include "corpus/authority.h"
#include "corpus/generate/print_frozen.h"
#include "corpus/text.h"

namespace undex {
namespace {

/// A spelling that two names claim stays with the first.
class Ids {
 public:
  Ids() {
    for (const Name& name : authority_names()) add(name.preferred, name);
    for (const Name& name : authority_names()) {
      for (const std::string_view variant : name.variants) add(variant, name);
      add(name.id, name);
    }
  }

  std::vector<FrozenRow> rows() const {
    std::vector<FrozenRow> rows;
    for (const auto& [key, id] : ids_) rows.push_back({key, id});
    return rows;
  }

 private:
  void add(std::string_view spelling, const Name& name) {
    ids_.emplace(fold(collapse_spaces(spelling)), name.id);
  }

  std::map<std::string, std::string> ids_;
};

}  // namespace
}  // namespace undex

int main() {
  std::puts("#include \"schemas/name_id_table.h\"\n\nnamespace undex {\n");
  undex::print_frozen("name_id_table", undex::Ids().rows());
  std::puts("}  // namespace undex");
}
