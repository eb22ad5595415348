// Rules about the file: its format, and what came along with the text.
#include <algorithm>
#include <array>

#include "indexer/convert/formats.h"
#include "indexer/submission/rules.h"

namespace undex::submission {
namespace {

using Verdict = Finding::Verdict;

struct FormatName {
  std::string_view format;  ///< row of indexer/convert/formats
  std::string_view name;    ///< for people
};
constexpr auto kFormatNames =
    std::to_array<FormatName>({{"docx", "Word 2007 or later (.docx)"},
                               {"doc", "Word 97-2003 (.doc)"},
                               {"rtf", "Rich Text Format (.rtf)"},
                               {"odt", "OpenDocument text (.odt)"},
                               {"wordml", "Word 2003 XML (.xml)"},
                               {"works", "Microsoft Works (.wps)"},
                               {"zip", "a zip archive (.zip)"},
                               {"pdf", "PDF (.pdf)"},
                               {"akn", "Akoma Ntoso (.xml)"},
                               {"marc-records", "catalogue records (MARC)"},
                               {"marc", "a catalogue record (MARC)"},
                               {"html", "a web page (.html)"},
                               {"markdown", "plain text with Markdown (.md)"},
                               {"text", "plain text (.txt)"},
                               {"wpd", "WordPerfect (.wpd)"}});

std::string name_of_format(std::string_view format) {
  for (const FormatName& row : kFormatNames)
    if (row.format == format) return std::string(row.name);
  return std::string(format);
}

std::vector<std::string> names_of(const std::vector<std::string>& formats) {
  std::vector<std::string> names;
  for (const std::string& format : formats) names.push_back(name_of_format(format));
  return names;
}

std::string small_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot > 10) return {};
  std::string extension(name.substr(dot + 1));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return extension;
}

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

/// ", though its name ends in .docx"
std::string against_its_name(const Subject& subject, const Format* format) {
  const std::string extension = small_extension(subject.request.source.name);
  if (extension.empty() || (format && lists(format->extensions, extension))) return {};
  return ", though its name ends in ." + extension;
}

Finding refused_format(const Subject& subject, const std::string& what) {
  const std::vector<std::string> accepted = names_of(subject.call.formats);
  if (accepted.empty())
    return {{}, Verdict::refused, {}, what, "ask the sender for a text document"};
  return {{},
          Verdict::refused,
          {},
          what + "; accepted: " + listed(accepted, "or"),
          "ask the sender for the text as " + listed(accepted, "or")};
}

/// What a file carries beside its text, by the notices of its converter.
struct Baggage {
  std::string_view code;
  std::string_view none;  ///< "no comments"
  Verdict verdict;
  std::string_view remedy;
  bool may_be_harmless = false;  ///< the converter tells by the level of its notice
};

bool is_plain_text(std::string_view format) { return format == "text" || format == "markdown"; }

/// Only of .docx and plain text does undex know that there is none: other formats are not looked
/// through.
void check_baggage(const Subject& subject, const Baggage& baggage, Findings& findings) {
  if (!subject.document) {
    findings.push_back(not_checked());
    return;
  }
  for (const Notice& notice : subject.document->notices) {
    if (notice.code != baggage.code) continue;
    const bool harmless = baggage.may_be_harmless && notice.level == Notice::Level::info;
    findings.push_back({{},
                        harmless ? Verdict::note : baggage.verdict,
                        notice.locator.text(),
                        notice.text,
                        std::string(baggage.remedy)});
  }
  if (!findings.empty()) return;
  const std::string& format = subject.document->provenance.format;
  if (format == "docx" || is_plain_text(format))
    findings.push_back({{}, Verdict::ok, {}, std::string(baggage.none), {}});
  else
    findings.push_back({{}, Verdict::note, {}, "not looked for in " + name_of_format(format), {}});
}

}  // namespace

void check_format(const Subject& subject, Findings& findings) {
  const Format* format = find_format(subject.made.format);
  if (!format) {
    findings.push_back(
        refused_format(subject, subject.made.reason + against_its_name(subject, nullptr)));
    return;
  }
  const std::string what =
      name_of_format(format->name) + ", by its content" + against_its_name(subject, format);
  const std::vector<std::string>& accepted = subject.call.formats;
  if (!accepted.empty() &&
      std::find(accepted.begin(), accepted.end(), format->name) == accepted.end())
    findings.push_back(refused_format(subject, what));
  else if (!subject.made.members.empty())
    findings.push_back(refused_format(subject, what + ", which holds several files"));
  else if (!subject.made.reason.empty())
    findings.push_back({{},
                        Verdict::refused,
                        {},
                        what + "; it cannot be read: " + subject.made.reason,
                        subject.made.remedy});
  else
    findings.push_back({{}, Verdict::ok, {}, what, {}});
}

void check_tracked_changes(const Subject& subject, Findings& findings) {
  check_baggage(subject,
                {"tracked-changes", "none", Verdict::warning,
                 "ask the sender whether the text with its changes accepted is meant"},
                findings);
}

void check_comments(const Subject& subject, Findings& findings) {
  check_baggage(subject,
                {"comments", "none", Verdict::warning, "take them out before it is published"},
                findings);
}

void check_hidden_text(const Subject& subject, Findings& findings) {
  check_baggage(
      subject, {"hidden-text", "none", Verdict::warning, "see what it says before it is published"},
      findings);
}

void check_macros(const Subject& subject, Findings& findings) {
  check_baggage(subject,
                {"macros", "none", Verdict::refused,
                 "ask the sender for the document without macros (.docx)"},
                findings);
}

void check_external_links(const Subject& subject, Findings& findings) {
  check_baggage(subject,
                {"external-link", "none", Verdict::warning,
                 "open it offline; ask the sender to embed what it shows", true},
                findings);
}

void check_embedded_files(const Subject& subject, Findings& findings) {
  check_baggage(subject, {"embedded-file", "none", Verdict::warning, "ask the sender for its text"},
                findings);
}

}  // namespace undex::submission
