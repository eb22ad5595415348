// An archive that another machine serves (searcher/serve/node).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/percent.h"
#include "corpus/text.h"
#include "searcher/federation/http_client.h"
#include "searcher/federation/wire.h"
#include "undex/error.h"

namespace undex::federation {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostAnswerBytes = 32 * 1024 * 1024;
constexpr std::size_t kMostWorksBytes = 128 * 1024 * 1024;
constexpr std::size_t kMostTextBytes = 128 * 1024 * 1024;
constexpr std::size_t kMostProblemBytes = 64 * 1024;
constexpr std::size_t kMostToldBytes = 300;

/// Of another machine's words so many as a line has, and nothing that a terminal would obey.
std::string text_of(const Json& problem, const char* member) {
  if (!problem.is_object() || !problem.contains(member) || !problem[member].is_string()) return {};
  return printable(repair_utf8(problem[member].get<std::string>().substr(0, kMostToldBytes)));
}

/// A mistake in the question is the asker's, wherever it was found; anything else is a fault there.
[[noreturn]] void fail(const HttpAnswer& answer, const std::string& query) {
  const Json problem =
      answer.body.size() > kMostProblemBytes ? Json() : Json::parse(answer.body, nullptr, false);
  const std::string detail = text_of(problem, "detail");
  const std::string hint = text_of(problem, "hint");
  if (answer.status == 400 && !detail.empty()) {
    if (problem.contains("offset") && problem["offset"].is_number_unsigned())
      throw QueryError(detail, hint, query,
                       std::min(problem["offset"].get<std::size_t>(), query.size()));
    throw Error(ErrorKind::usage, detail, hint);
  }
  throw Error(ErrorKind::archive,
              "answers with status " + std::to_string(answer.status) +
                  (detail.empty() ? std::string() : ": " + detail),
              hint);
}

class RemoteMember : public Member {
  static std::string path(std::string_view question) {
    return std::string(kNodePath) + std::string(question);
  }
  static std::string path(std::string_view question, std::string_view parameter,
                          std::string_view value) {
    return path(question) + '?' + std::string(parameter) + '=' +
           percent_encoded(value, kKeptInValue);
  }

  /// What is no answer is a fault of the other machine, not of who asks.
  template <typename Read>
  static auto told(const Read& read) {
    try {
      return read();
    } catch (const Error& fault) {
      throw Error(ErrorKind::archive, std::string("sends what cannot be read: ") + fault.what(),
                  fault.hint);
    }
  }
  template <typename Message>
  static Message message(const HttpAnswer& answer, const std::string& query) {
    if (answer.status != 200) fail(answer, query);
    return told([&] {
      Message out{};
      read_message(answer.body, out);
      return out;
    });
  }
  template <typename Message, typename Question>
  Message ask(std::string_view name, const Question& question, Deadline deadline) const {
    return message<Message>(
        client_.post_json(path(name), write_message(question), kMostAnswerBytes, deadline),
        question.request.query);
  }

 public:
  explicit RemoteMember(const std::string& address) : client_(address) {}

  ToldStatistics statistics(const Request& request, const Statistics* known,
                            const std::vector<std::uint64_t>& elsewhere,
                            Deadline deadline) override {
    StatisticsQuestion question{.request = request, .known = {}, .elsewhere = elsewhere};
    if (known) question.known = *known;
    return ask<ToldStatistics>("statistics", question, deadline);
  }
  std::vector<double> evidence(const Request& request, const Statistics& all,
                               const std::vector<std::uint64_t>& elsewhere,
                               Deadline deadline) override {
    return ask<std::vector<double>>("evidence", EvidenceQuestion{request, all, elsewhere},
                                    deadline);
  }
  PartAnswer part(const Request& request, const Shared& shared, Deadline deadline) override {
    return ask<PartAnswer>("search", PartQuestion{request, shared}, deadline);
  }
  std::vector<std::uint64_t> works(Deadline deadline) override {
    const HttpAnswer answer = client_.get(path("works"), kMostWorksBytes, deadline);
    if (answer.status != 200) fail(answer, {});
    return told([&] { return read_works(answer.body); });
  }
  Status status(Deadline deadline) override {
    const HttpAnswer answer = client_.get(path("status"), kMostAnswerBytes, deadline);
    return message<Status>(answer, {});
  }

  std::vector<ListedText> find(const std::string& name, Deadline deadline) override {
    return message<std::vector<ListedText>>(
        client_.get(path("find", "name", name), kMostAnswerBytes, deadline), {});
  }
  std::string bytes(const std::string& key, Kept kept, Deadline deadline) override {
    HttpAnswer answer = client_.get(path(kept == Kept::xml ? "xml" : "original", "key", key),
                                    kMostTextBytes, deadline);
    if (answer.status != 200) fail(answer, {});
    return std::move(answer.body);
  }
  std::vector<std::string> held(const std::vector<std::string>& names, Deadline deadline) override {
    return message<std::vector<std::string>>(
        client_.post_json(path("held"), write_message(names), kMostAnswerBytes, deadline), {});
  }
  std::vector<CitingText> citing(const Symbol& cited, Deadline deadline) override {
    return message<std::vector<CitingText>>(
        client_.get(path("citing", "symbol", cited.text()), kMostAnswerBytes, deadline), {});
  }
  std::vector<std::string> names_of_work(const Symbol& symbol, Deadline deadline) override {
    return message<std::vector<std::string>>(
        client_.get(path("work", "symbol", symbol.text()), kMostAnswerBytes, deadline), {});
  }

  void end() override { client_.end(); }

 private:
  HttpClient client_;
};

}  // namespace

std::shared_ptr<Member> remote_member(const std::string& address) {
  return std::make_shared<RemoteMember>(address);
}

}  // namespace undex::federation
