// What follows from the text once it is read: mandate, agenda document, language, and a date that
// the paper's own references contradict.
#include <algorithm>
#include <array>

#include "corpus/citation.h"
#include "corpus/date.h"
#include "indexer/structure/language.h"
#include "indexer/structure/letter.h"
#include "indexer/structure/lexical.h"
#include "indexer/structure/masthead.h"
#include "indexer/structure/masthead_languages.h"
#include "indexer/structure/masthead_lines.h"
#include "indexer/structure/volume.h"

namespace undex::structure {
namespace {

using Item = MastheadItem;

bool is_body_text(const Block& block) {
  return block.kind != BlockKind::furniture && block.kind != BlockKind::footnote &&
         block.kind != BlockKind::heading && block.kind != BlockKind::table &&
         block.locator.part != "masthead";
}

void read_agenda_document(const Draft& draft, Document& document) {
  for (const std::string& marker : draft.agenda_notes) {
    for (const Block& block : document.blocks) {
      if (block.kind != BlockKind::footnote || block.label != marker) continue;
      const std::vector<SymbolMatch> symbols = find_symbols(block.text);
      if (symbols.empty()) continue;
      add_once(document.masthead, Item::agenda_document, block.text, symbols[0].symbol.text());
      return;
    }
  }
}

std::string cited_as(const Citation& citation) {
  std::string text = citation.cited.text();
  if (!citation.pinpoints.empty()) text += ", " + citation.pinpoints[0].citation();
  return text;
}

/// The words by which a report names what asked for it.
constexpr std::array<std::string_view, 8> kMandateWords{
    "pursuant to",     "in compliance with", "in response to",    "in accordance with",
    "submitted under", "as requested",       "at the request of", "requested by"};

/// From the first texts: the first citation after "pursuant to ..."; for "pursuant to this request"
/// the citation before it.
void read_mandate(Document& document) {
  static constexpr int kTexts = 5;
  const std::string kind = document.masthead.normal(Item::document_type);
  if (kind.find("resolution") != std::string::npos || kind.find("statement") != std::string::npos ||
      kind.find("decision") != std::string::npos)
    return;
  const std::string organ = document.masthead.normal(Item::organ);
  std::string last_printed;
  std::string last;
  int texts = 0;
  for (const Block& block : document.blocks) {
    if (!is_body_text(block) || block.text.size() < 40) continue;
    if (++texts > kTexts) return;
    const std::string_view text = std::string_view(block.text).substr(0, 20000);
    const std::vector<Citation> citations = find_citations(text, organ);
    for (const std::string_view words : kMandateWords) {
      const std::size_t at = find_word(text, words);
      if (at == std::string_view::npos) continue;
      const std::string_view after = text.substr(at + words.size());
      const bool back = starts_with_word(trimmed(after), "this request") ||
                        starts_with_word(trimmed(after), "that request");
      if (back && !last.empty()) {
        document.masthead.add(Item::mandate, {last_printed, last, ""});
        return;
      }
      for (const Citation& citation : citations) {
        if (citation.begin < at || citation.begin - at > 300) continue;
        document.masthead.add(Item::mandate, {std::string(text.substr(at, citation.end - at)),
                                              cited_as(citation), ""});
        return;
      }
    }
    for (const Citation& citation : citations) {
      if (citation.pinpoints.empty() && !last.empty()) continue;
      last = cited_as(citation);
      last_printed = std::string(text.substr(citation.begin, citation.end - citation.begin));
    }
  }
}

void read_language(Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (!is_body_text(block)) continue;
    text += block.text + "\n";
    if (text.size() > 40000) break;
  }
  if (text.size() < 400) {
    for (const Table& table : document.tables) {
      for (const std::vector<std::string>& row : table.rows) {
        for (const std::string& cell : row) text += cell + "\n";
        if (text.size() > 40000) break;
      }
    }
  }
  Masthead& masthead = document.masthead;
  std::string language = language_of(text);
  const std::string letter = language_of_letter(masthead.normal(Item::job_number_language));
  std::string flag;
  if (language.empty()) {
    language = letter;
  } else if (!letter.empty() && letter != language) {
    flag = "the job number says " + letter;
  }
  if (!language.empty()) masthead.add(Item::language, {"", language, flag});
}

/// The date below the meeting at the end of a resolution, or any date alone at the end of a text.
std::optional<Value> closing_date(const Document& document, bool of_meeting) {
  static constexpr std::array<std::string_view, 3> kMeetings{"meeting", "séance", "sesión"};
  const OwnBlocks own = own_blocks(document);
  // On pages of a volume an annex may follow the date (A/RES/1145(XII)): it is no formula at an
  // end.
  const bool in_volume = !own.title.empty();
  for (std::size_t i = own.end; i-- > own.begin;) {
    const Block& block = document.blocks[i];
    if ((block.kind != BlockKind::formula && !in_volume) || block.text.size() > 200) continue;
    const std::string english = masthead_in_english(block.text);
    const auto date = find_date(english.empty() ? block.text : english);
    if (!date || date->date.day == 0) continue;
    const bool meeting =
        i > own.begin && (document.blocks[i - 1].kind == BlockKind::formula || in_volume) &&
        std::any_of(kMeetings.begin(), kMeetings.end(), [&](std::string_view word) {
          return document.blocks[i - 1].text.find(word) < 60;
        });
    if (in_volume && !meeting) continue;
    if (of_meeting && !meeting) return std::nullopt;
    if (!english.empty()) return Value{block.text, date->date.iso(), ""};
    return Value{block.text.substr(date->begin, date->end - date->begin), date->date.iso(), ""};
  }
  return std::nullopt;
}

/// A resolution or letter without a date in its masthead has it in its title ("Letter dated ...")
/// or at its end. The date in the masthead of a resolution is that of its distribution unless the
/// line "Resolution adopted ..." names it (A/RES/57/295).
void read_closing_date(Document& document) {
  const Value* type = document.masthead.find(Item::document_type);
  const auto named = type ? find_date(type->printed) : std::nullopt;
  if (document.masthead.find(Item::date)) {
    if (!type || type->normal != "resolution" || named) return;
    const std::optional<Value> adopted = closing_date(document, true);
    for (MastheadEntry& entry : document.masthead.entries) {
      if (adopted && entry.item == Item::date) entry.value = *adopted;
    }
    return;
  }
  const bool dated = type && find_word(type->printed, "dated") < 30;
  if (dated && named && named->date.day > 0) {
    document.masthead.add(
        Item::date,
        {type->printed.substr(named->begin, named->end - named->begin), named->date.iso(), ""});
    return;
  }
  if (const std::optional<Value> date = closing_date(document, false))
    document.masthead.add(Item::date, *date);
}

/// The title that is read first on pages of a volume is that of another resolution.
void read_own_title(Document& document) {
  const std::string title = own_blocks(document).title;
  if (title.empty()) return;
  std::erase_if(document.masthead.entries,
                [](const MastheadEntry& entry) { return entry.item == Item::title; });
  document.masthead.add(Item::title, {title, title, ""});
}

/// The first year in a reference: 2023 of "ODA/2023-00042".
int year_of_reference(std::string_view reference) {
  for (std::size_t at = 0; at + 4 <= reference.size(); ++at) {
    const std::string_view year = reference.substr(at, 4);
    const bool alone = (at == 0 || !is_digit(reference[at - 1])) &&
                       (at + 4 == reference.size() || !is_digit(reference[at + 4]));
    if (!alone || !std::all_of(year.begin(), year.end(), is_digit)) continue;
    const int value = std::stoi(std::string(year));
    if (value >= 1945 && value < 2100) return value;
  }
  return 0;
}

struct Younger {
  std::string name;
  Date date;
};

/// The youngest document the text cites with its date ("A/78/265 dated 1 August 2023").
std::optional<Younger> youngest_cited(const Document& document) {
  std::optional<Younger> youngest;
  for (const Block& block : document.blocks) {
    if (!is_body_text(block)) continue;
    const std::string_view text = std::string_view(block.text).substr(0, 20000);
    for (const Citation& citation : find_citations(text)) {
      const std::string_view after = trimmed(text.substr(citation.end, 40));
      std::size_t skip = 0;
      for (const std::string_view word : {"dated ", "of "}) {
        if (starts_with_word(after, word)) skip = word.size();
      }
      if (skip == 0) continue;
      const auto date = find_date(after);
      if (!date || date->begin != skip || date->date.day == 0) continue;
      if (!youngest || date->date > youngest->date)
        youngest = Younger{citation.cited.text(), date->date};
    }
  }
  return youngest;
}

/// A paper that cites something younger than itself bears a wrong date: both are kept, and where
/// its reference number holds another year, that year is the normal form (note verbale
/// ODA/2023-00042).
void check_date(Document& document) {
  for (MastheadEntry& entry : document.masthead.entries) {
    if (entry.item != Item::date) continue;
    const auto own = parse_date(entry.value.normal);
    const auto cited = own ? youngest_cited(document) : std::nullopt;
    if (!cited || cited->date <= *own) return;
    std::string flag =
        "dated before a document it cites (" + cited->name + " of " + cited->date.printed() + ")";
    Date mended = *own;
    mended.year = year_of_reference(document.masthead.normal(Item::reference));
    if (mended.year > 0 && mended.year != own->year && parse_date(mended.iso())) {
      flag += "; its reference says " + std::to_string(mended.year);
      entry.value.normal = mended.iso();
    }
    entry.value.flag = flag;
    document.notices.push_back({Notice::Level::warning,
                                "date-conflict",
                                {.part = "masthead", .number = {}, .points = {}},
                                flag});
    return;
  }
}

}  // namespace

void complete_masthead(Draft& draft) {
  Document& document = draft.document;
  read_agenda_document(draft, document);
  read_letter(document);
  read_closing_date(document);
  read_own_title(document);
  read_mandate(document);
  read_language(document);
  check_date(document);
}

}  // namespace undex::structure
