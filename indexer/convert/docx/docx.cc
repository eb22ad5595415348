#include "indexer/convert/docx/docx.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "indexer/convert/docx/baggage.h"
#include "indexer/convert/docx/chunk.h"
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
constexpr std::array<Counted, 9> kCounted{
    {{"tracked-changes", "tracked insertion", "tracked insertions", "accepted",
      Notice::Level::warning, &DocxCounts::inserted},
     {"tracked-changes", "tracked deletion", "tracked deletions", "left out",
      Notice::Level::warning, &DocxCounts::deleted},
     {"tracked-changes", "tracked move", "tracked moves", "followed", Notice::Level::warning,
      &DocxCounts::moved},
     {"tracked-changes", "tracked change", "tracked changes", "of look alone",
      Notice::Level::warning, &DocxCounts::looks},
     {"hidden-text", "run of hidden text", "runs of hidden text", "left out", Notice::Level::info,
      &DocxCounts::hidden},
     {"comments", "comment", "comments", "left out", Notice::Level::info, &DocxCounts::comments},
     {"embedded-document", "embedded document", "embedded documents", "not read",
      Notice::Level::warning, &DocxCounts::unread_chunks},
     {"numbers-counted", "number", "numbers", "of fields counted anew: the file does not hold them",
      Notice::Level::info, &DocxCounts::numbers},
     {"unknown-symbol", "sign of a symbol font", "signs of symbol fonts", "not known",
      Notice::Level::warning, &DocxCounts::unknown_symbols}}};

// Parts within the document that are read in the place that refers to them.
constexpr std::size_t kMostChunks = 100;

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
  /// `depth`: how many documents are around this one.
  Converter(std::string_view bytes, int depth) : package_(bytes), depth_(depth) {}

  ConvertedText convert() {
    main_ = package_.main_part();
    const std::optional<std::string> xml = main_.empty() ? std::nullopt : package_.read(main_);
    if (!xml)
      throw Error(ErrorKind::check, "damaged: its main part is missing",
                  "open it in a word processor and save it anew as .docx");
    relationships_ = package_.relationships(main_);
    read_definitions(*xml);
    read_chunks();
    DocxStory story = read_story(*xml, main_, context_, false);
    if (!story.has_pages) {
      for (ConvertedBlock& block : story.blocks) block.page = 0;
    }
    renumber_tables(story.blocks);
    add_parts(story);
    require_words(story.counts);
    count_comments(story.counts);
    for (const Counted& row : kCounted) {
      const int count = story.counts.*row.count;
      if (count == 0) continue;
      text_.notices.push_back(notice(row.level, std::string(row.code),
                                     std::to_string(count) + " " +
                                         std::string(count == 1 ? row.one : row.many) + " " +
                                         std::string(row.fate)));
    }
    for (Notice& found : baggage_of(package_, std::move(story.links)))
      text_.notices.push_back(std::move(found));
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
      if (relationship.type == type && !relationship.external) return relationship.target;
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

  void read_chunks() {
    for (const auto& [id, relationship] : relationships_) {
      if (relationship.external || context_.chunks.size() >= kMostChunks) continue;
      const std::string& part = relationship.target;
      if (relationship.type == "aFChunk") {
        const std::optional<std::string> bytes = package_.read_bytes(part);
        if (auto blocks = bytes ? read_chunk(*bytes, depth_) : std::nullopt)
          context_.chunks[id] = std::move(*blocks);
      } else if (relationship.type == "diagramData") {
        std::vector<ConvertedBlock>& chunk = context_.chunks[id];
        try_part(part, [&](const std::string& xml) { chunk = read_diagram(xml, part); });
      }
    }
  }

  /// A document without words that has some for its author: says where they are.
  void require_words(const DocxCounts& counts) const {
    if (!text_.blocks.empty()) return;
    if (counts.deleted + counts.moved > 0)
      throw Error(ErrorKind::check, "no text: tracked changes delete all of it",
                  "accept or reject them in a word processor and save it anew");
    if (counts.hidden > 0)
      throw Error(ErrorKind::check, "no text: all of it is hidden",
                  "show the hidden text in a word processor and save it anew");
  }

  /// What refers to a comment may stand in deleted text; the part has them all.
  void count_comments(DocxCounts& counts) {
    const std::string part = part_of_type("comments");
    try_part(part, [&](const std::string& xml) {
      int count = 0;
      XmlStream stream(xml, part);
      while (stream.next())
        count += stream.kind() == XmlStream::Kind::element && stream.name() == "comment" ? 1 : 0;
      counts.comments = std::max(counts.comments, count);
    });
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
    if (found == relationships_.end() || found->second.external ||
        !seen_parts_.insert(found->second.target).second)
      return;
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
  int depth_;
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
  return Converter(bytes, 0).convert();
}

ConvertedText convert_docx_within(std::string_view bytes, int depth) {
  return Converter(bytes, depth).convert();
}

}  // namespace undex
