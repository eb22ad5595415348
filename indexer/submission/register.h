#pragma once
// The register of submissions: an append-only file in the archive, one line an event, each line
// bound to the one before by a hash. schemas/submission.xsd describes a line.
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/submission/check.h"

namespace undex {

struct RegisterEvent {
  enum class What { received, replaced, withdrawn };
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
  std::size_t line = 0;
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
  /// The number that the next submission of this State under this call gets.
  std::string next_number(std::string_view call, std::string_view submitter) const;
  /// Makes the event durable (file and folder synced); sets line, and sum.
  RegisterEvent append(RegisterEvent event);

  /// Every line against its sum and the schema; empty when sound or when there is no register.
  static std::vector<RegisterFault> verify(const std::filesystem::path& archive);

 private:
  struct State;
  explicit Register(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace undex
