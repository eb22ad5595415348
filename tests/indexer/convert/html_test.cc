#include "indexer/convert/html/html.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/indexer/convert/dump.h"
#include "tests/support.h"
#include "undex/error.h"

namespace undex::test {
namespace {

std::string read(const std::string& page) { return dump(convert_html(page, "a.html")); }

std::string codes(const ConvertedText& text) {
  std::string codes;
  for (const Notice& notice : text.notices) codes += notice.code + " ";
  return codes;
}

struct Case {
  const char* page;
  const char* expected;
};

TEST(Html, ReadsBlocksAsParagraphs) {
  const Case cases[] = {
      {"<html><head><title>Not text</title></head><body><p>One\n  lamp</p><p>Two</body>",
       "One lamp\nTwo\n"},
      {"<div>Lamp<div>room</div>ferry</div>", "Lamp\nroom\nferry\n"},
      {"<p>Lamp<section>room</section>", "Lamp\nroom\n"},
      {"<p>One <b>la</b>mp <i>r</i>oom", "One lamp room\n"},
      {"<h1>Lamps</h1><h3>Oil &amp; wick</h3>text",
       "heading/0 Lamps\nheading/2 Oil & wick\ntext\n"},
      {"<p>one <br> two<br/>three", "one\\ntwo\\nthree\n"},
      {"one<br><br>two<br>\n<br><br>three", "one\ntwo\nthree\n"},
      {"<p>1&nbsp;067 caf&eacute; &#8212; &#x2019; &#150; &unknown; &lt;p&gt;",
       "1\u00A0067 café — ’ – &unknown; <p>\n"},
      {"<pre>\nOne line\n  two <b>lines</b>\n\nthree</pre>after",
       "One line\n  two lines\nthree\nafter\n"},
      {"<dl><dt>Lamp<dd>gives light</dl>", "Lamp\ngives light\n"},
      {"<nav><p>Home</nav><p>Lamp", "footer Home\nLamp\n"},
      {"<!DOCTYPE html [<!ENTITY a \"x]\"><!ENTITY b SYSTEM \"file:///b\"> ] ><p>&a;&b;",
       "&a;&b;\n"},
      {"<plaintext>Lamp <b>room", "Lamp room\n"},
      {"<p><![if !supportLists]><span>1.</span><![endif]> Lamp <![IF x]>oil<![ENDIF]> 3<![x]",
       "1. Lamp oil 3<![x]\n"},
      {"<p>Lamp<![if", "Lamp<![if\n"},
      {"<p>Lamp<!--[if mso]>hidden<![endif]--> oil", "Lamp oil\n"},
      {"<h2><button>Lamps</button><button>Oil</button></h2>", "Lamps\nOil\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.page), c.expected) << c.page;
}

TEST(Html, LeavesOutWhatIsNotShown) {
  const Case cases[] = {
      {"<p>a<script>if (a<b) c('</p>')</script>b<style>p{}</style>c", "abc\n"},
      {"<p>a<!-- x --><template><p>y</template>", "a\n"},
      {"<p>a<span style='Display : none ;x:y'>x</span><span hidden>y</span>b", "ab\n"},
      {"<div style=display:none><div>x</div>y</div>z", "z\n"},
      {"<p>a<noscript>x</noscript><svg><title>y</title></svg><select><option>z</select>", "a\n"},
      {"<p>a<img src='data:image/png;base64,AAAA' alt=x>b", "ab\n"},
      {"<script src=x /><p>a</p>", "a\n"},
      {"<p><ruby>東京<rp>(</rp><rt>x</rt><rp>)</rp></ruby>", "東京\n"},
      {"<xml><o:Author>x</o:Author></xml><p>a", "a\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.page), c.expected) << c.page;
  EXPECT_EQ(codes(convert_html("<p hidden>x</p><p hidden></p>y", "")), "hidden-text ");
  EXPECT_EQ(codes(convert_html("<p>a<script>b", "")), "page-cut ");
  EXPECT_EQ(codes(convert_html("<p>a<script>b<br/>", "")), "page-cut ");
  EXPECT_EQ(codes(convert_html("<p>a<script src=b />c", "")), "");
  EXPECT_EQ(codes(convert_html("<p>a<!-- b", "")), "page-cut ");
  EXPECT_EQ(codes(convert_html("<p>a<script>b</script>", "")), "");
}

TEST(Html, KeepsTheNumbersThatListsShow) {
  const Case cases[] = {
      {"<ol start=7><li>a<li value=9>b<li>c</ol>", "[7.] a\n[9.] b\n[10.] c\n"},
      {"<ol type=a><li>x<ol type=i><li>y<li>z</ol><li>w</ol>", "[a.] x\n[i.] y\n[ii.] z\n[b.] w\n"},
      {"<ol type=A><li><p>x</p><p>more</p></ol>", "[A.] x\nmore\n"},
      {"<ol type=I start=4><li>x</ol>", "[IV.] x\n"},
      {"<ol style='list-style-type: lower-alpha'><li>x</ol>", "[a.] x\n"},
      {"<ol reversed start=3><li>x<li>y</ol>", "[3.] x\n[2.] y\n"},
      {"<ol><li><ol type=a><li>x</ol></ol>", "[1.] a. x\n"},
      {"<ol style='list-style:none'><li>1. x</ol>", "1. x\n"},
      {"<ul><li>x<li>(a) y</ul>", "[-] x\n(a) y\n"},
      {"<ol start=99999999999><li>x</ol>", "[1.] x\n"},
      {"<li>x", "[-] x\n"},
      {"<ol><li><li>x<li></ol><p>y", "[2.] x\ny\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.page), c.expected) << c.page;
}

TEST(Html, ReadsTablesCellByCell) {
  const Case cases[] = {
      {"<table><caption>Table 1</caption><tr><th>Lamp<th>Oil<tr><td>A<td>7</table>",
       "Table 1\nrow! Lamp | Oil\nrow A | 7\n"},
      {"<table><thead><tr><td>Lamp<td>Oil</thead><tbody><tr><th>A<td>7</table>",
       "row! Lamp | Oil\nrow A | 7\n"},
      {"<table><tr><td colspan=2>A<td>B<tr><td>1<td>2<td>3</table>",
       "row A |  | B\nrow 1 | 2 | 3\n"},
      {"<table><tr><td rowspan=2>A<td>B<tr><td>C<tr><td>D<td>E</table>",
       "row A | B\nrow  | C\nrow D | E\n"},
      {"<table><tr><td>A<td rowspan=2>B<tr><td>C<tr><td>D<td>E</table>",
       "row A | B\nrow C | \nrow D | E\n"},
      {"<table><tr><td>one<tr><td>two</table>", "one\ntwo\n"},
      {"<table><tr><td>menu<td><h2>Lamps</h2><p>text</table>", "menu\nheading/1 Lamps\ntext\n"},
      {"<table><tr><td>a<td>b<table><tr><td>1<td>2</table>c<td>d</table>",
       "a\nb\nrow 1 | 2\nc\nd\n"},
      {"<table role=presentation><tr><td>a<td>b</table>", "a\nb\n"},
      {"<td>a<td>b", "a\nb\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.page), c.expected) << c.page;
}

TEST(Html, TakesMarksOfNotesOutOfTheText) {
  const Case cases[] = {
      {"<p>Lamps<sup>1</sup> burn.<p><sup>1</sup> In the hall.",
       "Lamps{1} burn.\nfootnote [1] In the hall.\n"},
      {"<p>Lamps<sup><a href='#fn1'>12</a></sup> burn.", "Lamps{12} burn.\n"},
      {"<p>Lamps<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a>.<div><p><a "
       "href='#sdfootnote1anc'>1</a>Hall.</div>",
       "Lamps{1}.\nfootnote [1] Hall.\n"},
      {"<p>Lamps<a href='#_ftn1' name='_ftnref1'>[1]</a>.<div id=ftn1><p><a href='#_ftnref1' "
       "name='_ftn1'>[1]</a> Hall.</div>",
       "Lamps{1}.\nfootnote [1] Hall.\n"},
      {"<p>Lamps<sup><a href='#n2'>2</a></sup>.<ol><li id=n2><p>Hall.<p>More <a href='#r2'>↩</a>"
       "</ol>after",
       "Lamps{2}.\nfootnote [2] Hall.\\nMore\nafter\n"},
      {"<p>See <a href='#p4'>4</a> and 10 m<sup>2</sup>, 1<sup>st</sup>", "See 4 and 10 m2, 1st\n"},
      {"<p>See <a href='#top'>the top</a> and <a href='http://x/'>[1]</a>",
       "See the top and [1]\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.page), c.expected) << c.page;
}

TEST(Html, DecodesWhatThePageDeclares) {
  struct Declared {
    std::string page;
    const char* expected;
    const char* codes;
  };
  const Declared cases[] = {
      {"<meta charset=utf-8><p>caf\xC3\xA9", "café\n", ""},
      {"\xEF\xBB\xBF<meta charset=koi8-r><p>caf\xC3\xA9", "café\n", "charset-differs "},
      {"<meta charset='KOI8-R'><p>\xCC\xC1\xCD\xD0\xC1", "лампа\n", ""},
      {"<meta content=text/html; charset = windows-1251 http-equiv=x><p>\xEB\xE0\xEC\xEF\xE0",
       "лампа\n", ""},
      {"<?xml version='1.0' encoding='ISO-8859-5'?><html><p>\xDB\xD0\xDC\xDF\xD0", "лампа\n", ""},
      {"<meta charset=gb2312><p>\xB5\xC6", "灯\n", ""},
      {"<meta charset=iso-8859-1><p>\x93lamp\x94", "“lamp”\n", ""},
      {"<!-- <meta charset=koi8-r> --><p>caf\xE9", "café\n", "encoding-guessed "},
      {"<meta charset=nonesuch><p>caf\xE9", "café\n", "charset-unknown encoding-guessed "},
      {"<meta charset=unicode><p>caf\xC3\xA9", "café\n", ""},
      {"<meta charset=gb2312><p>x\xFF", "x\uFFFD\n", "broken-characters "},
      {std::string("\xFF\xFE<\0p\0>\0l\0\xE9\0", 12), "lé\n", ""},
      {std::string("<p>la\0mp", 8), "lamp\n", "nul-bytes "},
  };
  for (const Declared& c : cases) {
    const ConvertedText text = convert_html(c.page, "");
    EXPECT_EQ(dump(text), c.expected) << c.page;
    EXPECT_EQ(codes(text), c.codes) << c.page;
  }
}

TEST(Html, RefusesAPageBeyondItsLimits) {
  struct Refused {
    std::string page;
    const char* reason;
  };
  std::string deep, values, ends;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  for (int i = 0; i < 300; ++i) values += " a" + std::to_string(i) + "=1";
  for (int i = 0; i < 1'000'100; ++i) ends += "</x>";
  const Refused cases[] = {
      {"<html><script>x<p>y", "no text: nothing that the page shows without its scripts"},
      {deep + "x", "damaged page: elements nested deeper than 256"},
      {"<p" + values + ">x", "damaged page: a tag with more than 256 attributes"},
      {"<p>" + ends, "damaged page: too many faults in its markup"},
  };
  for (const Refused& c : cases) {
    try {
      convert_html(c.page, "");
      ADD_FAILURE() << "read, where '" << c.reason << "' was due";
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), std::string(c.reason));
      EXPECT_FALSE(error.hint.empty());
    }
  }
  std::string spans = "<html>";
  for (int i = 0; i < 10'000; ++i) spans += "<span>x</span>";
  EXPECT_EQ(read(spans).size(), 10'001U);
}

TEST(Html, SaysItsLanguageAndItsLook) {
  const ConvertedText text = convert_html(
      "<html lang=fr-CA><p align=center><b>Lampe</b><p style='text-align:left'><i>Lampe</i> et "
      "<b>huile</b>",
      "");
  ASSERT_EQ(text.blocks.size(), 2U);
  EXPECT_EQ(text.language, "fr");
  EXPECT_EQ(convert_html("<html lang=fil><p>a", "").language, "");
  EXPECT_EQ(convert_html("<html xml:lang=AR><p>a", "").language, "ar");
  EXPECT_TRUE(text.blocks[0].bold && text.blocks[0].centred && !text.blocks[0].italic_start);
  EXPECT_TRUE(!text.blocks[1].bold && !text.blocks[1].centred && text.blocks[1].italic_start);
}

// Pages that made another converter fail: scripts, pictures in addresses, noisy declarations.
TEST(Html, ReadsThePagesOfAConvertersTestSuite) {
  UNDEX_NEEDS_SHARED();
  int read = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(shared_dir() / "corpus/real/conversion-samples")) {
    if (entry.path().extension() != ".html") continue;
    const std::string page = read_file(entry.path());
    ASSERT_TRUE(recognises_html(page)) << entry.path();
    // One of them has a head and nothing else.
    if (entry.path().filename() == "testHTML_head.html") {
      EXPECT_THROW(convert_html(page, ""), Error);
      continue;
    }
    const ConvertedText text = convert_html(page, "");
    for (const ConvertedBlock& block : text.blocks) {
      EXPECT_EQ(block.text.find("base64"), std::string::npos) << entry.path();
      EXPECT_EQ(block.text.find("script"), std::string::npos) << entry.path();
      EXPECT_EQ(block.text.find("\uFFFD"), std::string::npos) << entry.path();
    }
    ++read;
  }
  EXPECT_EQ(read, 16);
}

}  // namespace
}  // namespace undex::test
