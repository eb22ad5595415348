#pragma once
// The label a paragraph begins with: "18.", "12 bis.", "29.1", "(a)", "(ii)", "II.", a bullet. Only
// its form; whether it is a number in the sequence is decided by body.cc.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace undex::structure {

struct Label {
  enum class Form {
    arabic,         ///< "18.", "12 bis."
    bare,           ///< "18" and a tab
    dotted,         ///< "29.1"
    arabic_point,   ///< "(1)", "1)"
    small,          ///< "(a)", "a)", "a.", "(ii)": letter or numeral, its neighbours decide
    capital,        ///< "A.", "IV.", "IV" and a tab
    capital_point,  ///< "(A)"
    bullet,
    note,  ///< "*", "**", "5/", "a" and a tab: marker of a note
  };
  Form form = Form::arabic;
  std::string printed;  ///< "18.", "(g)"
  std::string core;     ///< "18", "12 bis", "g", "II"
  std::size_t end = 0;  ///< where the text after it begins
};

/// The label at the beginning of a line; nothing for a number that begins a sentence ("1.3 million
/// visits", "2020 (2011)", "15 March").
std::optional<Label> read_label(std::string_view text);

/// A label that the format itself gives ("18.", "(g)", "II."); nothing for other words.
std::optional<Label> label_from_format(std::string_view label);

/// The number before "bis": 12 for "12", "12 bis"; 0 for none.
int number_of(const Label& label);

}  // namespace undex::structure
