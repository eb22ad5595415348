#include "searcher/serve/node/node.h"

#include <algorithm>
#include <array>

#include "searcher/federation/held.h"
#include "searcher/federation/wire.h"
#include "searcher/serve/problem.h"

namespace undex::serve {
namespace {

using namespace undex::federation;

template <typename Message>
Message read(const Call& call) {
  Message message{};
  read_message(call.request.body, message);
  return message;
}

std::string tell_statistics(const Call& call) {
  const auto asked = read<StatisticsQuestion>(call);
  const Searcher& searcher = call.view.searcher;
  return write_message(ToldStatistics{
      searcher.statistics(asked.request, asked.known ? &*asked.known : nullptr, asked.elsewhere),
      searcher.status().generation});
}

std::string tell_evidence(const Call& call) {
  const auto asked = read<EvidenceQuestion>(call);
  return write_message(call.view.searcher.evidence(asked.request, asked.all, asked.elsewhere));
}

std::string tell_part(const Call& call) {
  const auto asked = read<PartQuestion>(call);
  return write_message(call.view.searcher.part(asked.request, asked.shared));
}

std::string tell_works(const Call& call) { return write_works(call.view.searcher.works()); }

std::string tell_status(const Call& call) { return write_message(call.view.searcher.status()); }

std::string required(const Call& call, std::string_view parameter) {
  std::optional<std::string> value = call.request.parameter(parameter);
  if (!value || value->empty())
    throw Error(ErrorKind::usage, std::string(parameter) + " is missing",
                "'undex serve --node' and those who ask it must be of one version");
  return std::move(*value);
}

std::string tell_texts(const Call& call) {
  return write_message(held_under(*call.view.archive, required(call, "name")));
}

std::string tell_xml(const Call& call) {
  return held_bytes(*call.view.archive, required(call, "key"), Kept::xml);
}

std::string tell_original(const Call& call) {
  return held_bytes(*call.view.archive, required(call, "key"), Kept::original);
}

Symbol symbol_of(const Call& call) {
  const std::optional<Symbol> symbol = parse_symbol(required(call, "symbol"));
  if (!symbol) throw Error(ErrorKind::usage, "symbol is none", "write it as A/RES/57/295");
  return *symbol;
}

std::string tell_held(const Call& call) {
  return write_message(held_of(*call.view.archive, read<std::vector<std::string>>(call)));
}

std::string tell_citing(const Call& call) {
  return write_message(held_citing(*call.view.archive, symbol_of(call)));
}

std::string tell_work(const Call& call) {
  return write_message(call.view.names->of_work(symbol_of(call)));
}

struct NodeQuestion {
  std::string_view name;
  std::string_view method;
  std::string (*tell)(const Call& call);
  std::string_view media_type = "application/json";
};

constexpr std::array kQuestions = {
    NodeQuestion{"statistics", "POST", tell_statistics},
    NodeQuestion{"evidence", "POST", tell_evidence},
    NodeQuestion{"search", "POST", tell_part},
    NodeQuestion{"works", "GET", tell_works, "application/octet-stream"},
    NodeQuestion{"status", "GET", tell_status},
    NodeQuestion{"find", "GET", tell_texts},
    NodeQuestion{"held", "POST", tell_held},
    NodeQuestion{"citing", "GET", tell_citing},
    NodeQuestion{"work", "GET", tell_work},
    NodeQuestion{"xml", "GET", tell_xml, "application/octet-stream"},
    NodeQuestion{"original", "GET", tell_original, "application/octet-stream"},
};

}  // namespace

HttpResponse node(const Call& call) {
  if (!call.site.options().node)
    return problem(call.site, Trouble::not_offered, "this archive is not asked by other machines",
                   "run 'undex serve --node'");
  const auto found = std::ranges::find(kQuestions, call.rest, &NodeQuestion::name);
  if (found == kQuestions.end())
    return problem(call.site, Trouble::no_address, "no question between archives has this address");
  const std::string_view sent = call.request.method;
  if ((sent == "HEAD" ? "GET" : sent) != found->method) {
    HttpResponse response = problem(call.site, Trouble::method, found->method);
    response.set("allow", "OPTIONS, " + std::string(found->method));
    return response;
  }
  HttpResponse response{.media_type = std::string(found->media_type), .body = found->tell(call)};
  response.set("cache-control", "no-store");
  return response;
}

}  // namespace undex::serve
