#pragma once
// Numbers of every form that leaves the program. A change of form is a new number, a NEWS entry and
// a kept sample.
namespace undex {

inline constexpr int kArchiveVersion = 2;  ///< folder layout and journal of corpus/archive
inline constexpr int kIndexVersion =
    7;  ///< terms, slots and data of the Xapian index, and what lies beside it
inline constexpr int kOutputVersion = 1;  ///< "format_version" of JSON output
inline constexpr const char* kProgramVersion = "0.1.0";

}  // namespace undex
