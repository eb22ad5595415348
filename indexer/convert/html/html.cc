#include "indexer/convert/html/html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/convert/html/charset.h"
#include "indexer/convert/html/elements.h"
#include "indexer/convert/html/markup.h"
#include "indexer/convert/html/page.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
constexpr std::size_t kHead = 4096;
constexpr std::string_view kBlanks = " \t\r\n\f";

constexpr std::array<std::string_view, 15> kBeginnings{
    "<!doctype html", "<html", "<head", "<body", "<meta", "<title",  "<script",   "<style",
    "<table",         "<div",  "<p>",   "<p ",   "<h1",   "<center", "<plaintext"};

Notice notice(Notice::Level level, std::string code, std::string text) {
  return {.level = level, .code = std::move(code), .locator = {}, .text = std::move(text)};
}

/// The first part in small letters; NUL bytes that strayed into it do not hide what it is.
std::string head_of(std::string_view bytes) {
  std::optional<DecodedText> head = decode_head(bytes, kHead);
  if (!head && !bytes.starts_with("<")) return {};
  if (!head) {
    std::string rest(bytes.substr(0, kHead));
    std::erase(rest, '\0');
    head = decode_head(rest, kHead);
  }
  return head ? ascii_small(head->text) : std::string();
}

std::string_view after(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

/// Without the blanks, comments and the XML declaration before the first tag.
std::string_view first_tag(std::string_view text) {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    if (text.starts_with("<!--")) {
      text = after(text, "-->");
    } else if (text.starts_with("<?xml")) {
      text = after(text, "?>");
    } else {
      return text;
    }
  }
}

/// The declarations inside a document type are for validators; libxml2 takes them for text.
void drop_subset(std::string& page) {
  const std::string_view tag = first_tag(page);
  const std::size_t begin = static_cast<std::size_t>(tag.data() - page.data());
  if (ascii_small(tag.substr(0, 9)) != "<!doctype") return;
  const std::size_t open = tag.find_first_of("[>");
  if (open == std::string_view::npos || tag[open] == '>') return;
  std::size_t close = tag.find(']', open);
  while (close != std::string_view::npos) {
    const std::size_t next = tag.find_first_not_of(kBlanks, close + 1);
    if (next != std::string_view::npos && tag[next] == '>') break;
    close = tag.find(']', close + 1);
  }
  if (close != std::string_view::npos) page.erase(begin + open, close + 1 - open);
}

/// Word writes "<![if !supportLists]>" and "<![endif]>" around what browsers show; they are
/// comments there, and text to libxml2.
void drop_conditions(std::string& page) {
  std::string kept;
  std::size_t done = 0;
  std::size_t end = 0;
  for (std::size_t at = page.find("<!["); at != std::string::npos; at = page.find("<![", at)) {
    const std::string word = ascii_small(std::string_view(page).substr(at + 3, 5));
    if (end <= at) end = page.find('>', at);
    if (end == std::string::npos) break;
    // "<![endif]-->" ends a comment and is no condition of its own.
    const bool condition = word.starts_with("if") || word == "endif";
    if (!condition || page[end - 1] != ']') {
      at += 3;
      continue;
    }
    kept.append(page, done, at - done);
    done = at = end + 1;
  }
  if (done > 0) page = kept.append(page, done, std::string::npos);
}

/// A script without an end hides all that follows it, as it would in a browser.
bool ends_in_script(std::string_view page, const HtmlPage& read) {
  const std::string& name = read.last_dropped();
  if (name != "script" && name != "style") return false;
  const std::string small = ascii_small(page);
  const std::size_t begin = small.rfind("<" + name);
  if (begin == std::string::npos) return false;
  const std::size_t end = std::min(small.find('>', begin), small.size() - 1);
  return small[end - 1] != '/' && small.find("</" + name, begin) == std::string::npos;
}

}  // namespace

bool recognises_html(std::string_view bytes) {
  const std::string head = head_of(bytes);
  const std::string_view tag = first_tag(head);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return tag.starts_with(beginning); });
}

ConvertedText convert_html(std::string_view bytes, std::string_view) {
  if (bytes.size() > kMostBytes)
    throw Error(ErrorKind::check, "page larger than 64 MiB",
                "save it without its pictures, or split it");
  DecodedText decoded = decode_html(bytes);
  drop_subset(decoded.text);
  drop_conditions(decoded.text);
  HtmlPage page;
  const HtmlFaults faults = read_html(decoded.text, page);
  ConvertedText converted;
  converted.notices = std::move(decoded.notices);
  converted.blocks = page.take();
  if (converted.blocks.empty()) {
    throw Error(ErrorKind::check, "no text: nothing that the page shows without its scripts",
                "open it in a browser and save what it shows as .docx or plain text");
  }
  converted.language = page.language();
  if (const int count = page.hidden_count()) {
    converted.notices.push_back(notice(Notice::Level::info, "hidden-text",
                                       std::to_string(count) +
                                           (count == 1 ? " hidden passage" : " hidden passages") +
                                           " left out"));
  }
  if (faults.comment_open || ends_in_script(decoded.text, page)) {
    converted.notices.push_back(
        notice(Notice::Level::warning, "page-cut",
               "a comment or script without an end: what follows it is left out"));
  }
  return converted;
}

}  // namespace undex
