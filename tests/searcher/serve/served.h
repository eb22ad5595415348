#pragma once
// A service without a socket: requests as plain values, over a small archive in our own words.
#include <string>
#include <utility>
#include <vector>

#include "searcher/serve/deliver.h"
#include "searcher/serve/routes.h"
#include "searcher/serve/url.h"
#include "tests/searcher/trace_archive.h"

namespace undex::serve::test {

/// As the listener makes it of "/search?q=desk".
inline HttpRequest get(const std::string& target, std::vector<Header> headers = {}) {
  HttpRequest request{.method = "GET", .target = target, .headers = std::move(headers)};
  const std::size_t mark = target.find('?');
  request.path = percent_decoded(target.substr(0, mark), false);
  if (mark != std::string::npos) request.parameters = parameters_of(target.substr(mark + 1));
  return request;
}

/// One site for all tests that only read it.
inline Site& site() {
  static Site one({.archive = undex::test::trace_archive(),
                   .base_url = "https://library.example.org",
                   .name = "Test library"});
  return one;
}

/// Answered and delivered.
inline HttpResponse ask(const HttpRequest& request) {
  return deliver(request, answer(site(), request), site().options());
}
inline HttpResponse ask(const std::string& target, std::vector<Header> headers = {}) {
  return ask(get(target, std::move(headers)));
}

}  // namespace undex::serve::test
