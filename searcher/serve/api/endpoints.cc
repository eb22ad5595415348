#include "searcher/serve/api/endpoints.h"

#include <algorithm>
#include <array>
#include <vector>

namespace undex::serve {
namespace {

using answers::Question;
using answers::Rule;

/// Questions that anybody may ask of a library and not of a service: where the files of the archive
/// lie (/health says what may be known), an hour's work, and the table that /api shows as it is
/// here; and one that has a form of its own here.
constexpr std::array<std::string_view, 4> kNotServed = {"status", "verify", "questions", "export"};
constexpr std::array<std::string_view, 8> kOfAll = {"search", "facets",   "fields",    "suggest",
                                                    "export", "document", "paragraph", "citations"};
/// Has two addresses of its own.
constexpr std::string_view kShow = "show";

const Question& show() { return answers::require_question(kShow); }

/// A place must be named.
std::span<const Rule> paragraph_rules() {
  static const std::vector<Rule> kRules = [] {
    std::vector<Rule> rules(show().rules.begin(), show().rules.end());
    std::ranges::find(rules, "para", &Rule::name)->required = true;
    return rules;
  }();
  return kRules;
}

std::vector<Endpoint> make_endpoints() {
  std::vector<Endpoint> all;
  for (const Question& one : answers::questions())
    if (one.name != kShow && std::ranges::find(kNotServed, one.name) == kNotServed.end())
      all.push_back({one.name, "GET POST", one.summary, one.rules, &one});
  all.push_back({"document", "GET POST", show().summary, show().rules, &show()});
  all.push_back({"paragraph", "GET POST", "a place in a document", paragraph_rules(), &show()});
  // Not POST: only an address can be gone on from.
  all.push_back({"export", "GET", "records of documents, as catalogues read them", export_rules(),
                 nullptr, answer_export});
  // Not GET: a draft in an address stands in every log on its way.
  all.push_back({"check", "POST", "whether the references of a draft hold", check_rules(), nullptr,
                 answer_check, reads_draft});
  for (Endpoint& one : all) one.of_all = std::ranges::find(kOfAll, one.name) != kOfAll.end();
  return all;
}

}  // namespace

std::span<const Endpoint> endpoints() {
  static const std::vector<Endpoint> kEndpoints = make_endpoints();
  return kEndpoints;
}

const Endpoint* find_endpoint(std::string_view name) {
  const auto found = std::ranges::find(endpoints(), name, &Endpoint::name);
  return found == endpoints().end() ? nullptr : &*found;
}

}  // namespace undex::serve
