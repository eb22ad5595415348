#include "indexer/convert/docx/docx.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "indexer/convert/docx/package.h"
#include "indexer/convert/docx/story.h"
#include "indexer/convert/docx/xml.h"
#include "undex/error.h"

namespace undex {
namespace {

using Role = ConvertedBlock::Role;
using Relationships = std::map<std::string, Relationship>;

Notice notice(Notice::Level level, std::string code, std::string text) {
  return {.level = level, .code = std::move(code), .locator = {}, .text = std::move(text)};
}

struct Counted {
  std::string_view code;
  std::string_view one, many;  ///< after the number
  std::string_view fate;       ///< "left out"
  Notice::Level level;
  int DocxCounts::*count;
};
constexpr std::array<Counted, 6> kCounted{
    {{"tracked-changes", "tracked insertion", "tracked insertions", "accepted",
      Notice::Level::warning, &DocxCounts::inserted},
     {"tracked-changes", "tracked deletion", "tracked deletions", "left out",
      Notice::Level::warning, &DocxCounts::deleted},
     {"hidden-text", "run of hidden text", "runs of hidden text", "left out", Notice::Level::info,
      &DocxCounts::hidden},
     {"comments", "comment", "comments", "left out", Notice::Level::info, &DocxCounts::comments},
     {"embedded-document", "embedded document", "embedded documents", "not read",
      Notice::Level::warning, &DocxCounts::embedded},
     {"unknown-symbol", "sign of a symbol font", "signs of symbol fonts", "not known",
      Notice::Level::warning, &DocxCounts::unknown_symbols}}};

std::string note_format(std::string_view document, XmlNode settings, std::string_view element,
                        std::string_view by_default) {
  // Sections say it too, but only after their text; a UN document has one way throughout.
  const std::size_t at = document.find(element);
  if (at != std::string_view::npos) {
    const std::string_view near = document.substr(at, 200);
    const std::size_t format = near.find("numFmt");
    const std::size_t begin = near.find('"', format);
    const std::size_t end = near.find('"', begin == std::string_view::npos ? begin : begin + 1);
    if (format != std::string_view::npos && end != std::string_view::npos)
      return std::string(near.substr(begin + 1, end - begin - 1));
  }
  const std::string said = settings.child(element).child("numFmt").attribute("val");
  return said.empty() ? std::string(by_default) : said;
}

/// ISO 639-1 of the language most of the text is marked with: "en-GB" -> "en".
std::string language_of(const std::map<std::string, std::size_t>& languages) {
  const auto most = std::max_element(
      languages.begin(), languages.end(),
      [](const auto& one, const auto& other) { return one.second < other.second; });
  if (most == languages.end()) return {};
  const std::string code = most->first.substr(0, most->first.find('-'));
  return code.size() == 2 ? code : "";
}

/// Tables in reading order: an inner table is finished before the one around it.
void renumber_tables(std::vector<ConvertedBlock>& blocks) {
  std::map<int, int> numbers;
  for (ConvertedBlock& block : blocks) {
    if (block.table >= 0)
      block.table = numbers.emplace(block.table, static_cast<int>(numbers.size())).first->second;
  }
}

class Converter {
 public:
  explicit Converter(std::string_view bytes) : package_(bytes) {}

  ConvertedText convert() {
    main_ = package_.main_part();
    const std::optional<std::string> xml = main_.empty() ? std::nullopt : package_.read(main_);
    if (!xml)
      throw Error(ErrorKind::check, "damaged: its main part is missing",
                  "open it in a word processor and save it anew as .docx");
    relationships_ = package_.relationships(main_);
    read_definitions(*xml);
    DocxStory story = read_story(*xml, main_, context_, false);
    if (!story.has_pages) {
      for (ConvertedBlock& block : story.blocks) block.page = 0;
    }
    renumber_tables(story.blocks);
    add_parts(story);
    for (const Counted& row : kCounted) {
      const int count = story.counts.*row.count;
      if (count == 0) continue;
      text_.notices.push_back(notice(row.level, std::string(row.code),
                                     std::to_string(count) + " " +
                                         std::string(count == 1 ? row.one : row.many) + " " +
                                         std::string(row.fate)));
    }
    text_.language = language_of(story.languages);
    return std::move(text_);
  }

