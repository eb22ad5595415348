#include "schemas/call.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <set>

#include "corpus/authority.h"
#include "corpus/embedded.h"
#include "corpus/strings.h"
#include "corpus/text.h"
#include "corpus/xml/schema.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr std::string_view kExplained = "docs/submissions.md explains a call file";

const XmlSchema& call_schema() {
  static const XmlSchema kSchema = [] {
    const auto files = embedded_schemas();
    const auto found = std::find_if(files.begin(), files.end(),
                                    [](const EmbeddedFile& file) { return file.name == "call"; });
    assert(found != files.end());
    return XmlSchema(found->bytes);
  }();
  return kSchema;
}

/// A call file that the schema accepts, read for what a schema cannot know.
class CallReader {
 public:
  explicit CallReader(std::string_view name) : name_(name) {}

  Call read(const xmlNode* root) const {
    Call call;
    call.id = value(root, "id");
    call.reference = text(child(root, "reference"));
    call.title = text(child(root, "title"));
    read_mandate(child(root, "mandate"), call);
    read_deadline(child(root, "deadline"), call);
    call.formats = texts(child(root, "formats"));
    call.languages = texts(child(root, "languages"));
    if (const xmlNode* length = child(root, "length")) read_length(length, call);
    read_submitters(child(root, "submitters"), call);
    if (const xmlNode* sections = child(root, "sections")) read_sections(sections, call);
    for (const xmlNode* node : elements(root)) {
      if (name_of(node) == "contact") call.contacts.push_back(text(node));
      if (name_of(node) == "note") call.notes.push_back(text(node));
    }
    return call;
  }

 private:
  [[noreturn]] void refuse(const xmlNode* node, const std::string& fault,
                           const std::string& allowed) const {
    throw Error(ErrorKind::check,
                std::string(name_) + ":" + std::to_string(xmlGetLineNo(node)) + ": " + fault,
                allowed);
  }

  /// Of an element without elements in it.
  static std::string text(const xmlNode* node) {
    std::string out;
    for (const xmlNode* at = node->children; at; at = at->next)
      if (at->type == XML_TEXT_NODE) out += reinterpret_cast<const char*>(at->content);
    return normal_text(collapse_spaces(out));
  }
  static std::vector<std::string> texts(const xmlNode* node) {
    std::vector<std::string> out;
    if (!node) return out;
    for (const xmlNode* one : elements(node)) out.push_back(text(one));
    return out;
  }
  static std::string value(const xmlNode* node, std::string_view name) {
    return normal_text(collapse_spaces(attribute(node, name, "").value_or("")));
  }
  static bool flag(const xmlNode* node, std::string_view name) {
    const std::string text = value(node, name);
    return text == "true" || text == "1";
  }

  void read_mandate(const xmlNode* node, Call& call) const {
    const std::string symbol = value(node, "symbol"), place = value(node, "place");
    const std::optional<Symbol> parsed = parse_symbol(symbol);
    if (!parsed) refuse(node, "'" + symbol + "' is not a document symbol", "a symbol as A/78/265");
    call.mandate = *parsed;
    if (place.empty()) return;
    const std::optional<Locator> locator = parse_locator(place);
    if (!locator)
      refuse(node, "'" + place + "' is not a place in a document", "a place as 'annex, 46' or '4'");
    call.mandate_place = *locator;
  }

  void read_deadline(const xmlNode* node, Call& call) const {
    const std::string stated = text(node);
    const std::optional<ZonedTime> time = parse_zoned_time(stated);
    if (!time)
      refuse(node, "there is no such time as '" + stated + "'",
             "a time with its offset from UTC on that day: 2023-11-10T23:59-05:00");
    call.deadline = *time;
    call.deadline.zone = value(node, "zone");
    call.deadline_assumed = value(node, "assumed");
  }

