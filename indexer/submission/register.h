#pragma once
// The register of submissions: an append-only file in the archive, one line an event, each line
// bound to the one before by a sum. schemas/submission.xsd describes a line, docs/submissions.md
// the file.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/submission/check.h"

namespace undex {

struct RegisterEvent {
  enum class What {
    received,
    replaced,   ///< a submission received in the place of another of the same State
    withdrawn,  ///< of an earlier one: it has number, recorded and reason alone
  };
  What what = What::received;
  std::size_t line = 0;   ///< 1-based
  std::string number;     ///< of the submission: "ODA/2023-00042/NOR/1"
  std::string recorded;   ///< ISO 8601 UTC: when it was entered
  std::string received;   ///< as told, with zone
  std::string call;       ///< reference
  std::string submitter;  ///< id in the authority file
  std::string source;     ///< name of the file
  std::string format;
  std::string sha256;  ///< of the bytes
  std::size_t size_bytes = 0;
  std::string replaces;  ///< number of the submission it takes the place of
  std::string reason;    ///< of a withdrawal or replacement
  std::vector<Override> overrides;
  std::string sum;  ///< SHA-256 over the sum of the line before and this line
};

struct RegisterFault {
  std::size_t line = 0;  ///< 0: of the file as a whole
  std::string text;
};

class Register {
 public:
  /// The register of an archive; empty when there is none yet. Error{archive} when it is damaged,
  /// naming the line. Writing needs the archive to be open for writing: its lock guards both.
  static Register open(const std::filesystem::path& archive);
  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;
  ~Register();

  const std::vector<RegisterEvent>& events() const;
  /// The number that the next submission of this State (or other sender) under this call gets.
  std::string next_number(std::string_view call, std::string_view submitter) const;
  /// Makes the event durable (file and folder synced); sets line, and sum. Error{check} for an
  /// event that contradicts those before it: a number given twice, a withdrawal of what does not
  /// stand.
  RegisterEvent append(RegisterEvent event);

  /// Every line against its sum and its form; empty when sound or when there is no register.
  static std::vector<RegisterFault> verify(const std::filesystem::path& archive);

 private:
  struct State;
  explicit Register(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
