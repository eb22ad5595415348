#include "schemas/publications.h"

#include <charconv>

#include "corpus/strings.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::string_view kName = "undex-publications\t";
constexpr std::string_view kForm = "1";

[[noreturn]] void fail(std::string_view what) {
  throw Error(ErrorKind::archive, "cannot read the times of publication: " + std::string(what),
              "'undex index' makes them anew; harvesters then take everything again");
}

Publication read_line(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) fail("a line is cut");
  Publication read{.time = std::string(line.substr(tab + 1))};
  const auto [end, fault] = std::from_chars(line.data(), line.data() + tab, read.revision);
  if (fault != std::errc() || end != line.data() + tab) fail("a revision is no number");
  return read;
}

}  // namespace

std::string write_publications(const std::vector<Publication>& publications) {
  std::string text = std::string(kName) + std::string(kForm) + "\n";
  for (const Publication& one : publications)
    text += std::to_string(one.revision) + "\t" + one.time + "\n";
  return text;
}

std::vector<Publication> read_publications(std::string_view text) {
  if (!text.starts_with(kName) || !text.ends_with('\n')) fail("the file is cut or another");
  std::vector<std::string_view> lines = split(text.substr(0, text.size() - 1), '\n');
  if (lines.front().substr(kName.size()) != kForm)
    throw Error(ErrorKind::version, "the times of publication have a newer form",
                "use the version of undex that made the index");
  std::vector<Publication> publications;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    Publication next = read_line(lines[at]);
    if (!publications.empty() && (next.revision <= publications.back().revision ||
                                  next.time < publications.back().time || next.time.empty()))
      fail("its lines are out of order");
    publications.push_back(std::move(next));
  }
  return publications;
}

}  // namespace undex
