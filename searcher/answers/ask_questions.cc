// The question of all questions: which there are, and what they take.
#include <nlohmann/json.hpp>

#include "schemas/version.h"
#include "searcher/answers/ask.h"
#include "searcher/answers/rule_json.h"
#include "searcher/render/json_text.h"

namespace undex::answers {

Answer ask_questions(const Opened&, const Parameters&) {
  using Json = nlohmann::ordered_json;
  Json rows = Json::array();
  for (const Question& question : questions())
    rows.push_back({{"name", question.name},
                    {"summary", question.summary},
                    {"parameters", rules_json(question.rules)}});
  return {rendering::json_text(Json{{"format_version", kOutputVersion}, {"questions", rows}})};
}

}  // namespace undex::answers
