#include "searcher/serve/page/html.h"

#include <gtest/gtest.h>

namespace undex::serve {
namespace {

TEST(Html, EscapesWhatIsNotItsOwn) {
  Html html;
  html.open("p", {{"class", "a\"b"}}).text("<b> & \x01").empty("br").close("p");
  EXPECT_EQ(html.take(), "<p class=\"a&quot;b\">&lt;b&gt; &amp; \uFFFD<br></p>");
}

TEST(Html, LeavesOutAttributesThatAreNotThere) {
  Html html;
  html.empty("input", {{"checked", Html::kNone}, {"disabled", ""}, {"value", ""}});
  EXPECT_EQ(html.take(), "<input disabled value=\"\">");
}

TEST(Html, LeadsNowhereThatRuns) {
  for (const char* bad :
       {"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "data:text/html,x", "vbscript:x",
        "//evil.example.org", "/\\evil.example.org", "\tjavascript:x"}) {
    Html html;
    html.element("a", {{"href", bad}}, "x");
    EXPECT_EQ(html.take(), "<a href=\"#\">x</a>") << bad;
  }
  for (const char* good :
       {"/A/58/568", "#para_1", "?q=a", "https://example.org/", "mailto:a@example.org"})
    EXPECT_TRUE(is_safe_address(good)) << good;
}

}  // namespace
}  // namespace undex::serve
