#include "searcher/documents/reuse_pages.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "schemas/run_words.h"
#include "undex/error.h"
#include "undex/search.h"

namespace undex {
namespace {

bool is_asked(const HeldText::Paragraph& paragraph, const std::vector<Locator>& places) {
  const std::optional<Locator> own = parse_locator(paragraph.locator);
  return places.empty() ||
         (own && std::ranges::any_of(places, [&](const Locator& at) { return at.contains(*own); }));
}

std::map<std::string, std::size_t> held_by_year(const std::filesystem::path& archive) {
  std::map<std::string, std::size_t> held;
  for (const FacetCount& year : Searcher::open(archive).facet("year").values)
    held[year.value] += year.documents;
  return held;
}

}  // namespace

ReusePage reuse_page(const std::filesystem::path& archive, const ArchiveEntry& entry,
                     const std::vector<Locator>& only, double least, std::size_t limit) {
  const Reuse reuse = Reuse::open(archive);
  ReusePage page{.document = reuse.held(entry.key), .paragraphs = {}};
  HeldText& document = page.document;
  if (document.key.empty())
    throw Error(ErrorKind::archive, "'" + entry.key + "' is not in the index",
                "bring the index in step with 'undex index' or 'undex rebuild'");
  std::erase_if(document.paragraphs,
                [&](const HeldText::Paragraph& one) { return !is_asked(one, only); });
  const auto lives_of = [&](const std::string& text) {
    return reuse.find({.text = text,
                       .language = document.language,
                       .from_key = document.key,
                       .least = least,
                       .limit = limit});
  };
  std::map<std::string_view, std::size_t> times;
  for (const HeldText::Paragraph& one : document.paragraphs) ++times[one.text];
  std::map<std::string_view, ReuseResult> repeated;  // each looked up once
  for (const HeldText::Paragraph& one : document.paragraphs) {
    if (times[one.text] == 1) {
      add_lives(page, one, lives_of(one.text));
      continue;
    }
    const auto [place, is_new] = repeated.try_emplace(one.text);
    if (is_new) place->second = lives_of(one.text);
    add_lives(page, one, place->second);
  }
  return page;
}

std::optional<ClauseHistory> clause_page(const std::filesystem::path& archive,
                                         const std::string& clause, double least) {
  if (run_words(clause, {}).size() < kRunWords)
    throw Error(ErrorKind::usage,
                "history: '" + clause + "' is not held, and too short to be a clause",
                "a clause has three words or more; 'undex search' finds shorter ones");
  ReuseResult found =
      Reuse::open(archive).find({.text = clause, .least = least, .limit = 0, .clause = true});
  if (found.wordings.empty()) return std::nullopt;
  return clause_history(clause, std::move(found), held_by_year(archive));
}

}  // namespace undex
