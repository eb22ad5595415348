#include "indexer/convert/html/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <exception>
#include <memory>

#include "indexer/convert/html/elements.h"
#include "undex/error.h"

namespace undex {
namespace {

constexpr std::size_t kMostDepth = 256;
constexpr std::size_t kMostAttributes = 256;
constexpr std::size_t kMostFaults = 1'000'000;
// A fault may make the parser look through all that is open.
constexpr std::size_t kMostFaultWork = 100'000'000;
constexpr std::string_view kBlanks = " \t\r\n\f";

Error refuse(const std::string& reason) {
  return {ErrorKind::check, "damaged page: " + reason, "convert it to .docx or plain text first"};
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t find(std::string_view page, std::string_view what, std::size_t at) {
  return std::min(page.find(what, at), page.size());
}

/// Where the tag ends; counts its attributes.
std::size_t tag_end(std::string_view page, std::size_t at, std::size_t& attributes) {
  at = std::min(page.find_first_of(" \t\r\n\f/>", at), page.size());
  while (at < page.size()) {
    at = page.find_first_not_of(" \t\r\n\f/", at);
    if (at == std::string_view::npos || page[at] == '>') break;
    ++attributes;
    at = page.find_first_of(" \t\r\n\f/=>", at + 1);
    const std::size_t sign =
        at == std::string_view::npos ? at : page.find_first_not_of(kBlanks, at);
    if (sign == std::string_view::npos || page[sign] != '=') continue;
    at = page.find_first_not_of(kBlanks, sign + 1);
    if (at == std::string_view::npos) break;
    const bool quoted = page[at] == '"' || page[at] == '\'';
    at = quoted ? find(page, page.substr(at, 1), at + 1) + 1
                : std::min(page.find_first_of(" \t\r\n\f>", at), page.size());
  }
  return std::min(at, page.size());
}

/// libxml2 compares every attribute of a tag with all before it.
void check_attributes(std::string_view page) {
  for (std::size_t at = find(page, "<", 0); at < page.size(); at = find(page, "<", at)) {
    const std::string_view rest = page.substr(at);
    const std::string name = ascii_small(rest.substr(1, 6));
    if (rest.starts_with("<!--")) {
      at = find(page, "-->", at);
    } else if (name.starts_with("script") || name.starts_with("style")) {
      // What stands in them is no markup; a page may have thousands, none is scanned twice.
      std::size_t attributes = 0;
      at = find(page, "</", tag_end(page, at + 1, attributes));
    } else if (rest.size() > 1 && is_ascii_letter(rest[1])) {
      std::size_t attributes = 0;
      at = tag_end(page, at + 1, attributes);
      if (attributes > kMostAttributes) throw refuse("a tag with more than 256 attributes");
    } else {
      ++at;
    }
  }
}

class Parser {
 public:
  Parser(std::string_view page, HtmlEvents& events) : events_(events) {
    context_.reset(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
    if (!context_) throw std::bad_alloc();
    *context_->sax = {};
    context_->sax->startElement = on_begin;
    context_->sax->endElement = on_end;
    context_->sax->characters = on_text;
    context_->sax->ignorableWhitespace = on_text;
    context_->sax->cdataBlock = on_text;
    context_->sax->serror = on_fault;
    context_->sax->initialized = XML_SAX2_MAGIC;
    context_->userData = this;
    htmlCtxtUseOptions(context_.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                           HTML_PARSE_IGNORE_ENC);
    context_->charset = XML_CHAR_ENCODING_UTF8;
  }

  HtmlFaults parse() {
    htmlParseDocument(context_.get());
    if (failure_) std::rethrow_exception(failure_);
    return faults_;
  }

 private:
  struct Free {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
  };

  /// No exception may pass through libxml2.
  template <typename Step>
  void guarded(Step step) {
    if (failure_) return;
    try {
      step();
    } catch (...) {
      failure_ = std::current_exception();
      xmlStopParser(context_.get());
    }
  }

  static void on_begin(void* self, const xmlChar* name, const xmlChar** attributes) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      if (++parser.depth_ > kMostDepth) throw refuse("elements nested deeper than 256");
      HtmlEvents::Attributes list;
      for (; attributes && attributes[0]; attributes += 2)
        list.emplace_back(view(attributes[0]), view(attributes[1]));
      parser.events_.begin(view(name), list);
    });
  }

  static void on_end(void* self, const xmlChar* name) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      parser.depth_ -= parser.depth_ > 0 ? 1 : 0;
      parser.events_.end(view(name));
    });
  }

  static void on_text(void* self, const xmlChar* text, int size) {
    auto& parser = *static_cast<Parser*>(self);
    const std::string_view words(reinterpret_cast<const char*>(text),
                                 static_cast<std::size_t>(std::max(size, 0)));
    parser.guarded([&] { parser.events_.text(words); });
  }

  static void on_fault(void* self, xmlErrorPtr error) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
      parser.fault_work_ += parser.depth_ + 1;
      if (++parser.fault_count_ > kMostFaults || parser.fault_work_ > kMostFaultWork)
        throw refuse("too many faults in its markup");
      if (error && error->code == XML_ERR_COMMENT_NOT_FINISHED) parser.faults_.comment_open = true;
    });
  }

  HtmlEvents& events_;
  std::unique_ptr<xmlParserCtxt, Free> context_;
  std::exception_ptr failure_;
  HtmlFaults faults_;
  std::size_t depth_ = 0;
  std::size_t fault_count_ = 0;
  std::size_t fault_work_ = 0;
};

}  // namespace

HtmlFaults read_html(std::string_view page, HtmlEvents& events) {
  if (page.empty()) return {};
  check_attributes(page);
  return Parser(page, events).parse();
}

}  // namespace undex
