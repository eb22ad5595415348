#include "indexer/structure/masthead_lines.h"

#include <algorithm>
#include <array>

#include "corpus/date.h"
#include "corpus/ordinal.h"
#include "indexer/structure/job_number.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead_languages.h"
#include "indexer/structure/masthead_session.h"
#include "indexer/structure/piece.h"

namespace undex::structure {
namespace {

using Item = MastheadItem;

constexpr std::array<std::string_view, 9> kOrgans{
    "Secretariat",
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
    "Human Rights Council",
    "Trusteeship Council",
    "Economic Commission for Europe",
    "United Nations Environment Assembly of the United Nations Environment Programme",
    "United Nations Environment Programme"};

std::string_view after(std::string_view text, std::size_t at) {
  return text.substr(skip_spaces(text, std::min(at, text.size())));
}

std::string_view cut_at_space(std::string_view text) {
  return text.substr(0, std::min(text.find(' '), text.size()));
}

bool read_distribution(std::string_view line, Document& document, MastheadLine& result) {
  if (!starts_with_word(line, "distr")) {
    // Until the 1990s "Distr." and "GENERAL" stood below each other.
    static constexpr std::array<std::string_view, 4> kAlone{"GENERAL", "LIMITED", "RESTRICTED",
                                                            "PROVISIONAL"};
    const std::string_view word = cut_at_space(line);
    if (std::find(kAlone.begin(), kAlone.end(), word) == kAlone.end()) return false;
    result.rest = after(line, word.size());
    if (!result.rest.empty() && !find_date(result.rest)) return false;
    add_once(document.masthead, Item::distribution, std::string(word),
             word.front() + ascii_lower(word.substr(1)));
    return true;
  }
  std::size_t at = 5;
  if (starts_with_word(line, "distribution")) at = 12;
  while (at < line.size() && (line[at] == '.' || line[at] == ':' || line[at] == ' ')) ++at;
  const std::string_view rest = line.substr(std::min(at, line.size()));
  std::string word(cut_at_space(rest));
  result.rest = after(rest, word.size());
  if (word.empty()) return true;
  std::string normal = ascii_lower(word);
  normal[0] = static_cast<char>(normal[0] & ~0x20);
  add_once(document.masthead, Item::distribution, "Distr.: " + word, normal);
  return true;
}

bool read_original(std::string_view line, Document& document, MastheadLine&) {
  // Versions in other languages name theirs on a line above: "Français".
  if (line.size() < 10 && language_in_english(line) != line) return true;
  if (!starts_with_word(line, "original:") && !starts_with_word(line, "original :")) return false;
  const std::string_view value = after(line, line.find(':') + 1);
  if (value.size() > 60 || value.empty()) return value.empty();
  add_once(document.masthead, Item::original_language, std::string(line),
           language_in_english(value));
  return true;
}

/// A date at the beginning of the line and nothing else but a rest that is no sentence.
bool read_date_line(std::string_view line, Document& document, MastheadLine& result) {
  const auto date = find_date(line);
  if (!date || date->begin != 0 || date->date.day == 0) return false;
  const std::string_view rest = after(line, date->end);
  if (rest.size() > 60 || (!rest.empty() && begins_small(rest))) return false;
  if (!document.masthead.find(Item::date))
    document.masthead.add(Item::date,
                          {std::string(line.substr(0, date->end)), date->date.iso(), ""});
  result.rest = rest;
  return true;
}

/// The organ a line begins with; capitals alone fit too.
std::string_view organ_at(std::string_view line) {
  for (const std::string_view organ : kOrgans) {
    const std::string_view head = line.substr(0, organ.size());
    if (head == organ) return organ;
    if (ascii_lower(head) != ascii_lower(organ)) continue;
    if (std::none_of(head.begin(), head.end(), is_lower_letter)) return organ;
  }
  return {};
}

/// An organ alone, or before what stands beside it: another organ of a joint document, a date.
bool read_organ(std::string_view line, Document& document, MastheadLine& result) {
  const std::string_view organ = organ_at(line);
  if (organ.empty()) return line == "United Nations" || line == "UNITED NATIONS";
  const std::string_view rest = after(line, organ.size());
  const auto date = find_date(rest);
  if (!rest.empty() && organ_at(rest).empty() && !(date && date->begin == 0)) return false;
  add_once(document.masthead, Item::organ, std::string(line.substr(0, organ.size())),
           std::string(organ));
  result.rest = rest;
  return true;
}

bool read_committee(std::string_view line, Document& document, MastheadLine&) {
  if (line.size() > 160 || has_end_mark(line)) return false;
  const bool main = line.size() < 60 && line.ends_with(" Committee") &&
                    ordinal_value(cut_at_space(line)).has_value();
  const bool named =
      starts_with_word(line, "committee on ") || starts_with_word(line, "commission on ") ||
      starts_with_word(line, "committee for ") || starts_with_word(line, "commission for ");
  if (!main && !named) return false;
  add_once(document.masthead, Item::committee, std::string(line), std::string(line));
  return true;
}

/// "[on the report of the Second Committee (A/79/434, para. 21)]"
bool read_report_note(std::string_view line, Document& document, MastheadLine&) {
  if (!line.starts_with("[") || find_word(line, "committee") == std::string_view::npos)
    return false;
  const std::size_t of = line.find("of the ");
  const std::size_t end = line.find(" Committee");
  if (of != std::string_view::npos && end != std::string_view::npos && of + 7 < end) {
    const std::string name(line.substr(of + 7, end + 10 - of - 7));
    add_once(document.masthead, Item::committee, std::string(line), name);
  }
  return true;
}

bool read_job_line(std::string_view line, Document& document, MastheadLine&) {
  const auto mark = read_job_mark(line);
  if (!mark) return false;
  Masthead& masthead = document.masthead;
  const std::string printed(line);
  if (!mark->printed.empty()) add_once(masthead, Item::job_number_printed, printed, mark->printed);
  if (!mark->language.empty())
    add_once(masthead, Item::job_number_language, printed, mark->language);
  if (!mark->production_date.empty())
    add_once(masthead, Item::production_date, printed, mark->production_date);
  if (!mark->bar_code.empty()) add_once(masthead, Item::bar_code, printed, mark->bar_code);
  return true;
}

/// "Singapore: draft resolution", "Andorra, Chile and Togo:* revised draft resolution"
bool read_sponsors(std::string_view line, Document& document, MastheadLine& result) {
  const std::size_t draft = find_word(line, "draft resolution");
  const std::size_t decision = find_word(line, "draft decision");
  const std::size_t at = std::min(draft, decision);
  if (at == std::string_view::npos || has_end_mark(line)) return false;
  const std::size_t colon = line.rfind(':', at);
  const bool alone = at < 10;
  if (colon == std::string_view::npos && !alone) return false;
  add_once(document.masthead, Item::document_type, std::string(line),
           at == draft ? "draft resolution" : "draft decision");
  if (colon != std::string_view::npos) {
    const std::string author(trimmed(line.substr(0, colon)));
    add_once(document.masthead, Item::author, std::string(line), author);
  } else if (const std::size_t by = line.find("submitted by the "); by != std::string_view::npos) {
    const std::string_view author = line.substr(by + 17);
    add_once(document.masthead, Item::author, std::string(line),
             std::string(author.substr(0, author.find(','))));
  }
  result.is_type = true;
  return true;
}

bool read_type(std::string_view line, Document& document, MastheadLine& result) {
  const std::string type = document_type_of(line);
  if (type.empty()) return false;
  Masthead& masthead = document.masthead;
  add_once(masthead, Item::document_type, std::string(line), type);
  const std::size_t by = line.find(" by the ");
  const std::size_t of = line.find(" of the ");
  const std::size_t at = std::min(by, of);
  const bool authored = type.starts_with("report of the ") || type.starts_with("note by the ");
  if (authored && at != std::string_view::npos)
    add_once(masthead, Item::author, std::string(line), std::string(line.substr(at + 8)));
  if (type == "resolution" || type == "decision" || type == "presidential statement") {
    if (const auto date = find_date(line); date && date->date.day > 0) {
      const Value value{std::string(line.substr(date->begin, date->end - date->begin)),
                        date->date.iso(), ""};
      // The day of adoption is the date of a resolution, not the day it was distributed.
      std::erase_if(masthead.entries, [](const MastheadEntry& e) { return e.item == Item::date; });
      masthead.add(Item::date, value);
    }
  }
  result.is_type = true;
  return true;
}

bool read_series_note(std::string_view line, Document& document, MastheadLine&) {
  if (starts_with_word(line, "official records")) {
    add_once(document.masthead, Item::series_note, std::string(line), std::string(line));
    return true;
  }
  const bool sales = starts_with_word(line, "sales no.") || starts_with_word(line, "sales number");
  if (!sales) return false;
  const std::string value(after(line, starts_with_word(line, "sales no.") ? 9 : 12));
  add_once(document.masthead, Item::sales_number, std::string(line), value);
  return true;
}

bool read_symbol(std::string_view line, Document& document, MastheadLine& result) {
  std::string_view text = line;
  if (starts_with_word(text, "united nations")) text = after(text, 14);
  // "United NationsE/2003/75": starts_with_word wants a word end.
  else if (text.starts_with("United Nations"))
    text = text.substr(14);
  Symbol symbol;
  const std::string_view word = cut_at_space(text);
  if (read_symbol_line(text, symbol)) {
    if (document.symbol.parts.empty()) document.symbol = symbol;
    return true;
  }
  if (word.size() == text.size() || !read_symbol_line(word, symbol)) return false;
  if (document.symbol.parts.empty()) document.symbol = symbol;
  result.rest = after(text, word.size());
  return true;
}

struct Reader {
  bool (*read)(std::string_view, Document&, MastheadLine&);
  bool text;  ///< words to be searched
  bool mark;  ///< stands in running heads and after the ODS fields too
};
constexpr std::array<Reader, 14> kReaders{{{read_symbol, false, true},
                                           {read_distribution, false, true},
                                           {read_original, false, true},
                                           {read_organ, false, true},
                                           {read_report_note, true, false},
                                           {read_item, true, false},
                                           {read_session, true, false},
                                           {read_place_and_dates, true, false},
                                           {read_date_line, false, false},
                                           {read_job_line, false, true},
                                           {read_sponsors, true, false},
                                           {read_type, true, false},
                                           {read_committee, true, false},
                                           {read_series_note, true, false}}};

/// Lets the first reader that is wanted and fits read the beginning of the line, in English; what
/// is printed stays in its language.
template <typename Wanted>
const Reader* read_item_of_line(std::string_view text, Document& document, MastheadLine& result,
                                const Wanted& wanted) {
  std::vector<MastheadEntry>& entries = document.masthead.entries;
  const std::size_t before = entries.size();
  const std::string english = masthead_in_english(text);
  const auto reader = std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& row) {
    return wanted(row) && row.read(english.empty() ? text : english, document, result);
  });
  if (reader == kReaders.end()) return nullptr;
  if (english.empty()) return &*reader;
  std::string_view printed = text;
  if (printed.ends_with(result.rest)) printed.remove_suffix(result.rest.size());
  for (std::size_t i = before; i < entries.size(); ++i) {
    if (entries[i].item != Item::agenda_item_title) entries[i].value.printed = trimmed(printed);
  }
  return &*reader;
}

}  // namespace

