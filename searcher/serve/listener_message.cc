#include "searcher/serve/listener_message.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <optional>

#include "corpus/text.h"
#include "searcher/serve/deliver.h"
#include "searcher/serve/head.h"
#include "searcher/serve/routes.h"
#include "searcher/serve/url.h"

namespace undex::serve {
namespace {

namespace http = boost::beast::http;

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

/// A field that would end its line, or that frames the body, is the listener's to write.
bool may_be_sent(const Header& header) {
  constexpr std::string_view kOurs[] = {"connection", "content-length", "transfer-encoding"};
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return std::ranges::find(kOurs, header.name) == std::end(kOurs) && !header.name.empty() &&
         std::ranges::none_of(header.name, control) && std::ranges::none_of(header.value, control);
}

/// Of the body that HEAD does not get; as the answer says, where it has dropped the body already.
std::optional<std::uint64_t> length_of(const HttpResponse& answer) {
  if (!answer.body.empty()) return answer.body.size();
  const std::string_view told = answer.header("content-length");
  std::uint64_t length = 0;
  const auto read = std::from_chars(told.data(), told.data() + told.size(), length);
  if (told.empty() || read.ec != std::errc() || read.ptr != told.data() + told.size()) return {};
  return length;
}

}  // namespace

HttpResponse own_answer(int status, std::string_view detail) {
  HttpResponse answer = problem(
      status, view(http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)))),
      detail);
  answer.set("cache-control", "no-store");
  answer.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  answer.set("referrer-policy", "no-referrer");
  answer.set("x-content-type-options", "nosniff");
  if (status == 429 || status == 503) answer.set("retry-after", "1");
  if (status == 405) answer.set("allow", kOfferedMethods);
  return answer;
}

WireResponse wire_response(HttpResponse answer, unsigned version, bool head) {
  WireResponse message(http::int_to_status(static_cast<unsigned>(answer.status)), version);
  message.set(http::field::date, http_date(std::time(nullptr)));
  if (!answer.media_type.empty()) message.set(http::field::content_type, answer.media_type);
  for (const Header& header : answer.headers)
    if (may_be_sent(header)) message.insert(header.name, header.value);
  if (answer.status == 204 || answer.status == 304) return message;
  if (!head) {
    message.content_length(answer.body.size());
    message.body() = std::move(answer.body);
  } else if (const auto length = length_of(answer)) {
    message.content_length(*length);
  }
  return message;
}

HttpRequest request_of(WireRequest message) {
  HttpRequest request;
  request.method = view(message.method_string());
  const TargetParts target = target_parts(view(message.target()));
  request.target = target.rest.starts_with('/') ? target.rest : "/" + std::string(target.rest);
  const std::string_view sent = request.target;
  const std::size_t mark = std::min(sent.find('?'), sent.size());
  request.path = percent_decoded(sent.substr(0, mark), false);
  if (mark < sent.size()) request.parameters = parameters_of(sent.substr(mark + 1));
  for (const auto& field : message) {
    std::string name = to_lower(view(field.name_string()));
    const bool replaced = name == "host" && !target.host.empty();
    request.headers.push_back(
        {std::move(name), std::string(replaced ? target.host : view(field.value()))});
  }
  request.body = std::move(message.body());
  if (to_lower(request.header("content-type")).starts_with("application/x-www-form-urlencoded"))
    for (Parameter& one : parameters_of(request.body)) request.parameters.push_back(std::move(one));
  return request;
}

}  // namespace undex::serve