  void read_length(const xmlNode* node, Call& call) const {
    const auto number = [&](std::string_view name) -> std::optional<std::size_t> {
      const std::string digits = value(node, name);
      std::size_t count = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), count);
      return digits.empty() ? std::nullopt : std::optional(count);
    };
    call.most_words = number("words");
    call.most_pages = number("pages");
    if (!call.most_words && !call.most_pages)
      refuse(node, "'length' limits nothing", "words=\"3000\", pages=\"6\", or both");
  }

  void read_submitters(const xmlNode* node, Call& call) const {
    call.member_states_only = flag(node, "member-states");
    for (const xmlNode* one : elements(node)) {
      const std::string id = value(one, "id");
      if (!find_name(id))
        refuse(one, "no sender '" + id + "' is known",
               "an id of the authority files, as 'undex export --what names' lists them");
      call.submitters.push_back(id);
    }
    if (!call.member_states_only && call.submitters.empty())
      refuse(node, "nobody may submit", "member-states=\"true\", or elements submitter");
  }

  void read_sections(const xmlNode* node, Call& call) const {
    std::set<std::string> ids;
    for (const xmlNode* one : elements(node)) {
      RequiredSection section{value(one, "id"), value(one, "title"), flag(one, "required"),
                              texts(one)};
      if (!ids.insert(section.id).second)
        refuse(one, "section '" + section.id + "' is there twice", "another id for each section");
      for (const std::string& sign : section.signs)
        if (letters_and_digits(sign).empty())
          refuse(one, "the sign '" + sign + "' has no words", "words of a heading");
      call.sections.push_back(std::move(section));
    }
  }

  std::string_view name_;
};

/// "'call.xml' line 12: fault" of the parser -> "call.xml:12: fault".
std::string placed(std::string_view name, std::string_view message) {
  const std::string before = "'" + std::string(name) + "'";
  if (!message.starts_with(before)) return std::string(name) + ": " + std::string(message);
  message.remove_prefix(before.size());
  constexpr std::string_view kLine = " line ";
  if (message.starts_with(kLine)) message.remove_prefix(kLine.size() - 1);
  const bool has_line = message.starts_with(' ');
  return std::string(name) +
         (has_line ? ":" + std::string(message.substr(1)) : std::string(message));
}

XmlTree parse_call(std::string_view xml, std::string_view name) {
  if (xml.size() > kMostBytes)
    throw Error(ErrorKind::check, std::string(name) + ": larger than 1 MiB, which no call is",
                std::string(kExplained));
  try {
    return parse_xml(xml, name);
  } catch (const Error& error) {
    throw Error(error.kind, placed(name, error.what()), std::string(kExplained));
  }
}

std::vector<Call> read_bundled_calls() {
  std::vector<Call> calls;
  for (const EmbeddedFile& file : embedded_calls())
    calls.push_back(read_call(file.bytes, std::string(file.name) + ".xml"));
  std::sort(calls.begin(), calls.end(),
            [](const Call& a, const Call& b) { return a.deadline.instant < b.deadline.instant; });
  return calls;
}

}  // namespace

Call read_call(std::string_view xml, std::string_view name) {
  const XmlTree tree = parse_call(xml, name);
  const std::vector<XmlFault> faults = call_schema().faults_of(tree);
  if (faults.empty()) return CallReader(name).read(xmlDocGetRootElement(tree.get()));
  const XmlFault& first = faults.front();
  std::string message = std::string(name) + ":" + std::to_string(first.line) + ": " + first.text;
  if (faults.size() > 1) message += "; and more, line " + std::to_string(faults[1].line);
  throw Error(ErrorKind::check, message,
              first.allowed.empty() ? std::string(kExplained) : "allowed: " + first.allowed);
}

const std::vector<Call>& bundled_calls() {
  static const std::vector<Call> kCalls = read_bundled_calls();
  return kCalls;
}

const Call* bundled_call(std::string_view name) {
  for (const Call& call : bundled_calls())
    if (call.id == name || call.reference == name) return &call;
  return nullptr;
}

}  // namespace undex