void add_once(Masthead& masthead, MastheadItem item, std::string printed, std::string normal) {
  for (const Value* value : masthead.all(item)) {
    if (value->normal == normal) return;
  }
  masthead.add(item, {std::move(printed), std::move(normal), ""});
}

bool read_symbol_line(std::string_view line, Symbol& symbol) {
  const std::string_view text = trimmed(line);
  if (text.size() > 80 || text.find('/') == std::string_view::npos || has_end_mark(text) ||
      !is_upper_letter(text.empty() ? ' ' : text[0]))
    return false;
  if (text.find(' ') == std::string_view::npos || text.find('(') != std::string_view::npos) {
    if (const auto parsed = parse_symbol(text)) {
      symbol = *parsed;
      return true;
    }
  }
  // A series that no table knows has at least the form: capitals, strokes, a digit, no blank.
  bool digit = false;
  for (const char c : text) {
    digit = digit || is_digit(c);
    const bool fits = is_letter(c) || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '(' ||
                      c == ')' || c == '_';
    if (!fits) return false;
  }
  const std::string_view head = text.substr(0, text.find('/'));
  const bool capitals = std::all_of(head.begin(), head.end(), [](char c) {
    return is_upper_letter(c) || c == '.' || is_digit(c);
  });
  if (!digit || !capitals || head.size() > 10) return false;
  symbol.parts = {std::string(text)};
  return true;
}

