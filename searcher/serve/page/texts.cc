#include "searcher/serve/page/texts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <span>

#include "corpus/date.h"
#include "corpus/embedded.h"
#include "corpus/strings.h"
#include "corpus/text.h"

namespace undex::serve {
namespace {

using Row = std::vector<std::string_view>;

const std::map<std::string_view, Row>& table() {
  static const std::map<std::string_view, Row> rows = [] {
    std::map<std::string_view, Row> read;
    for (const EmbeddedFile& file : embedded_texts()) {
      if (file.name != "texts") continue;
      for (const std::string_view line : split(file.bytes, '\n')) {
        Row cells = split(line, '\t');
        if (cells.size() == Texts::languages().size() + 1) read.emplace(cells[0], cells);
      }
    }
    return read;
  }();
  return rows;
}

constexpr std::array<std::string_view, 12> kFrenchMonths = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

/// "{0}", "{1}" and on are the values.
std::string filled(std::string_view text, std::span<const std::string_view> values) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const std::size_t which = place ? static_cast<std::size_t>(text[i + 1] - '0') : values.size();
    if (which < values.size()) {
      out += values[which];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

const std::vector<std::string>& Texts::languages() {
  static const std::vector<std::string> all = {"en", "fr"};
  return all;
}

Texts::Texts(std::string_view language) : language_(language) {
  const auto found = std::ranges::find(languages(), language);
  if (found == languages().end())
    language_ = languages().front();
  else
    column_ = static_cast<std::size_t>(found - languages().begin()) + 1;
}

std::string_view Texts::cell(std::string_view id) const {
  const auto row = table().find(id);
  assert(row != table().end());
  return row == table().end() ? id : row->second[column_];
}

std::string Texts::operator()(std::string_view id,
                              std::initializer_list<std::string_view> values) const {
  return filled(cell(id), std::span(values.begin(), values.size()));
}

std::string Texts::word(std::string_view english) const {
  const auto row = table().find("word-" + std::string(english));
  return row == table().end() ? std::string() : std::string(row->second[column_]);
}

std::string Texts::counted(std::string_view id, std::size_t number,
                           std::initializer_list<std::string_view> values) const {
  const std::string_view forms = cell(id);
  const std::size_t between = forms.find('|');
  assert(between != std::string_view::npos);
  const bool one = number == 1 || (number == 0 && language_ == "fr");
  std::vector<std::string_view> all(values);
  const std::string digits = this->number(number);
  all.insert(all.begin(), digits);
  return filled(one ? forms.substr(0, between) : forms.substr(between + 1), all);
}

std::string Texts::number(std::size_t value) const {
  std::string digits = std::to_string(value);
  const std::string_view mark = language_ == "fr" ? "\u202f" : ",";
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, mark);
  }
  return digits;
}

std::string Texts::date(std::string_view iso) const {
  const auto date = parse_date(iso);
  if (!date) return std::string(iso);
  if (language_ != "fr") return date->printed();
  std::string out;
  if (date->day > 0) out += date->day == 1 ? "1er " : std::to_string(date->day) + ' ';
  if (date->month > 0)
    out += std::string(kFrenchMonths[static_cast<std::size_t>(date->month) - 1]) + ' ';
  return out + std::to_string(date->year);
}

Texts texts_for(const HttpRequest& request) {
  if (const auto asked = request.parameter("hl")) return Texts(*asked);
  for (const std::string_view one : split(request.header("accept-language"), ',')) {
    const std::string code = to_lower(collapse_spaces(one)).substr(0, 2);
    if (std::ranges::find(Texts::languages(), code) != Texts::languages().end()) return Texts(code);
  }
  return Texts("en");
}

}  // namespace undex::serve
