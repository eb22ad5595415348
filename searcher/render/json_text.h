#pragma once
// JSON as every command prints it: safe for a terminal, broken UTF-8 as U+FFFD, a line end behind.
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace undex::rendering {

/// On one line.
std::string json_line(const nlohmann::json& value);
std::string json_line(const nlohmann::ordered_json& value);
/// Indented.
std::string json_text(const nlohmann::json& value);
std::string json_text(const nlohmann::ordered_json& value);

}  // namespace undex::rendering
