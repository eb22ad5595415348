#include "indexer/convert/docx/fields.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/convert/docx/number_format.h"
#include "indexer/convert/docx/properties.h"

namespace undex {
namespace {

constexpr std::size_t kMostInstruction = 1024;
constexpr std::size_t kMostOpen = 256;
constexpr std::size_t kMostLinks = 1000;

struct LinkingField {
  std::string_view name;
  std::string_view kind;  ///< for people
};
constexpr std::array<LinkingField, 6> kLinking{{{"DDE", "live data"},
                                                {"DDEAUTO", "live data"},
                                                {"INCLUDEPICTURE", "picture"},
                                                {"INCLUDETEXT", "text"},
                                                {"LINK", "object"},
                                                {"DATABASE", "data source"}}};

struct ListLook {
  std::string_view before, format, after;
};
// What LISTNUM prints at each level of the list that it names by default.
constexpr std::array<ListLook, 9> kListNumber{{{"", "decimal", ")"},
                                               {"", "lowerLetter", ")"},
                                               {"", "lowerRoman", ")"},
                                               {"(", "decimal", ")"},
                                               {"(", "lowerLetter", ")"},
                                               {"(", "lowerRoman", ")"},
                                               {"", "decimal", "."},
                                               {"", "lowerLetter", "."},
                                               {"", "lowerRoman", "."}}};

/// The next word of an instruction, without its quotation marks; "" at the end.
std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const bool quoted = rest.starts_with('"');
  if (quoted) rest.remove_prefix(1);
  const std::size_t end = std::min(rest.find(quoted ? '"' : ' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

std::optional<int> number_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && !word.empty() ? std::optional(value) : std::nullopt;
}

}  // namespace

/// LISTNUM [list] [\\l level] [\\s start]
std::string DocxFields::next_of_list(std::string_view rest) {
  std::size_t level = 0;
  std::optional<int> start;
  while (!rest.empty()) {
    const std::string_view word = next_word(rest);
    if (word == "\\l")
      level =
          static_cast<std::size_t>(std::clamp(number_of(next_word(rest)).value_or(1), 1, 9)) - 1;
    if (word == "\\s") start = number_of(next_word(rest));
  }
  int& number = list_counters_[level];
  number = start ? *start : number + 1;
  std::fill(list_counters_.begin() + static_cast<std::ptrdiff_t>(level) + 1, list_counters_.end(),
            0);
  const ListLook& look = kListNumber[level];
  return std::string(look.before) + format_number(number, look.format) + std::string(look.after);
}

void DocxFields::obey(std::string_view instruction) {
  std::string_view rest = instruction;
  const std::string_view name = next_word(rest);
  // Old Word numbered paragraphs with AUTONUM, AUTONUMLGL and AUTONUMOUT; the number itself is
  // nowhere in the file.
  if (name.starts_with("AUTONUM")) number_ = std::to_string(++counted_) + ".";
  if (name == "LISTNUM") number_ = next_of_list(rest);
  const auto* linking = std::find_if(kLinking.begin(), kLinking.end(),
                                     [&](const LinkingField& row) { return row.name == name; });
  if (linking == kLinking.end() || links_.size() >= kMostLinks) return;
  std::string_view target = next_word(rest);
  // These name a program first, or a switch and what it takes.
  if (name.starts_with("DDE") || name == "LINK" || name == "DATABASE") target = next_word(rest);
  links_.push_back({std::string(linking->kind), std::string(target)});
}

void DocxFields::mark(std::string_view type) {
  if (type == "begin" && open_.size() < kMostOpen) open_.emplace_back();
  if (open_.empty()) return;
  if (type == "separate" && !std::exchange(open_.back().in_result, true))
    obey(open_.back().instruction);
  if (type == "end") {
    if (!open_.back().in_result) obey(open_.back().instruction);
    open_.pop_back();
  }
}

void DocxFields::add_instruction(std::string_view text) {
  if (open_.empty()) {
    obey(text);
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

/// What the box or the list of a form shows: "☒", the entry chosen.
std::string form_field_text(XmlNode node) {
  if (const XmlNode box = node.child("checkBox")) {
    const XmlNode checked = box.child("checked") ? box.child("checked") : box.child("default");
    return checked && is_on(checked) ? "☒" : "☐";
  }
  const XmlNode list = node.child("ddList");
  const XmlNode result = list.child("result") ? list.child("result") : list.child("default");
  int left = std::max(result.number("val").value_or(0), 0);
  for (const XmlNode entry : list.children()) {
    if (entry.name() == "listEntry" && left-- == 0) return entry.attribute("val");
  }
  return {};
}

std::string DocxFields::take_number() { return std::exchange(number_, {}); }

}  // namespace undex