 private:
  /// Runs the reading of a part beside the main one: its loss is a notice, not the end.
  template <typename Read>
  void try_part(const std::string& part, Read read) {
    try {
      if (const std::optional<std::string> xml = package_.read(part)) read(*xml);
    } catch (const Error& error) {
      text_.notices.push_back(notice(Notice::Level::warning, "part-unread", error.what()));
    }
  }

  std::string part_of_type(std::string_view type) const {
    for (const auto& [id, relationship] : relationships_) {
      if (relationship.type == type) return relationship.target;
    }
    return {};
  }

  void read_definitions(std::string_view document) {
    const std::string styles = part_of_type("styles");
    const std::string numbering = part_of_type("numbering");
    const std::string settings = part_of_type("settings");
    try_part(styles, [&](const std::string& xml) {
      context_.styles = DocxStyles(XmlTree(xml, styles).root());
    });
    try_part(numbering, [&](const std::string& xml) {
      context_.lists = DocxLists(XmlTree(xml, numbering).root(), context_.styles);
    });
    const auto read_formats = [&](XmlNode root) {
      context_.footnote_format = note_format(document, root, "footnotePr", "decimal");
      context_.endnote_format = note_format(document, root, "endnotePr", "lowerRoman");
    };
    read_formats(XmlNode(nullptr));
    try_part(settings,
             [&](const std::string& xml) { read_formats(XmlTree(xml, settings).root()); });
    context_.footnotes = read_notes("footnotes");
    context_.endnotes = read_notes("endnotes");
  }

  DocxNotes read_notes(std::string_view type) {
    DocxNotes notes;
    const std::string part = part_of_type(type);
    try_part(part,
             [&](const std::string& xml) { notes = read_story(xml, part, context_, true).notes; });
    return notes;
  }

  /// What the first page shows stands before the text: a UN document has its masthead there. The
  /// rest of headers and footers follows the text, each wording once.
  void add_parts(DocxStory& story) {
    if (!story.sections.empty()) {
      const Section& first = story.sections.front();
      for (const SectionPart& part : first.parts) {
        if (part.header && part.type == (first.title_page ? "first" : "default"))
          add_part(part, text_.blocks, 1);
      }
    }
    std::vector<ConvertedBlock> later;
    for (const Section& section : story.sections) {
      for (const SectionPart& part : section.parts) add_part(part, later, 0);
    }
    std::move(story.blocks.begin(), story.blocks.end(), std::back_inserter(text_.blocks));
    std::move(later.begin(), later.end(), std::back_inserter(text_.blocks));
  }

  void add_part(const SectionPart& part, std::vector<ConvertedBlock>& blocks, int page) {
    const auto found = relationships_.find(part.relationship);
    if (found == relationships_.end() || !seen_parts_.insert(found->second.target).second) return;
    const std::string& name = found->second.target;
    try_part(name, [&](const std::string& xml) {
      DocxStory story = read_story(xml, name, context_, true);
      for (ConvertedBlock& block : story.blocks) {
        if (block.role == Role::body || block.role == Role::heading || block.role == Role::box)
          block.role = part.header ? Role::header : Role::footer;
        block.page = page;
        block.level = -1;
        if (!seen_wordings_.insert(block.text).second) continue;
        blocks.push_back(std::move(block));
      }
    });
  }

  DocxPackage package_;
  DocxContext context_;
  ConvertedText text_;
  std::string main_;
  Relationships relationships_;
  std::set<std::string> seen_parts_;
  std::set<std::string> seen_wordings_;
};

}  // namespace

bool recognises_docx(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04")) return false;
  try {
    return !DocxPackage(bytes).main_part().empty();
  } catch (const Error&) {
    // Damaged or hostile: what it was meant to be is told by the names in it, and convert_docx says
    // what is wrong.
    const bool other =
        bytes.find("xl/") != std::string_view::npos || bytes.find("ppt/") != std::string_view::npos;
    return bytes.find("word/") != std::string_view::npos ||
           (!other && bytes.find("[Content_Types].xml") != std::string_view::npos);
  }
}

ConvertedText convert_docx(std::string_view bytes, std::string_view) {
  return Converter(bytes).convert();
}

}  // namespace undex
