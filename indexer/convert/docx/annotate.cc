#include "indexer/convert/docx/annotate.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "indexer/convert/docx/comment_parts.h"
#include "indexer/convert/docx/element_maker.h"
#include "indexer/convert/docx/package.h"
#include "indexer/convert/docx/placed_text.h"
#include "indexer/convert/docx/run_cutter.h"
#include "indexer/convert/docx/word_finder.h"
#include "indexer/convert/docx/xml.h"
#include "indexer/convert/zip/rewrite.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr const char* kRemedy = "open it in a word processor and save it anew as .docx";

using Places = std::vector<std::optional<FoundWords>>;

/// One for each comment; nothing where its words are not in the file.
Places places_of(const PlacedText& placed, const DocxComments& comments) {
  std::vector<std::vector<std::size_t>> of_text(comments.texts.size());
  for (std::size_t at = 0; at < comments.list.size(); ++at) {
    if (comments.list[at].text < of_text.size()) of_text[comments.list[at].text].push_back(at);
  }
  Places places(comments.list.size());
  WordFinder finder(placed);
  for (std::size_t text = 0; text < of_text.size(); ++text) {
    finder.next(comments.texts[text], !of_text[text].empty());
    for (const std::size_t at : of_text[text])
      places[at] = finder.find(comments.list[at].begin, comments.list[at].end);
  }
  return places;
}

/// The parts of the package that the place of a word depends on, and what is written into them.
class Annotator {
 public:
  Annotator(DocxPackage& package, std::string main, std::string_view xml)
      : package_(package),
        main_(std::move(main)),
        relationships_(package.relationships(main_)),
        document_(xml, main_),
        footnotes_(tree_of("footnotes")),
        endnotes_(tree_of("endnotes")) {
    const std::optional<XmlTree> styles = tree_of("styles");
    placed_ = read_placed_text(document_.edit(), styles ? DocxStyles(styles->root()) : DocxStyles(),
                               nodes_of(footnotes_), nodes_of(endnotes_));
    if (!placed_.first_paragraph)
      throw Error(ErrorKind::check, "no paragraph for a comment to stand at", kRemedy);
  }

  std::map<std::string, std::string> write(const DocxComments& comments, const Places& places) {
    const std::vector<std::string> ids =
        free_comment_ids(package_, main_, document_.edit(), places.size());
    std::vector<WrittenComment> written;
    for (std::size_t at = 0; at < places.size(); ++at) {
      const DocxComment& comment = comments.list[at];
      written.push_back({ids[at], comment.says});
      if (!places[at])
        written.back().says = "“" + words_of(comments, comment) + "”\n" + comment.says;
    }
    auto parts = parts_with_comments(package_, main_, document_.edit(), comments.author,
                                     comments.date, written);
    mark(places, written);
    parts[main_] = document_.bytes();
    return parts;
  }
  const PlacedText& placed() const { return placed_; }

 private:
  /// An end of a comment's words.
  struct Edge {
    std::uint32_t piece, offset;
    bool begins;
    std::size_t comment;
    /// From the end of the text on; at one place beginnings first, so that ends come before them.
    bool operator<(const Edge& other) const {
      return std::tie(other.piece, other.offset, begins, comment) <
             std::tie(piece, offset, other.begins, other.comment);
    }
  };

  /// A part that the text can do without: nothing when it is missing or, as a notice of the reader
  /// says, damaged.
  std::optional<XmlTree> tree_of(std::string_view type) {
    for (const auto& [id, relationship] : relationships_) {
      if (relationship.type != type || relationship.external) continue;
      try {
        if (const auto xml = package_.read(relationship.target))
          return XmlTree(*xml, relationship.target);
      } catch (const Error&) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  static NoteNodes nodes_of(std::optional<XmlTree>& notes) {
    NoteNodes nodes;
    if (!notes) return nodes;
    for (xmlNode* note = xmlFirstElementChild(notes->edit()); note;
         note = xmlNextElementSibling(note))
      nodes[XmlNode(note).attribute("id")] = note;
    return nodes;
  }

  static std::string words_of(const DocxComments& comments, const DocxComment& comment) {
    if (comment.text >= comments.texts.size()) return {};
    const std::string& text = comments.texts[comment.text];
    if (comment.begin >= std::min(comment.end, text.size())) return text;
    return text.substr(comment.begin, comment.end - comment.begin);
  }

  void mark(const Places& places, const std::vector<WrittenComment>& written) {
    const ElementMaker maker(document_.edit());
    std::vector<Edge> edges;
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (!places[at]) {
        mark_paragraph(maker, written[at].id);
        continue;
      }
      const PlacedText::Origin& first = placed_.origins[places[at]->first];
      const PlacedText::Origin& last = placed_.origins[places[at]->last];
      edges.push_back({first.piece, first.begin, true, at});
      edges.push_back({last.piece, last.end, false, at});
    }
    std::sort(edges.begin(), edges.end());
    RunCutter cutter;
    for (const Edge& edge : edges) {
      const TextPiece& piece = placed_.pieces[edge.piece];
      const std::string& id = written[edge.comment].id;
      if (edge.begins) {
        cutter.put_before(piece, edge.offset, numbered(maker, "commentRangeStart", id));
      } else {
        cutter.put_behind(piece, edge.offset, reference(maker, id));
        cutter.put_behind(piece, edge.offset, numbered(maker, "commentRangeEnd", id));
      }
    }
  }

  void mark_paragraph(const ElementMaker& maker, const std::string& id) {
    xmlNode* paragraph = placed_.first_paragraph;
    xmlNode* first = xmlFirstElementChild(paragraph);
    xmlNode* start = numbered(maker, "commentRangeStart", id);
    if (first && XmlNode(first).name() == "pPr") {
      xmlAddNextSibling(first, start);
    } else if (first) {
      xmlAddPrevSibling(first, start);
    } else {
      xmlAddChild(paragraph, start);
    }
    xmlAddChild(paragraph, numbered(maker, "commentRangeEnd", id));
    xmlAddChild(paragraph, reference(maker, id));
  }

  static xmlNode* numbered(const ElementMaker& maker, const char* name, const std::string& id) {
    xmlNode* node = maker.make(name);
    maker.set(node, "id", id);
    return node;
  }
  static xmlNode* reference(const ElementMaker& maker, const std::string& id) {
    xmlNode* run = maker.make("r");
    xmlAddChild(run, numbered(maker, "commentReference", id));
    return run;
  }

  DocxPackage& package_;
  std::string main_;
  std::map<std::string, Relationship> relationships_;
  XmlTree document_;
  std::optional<XmlTree> footnotes_, endnotes_;
  PlacedText placed_;
};

}  // namespace

AnnotatedDocx annotate_docx(std::string_view bytes, const DocxComments& comments) {
  if (comments.list.size() > kMostDocxComments)
    throw Error(ErrorKind::check, "more than 10,000 comments in one document",
                "take them as text or JSON");
  DocxPackage package(bytes);
  const std::string main = package.main_part();
  const std::optional<std::string> xml = main.empty() ? std::nullopt : package.read(main);
  if (!xml) throw Error(ErrorKind::check, "damaged: its main part is missing", kRemedy);
  Annotator annotator(package, main, *xml);
  const Places places = places_of(annotator.placed(), comments);
  return {rewrite_zip(bytes, annotator.write(comments, places), kRemedy),
          static_cast<std::size_t>(std::count(places.begin(), places.end(), std::nullopt))};
}

}  // namespace undex
