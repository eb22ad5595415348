#pragma once
// The sections of a part: at which level a heading stands and what its path is ("II.A.1").
#include <array>
#include <set>
#include <string>
#include <vector>

#include "indexer/structure/labels.h"

namespace undex::structure {

class Outline {
 public:
  struct Heading {
    int level = 1;
    std::string path;  ///< "II.A"; empty for a heading without number
  };
  Heading add_labelled(const Label& label);
  Heading add_division(const std::string& number, int level);
  /// `level` is 1-based where the format gives it, 0 where it does not.
  Heading add_plain(int level);
  void clear() { *this = Outline(); }
  /// Path of the innermost numbered section, "" for none.
  std::string path() const;
  /// False when a section of the number of the last heading was there before in the same run: a
  /// list of sections that begins again at I or A is a new run.
  bool last_is_new();

 private:
  enum class Form { roman, capital, arabic, division };
  struct Level {
    Form form;
    int last = 0;
    int level = 1;
    std::string number;
    int run = 0;
  };
  Heading put(Form form, int value, int level, const std::string& number);
  const Level* find(Form form) const;
  std::vector<Level> levels_;
  std::array<int, 4> runs_{};
  std::set<std::string> seen_;
};

}  // namespace undex::structure
