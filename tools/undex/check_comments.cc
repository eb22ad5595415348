#include "tools/undex/check_comments.h"

#include <map>
#include <system_error>
#include <tuple>
#include <utility>

#include "corpus/archive/files.h"
#include "corpus/text.h"
#include "indexer/annotate_draft.h"
#include "tools/undex/terminal.h"
#include "undex/error.h"

namespace undex::tool {
namespace {

/// All texts of the document in reading order, and which is which.
class Texts {
 public:
  explicit Texts(const Document& document) : document_(document) {
    for (std::size_t block = 0; block < document.blocks.size(); ++block) {
      const int table = document.blocks[block].table;
      if (table < 0 || static_cast<std::size_t>(table) >= document.tables.size()) {
        number_of({.block = static_cast<int>(block)});
        continue;
      }
      const auto& rows = document.tables[static_cast<std::size_t>(table)].rows;
      for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column)
          number_of({.block = static_cast<int>(block),
                     .row = static_cast<int>(row),
                     .column = static_cast<int>(column)});
      }
    }
  }

  /// A line of the masthead comes last: the text holds it too, or it stands in a running head.
  std::size_t number_of(const MarkSpan& span) {
    const auto [at, added] =
        numbers_.try_emplace({span.block, span.row, span.column}, texts_.size());
    if (added) texts_.emplace_back(text_of(document_, span));
    return at->second;
  }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  const Document& document_;
  std::map<std::tuple<int, int, int>, std::size_t> numbers_;
  std::vector<std::string> texts_;
};

std::string comment_of(const CheckFinding& finding) {
  std::string says = std::string(name_of(finding.level)) + " (" + std::string(finding.code) +
                     "): " + finding.message;
  if (!finding.remedy.empty()) says += "\n→ " + finding.remedy;
  if (!finding.source.empty()) says += "\nby " + finding.source;
  return says;
}

DocxComments comments_of(const Document& draft, const CheckResult& result, const Date& date) {
  const std::string day = date.day > 0 ? date.iso() + "T00:00:00Z" : "";
  DocxComments comments{.author = "undex", .date = day, .texts = {}, .list = {}};
  Texts texts(draft);
  for (const CheckFinding& finding : result.findings)
    comments.list.push_back({.text = texts.number_of(finding.span),
                             .begin = finding.span.begin,
                             .end = finding.span.end,
                             .says = comment_of(finding)});
  comments.texts = texts.take();
  return comments;
}

bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
  std::error_code missing;  // then they are two
  return std::filesystem::equivalent(one, other, missing);
}

std::string quoted(const std::filesystem::path& path) {
  return "'" + printable(path.string()) + "'";
}

}  // namespace

void require_copy(const CommentedCopy& copy, const Document& draft) {
  if (draft.provenance.format != "docx")
    throw Error(
        ErrorKind::usage,
        "--comments: the draft is " + draft.provenance.format + ", and only a .docx takes comments",
        "save it as .docx, or take the findings with --format text or json");
  // The copy is written beside its place first.
  for (const std::string ending : {"", ".tmp"}) {
    if (is_same_file(copy.out.string() + ending, copy.draft))
      throw Error(ErrorKind::usage, "--comments: " + quoted(copy.out) + " is the draft itself",
                  "name another file: the draft stays as it is");
  }
}

void write_copy(const CommentedCopy& copy, std::string_view bytes, const Document& draft,
                const CheckResult& result, const Date& date) {
  AnnotatedDocx annotated{.bytes = std::string(bytes)};
  try {
    if (!result.findings.empty())
      annotated = annotate_draft(bytes, comments_of(draft, result, date));
  } catch (const Error& error) {
    throw Error(error.kind, std::string("--comments: ") + error.what(), error.hint);
  }
  files::write_durably(std::filesystem::absolute(copy.out), annotated.bytes);
  if (annotated.unplaced == 0) return;
  note("undex: " + quoted(copy.out) + ": " + std::to_string(annotated.unplaced) + " of " +
       std::to_string(result.findings.size()) +
       " comments stand at the first paragraph and quote their words, which are not in its text");
}

}  // namespace undex::tool
