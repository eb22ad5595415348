#include "searcher/render/roff.h"

#include <algorithm>

#include "corpus/strings.h"
#include "schemas/version.h"

namespace undex::rendering {

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string roff_header(std::string_view name, int section, std::string_view summary) {
  std::string title(name);
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return ".TH " + title + " " + std::to_string(section) + " \"\" \"undex " +
         std::string(kProgramVersion) + "\"\n.SH NAME\n" + roff(name) + " \\- " + roff(summary) +
         "\n";
}

std::string roff_verbatim(std::string_view heading, std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  std::string out = ".SH " + std::string(heading) + "\n.nf\n";
  for (const std::string_view line : split(text, '\n')) out += roff(line) + "\n";
  return out + ".fi\n";
}

std::string roff_row(std::string_view term, std::string_view meaning) {
  return ".TP\n" + roff(term) + "\n" + roff(meaning) + "\n";
}

}  // namespace undex::rendering
