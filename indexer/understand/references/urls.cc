#include "indexer/understand/references/urls.h"

#include <algorithm>
#include <array>

#include "corpus/symbol/letters.h"

namespace undex {
namespace {

constexpr std::array<std::string_view, 3> kSchemes{"http://", "https://", "ftp://"};
constexpr std::array<std::string_view, 8> kDomains{"org", "int",  "com", "net",
                                                   "edu", "info", "gov", "world"};

// Signs of an address (RFC 3986). Quotation marks and brackets of the sentence end it.
bool is_url_sign(char c) {
  return is_alnum(c) ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

bool is_host_sign(char c) { return is_alnum(c) || c == '-' || c == '.'; }

// The stop, comma or bracket of the sentence is no part of the address; a bracket opened in it is.
std::size_t trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  std::ptrdiff_t open = 0;
  for (std::size_t i = begin; i < end; ++i) open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')' && open < 0) {
      ++open;
    } else if (std::string_view(".,;:!?'*[]").find(last) == std::string_view::npos) {
      break;
    }
    --end;
  }
  return end;
}

std::size_t url_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_url_sign(text[at])) ++at;
  return at;
}

bool ends_in_domain(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot < 2) return false;
  return std::ranges::find(kDomains, host.substr(dot + 1)) != kDomains.end();
}

// "un.org" and "un.org/en/", from the first sign of the host.
std::size_t bare_end(std::string_view text, std::size_t begin, std::size_t host_end) {
  const std::size_t host = trimmed(text, begin, host_end);
  const std::string_view name = text.substr(begin, host - begin);
  const bool small = std::ranges::none_of(name, is_upper);
  if (!small || !ends_in_domain(name) || name.find("..") != std::string_view::npos) return begin;
  if (peek(text, host_end) == '@') return begin;
  return peek(text, host) == '/' ? trimmed(text, begin, url_end(text, host)) : host;
}

// Where the address that begins here ends; `at` when none does.
std::size_t address_end(std::string_view text, std::size_t at, std::size_t host_end) {
  for (const std::string_view scheme : kSchemes) {
    if (!same_letters(piece(text, at, scheme.size()), scheme)) continue;
    const std::size_t end = trimmed(text, at, url_end(text, at));
    return end > at + scheme.size() ? end : at;
  }
  if (same_letters(piece(text, at, 4), "www.") && is_alnum(peek(text, at + 4)))
    return trimmed(text, at, url_end(text, at));
  return bare_end(text, at, host_end);
}

}  // namespace

std::vector<UrlMatch> find_urls(std::string_view text) {
  std::vector<UrlMatch> urls;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_alnum(text[at])) {
      ++at;
      continue;
    }
    std::size_t host_end = at;
    while (host_end < text.size() && is_host_sign(text[host_end])) ++host_end;
    const char before = at > 0 ? text[at - 1] : ' ';
    const bool free = before != '@' && before != '/' && before != '_';
    const std::size_t end = free ? address_end(text, at, host_end) : at;
    if (end > at) urls.push_back({at, end, std::string(text.substr(at, end - at))});
    at = std::max(end, host_end);
    // The host of an e-mail address behind its sign is none of the web.
    if (peek(text, at) == '@') at = url_end(text, at);
  }
  return urls;
}

}  // namespace undex
