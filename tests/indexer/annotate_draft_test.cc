#include "indexer/annotate_draft.h"

#include <gtest/gtest.h>

#include "tests/indexer/convert/docx_builder.h"
#include "undex/error.h"

namespace undex::test {
namespace {

DocxComments one_comment() {
  return {.author = "undex",
          .date = "2026-01-01T00:00:00Z",
          .texts = {"The office answers letters."},
          .list = {{.text = 0, .begin = 4, .end = 10, .says = "which?"}}};
}

TEST(AnnotateDraft, GivesInTheCageWhatItGivesOutside) {
  const std::string draft = docx(p("The office answers letters."));
  EXPECT_EQ(annotate_draft(draft, one_comment()).bytes, annotate_docx(draft, one_comment()).bytes);
  DocxComments elsewhere = one_comment();
  elsewhere.texts = {"A running head of it."};
  EXPECT_EQ(annotate_draft(draft, elsewhere).unplaced, 1U);
}

TEST(AnnotateDraft, SaysWhyADraftTakesNoComments) {
  try {
    annotate_draft("no archive", one_comment());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::check);
    EXPECT_NE(std::string(error.what()).find("damaged zip archive"), std::string::npos);
    EXPECT_FALSE(error.hint.empty());
  }
}

}  // namespace
}  // namespace undex::test
