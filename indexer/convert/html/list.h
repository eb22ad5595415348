#pragma once
// A list of a page and the numbers that its items show.
#include <string>

namespace undex {

class HtmlList {
 public:
  /// Of <ul>, or of <ol> with what its attributes say: type, start, reversed, style.
  HtmlList(bool ordered, const std::string& type, const std::string& start, bool reversed,
           const std::string& style);
  /// The number of the next item as it is shown: "4.", "b."; "-" in a list without numbers, "" in
  /// one that shows nothing. `value`: of its attribute, may be empty.
  std::string next(const std::string& value);

 private:
  std::string format_;  // Word's name of it
  int number_ = 1;
  int step_ = 1;
};

}  // namespace undex