std::vector<std::string> split_masthead_line(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kMarks{
      "Distr.",      "Original:", "Original :", "ORIGINAL:",
      "Agenda item", "Item ",     "GE.",        "United Nations "};
  std::vector<std::size_t> cuts{0};
  for (const std::string_view mark : kMarks) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos;
         at = line.find(mark, at + 1)) {
      const bool word = at == 0 || !is_upper_letter(line[at - 1]);
      const bool item = mark != "Item " || (at + 5 < line.size() && is_digit(line[at + 5]) &&
                                            (at < 7 || line.substr(at - 7, 7) != "Agenda "));
      const bool agenda = mark != "Agenda item" || (at + 12 < line.size());
      const bool united = mark != "United Nations " || at == 0;
      if (word && item && agenda && united) cuts.push_back(at);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::size_t end = i + 1 < cuts.size() ? cuts[i + 1] : line.size();
    const std::string_view part = trimmed(line.substr(cuts[i], end - cuts[i]));
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

MastheadLine read_masthead_line(std::string_view line, Document& document) {
  MastheadLine result;
  std::string text(trimmed(line));
  // A line may hold several items one after the other; each reader gives back what is left.
  for (int times = 0; times < 6 && !text.empty(); ++times) {
    result.rest.clear();
    const auto reader =
        read_item_of_line(text, document, result, [](const Reader&) { return true; });
    if (!reader) break;
    result.known = true;
    result.is_text = result.is_text || reader->text;
    text = result.rest;
  }
  result.rest = result.known ? text : std::string();
  return result;
}

void read_mark_line(std::string_view line, bool with_date, Document& document) {
  MastheadLine result;
  for (const std::string& part : split_masthead_line(line)) {
    std::string text = part;
    for (int times = 0; times < 4 && !text.empty(); ++times) {
      result.rest.clear();
      const auto wanted = [&](const Reader& row) {
        return row.mark || (with_date && row.read == read_date_line);
      };
      if (!read_item_of_line(text, document, result, wanted)) break;
      text = result.rest;
    }
  }
}

}  // namespace undex::structure
