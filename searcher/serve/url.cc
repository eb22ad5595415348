#include "searcher/serve/url.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/percent.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostParameters = 200;
constexpr std::string_view kInPath = "-._~/:@!$'()*,;=";

/// -1 for what is no digit of base 16.
int digit_of(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string percent_decoded(std::string_view text, bool plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = i + 2 < text.size() && text[i] == '%' ? digit_of(text[i + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
    if (low >= 0) {
      const char byte = static_cast<char>(high * 16 + low);
      out += byte == '\0' ? std::string("\uFFFD") : std::string(1, byte);
      i += 2;
    } else {
      out += plus && text[i] == '+' ? ' ' : text[i];
    }
  }
  return repair_utf8(out);
}

std::string path_encoded(std::string_view text) { return percent_encoded(text, kInPath); }
std::string value_encoded(std::string_view text) { return percent_encoded(text, kKeptInValue); }

std::vector<Parameter> parameters_of(std::string_view text) {
  std::vector<Parameter> parameters;
  for (const std::string_view piece : split(text, '&')) {
    if (piece.empty()) continue;
    if (parameters.size() == kMostParameters) break;
    const std::size_t mark = std::min(piece.find('='), piece.size());
    const std::string_view value = mark < piece.size() ? piece.substr(mark + 1) : "";
    parameters.push_back(
        {percent_decoded(piece.substr(0, mark), true), percent_decoded(value, true)});
  }
  return parameters;
}

std::string link_to(std::string_view path, const std::vector<Parameter>& parameters) {
  std::string link = path_encoded(path);
  char mark = '?';
  for (const Parameter& one : parameters) {
    if (one.value.empty()) continue;
    link += mark + value_encoded(one.name) + '=' + value_encoded(one.value);
    mark = '&';
  }
  return link;
}

}  // namespace undex::serve
