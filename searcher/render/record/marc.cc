#include "searcher/render/record/marc.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "corpus/ascii.h"
#include "corpus/date.h"
#include "corpus/text.h"
#include "schemas/field_readers.h"
#include "searcher/render/record/forms.h"
#include "searcher/render/record/wording.h"

namespace undex::rendering {
namespace {

// The length of a field has four digits in ISO 2709, that of a record five.
constexpr std::size_t kLongest = 9000;
constexpr std::size_t kLongestOfMany = 500;
constexpr std::size_t kMost = 30;

using Fields = std::vector<MarcField>;

std::string cut(const std::string& text, std::size_t most) {
  constexpr std::string_view kGap = " ...";
  if (text.size() <= most) return text;
  return text.substr(0, grapheme_begin(text, most - kGap.size())) + std::string(kGap);
}

/// A field without a value in any subfield is left out, and so is every empty subfield.
void add(Fields& fields, std::string_view tag, std::string_view indicators,
         std::vector<std::pair<char, std::string>> subfields, std::size_t most = kLongestOfMany) {
  std::erase_if(subfields, [](const auto& subfield) { return subfield.second.empty(); });
  if (subfields.empty()) return;
  for (auto& [code, value] : subfields) value = cut(value, most);
  const auto same = std::ranges::count(fields, tag, &MarcField::tag);
  if (static_cast<std::size_t>(same) >= kMost) return;
  MarcField field{.tag = std::string(tag)};
  std::ranges::copy(indicators, field.indicators);
  field.subfields = std::move(subfields);
  fields.push_back(std::move(field));
}

/// As catalogues set it: "informatics : progress".
std::string with_spaced_colons(std::string text) {
  for (std::size_t at = 0; (at = text.find(": ", at)) != std::string::npos; at += 3)
    if (at > 0 && text[at - 1] != ' ') text.insert(at, " ");
  return text;
}

std::string with_stop(std::string text) {
  if (!text.empty() && !text.ends_with('.')) text += '.';
  return text;
}

void add_numbers(Fields& fields, const Record& record) {
  if (!record.job_number.empty()) {
    const std::string letter = record.job_number_language;
    add(fields, "029", "  ",
        {{'a', "JN"}, {'b', record.job_number + (letter.empty() ? "" : " " + letter)}});
  }
  add(fields, "039", "  ", {{'a', "DHU"}});
  add(fields, "040", "  ", {{'a', "NNUN"}});
}

/// "arachieng".
void add_languages(Fields& fields, const Record& record) {
  std::vector<std::string> codes;
  for (const std::string& language : record.languages)
    if (language != "und") codes.emplace_back(three_letters(language));
  std::ranges::sort(codes);
  std::string joined;
  for (const std::string& code : codes) joined += code;
  add(fields, "041", "0 ", {{'a', joined}});
}

struct ContentRow {
  std::string_view kind;  ///< how it begins
  std::vector<std::string_view> codes;
};
/// The first row that fits.
const std::vector<ContentRow>& content_rows() {
  static const std::vector<ContentRow> rows = {
      {"resolution", {"B01"}},
      {"draft resolution", {"B02"}},
      {"meeting record", {"B03"}},
      {"annual report", {"B04"}},
      {"draft report", {"B08"}},
      {"administrative issuance", {"B12"}},
      {"report of the Secretary-General", {"B16", "B15"}},
      {"report", {"B16"}},
      {"presidential statement", {"B17"}},
      {"letter", {"B18"}},
  };
  return rows;
}

void add_codes(Fields& fields, const Record& record) {
  add(fields, "079", "  ", {{'a', record.sales_number}});
  for (const ContentRow& row : content_rows()) {
    if (!record.kind.starts_with(row.kind)) continue;
    for (const std::string_view code : row.codes)
      add(fields, "089", "  ", {{'b', std::string(code)}});
    break;
  }
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kDistribution{
      {{"General", "GEN"}, {"Limited", "LTD"}, {"Restricted", "RES"}, {"Provisional", "PRO"}}};
  for (const auto& [word, code] : kDistribution)
    if (record.distribution == word) add(fields, "091", "  ", {{'a', std::string(code)}});
}

void add_symbols(Fields& fields, const Record& record) {
  for (const std::string& part : record.symbol.parts) {
    const SymbolDetails details = describe_symbol(part);
    const std::string session = !details.session.empty() ? details.session
                                : details.year           ? std::to_string(*details.year)
                                                         : std::string();
    add(fields, "191", "  ", {{'a', part}, {'b', details.body}, {'c', session}});
  }
}

/// Letters of the article that sorting passes over.
char article_length(const Record& record) {
  if (record.language != "en") return '0';
  for (const std::string_view article : {"The ", "An ", "A "})
    if (record.title.starts_with(article)) return static_cast<char>('0' + article.size());
  return '0';
}

void add_title(Fields& fields, const Record& record) {
  std::string title = with_spaced_colons(cut(title_or_name(record), kLongest / 2));
  std::string kind = record.kind == "document" ? "" : record.kind;
  if (!kind.empty()) title += " :";
  const char indicators[] = {'1', article_length(record)};
  add(fields, "245", {indicators, 2}, {{'a', title}, {'b', kind}}, kLongest);
}

/// "28 May 2003", "16 Mar. 2009".
std::string date_in_short(const Date& date) {
  static constexpr std::array<std::string_view, 13> kMonths{"",     "Jan.", "Feb.", "Mar.", "Apr.",
                                                            "May",  "June", "July", "Aug.", "Sept.",
                                                            "Oct.", "Nov.", "Dec."};
  std::string text = date.day > 0 ? std::to_string(date.day) + " " : "";
  if (date.month > 0) text.append(kMonths[static_cast<std::size_t>(date.month)]).append(" ");
  return text + std::to_string(date.year);
}

/// The organs that sit in New York; of others the place is not known from the document.
bool is_of_new_york(const Record& record) {
  static constexpr std::array<std::string_view, 3> kOrgans{"General Assembly", "Security Council",
                                                           "Economic and Social Council"};
  return !record.organs.empty() &&
         std::ranges::find(kOrgans, record.organs.front()) != kOrgans.end();
}

void add_dates(Fields& fields, const Record& record) {
  const std::optional<Date> date = parse_date(record.date);
  const std::string mark = date ? "," : "";
  if (!record.publisher.empty())
    add(fields, "260", "  ",
        {{'a', is_of_new_york(record) ? "New York :" : ""},
         {'b', "UN" + mark},
         {'c', date ? date_in_short(*date) : ""}});
  std::string digits = date ? date->iso() : "";
  std::erase(digits, '-');
  if (digits.size() == 6) digits.insert(4, "-");  // 200305 could be taken for a day
  add(fields, "269", "  ", {{'a', digits}});
}

void add_description(Fields& fields, const Record& record) {
  if (!record.pages.empty()) add(fields, "300", "  ", {{'a', record.pages + " p."}});
  add(fields, "495", "  ", {{'a', record.series_note}});
  for (const std::string& mandate : record.mandates) {
    const std::string name = mandate.substr(0, mandate.find(','));
    const std::string words = resolution_in_words(symbol_from_normal_form(name));
    add(fields, "500", "  ",
        {{'a', "Submitted pursuant to " + (words.empty() ? name : words) + "."}});
  }
  add(fields, "500", "  ", {{'a', with_stop(note_of(record))}});
  add(fields, "520", "  ", {{'a', with_stop(cut(record.summary, kLongest - 1))}}, kLongest);
  for (const std::string& subject : record.subjects) add(fields, "650", "17", {{'a', subject}});
}

/// Bodies of the United Nations as its library heads them: "UN. Secretary-General".
void add_authors(Fields& fields, const Record& record) {
  constexpr std::string_view kLong = "United Nations. ";
  for (const std::string& author : record.authors)
    add(fields, "710", "2 ",
        {{'a', author.starts_with(kLong) ? "UN. " + author.substr(kLong.size()) : author}});
}

void add_access(Fields& fields, const Record& record) {
  if (!record.url.empty())
    add(fields, "856", "40",
        {{'u', record.url},
         {'3', record.language == "und" ? "" : std::string(language_name(record.language))}});
  for (std::size_t i = 0; i < record.organs.size(); ++i) {
    const bool plenary = record.organs[i] == "General Assembly" && !record.symbol.parts.empty() &&
                         describe_symbol(record.symbol.parts.front()).body == "A/";
    add(fields, "981", "  ",
        {{'a', record.organs[i]}, {'b', plenary ? "General Assembly Plenary" : ""}});
  }
  if (!record.kind.starts_with("report")) return;
  const bool his = record.kind == "report of the Secretary-General";
  add(fields, "989", "  ",
      {{'a', "Documents and Publications"},
       {'b', "Reports"},
       {'c', his ? "Secretary-General's Reports" : ""}});
}

void add_agenda(Fields& fields, const Record& record) {
  std::string item = record.agenda_item;
  std::erase(item, ' ');
  add(fields, "991", "  ",
      {{'a', record.agenda_document},
       {'b', item},
       {'c', with_stop(with_spaced_colons(record.agenda_title))}});
  for (const std::string& related : record.related) add(fields, "993", "  ", {{'a', related}});
}

}  // namespace

std::vector<MarcField> marc_fields(const Record& record) {
  Fields fields = {{.tag = "001", .value = cut(record.key, kLongestOfMany)}};
  for (const auto add_some : {add_numbers, add_languages, add_codes, add_symbols, add_title,
                              add_dates, add_description, add_authors, add_access, add_agenda})
    add_some(fields, record);
  return fields;
}

std::string marc_leader(std::size_t record_size, std::size_t data_begin) {
  char leader[25];
  std::snprintf(leader, sizeof leader, "%05unam a22%05u a 4500",
                static_cast<unsigned>(record_size % 100000),
                static_cast<unsigned>(data_begin % 100000));
  return leader;
}

}  // namespace undex::rendering
