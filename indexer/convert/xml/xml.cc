#include "indexer/convert/xml/xml.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "corpus/text.h"
#include "indexer/convert/html/page.h"
#include "indexer/convert/text/encoding.h"
#include "indexer/convert/xml/language_codes.h"
#include "indexer/convert/xml/source.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";
constexpr int kDeepestHeading = 6;

/// Usual names of elements, and the element of a page that means the same.
struct UsualName {
  std::string_view name;
  std::string_view html;
};
constexpr std::array<UsualName, 26> kUsualNames{{{"b", "b"},
                                                 {"br", "br"},
                                                 {"cell", "td"},
                                                 {"em", "i"},
                                                 {"emphasis", "i"},
                                                 {"entry", "td"},
                                                 {"head", "h"},
                                                 {"heading", "h"},
                                                 {"i", "i"},
                                                 {"item", "li"},
                                                 {"itemizedlist", "ul"},
                                                 {"lb", "br"},
                                                 {"li", "li"},
                                                 {"list", "ul"},
                                                 {"listitem", "li"},
                                                 {"ol", "ol"},
                                                 {"orderedlist", "ol"},
                                                 {"p", "p"},
                                                 {"para", "p"},
                                                 {"row", "tr"},
                                                 {"table", "table"},
                                                 {"td", "td"},
                                                 {"th", "th"},
                                                 {"title", "h"},
                                                 {"tr", "tr"},
                                                 {"ul", "ul"}}};

/// Reads a tree as if it were a page.
class Reader {
 public:
  void read(const xmlNode* node, int depth, bool in_text) {
    const std::string html = html_of(node, depth, in_text);
    page_.begin(html, {});
    const bool text = in_text || html == "p" || html.starts_with("h") || html == "span";
    for (const xmlNode* at = node->children; at; at = at->next) {
      if (is_text(at)) page_.text(content_of(at));
      if (at->type == XML_ELEMENT_NODE) read(at, depth + 1, text);
    }
    page_.end(html);
  }
  std::vector<ConvertedBlock> take() { return page_.take(); }

 private:
  static std::string html_of(const xmlNode* node, int depth, bool in_text) {
    const std::string name = to_lower(name_of(node));
    const auto* row = std::find_if(kUsualNames.begin(), kUsualNames.end(),
                                   [&](const UsualName& usual) { return usual.name == name; });
    if (row == kUsualNames.end()) return in_text ? "span" : has_own_text(node) ? "p" : "div";
    if (row->html != "h") return std::string(row->html);
    return "h" + std::to_string(std::clamp(depth, 1, kDeepestHeading));
  }

  HtmlPage page_;
};

/// Whether half of the words stand in pieces long enough to be sentences.
bool has_sentences(const std::vector<ConvertedBlock>& blocks) {
  static constexpr std::size_t kSentence = 6;
  std::size_t all = 0;
  std::size_t in_sentences = 0;
  for (const ConvertedBlock& block : blocks) {
    const std::size_t count = words(block.text).size();
    all += count;
    in_sentences += count >= kSentence ? count : 0;
  }
  return in_sentences * 2 > all;
}

}  // namespace

bool recognises_xml(std::string_view bytes) {
  const std::string root = xml_root_of(bytes);
  if (root.empty()) return false;
  const std::optional<DecodedText> head = decode_head(bytes);
  if (head && head->text.substr(0, 64).find("<?xml") != std::string::npos) return true;
  const std::size_t last = bytes.find_last_not_of(" \t\r\n");
  const std::size_t begin = bytes.rfind("</");
  return begin != std::string_view::npos && bytes[last] == '>' &&
         bytes.substr(begin).find(root) != std::string_view::npos;
}

ConvertedText convert_xml(std::string_view bytes, std::string_view name) {
  XmlSource source = read_xml_source(bytes, name);
  const xmlNode* root = source.root();
  ConvertedText text;
  text.notices = std::move(source.notices);
  Reader reader;
  reader.read(root, 0, false);
  text.blocks = reader.take();
  if (!has_sentences(text.blocks))
    throw Error(ErrorKind::check, "XML file: data, not a document",
                "convert its texts to plain text, one file a document");
  text.language = two_letter_language(attribute(root, "lang", kXmlSpace).value_or(""));
  text.notices.push_back({Notice::Level::info,
                          "unknown-xml",
                          {},
                          "'" + std::string(name_of(root)) +
                              "' is a vocabulary that undex does not know: its texts in their "
                              "order"});
  return text;
}

}  // namespace undex
