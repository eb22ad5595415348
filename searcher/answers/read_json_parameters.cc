// Parameters as a program gives them: one JSON object.
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/text.h"
#include "searcher/answers/reader.h"

namespace undex::answers {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr int kMostDepth = 4;  // the values of a filter, a list in an object in a list in the whole

/// What the JSON standard leaves open is refused while it is read: depth without end, and a member
/// that comes twice.
class Strict {
 public:
  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (depth >= kMostDepth)
        throw Error(ErrorKind::usage, "the request is nested too deep",
                    "a request has at most " + std::to_string(kMostDepth) + " levels");
      members_.emplace_back();
    } else if (event == Event::object_end || event == Event::array_end) {
      members_.pop_back();
    } else if (event == Event::key) {
      const std::string& name = parsed.get_ref<const std::string&>();
      if (!members_.back().insert(name).second)
        throw Error(ErrorKind::usage, "'" + printable(name.substr(0, 40)) + "' is given twice",
                    "leave one of them out");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> members_;  // of each object that is open
};

Json parsed(std::string_view text) {
  if (text.size() > kMostBytes)
    throw Error(ErrorKind::usage, "the request is too long",
                "a request has at most " + std::to_string(kMostBytes) + " bytes");
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return Json::object();
  try {
    Strict strict;
    return Json::parse(text, [&](int depth, Json::parse_event_t event, Json& value) {
      return strict(depth, event, value);
    });
  } catch (const Json::parse_error& fault) {
    throw Error(ErrorKind::usage,
                "the request is no JSON: fault at byte " + std::to_string(fault.byte),
                "write an object such as {\"query\": \"help desk\", \"limit\": 5}");
  } catch (const Json::out_of_range&) {  // 1e999
    throw Error(ErrorKind::usage, "the request holds a number that is too large",
                "numbers are whole, such as {\"limit\": 5}");
  }
}

[[noreturn]] void refuse_type(const Rule& rule, const Json& value) {
  refuse(rule, value.dump(-1, ' ', true), "is of the wrong type", "give " + wanted(rule));
}

std::vector<std::string> texts_in(const Rule& rule, const Json& list) {
  if (!list.is_array()) refuse_type(rule, list);
  std::vector<std::string> texts;
  for (const Json& one : list) {
    if (!one.is_string()) refuse_type(rule, one);
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

/// {"field": "organ", "values": ["ECOSOC"]}, as offers of an answer are written.
Filter filter_in(const Rule& rule, const Json& value) {
  if (!value.is_object() || value.size() != 2 || !value.contains("field") ||
      !value.contains("values") || !value["field"].is_string())
    refuse(rule, value.dump(-1, ' ', true), "is no field and values",
           R"(write it as {"field": "organ", "values": ["ECOSOC"]})");
  return {value["field"].get<std::string>(), texts_in(rule, value["values"])};
}

void put(ParameterReader& reader, const Rule& rule, const Json& value) {
  switch (rule.takes) {
    case Rule::Takes::text:
      if (!value.is_string()) refuse_type(rule, value);
      return reader.put(rule, value.get<std::string>());
    case Rule::Takes::number:
      if (!value.is_number_unsigned()) refuse_type(rule, value);
      return reader.put(rule, value.get<std::size_t>());
    case Rule::Takes::flag:
      if (!value.is_boolean()) refuse_type(rule, value);
      return reader.put(rule, value.get<bool>());
    case Rule::Takes::texts:
      return reader.put(rule, texts_in(rule, value));
    case Rule::Takes::filters: {
      if (!value.is_array()) refuse_type(rule, value);
      std::vector<Filter> filters;
      for (const Json& one : value) filters.push_back(filter_in(rule, one));
      return reader.put(rule, std::move(filters));
    }
  }
}

}  // namespace

Parameters read_json_parameters(std::span<const Rule> rules, std::string_view json) {
  const Json request = parsed(json);
  if (!request.is_object())
    throw Error(ErrorKind::usage, "the request is not an object",
                "write an object such as {\"query\": \"help desk\", \"limit\": 5}");
  ParameterReader reader(rules);
  for (const auto& [name, value] : request.items()) put(reader, reader.rule(name), value);
  return reader.take();
}

}  // namespace undex::answers
