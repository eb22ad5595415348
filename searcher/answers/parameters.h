#pragma once
// What a question takes, as rows of a table, and what it was given. A program gives its parameters
// as one JSON object, an address as names and texts: both are checked here against the same rows,
// so that no question meets a value that it does not expect.
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "undex/search.h"

namespace undex::answers {

struct Rule {
  enum class Takes { text, number, flag, texts, filters };
  std::string_view name;  ///< as the option of the command is called
  Takes takes = Takes::text;
  std::string_view fallback{};  ///< of a text or a number, when it is not given
  std::string_view choices{};   ///< the texts it may be, parted by blanks; empty: any
  std::size_t least = 0;        ///< of a number
  std::size_t most = 0;         ///< of a number; bytes of a text
  bool required = false;        ///< and not empty
  std::string_view help{};
};

/// As an address gives it; a name may come more than once.
struct GivenText {
  std::string name;
  std::string value;
};

/// Values by their names, wherever they come from: a question is made of parameters and of the
/// options of a command alike.
class Given {
 public:
  virtual ~Given() = default;
  virtual bool has(std::string_view name) const = 0;
  /// Of a text or number that was not given the fallback.
  virtual std::string text(std::string_view name) const = 0;
  virtual std::size_t number(std::string_view name) const = 0;
  virtual bool flag(std::string_view name) const = 0;  ///< false when not given
  virtual std::vector<std::string> texts(std::string_view name) const = 0;
  virtual std::vector<Filter> filters(std::string_view name) const = 0;
};

/// What was given, checked: asking for a name or a kind that its rule does not have is a bug.
class Parameters final : public Given {
 public:
  bool has(std::string_view name) const override { return values_.contains(name); }
  std::string text(std::string_view name) const override;
  std::size_t number(std::string_view name) const override;
  bool flag(std::string_view name) const override;
  std::vector<std::string> texts(std::string_view name) const override;
  std::vector<Filter> filters(std::string_view name) const override;

 private:
  using Value =
      std::variant<std::string, std::size_t, bool, std::vector<std::string>, std::vector<Filter>>;
  friend class ParameterReader;
  std::span<const Rule> rules_;
  std::map<std::string, Value, std::less<>> values_;
};

/// {"query": "help desk", "limit": 5, "facets": ["year"], "filter": [{"field": "organ", "values":
/// ["ECOSOC"]}]}; empty bytes are an empty object. Error{usage} for what is not JSON, too large or
/// too deep, for an unknown member with the nearest name, for a value of another type or beyond its
/// bounds, for a member that comes twice or is missing. No message repeats bytes that a terminal
/// would obey. The rules must outlive the result. Thread-safe.
Parameters read_json_parameters(std::span<const Rule> rules, std::string_view json);

/// limit=5, facets=year,organ, filter=organ:ECOSOC,ODA (again for another field), explain=1. Errors
/// as above.
Parameters read_text_parameters(std::span<const Rule> rules, std::span<const GivenText> given);

}  // namespace undex::answers
