// undex precedent: was this said before? For a sentence, or each paragraph of a draft.
#include "searcher/render/precedent.h"

#include <algorithm>
#include <filesystem>

#include "corpus/text.h"
#include "searcher/compare/paragraphs.h"
#include "searcher/render/terminal.h"
#include "tools/undex/command.h"
#include "tools/undex/draft.h"
#include "tools/undex/holdings.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// Of a draft no more are asked for; --para asks for any.
constexpr std::size_t kMostParagraphs = 1000;

/// Whether a file is given, and no text. Error{usage} for what looks like a file that is not there.
bool is_file(const std::vector<std::string>& words) {
  const std::string& word = words.front();
  std::error_code ignored;
  if (words.size() > 1) return false;
  if (word == "-" || std::filesystem::exists(word, ignored)) return true;
  if (word.find(' ') == std::string::npos && std::filesystem::path(word).has_extension())
    throw Error(ErrorKind::usage, "there is no file '" + printable(word) + "'",
                "a text to ask for is several words");
  return false;
}

std::vector<const Block*> asked_blocks(const Document& document, const std::vector<Locator>& only) {
  std::vector<const Block*> out;
  for (const Block& block : document.blocks)
    if (comparing::is_compared(block) &&
        (only.empty() || std::ranges::any_of(only, [&](const Locator& place) {
           return place.contains(block.locator);
         })))
      out.push_back(&block);
  return out;
}

PrecedentPage page_of_draft(const Arguments& arguments, const Draft& draft,
                            const Precedents& precedents) {
  const Document& document = draft.document;
  const std::vector<Locator> only = places_of(arguments, Target{});
  std::vector<const Block*> blocks = asked_blocks(document, only);
  PrecedentPage page{.draft = draft.name, .answers = {}, .all = arguments.has("all")};
  if (blocks.size() > kMostParagraphs) {
    page.not_asked = blocks.size() - kMostParagraphs;
    blocks.resize(kMostParagraphs);
  }
  Progress progress(arguments.has("quiet"));
  for (const Block* block : blocks) {
    progress.show(page.answers.size(), blocks.size(), block->locator.text());
    PrecedentResult result = precedents.find({.text = block->text,
                                              .language = document.language(),
                                              .leave_out = document.symbol.text(),
                                              .limit = arguments.number("limit")});
    page.answers.push_back({.locator = block->locator.text(),
                            .pinpoint = block->locator.citation(),
                            .text = block->text,
                            .result = std::move(result)});
  }
  return page;
}

PrecedentPage page_of_text(const Arguments& arguments, const std::string& text,
                           const Precedents& precedents) {
  if (arguments.has("para"))
    throw Error(ErrorKind::usage, "--para names a place in a draft, and no file is given",
                "undex precedent draft.docx --para 4");
  PrecedentPage page{.draft = {}, .answers = {}};
  page.answers.push_back(
      {.locator = {},
       .pinpoint = {},
       .text = text,
       .result = precedents.find({.text = text, .limit = arguments.number("limit")})});
  return page;
}

std::string nothing_found(const PrecedentPage& page) {
  if (page.draft.empty()) return "undex: no precedent of this text is in this archive";
  const std::string draft = "undex: '" + page.draft + "'";
  if (page.answers.empty()) return draft + " has no paragraph there to ask for";
  return draft + ": no precedent of its " + rendering::counted(page.answers.size(), "paragraph") +
         " is in this archive";
}

}  // namespace

int run_precedent(const Arguments& arguments) {
  const std::string typed = joined_words(arguments);
  if (typed.empty())
    throw Error(ErrorKind::usage, "the precedent of what? no text and no file given",
                "undex precedent 'The Help Desk took 1,069 calls' or undex precedent draft.docx");
  const bool file = is_file(arguments.words());
  const Precedents precedents = Precedents::open(archive_dir(arguments));
  const PrecedentPage page =
      file ? page_of_draft(arguments, read_draft(arguments, typed), precedents)
           : page_of_text(arguments, typed, precedents);
  if (page.answered() == 0 && !page.all) {
    note(nothing_found(page));
    if (arguments.value("format") == "text") return 1;
  }
  const bool close_all = std::ranges::all_of(
      page.answers, [](const PrecedentAnswer& one) { return one.result.close_all; });
  if (arguments.value("format") == "csv" && !close_all)
    note("undex: too many paragraphs are close in meaning; not all were compared");
  print(render_precedents(page, arguments.value("format"), render_options(arguments)));
  return page.answered() == 0 ? 1 : 0;
}

}  // namespace undex::tool
