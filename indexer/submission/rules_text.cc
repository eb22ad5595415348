// Rules about the text: its language, its length, what it treats.
#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/submission/rules.h"

namespace undex::submission {
namespace {

using Verdict = Finding::Verdict;

/// A sign must stand this near to the beginning of a paragraph to count as its first words.
constexpr std::size_t kFirstWords = 15;
/// Where a format does not know its pages, they are counted so.
constexpr std::size_t kWordsAPage = 450;

struct LanguageName {
  std::string_view code;
  std::string_view name;
};
constexpr std::array<LanguageName, 7> kLanguages{{{"ar", "Arabic"},
                                                  {"zh", "Chinese"},
                                                  {"en", "English"},
                                                  {"fr", "French"},
                                                  {"ru", "Russian"},
                                                  {"es", "Spanish"},
                                                  {"de", "German"}}};

std::string name_of_language(std::string_view code) {
  for (const LanguageName& row : kLanguages)
    if (row.code == code) return std::string(row.name);
  return std::string(code);
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::size_t number, std::string_view one) {
  return with_commas(number) + " " + std::string(one) + (number == 1 ? "" : "s");
}

Finding within(std::size_t number, std::size_t most, std::string_view unit, bool estimated) {
  std::string text =
      (estimated ? "about " : "") + counted(number, unit) + ", " + with_commas(most) + " allowed";
  if (estimated)
    text += " (pages of " + std::to_string(kWordsAPage) + " words: the file knows none)";
  if (number <= most) return {{}, Verdict::ok, {}, text, {}};
  return {{},
          estimated ? Verdict::warning : Verdict::refused,
          {},
          text,
          estimated ? "count its pages in print" : "ask the sender for a shorter text"};
}

std::size_t pages_of(const Document& document) {
  int last = 0;
  for (const Block& block : document.blocks) last = std::max(last, block.page);
  return static_cast<std::size_t>(last);
}

/// A piece of text ready to be searched for signs: letters and digits of its words with a blank
/// around each, so that a sign is found as whole words. Chinese is written without blanks, and
/// found so.
std::string searchable(std::string_view printed, std::size_t most_words) {
  std::string text(printed), out = " ";
  constexpr std::string_view kCurled = "’";
  for (std::size_t at = text.find(kCurled); at != std::string::npos; at = text.find(kCurled, at))
    text.replace(at, kCurled.size(), "'");
  std::size_t count = 0;
  bool ideographic = false;
  for (const WordSpan& word : words(text)) {
    if (count++ == most_words) break;
    if (word.ideographic && ideographic) out.pop_back();
    ideographic = word.ideographic;
    out += fold(std::string_view(text).substr(word.begin, word.end - word.begin)) + " ";
  }
  return out;
}

bool holds(const std::string& text, const std::string& sign) {
  // No blanks around the signs of Chinese: their neighbours are written together with them.
  const bool ideographic = sign.size() > 2 && static_cast<unsigned char>(sign[1]) >= 0xE3;
  return text.find(ideographic ? collapse_spaces(sign) : sign) != std::string::npos;
}

/// No more text than this is searched for words that stand elsewhere than at a beginning.
constexpr std::size_t kMostSearched = std::size_t{4} << 20;

/// A block in which a section may begin or a subject be named.
struct Place {
  const Block* block = nullptr;
  std::string beginning;  ///< of a heading all of it
  std::string whole;
};

std::vector<Place> places_of(const Document& document) {
  std::vector<Place> places;
  std::size_t searched = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) continue;
    searched += block.text.size();
    const std::size_t most = searched > kMostSearched ? kFirstWords : block.text.size();
    std::string whole = searchable(block.text, most);
    const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::annex_title;
    places.push_back({&block, heading ? whole : searchable(block.text, kFirstWords), whole});
  }
  return places;
}

const Place* find_place(const std::vector<Place>& places, const std::vector<std::string>& signs,
                        std::string Place::*text) {
  for (const Place& place : places)
    for (const std::string& sign : signs)
      if (holds(place.*text, sign)) return &place;
  return nullptr;
}

Finding judge_section(const RequiredSection& section, const std::vector<Place>& places) {
  std::vector<std::string> signs;
  for (const std::string& sign : section.signs) signs.push_back(searchable(sign, sign.size()));
  const std::string title = "'" + section.title + "'";
  if (const Place* place = find_place(places, signs, &Place::beginning))
    return {{}, Verdict::ok, place->block->locator.text(), title, {}};
  const Place* within_text = find_place(places, signs, &Place::whole);
  const std::string where =
      within_text ? "; its words stand in " + within_text->block->locator.citation() : "";
  return {
      {},
      section.required ? Verdict::refused : Verdict::warning,
      within_text ? within_text->block->locator.text() : "",
      title + " is missing: no heading and no paragraph begins with it" + where,
      section.required ? "ask the sender for it" : "see whether the text treats it in other words"};
}

}  // namespace

std::size_t count_words(const Document& document) {
  std::size_t count = 0;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture) count += words(block.text).size();
  for (const Table& table : document.tables)
    for (const std::vector<std::string>& row : table.rows)
      for (const std::string& cell : row) count += words(cell).size();
  return count;
}

std::string listed(const std::vector<std::string>& names, std::string_view last) {
  std::string out;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) out += at + 1 == names.size() ? " " + std::string(last) + " " : ", ";
    out += names[at];
  }
  return out;
}

Finding not_checked() {
  return {{}, Verdict::note, {}, "not looked at: the file could not be read", {}};
}

void check_language(const Subject& subject, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  const std::string code = subject.document->language();
  const std::vector<std::string>& accepted = subject.call.languages;
  const bool known = code != "und";
  std::string text = known ? name_of_language(code) : "the text does not tell its language";
  if (accepted.empty() || std::find(accepted.begin(), accepted.end(), code) != accepted.end()) {
    findings.push_back({{}, known ? Verdict::ok : Verdict::note, {}, text, {}});
    return;
  }
  std::vector<std::string> names;
  for (const std::string& language : accepted) names.push_back(name_of_language(language));
  findings.push_back({{},
                      known ? Verdict::refused : Verdict::warning,
                      {},
                      text + "; accepted: " + listed(names, "or"),
                      known ? "ask the sender for a text in " + listed(names, "or")
                            : "see what language it is in"});
}

void check_length(const Subject& subject, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  const Call& call = subject.call;
  const std::size_t pages = pages_of(*subject.document);
  if (call.most_words) findings.push_back(within(subject.words, *call.most_words, "word", false));
  if (call.most_pages) {
    const std::size_t estimate = (subject.words + kWordsAPage - 1) / kWordsAPage;
    findings.push_back(within(pages > 0 ? pages : estimate, *call.most_pages, "page", pages == 0));
  }
  if (!findings.empty()) return;
  const std::string text =
      counted(subject.words, "word") + (pages > 0 ? ", " + counted(pages, "page") : "");
  findings.push_back({{}, Verdict::ok, {}, text + "; no limit", {}});
}

void check_sections(const Subject& subject, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  if (subject.call.sections.empty()) {
    findings.push_back({{}, Verdict::ok, {}, "none asked for", {}});
    return;
  }
  const std::vector<Place> places = places_of(*subject.document);
  for (const RequiredSection& section : subject.call.sections)
    findings.push_back(judge_section(section, places));
}

}  // namespace undex::submission
