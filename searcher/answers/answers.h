#pragma once
// Questions of programs: one table of calls with their parameters, whose answers are the JSON that
// the command of the same name prints. The library (library/) and the service ask through it.
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/answers/parameters.h"
#include "searcher/documents/shelves.h"
#include "undex/search.h"

namespace undex::answers {

/// An archive and its index, opened to be asked. One serves one thread at a time.
struct Opened {
  const Archive& archive;
  const HeldNames& names;  ///< of the archive
  const Searcher& searcher;
  ReadDocument read;  ///< a document of this archive
  // What is asked of this archive, or of several as one.
  std::function<Result(const Request&)> search;  ///< "search" and "facets"
  const Shelves& shelves;                        ///< "show" and "citations"
};

struct Answer {
  std::string json;       ///< empty when nothing of that name is held
  std::string nothing{};  ///< then says so: "'A/1/1' is not held"
  std::string hint{};     ///< what to do about it, or empty
  std::string next{};     ///< "cursor" of the page that follows, or empty
};

/// A row of the table.
struct Question {
  std::string_view name;  ///< "search"
  std::string_view summary;
  std::span<const Rule> rules;  ///< of its parameters
  /// The parameters are those of these rules. Throws as the public headers say.
  Answer (*ask)(const Opened& opened, const Parameters& parameters);
};

std::span<const Question> questions();
/// Error{usage} with the nearest name when there is none.
const Question& require_question(std::string_view name);

/// A whole exchange: the name of a question and its parameters as JSON.
Answer answer(const Opened& opened, std::string_view question, std::string_view json);

}  // namespace undex::answers
