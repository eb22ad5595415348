// Any bytes as the request of a program, to every question: read, or refused in words that a
// terminal can bear. The first byte says which question. What a request said in JSON it may say in
// an address too, and is then read alike.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "searcher/answers/answers.h"
#include "searcher/answers/requests.h"

namespace {

using undex::answers::GivenText;
using undex::answers::Parameters;
using undex::answers::Question;
using undex::answers::Rule;

bool is_inert(std::string_view text) {
  for (const char c : text)
    if ((c >= 0 && c < ' ') || c == '\x7f') return false;
  return true;
}

/// What a rule of one text gave, written as an address writes it.
std::vector<GivenText> as_address(const Question& question, const Parameters& read) {
  std::vector<GivenText> given;
  for (const Rule& rule : question.rules) {
    const std::string name(rule.name);
    if (!read.has(name)) continue;
    if (rule.takes == Rule::Takes::text) given.push_back({name, read.text(name)});
    if (rule.takes == Rule::Takes::number)
      given.push_back({name, std::to_string(read.number(name))});
    if (rule.takes == Rule::Takes::flag) given.push_back({name, read.flag(name) ? "1" : "0"});
  }
  return given;
}

void check(const Question& question, std::string_view json) {
  const Parameters read = read_json_parameters(question.rules, json);
  const std::vector<GivenText> given = as_address(question, read);
  // What was taken as JSON is not refused as text.
  const Parameters again = [&]() noexcept { return read_text_parameters(question.rules, given); }();
  if (as_address(question, again).size() != given.size()) std::abort();
  if (question.name == "search") undex::answers::search_request(read);
  if (question.name == "facets") undex::answers::facet_request(read);
  if (question.name == "trace") undex::answers::trace_request(read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto questions = undex::answers::questions();
  const std::string json(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    check(questions[data[0] % questions.size()], json);
  } catch (const undex::Error& fault) {
    if (!is_inert(fault.what()) || !is_inert(fault.hint)) std::abort();
  }
  return 0;
}
