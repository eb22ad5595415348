#include "indexer/convert/docx/baggage.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/ascii.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostNamed = 8;
constexpr std::size_t kMostTarget = 120;

struct Kind {
  std::string_view type;  ///< of the relationship
  std::string_view name;  ///< for people
};
constexpr std::array<Kind, 6> kKinds{{{"attachedTemplate", "template"},
                                      {"image", "picture"},
                                      {"oleObject", "object"},
                                      {"package", "object"},
                                      {"subDocument", "part of the document"},
                                      {"mailMergeSource", "data source"}}};

std::string kind_of(const std::string& type) {
  const auto* row = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](const Kind& kind) { return kind.type == type; });
  return row == kKinds.end() ? type : std::string(row->name);
}

Notice notice(Notice::Level level, std::string code, std::string text) {
  return {.level = level, .code = std::move(code), .locator = {}, .text = std::move(text)};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

/// A template on a disk of its author is custom; what lies on a network is fetched when the file is
/// opened.
bool is_harmless(const DocxLink& link) {
  if (link.kind != "template") return false;
  std::string target = link.target;
  std::replace(target.begin(), target.end(), '\\', '/');
  if (target.starts_with("file:///")) target.erase(0, 8);
  if (target.starts_with("//")) return false;
  const std::size_t colon = target.find(':');
  return colon == std::string::npos || colon == 1;  // "C:/Templates/Report.dotm"
}

/// At most kMostTarget bytes, cut between characters.
std::string shortened(std::string target) {
  if (target.size() <= kMostTarget) return target;
  std::size_t end = kMostTarget;
  while (end > 0 && (static_cast<unsigned char>(target[end]) & 0xC0U) == 0x80U) --end;
  return target.substr(0, end) + "...";
}

Notice links_notice(const std::vector<DocxLink>& links) {
  std::string text = counted(links.size(), "link", "links") + " to what lies outside the file:";
  for (std::size_t at = 0; at < std::min(links.size(), kMostNamed); ++at)
    text += (at == 0 ? " " : ", ") + links[at].kind + " '" + shortened(links[at].target) + "'";
  if (links.size() > kMostNamed)
    text += " and " + std::to_string(links.size() - kMostNamed) + " more";
  const bool harmless = std::all_of(links.begin(), links.end(), is_harmless);
  return notice(harmless ? Notice::Level::info : Notice::Level::warning, "external-link",
                std::move(text));
}

/// "word/vbaProject.bin", in any case.
bool names_macros(std::string_view name) {
  constexpr std::string_view kEnd = "vbaproject.bin";
  return name.size() >= kEnd.size() &&
         std::equal(kEnd.rbegin(), kEnd.rend(), name.rbegin(), [](char wanted, char c) {
           return wanted == c || (is_upper(c) && wanted == static_cast<char>(c + 32));
         });
}

bool allows_macros(DocxPackage& package) {
  const std::optional<std::string> types = package.read("[Content_Types].xml");
  return types && types->find("macroEnabled") != std::string::npos;
}

/// None for a part that is damaged: one that is needed is refused where it is read.
std::map<std::string, Relationship> relationships_of(DocxPackage& package,
                                                     const std::string& part) {
  try {
    return package.relationships(part);
  } catch (const Error&) {
    return {};
  }
}

/// "word/_rels/document.xml.rels" -> "word/document.xml"; empty when it is no such part.
std::string owner_of(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  if (!name.ends_with(".rels")) return {};
  const std::size_t folder = name.rfind("_rels/");
  if (folder == std::string::npos) return {};
  return name.substr(0, folder) + name.substr(folder + 6, name.size() - folder - 6 - 5);
}

}  // namespace

std::vector<Notice> baggage_of(DocxPackage& package, std::vector<DocxLink> links) {
  bool macros = false;
  std::size_t embedded = 0;
  for (const std::string& name : package.parts()) {
    macros = macros || names_macros(name);
    const std::string owner = owner_of(name);
    if (owner.empty()) continue;
    for (const auto& [id, relationship] : relationships_of(package, owner)) {
      if (relationship.type == "hyperlink") continue;
      if (relationship.external) {
        links.push_back({kind_of(relationship.type), relationship.target});
      } else {
        embedded += relationship.type == "package" || relationship.type == "oleObject" ? 1 : 0;
      }
    }
  }
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  std::vector<Notice> notices;
  if (macros) {
    notices.push_back(notice(Notice::Level::warning, "macros", "macros in it, left out"));
  } else if (allows_macros(package)) {
    notices.push_back(notice(Notice::Level::warning, "macros",
                             "of a kind that may hold macros (.docm), though it holds none"));
  }
  if (!links.empty()) notices.push_back(links_notice(links));
  if (embedded > 0)
    notices.push_back(notice(Notice::Level::info, "embedded-file",
                             counted(embedded, "file", "files") + " embedded in it, not read"));
  return notices;
}

}  // namespace undex
