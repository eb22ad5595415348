#include "indexer/convert/docx/fields.h"

#include <algorithm>
#include <utility>

namespace undex {
namespace {

constexpr std::size_t kMostInstruction = 256;
constexpr std::size_t kMostOpen = 256;

}  // namespace

void DocxFields::count(std::string_view instruction) {
  instruction.remove_prefix(std::min(instruction.find_first_not_of(' '), instruction.size()));
  // Old Word numbered paragraphs with AUTONUM, AUTONUMLGL and AUTONUMOUT; the number itself is
  // nowhere in the file.
  if (instruction.starts_with("AUTONUM")) number_ = std::to_string(++counted_) + ".";
}

void DocxFields::mark(std::string_view type) {
  if (type == "begin" && open_.size() < kMostOpen) open_.emplace_back();
  if (open_.empty()) return;
  if (type == "separate" && !std::exchange(open_.back().in_result, true))
    count(open_.back().instruction);
  if (type == "end") {
    if (!open_.back().in_result) count(open_.back().instruction);
    open_.pop_back();
  }
}

void DocxFields::add_instruction(std::string_view text) {
  if (open_.empty()) {
    count(text);
    return;
  }
  std::string& instruction = open_.back().instruction;
  if (instruction.size() < kMostInstruction) instruction += text.substr(0, kMostInstruction);
}

bool DocxFields::shows_text() const {
  return std::all_of(open_.begin(), open_.end(),
                     [](const Field& field) { return field.in_result; });
}

void DocxFields::end_paragraph() {
  std::erase_if(open_, [](const Field& field) { return !field.in_result; });
}

std::string DocxFields::take_number() { return std::exchange(number_, {}); }

}  // namespace undex
