#pragma once
// What a noun may stand for at a place in a text: used by descriptions.cc.
#include <optional>

#include "corpus/document.h"

namespace undex {

/// The last two things called by one noun, and in which paragraph they were named last.
struct Called {
  struct Entry {
    NameMark mark;  ///< without an id: something that is no initiative of the authority file
    int paragraph = 0;
  };
  std::optional<Entry> last;
  std::optional<Entry> before;

  void add(const NameMark& mark, int paragraph) {
    if (last && last->mark.id == mark.id) {
      last->paragraph = paragraph;
      return;
    }
    if (last) before = last;
    last = Entry{mark, paragraph};
  }
};

}  // namespace undex
