#pragma once
// The options of a command as the questions of programs take them: both make the same requests.
#include "searcher/answers/parameters.h"
#include "tools/undex/options.h"

namespace undex::tool {

/// --filter FIELD:VALUE,... Error{usage} for what is no field and values.
std::vector<Filter> filters_of(const Arguments& arguments);

/// The arguments outlive it.
class GivenOptions final : public answers::Given {
 public:
  explicit GivenOptions(const Arguments& arguments) : arguments_(arguments) {}
  bool has(std::string_view name) const override { return arguments_.has(name); }
  std::string text(std::string_view name) const override { return arguments_.value(name); }
  std::size_t number(std::string_view name) const override { return arguments_.number(name); }
  bool flag(std::string_view name) const override { return arguments_.has(name); }
  std::vector<std::string> texts(std::string_view name) const override {
    return arguments_.list(name);
  }
  std::vector<Filter> filters(std::string_view) const override { return filters_of(arguments_); }

 private:
  const Arguments& arguments_;
};

}  // namespace undex::tool
