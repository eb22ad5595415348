#include "searcher/render/json_text.h"

#include <nlohmann/json.hpp>

#include "corpus/text.h"

namespace undex::rendering {
namespace {

constexpr int kOneLine = -1;
constexpr int kIndent = 2;

template <typename Json>
std::string printed(const Json& value, int indent) {
  return printable_json(value.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::string json_line(const nlohmann::json& value) { return printed(value, kOneLine); }
std::string json_line(const nlohmann::ordered_json& value) { return printed(value, kOneLine); }
std::string json_text(const nlohmann::json& value) { return printed(value, kIndent); }
std::string json_text(const nlohmann::ordered_json& value) { return printed(value, kIndent); }

}  // namespace undex::rendering
