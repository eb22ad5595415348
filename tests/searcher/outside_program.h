#pragma once
// Other programs that read what we write. One that is not installed is said, and its test skipped.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/support.h"

#define UNDEX_NEEDS_PROGRAM(name, package) \
  if (!undex::test::has_program(name))     \
  GTEST_SKIP() << name " is not installed (package " package "), so this test did not run"

namespace undex::test {

inline bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

struct Answer {
  int status = 0;
  std::string out;
  std::string said;  ///< on stderr
};

/// The program with a file that holds the text as its last argument.
inline Answer run_on(const std::string& program, const std::string& text) {
  const TemporaryFolder folder;
  const std::string in = folder.path() / "in";
  const std::string out = folder.path() / "out";
  const std::string said = folder.path() / "said";
  std::ofstream(in, std::ios::binary) << text;
  const int status = std::system((program + " " + in + " >" + out + " 2>" + said).c_str());
  return {status, read_file(out), read_file(said)};
}

/// What it prints; fails when it ends badly or complains.
inline std::string read_by(const std::string& program, const std::string& text) {
  const Answer answer = run_on(program, text);
  EXPECT_EQ(answer.status, 0) << program;
  EXPECT_EQ(answer.said, "") << program;
  return answer.out;
}

}  // namespace undex::test
