#include "searcher/serve/head.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"

namespace undex::serve {
namespace {

constexpr std::size_t kMostFields = 100;
constexpr std::size_t kMostLengthDigits = 18;

constexpr std::array<std::string_view, 4> kOffered{"GET", "HEAD", "OPTIONS", "POST"};
// Known and not offered, which is another answer than unknown.
constexpr std::array<std::string_view, 5> kNotOffered{"CONNECT", "DELETE", "PATCH", "PUT", "TRACE"};

constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";
constexpr std::string_view kHostMarks = "-._~%:[]";

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || kTokenMarks.find(c) != std::string_view::npos;
  });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    return (is_upper(x) ? x - 'A' + 'a' : x) == (is_upper(y) ? y - 'A' + 'a' : y);
  });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes the first line off, without its CR LF. There is one.
std::string_view next_line(std::string_view& lines) {
  const std::size_t end = lines.find("\r\n");
  const std::string_view line = lines.substr(0, end);
  lines.remove_prefix(end + 2);
  return line;
}

/// A name or an address, with its port.
bool is_host(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || kHostMarks.find(c) != std::string_view::npos;
  });
}

std::optional<Refusal> refusal_of_target(std::string_view target) {
  const bool plain =
      std::ranges::none_of(target, [](char c) { return is_control(c) || c == ' ' || c == '#'; });
  if (target.empty() || !plain) return Refusal{400, "the target is not well formed"};
  const TargetParts parts = target_parts(target);
  const bool whole = target.front() == '/' || (!parts.host.empty() && is_host(parts.host));
  if (!whole) return Refusal{400, "the target is no path"};
  return std::nullopt;
}

std::optional<Refusal> refusal_of_version(std::string_view version) {
  constexpr std::string_view kName = "HTTP/";
  const bool formed = version.size() == kName.size() + 3 && version.starts_with(kName) &&
                      is_digit(version[5]) && version[6] == '.' && is_digit(version[7]);
  if (!formed) return Refusal{400, "the first line names no version of HTTP"};
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    return Refusal{505, "HTTP/1.1 and HTTP/1.0 are spoken here"};
  return std::nullopt;
}

std::optional<Refusal> refusal_of_first_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last)
    return Refusal{400, "the first line is not method, target and version"};
  const std::string_view method = line.substr(0, first);
  if (!is_token(method)) return Refusal{400, "the method is not well formed"};
  if (const auto refused = refusal_of_version(line.substr(last + 1))) return refused;
  if (std::ranges::find(kNotOffered, method) != kNotOffered.end())
    return Refusal{405, "the method is not offered"};
  if (std::ranges::find(kOffered, method) == kOffered.end())
    return Refusal{501, "the method is not known"};
  return refusal_of_target(line.substr(first + 1, last - first - 1));
}

/// What the fields say that decides where the body ends and whom the request is for.
struct Framing {
  std::size_t fields = 0;
  std::size_t hosts = 0;
  std::size_t lengths = 0;
  std::size_t codings = 0;
};

using TakeField = std::optional<Refusal> (*)(std::string_view value, Framing&);

std::optional<Refusal> take_host(std::string_view value, Framing& framing) {
  if (++framing.hosts > 1 || !is_host(value)) return Refusal{400, "Host is not one host"};
  return std::nullopt;
}

std::optional<Refusal> take_length(std::string_view value, Framing& framing) {
  const bool number = !value.empty() && std::ranges::all_of(value, is_digit);
  if (++framing.lengths > 1 || !number) return Refusal{400, "Content-Length is not one number"};
  if (value.size() > kMostLengthDigits) return Refusal{413, "the body is too long"};
  return std::nullopt;
}

std::optional<Refusal> take_coding(std::string_view value, Framing& framing) {
  if (++framing.codings > 1) return Refusal{400, "Transfer-Encoding is given twice"};
  if (!same_letters(value, "chunked")) return Refusal{501, "chunked is the only coding known"};
  return std::nullopt;
}

std::optional<Refusal> take_expectation(std::string_view value, Framing&) {
  if (!same_letters(value, "100-continue")) return Refusal{417, "100-continue is all that is met"};
  return std::nullopt;
}

struct FramingField {
  std::string_view name;
  TakeField take;
};
constexpr std::array<FramingField, 4> kFramingFields{{{"host", take_host},
                                                      {"content-length", take_length},
                                                      {"transfer-encoding", take_coding},
                                                      {"expect", take_expectation}}};

std::optional<Refusal> refusal_of_field(std::string_view line, Framing& framing) {
  if (++framing.fields > kMostFields) return Refusal{431, "there are too many fields"};
  const std::size_t colon = line.find(':');
  // A line that begins with a blank continues the one before, and a blank before the colon is read
  // in two ways: neither leaves a token.
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return Refusal{400, "a field is not well formed"};
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; }))
    return Refusal{400, "a field holds a control character"};
  for (const FramingField& field : kFramingFields)
    if (same_letters(line.substr(0, colon), field.name)) return field.take(value, framing);
  return std::nullopt;
}

}  // namespace

HeadEnd head_end(std::string_view bytes, std::size_t seen) {
  for (std::size_t at = bytes.find('\n', seen); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    if (at == 0 || bytes[at - 1] != '\r') return {.bytes = 0, .bare = true};
    const bool empty = at >= 3 && bytes[at - 2] == '\n';
    if (empty || at == 1) return {.bytes = at + 1, .bare = false};
  }
  return {};
}

std::optional<Refusal> refusal_of(std::string_view head) {
  std::string_view lines = head;
  const std::string_view first = next_line(lines);
  if (const auto refused = refusal_of_first_line(first)) return refused;
  Framing framing;
  for (std::string_view line = next_line(lines); !line.empty(); line = next_line(lines))
    if (const auto refused = refusal_of_field(line, framing)) return refused;
  const bool newer = first.ends_with("1.1");
  if (newer && framing.hosts == 0) return Refusal{400, "Host is missing"};
  if (framing.codings > 0 && (framing.lengths > 0 || !newer))
    return Refusal{400, "the length of the body is given in two ways"};
  return std::nullopt;
}

Refusal too_long(std::string_view bytes) {
  if (bytes.find('\n') == std::string_view::npos) return {414, "the target is too long"};
  return {431, "the fields are too long"};
}

TargetParts target_parts(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_letters(target.substr(0, scheme.size()), scheme)) continue;
    const std::string_view after = target.substr(scheme.size());
    const std::size_t end = std::min(after.find_first_of("/?"), after.size());
    return {after.substr(0, end), after.substr(end)};
  }
  return {{}, target};
}

}  // namespace undex::serve
