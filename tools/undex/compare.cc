// undex compare: two documents or two places side by side.
#include "searcher/compare/compare.h"

#include "searcher/render/comparison.h"
#include "searcher/trace/series_page.h"
#include "tools/undex/command.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

constexpr const char* kExample = "undex compare E/2003/75 E/2009/21";

struct Side {
  Document document;
  std::optional<Locator> place;
};

bool is_record(const Document& document) {
  return document.masthead.normal(MastheadItem::record) == "true";
}

/// Nothing when no text of it is held: that is said on stderr.
std::optional<Side> side_of(const Archive& archive, const Arguments& arguments,
                            const std::string& typed) {
  const Target target = find_target(archive, typed);
  if (target.entries.empty()) {
    not_held(archive, target.name);
    return std::nullopt;
  }
  Side side{read_understood(archive, chosen_version(target.entries, arguments.value("language"))),
            target.place};
  if (!is_record(side.document)) return side;
  note("undex: of " + side.document.name() + " only a catalogue record is held, no text");
  return std::nullopt;
}

int compare_two(const Archive& archive, const Arguments& arguments) {
  const std::vector<std::string>& typed = arguments.words();
  if (typed.size() != 2)
    throw Error(ErrorKind::usage,
                "two documents are compared; " + std::to_string(typed.size()) + " given", kExample);
  const std::optional<Side> before = side_of(archive, arguments, typed[0]);
  const std::optional<Side> after = side_of(archive, arguments, typed[1]);
  if (!before || !after) return 1;
  if (before->place.has_value() != after->place.has_value())
    throw Error(ErrorKind::usage, "a place is compared with a place, a document with a document",
                "undex compare E/2003/75:1 E/2009/21:1");
  const std::string format = arguments.value("format");
  const RenderOptions options = render_options(arguments);
  if (!before->place) {
    print(render_comparison(compare_documents(before->document, after->document),
                            arguments.has("summary"), format, options));
    return 0;
  }
  const ParagraphPair pair =
      compare_places(before->document, *before->place, after->document, *after->place);
  for (const auto& [side, text] :
       {std::pair(&*before, &pair.before_text), {&*after, &pair.after_text}})
    if (text->empty()) {
      note("undex: " + side->document.name() + " has no " + side->place->citation());
      return 1;
    }
  print(render_comparison(pair, before->document.name(), after->document.name(), format, options));
  return 0;
}

/// The documents of the register that are held as text, in the order of their years.
std::vector<Document> held_of(const Archive& archive, const Arguments& arguments,
                              const Series& series) {
  std::vector<Document> out;
  for (const SeriesRow& row : series_page(series, archive).rows) {
    if (!row.held) continue;
    const Target target = find_target(archive, row.member.symbol.text());
    Document document =
        read_understood(archive, chosen_version(target.entries, arguments.value("language")));
    if (!is_record(document)) out.push_back(std::move(document));
  }
  return out;
}

int compare_series(const Archive& archive, const Arguments& arguments) {
  const std::string name = arguments.value("series");
  const Series* series = find_series(name);
  if (series == nullptr)
    throw Error(ErrorKind::usage, "no series is called '" + name + "'",
                "'undex series' lists them");
  const std::vector<Document> held = held_of(archive, arguments, *series);
  std::vector<DocumentComparison> out;
  for (std::size_t at = 1; at < held.size(); ++at)
    out.push_back(compare_documents(held[at - 1], held[at]));
  if (out.empty())
    note("undex: " + std::to_string(held.size()) + " of the series " + series->id +
         " held; two are needed");
  print(render_comparisons(out, arguments.value("format"), render_options(arguments)));
  return out.empty() ? 1 : 0;
}

}  // namespace

int run_compare(const Arguments& arguments) {
  const Archive archive = Archive::open(archive_dir(arguments), Archive::Mode::read);
  return arguments.has("series") ? compare_series(archive, arguments)
                                 : compare_two(archive, arguments);
}

}  // namespace undex::tool
